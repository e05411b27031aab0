"""Names in a question: runs of capitals, provinces, phrases in quotation marks."""

from functools import cache

from assistant.query.places import PROVINCES
from assistant.query.tokens import PhraseMatch, Token, find_phrases, tokens_of
from assistant.query.wording import COMMON_IN_NAMES
from ingest.text.syllables import is_syllable

_BEFORE_A_NAME = frozenset({"huyen", "xa", "phuong", "quan", "thon"})


def capital_names(text: str, tokens: tuple[Token, ...], interrogative: set[int]) -> list[tuple[str, ...]]:
    """Runs of capitalised words; the first word of the question counts only inside a longer run."""
    if text.isupper():
        return []
    names: list[tuple[str, ...]] = []
    run: list[int] = []
    for index, token in enumerate(tokens):
        joined = bool(run) and text[tokens[index - 1].end : token.start] in {" ", "-", " - "}
        capital = token.text[0].isupper() and index not in interrogative
        if capital and (joined or not run):
            run.append(index)
            continue
        names += _name_of(tokens, run)
        run = [index] if capital else []
    return names + _name_of(tokens, run)


def _name_of(tokens: tuple[Token, ...], run: list[int]) -> list[tuple[str, ...]]:
    """A single capitalised Vietnamese syllable (Hội, Cụm) is a habit of writing, a foreign word is a name."""
    if not run or run == [0] or (len(run) == 1 and is_syllable(tokens[run[0]].text)):
        return []
    if all(tokens[index].folded in COMMON_IN_NAMES for index in run):
        return []
    return [tuple(tokens[index].folded for index in run)]


@cache
def _province_phrases() -> tuple[str, ...]:
    """Provinces whose folded name is two syllables or more; one syllable (Huế) needs its capital and accents."""
    return tuple(name.replace(" - ", " ").lower() for name in PROVINCES if " " in name)


def provinces_named(tokens: tuple[Token, ...], accented: bool) -> list[tuple[str, ...]]:
    """Every province named, as folded syllables."""
    return [
        tuple(token.folded for token in tokens[first:last]) for first, last in province_spans(tokens, accented=accented)
    ]


def province_spans(tokens: tuple[Token, ...], *, accented: bool) -> list[tuple[int, int]]:
    """Tokens [first, last) of every province named."""
    found = find_phrases(tokens, _province_phrases(), accented=accented)
    return [(one.first, one.last) for one in found if accented or not _ends_in_a_year(tokens, one)]


def _ends_in_a_year(tokens: tuple[Token, ...], found: PhraseMatch) -> bool:
    """Typed without accents "huyen long ha nam 2021" speaks of Long Hạ in 2021, not of Hà Nam."""
    last = tokens[found.last - 1].folded == "nam" and found.last < len(tokens) and tokens[found.last].text.isdigit()
    return last and found.first > 1 and tokens[found.first - 2].folded in _BEFORE_A_NAME


def quoted_phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases in quotation marks of any kind, as folded syllables."""
    found: list[tuple[str, ...]] = []
    opened: int | None = None
    for index, char in enumerate(text):
        if char in '“”"«»':
            if opened is None:
                opened = index + 1
                continue
            found.append(tuple(token.folded for token in tokens_of(text[opened:index])))
            opened = None
    return tuple(phrase for phrase in found if phrase)
