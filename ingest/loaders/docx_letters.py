"""Text of Word paragraphs in Unicode, whatever encoding their fonts stand for."""

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
        runs: list[Run] = []
        last: BaseOxmlElement | None = None
        font: str | None = None
        for text, element in paragraph_parts(paragraph):
            if element is not None and element is not last:
                last, font = element, self._fonts.font(element, paragraph)
            before = runs.pop().text if runs and runs[-1].font == font else ""
            runs.append(Run(before + text, font))
        return runs
