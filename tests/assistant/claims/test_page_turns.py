"""Sentences that a page end cuts."""

from collections.abc import Callable

import pytest

from assistant.claims.cutting import claims_of
from assistant.claims.model import Draft
from assistant.claims.page_turns import draft_of
from ingest.documents import RawDocument, RawPage
from ingest.structure import structure
from tests.benchmarks.verification_rewordings import unaccented

LEFT = "Năm 2020, Hội LHPN huyện Mường Sang đã vận động các cấp Hội giúp đỡ được tất cả"
RIGHT = "412 hộ nghèo có địa chỉ sinh sống trên địa bàn huyện vươn lên thoát nghèo bền vững."
LAST = "Hội còn mở 15 lớp dạy nghề cho 450 chị em trong toàn huyện ở các xã vùng cao biên giới."


def draft(*pages: str) -> Draft:
    raw = RawDocument("nhap.pdf", "0" * 64, "application/pdf", tuple(RawPage(n, one) for n, one in enumerate(pages, 1)))
    return draft_of(structure(raw))


@pytest.mark.parametrize("write", [str, unaccented])
def test_a_sentence_across_two_pages_is_one_claim_on_the_first_of_them(write: Callable[[str], str]) -> None:
    made = draft(write(f"{LAST}\n{LEFT}"), write(f"{RIGHT}\n{LAST}"))
    claims = claims_of(made)
    whole = [one for one in claims if "412" in one.text]
    assert [one.text for one in whole] == [write(f"{LEFT} {RIGHT}")]
    assert [one.where.page for one in claims] == [1, 1, 2]
    assert all(made.text[one.char_start : one.char_end] == one.text for one in claims)


def test_page_numbers_between_the_halves_are_left_out() -> None:
    made = draft(*(f"{n}\n\n{body}" for n, body in enumerate((f"{LAST}\n{LEFT}", f"{RIGHT}\n{LAST}", LAST), 1)))
    assert f"{LEFT} {RIGHT}" in [one.text for one in claims_of(made)]


@pytest.mark.parametrize("right", [LAST, "II. KẾT QUẢ\n" + LAST, "- " + LAST])
def test_a_page_that_begins_anew_is_not_joined(right: str) -> None:
    made = draft(f"{LAST}\n{LAST}", right)
    assert all(not part.turns for part in made.parts)
    assert [part.page for part in made.parts] == sorted(part.page for part in made.parts)
