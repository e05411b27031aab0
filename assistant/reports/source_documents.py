"""Which documents of the store can speak for a unit, and what they are by default about (linguistic table)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.reports.document_period import Basis, DocumentPeriod, period_of, plan_period
from assistant.reports.place_words import place_mentions
from assistant.reports.units import Unit, bare_place, same_borders
from ingest.card.agencies import is_bare_union, is_of_level, open_level, place_of
from ingest.card.localities import opening_province, province_alone
from ingest.card.values import CardField, IdentityCard
from ingest.text.folding import fold
from ingest.units import CENTRAL, place_in, units_in
from vectorstore.hits import Filters, Successor
from vectorstore.records import DocumentRecord, DocumentState
from vectorstore.store import Store
from vectorstore.terms import terms

_NAMING_PASSAGES = 300
"""Passages of other documents that are looked at because they name the unit."""
_UNION_WORDS = "Hội Liên hiệp Phụ nữ LHPN"
_LEAD_CHARS = 800
_PLACE_AND_DAY = re.compile(r"^\W*(?P<place>[^,\n]{2,40}),\s*ngày\s", re.MULTILINE)
_PROVINCIAL = frozenset({"", "tỉnh", "thành phố"})
_BELOW = ("huyện ", "quận ", "thị xã ", "thị trấn ", "xã ", "phường ", "đặc khu ")
_PLANS = frozenset({
    "Kế hoạch", "Chương trình", "Chương trình hành động", "Chương trình phối hợp", "Giấy mời", "Đề án", "Hướng dẫn",
    "Tờ trình", "Quyết định", "Quy chế", "Quy định", "Chỉ thị",
})  # fmt: skip
"""Types that tell of what is to be done."""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document with what its words are about when they do not say it."""

    record: DocumentRecord
    own: bool
    """The unit's own, so that words without a place are about it."""
    period: DocumentPeriod | None
    """What its figures cover."""
    plans: bool
    shared: bool
    """About several units of a group, such as a cluster of provinces."""
    number: str | None
    newer: Successor | None = None
    neighbour: bool = False
    """Of another body of the unit's place, such as its Front."""

    of_union: bool = False
    """Whether a Union issued it, or is named at its head."""

    @property
    def year(self) -> int | None:
        """What completes a "29/11" or "6 tháng đầu năm"."""
        day = (self.period.last if self.period else None) or self.record.metadata.date
        return int(day[:4]) if day else self.record.metadata.year

    @property
    def day(self) -> str | None:
        """Day of issue, ISO 8601."""
        return self.record.metadata.date

    @property
    def told_up_to(self) -> str | None:
        """The last day its words can tell of, ISO 8601: what "đến nay" and "năm qua" mean."""
        days = [one for one in (self.day, self.period.last if self.period else None) if one]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Choice:
    """Documents of a unit, and how many were left out because the province's name means another one in them."""

    documents: tuple[SourceDocument, ...]
    other_borders: tuple[str, ...] = ()
    """Names of the documents."""


def units_of_store(store: Store) -> tuple[str, ...]:
    """Names of the units whose documents the store holds, those with most documents first."""
    return tuple(name for name, _ in store.facets().units)


def choose(store: Store, unit: Unit, last_day: str) -> Choice:
    """The unit's own documents, and others that name it.

    :param last_day: End of the period: since the mergers a province's name may mean more than before.
    """
    own = _own(store, unit)
    beside = _beside(store, unit, own)
    naming = _naming(store, unit, (*own, *beside))
    records = [store.document(one) for one in (*own, *beside, *naming)]
    records = [one for one in records if one.state is DocumentState.INDEXED]
    cards = store.cards([one.document_id for one in records])
    replaced = store.replaced()
    kept: list[SourceDocument] = []
    left: list[str] = []
    for record in records:
        card = cards[record.document_id]
        if not same_borders(unit, record.metadata.date, last_day):
            left.append(record.metadata.title or record.source)
            continue
        is_shared = _is_about_several(record)
        is_own = (record.document_id in own or _speaks_for(store, record, unit)) and not is_shared
        is_own = is_own and not _is_about_another(record, unit)
        source = replace(
            _source(record, card, replaced.get(record.document_id), own=is_own),
            shared=is_shared,
            neighbour=not is_own and record.document_id in beside,
            of_union=bool(units_in(record.metadata.unit or "")) or (not is_own and _is_headed_by_union(store, record)),
        )
        kept.append(source if source.period else _with_period(store, source))
    return Choice(tuple(kept), tuple(left))


def _source(record: DocumentRecord, card: IdentityCard, newer: Successor | None, *, own: bool) -> SourceDocument:
    first, _, last = (card.get(CardField.PERIOD) or "").partition("/")
    period = DocumentPeriod(first, last, Basis.STATED) if first and last else None
    kind = card.get(CardField.TYPE) or record.metadata.type or ""
    return SourceDocument(
        record, own, period, kind in _PLANS, shared=False, number=card.get(CardField.NUMBER), newer=newer
    )


def _with_period(store: Store, source: SourceDocument) -> SourceDocument:
    """The document with the period its title or first words name; one of another unit stays as it is."""
    record = source.record
    title, day = record.metadata.title or "", source.day
    if not source.own:
        return source
    if source.plans:
        return replace(source, period=plan_period(title, day))
    pages, blocks = store.pages(record.document_id), store.blocks(record.document_id)
    return replace(source, period=period_of(title, day, record.metadata.type or "", pages, blocks))


