"""A checked draft that was pasted, or was no Word file, as a fresh Word file with comments at its sentences."""

from collections.abc import Iterator, Sequence
from typing import Any

from assistant.claims.model import CheckedDraft, ClaimCheck, ClaimVerdict, DraftPart
from assistant.claims.word_comments import COMMENTED, CommentedWord, add_comment, comment_on_word, saved
from ingest.documents import BlockKind
from ingest.loaders.signatures import detect_format
from ingest.text.xml_legal import legal_xml

_FONT, _SIZE_PT = "Times New Roman", 14
_BOLD = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def commented_word(
    checked: CheckedDraft, original: bytes | None = None, verdicts: frozenset[ClaimVerdict] = COMMENTED
) -> CommentedWord:
    """The draft's own .docx with comments where it is given, else its text in a fresh one.

    :param original: the uploaded file, whatever its format.
    :raises DamagedFileError: it is a Word file that cannot be opened.
    :raises FileTooLargeError: it unpacks to more than is sane.
    """
    if original is None or detect_format(original) != "docx":
        return commented_text(checked, verdicts)
    return comment_on_word(checked, original, verdicts)


def commented_text(checked: CheckedDraft, verdicts: frozenset[ClaimVerdict] = COMMENTED) -> CommentedWord:
    """Every part of the draft as a paragraph; a comment over exactly the characters of its claim.

    :param verdicts: which verdicts get a comment; a claim with notes always does.
    """
    # python-docx takes a quarter of a second to import, and most starts never export
    from docx import Document  # noqa: PLC0415

    document = Document()
    _set_font(document)
    checks = [check for check in checked.checks if check.verdict in verdicts or check.notes]
    placed: set[int] = set()
    for part in checked.draft.parts:
        inside = [check for check in checks if _within(check, part)]
        paragraph = document.add_paragraph()
        for start, end, check in _pieces(part, inside):
            run = paragraph.add_run(legal_xml(checked.draft.text[start:end]))
            run.bold = True if part.kind in _BOLD else None
            if check is not None:
                add_comment(document, [run._r], check)
                placed.add(check.claim.n)
    return CommentedWord(saved(document), tuple(one.claim.n for one in checks if one.claim.n not in placed))


def _within(check: ClaimCheck, part: DraftPart) -> bool:
    return part.char_start <= check.claim.char_start and check.claim.char_end <= part.char_end


def _pieces(part: DraftPart, checks: Sequence[ClaimCheck]) -> Iterator[tuple[int, int, ClaimCheck | None]]:
    at = part.char_start
    for check in sorted(checks, key=lambda one: one.claim.char_start):
        start, end = max(check.claim.char_start, at), check.claim.char_end
        if start >= end:
            continue
        if start > at:
            yield at, start, None
        yield start, end, check
        at = end
    if at < part.char_end:
        yield at, part.char_end, None


def _set_font(document: Any) -> None:  # noqa: ANN401  python-docx is untyped
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE_PT)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
