"""Paragraphs of runs to Unicode text: each run in its own encoding, letters split between runs put together first."""

import re
from collections.abc import Sequence
from itertools import groupby

from ingest.text.encoding_choice import MIN_WORDS, Run, Tally, Verdict, choose, font_encodings
from ingest.text.legacy import convert, encoding_of_font, font_key, is_upper_case_font, marked_words
from ingest.text.legacy_tables import UNICODE

_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "zapf", "marlett", "mt extra", "monotype sorts")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_HIGH = re.compile(r"[^\x00-\x7f\u00a0]")
_BULLET = "•"
_VIETNAMESE_UNICODE = re.compile("[\u1ea0-\u1ef9]")


def decode_paragraphs(paragraphs: Sequence[Sequence[Run]]) -> tuple[list[str], Verdict]:
    """The text of every paragraph in Unicode, and the encodings it was in."""
    readable = [[_readable(run) for run in paragraph] for paragraph in paragraphs]
    fonts = font_encodings(run for paragraph in readable for run in paragraph if not _is_symbol(run.font))
    decoder = _Decoder(fonts)
    texts = [decoder.paragraph(paragraph) for paragraph in readable]
    return texts, decoder.tally.verdict()


def decode_lines(text: str) -> tuple[str, Verdict]:
    """Text of unknown encoding without fonts, line by line."""
    lines, verdict = decode_paragraphs([[Run(line)] for line in text.split("\n")])
    return "\n".join(lines), verdict


class _Decoder:
    def __init__(self, fonts: dict[str, str]) -> None:
        self._fonts = fonts
        self._latest: dict[str, str] = {}
        """Of every font, the encoding of the last paragraph that could be judged by itself."""
        self.tally = Tally()

    def paragraph(self, runs: Sequence[Run]) -> str:
        chosen = [(run, self._encoding(run, runs)) for run in runs]
        parts: list[str] = []
        for (encoding, upper), group in groupby(chosen, key=lambda pair: (pair[1], is_upper_case_font(pair[0].font))):
            decoded = convert("".join(run.text for run, _ in group), encoding)
            self.tally.count(encoding, decoded)
            parts.append(decoded.upper() if upper and encoding != UNICODE else decoded)
        return "".join(parts)

    def _encoding(self, run: Run, paragraph: Sequence[Run]) -> str:
        if run.text.isascii() or _is_symbol(run.font):
            return self._of_ascii(run)
        font = font_key(run.font)
        whole = self._fonts.get(font, UNICODE)
        text = "".join(other.text for other in paragraph if font_key(other.font) == font)
        if encoding_of_font(run.font) and not _VIETNAMESE_UNICODE.search(text):
            return whole
        found = choose(text, self._latest.get(font, whole))
        if len(marked_words(text)) >= MIN_WORDS:
            self._latest[font] = found
        return found

    def _of_ascii(self, run: Run) -> str:
        """Nothing to decode, but letters of a font of capitals are capitals and VNI pairs may begin here."""
        return UNICODE if _is_symbol(run.font) else self._fonts.get(font_key(run.font), UNICODE)


def _readable(run: Run) -> Run:
    """Characters of symbol fonts are bullets; other fonts marked as symbol fonts have their codes shifted."""
    if _is_symbol(run.font):
        return Run(_HIGH.sub(_BULLET, run.text), run.font)
    if _PRIVATE.search(run.text):
        return Run(_PRIVATE.sub(lambda match: chr(ord(match.group()) - 0xF000), run.text), run.font)
    return run


def _is_symbol(font: str | None) -> bool:
    return font_key(font).startswith(_SYMBOL_FONTS)
