"""A checked draft as safe HTML: the summary bar, the marked text, under every paragraph what was found about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from assistant.claim_texts_vi import DECISION_LABELS, NOT_CHECKED_LABELS, VERDICT_HINTS, VERDICT_LABELS, note_sentence
from assistant.claims.model import CheckSummary, Claim, ClaimCheck, ClaimVerdict, Draft, DraftPart
from assistant.messages_vi.differences import difference_text
from assistant.ui import check_texts_vi as texts
from assistant.ui.addresses import check_file_address
from assistant.ui.citation_html import places_html
from assistant.verdicts import Difference, DifferenceKind
from ingest.documents import BlockKind

TO_SEE = "see"
"""The filter that shows what a person has to look at."""
_SHORT_CHARS = 90
_WRONG = frozenset({ClaimVerdict.DIFFERS, ClaimVerdict.CONTRADICTED})
_TELLING = frozenset({*_WRONG, ClaimVerdict.NOT_FOUND})
ORDER = (
    ClaimVerdict.CONTRADICTED,
    ClaimVerdict.DIFFERS,
    ClaimVerdict.NOT_FOUND,
    ClaimVerdict.SUPPORTED,
    ClaimVerdict.NOT_CHECKABLE,
)


@dataclass(frozen=True, slots=True)
class CheckedView:
    """What the screen knows of a check: all of it, or as much as there is so far."""

    draft: Draft
    claims: Sequence[Claim]
    checks: Mapping[int, ClaimCheck]
    """By the claim's number."""
    summary: CheckSummary
    check_id: str = ""
    """Empty while it is running: nothing to take away yet."""
    status: str = ""
    """One sentence on how far it is, or what stopped it."""
    running: bool = False


def checked_html(view: CheckedView) -> str:
    """The whole result."""
    name = escape(view.draft.source or texts.PASTED)
    return (
        f'<section class="tl-checked" data-check="{escape(view.check_id)}" aria-label="{texts.RESULT}">'
        f'<div class="tl-checked-head"><h2>{name}</h2>{_status(view)}{_bar(view)}{_files(view)}</div>'
        f'<p class="tl-hint">{texts.NOTICE}</p>{_body(view)}</section>'
    )


def label_of(verdict: ClaimVerdict) -> str:
    """The verdict's name, as a title."""
    return VERDICT_LABELS[verdict].capitalize()


def needs_eyes(check: ClaimCheck) -> bool:
    """Whether a person has to look at a claim: it is not supported, or something else is to be said of it."""
    return check.verdict in _TELLING or bool(check.notes)


def _status(view: CheckedView) -> str:
    done, total = len(view.checks), len(view.claims)
    meter = f'<progress value="{done}" max="{max(total, 1)}"></progress>' if view.running else ""
    return f'<p class="tl-checked-status" role="status">{escape(view.status)}</p>{meter}'


def _bar(view: CheckedView) -> str:
    """How many claims have which verdict; each a filter."""
    counts = view.summary.verdicts
    total = sum(counts.get(one, 0) for one in ORDER if one is not ClaimVerdict.NOT_CHECKABLE)
    pieces = "".join(
        f'<span class="tl-v-{one.value}" style="flex-grow:{counts[one]}"></span>'
        for one in ORDER
        if one is not ClaimVerdict.NOT_CHECKABLE and counts.get(one)
    )
    strip = f'<div class="tl-strip" aria-hidden="true">{pieces}</div>' if total else ""
    seen = sum(needs_eyes(check) for check in view.checks.values())
    filters = [_filter(TO_SEE, texts.TO_SEE, seen, "", pressed=True)]
    filters += [_filter(one.value, label_of(one), counts[one], VERDICT_HINTS[one]) for one in ORDER if counts.get(one)]
    filters.append(_filter("all", texts.ALL, len(view.checks), ""))
    return f'{strip}<div class="tl-filters" role="group" aria-label="{texts.SUMMARY}">{"".join(filters)}</div>'


def _filter(name: str, label: str, count: int, hint: str, *, pressed: bool = False) -> str:
    title = f' title="{escape(hint)}"' if hint else ""
    return (
        f'<button type="button" class="tl-filter tl-v-{name}" data-filter="{name}" '
        f'aria-pressed="{str(pressed).lower()}"{title}>{label} <b>{count}</b></button>'
    )


def _files(view: CheckedView) -> str:
    if view.running or not view.check_id or not view.claims:
        return ""
    links = "".join(
        f'<a class="tl-button" href="{check_file_address(view.check_id, kind)}" download>{label}</a>'
        for kind, label in (("docx", texts.WORD), ("xlsx", texts.EXCEL))
    )
    add = (
        f'<button type="button" class="tl-button" data-action="add" data-id="{escape(view.check_id)}" '
        f'data-sure="{escape(texts.ADD_SURE)}">{texts.ADD}</button>'
    )
    return f'<p class="tl-checked-files">{links}{add}</p>'


def _body(view: CheckedView) -> str:
    if not view.claims:
        return f'<p class="tl-warning">{texts.NO_CLAIMS}</p>'
    by_part: dict[int, list[Claim]] = {}
    for claim in view.claims:
        by_part.setdefault(claim.where.part, []).append(claim)
    parts = (_part(view, number, part, by_part.get(number, [])) for number, part in enumerate(view.draft.parts))
    return f'<div class="tl-draft">{"".join(parts)}</div>'


