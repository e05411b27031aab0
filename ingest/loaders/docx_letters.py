"""Text of Word paragraphs in Unicode, whatever encoding their fonts stand for."""

from itertools import groupby

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.loaders.docx_fonts import DocxFonts
from ingest.loaders.docx_text import paragraph_parts
from ingest.text.encoding_choice import Run, Verdict
from ingest.text.run_decoding import ParagraphDecoder


class DocxLetters:
    """Decodes the paragraphs of one document; what every font is in was judged over all of it."""

    def __init__(self, document: WordDocument) -> None:
        self._fonts = DocxFonts(document)
        paragraphs = document.element.body.iter(qn("w:p"))
        self._decoder = ParagraphDecoder(run for paragraph in paragraphs for run in self._runs(paragraph))

    def text(self, paragraph: BaseOxmlElement) -> str:
        """Visible text of one ``w:p``."""
        return self._decoder.paragraph(self._runs(paragraph))

    def stretch(self, text: str, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> str:
        """Some of the text of a ``w:r``, by itself."""
        return self._decoder.paragraph([Run(text, self._fonts.font(run, paragraph))])

    def verdict(self) -> Verdict:
        """The encodings found so far."""
        return self._decoder.verdict()

    def _runs(self, paragraph: BaseOxmlElement) -> list[Run]:
        pieces: list[tuple[str, str | None]] = []
        last: BaseOxmlElement | None = None
        font: str | None = None
        for text, element in paragraph_parts(paragraph):
            if element is not None and element is not last:
                last, font = element, self._fonts.font(element, paragraph)
            pieces.append((text, font))
        # joined once per font: a paragraph may hold a million runs
        return [Run("".join(text for text, _ in group), name) for name, group in groupby(pieces, lambda one: one[1])]
