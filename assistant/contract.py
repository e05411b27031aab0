"""The JSON of the command-line contract (README, Command line), shared by every rim that prints it."""

from dataclasses import asdict
from typing import Any

from assistant.citation_json import citation_json, successor_json
from assistant.intake import FileReport
from assistant.messages_vi.differences import difference_text
from assistant.messages_vi.sentences import note_text, warning_text
from assistant.model import Answer, AnswerWarning, SearchResult
from assistant.reports.gathering import Gathered
from assistant.reports.model import Fact, ReportDraft
from assistant.reports.templates import Templates
from assistant.verdicts import SentenceCheck
from vectorstore.card_records import DocumentCard
from vectorstore.records import DocumentRecord


def search_json(result: SearchResult) -> dict[str, Any]:
    """One search: query, hits, what was understood, timings in milliseconds."""
    return {
        "query": result.query.text,
        "understood": [asdict(item) for item in result.query.understood],
        "hits": [
            {
                "rank": hit.rank,
                "document_id": hit.passage.document_id,
                "source": hit.passage.source,
                "title": hit.passage.title,
                "page": hit.passage.page,
                "char_start": hit.passage.char_start,
                "char_end": hit.passage.char_end,
                "text": hit.passage.text,
                "score": round(hit.score, 6),
                "lexical_rank": hit.lexical_rank,
                "dense_rank": hit.dense_rank,
                "flags": sorted(hit.passage.flags),
                "number": hit.passage.number,
                "replaced_by": successor_json(hit.passage.replaced_by),
            }
            for hit in result.hits
        ],
        "timings_ms": _rounded(result.timings_ms),
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """One answer or refusal, its citations being exact slices of stored pages."""
    return {
        "question": answer.question,
        "completed_question": answer.completed_question,
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason.value if answer.reason else None,
        "citations": [citation_json(citation) for citation in answer.citations],
        "nearest": [citation_json(citation) for citation in answer.nearest],
        "checks": [_check_json(check) for check in answer.checks],
        "mode": answer.mode.value,
        "understood": [asdict(item) for item in answer.understood],
        "warnings": [_warning_json(warning) for warning in answer.warnings],
        "timings_ms": _rounded(answer.timings_ms),
    }


def file_report_json(report: FileReport) -> dict[str, Any]:
    """What became of one file."""
    return {
        "path": report.path,
        "status": report.status,
        "code": report.code,
        "reason": report.reason,
        "document_id": report.document_id,
        "pages": report.pages,
        "chunks": report.chunks,
        "documents": report.documents,
        "seconds": report.seconds,
    }


def document_json(record: DocumentRecord, card: DocumentCard | None = None) -> dict[str, Any]:
    """A document's listed values and state, with its whole identity card where one is given."""
    listed = record.metadata
    whole = {"card": card_json(card), "replaced_by": successor_json(card.replaced_by)} if card else {}
    return {
        "document_id": record.document_id,
        "source": record.source,
        "state": record.state.value,
        "title": listed.title,
        "date": listed.date,
        "year": listed.year,
        "unit": listed.unit,
        "type": listed.type,
        "author": listed.author,
        "url": listed.url,
        "collection": record.collection,
        "media_type": record.media_type,
        "encoding": record.encoding,
        "encoding_confidence": record.encoding_confidence,
        "member": record.member,
        "notes": [{"code": note.code, "message": note_text(note)} for note in record.notes],
        "flags": sorted(record.flags),
        "masked": dict(record.masked),
        "pages": record.pages,
        "chunks": record.chunks,
        "added_at": record.added_at,
        **whole,
    }


def card_json(card: DocumentCard) -> dict[str, Any]:
    """Values by field with their evidence, and the documents it names; a page of None: it stands nowhere."""
    return {
        "values": {
            one.field.value: {
                "value": one.value,
                "page": one.page,
                "char_start": one.char_start,
                "char_end": one.char_end,
                "source": one.source.value,
            }
            for one in card.card.values
        },
        "relations": [
            {
                "kind": one.kind.value,
                "number": one.number,
                "date": one.date,
                "title": one.title,
                "page": one.page,
                "char_start": one.char_start,
                "char_end": one.char_end,
                "document_id": card.links[place].to.document_id if place in card.links else None,
            }
            for place, one in enumerate(card.card.relations)
        ],
        "edits": [asdict(edit) for edit in card.edits],
    }


def draft_json(draft: ReportDraft, gathered: Gathered, output: str | None) -> dict[str, Any]:
    """One draft: its facts with their places, what is missing, where the file is."""
    return {
        "template": draft.request.template_id,
        "unit": gathered.unit.name,
        "period": draft.request.period,
        "facts": [_fact_json(fact) for fact in draft.facts],
        "missing": [asdict(one) for one in draft.missing],
        "output": output,
        "title": draft.title,
        "mode": draft.mode.value,
        "left_out": len(gathered.left_out),
        "periods": list(gathered.periods),
        "warnings": [_warning_json(warning) for warning in draft.warnings],
    }


def templates_json(templates: Templates) -> dict[str, Any]:
    """Outlines that can be used, and what is wrong with others."""
    return {
        "templates": [
            {"id": one.template_id, "name": one.name, "type": one.type_name, "office": one.is_office}
            for one in templates
        ],
        "problems": [asdict(one) for one in templates.problems],
    }


def _fact_json(fact: Fact) -> dict[str, Any]:
    return {
        "fact_id": fact.fact_id,
        "section": fact.section,
        "indicator": fact.indicator,
        "label": fact.label,
        "statement": fact.statement,
        "value": fact.value,
        "number": None if fact.number is None else float(fact.number),
        "value_start": fact.value_start,
        "value_end": fact.value_end,
        "unit_of_measure": fact.unit_of_measure,
        "approximate": fact.approximate,
        "plan": None if fact.plan is None else float(fact.plan),
        "rate": None if fact.rate is None else float(fact.rate),
        "period": fact.period,
        "place": fact.place,
        "span": fact.span.value,
        "kind": fact.kind.value,
        "doubt": fact.doubt.value,
        "ticked": fact.ticked,
        "citation": citation_json(fact.citation) if fact.citation else None,
        "duplicates": [citation_json(one) for one in fact.duplicates],
        "conflicts": list(fact.conflicts),
    }


def _warning_json(warning: AnswerWarning) -> dict[str, Any]:
    return {"code": warning.code.value, "message": warning_text(warning), "details": warning.details}


def _check_json(check: SentenceCheck) -> dict[str, Any]:
    return {
        "text": check.text,
        "char_start": check.char_start,
        "char_end": check.char_end,
        "citations": list(check.citations),
        "verdict": check.verdict.value,
        "removed": check.removed,
        "differences": [
            {"kind": one.kind.value, "stated": one.stated, "source": one.source, "message": difference_text(one)}
            for one in check.differences
        ],
    }


def _rounded(timings: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in timings.items()}
