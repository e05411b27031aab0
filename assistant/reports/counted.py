"""What a figure counts: the unit and the full name after it."""

from assistant.grounding.reading import Kind, Reading, Token
from assistant.reports.figure_words import COMRADES, LABEL_WORDS, STOP_WORDS, UNIT_OF, UNIT_PHRASES, WordTable
from ingest.text.syllables import is_syllable

_UNITS, _STOPS, _COMRADES = WordTable(UNIT_PHRASES), WordTable(STOP_WORDS), WordTable(COMRADES)
_QUOTES = frozenset('“"«‘')
_SYLLABLES = 2
"""Of a noun that stands in no table: most have two; a foreign word is one alone: "46 camera an ninh"."""
MONEY = "đồng"
PERCENT = "%"
PERSON = "người"


def counted(reading: Reading, at: int) -> tuple[str, str]:
    """Unit and name of what stands from a token on; empty where nothing there can be counted.

    :returns: ("hộ", "hộ nghèo"), ("mô hình", "mô hình kinh tế tập thể"), ("đồng", "").
    """
    if at >= len(reading.tokens):
        return "", ""
    words = _noun(reading, at)
    if not words:
        return "", ""
    keys = [one.exact if reading.accented else one.key for one in words]
    unit = _unit(reading, at, keys)
    label = " ".join(reading.text[words[0].start : words[-1].end].split())
    if unit == MONEY:
        label = ""  # what follows is what the money is for
    if unit == PERCENT:
        label = label.partition(" ")[2]
    return unit, label


def _noun(reading: Reading, at: int) -> list[Token]:
    """The words after a figure up to the first that goes on with the sentence."""
    found: list[Token] = []
    tokens = reading.tokens
    phrase = tokens[at].phrase
    if at and phrase != tokens[at - 1].phrase and not _is_quoted(reading, at):
        return []
    keys = [one.exact if reading.accented else one.key for one in tokens[at : at + LABEL_WORDS + 2]]
    named = len(_UNITS.at(keys, 0, accented=reading.accented).split())
    for place, token in enumerate(tokens[at : at + LABEL_WORDS]):
        goes_on = place >= named and _STOPS.at(keys, place, accented=reading.accented)
        if token.kind is not Kind.WORD or token.phrase != phrase or goes_on:
            break
        found.append(token)
    return found


def _unit(reading: Reading, at: int, keys: list[str]) -> str:
    named = _UNITS.at(keys, 0, accented=reading.accented)
    before = reading.tokens[at - 1].quantity if at else None
    known = before.unit if before else ""
    if known == MONEY and len(keys) > 1 and _COMRADES.at(keys, 1, accented=reading.accented):
        return PERSON
    if named and len(named.split()) >= len(known.split()):
        return UNIT_OF.get(named, named)
    first = reading.tokens[at]
    syllables = _SYLLABLES if is_syllable(reading.text[first.start : first.end].lower()) else 1
    last = reading.tokens[at + min(len(keys), syllables) - 1]
    return known or " ".join(reading.text[reading.tokens[at].start : last.end].lower().split())


def _is_quoted(reading: Reading, at: int) -> bool:
    """Whether what is counted stands in quotation marks: 23 “Mái ấm tình thương”."""
    between = reading.text[reading.tokens[at - 1].end : reading.tokens[at].start]
    return between.strip() in _QUOTES
