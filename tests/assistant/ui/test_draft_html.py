"""The steps of a draft as HTML: what a person must see is there, and nothing of a document is ever markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assistant.reports.conflicts import unsettled_groups
from assistant.reports.editing import rewrite_sentence
from assistant.reports.fact_editing import tick
from assistant.reports.kept import DraftVersion, ExportChoice, KeptDraft, ListedDraft, Notes, OfficeForm, Stage
from assistant.reports.model import DraftSection, DraftSentence, Paragraph, ReportDraft, SentenceKind
from assistant.reports.places import Place
from assistant.ui import draft_texts_vi as texts
from assistant.ui.draft_ask_html import AskView, ask_html
from assistant.ui.draft_changes import Asked, changed
from assistant.ui.draft_export_html import export_html
from assistant.ui.draft_facts_html import facts_html
from assistant.ui.draft_text_html import heading_labels, text_html
from assistant.ui.draft_view import DraftView, Notice, Step, Working, step_of
from tests.assistant.reports.made_drafts import MEMBERS, draft, fact, sourced

EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
STEPS = {Step.FACTS: facts_html, Step.TEXT: text_html, Step.EXPORT: export_html}


def view(made: ReportDraft, step: Step, **more: object) -> DraftView:
    listed = ListedDraft(
        "0123456789abcdef", "Sơ kết", "so-ket", "Hội", "2022", Stage.TEXT, "2026-11-22T03:00:00+00:00"
    )  # fmt: skip
    outline = {one.section_id: one.title for one in made.sections}
    shown = DraftView(KeptDraft(listed, made, 3, 2, can_undo=True), step, outline)
    return replace(shown, **more)  # type: ignore[arg-type]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.seen


def test_figures_that_disagree_and_are_both_chosen_are_told_before_the_download() -> None:
    disputed = tick(draft(), {"f1", "f3"}, ticked=True)
    assert len(unsettled_groups(disputed.facts)) == 1
    assert texts.TEXT_DISPUTED.format(count=1) in export_html(view(disputed, Step.EXPORT))
    settled = tick(disputed, {"f3"}, ticked=False)
    assert texts.TEXT_DISPUTED.format(count=1) not in export_html(view(settled, Step.EXPORT))


@pytest.mark.parametrize("step", [Step.FACTS, Step.TEXT])
def test_a_buttons_name_holds_the_words_it_shows(step: Step) -> None:
    html = STEPS[step](view(draft(), step))
    named = re.findall(r'<button [^>]*aria-label="([^"]*)"[^>]*>([^<]*)</button>', html)
    assert named
    assert [(name, words) for name, words in named if words.strip("+ ↑↓×") not in name] == []


def poisoned() -> ReportDraft:
    evil = fact("f9", EVIL, label=EVIL, unit_of_measure=EVIL)
    evil = replace(evil, value=EVIL, section=EVIL, period=EVIL, place=EVIL, conflicts=("f1",))
    assert evil.citation is not None
    evil = replace(evil, citation=replace(evil.citation, title=EVIL, number=None, source=EVIL))
    section = DraftSection(EVIL, 1, EVIL, (Paragraph((sourced(evil), DraftSentence(EVIL, SentenceKind.PERSON))),), EVIL)
    return replace(
        draft(), title=EVIL, type_name=EVIL, sections=(section,), facts=(evil, MEMBERS), recipients=(EVIL,),
        fields={"signer": EVIL}, rows=(replace(draft().rows[0], label=EVIL),),
        missing=(replace(draft().missing[0], label=EVIL, section=EVIL),),
    )  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_texts_of_documents_and_people_are_never_markup(step: Step) -> None:
    evil = view(
        poisoned(), step, notices=[Notice(EVIL)], working=Working("section", EVIL), nearest_units=[EVIL],
        forms=[OfficeForm("f", EVIL, "")], form_problems=[EVIL], profile_title=EVIL,
    )  # fmt: skip
    seen = tags(STEPS[step](evil))
    assert not {tag for tag, _ in seen} & {"script", "img"}
    assert not [name for _, attributes in seen for name in attributes if name.startswith("on")]


def test_the_form_and_the_list_are_never_markup_either() -> None:
    listed = ListedDraft(EVIL, EVIL, EVIL, EVIL, EVIL, Stage.FACTS, "2026-11-22T03:00:00+00:00")
    html = ask_html(AskView([(EVIL, EVIL)], [(EVIL, EVIL)], [EVIL], [2023], [listed], {"unit": EVIL}, problems=[EVIL]))
    assert not {tag for tag, _ in tags(html)} & {"script", "img"}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_says_that_an_ai_wrote_it_and_when_it_was_saved(step: Step) -> None:
    html = STEPS[step](view(draft(), step))
    assert texts.NOTICE in html
    assert "Đã lưu lúc " in html
    parts = [attributes["data-part"] for _, attributes in tags(html) if "data-part" in attributes]
    assert len(parts) == len(set(parts))


def test_facts_that_contradict_each_other_stand_side_by_side_with_their_days() -> None:
    html = facts_html(view(draft(), Step.FACTS))
    _, _, conflicts = html.partition('data-part="conflicts"')
    conflicts = conflicts.partition("</section>")[0]
    assert conflicts.count("tl-conflict-side") == 2
    assert "3.562" in conflicts
    assert "3.600" in conflicts
    assert conflicts.count("12/12/2022") >= 2
    assert conflicts.count(texts.USE_THIS) == 1


def test_as_long_as_several_are_ticked_none_is_the_chosen_one() -> None:
    html = facts_html(view(tick(draft(), {"f3"}, ticked=True), Step.FACTS))
    assert html.count(texts.USE_THIS) == 2
    assert texts.USED not in html


def test_missing_indicators_are_listed_with_a_way_to_add_them() -> None:
    html = facts_html(view(draft(), Step.FACTS))
    assert "số chi hội" in html
    assert 'aria-label="Thêm số liệu: số chi hội"' in html


def test_without_a_source_the_screen_says_so_and_offers_what_is_near() -> None:
    bare = view(replace(draft(), facts=()), Step.FACTS, nearest_units=["Hội LHPN xã Suối Hoa"], years=[2021])
    html = facts_html(bare)
    assert texts.FACTS_NONE in html
    assert 'data-unit="Hội LHPN xã Suối Hoa"' in html
    assert "2021" in html
    assert texts.COMPOSE in facts_html(replace(bare, kept=_only_facts()))


def _only_facts() -> KeptDraft:
    kept = view(replace(draft(), facts=(), sections=()), Step.FACTS).kept
    return replace(kept, listed=replace(kept.listed, stage=Stage.FACTS))


def test_a_persons_figure_is_marked_with_what_the_source_says() -> None:
    made = rewrite_sentence(draft(), Place(1, 0, 0), "Toàn huyện kết nạp 3.652 hội viên mới, đạt 71% kế hoạch.")
    html = text_html(view(made, Step.TEXT))
    (own,) = [attributes for _, attributes in tags(html) if "tl-s-person" in (attributes.get("class") or "")]
    assert own["data-place"] == "1.0.0"
    assert "số “3.652”, nguồn ghi" in (own["data-why"] or "")
    assert texts.PERSON_MARK in html
    assert "Có 1 câu do người viết" in html


def test_gaps_are_counted_and_visible() -> None:
    html = text_html(view(draft(), Step.TEXT))
    assert "[CẦN BỔ SUNG: số chi hội]" in html
    assert "Còn 1 chỗ [CẦN BỔ SUNG]" in html


def test_sources_are_numbered_through_the_text_and_open_the_viewer() -> None:
    links = [at for tag, at in tags(text_html(view(draft(), Step.TEXT))) if tag == "a" and "data-source" in at]
    assert [one["data-n"] for one in links] == ["1", "2", "3"]
    assert all((one["href"] or "").startswith("/nguon/00000000000000aa?trang=2") for one in links)


def test_a_section_whose_facts_changed_says_so() -> None:
    assert texts.UNSETTLED not in text_html(view(draft(), Step.TEXT))
    made = rewrite_sentence(draft(), Place(2, 0, 0), "Giúp 999 hộ.")
    assert texts.UNSETTLED in text_html(view(tick(made, {"f4"}, ticked=False), Step.TEXT))


def test_headings_are_numbered_by_level() -> None:
    sections = [DraftSection(str(at), level, "T") for at, level in enumerate((1, 2, 2, 3, 1, 2))]
    opening = DraftSection("0", 0, "")
    assert heading_labels([opening, *sections]) == ["", "I.", "1.", "2.", "2.1.", "II.", "1."]


def test_the_export_shows_what_was_chosen_and_what_is_open() -> None:
    chosen = view(draft(), Step.EXPORT, forms=[OfficeForm("aa", "Mẫu tỉnh.docx", "")], form_problems=["Ô lạ"])
    chosen = replace(chosen, kept=replace(chosen.kept, choice=ExportChoice(Notes.APPENDIX, "aa")))
    html = export_html(chosen)
    checked = [at["value"] for tag, at in tags(html) if tag == "input" and "checked" in at]
    assert checked == ["appendix", "aa"]
    assert "Ô lạ" in html
    assert "Còn 1 chỗ" in html
    clean = replace(draft(), sections=draft().sections[2:3])
    assert texts.EXPORT_CLEAN in export_html(view(clean, Step.EXPORT))


def test_versions_offer_all_but_the_present_one() -> None:
    versions = [
        DraftVersion(2, "2026-11-22T03:00:00+00:00", "rewrite 1.0.0", is_now=True),
        DraftVersion(1, "2026-11-22T02:00:00+00:00", "compose", is_now=False),
    ]
    html = text_html(view(draft(), Step.TEXT, versions=versions))
    assert [at["data-number"] for _, at in tags(html) if at.get("data-do") == "version"] == ["1"]
    assert texts.CHANGES["rewrite"] in html


@pytest.mark.parametrize(
    ("stage", "wanted", "shown"),
    [
        (Stage.ASKED, "text", Step.FACTS),
        (Stage.FACTS, "export", Step.FACTS),
        (Stage.TEXT, "", Step.TEXT),
        (Stage.TEXT, "facts", Step.FACTS),
        (Stage.TEXT, "export", Step.EXPORT),
        (Stage.TEXT, "nonsense", Step.TEXT),
    ],
)
def test_only_a_step_that_was_reached_is_shown(stage: Stage, wanted: str, shown: Step) -> None:
    assert step_of(stage, wanted) is shown


@pytest.mark.parametrize(
    ("place", "by", "chosen"),
    [("1.0.0", 1, "1.0.1"), ("1.0.1", 1, "1.1.0"), ("1.1.0", -1, "1.0.2"), ("1.0.0", -1, "1.0.0")],
)
def test_the_moved_sentence_stays_chosen(place: str, by: int, chosen: str) -> None:
    made = changed(draft(), Asked(do="move", place=place, by=by))
    assert made is not None
    assert made.chosen == chosen


def test_choosing_one_of_several_values_leaves_the_others_out() -> None:
    made = changed(draft(), Asked(do="choose", fact="f3"))
    assert made is not None
    assert [one.fact_id for one in made.draft.facts if one.ticked] == ["f2", "f3", "f4"]
    assert "3.562/5.000" not in text_html(view(made.draft, Step.TEXT)).partition('data-part="rows"')[0]
