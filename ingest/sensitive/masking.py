"""Masking personal identifiers: same length, so that every offset holds; masking twice is masking once."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.sensitive.identifiers import LONG_NUMBER, RULES, Identifier, Rule
from ingest.sensitive.protected_names import initials, protected_names

MASK = "•"
_DIGIT, _LETTER_OR_DIGIT = re.compile(r"\d"), re.compile(r"[^\W_]")
_IN_LETTERS = frozenset(
    {
        Identifier.PASSPORT,
        Identifier.PLATE,
        Identifier.EMAIL,
        Identifier.INSURANCE,
        Identifier.ADDRESS,
        Identifier.TRAIT,
    }
)
_ADMINISTRATIVE = re.compile(
    r"\b(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố|tỉnh|TP|TX|TT|P|Q|H|X)\b[.\s]", re.IGNORECASE
)
_TRIGGER = re.compile(r"[\d@:]")
_SHORT_RULES = tuple(rule for rule in RULES if not rule.long)
_MAX_PASSES = 16
"""A pass that changes nothing is the last; each takes characters away, so few are needed."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text of the same length with its identifiers covered, and how many there were of each kind."""

    text: str
    found: tuple[tuple[Identifier, int], ...] = ()
    """Sorted by kind."""


def mask(text: str) -> Masked:
    """Cover every personal identifier of ``text`` with dots, letter by letter and digit by digit."""
    found: Counter[Identifier] = Counter()
    text = _without_names(text, found)
    rules = _rules_for(text)
    for _ in range(_MAX_PASSES if rules else 0):
        before = text
        for rule in rules:
            text = _apply(rule, text, found)
        if text == before:
            break
    return Masked(text, tuple(sorted(found.items())))


def _without_names(text: str, found: Counter[Identifier]) -> str:
    """Of names of children and victims the initials stay."""
    while spans := protected_names(text):
        before = text
        for start, end in spans:
            text = text[:start] + initials(text[start:end], MASK) + text[end:]
        if text == before:
            break
        found[Identifier.NAME] += len(spans)
    return text


def _rules_for(text: str) -> list[Rule]:
    """The rules whose words are there: looking for words is a hundred times faster than trying the rules."""
    if not _TRIGGER.search(text):
        return []
    words = text.lower().replace("\n", " ").strip()
    if "  " in words or not words.isprintable():
        words = " ".join(words.split())
    before_colons = [part.rstrip() for part in words.split(":")[:-1]]
    rules = RULES if LONG_NUMBER.search(text) else _SHORT_RULES
    return [rule for rule in rules if _has_words(rule, words, before_colons)]


def _has_words(rule: Rule, words: str, before_colons: list[str]) -> bool:
    if rule.labels:
        return any(label.endswith(rule.labels) for label in before_colons)
    return not rule.needles or any(needle in words for needle in rule.needles)


def masked(text: str) -> str:
    """The text of ``mask`` alone."""
    return mask(text).text


def _apply(rule: Rule, text: str, found: Counter[Identifier]) -> str:
    parts: list[str] = []
    copied = 0
    for match in rule.pattern.finditer(text):
        if rule.accepts is not None and not rule.accepts(match):
            continue
        start, end = match.span("v")
        end = _home_end(text, start, end) if rule.kind is Identifier.ADDRESS else end
        covered = (_LETTER_OR_DIGIT if rule.kind in _IN_LETTERS else _DIGIT).sub(MASK, text[start:end])
        if covered == text[start:end]:
            continue
        parts += [text[copied:start], covered]
        copied = end
        found[rule.kind] += 1
    return "".join([*parts, text[copied:]]) if parts else text


def _home_end(text: str, start: int, end: int) -> int:
    """An address is covered up to its commune: house, lane and hamlet lead to a person, the commune to thousands."""
    commune = _ADMINISTRATIVE.search(text, start, end)
    if commune:
        return commune.start()
    sentence = text.find(". ", start, end)
    return sentence if sentence >= 0 else end


def merged(*counts: tuple[tuple[Identifier, int], ...]) -> tuple[tuple[Identifier, int], ...]:
    """Counts of several texts as one."""
    total: Counter[Identifier] = Counter()
    for pairs in counts:
        total.update(dict(pairs))
    return tuple(sorted(total.items()))
