"""What a format's reader returns, and the builder that joins its blocks to pages."""

from dataclasses import dataclass, field

from ingest.documents import BlockKind, Metadata, Note, RawPage, RawSpan

_RUNS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Kinds whose neighbours of the same kind follow on the next line; all else is set off by an empty line."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """Text and structure hints of one file, before cleaning."""

    pages: tuple[RawPage, ...]
    declared: Metadata = field(default_factory=Metadata)
    encoding: str | None = None
    encoding_confidence: float | None = None
    notes: tuple[Note, ...] = ()


class PageBuilder:
    """Collects the blocks of one page and their spans."""

    def __init__(self, number: int = 1) -> None:
        self._number = number
        self._parts: list[str] = []
        self._spans: list[RawSpan] = []
        self._length = 0
        self._last_kind: BlockKind | None = None

    def add(self, text: str, kind: BlockKind | None = None, level: int | None = None) -> None:
        """Append one block; blank text is dropped.

        ``kind`` None leaves the stretch without a hint, so that the rules of structure decide what it is.
        """
        text = text.strip()
        if not text:
            return
        if self._parts:
            separator = "\n" if kind in _RUNS and kind is self._last_kind else "\n\n"
            self._parts.append(separator)
            self._length += len(separator)
        self._parts.append(text)
        if kind is not None:
            self._spans.append(RawSpan(self._length, self._length + len(text), kind, level))
        self._length += len(text)
        self._last_kind = kind

    def build(self) -> RawPage:
        """The page collected so far."""
        return RawPage(self._number, "".join(self._parts), tuple(self._spans))
