"""Which encoding a stretch of text is in: what its font says, checked and completed by how many words come out valid.

Thresholds were measured on the five seeds written in seven encodings: a text in its own table has 0.97 and more of its
accented words valid; read by the wrong table an old text reaches 0.61, a Unicode text up to 0.998, so Unicode is tried
first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.text.legacy import EIGHT_BIT_ENCODINGS, convert, encoding_of_font, font_key, marked_words, valid_share
from ingest.text.legacy_tables import UNICODE

SURE_SHARE = 0.9
"""Valid accented words above which text is taken to be Unicode already."""
LEGACY_SHARE = 0.85
"""What an old encoding must reach, and the margin it must have over Unicode."""
LEGACY_MARGIN = 0.2
MIN_WORDS = 6
"""Fewer accented words than this decide nothing alone: the rest of the document does."""
_MAX_JUDGED_WORDS = 4000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one font; None where the format does not tell fonts."""

    text: str
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The encodings found, most used first, joined by "+", and the share of accented words that came out valid."""

    encoding: str
    confidence: float


@dataclass(slots=True)
class Tally:
    """What decoding did to a document, word by word."""

    words: Counter[str] = field(default_factory=Counter)
    valid: float = 0.0

    def count(self, encoding: str, decoded: str) -> None:
        """Note a decoded stretch."""
        words = marked_words(decoded)
        self.words[encoding] += len(words)
        self.valid += valid_share(words) * len(words)

    def verdict(self) -> Verdict:
        """The sum of all that was noted; text without accents is Unicode."""
        total = self.words.total()
        if not total:
            return Verdict(UNICODE, 1.0)
        named = [name for name, count in self.words.most_common() if count >= max(1, total * 0.01)]
        return Verdict("+".join(named), round(self.valid / total, 3))


def choose(words: Sequence[str], likely: str = UNICODE) -> str:
    """The encoding of these accented words; ``likely`` where they are too few or do not tell."""
    counted = Counter(words[:_MAX_JUDGED_WORDS])
    plain = share_in(UNICODE, counted)
    if counted.total() < MIN_WORDS:
        return _of_few(counted, plain, likely)
    if plain >= SURE_SHARE:
        return UNICODE
    shares = {encoding: share_in(encoding, counted) for encoding in EIGHT_BIT_ENCODINGS}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= LEGACY_SHARE and shares[best] - plain >= LEGACY_MARGIN:
        return best
    return likely if share_in(likely, counted) >= plain else UNICODE


def share_in(encoding: str, counted: Mapping[str, int]) -> float:
    """Share of the words, weighted by their counts, that are syllables when read in ``encoding``; 1.0 without words."""
    total = sum(counted.values())
    if not total:
        return 1.0
    return sum(count * valid_share([convert(word, encoding)]) for word, count in counted.items()) / total


def _of_few(counted: Counter[str], plain: float, likely: str) -> str:
    return likely if share_in(likely, counted) > plain else UNICODE if plain >= SURE_SHARE else likely


def font_encodings(runs: Iterable[Run]) -> dict[str, str]:
    """The encoding of every font of a document, by the key of its name.

    A name that stands for an old encoding is believed unless the text shows plainly that it is Unicode already; the
    text of any other font is judged as a whole.
    """
    words: dict[str, list[str]] = {}
    for run in runs:
        if len(held := words.setdefault(font_key(run.font), [])) < _MAX_JUDGED_WORDS:
            held += marked_words(run.text)
    named = {font: encoding_of_font(font) for font in words}
    used = Counter[str]()
    for font, encoding in named.items():
        used[encoding or choose(words[font])] += len(words[font])
    likely = next((encoding for encoding, _ in used.most_common() if encoding != UNICODE), UNICODE)
    return {
        font: _checked(encoding, words[font]) if encoding else _unnamed(words[font], likely)
        for font, encoding in named.items()
    }


def _checked(encoding: str, words: Sequence[str]) -> str:
    counted = Counter(words)
    plain = share_in(UNICODE, counted)
    mislabelled = counted.total() >= MIN_WORDS and plain >= SURE_SHARE and share_in(encoding, counted) < plain
    return UNICODE if mislabelled else encoding


def _unnamed(words: Sequence[str], likely: str) -> str:
    """A font that says nothing: a few words in it follow the document only where they make sense so alone."""
    if len(words) >= MIN_WORDS:
        return choose(words)
    counted = Counter(words)
    sensible = bool(words) and share_in(likely, counted) >= SURE_SHARE > share_in(UNICODE, counted)
    return likely if sensible else UNICODE
