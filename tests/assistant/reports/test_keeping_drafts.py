from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import DraftChangedError, UnknownDraftError, UnknownOfficeFormError
from assistant.reports.draft_json import draft_json, read_draft
from assistant.reports.editing import rewrite_sentence, set_head
from assistant.reports.fact_editing import tick
from assistant.reports.keeping import TITLE_CHARS, Drafts
from assistant.reports.kept import ExportChoice, KeptDraft, Notes, Stage
from assistant.reports.model import ReportDraft
from assistant.reports.office_forms import OfficeForms
from assistant.reports.places import Place
from assistant.reports.versions import VERSIONS_KEPT, printed_of
from tests.assistant.reports.made_drafts import draft
from vectorstore.database import Database

FRAME = Place(0)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "catalogue.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def drafts(database: Database) -> Drafts:
    return Drafts(database)


def written(drafts: Drafts) -> KeptDraft:
    """A draft that has come as far as sentences."""
    begun = drafts.begin(replace(draft(), sections=(), facts=()), "Tổng kết năm 2022")
    gathered = drafts.save(begun.listed.draft_id, replace(draft(), sections=()), seen=begun.revision, change="gather")
    return drafts.save(begun.listed.draft_id, draft(), seen=gathered.revision, change="compose")


def titled(kept: KeptDraft, title: str) -> ReportDraft:
    return set_head(kept.draft, title=title)


def rename(drafts: Drafts, kept: KeptDraft, title: str, *, continues: bool = False) -> KeptDraft:
    return drafts.save(
        kept.listed.draft_id, titled(kept, title), seen=kept.revision, change="head", continues=continues
    )


def test_a_draft_is_found_the_next_day_as_it_was_left(tmp_path: Path) -> None:
    first = Database(tmp_path / "catalogue.sqlite3")
    kept = written(Drafts(first))
    first.close()
    second = Database(tmp_path / "catalogue.sqlite3")
    again = Drafts(second).draft(kept.listed.draft_id)
    second.close()
    assert again == kept
    assert again.draft == draft()


def test_the_stage_follows_what_is_there(drafts: Drafts) -> None:
    begun = drafts.begin(replace(draft(), sections=(), facts=()), "Tổng kết")
    assert begun.listed.stage is Stage.ASKED
    gathered = drafts.save(begun.listed.draft_id, replace(draft(), sections=()), seen=0, change="gather")
    assert (gathered.listed.stage, gathered.can_undo) == (Stage.FACTS, False)
    composed = drafts.save(begun.listed.draft_id, draft(), seen=0, change="compose")
    assert (composed.listed.stage, composed.can_undo) == (Stage.TEXT, True)
    assert drafts.undo(begun.listed.draft_id).listed.stage is Stage.FACTS


def test_changes_of_the_text_are_undone_and_redone(drafts: Drafts) -> None:
    one = written(drafts)
    two = rename(drafts, one, "Hai")
    three = rename(drafts, two, "Ba")
    id_ = three.listed.draft_id
    assert [drafts.undo(id_).draft.title, drafts.undo(id_).draft.title] == ["Hai", one.draft.title]
    assert [drafts.redo(id_).draft.title, drafts.redo(id_).draft.title] == ["Hai", "Ba"]
    assert drafts.redo(id_).draft == three.draft
    back = drafts.undo(id_)
    other = rename(drafts, back, "Khác")
    assert drafts.undo(id_).draft.title == "Hai"
    assert drafts.redo(id_).draft == other.draft
    assert {version.change for version in drafts.versions(id_)} == {"begin", "compose", "head"}


def test_a_tick_makes_no_version_and_is_kept(drafts: Drafts) -> None:
    kept = written(drafts)
    before = drafts.versions(kept.listed.draft_id)
    changed = replace(kept.draft, facts=tuple(replace(one, ticked=not one.ticked) for one in kept.draft.facts))
    saved = drafts.save(kept.listed.draft_id, changed, seen=kept.revision, change="tick")
    assert saved.draft == changed
    assert saved.revision > kept.revision
    assert [one.number for one in drafts.versions(kept.listed.draft_id)] == [one.number for one in before]


def test_flags_read_in_another_order_are_the_same_text() -> None:
    body = draft_json(draft())
    flags = [one for one in ('["ocr","sample"]', '["sample","ocr"]') if one in body]
    turned = [body.replace(one, f'["{a}","{b}"]') for one in flags for a, b in (("ocr", "sample"), ("sample", "ocr"))]
    assert len(turned) == 2
    assert {printed_of(read_draft(one)) for one in turned} == {printed_of(draft())}


