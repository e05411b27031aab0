from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.errors import UnknownDraftPartError
from assistant.reports import editing
from assistant.reports.fact_editing import add_fact, edit_fact, fact_of, read_value, remove_fact, tick, unsettled
from assistant.reports.model import DraftSection, DraftSentence, FactOrigin, Paragraph, ReportDraft, SentenceKind
from assistant.reports.places import Place, sentence_at
from tests.assistant.reports.made_drafts import FRAME, GAP, HOUSES, LOANS, MEMBERS, draft, sourced

MEMBERS_AT, HOUSES_AT, GAP_AT, LOANS_AT = Place(1, 0, 0), Place(1, 0, 1), Place(1, 1, 0), Place(2, 0, 0)


def texts(made: ReportDraft) -> list[str]:
    return [one.text for section in made.sections for paragraph in section.paragraphs for one in paragraph.sentences]


def rewritten(place: Place, text: str) -> DraftSentence:
    return sentence_at(editing.rewrite_sentence(draft(), place, text), place)


@pytest.mark.parametrize(
    "text",
    [
        "Trong năm, toàn huyện kết nạp 3.562/5.000 hội viên mới (đạt 71% kế hoạch).",
        "Toàn huyện kết nạp 3562 hội viên mới.",
    ],
)
def test_other_words_for_the_same_figures_keep_their_source(text: str) -> None:
    made = rewritten(MEMBERS_AT, text)
    assert (made.kind, made.text, made.citations) == (SentenceKind.SOURCED, text, (MEMBERS.citation,))


@pytest.mark.parametrize(
    "text",
    [
        "Toàn huyện kết nạp 3.652/5.000 hội viên mới, đạt 71% kế hoạch.",
        "Toàn huyện không kết nạp 3.562/5.000 hội viên mới, đạt 71% kế hoạch.",
        "Toàn huyện kết nạp 3.562/5.000 hội viên mới, đạt 75% kế hoạch.",
        "Phong trào được các cấp ủy đánh giá rất cao.",
    ],
)
def test_what_its_source_does_not_say_is_the_persons(text: str) -> None:
    made = rewritten(MEMBERS_AT, text)
    assert (made.kind, made.citations) == (SentenceKind.PERSON, ())
    assert made.fact_ids == (MEMBERS.fact_id,)


def test_a_sentence_written_back_gets_its_source_again() -> None:
    wrong = editing.rewrite_sentence(draft(), MEMBERS_AT, "Toàn huyện kết nạp 9.999 hội viên mới.")
    right = editing.rewrite_sentence(wrong, MEMBERS_AT, MEMBERS.statement)
    assert sentence_at(right, MEMBERS_AT) == sourced(MEMBERS)


def test_a_sentence_that_another_ticked_fact_says_gets_that_source() -> None:
    made = rewritten(MEMBERS_AT, "Giúp 240 hộ phụ nữ vay vốn phát triển kinh tế.")
    assert (made.kind, made.citations, made.fact_ids) == (SentenceKind.SOURCED, (LOANS.citation,), ("f4",))
    # f3 says it, but the person left it out
    assert rewritten(HOUSES_AT, "Kết nạp 3.600 hội viên mới trong năm 2022.").kind is SentenceKind.PERSON


def test_gaps_stay_gaps_and_a_filled_one_is_the_persons() -> None:
    assert rewritten(GAP_AT, "[CẦN BỔ SUNG: số chi hội, số tổ phụ nữ].").kind is SentenceKind.MISSING
    filled = rewritten(GAP_AT, "Toàn huyện có 214 chi hội.")
    assert filled.kind is SentenceKind.PERSON


def test_an_untouched_sentence_stays_as_it_is() -> None:
    assert editing.rewrite_sentence(draft(), Place(0), f"  {FRAME.text}\n") == draft()


def test_no_text_removes_the_sentence_and_an_empty_paragraph() -> None:
    made = editing.rewrite_sentence(draft(), GAP_AT, "  ")
    assert len(made.sections[1].paragraphs) == 1
    assert GAP.text not in texts(made)


