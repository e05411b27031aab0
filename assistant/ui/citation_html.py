"""Answer text and citations to safe HTML, and to plain text with its references."""

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape

from assistant.answer_marks import MARK, released
from assistant.citation_text import numbered_name, reference, reference_line, section_of, vietnamese_date
from assistant.conversations.formatting import Line, lines_of, struck_in
from assistant.messages_vi.names import FLAG_LABELS
from assistant.model import Answer, Citation
from assistant.ui.addresses import source_address
from assistant.ui_texts_vi import chat as texts
from assistant.viewing.quote_place import quote_key
from ingest.documents import Flag

_MARKED_WORD = re.compile(r"([^\s\[]{0,24})((?:\s*\[\d{1,4}\])+)")
"""The word before markers and the markers: a line never starts with a lonely number."""


def answer_html(text: str, citations: Iterable[Citation], struck: Collection[str] = ()) -> str:
    """Lines of an answer as paragraphs and items, everything escaped, each known [n] a link to its place.

    Without citations, as while the answer is being written, the numbers are shown but lead nowhere.

    :param struck: Sentences that are struck, as the text has them.
    """
    known = {citation.n: citation for citation in citations}
    return "".join(_blocks(lines_of(text, struck), known))


def _blocks(lines: Sequence[Line], known: Mapping[int, Citation]) -> Iterator[str]:
    for listed, group in itertools.groupby(lines, lambda line: line.listed):
        if listed:
            items = "".join(f"<li>{_line(line, known)}</li>" for line in group)
            yield f'<ul class="tl-items">{items}</ul>'
        else:
            yield from (f"<p>{_line(line, known)}</p>" for line in group)


def _line(line: Line, known: Mapping[int, Citation]) -> str:
    return "".join(
        f'<s class="tl-struck">{escape(run.text)}</s>' if run.struck else _cited(run.text, known) for run in line.runs
    )


def _cited(text: str, known: Mapping[int, Citation]) -> str:
    shown, at = "", 0
    for match in _MARKED_WORD.finditer(text):
        shown += escape(text[at : match.start()]) + _kept_together(match, known)
        at = match.end()
    return released(shown + escape(text[at:]))


def _kept_together(match: re.Match[str], known: Mapping[int, Citation]) -> str:
    markers = MARK.sub(lambda marker: _marker(marker, known), match[2])
    return f'<span class="tl-keep">{escape(match[1])}{markers}</span>'


def _marker(match: re.Match[str], known: Mapping[int, Citation]) -> str:
    if not known:
        return f'<span class="tl-cite">{match[1]}</span>'
    citation = known.get(int(match[1]))
    return citation_link(citation) if citation else match[0]


def citation_link(citation: Citation) -> str:
    """The small [n]: opens the source, shows the quote on hover and focus."""
    label = texts.OPEN_CITATION.format(n=citation.n, title=title_of(citation))
    return f'<a class="tl-cite" {_target(citation)} aria-label="{escape(label)}">{citation.n}</a>'


def _target(citation: Citation) -> str:
    key = quote_key(citation.quote)
    address = source_address(citation.document_id, citation.page, citation.char_start, citation.char_end, key=key)
    return (
        f'href="{escape(address)}" data-source data-n="{citation.n}" '
        f'data-quote="{escape(citation.quote)}" data-place="{escape(place_of(citation))}"'
    )


def places_html(citations: Sequence[Citation], *, numbered: bool) -> str:
    """A clickable line per document: references of an answer with their numbers, or the nearest documents."""
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(citation.document_id, []).append(citation)
    return '<ol class="tl-places">' + "".join(_place(group, numbered) for group in groups.values()) + "</ol>"


def _place(group: Sequence[Citation], numbered: bool) -> str:
    first = group[0]
    numbers = f'<span class="tl-numbers">{"".join(map(citation_link, group))}</span>' if numbered else ""
    details = " · ".join(escape(part) for part in _details(group))
    flags = frozenset().union(*(citation.flags for citation in group))
    return (
        f'<li>{numbers}<a class="tl-place" {_target(first)}>'
        f'<span class="tl-place-title">{escape(title_of(first))}</span>'
        f'<span class="tl-place-details">{details}{flags_html(flags)}</span></a></li>'
    )


def _details(group: Sequence[Citation]) -> list[str]:
    first = group[0]
    pages = ", ".join(str(page) for page in sorted({citation.page for citation in group}))
    if first.number:
        sections = dict.fromkeys(filter(None, (section_of(citation.heading_path) for citation in group)))
        parts = [first.title, first.unit, *sections, texts.PAGE.format(page=pages)]
    else:
        parts = [first.type, first.unit, vietnamese_date(first.date), texts.PAGE.format(page=pages)]
    return [part for part in parts if part]


def flags_html(flags: Iterable[Flag]) -> str:
    """Badges of the flags, in a fixed order."""
    present = sorted(flags)
    return "".join(f'<span class="tl-badge tl-flag-{escape(flag)}">{FLAG_LABELS[flag]}</span>' for flag in present)


def title_of(citation: Citation) -> str:
    """Type, number and day; without a number the title, or the file name where the text has none."""
    if citation.number:
        return numbered_name(citation.type, citation.number, citation.date)
    return citation.title or citation.source or texts.UNTITLED


def place_of(citation: Citation) -> str:
    """How the place is cited, in one line."""
    if citation.number:
        return reference(citation)
    parts = (title_of(citation), vietnamese_date(citation.date), texts.PAGE.format(page=citation.page))
    return ", ".join(part for part in parts if part)


def copy_text(answer: Answer) -> str:
    """The answer as plain text followed by the places its numbers stand for; a struck sentence says that it is."""
    text = "\n".join(map(_plain, lines_of(answer.text, struck_in(answer))))
    if not answer.citations:
        return text
    return f"{text}\n\n{texts.COPIED_SOURCES}\n" + "\n".join(map(reference_line, answer.citations))


def _plain(line: Line) -> str:
    runs = (texts.COPIED_STRUCK.format(text=run.text) if run.struck else run.text for run in line.runs)
    return released("".join(runs))
