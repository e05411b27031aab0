"""From raw pages to a structured document: cleaned text, blocks with their roles, identity card, flags."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby

from ingest.blocks import Segment, classify, join_lines
from ingest.boilerplate import boilerplate_lines
from ingest.card.filters import completed
from ingest.card.reading import Reading, read_card
from ingest.documents import Block, BlockKind, Document, Flag, Page, RawDocument, RawPage, RawSpan, document_id_of
from ingest.errors import EmptyFileError
from ingest.metadata import FrontMatter, read_front_matter
from ingest.scanned import flagged, stored_page, unread_flags
from ingest.sensitive.screening import covered_card, covered_pages, marks_of, refuse_secrets
from ingest.stamps import stamp_lines
from ingest.text.damage import has_lost_letters, ruined_tokens
from ingest.text.instructions import is_instruction_like
from ingest.text.lines import Line
from ingest.text.normalise import Normalised, normalise
from ingest.text.sentences import split_sentences


def structure(raw: RawDocument, *, reviewed: Collection[str] = frozenset()) -> Document:
    """Clean every page, cover identifiers, find its blocks, read the identity card and flag damaged text.

    Offsets of blocks count characters of the cleaned page. Hints of the loader win over the rules.

    :param reviewed: Hashes of contents that a person has found to be no secrets.
    :raises EmptyFileError: If nothing but white space and boilerplate is left.
    :raises StateSecretError: If it carries the stamp of a state secret.
    :raises ReviewNeededError: If it may carry one, and nobody has looked.
    """
    read = [normalise(page.text) for page in raw.pages]
    refuse_secrets(raw, read, reviewed)
    cleaned, masked = covered_pages(read)
    lines = [
        line
        for place, (page, clean) in enumerate(zip(raw.pages, cleaned, strict=True))
        for line in _lines_of(place, clean.text, _stored_spans(page, clean))
    ]
    frame = boilerplate_lines(lines)
    if len(frame) == len(lines):
        raise EmptyFileError(source=raw.source)
    declared = covered_card(raw.declared)
    stamps = stamp_lines(lines)
    front = read_front_matter(lines, frame | stamps, declared)
    roles = front.roles | dict.fromkeys(frame, BlockKind.BOILERPLATE)
    pages = tuple(map(stored_page, raw.pages, cleaned))
    blocks = tuple(flagged(_blocks_of(pages, lines, roles, front), raw.pages))
    body = [index for index in range(len(lines)) if index not in frame and index not in stamps]
    card = read_card(Reading(pages, lines, body, front, declared))
    flags = frozenset(flag for block in blocks for flag in block.flags) | marks_of(read, masked)
    flags |= unread_flags(raw.pages)
    return Document(
        document_id=document_id_of(raw.content_sha256),
        content_sha256=raw.content_sha256,
        source=raw.source,
        media_type=raw.media_type,
        pages=pages,
        blocks=blocks,
        metadata=completed(front.metadata, card),
        flags=flags,
        encoding=raw.encoding,
        record_line=raw.record_line,
        encoding_confidence=raw.encoding_confidence,
        notes=raw.notes,
        member=raw.member,
        masked=masked,
        card=card,
    )


def _stored_spans(page: RawPage, clean: Normalised) -> list[RawSpan]:
    """The loader's spans in stored offsets: ordered, disjoint, not empty."""
    spans: list[RawSpan] = []
    last_end = 0
    for span in sorted(page.spans, key=lambda span: (span.start, span.end)):
        start, end = clean.offsets.to_stored(span.start, span.end)
        start, end = max(start, last_end), min(end, len(clean.text))
        if clean.text[start:end].strip():
            spans.append(RawSpan(start, end, span.kind, span.level))
            last_end = end
    return spans


def _lines_of(page: int, text: str, spans: Sequence[RawSpan]) -> Iterator[Line]:
    """The spans whole, and the lines of everything between them; ``gap`` counts line ends since the line before."""
    previous_end = at = 0
    for span in [*spans, None]:
        stop = span.start if span else len(text)
        for start, end in _trimmed_lines(text, at, stop):
            yield Line(page, start, end, text[start:end], text.count("\n", previous_end, start))
            previous_end = end
        if span:
            start, end = _trim(text, span.start, span.end)
            yield Line(page, start, end, text[start:end], text.count("\n", previous_end, start), span.kind, span.level)
            previous_end = at = span.end


def _trimmed_lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        line_start, line_end = _trim(text, start, end)
        if line_start < line_end:
            yield line_start, line_end
        start = end + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + max(left, len(piece.rstrip()))


def _blocks_of(
    pages: Sequence[Page], lines: Sequence[Line], roles: dict[int, BlockKind], front: FrontMatter
) -> Iterator[Block]:
    done = 0
    for place, group in groupby(lines, key=lambda line: line.page):
        page, page_lines = pages[place], list(group)
        segments = join_lines(page_lines, done, roles)
        kinds = classify(segments, is_news=front.is_news, letterhead_end=front.letterhead_end)
        ruined = ruined_tokens(page.text)
        may_order = is_instruction_like(page.text)
        for segment, (kind, level) in zip(segments, kinds, strict=True):
            if ruined and kind is not BlockKind.BOILERPLATE and not ruined.isdisjoint(segment.text.split()):
                yield from _flagged(page, segment, (kind, level), Flag.GARBLED, has_lost_letters)
            elif may_order and is_instruction_like(segment.text):
                yield from _flagged(page, segment, (kind, level), Flag.INSTRUCTION_LIKE, is_instruction_like)
            else:
                yield Block(kind, page.number, segment.start, segment.end, level)
        done += len(page_lines)


def _flagged(
    page: Page, segment: Segment, role: tuple[BlockKind, int | None], flag: Flag, is_meant: Callable[[str], bool]
) -> Iterator[Block]:
    """The segment cut so that its sentences of this kind are flagged blocks of their own; all, if only the whole is."""
    kind, level = role
    sentences = split_sentences(page.text, segment.start, segment.end)
    meant = [is_meant(page.text[start:end]) for start, end in sentences]
    if not any(meant) and is_meant(segment.text):
        meant = [True] * len(meant)
    for is_flagged, run in groupby(zip(sentences, meant, strict=True), key=lambda pair: pair[1]):
        spans = [span for span, _ in run]
        flags = frozenset({flag}) if is_flagged else frozenset[Flag]()
        yield Block(kind, page.number, spans[0][0], spans[-1][1], level, flags)