def test_sentences_and_paragraphs_are_added_and_removed() -> None:
    made = editing.add_sentence(draft(), MEMBERS_AT, "Giúp 240 hộ phụ nữ vay vốn.")
    assert sentence_at(made, HOUSES_AT).citations == (LOANS.citation,)
    made = editing.add_paragraph(made, Place(3), "Năm tới sẽ tiếp tục.")
    assert sentence_at(made, Place(3)).kind is SentenceKind.PERSON
    assert editing.remove_paragraph(made, Place(3)).sections[3].paragraphs == ()
    assert editing.add_sentence(draft(), MEMBERS_AT, " ") == draft()
    assert editing.add_paragraph(draft(), Place(3), "\n") == draft()


def test_a_sentence_moves_within_and_between_paragraphs() -> None:
    down = editing.move_sentence(draft(), MEMBERS_AT, +1)
    assert texts(down)[1:3] == [HOUSES.statement, MEMBERS.statement]
    over = editing.move_sentence(down, Place(1, 0, 1), +1)
    assert [one.text for one in over.sections[1].paragraphs[1].sentences] == [MEMBERS.statement, GAP.text]
    assert editing.move_sentence(over, Place(1, 1, 0), -1) == down
    assert editing.move_sentence(draft(), MEMBERS_AT, -1) == draft()


def test_a_section_moves_past_its_neighbour_with_what_is_below_it() -> None:
    def order(made: ReportDraft) -> list[str]:
        return [one.section_id for one in made.sections]

    down = editing.move_section(draft(), Place(1), +1)
    assert order(down) == ["mo_dau", "phuong_huong", "ket_qua", "kinh_te"]
    assert editing.move_section(down, Place(2), -1) == draft()
    for place, by in ((Place(1), -1), (Place(3), +1), (Place(2), +1), (Place(2), -1), (Place(0), +1)):
        assert order(editing.move_section(draft(), place, by)) == order(draft())


def test_a_section_made_anew_keeps_its_heading_and_place() -> None:
    made = editing.replace_section(
        editing.rename_section(draft(), Place(2), "Giúp phụ nữ làm kinh tế"),
        DraftSection("kinh_te", 2, "Phát triển kinh tế", (Paragraph((GAP,)),), "Mới"),
    )
    assert (made.sections[2].title, made.sections[2].paragraphs) == ("Giúp phụ nữ làm kinh tế", (Paragraph((GAP,)),))


def test_the_head_takes_what_a_person_types() -> None:
    made = editing.set_head(
        draft(), title=" Kết quả\nnăm ", fields={"place": "", "signer": "Bà A "}, recipients=["Như trên", " "]
    )
    assert (made.title, made.fields, made.recipients) == ("Kết quả năm", {"signer": "Bà A"}, ("Như trên",))
    assert made.addressees == draft().addressees
    assert editing.set_head(draft(), title=" ").title == draft().title


@pytest.mark.parametrize("place", [Place(9), Place(1, 9), Place(1, 0, 9), Place(-1)])
def test_a_place_that_is_not_there_is_said(place: Place) -> None:
    with pytest.raises(UnknownDraftPartError, match="unknown_draft_part"):
        editing.rewrite_sentence(draft(), place, "Một.")


PLACES = some.builds(Place, some.integers(1, 2), some.integers(0, 1), some.integers(0, 1))


