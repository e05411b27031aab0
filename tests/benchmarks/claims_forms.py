"""Made claims as a draft in the forms that cadres have: pasted, typed without accents, an old encoding, Word."""

from collections.abc import Callable, Sequence
from pathlib import Path

import docx

from assistant.claims.checker import DraftChecker
from assistant.claims.model import Draft
from tests.benchmarks.seed_forms import as_tcvn3
from tests.benchmarks.verification_rewordings import unaccented

Placed = tuple[Draft, list[tuple[int, int]]]


def _placed(draft: Draft, count: int) -> Placed:
    """A line of the draft is a claim."""
    places, at = [], 0
    for line in draft.text.split("\n"):
        if line.strip():
            places.append((at, at + len(line)))
        at += len(line) + 1
    if len(places) != count:
        message = f"{len(places)} lines of {count} claims"
        raise ValueError(message)
    return draft, places


def _plain(texts: Sequence[str], checker: DraftChecker, scratch: Path) -> Placed:
    del scratch
    return _placed(checker.read("\n".join(texts)), len(texts))


def _unaccented(texts: Sequence[str], checker: DraftChecker, scratch: Path) -> Placed:
    return _plain([unaccented(one) for one in texts], checker, scratch)


def _tcvn3(texts: Sequence[str], checker: DraftChecker, scratch: Path) -> Placed:
    path = scratch / "draft.txt"
    path.write_bytes(as_tcvn3("\n".join(texts)))
    return _placed(checker.read(path), len(texts))


def _docx(texts: Sequence[str], checker: DraftChecker, scratch: Path) -> Placed:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    path = scratch / "draft.docx"
    document.save(str(path))
    return _placed(checker.read(path), len(texts))


FORMS: dict[str, Callable[[Sequence[str], DraftChecker, Path], Placed]] = {
    "plain": _plain,
    "unaccented": _unaccented,
    "tcvn3": _tcvn3,
    "docx": _docx,
}
