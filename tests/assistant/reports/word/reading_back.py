"""Reads an exported file the way another program would: effective styles, notes, the texts they belong to."""

import io
import zipfile
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree


@dataclass(frozen=True, slots=True)
class NotedText:
    text: str
    notes: tuple[str, ...]


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def note_texts(data: bytes, kind: str = "footnote") -> dict[str, str]:
    root = part(data, f"word/{kind}s.xml")
    return {
        note.get(qn("w:id")): "".join(text.text or "" for text in note.iter(qn("w:t")))
        for note in root.iter(qn(f"w:{kind}"))
        if note.get(qn("w:type")) is None
    }


def noted_texts(data: bytes, kind: str = "footnote") -> list[NotedText]:
    """The text in front of every group of marks, back to the group before, with the notes' texts."""
    notes = note_texts(data, kind)
    found: list[NotedText] = []
    for paragraph in part(data, "word/document.xml").iter(qn("w:p")):
        text, marks = "", []
        for run in paragraph.iter(qn("w:r")):
            mark = run.find(qn(f"w:{kind}Reference"))
            if mark is not None:
                marks.append(notes[mark.get(qn("w:id"))])
                continue
            piece = "".join(one.text or "" for one in run.iter(qn("w:t")))
            if marks and piece.strip() != ",":
                found.append(NotedText(text, tuple(marks)))
                text, marks = "", []
            text += "" if marks else piece
        if marks:
            found.append(NotedText(text, tuple(marks)))
    return found


def size_pt(paragraph: Paragraph, run: Run) -> float:
    size = run.font.size or paragraph.style.font.size
    return float(size.pt)


def bold(paragraph: Paragraph, run: Run) -> bool:
    return bool(paragraph.style.font.bold if run.font.bold is None else run.font.bold)


def italic(paragraph: Paragraph, run: Run) -> bool:
    return bool(paragraph.style.font.italic if run.font.italic is None else run.font.italic)


def opened(data: bytes) -> "Document":
    return Document(io.BytesIO(data))