@given(some.lists(some.tuples(PLACES, some.sampled_from((-1, 1)), some.integers(0, 2)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_moving_loses_nothing(moves: list[tuple[Place, int, int]]) -> None:
    made = draft()
    for place, by, what in moves:
        move = (editing.move_sentence, editing.move_paragraph, editing.move_section)[what]
        try:
            made = move(made, place, by)
        except UnknownDraftPartError:
            continue
    assert sorted(texts(made)) == sorted(texts(draft()))
    assert sorted(one.section_id for one in made.sections) == sorted(one.section_id for one in draft().sections)


def test_leaving_a_fact_out_takes_away_what_rests_on_it_alone() -> None:
    made = tick(draft(), {"f2"}, ticked=False)
    assert HOUSES.statement not in texts(made)
    assert not fact_of(made, "f2").ticked
    assert fact_of(tick(made, {"f2"}, ticked=True), "f2").ticked


def test_a_persons_sentence_and_one_of_several_facts_stay_when_a_fact_is_left_out() -> None:
    both = editing.rewrite_sentence(draft(), MEMBERS_AT, f"{MEMBERS.statement} {HOUSES.statement}")
    assert set(sentence_at(both, MEMBERS_AT).fact_ids) == {"f1", "f2"}
    own = editing.rewrite_sentence(both, HOUSES_AT, "Hội vận động xây 99 mái ấm.")
    made = tick(own, {"f2"}, ticked=False)
    assert texts(made) == texts(own)
    assert "ket_qua" in unsettled(made)


def test_sections_that_should_be_made_anew_are_named() -> None:
    assert unsettled(draft()) == frozenset()
    assert unsettled(tick(draft(), {"f3"}, ticked=True)) == frozenset()  # it contradicts one that is used
    more = add_fact(draft(), "phuong_huong", {"value": "7", "label": "đề án"})
    assert unsettled(more) == {"phuong_huong"}


def test_a_corrected_figure_is_the_persons_wherever_it_stands() -> None:
    made = edit_fact(draft(), "f1", {"value": "3.600"})
    fact = fact_of(made, "f1")
    assert (fact.origin, fact.value, fact.number) == (FactOrigin.PERSON, "3.600", Decimal(3600))
    assert fact.statement[fact.value_start : fact.value_end] == "3.600"
    assert fact.citation == MEMBERS.citation
    sentence = sentence_at(made, MEMBERS_AT)
    assert (sentence.kind, sentence.citations) == (SentenceKind.PERSON, ())
    assert "3.600/5.000" in sentence.text
    assert (made.rows[0].result, made.rows[0].citation) == ("3.600", None)


def test_a_figure_inside_another_is_left_alone() -> None:
    inside = replace(HOUSES, statement="Xây 12 mái ấm trị giá 12.500.000 đồng.", value="12", value_start=4, value_end=6)
    before = replace(draft(), facts=(inside,), sections=(DraftSection("a", 1, "A", (Paragraph((sourced(inside),)),)),))
    assert texts(edit_fact(before, "f2", {"value": "13"})) == ["Xây 13 mái ấm trị giá 12.500.000 đồng."]


def test_nothing_changed_leaves_the_fact_to_its_source() -> None:
    assert edit_fact(draft(), "f1", {"value": " 3.562 ", "label": "hội viên mới"}) == draft()


def test_a_fact_a_person_knows_is_added_and_dropped() -> None:
    made = add_fact(draft(), "kinh_te", {"value": "trên 7 tỷ", "unit_of_measure": "đồng", "label": "vốn vay"})
    fact = made.facts[-1]
    assert (fact.origin, fact.citation, fact.number) == (FactOrigin.PERSON, None, Decimal(7_000_000_000))
    assert (fact.approximate, fact.period, fact.place) == (True, "2022", draft().request.unit)
    assert fact.statement[fact.value_start : fact.value_end] == "trên 7 tỷ"
    assert remove_fact(made, fact.fact_id).facts == draft().facts
    assert not fact_of(remove_fact(made, "f2"), "f2").ticked
    assert add_fact(draft(), "kinh_te", {"label": "vốn vay"}) == draft()
    filled = add_fact(
        draft(), "ket_qua", {"value": "214", "unit_of_measure": "chi hội", "label": "chi hội", "indicator": "TC03"}
    )
    assert (filled.facts[-1].indicator, filled.facts[-1].statement, filled.missing) == ("TC03", "214 chi hội", ())
    with pytest.raises(UnknownDraftPartError, match="unknown_draft_part"):
        remove_fact(made, "none")


@pytest.mark.parametrize(
    ("value", "number", "plan", "approximate"),
    [
        ("3.562/5.000", 3562, 5000, False),
        ("gần 2 tỷ", 2_000_000_000, None, True),
        ("79%", 79, None, False),
        ("nhiều", None, None, False),
    ],
)
def test_a_typed_value_is_read(value: str, number: int | None, plan: int | None, approximate: bool) -> None:
    read = read_value(value)
    assert (read.number, read.plan, read.approximate) == (number, plan, approximate)