def _is_about_several(record: DocumentRecord) -> bool:
    """Whether the title names a group of units: what such a document sums up belongs to none of them."""
    title = record.metadata.title or ""
    return "cum " in f"{fold(title)} " and any(one.wider or one.level == "cụm" for one in place_mentions(title))


def _is_about_another(record: DocumentRecord, unit: Unit) -> bool:
    """Whether the title says that a paper of the unit is on another: "kết quả kiểm tra Hội LHPN huyện A"."""
    others = [one for one in units_in(record.metadata.title or "") if one != CENTRAL and not unit.matches(one)]
    return bool(others) and not any(unit.matches(one) for one in units_in(record.metadata.title or ""))


def _beside(store: Store, unit: Unit, own: Iterable[str]) -> list[str]:
    """Papers of other bodies of the unit's place that tell of a Union of women: there it needs no name."""
    place = fold(unit.place)
    names = [name for name, _ in store.facets().units if not units_in(name)]
    names = [name for name in names if place and fold(place_of(name) or "") == place]
    found = set(_matching(store, names) if names else ()) - set(own)
    if not found:
        return []
    hits = store.lexical(terms(_UNION_WORDS), _NAMING_PASSAGES, found)
    passages = store.passages([one.chunk_id for one in hits])
    return list(dict.fromkeys(one.document_id for one in passages.values() if _tells_of_women(fold(one.text))))


def _own(store: Store, unit: Unit) -> list[str]:
    names = tuple(name for name, _ in store.facets().units if unit.matches(name))
    found = _matching(store, names) if names else []
    if unit.province is not None:
        for record in store.documents(search=unit.bare, states=[DocumentState.INDEXED]):
            title = record.metadata.title or ""
            if record.metadata.unit is None and _is_titled(title, unit) and _is_of_union(store, record):
                found.append(record.document_id)
    return list(dict.fromkeys(found))


def _is_titled(title: str, unit: Unit) -> bool:
    """Whether a title opens with the province, or names it and no other place: "Phụ nữ Hải Dương: …"."""
    opened = opening_province(title)
    if opened is not None:
        return opened[0] == unit.province
    named = place_mentions(title)
    return len(named) == 1 and named[0].level in _PROVINCIAL and province_alone(named[0].name) == unit.province


def _matching(store: Store, names: Sequence[str]) -> list[str]:
    """Ids of the indexed documents of these units."""
    return sorted(store.matching(Filters(units=tuple(names))) or ())


def _speaks_for(store: Store, record: DocumentRecord, unit: Unit) -> bool:
    """Whether a document of nobody in particular names the unit at its beginning, and no other of its level at all.

    So does one of a Union whose letterhead leaves its place out.
    """
    issuer = record.metadata.unit
    unnamed = issuer is not None and (is_bare_union(issuer) or open_level(issuer) is not None)
    if issuer is not None and not unnamed:
        return False
    pages = store.pages(record.document_id)
    text = pages[0].text[:_LEAD_CHARS] if pages else ""
    issued_there = unnamed and _is_issued_at(issuer or "", text, unit)
    if not issued_there and not any(unit.matches(name) for name in units_in(text)):
        return False
    others = {name for page in pages for name in units_in(page.text) if not unit.matches(name)}
    return all(name == CENTRAL or (unit.is_provincial and _is_below(name)) for name in others)


def _is_headed_by_union(store: Store, record: DocumentRecord) -> bool:
    """Whether the first line of a paper of nobody in particular is a Union's name: tables often have no more."""
    pages = store.pages(record.document_id) if record.metadata.unit is None else ()
    first = next((line for line in pages[0].text.splitlines() if line.strip()), "") if pages else ""
    return first.isupper() and bool(units_in(first))


def _is_issued_at(issuer: str, text: str, unit: Unit) -> bool:
    """Whether a Union of the unit's level has its day written at the unit's place: "Lâm An, ngày 12 tháng 12"."""
    level = open_level(issuer)
    day = _PLACE_AND_DAY.search(text)
    return (
        level is not None
        and is_of_level(unit.place, level)
        and day is not None
        and bare_place(day["place"]) == unit.bare
    )


def _is_below(name: str) -> bool:
    """Whether a unit is one of those below a province's: its doings are told among those of the province."""
    return place_in(name).startswith(_BELOW) or province_alone(place_in(name)) is None


def _is_of_union(store: Store, record: DocumentRecord) -> bool:
    """Whether a news item about a province speaks of its Union: the first page says so."""
    pages = store.pages(record.document_id)
    lead = fold(pages[0].text[:1500]) if pages else ""
    return any(words in lead for words in ("hoi lhpn", "cac cap hoi", "hoi lien hiep phu nu", "hoi phu nu"))


def _naming(store: Store, unit: Unit, own: Iterable[str]) -> list[str]:
    """Other documents with a passage that names the unit's Union."""
    hits = store.lexical(terms(unit.name), _NAMING_PASSAGES)
    passages = store.passages([one.chunk_id for one in hits])
    known = set(own)
    found = [one.document_id for one in passages.values() if one.document_id not in known and _names(one.text, unit)]
    return list(dict.fromkeys(found))


def _names(text: str, unit: Unit) -> bool:
    folded = fold(text)
    return unit.bare in folded and _tells_of_women(folded)


def _tells_of_women(folded: str) -> bool:
    return any(words in folded for words in ("lhpn", "phu nu"))
