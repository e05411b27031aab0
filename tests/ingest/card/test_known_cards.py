"""Documents whose cards a person wrote down, and made-up ones in every layout: the bar, and nothing invented."""

import re
from pathlib import Path

import pytest

from ingest.card.values import CardField, CardSource
from ingest.documents import Metadata
from tests.benchmarks.identity_cards import CARDS, Score, read_known, read_text, score
from tests.benchmarks.made_cards import made
from tests.ingest.written import document

SETS = [
    "written",
    "held_out",
    "offices",
    "field",
    "desk",
    "shelf",
    "cabinet",
    "drawer",
    "bureau",
    "registry",
    "counter",
    "archive",
    "doors",
    "lobby",
]


@pytest.mark.parametrize("name", SETS)
def test_cards_are_right_and_nothing_is_invented(name: str) -> None:
    total = Score()
    for known in read_known(CARDS / f"{name}.txt"):
        score(known, total)
    assert total.known >= 80
    assert total.right >= 0.95 * total.known, total.errors
    assert total.invented == 0, total.errors


def test_papers_of_odd_kinds_have_gaps_but_nothing_invented() -> None:
    total = Score()
    for known in read_known(CARDS / "attic.txt"):
        score(known, total)
    assert total.right >= 0.8 * total.known, total.errors
    assert (total.wrong, total.invented) == (0, 0), total.errors


@pytest.mark.parametrize("seed", [3, 4])
def test_made_up_documents_in_every_layout(seed: int) -> None:
    total = Score()
    for known in made(20, seed):
        score(known, total)
    assert total.right >= 0.95 * total.known, total.errors
    assert total.invented == 0, total.errors


@pytest.mark.parametrize("name", [*SETS, "attic"])
def test_evidence_says_the_value(name: str) -> None:
    """Number, signer and author stand in their evidence letter by letter, spaces, dashes and case aside."""
    for known in read_known(CARDS / f"{name}.txt"):
        read = read_text(known)
        for field in (CardField.NUMBER, CardField.SIGNER, CardField.AUTHOR):
            value = read.card.find(field)
            if value is None:
                continue
            assert value.page is not None
            evidence = read.pages[value.page - 1].text[value.char_start : value.char_end]
            assert "".join(value.value.split()).casefold() in _as_read("".join(evidence.split())), known.name


def _as_read(evidence: str) -> str:
    """Dashes and case alike, and the zero a scan took for a letter."""
    return re.sub(r"^O(?=\d)", "0", evidence).replace("–", "-").casefold()


def test_declared_value_wins_and_says_so() -> None:
    read = document(
        "Tin thử nghiệm của huyện\n12/05/2022\nSáng nay hội nghị diễn ra.\nMai Anh",
        declared=Metadata(author="Người khác"),
    )
    author = read.card.find(CardField.AUTHOR)
    assert author is not None
    assert (author.value, author.source, author.page) == ("Người khác", CardSource.DECLARED, None)


def test_text_that_says_nothing_has_an_empty_card() -> None:
    read = document(
        "Các chị em cùng nhau trao đổi kinh nghiệm. Theo Chỉ thị 05-CT/TW ngày 15/5/2016, ngày 8/3 và 20/10 hằng năm."
    )
    assert read.card.values == ()


def test_seeds_are_read_as_the_facts_say(shared: Path) -> None:
    folder = shared / "data" / "seeds"
    cards = {path.name[:3]: document(path.read_text("utf-8"), source=path.name).card for path in folder.glob("*.txt")}
    assert cards["003"].get(CardField.DATE) is None
    assert cards["003"].get(CardField.PROVINCE_NEW) is None
    assert cards["003"].get(CardField.PERIOD) == "2019-06-01/2019-06-30"
    assert cards["002"].get(CardField.PERIOD) == "2023-01-01/2023-06-30"
    assert cards["002"].get(CardField.PROVINCE_NEW) == "Bắc Ninh"
    assert [card.get(CardField.NUMBER) for card in cards.values()] == [None] * 5
