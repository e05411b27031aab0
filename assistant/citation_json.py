"""The JSON of a citation, the same wherever one is printed (design.md, 7)."""

from dataclasses import asdict
from typing import Any

from assistant.citation_text import reference
from assistant.model import Citation
from vectorstore.hits import Successor


def citation_json(citation: Citation) -> dict[str, Any]:
    """A citation with its place (characters of the page) and its reference as reports write it."""
    return {
        "n": citation.n,
        "document_id": citation.document_id,
        "source": citation.source,
        "title": citation.title,
        "page": citation.page,
        "char_start": citation.char_start,
        "char_end": citation.char_end,
        "quote": citation.quote,
        "date": citation.date,
        "unit": citation.unit,
        "type": citation.type,
        "flags": sorted(citation.flags),
        "number": citation.number,
        "reference": reference(citation),
        "replaced_by": successor_json(citation.replaced_by),
    }


def successor_json(newer: Successor | None) -> dict[str, Any] | None:
    """The document that took another's place; none while it stands."""
    return asdict(newer) if newer else None
