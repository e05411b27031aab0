"""The JSON of the command-line contract (README, Command line), shared by every rim that prints it."""

from dataclasses import asdict
from typing import Any

from assistant.intake import FileReport
from assistant.messages_vi import warning_text
from assistant.model import Answer, Citation, SearchResult
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
            }
            for hit in result.hits
        ],
        "timings_ms": _rounded(result.timings_ms),
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """One answer or refusal, its citations being exact slices of stored pages."""
    return {
        "question": answer.question,
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason.value if answer.reason else None,
        "citations": [_citation_json(citation) for citation in answer.citations],
        "nearest": [_citation_json(citation) for citation in answer.nearest],
        "mode": answer.mode.value,
        "understood": [asdict(item) for item in answer.understood],
        "warnings": [
            {"code": warning.code.value, "message": warning_text(warning), "details": warning.details}
            for warning in answer.warnings
        ],
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


def document_json(record: DocumentRecord) -> dict[str, Any]:
    """A document's identity card and state."""
    card = record.metadata
    return {
        "document_id": record.document_id,
        "source": record.source,
        "state": record.state.value,
        "title": card.title,
        "date": card.date,
        "year": card.year,
        "unit": card.unit,
        "type": card.type,
        "author": card.author,
        "url": card.url,
        "collection": record.collection,
        "media_type": record.media_type,
        "encoding": record.encoding,
        "flags": sorted(record.flags),
        "masked": dict(record.masked),
        "pages": record.pages,
        "chunks": record.chunks,
        "added_at": record.added_at,
    }


def _citation_json(citation: Citation) -> dict[str, Any]:
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
    }


def _rounded(timings: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in timings.items()}
