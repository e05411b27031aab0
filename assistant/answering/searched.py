"""What a search looked through, in words: how many documents, of which years, types and units."""

from collections import Counter
from collections.abc import Iterable, Iterator

from assistant.messages_vi.answering import ANSWERING
from assistant.model import SearchResult
from vectorstore.hits import Filters, Passage

_TYPES, _UNITS = 3, 3
"""Named at most, those of most documents first; how many more there are is said."""


def searched_text(result: SearchResult) -> str:
    """The sentence of a refusal that says where the answer was looked for."""
    documents = {hit.passage.document_id: hit.passage for hit in reversed(result.hits)}
    parts = [part for part in _described(list(documents.values())) if part]
    what = ANSWERING["searched_what"].format(what="; ".join(parts)) if parts else ""
    return ANSWERING["searched"].format(documents=len(documents), scope=scope_of(result.query.filters), what=what)


def _described(documents: list[Passage]) -> Iterator[str]:
    years = sorted({year for one in documents if (year := one.year or int((one.date or "0")[:4]))})
    if years:
        first, last = years[0], years[-1]
        kind = "searched_year" if first == last else "scope_years"
        yield ANSWERING[kind].format(first=first, last=last)
    yield _listed((one.type for one in documents), _TYPES, ANSWERING["searched_more_types"])
    yield _listed((one.unit for one in documents), _UNITS, ANSWERING["searched_more_units"])


def _listed(values: Iterable[str | None], shown: int, and_more: str) -> str:
    counts = Counter(value for value in values if value)
    names = [value for value, _ in counts.most_common(shown)]
    more = len(counts) - len(names)
    return ", ".join(names) + (and_more.format(count=more) if more else "")


def scope_of(filters: Filters) -> str:
    """The filters in words, with a space before; nothing where there are none."""
    values = [*filters.units, *filters.types, *filters.collections]
    match filters.year_from, filters.year_to:
        case (int() as first, int() as last):
            values.insert(0, ANSWERING["scope_years"].format(first=first, last=last))
        case (int() as first, None):
            values.insert(0, ANSWERING["scope_from"].format(first=first))
        case (None, int() as last):
            values.insert(0, ANSWERING["scope_to"].format(last=last))
    return ANSWERING["scope"].format(filters=", ".join(values)) if values else ""
