"""Paragraphs of runs to Unicode text: each run in its own encoding, letters split between runs put together first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from ingest.text.encoding_choice import MIN_WORDS, Run, Tally, Verdict, choose, font_encodings
from ingest.text.legacy import convert, encoding_of_font, font_key, is_upper_case_font, marked_words
from ingest.text.legacy_tables import UNICODE

_DINGBATS = ("wingdings", "webdings", "zapf", "marlett", "monotype sorts")
_SYMBOLS = (*_DINGBATS, "symbol", "mt extra")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_HIGH = re.compile(r"[^\x00-\x7f\u00a0]")
_INK = re.compile(r"\S+")
_BULLET = "•"
_VIETNAMESE_UNICODE = re.compile("[\u1ea0-\u1ef9]")


def decode_paragraphs(paragraphs: Sequence[Sequence[Run]]) -> tuple[list[str], Verdict]:
    """The text of every paragraph in Unicode, and the encodings it was in."""
    decoder = ParagraphDecoder(run for paragraph in paragraphs for run in paragraph)
    return [decoder.paragraph(paragraph) for paragraph in paragraphs], decoder.verdict()


def decode_lines(text: str) -> tuple[str, Verdict]:
    """Text of unknown encoding without fonts, line by line."""
    lines, verdict = decode_paragraphs([[Run(line)] for line in text.split("\n")])
    return "\n".join(lines), verdict


class ParagraphDecoder:
    """Decodes one document paragraph by paragraph, in order; what each font is in is judged over all its ``runs``."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._fonts = font_encodings(_readable(run) for run in runs if not _is_symbol(run.font))
        self._latest: dict[str, str] = {}
        """Of every font, the encoding of the last paragraph that could be judged by itself."""
        self._tally = Tally()

    def paragraph(self, runs: Sequence[Run]) -> str:
        """The text of one paragraph in Unicode."""
        readable = [_readable(run) for run in runs]
        chosen = self._encodings(readable)
        parts: list[str] = []
        for (encoding, upper), group in groupby(
            readable, key=lambda run: (chosen[font_key(run.font)], is_upper_case_font(run.font))
        ):
            decoded = convert("".join(run.text for run in group), encoding)
            self._tally.count(encoding, decoded)
            parts.append(decoded.upper() if upper and encoding != UNICODE else decoded)
        return "".join(parts)

    def count_unicode(self, text: str) -> None:
        """Take text that needs no decoding into the verdict."""
        self._tally.count(UNICODE, text)

    def verdict(self) -> Verdict:
        """The encodings of the paragraphs decoded so far."""
        return self._tally.verdict()

    def _encodings(self, paragraph: Sequence[Run]) -> dict[str, str]:
        """The encoding of every font of a paragraph."""
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for run in paragraph:
            texts[font_key(run.font)].append(run.text)
        joined = {font: "".join(parts) for font, parts in texts.items()}
        return {font: UNICODE if _is_symbol(font) else self._encoding(font, text) for font, text in joined.items()}

    def _encoding(self, font: str, text: str) -> str:
        whole = self._fonts.get(font, UNICODE)
        named = encoding_of_font(font) is not None
        # ASCII needs no decoding, but capitals of a font of capitals and VNI pairs across runs do
        if text.isascii() or (named and not _VIETNAMESE_UNICODE.search(text)):
            return whole
        found = choose(text, self._latest.get(font, whole))
        if len(marked_words(text)) >= MIN_WORDS:
            self._latest[font] = found
        return found


def _readable(run: Run) -> Run:
    """Characters of symbol fonts are bullets; other fonts marked as symbol fonts have their codes shifted."""
    if _is_symbol(run.font):
        inked = _INK if font_key(run.font).startswith(_DINGBATS) else _HIGH
        return Run(inked.sub(_BULLET, run.text), run.font)
    if _PRIVATE.search(run.text):
        return Run(_PRIVATE.sub(lambda match: chr(ord(match.group()) - 0xF000), run.text), run.font)
    return run


def _is_symbol(font: str | None) -> bool:
    return font_key(font).startswith(_SYMBOLS)
