"""PDF text set in fonts from before Unicode (.VnTime, VNI-Times, …): decoded fragment by fragment."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.loaders.pdf_layout import Fragment, PageLayout
from ingest.text.encoding_choice import Run, Tally, Verdict
from ingest.text.legacy import encoding_of_font
from ingest.text.legacy_tables import UNICODE
from ingest.text.run_decoding import decode_paragraphs
from ingest.text.syllables import syllable_validity

_HIGH_LATIN = re.compile("[\u00a1-\u00ff]")
_MIN_HIGH_SHARE = 0.03
"""Of the characters: a quarter of a Vietnamese text has accents, a French one 4 in a hundred."""

_MAX_VALIDITY = 0.75
"""Above this the text is Unicode already; in an old encoding it scores at most 0.61."""


class PageDecoder:
    """Turns pages of one file to Unicode and keeps count of what it found."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._used = False

    def decoded(self, layout: PageLayout) -> PageLayout:
        """The page in Unicode; a page that is already is returned as it is."""
        if not _needs_decoding(layout.fragments):
            return layout
        texts, verdict = decode_paragraphs([[Run(one.text, one.font)] for one in layout.fragments])
        if verdict.encoding == UNICODE:
            return layout
        self._used = True
        for name in verdict.encoding.split("+"):
            self._tally.count(name, "\n".join(texts))
        pairs = zip(layout.fragments, texts, strict=True)
        return PageLayout([replace(fragment, text=text) for fragment, text in pairs], layout.rules)

    def verdict(self) -> Verdict | None:
        """The encodings found; None where every page was Unicode."""
        return self._tally.verdict() if self._used else None


def _needs_decoding(fragments: Sequence[Fragment]) -> bool:
    if any(encoding_of_font(font) for font in {fragment.font for fragment in fragments}):
        return True
    text = "".join(fragment.text for fragment in fragments)
    if len(_HIGH_LATIN.findall(text)) < _MIN_HIGH_SHARE * len(text):
        return False
    return bool(text) and syllable_validity(text) < _MAX_VALIDITY
