"""Numbers of papers as people type them ("chi thi 21", "nd30 2020", "bc 45"), and the forms papers write them in."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.model import Expansion, Understanding
from assistant.ports import TermFrequency
from assistant.query.document_numbers import DocumentNumber, PartialNumber, document_numbers, zero_padded
from assistant.query.document_types import COUNTED, LETTERS_TO_NAME, TYPE_LETTERS, TYPE_NAMES, YEARLY
from assistant.query.readings import Reading
from assistant.query.tokens import has_accents
from assistant.query.typing_keys import folded_syllables
from ingest.text.folding import fold

KIND = "document_number"
_WEIGHT = 0.7
_SPELLED_WEIGHT = 0.4
_YEARS = range(1990, 2041)
_AFTER = re.compile(r"\s*(%|[.,/-]?\d|\w+)")


def numbers(text: str, frequency: TermFrequency | None = None) -> list[Reading]:
    """Numbers written out in full first, loose ones beside them.

    With ``frequency`` a year that was not said is supplied from the store: 202 of a resolution becomes 202/2025.
    """
    full = document_numbers(text)
    found = [_strict(text, one) for one in full]
    for start, end, partial in partial_numbers(text):
        if not any(one.start < end and start < one.end for one in full):
            chip = Understanding(KIND, text[start:end], _meaning(partial))
            found.append(Reading(chip, start, end, tuple(_forms(partial, frequency))))
    return found


def partial_numbers(text: str) -> list[tuple[int, int, PartialNumber]]:
    """Loose numbers with their places [start, end), left to right, not overlapping."""
    folded = fold(text)
    found: list[tuple[int, int, PartialNumber]] = []
    for pattern in (_after_kind(), _before_kind()):
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end, _ in found):
                continue
            types = _kinds_typed(text[slice(*match.span("kind"))])
            if not types:
                continue
            if pattern is _before_kind() or match["year"] or not _counts(folded, match):
                year = int(match["year"]) if match["year"] else None
                found.append((start, end, PartialNumber(int(match["number"]), types, year)))
    return sorted(found, key=lambda one: one[0])


def _counts(folded: str, match: re.Match[str]) -> bool:
    """Whether the number counts what follows it, or is the day or month of a date."""
    following = _AFTER.match(folded, match.end())
    if following is None:
        return False
    word = following.group(1)
    glued = following.start(1) == match.end()
    return word == "%" or word in _counted() or (glued and not word[0].isalpha())


def _strict(text: str, one: DocumentNumber) -> Reading:
    padded = [text[one.start : one.end].replace(one.number, other, 1) for other in zero_padded(one.number)]
    spelled = LETTERS_TO_NAME.get(one.type or "")
    names = [f"{spelled} {one.number}", f"{spelled} số {one.number}"] if spelled else []
    expansions = [Expansion(form, _WEIGHT) for form in padded] + [Expansion(name, _SPELLED_WEIGHT) for name in names]
    return Reading(Understanding(KIND, one.text, one.key), one.start, one.end, tuple(expansions))


def _forms(partial: PartialNumber, frequency: TermFrequency | None) -> Iterator[Expansion]:
    number = str(partial.number)
    for letters in partial.types:
        years = _years_of(partial, letters, frequency)
        for written in (number, *zero_padded(number)):
            yield from (Expansion(f"{written}/{year}/{letters}", _WEIGHT) for year in years)
            if partial.year is None and letters not in {"QH", "UBTVQH"}:
                yield Expansion(f"{written}/{letters}", _WEIGHT)
        name = LETTERS_TO_NAME.get(letters)
        if name:
            yield Expansion(f"{name} {number}", _SPELLED_WEIGHT)
            yield Expansion(f"{name} số {number}", _SPELLED_WEIGHT)


def _years_of(partial: PartialNumber, letters: str, frequency: TermFrequency | None) -> list[int]:
    if partial.year is not None:
        return [partial.year]
    if letters not in YEARLY or frequency is None:
        return []
    return [year for year in _YEARS if frequency(f"{partial.number}_{year}")]


def _meaning(partial: PartialNumber) -> str:
    number = f"{partial.number}/{partial.year}" if partial.year else str(partial.number)
    return " / ".join(f"{number}/{letters}" for letters in partial.types)


def _kinds_typed(typed: str) -> tuple[str, ...]:
    """The letters a typed kind may have; accents that were typed must agree, a syllable needs capitals (đã 38)."""
    words = " ".join(typed.split())
    letters = _kinds()[fold(words)]
    if has_accents(words):
        exact = {*map(str.lower, letters), *(name for name in TYPE_NAMES if fold(name) == fold(words))}
        return letters if words.lower() in exact else ()
    is_word = " " not in words and fold(words) in folded_syllables() and fold(words) not in map(fold, TYPE_NAMES)
    return () if is_word and not words.isupper() else letters


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Folded name or letters of a kind to the letters it may have in a number."""
    table: dict[str, tuple[str, ...]] = {}
    for letters in TYPE_LETTERS.split("|"):
        key = fold(letters)
        if len(key) > 1:
            table[key] = (*table.get(key, ()), letters)
    return table | {fold(name): letters for name, letters in TYPE_NAMES.items()}


def _any_kind(*, letters_only: bool = False) -> str:
    kinds = [kind for kind in _kinds() if not letters_only or " " not in kind]
    return "|".join(kind.replace(" ", r"\s+") for kind in sorted(kinds, key=len, reverse=True))


@cache
def _after_kind() -> re.Pattern[str]:
    """The kind, then the number: "chi thi so 21", "nd30 2020", "nghi dinh 30/2020"."""
    return re.compile(
        rf"(?<![\w/-])(?P<kind>{_any_kind()})\s*(?:so\b)?\s*[:.]?\s*(?P<number>\d{{1,5}})"
        r"(?:\s*(?:/|-|\bnam\b|\s)\s*(?P<year>(?:19|20)\d{2}))?(?!\d|[.,]\d)"
    )


@cache
def _before_kind() -> re.Pattern[str]:
    """The number, then the letters, in lower case or with a part missing: "45/bc", "21-ct", "30/2020/nd-cp"."""
    return re.compile(
        rf"(?<![\w/.,-])(?P<number>\d{{1,5}})\s?[/-]\s?(?:(?P<year>(?:19|20)\d{{2}})\s?[/-]\s?)?"
        rf"(?P<kind>{_any_kind(letters_only=True)})(?:\s?[/-]\s?[a-z]{{2,12}}(?:-[a-z]{{1,10}})*)?(?!\w)"
    )


@cache
def _counted() -> frozenset[str]:
    return frozenset(map(fold, COUNTED))
