"""Numbers typed loosely, and the other ways to write one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document_numbers import DocumentNumber, Family, document_numbers

__all__ = ["DocumentNumber", "Family", "PartialNumber", "document_numbers", "zero_padded"]


@dataclass(frozen=True, slots=True)
class PartialNumber:
    """What a loosely typed number says: "chi thi 21", "nd30 2020", "bc 45"."""

    number: int
    types: tuple[str, ...] = ()
    """Any of them; empty where nothing was said."""
    year: int | None = None

    def matches(self, full: DocumentNumber) -> bool:
        """Whether ``full`` may be the paper meant: everything that was said agrees."""
        agrees = int(re.sub(r"\D", "", full.number)) == self.number
        if agrees and self.types:
            agrees = full.type is not None and any(_same_type(one, full.type) for one in self.types)
        return agrees and (self.year is None or full.year in {None, self.year})


def _same_type(asked: str, written: str) -> bool:
    """NQ of the National Assembly and a law are both written QH15 after their number."""
    by_assembly = re.fullmatch(r"(QH|UBTVQH)\d+", written)
    if by_assembly:
        return asked in {"NQ", "L", "PL", by_assembly.group(1)}
    return asked == written


def zero_padded(number: str) -> Iterator[str]:
    """The other ways to write a number: 9 and 09."""
    bare = number.lstrip("0") or "0"
    yield from {bare, bare.zfill(2)} - {number}
