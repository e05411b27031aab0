"""Made-up answers for the tests of conversations."""

from assistant.conversations.records import NewTurn
from assistant.model import Answer, AnswerWarning, Citation, Mode, Understanding, WarningCode
from assistant.verdicts import Difference, DifferenceKind, SentenceCheck, Verdict
from ingest.documents import Flag
from vectorstore.hits import Filters, Successor


def citation(n: int, start: int = 0, document_id: str = "00000000000000aa") -> Citation:
    return Citation(
        n,
        document_id,
        "bao-cao.docx",
        "Báo cáo của Hội xã Suối Hoa",
        2,
        start,
        start + 10,
        f"trao {start} suất quà",
        date="2022-12-12",
        type="Báo cáo",
        number="45/BC-HPN",
        heading_path=("II. KẾT QUẢ", "1. Chăm lo"),
        flags=frozenset({Flag.OCR}),
        replaced_by=Successor("00000000000000bb", "moi.docx", None, "Báo cáo", "50/BC-HPN", None, "replaces"),
    )


def turn(question: str = "Hội trao bao nhiêu suất quà?", text: str = "Hội trao 12 suất quà. [1]") -> NewTurn:
    check = SentenceCheck(
        "Hội trao 12 suất quà.", 0, 25, (1,), Verdict.DIFFERS, (Difference(DifferenceKind.NUMBER, "12", "15"),)
    )
    answer = Answer(
        question,
        text,
        abstained=False,
        mode=Mode.EXTRACTIVE,
        citations=(citation(1, 12),),
        nearest=(),
        warnings=(AnswerWarning(WarningCode.GARBLED_SOURCE, {"source": "bao-cao.docx"}),),
        timings_ms={"total": 12.5},
        understood=(Understanding("year", "2022", "2022"),),
        checks=(check,),
    )
    return NewTurn(question, answer, "", "năm 2022", Filters(year_from=2022), (Understanding("slang", "ko", "không"),))
