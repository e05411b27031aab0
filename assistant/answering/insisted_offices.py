"""Offices a question asks for, and whether somebody is named who holds one there (linguistic table)."""

from collections.abc import Iterator, Sequence

from assistant.answering.answer_spans import DEPUTY, HEADS, PROVINCE_NAMES, answer_spans
from assistant.answering.evidence import DocumentEvidence, pairs
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked, Question

_OFFICES = frozenset(
    {*HEADS, ("hieu", "truong"), ("bo", "truong"), ("thu", "tuong"), ("truong", "phong"), ("vien", "truong"),
     ("tong", "thong"), ("truong", "thon"), ("thu", "truong"), ("doi", "truong"), ("hoi", "truong")}
)  # fmt: skip
_NOT_AN_OFFICE_AFTER = frozenset({"ban"})
""" "Ban Bí thư" is a body."""
_WHOLE_PLACES = PROVINCE_NAMES | {("viet", "nam"), ("trung", "uong")}
_PERSON_REACH = 12
"""Syllables after an office within which its holder is named."""
_PERSON = Ask(Asked.PERSON, (), 0, 0)


def office_asked(question: Question) -> tuple[int, int] | None:
    """Tokens [first, last) of the office the question names first, its "phó" included."""
    for last, (*_, deputy) in _offices([token.folded for token in question.tokens]):
        return last - 2 - deputy, last
    return None


def office_unfilled(question: Question, sentences: Sequence[Sentence], document: DocumentEvidence) -> bool:
    """Whether the question names an office and none of the sentences names who holds it there."""
    parts = [token.folded for token in question.tokens]
    asked = {office for _, office in _offices(parts)}
    places = _places(parts)
    return bool(asked) and not any(_fills(sentence, asked, places, document) for sentence in sentences)


def office_missing(question: Question, document: DocumentEvidence) -> bool:
    """Whether the question names an office of which the document never speaks, whatever is asked about it."""
    asked = {f"{first}_{second}" for _, (first, second, _) in _offices([token.folded for token in question.tokens])}
    return not asked <= document.pairs


def _offices(parts: Sequence[str]) -> Iterator[tuple[int, tuple[str, str, bool]]]:
    """Places behind offices, with the office and whether a deputy's is meant."""
    for at in range(len(parts) - 1):
        office = parts[at], parts[at + 1]
        before = parts[at - 1] if at else ""
        if office in _OFFICES and before not in _NOT_AN_OFFICE_AFTER:
            yield at + 2, (*office, before == DEPUTY)


def _fills(
    sentence: Sentence,
    asked: set[tuple[str, str, bool]],
    places: set[tuple[str, ...]],
    document: DocumentEvidence,
) -> bool:
    """Whether one holder of such an office is named, at the place asked for where there is one."""
    behind = [at for at, office in _offices(sentence.syllables) if office in asked]
    if not behind:
        return False
    persons = answer_spans(sentence, _PERSON)
    title = [
        sentence.syllables[at:first] if first >= at else sentence.syllables[at : at + _PERSON_REACH // 2]
        for at in behind
        for first, last in persons
        if 0 <= first - at <= _PERSON_REACH or 0 <= at - 2 - last <= 1
    ]
    return any(_is_there_asked(_places(one), places, document) for one in title)


def _is_there_asked(named_here: set[tuple[str, ...]], asked: set[tuple[str, ...]], document: DocumentEvidence) -> bool:
    """The title names a place asked for, or none where the document's card names it, or none was asked for."""
    if named_here:
        return not asked or bool(named_here & asked)
    return all(set(pairs(place)) <= document.card for place in asked)


def _places(parts: Sequence[str]) -> set[tuple[str, ...]]:
    """Provinces, and the whole country."""
    runs = {tuple(parts[at : at + size]) for size in (2, 3) for at in range(len(parts) - size + 1)}
    return runs & _WHOLE_PLACES
