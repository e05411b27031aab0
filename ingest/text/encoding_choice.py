"""Which encoding a stretch of text is in: what its font says, checked and completed by how many words come out valid.

Thresholds were measured on the five seeds written in seven encodings: a text in its own table has 0.97 and more of its
accented words valid; read by the wrong table an old text reaches 0.61, a Unicode text up to 0.998, so Unicode is tried
first.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.text.legacy import EIGHT_BIT_ENCODINGS, convert, encoding_of_font, font_key, marked_words, valid_share
from ingest.text.legacy_tables import MOJIBAKE, UNICODE

SURE_SHARE = 0.9
"""Valid accented words above which text is taken to be Unicode already."""
LEGACY_SHARE = 0.85
"""What an old encoding must reach, and the margin it must have over Unicode."""
LEGACY_MARGIN = 0.2
MIN_WORDS = 6
"""Fewer accented words than this decide nothing alone: the rest of the document does."""
_MAX_JUDGED_CHARS = 100_000


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
        words = [word for word in marked_words(decoded) if any(map(str.isalpha, word))]
        self.words[encoding] += len(words)
        self.valid += valid_share(words) * len(words)

    def verdict(self) -> Verdict:
        """The sum of all that was noted; text without accents is Unicode."""
        total = self.words.total()
        if not total:
            return Verdict(UNICODE, 1.0)
        named = [name for name, count in self.words.most_common() if count >= max(1, total * 0.01)]
        return Verdict("+".join(named), round(self.valid / total, 3))


def choose(text: str, likely: str = UNICODE) -> str:
    """The encoding of a stretch of text; ``likely`` where its accented words are too few or do not tell."""
    sample = _Sample(text)
    plain = sample.share(UNICODE)
    if sample.total < MIN_WORDS:
        return _of_few(sample, plain, likely)
    if plain >= SURE_SHARE:
        return UNICODE
    shares = {encoding: sample.share(encoding) for encoding in EIGHT_BIT_ENCODINGS}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= LEGACY_SHARE and shares[best] - plain >= LEGACY_MARGIN:
        return best
    return likely if sample.share(likely) >= plain else UNICODE


class _Sample:
    """The accented words of a text, counted, and how many of them make sense in an encoding."""

    def __init__(self, text: str) -> None:
        self._text = text[:_MAX_JUDGED_CHARS]
        self._words = Counter(marked_words(self._text))
        self.total = self._words.total()

    def share(self, encoding: str) -> float:
        """Share of words that are syllables when read in ``encoding``; 1.0 without words."""
        if encoding == MOJIBAKE:  # its pieces include quotes and spaces: words show only afterwards
            return valid_share(marked_words(convert(self._text, MOJIBAKE)))
        if not self.total:
            return 1.0
        valid = sum(count * valid_share([convert(word, encoding)]) for word, count in self._words.items())
        return valid / self.total


def _of_few(sample: _Sample, plain: float, likely: str) -> str:
    return likely if sample.share(likely) > plain else UNICODE if plain >= SURE_SHARE else likely


def font_encodings(runs: Iterable[Run]) -> dict[str, str]:
    """The encoding of every font of a document, by the key of its name.

    A name that stands for an old encoding is believed unless the text shows plainly that it is Unicode already; the
    text of any other font is judged as a whole.
    """
    texts: dict[str, list[str]] = {}
    lengths = Counter[str]()
    for run in runs:
        key = font_key(run.font)
        held = texts.setdefault(key, [])
        if lengths[key] < _MAX_JUDGED_CHARS and not run.text.isascii():
            held.append(run.text)
            lengths[key] += len(run.text)
    samples = {font: _Sample(" ".join(held)) for font, held in texts.items()}
    named = {font: encoding_of_font(font) for font in samples}
    used = Counter[str]()
    for font, encoding in named.items():
        used[encoding or choose(" ".join(texts[font]))] += samples[font].total
    likely = next((encoding for encoding, _ in used.most_common() if encoding != UNICODE), UNICODE)
    return {
        font: _checked(encoding, samples[font]) if encoding else _unnamed(" ".join(texts[font]), samples[font], likely)
        for font, encoding in named.items()
    }


def _checked(encoding: str, sample: _Sample) -> str:
    plain = sample.share(UNICODE)
    mislabelled = sample.total >= MIN_WORDS and plain >= SURE_SHARE and sample.share(encoding) < plain
    return UNICODE if mislabelled else encoding


def _unnamed(text: str, sample: _Sample, likely: str) -> str:
    """A font that says nothing: a few words in it follow the document only where they make sense so alone."""
    if sample.total >= MIN_WORDS:
        return choose(text)
    sensible = sample.total and sample.share(likely) >= SURE_SHARE > sample.share(UNICODE)
    return likely if sensible else UNICODE
