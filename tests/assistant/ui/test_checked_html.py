"""A checked draft on screen: marks, pairs, filters, and nothing of it is ever HTML."""

import re
from dataclasses import replace

import pytest

from assistant.claims.model import (
    Claim,
    ClaimCheck,
    ClaimKind,
    ClaimNote,
    ClaimPlace,
    ClaimVerdict,
    Decision,
    Draft,
    DraftPart,
    NotChecked,
    NoteCode,
    summary_of,
)
from assistant.model import Citation
from assistant.ui.checked_html import CheckedView, checked_html
from assistant.verdicts import Difference, DifferenceKind

FIRST = "Toàn tỉnh có 12.262 hộ đạt 8 tiêu chí."
SECOND = "Kính thưa các đồng chí!"
THIRD = "Hội đã trao 38 mái ấm <b>tình thương</b>."
TEXT = f"{FIRST} {SECOND}\n{THIRD}"
DRAFT = Draft(TEXT, (DraftPart(0, len(FIRST) + 1 + len(SECOND)), DraftPart(len(FIRST) + 2 + len(SECOND), len(TEXT))))
SOURCE = Citation(1, "d1", "bc.docx", "Báo cáo <i>năm</i>", 2, 0, 30, "12.226 hộ đạt 8 tiêu chí <script>")


def claim(n: int, words: str, part: int, *, not_checked: NotChecked | None = None) -> Claim:
    start = TEXT.index(words)
    return Claim(n, words, start, start + len(words), ClaimKind.FIGURE, ClaimPlace(part), not_checked=not_checked)


WRONG = ClaimCheck(
    claim(1, FIRST, 0),
    ClaimVerdict.DIFFERS,
    (SOURCE,),
    (Difference(DifferenceKind.NUMBER, "12.262", "12.226", 13, 19),),
)
GREETING = ClaimCheck(claim(2, SECOND, 0, not_checked=NotChecked.GREETING), ClaimVerdict.NOT_CHECKABLE)
TRUE = ClaimCheck(claim(3, THIRD, 1), ClaimVerdict.SUPPORTED, (SOURCE,))


def view(*checks: ClaimCheck, check_id: str = "c1", running: bool = False) -> CheckedView:
    claims = tuple(one.claim for one in (WRONG, GREETING, TRUE))
    found = {one.claim.n: one for one in checks}
    return CheckedView(DRAFT, claims, found, summary_of(checks), check_id, "…", running)


def test_the_differing_words_stand_out_in_the_marked_claim() -> None:
    html = checked_html(view(WRONG, GREETING, TRUE))
    assert 'class="tl-claim tl-v-differs"' in html
    assert "Toàn tỉnh có <b>12.262</b> hộ đạt 8 tiêu chí." in html


def test_draft_and_source_values_stand_side_by_side() -> None:
    html = checked_html(view(WRONG))
    assert re.search(r"tl-pair-draft\">12\.262</b>.*?tl-pair-source\">12\.226</b>", html)


def test_nothing_of_draft_or_source_becomes_html() -> None:
    html = checked_html(view(WRONG, GREETING, TRUE))
    assert "<script>" not in html
    assert "<i>năm" not in html
    assert "<b>tình thương" not in html
    assert "&lt;b&gt;tình thương&lt;/b&gt;" in html


def test_a_claim_that_was_not_come_to_yet_is_pending_and_nothing_can_be_taken_away() -> None:
    html = checked_html(view(WRONG, running=True))
    assert html.count("tl-v-pending") == 2
    assert ".docx" not in html
    assert "<progress" in html


def test_files_are_offered_when_the_check_is_over() -> None:
    html = checked_html(view(WRONG, GREETING, TRUE))
    assert 'href="/kiem-chung/c1.docx"' in html
    assert 'href="/kiem-chung/c1.xlsx"' in html


@pytest.mark.parametrize(
    ("check", "shown"),
    [
        (WRONG, True),
        (TRUE, False),
        (replace(TRUE, notes=(ClaimNote(NoteCode.UNKNOWN_NUMBER, {"number": "45/BC-BTV"}),)), True),
    ],
)
def test_only_what_needs_eyes_asks_for_a_decision(check: ClaimCheck, shown: bool) -> None:
    html = checked_html(view(check))
    assert ("data-decision=" in html) is shown
    assert ('data-kinds="' + " ".join(sorted({check.verdict.value, "see"})) in html) is shown


def test_the_decision_made_is_pressed() -> None:
    html = checked_html(view(replace(WRONG, decision=Decision.FIX)))
    assert re.findall(r'data-decision="(\w+)" data-n="1" aria-pressed="true"', html) == ["fix"]


def test_greetings_have_no_card_but_say_why_they_are_left_alone() -> None:
    html = checked_html(view(GREETING))
    assert "tl-claim-card" not in html
    assert 'title="lời chào"' in html


def test_a_claim_compared_in_other_words_is_marked_whole() -> None:
    row = replace(WRONG, claim=replace(WRONG.claim, statement="Huyện A, số hộ: 12.262"))
    assert "<b>12.262</b> hộ" not in checked_html(view(row))


def test_a_draft_without_claims_says_so() -> None:
    html = checked_html(CheckedView(DRAFT, (), {}, summary_of(()), "c1"))
    assert "Trong bản thảo không có câu nào" in html