def test_an_untick_that_takes_a_sentence_away_is_a_version(drafts: Drafts) -> None:
    kept = written(drafts)
    saved = drafts.save(kept.listed.draft_id, tick(kept.draft, {"f2"}, ticked=False), seen=kept.revision, change="tick")
    assert saved.version > kept.version
    assert drafts.undo(kept.listed.draft_id).draft == kept.draft


def test_typing_on_writes_over_its_own_version(drafts: Drafts) -> None:
    kept = written(drafts)
    first = rename(drafts, kept, "Một")
    more = rename(drafts, first, "Một hai", continues=True)
    assert (more.version, more.draft.title) == (first.version, "Một hai")
    assert drafts.undo(kept.listed.draft_id).draft == kept.draft
    again = rename(drafts, drafts.draft(kept.listed.draft_id), "Ba", continues=True)
    assert again.version > more.version


def test_a_save_over_somebody_elses_is_refused(drafts: Drafts) -> None:
    kept = written(drafts)
    rename(drafts, kept, "Của người khác")
    with pytest.raises(DraftChangedError, match="draft_changed"):
        rename(drafts, kept, "Của tôi")
    assert drafts.draft(kept.listed.draft_id).draft.title == "Của người khác"


def test_an_older_version_comes_back_and_that_is_undone(drafts: Drafts) -> None:
    one = written(drafts)
    two = rename(drafts, one, "Hai")
    restored = drafts.restore_version(one.listed.draft_id, one.version)
    assert restored.draft == one.draft
    assert drafts.undo(one.listed.draft_id).draft == two.draft
    with pytest.raises(UnknownDraftError, match="unknown_draft"):
        drafts.restore_version(one.listed.draft_id, 999)


def test_old_versions_go_the_present_one_stays(drafts: Drafts) -> None:
    kept = written(drafts)
    for count in range(VERSIONS_KEPT + 5):
        kept = rename(drafts, kept, f"Lần {count}")
    versions = drafts.versions(kept.listed.draft_id)
    assert VERSIONS_KEPT <= len(versions) <= VERSIONS_KEPT + 1
    assert versions[0].is_now
    for _ in range(VERSIONS_KEPT + 5):
        kept = drafts.undo(kept.listed.draft_id)
    assert (kept.can_undo, kept.draft.sections) == (False, draft().sections)


def test_drafts_are_found_without_accents_renamed_deleted_and_brought_back(drafts: Drafts) -> None:
    one, two = written(drafts), drafts.begin(draft(), "Kế hoạch năm 2023")
    assert [each.draft_id for each in drafts.listed("ke hoach binh an")] == [two.listed.draft_id]
    assert drafts.rename(one.listed.draft_id, " Bản  gửi\nBan Thường vụ ") == "Bản gửi Ban Thường vụ"
    assert drafts.rename(one.listed.draft_id, "  ") == "Bản gửi Ban Thường vụ"
    assert len(drafts.rename(two.listed.draft_id, "dài " * 100)) <= TITLE_CHARS
    assert [each.draft_id for each in drafts.listed("ban thuong vu")] == [one.listed.draft_id]
    drafts.delete(one.listed.draft_id)
    assert [each.draft_id for each in drafts.listed()] == [two.listed.draft_id]
    assert drafts.draft(one.listed.draft_id).listed.deleted
    drafts.restore(one.listed.draft_id)
    assert {each.draft_id for each in drafts.listed()} == {one.listed.draft_id, two.listed.draft_id}


def test_what_is_not_there_is_said(drafts: Drafts) -> None:
    for act in (drafts.draft, drafts.undo, drafts.versions, drafts.delete, drafts.restore):
        with pytest.raises(UnknownDraftError, match="unknown_draft"):
            act("none")


def test_the_choice_for_the_word_file_is_kept(drafts: Drafts) -> None:
    kept = written(drafts)
    assert kept.choice == ExportChoice()
    choice = ExportChoice(Notes.APPENDIX, "0123")
    assert drafts.choose(kept.listed.draft_id, choice).choice == choice


def test_office_forms_are_kept_once_and_forgotten(database: Database) -> None:
    forms = OfficeForms(database)
    kept = forms.keep("C:\\mau\\Mẫu báo cáo.docx", b"PK one")
    forms.keep("Mẫu mới.docx", b"PK one")
    assert [one.name for one in forms.listed()] == ["Mẫu mới.docx"]
    assert forms.content(kept.form_id) == b"PK one"
    forms.forget(kept.form_id)
    with pytest.raises(UnknownOfficeFormError, match="unknown_office_form"):
        forms.content(kept.form_id)


def test_a_rewritten_sentence_is_a_version(drafts: Drafts) -> None:
    kept = written(drafts)
    changed = rewrite_sentence(kept.draft, FRAME, "Hội xin báo cáo.")
    assert drafts.save(kept.listed.draft_id, changed, seen=kept.revision, change="rewrite").version > kept.version
