"""Identity cards of documents whose cards are known: how many values are right, wrong, and invented.

``python -m tests.benchmarks.identity_cards [SET …] [--errors] [--made N --seed S]``, a set being a file of ``cards/``.
"""

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.card.values import CardField, IdentityCard
from ingest.documents import Document, RawDocument, RawPage
from ingest.loaders.markdown import read_markdown
from ingest.structure import structure

CARDS = Path(__file__).parent / "cards"
RELATIONS = ("replaces", "amends", "repeals", "based_on")


@dataclass(frozen=True, slots=True)
class Known:
    """A document with the card a person read from it; ``relations`` as (kind, number, day or "")."""

    name: str
    text: str
    card: dict[str, str]
    relations: frozenset[tuple[str, str, str]] = frozenset()


@dataclass(slots=True)
class Score:
    """Values of the known cards found right, and values where the known card has none."""

    known: int = 0
    right: int = 0
    wrong: int = 0
    """Values the known card has otherwise."""
    invented: int = 0
    errors: list[str] = field(default_factory=list)
    by_field: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        share = self.right / self.known if self.known else 1.0
        return f"{self.right}/{self.known} values right ({share:.1%}), {self.wrong} wrong, {self.invented} invented"


def read_known(path: Path) -> Iterator[Known]:
    """Documents of a file: ``=== name``, lines ``field: value``, ``---``, the text; a form feed begins a page."""
    for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, text = part.split("\n---\n", 1)
        name, *lines = head.splitlines()
        pairs = [line.split(":", 1) for line in lines if line.strip()]
        card = {key: value.strip() for key, value in pairs if key not in RELATIONS}
        relations = {(key, *(value.strip() + " ").split(" ")[:2]) for key, value in pairs if key in RELATIONS}
        yield Known(name, text, card, frozenset(relations))


def read_text(known: Known) -> Document:
    """The document as ingest stores it; a name that ends in ``.md`` is read as Markdown."""
    if known.name.endswith(".md"):
        read = read_markdown(known.text.encode())
        digest = hashlib.sha256(known.text.encode()).hexdigest()
        return structure(RawDocument(known.name, digest, "text/markdown", read.pages, read.declared))
    pages = tuple(RawPage(number, text) for number, text in enumerate(known.text.split("\f"), start=1))
    digest = hashlib.sha256(known.text.encode()).hexdigest()
    return structure(RawDocument(known.name, digest, "text/plain", pages))


def same(expected: str, found: str) -> bool:
    """Case, spaces and kinds of dashes and quotes do not matter, nor how "về việc" is abbreviated."""
    return _plain(expected) == _plain(found)


def _plain(text: str) -> str:
    text = re.sub(
        r"[–—]", "-", text.casefold().replace("“", '"').replace("”", '"').replace("uỷ", "ủy").replace("oà", "òa")
    )
    return " ".join(re.sub(r"^(?:v/v|về việc)\s+", "", text).split()).strip(" .")


def score(known: Known, total: Score) -> None:
    """Compare one document's card with the known one; each relation is one value."""
    document = read_text(known)
    card = document.card
    for name in CardField:
        expected, found = known.card.get(name.value), card.get(name)
        total.known += expected is not None
        if expected is not None and found is not None and same(expected, found):
            total.right += 1
            continue
        if expected is None and found is None:
            continue
        total.invented += expected is None
        total.wrong += expected is not None and found is not None
        total.by_field[name.value] += 1
        total.errors.append(f"{known.name} · {name.value}: expected {expected!r}, found {found!r}")
    _score_relations(known, card, total)
    total.errors += list(_wrong_evidence(document))


def _score_relations(known: Known, card: IdentityCard, total: Score) -> None:
    found = {(one.kind.value, one.number, one.date or "") for one in card.relations if one.number}
    total.known += len(known.relations)
    total.right += len(known.relations & found)
    total.invented += len(found - known.relations)
    for one in sorted(known.relations ^ {(kind, number or "", day) for kind, number, day in found}):
        total.errors.append(f"{known.name} · relation {one}: {'missed' if one in known.relations else 'invented'}")


def _wrong_evidence(document: Document) -> Iterator[str]:
    pages = {page.number: page.text for page in document.pages}
    for one in document.card.values:
        if one.page is None:
            continue
        assert one.char_start is not None and one.char_end is not None  # noqa: PT018
        if not pages[one.page][one.char_start : one.char_end].strip():
            yield f"{document.source} · {one.field}: empty evidence"


def main() -> None:
    """Print a line per set, and the errors if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("sets", nargs="*", default=[])
    parser.add_argument("--made", type=int, default=0, help="documents made up from the seed instead of the files")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.made:
        from tests.benchmarks.made_cards import made  # noqa: PLC0415  it needs this module

        _report(f"made (seed {options.seed})", made(options.made, options.seed), errors=options.errors)
        return
    for path in sorted(CARDS.glob("*.txt")):
        if options.sets and path.stem not in options.sets:
            continue
        _report(path.stem, read_known(path), errors=options.errors)


def _report(name: str, documents: Iterable[Known], *, errors: bool) -> None:
    total = Score()
    known_cards = list(documents)
    for known in known_cards:
        score(known, total)
    print(f"{name}: {len(known_cards)} documents, {total}")  # noqa: T201
    if errors:
        print("\n".join(total.errors))  # noqa: T201


if __name__ == "__main__":
    main()
