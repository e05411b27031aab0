import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.errors import DraftUnreadableError
from assistant.model import AnswerWarning, Citation, Mode, WarningCode
from assistant.reports.draft_json import draft_json, read_draft
from assistant.reports.model import (
    DraftSection,
    DraftSentence,
    Fact,
    FactOrigin,
    IndicatorRow,
    Missing,
    Paragraph,
    ParagraphKind,
    ReportDraft,
    ReportRequest,
    SentenceKind,
    Span,
)
from ingest.documents import Flag
from tests.assistant.reports.made_drafts import draft

TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = some.none() | some.decimals(allow_nan=False, allow_infinity=False)
COUNTS = some.integers(min_value=0, max_value=10**6)


def rows(strategy: some.SearchStrategy[object]) -> some.SearchStrategy[tuple[object, ...]]:
    return some.lists(strategy, max_size=2).map(tuple)


CITATIONS = some.builds(
    Citation, COUNTS, TEXTS, TEXTS, some.none() | TEXTS, COUNTS, COUNTS, COUNTS, TEXTS,
    heading_path=rows(TEXTS), flags=some.frozensets(some.sampled_from(Flag)), number=some.none() | TEXTS,
)  # fmt: skip
FACTS = some.builds(
    Fact, TEXTS, TEXTS, TEXTS, some.none() | CITATIONS, indicator=some.none() | TEXTS, label=TEXTS, value=TEXTS,
    number=NUMBERS, plan=NUMBERS, rate=NUMBERS, value_start=COUNTS, value_end=COUNTS, approximate=some.booleans(),
    period=TEXTS, place=TEXTS, span=some.sampled_from(Span), ticked=some.booleans(),
    origin=some.sampled_from(FactOrigin), duplicates=rows(CITATIONS), conflicts=rows(TEXTS),
)  # fmt: skip
SENTENCES = some.builds(
    DraftSentence, TEXTS, some.sampled_from(SentenceKind), rows(CITATIONS), rows(TEXTS)
)  # fmt: skip
SECTIONS = some.builds(
    DraftSection, TEXTS, COUNTS, TEXTS,
    rows(some.builds(Paragraph, rows(SENTENCES), some.sampled_from(ParagraphKind))), TEXTS,
)  # fmt: skip
DRAFTS = some.builds(
    ReportDraft, some.builds(ReportRequest, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS), TEXTS, TEXTS, TEXTS, rows(SECTIONS),
    facts=rows(FACTS), missing=rows(some.builds(Missing, TEXTS, TEXTS, some.none() | TEXTS)),
    rows=rows(some.builds(IndicatorRow, some.none() | TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS,
                          some.none() | CITATIONS)),
    addressees=rows(TEXTS), recipients=rows(TEXTS), mode=some.sampled_from(Mode),
    warnings=rows(some.builds(AnswerWarning, some.sampled_from(WarningCode),
                              some.dictionaries(TEXTS, TEXTS | some.integers(), max_size=2))),
    fields=some.dictionaries(TEXTS, TEXTS, max_size=3),
)  # fmt: skip


@given(DRAFTS)
@settings(max_examples=60, deadline=None)
def test_any_draft_comes_back_exactly(made: ReportDraft) -> None:
    assert read_draft(draft_json(made)) == made


def test_a_figure_keeps_its_digits() -> None:
    body = json.loads(draft_json(draft()))
    body["facts"][0]["number"] = "3562.50"
    assert str(read_draft(json.dumps(body)).facts[0].number) == "3562.50"
    assert read_draft(json.dumps(body)).facts[0].plan == Decimal(5000)


def test_what_a_later_version_added_is_passed_over() -> None:
    body = json.loads(draft_json(draft()))
    body["mood"] = "festive"
    body["facts"][0]["shade"] = {"of": "plum"}
    body["sections"][1]["paragraphs"][0]["sentences"][0]["tone"] = 3
    assert read_draft(json.dumps(body)) == draft()


def test_what_an_earlier_version_did_not_have_gets_its_default() -> None:
    body = json.loads(draft_json(draft()))
    for name in ("rows", "fields", "warnings", "mode"):
        del body[name]
    read = read_draft(json.dumps(body))
    assert (read.rows, read.fields, read.mode) == ((), {}, Mode.EXTRACTIVE)
    assert read.sections == draft().sections


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"request": 3}'])
def test_what_is_no_draft_is_refused_with_its_reason(body: str) -> None:
    with pytest.raises(DraftUnreadableError, match="draft_unreadable"):
        read_draft(body)
