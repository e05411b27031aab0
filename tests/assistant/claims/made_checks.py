"""Checked drafts over texts made here; claims stand where their sentences do."""

from assistant.claims.model import (
    CheckedDraft,
    Claim,
    ClaimCheck,
    ClaimKind,
    ClaimNote,
    ClaimPlace,
    ClaimVerdict,
    Decision,
    Draft,
    DraftPart,
    NoteCode,
    summary_of,
)
from assistant.model import Citation
from assistant.verdicts import Difference, DifferenceKind
from ingest.documents import BlockKind

QUOTE = "Năm 2023, Hội giúp 12.226 hộ thoát nghèo."


def citation(quote: str = QUOTE) -> Citation:
    return Citation(1, "d" * 16, "bao-cao.docx", "Báo cáo tổng kết", 3, 0, len(quote), quote, "2023-12-05",
                    type="Báo cáo", number="45/BC-BTV")  # fmt: skip


def draft_of(text: str) -> Draft:
    """Every line a part."""
    parts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(DraftPart(at, at + len(line)))
        at += len(line) + 1
    return Draft(text, tuple(parts))


def checked(draft: Draft, *checks: ClaimCheck) -> CheckedDraft:
    return CheckedDraft("c1", draft, checks, summary_of(checks), "2026-11-22T00:00:00Z", len(checks))


def check(draft: Draft, n: int, sentence: str, verdict: ClaimVerdict, **changed: object) -> ClaimCheck:
    kind = changed.pop("kind", ClaimKind.FIGURE)
    start = draft.text.index(sentence)
    claim = Claim(n, sentence, start, start + len(sentence), kind, ClaimPlace(0))  # type: ignore[arg-type]
    return ClaimCheck(claim, verdict, **changed)  # type: ignore[arg-type]


def differing(draft: Draft, n: int, sentence: str, stated: str, source: str) -> ClaimCheck:
    difference = Difference(DifferenceKind.NUMBER, stated, source)
    note = ClaimNote(NoteCode.ARITHMETIC, {"of": "3.562/5.000", "stated": "75 %", "computed": "71,2 %"})
    return check(draft, n, sentence, ClaimVerdict.DIFFERS, evidence=(citation(),), differences=(difference,),
                 notes=(note,), decision=Decision.FIX)  # fmt: skip


def row_part(draft: Draft) -> Draft:
    """The last part as a row of a table."""
    *before, last = draft.parts
    row = DraftPart(last.char_start, last.char_end, BlockKind.TABLE_ROW)
    return Draft(draft.text, (*before, row), draft.source)
