"""The plain notation the Word and PDF samples are written in.

``@left``, ``@right``, ``@sign``, ``@signer`` fill the letterhead and the signature block, ``@type`` and ``@subject``
the title, ``# `` and ``## `` are headings, ``@table`` … ``@end`` holds rows with cells between bars. ``*`` before a
line makes it bold, ``/`` italic.
"""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Weight(Enum):
    """How a line is printed."""

    PLAIN = ""
    BOLD = "*"
    ITALIC = "/"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; ``level`` is 0 for text and 1 or 2 for headings."""

    text: str
    weight: Weight = Weight.PLAIN
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row names the columns."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Sample:
    """One sample document before it is set."""

    label: str = ""
    type: str = ""
    subject: str = ""
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    sign: list[Line] = field(default_factory=list)
    signer: list[Line] = field(default_factory=list)
    body: list[Line | Table] = field(default_factory=list)


def read_source(path: Path) -> Sample:
    """Read one ``.source`` file.

    :raises ValueError: If it uses a directive there is not.
    """
    sample = Sample()
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line == "@table":
            rows = iter(lambda: next(lines), "@end")
            sample.body.append(Table(tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows)))
        elif line.startswith("@"):
            _directive(sample, *line[1:].split(" ", 1))
        elif line.strip():
            sample.body.append(_body_line(line))
    return sample


def _directive(sample: Sample, name: str, value: str) -> None:
    match name:
        case "left" | "right" | "sign" | "signer":
            getattr(sample, name).append(_weighted(value))
        case "label" | "type" | "subject":
            setattr(sample, name, value)
        case _:
            raise ValueError(f"no such directive: @{name}")


def _body_line(line: str) -> Line:
    marks = len(line) - len(line.lstrip("#"))
    return Line(line[marks:].strip(), Weight.BOLD, marks) if marks else _weighted(line)


def _weighted(text: str) -> Line:
    for weight in (Weight.BOLD, Weight.ITALIC):
        if text.startswith(weight.value):
            return Line(text[1:], weight)
    return Line(text)
