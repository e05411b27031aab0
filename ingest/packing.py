"""Packing pieces into chunks: up to the target, sections first, nothing parted from what it belongs to."""

from collections.abc import Sequence

from ingest.pieces import Piece
from ingest.settings import ChunkingSettings

_SMALL_SHARE = 0.5
"""A chunk below this share of the target goes on into the next section instead of ending at its heading."""


def pack(pieces: Sequence[Piece], settings: ChunkingSettings) -> list[list[Piece]]:
    """Fill chunks up to the target; sections start new ones; what belongs to the following text moves with it."""
    if not pieces or pieces[-1].end - pieces[0].start <= settings.max_chars:
        return [list(pieces)] if pieces else []
    packed: list[list[Piece]] = [[]]
    for piece in pieces:
        current = packed[-1]
        if current and not _fits(current, piece, settings):
            moved = _sticky_tail(current)
            if moved and len(moved) < len(current) and piece.end - moved[0].start <= settings.max_chars:
                packed[-1] = current[: len(current) - len(moved)]
                packed.append([*moved, piece])
            elif len(moved) == len(current) and piece.end - current[0].start <= settings.max_chars:
                current.append(piece)
            else:
                packed.append([piece])
            continue
        current.append(piece)
    return _merge_last(packed, settings)


def _fits(current: Sequence[Piece], piece: Piece, settings: ChunkingSettings) -> bool:
    length = current[-1].end - current[0].start
    grown = piece.end - current[0].start
    if piece.opens and not current[-1].sticky and length >= settings.target_chars * _SMALL_SHARE:
        return False
    if grown <= settings.target_chars:
        return True
    return length < settings.target_chars * _SMALL_SHARE and grown <= settings.max_chars


def _sticky_tail(current: Sequence[Piece]) -> list[Piece]:
    count = 0
    while count < len(current) and current[len(current) - 1 - count].sticky:
        count += 1
    return list(current[len(current) - count :])


def _merge_last(packed: list[list[Piece]], settings: ChunkingSettings) -> list[list[Piece]]:
    """A short remainder joins the chunk before it."""
    if len(packed) > 1:
        last, before = packed[-1], packed[-2]
        small = last[-1].end - last[0].start < settings.target_chars * _SMALL_SHARE
        starts_section = last[0].opens and not all(piece.sticky for piece in last)
        if small and not starts_section and last[-1].end - before[0].start <= settings.max_chars:
            packed[-2:] = [[*before, *last]]
    return packed
