"""The question in a document's own words: short forms that it writes out, written out."""

import re

from assistant.answering.evidence import DocumentEvidence, pairs
from assistant.model import Query
from assistant.query.question import Question, read_question
from vectorstore.terms import syllables

_SHORT_FORM = "abbreviation"
"""Kind of the chips that say what a short form was taken for."""
_READINGS = " / "


def written_out(query: Query, question: Question, document: DocumentEvidence) -> Question | None:
    """The question with every short form that the document lacks in the reading that it has; None where it has all."""
    text = question.text
    for chip in query.understood:
        if chip.kind != _SHORT_FORM or set(syllables(chip.text)) <= document.syllables:
            continue
        known = [one for one in chip.meaning.split(_READINGS) if _stands_in(one, document)]
        if known:
            text = re.sub(rf"(?<!\w){re.escape(chip.text)}(?!\w)", known[0], text)
    return read_question(text, query.ignored) if text != question.text else None


def _stands_in(reading: str, document: DocumentEvidence) -> bool:
    parts = syllables(reading)
    return set(pairs(parts)) <= document.pairs and set(parts) <= document.syllables
