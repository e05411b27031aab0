"""Records of PowerPoint 97-2003 files. Source: [MS-PPT] 2.3.1 (RecordHeader), 2.3.4 (PersistDirectoryAtom)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = 8
_CONTAINER = 0xF
_USER_EDIT = 0x0FF5
_PERSIST_DIRECTORY = 0x1772
_MAX_EDITS = 1000


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its kind, instance, and where its content lies in the stream."""

    kind: int
    instance: int
    is_container: bool
    start: int
    end: int


def record_at(data: bytes, at: int, end: int) -> Record | None:
    """The record whose header is at ``at``; None where none fits before ``end``."""
    if at + _HEADER > end:
        return None
    version, kind, length = struct.unpack_from("<HHI", data, at)
    start = at + _HEADER
    return Record(kind, version >> 4, version & 0xF == _CONTAINER, start, min(start + length, end))


def children(data: bytes, record: Record) -> Iterator[Record]:
    """Records directly inside a container."""
    at = record.start
    while (child := record_at(data, at, record.end)) is not None:
        yield child
        at = max(child.end, at + _HEADER)


def descendants(data: bytes, record: Record) -> Iterator[Record]:
    """Every record inside a container, in order; atoms and containers alike."""
    waiting = [iter(list(children(data, record)))]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            continue
        yield child
        if child.is_container:
            waiting.append(iter(list(children(data, child))))


def live_objects(data: bytes, current_user: bytes) -> tuple[dict[int, int], int]:
    """Where every live object begins, by its persistent number, and the number of the document itself.

    Saved again and again, a file keeps its old slides; only the directory tells which are still shown.
    """
    places: dict[int, int] = {}
    document = 0
    (at,) = struct.unpack_from("<I", current_user, 16)
    for _ in range(_MAX_EDITS):
        edit = record_at(data, at, len(data))
        if edit is None or edit.kind != _USER_EDIT:
            break
        _, _, previous, directory, reference = struct.unpack_from("<IIIII", data, edit.start)
        document = document or reference
        for number, place in _directory(data, directory):
            places.setdefault(number, place)
        if not previous or previous == at:
            break
        at = previous
    return places, document


def _directory(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    record = record_at(data, at, len(data))
    if record is None or record.kind != _PERSIST_DIRECTORY:
        return
    at = record.start
    while at + 4 <= record.end:
        (entry,) = struct.unpack_from("<I", data, at)
        first, count = entry & 0xFFFFF, entry >> 20
        at += 4
        for index in range(count):
            if at + 4 > record.end:
                return
            yield first + index, struct.unpack_from("<I", data, at)[0]
            at += 4
