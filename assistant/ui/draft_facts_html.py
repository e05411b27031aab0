"""Step 2: the facts to tick, correct and add; what sources tell differently; what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from assistant.citation_text import vietnamese_date
from assistant.errors import BadPeriodError
from assistant.model import Citation
from assistant.reports.conflicts import conflict_groups
from assistant.reports.kept import Stage
from assistant.reports.model import Doubt, Fact, FactKind, FactOrigin, Missing, Span
from assistant.reports.periods import period_named
from assistant.ui import draft_texts_vi as texts
from assistant.ui.addresses import draft_file_address, source_address
from assistant.ui.citation_html import place_of, title_of
from assistant.ui.draft_frame_html import button, frame_html
from assistant.ui.draft_view import DraftView
from assistant.viewing.quote_place import quote_key

_QUOTE_CHARS = 260
_DOUBTS = {
    Doubt.INFERRED_PERIOD: (texts.INFERRED_PERIOD, texts.INFERRED_PERIOD_WHY),
    Doubt.AFTER_OUTLOOK: (texts.AFTER_OUTLOOK, texts.AFTER_OUTLOOK_WHY),
}


def facts_html(view: DraftView) -> str:
    """The whole step; nothing but the running bar while the facts are being gathered."""
    if view.working is not None and view.kept.listed.stage is Stage.ASKED:
        return frame_html(view, "")
    if view.kept.listed.stage is Stage.ASKED:
        again = button("gather", texts.GATHER_AGAIN, kind="tl-primary")
        card = f'<div class="tl-draft-card" data-part="interrupted"><p>{texts.INTERRUPTED}</p>{again}</div>'
        return frame_html(view, card)
    facts = view.kept.draft.facts
    body = _bar(view) + _none(view) + _conflicts(facts) + _missing(view.kept.draft.missing, view.outline)
    return frame_html(view, body + "".join(_sections(view)))


def source_link(citation: Citation, label: str = "") -> str:
    """A link that opens the source viewer beside the draft."""
    address = source_address(
        citation.document_id, citation.page, citation.char_start, citation.char_end, key=quote_key(citation.quote)
    )
    return (
        f'<a class="tl-fact-source" href="{escape(address)}" data-source data-n="{citation.n}" '
        f'title="{escape(place_of(citation))}">{escape(label or title_of(citation))}</a>'
    )


def _bar(view: DraftView) -> str:
    facts = view.kept.draft.facts
    count = texts.FACTS_COUNT.format(ticked=sum(one.ticked for one in facts), total=len(facts))
    is_written = view.kept.listed.stage is Stage.TEXT
    compose = (
        button("compose", texts.COMPOSE_AGAIN, aria=f"{texts.COMPOSE_AGAIN}. {texts.COMPOSE_AGAIN_TEXT}")
        + button("step", texts.NEXT_TEXT, kind="tl-primary", step="text")
        if is_written
        else button("compose", texts.COMPOSE, kind="tl-primary")
    )
    again = button("gather", texts.GATHER_AGAIN, aria=f"{texts.GATHER_AGAIN}. {texts.GATHER_AGAIN_TEXT}")
    excel = (
        f'<a class="tl-button" href="{escape(draft_file_address(view.draft_id, "xlsx"))}" download>{texts.EXCEL}</a>'
    )
    return (
        f'<div class="tl-draft-bar" data-part="bar"><div><h3>{texts.FACTS_TITLE}</h3>'
        f'<p class="tl-hint">{count}</p></div><span class="tl-draft-buttons">{again}{excel}{compose}</span></div>'
    )


def _none(view: DraftView) -> str:
    if any(one.citation is not None for one in view.kept.draft.facts):
        return '<div data-part="none"></div>'
    units = "".join(button("retarget", one, unit=one) for one in view.nearest_units)
    nearest = f'<p>{texts.NEAREST_UNITS}</p><p class="tl-draft-buttons">{units}</p>' if units else ""
    years = ", ".join(map(str, view.years))
    known = f"<p>{texts.YEARS_IN_STORE.format(years=years)}</p>" if years else ""
    return (
        f'<div class="tl-warning" data-part="none"><p><strong>{texts.FACTS_NONE}</strong></p>{nearest}{known}'
        f"<p>{texts.FACTS_NONE_NEXT}</p></div>"
    )


def _conflicts(facts: Sequence[Fact]) -> str:
    groups = conflict_groups(facts)
    if not groups:
        return '<div data-part="conflicts"></div>'
    shown = "".join(f'<div class="tl-conflict">{_sides(group)}</div>' for group in groups)
    return (
        f'<section class="tl-draft-card tl-conflicts" data-part="conflicts"><h3>{texts.CONFLICTS} ({len(groups)})</h3>'
        f'<p class="tl-hint">{texts.CONFLICTS_HINT}</p>{shown}</section>'
    )


def _sides(group: Sequence[Fact]) -> str:
    is_settled = sum(one.ticked for one in group) == 1
    return "".join(_side(one, is_used=is_settled and one.ticked) for one in group)


def _side(fact: Fact, *, is_used: bool) -> str:
    date = (vietnamese_date(fact.citation.date) if fact.citation else "") or ""
    source = source_link(fact.citation) if fact.citation else f'<span class="tl-muted">{texts.BY_PERSON}</span>'
    choose = (
        f'<span class="tl-mode">{texts.USED}</span>' if is_used else button("choose", texts.USE_THIS, fact=fact.fact_id)
    )
    return (
        f'<div class="tl-conflict-side"><p class="tl-fact-value">{_value(fact)}</p>'
        f"<p>{escape(fact.label or _cut(fact.statement))}</p>"
        f'<p class="tl-muted">{escape(_period(fact))} {escape(fact.place)}</p>'
        f"<p>{source}<br>{escape(date or texts.NO_DATE)}</p>{choose}</div>"
    )


def _missing(missing: Sequence[Missing], outline: Mapping[str, str]) -> str:
    if not missing:
        return '<div data-part="missing"></div>'
    lines = "".join(
        f"<li><span>{escape(one.label)}</span>{_adder(one.section, one.label, one.indicator or '')}</li>"
        for one in sorted(missing, key=lambda one: list(outline).index(one.section) if one.section in outline else 999)
    )
    return (
        f'<details class="tl-draft-card" id="tl-missing" data-part="missing"><summary><h3>{texts.MISSING} '
        f'({len(missing)})</h3></summary><p class="tl-hint">{texts.MISSING_HINT}</p>'
        f'<ul class="tl-missing">{lines}</ul></details>'
    )


def _adder(section: str, label: str = "", indicator: str | None = None) -> str:
    aria = f"{texts.ADD_FACT}: {label}" if label else ""
    return button(
        "form-fact", "+ " + texts.ADD_FACT, aria=aria, section=section, label=label, indicator=indicator or ""
    )


def _sections(view: DraftView) -> Iterable[str]:
    facts = view.kept.draft.facts
    ids = [*view.outline, *dict.fromkeys(one.section for one in facts if one.section not in view.outline)]
    for place, section in enumerate(ids):
        own = [one for one in facts if one.section == section]
        if own:
            yield _section(place, section, view.outline.get(section) or texts.OUTSIDE_OUTLINE, own)


def _section(place: int, section: str, title: str, facts: Sequence[Fact]) -> str:
    ticked = sum(one.ticked for one in facts)
    rows = "".join(map(_row, facts))
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("", texts.COLUMN_VALUE, texts.COLUMN_WHAT, texts.COLUMN_WHERE, texts.COLUMN_SOURCE, "")
    )
    return (
        f'<details class="tl-draft-card tl-facts" id="tl-facts-{place}" data-part="facts-{place}" open>'
        f"<summary><h3>{escape(title)} ({ticked}/{len(facts)})</h3></summary>"
        f'<p class="tl-draft-buttons">{button("tick-section", texts.TICK_ALL, section=section, ticked=1)}'
        f"{button('tick-section', texts.TICK_NONE, section=section, ticked=0)}{_adder(section)}</p>"
        f'<table class="tl-table tl-fact-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>'
    )


def _row(fact: Fact) -> str:
    id_ = escape(fact.fact_id)
    label = f"<strong>{escape(fact.label)}</strong> " if fact.label else ""
    source = source_link(fact.citation) if fact.citation else "–"
    others = (
        f'<br><span class="tl-muted">{texts.SAME_ELSEWHERE.format(count=len(fact.duplicates))}</span>'
        if fact.duplicates
        else ""
    )
    date = (vietnamese_date(fact.citation.date) if fact.citation else "") or ""
    where = "<br>".join(escape(one) for one in (_period(fact), fact.place) if one)
    checked = " checked" if fact.ticked else ""
    name = escape(f"{texts.USE}: {fact.value} {fact.label or _cut(fact.statement)}")
    return (
        f'<tr{"" if fact.ticked else " data-off"}><td class="tl-fact-tick"><input type="checkbox" data-do="tick" '
        f'data-fact="{id_}" id="tl-tick-{id_}" aria-label="{name}"{checked}></td>'
        f'<td class="tl-fact-value" data-label="{texts.COLUMN_VALUE}">{_value(fact)}{_badges(fact)}</td>'
        f'<td data-label="{texts.COLUMN_WHAT}"><div>{label}<span class="tl-fact-quote">{escape(_cut(fact.statement))}'
        f"</span></div></td>"
        f'<td data-label="{texts.COLUMN_WHERE}"{"" if where else " data-empty"}><div>{where}</div></td>'
        f'<td data-label="{texts.COLUMN_SOURCE}"><div>{source}<br><span class="tl-muted">{escape(date)}</span>{others}'
        f"</div></td>"
        f"<td>{_editor(fact)}</td></tr>"
    )


def _editor(fact: Fact) -> str:
    carried = {name.replace("_", "-"): getattr(fact, name) for name in texts.FACT_FIELDS}
    aria = f"{texts.EDIT}: {fact.value} {fact.label or _cut(fact.statement)}"
    return button("form-fact", texts.EDIT, aria=aria, fact=fact.fact_id, section=fact.section, **carried)


def _value(fact: Fact) -> str:
    unit = f' <span class="tl-fact-unit">{escape(fact.unit_of_measure)}</span>' if fact.value else ""
    return f"{escape(fact.value)}{unit}"


def _badges(fact: Fact) -> str:
    said = []
    if fact.kind is FactKind.TARGET:
        said.append(texts.TARGET)
    if fact.plan is not None:
        said.append(texts.PLAN.format(plan=_number(fact.plan)))
    if fact.rate is not None:
        said.append(texts.RATE.format(rate=_number(fact.rate)))
    if fact.approximate:
        said.append(texts.APPROXIMATE)
    if fact.span is Span.CUMULATIVE:
        said.append(texts.CUMULATIVE)
    badges = "".join(f'<span class="tl-badge">{escape(one)}</span>' for one in said)
    if fact.doubt in _DOUBTS and not fact.ticked:
        words, why = _DOUBTS[fact.doubt]
        badges += f'<span class="tl-badge tl-person" title="{why}">{words}</span>'
    if fact.origin is FactOrigin.PERSON:
        who = texts.CHANGED_BY_PERSON if fact.citation else texts.BY_PERSON
        badges += f'<span class="tl-badge tl-person">{who}</span>'
    return badges


def _period(fact: Fact) -> str:
    """In words; as it stands where it has no name."""
    try:
        return period_named(fact.period).words
    except BadPeriodError:
        return fact.period


def _number(value: object) -> str:
    """As Vietnamese papers write it: 1.234,5."""
    whole, _, decimals = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    decimals = decimals.rstrip("0")
    return f"{grouped},{decimals}" if decimals else grouped


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTE_CHARS else text[: _QUOTE_CHARS - 1].rsplit(" ", 1)[0] + "…"
