"""A checked draft as a Word file: the draft as it came, with a comment at every sentence that has a verdict."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.citation_text import reference_line
from assistant.claim_texts_vi import DECISION_LABELS, PAIR, VERDICT_LABELS, note_sentence
from assistant.claims.model import CheckedDraft, ClaimCheck, ClaimVerdict
from assistant.claims.run_splitting import RunSplitter, box_run
from assistant.claims.word_anchors import Anchor, anchors
from assistant.claims.word_text import PARAGRAPH, RUN, Element, WordText, signs_around, word_text
from assistant.messages_vi.names import APP_NAME
from ingest.errors import DamagedFileError, FileTooLargeError
from ingest.loaders.docx_package import FaultyPackage, PackageFault, package_fault
from ingest.text.legacy_tables import UNICODE
from ingest.text.xml_legal import legal_xml

COMMENTED = frozenset(ClaimVerdict) - {ClaimVerdict.NOT_CHECKABLE}
_INITIALS = "TLH"
_HARMLESS_HERE = frozenset({PackageFault.EXTERNAL_RELATION, PackageFault.MACRO})
"""The draft is the owner's own file and goes back to him as it came; nothing of it is run or fetched here."""


@dataclass(frozen=True, slots=True)
class CommentedWord:
    """The file, and the claims (``Claim.n``) whose sentence was not found in it; their comments stand at its end."""

    data: bytes
    not_found: tuple[int, ...] = ()


def comment_on_word(
    checked: CheckedDraft, original: bytes, verdicts: frozenset[ClaimVerdict] = COMMENTED
) -> CommentedWord:
    """Comments in the .docx a draft was read from; its formatting stays.

    :param verdicts: which verdicts get a comment; a claim with notes always does.
    :raises DamagedFileError: the file cannot be opened.
    :raises FileTooLargeError: it unpacks to more than is sane.
    """
    document = _opened(original)
    chosen = [check for check in checked.checks if check.verdict in verdicts or check.notes]
    text = word_text(document.element.body, _decoder(document, checked.draft.encoding))
    found = list(anchors([check.claim for check in checked.checks], text))
    by_number = {check.claim.n: anchor for check, anchor in zip(checked.checks, found, strict=True)}
    splitter = RunSplitter(text.elements)
    lost = []
    for check in chosen:
        anchor = by_number[check.claim.n]
        if anchor is None:
            lost.append(check)
            continue
        add_comment(document, _runs(text, splitter, anchor, check.claim.text), check)
    _append_lost(document, lost)
    return CommentedWord(saved(document), tuple(check.claim.n for check in lost))


def comment_text(check: ClaimCheck) -> str:
    """Verdict, value of the draft ↔ value of the source, further remarks, reference, decision; a line each."""
    lines = [VERDICT_LABELS[check.verdict.value].upper()]
    lines += [PAIR.format(draft=one.stated, source=one.source or "…") for one in check.differences]
    lines += [note_sentence(note.code.value, note.details) for note in check.notes]
    lines += [reference_line(citation) for citation in check.evidence[:1]]
    if check.decision is not None:
        lines.append(DECISION_LABELS[check.decision.value])
    return "\n".join(" ".join(legal_xml(line).split()) for line in lines)


def add_comment(document: Any, runs: Sequence[Any], check: ClaimCheck) -> None:  # noqa: ANN401  python-docx is untyped
    """A comment over runs of the document."""
    from docx.text.run import Run  # noqa: PLC0415  python-docx takes a quarter of a second to import

    proxies = [Run(one, document._body) for one in runs]
    document.add_comment(proxies, text=comment_text(check), author=APP_NAME, initials=_INITIALS)


def saved(document: Any) -> bytes:  # noqa: ANN401
    """The file's bytes."""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _runs(text: WordText, splitter: RunSplitter, anchor: Anchor, claim: str) -> list[Any]:
    before, after = signs_around(claim)
    first = text.with_signs(text.place(anchor.start), before, -1)
    last = text.with_signs(text.place(anchor.end - 1), after, 1)
    boxes = [box_run(text.elements[place.text]) for place in (first, last)]
    left = boxes[0] if boxes[0] is not None else splitter.run_from(first)
    right = boxes[1] if boxes[1] is not None else splitter.run_to(last)
    return [left, right]


def _decoder(document: Any, encoding: str | None) -> Callable[[Element], str] | None:  # noqa: ANN401
    """How the letters of the file are read, where they are not Unicode."""
    if encoding in (None, UNICODE):
        return None
    from ingest.loaders.docx_letters import DocxLetters  # noqa: PLC0415  imports python-docx

    letters = DocxLetters(document)

    def decoded(one: Element) -> str:
        run, paragraph = next(one.iterancestors(RUN), None), next(one.iterancestors(PARAGRAPH), None)
        return one.text or "" if run is None or paragraph is None else letters.stretch(one.text or "", run, paragraph)

    return decoded


def _append_lost(document: Any, lost: Sequence[ClaimCheck]) -> None:  # noqa: ANN401
    """What could not be placed stands at the end with its words, so that no verdict is lost."""
    for check in lost:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(legal_xml(check.claim.text))
        document.add_comment(run, text=comment_text(check), author=APP_NAME, initials=_INITIALS)


def _opened(data: bytes) -> Any:  # noqa: ANN401
    fault = package_fault(data, _HARMLESS_HERE)
    if fault is not None:
        raise _error(fault)
    from docx import Document  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from lxml import etree  # noqa: PLC0415

    try:
        return Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error


def _error(fault: FaultyPackage) -> DamagedFileError | FileTooLargeError:
    if fault.fault in (PackageFault.UNPACKS_TOO_LARGE, PackageFault.TOO_MANY_PARTS):
        return FileTooLargeError(size_mb=fault.size_mb, limit_mb=fault.limit_mb)
    return DamagedFileError(problem=fault.fault.value)