def _part(view: CheckedView, number: int, part: DraftPart, claims: Sequence[Claim]) -> str:
    found = [view.checks[claim.n] for claim in claims if claim.n in view.checks]
    kind = {BlockKind.TABLE_ROW: " tl-part-row", BlockKind.HEADING: " tl-part-heading"}.get(part.kind, "")
    marks = "".join(_marked(view, part, claims))
    cards = "".join(_card(check) for check in found if check.verdict is not ClaimVerdict.NOT_CHECKABLE)
    kinds = sorted({name for check in found for name in _names(check)})
    return (
        f'<div class="tl-part{kind}" data-part="{number}" data-kinds="{" ".join(kinds)}"><p>{marks}</p>'
        f"{f'<ul>{cards}</ul>' if cards else ''}</div>"
    )


def _names(check: ClaimCheck) -> Iterator[str]:
    """The filters under which a claim is shown."""
    yield check.verdict.value
    if needs_eyes(check):
        yield TO_SEE


def _marked(view: CheckedView, part: DraftPart, claims: Sequence[Claim]) -> Iterator[str]:
    text, at = view.draft.text, part.char_start
    for claim in sorted(claims, key=lambda one: one.char_start):
        start, end = max(claim.char_start, at), min(claim.char_end, part.char_end)
        if start >= end:
            continue
        yield escape(text[at:start])
        yield _mark(claim, view.checks.get(claim.n), text[start:end])
        at = end
    yield escape(text[at : part.char_end])


def _mark(claim: Claim, check: ClaimCheck | None, words: str) -> str:
    if check is None:
        return f'<span class="tl-claim tl-v-pending">{escape(words)}</span>'
    if check.verdict is ClaimVerdict.NOT_CHECKABLE:
        why = NOT_CHECKED_LABELS[claim.not_checked] if claim.not_checked else VERDICT_HINTS[check.verdict]
        return f'<span class="tl-v-not_checkable" title="{escape(why)}">{escape(words)}</span>'
    label = texts.SHOW.format(n=claim.n, verdict=label_of(check.verdict))
    noted = " tl-noted" if check.notes else ""
    return (
        f'<mark class="tl-claim tl-v-{check.verdict.value}{noted}" role="button" tabindex="0" data-n="{claim.n}" '
        f'aria-label="{escape(f"{label}. {words}")}">{_with_differences(check, words)}</mark>'
    )


def _with_differences(check: ClaimCheck, words: str) -> str:
    """The differing words stand out, where the claim is compared as it is written."""
    if check.claim.statement or len(words) != len(check.claim.text):
        return escape(words)
    pieces, at = [], 0
    for one in sorted(check.differences, key=lambda difference: difference.start):
        if one.kind is DifferenceKind.WORDING or one.start < at or not one.start < one.end <= len(words):
            continue
        pieces += [escape(words[at : one.start]), f"<b>{escape(words[one.start : one.end])}</b>"]
        at = one.end
    return "".join([*pieces, escape(words[at:])])


def _card(check: ClaimCheck) -> str:
    verdict = check.verdict
    kinds = " ".join(_names(check))
    pairs = "".join(_pair(one) for one in check.differences if one.kind is not DifferenceKind.WORDING)
    notes = "".join(
        f'<p class="tl-claim-note">{escape(note_sentence(note.code, note.details))}</p>' for note in check.notes
    )
    places = ""
    if check.evidence:
        heading = texts.NEAREST if verdict is ClaimVerdict.NOT_FOUND else texts.SOURCES
        quotes = f"<blockquote>“{escape(check.evidence[0].quote)}”</blockquote>"
        places = f'<p class="tl-claim-sources">{heading}</p>{quotes}{places_html(check.evidence, numbered=False)}'
    return (
        f'<li class="tl-claim-card tl-v-{verdict.value}" id="tl-claim-{check.claim.n}" data-kinds="{kinds}" '
        f'tabindex="-1"><p class="tl-claim-verdict"><b>{label_of(verdict)}</b>'
        f'<span class="tl-muted">{escape(_short(check.claim.text))}</span></p>'
        f"{pairs}{notes}{places}{_decisions(check)}</li>"
    )


def _short(words: str) -> str:
    """The claim's beginning, to know it by."""
    line = " ".join(words.split())
    return line if len(line) <= _SHORT_CHARS else line[:_SHORT_CHARS].rsplit(" ", 1)[0] + "…"


def _pair(difference: Difference) -> str:
    """A value of the draft beside that of the source."""
    source = escape(difference.source) if difference.source else f"<i>{texts.NO_VALUE}</i>"
    return (
        f'<p class="tl-pair" title="{escape(difference_text(difference))}"><span><small>{texts.IN_DRAFT}</small>'
        f'<b class="tl-pair-draft">{escape(difference.stated)}</b></span><i aria-hidden="true">↔</i>'
        f'<span><small>{texts.IN_SOURCE}</small><b class="tl-pair-source">{source}</b></span></p>'
    )


def _decisions(check: ClaimCheck) -> str:
    if not needs_eyes(check):
        return ""
    buttons = "".join(
        f'<button type="button" class="tl-button" data-decision="{one}" data-n="{check.claim.n}" '
        f'aria-pressed="{str(check.decision == one).lower()}">{label}</button>'
        for one, label in DECISION_LABELS.items()
    )
    return f'<div class="tl-decisions" role="group" aria-label="{texts.DECISION}">{buttons}</div>'
