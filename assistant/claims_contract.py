"""The JSON of a checked draft (design.md, 7): a line per claim, then the summary."""

from typing import Any

from assistant.citation_json import citation_json
from assistant.claim_texts_vi import note_sentence
from assistant.claims.model import CheckSummary, ClaimCheck
from assistant.messages_vi.differences import difference_text


def claim_check_json(check: ClaimCheck) -> dict[str, Any]:
    """One claim with its verdict; offsets count characters of the draft's text."""
    claim = check.claim
    return {
        "n": claim.n,
        "claim": claim.text,
        "char_start": claim.char_start,
        "char_end": claim.char_end,
        "verdict": check.verdict.value,
        "evidence": [citation_json(one) for one in check.evidence],
        "differences": [
            {"kind": one.kind.value, "draft": one.stated, "source": one.source, "message": difference_text(one)}
            for one in check.differences
        ],
        "notes": [
            {"code": one.code.value, "message": note_sentence(one.code.value, one.details), "details": one.details}
            for one in check.notes
        ],
        "kind": claim.kind.value,
        "not_checked": claim.not_checked.value if claim.not_checked else None,
        "page": claim.where.page,
        "table": claim.where.table,
        "row": claim.where.row,
        "decision": check.decision.value if check.decision else None,
    }


def summary_json(summary: CheckSummary, check_id: str | None = None) -> dict[str, Any]:
    """The last line of a check."""
    return {
        "summary": {
            "claims": summary.claims,
            **{verdict.value: count for verdict, count in summary.verdicts.items()},
            "notes": {code.value: count for code, count in summary.notes.items()},
            "seconds": round(summary.seconds, 3),
            "check_id": check_id,
        }
    }
