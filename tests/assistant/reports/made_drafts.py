"""Made-up facts and drafts of a fictional unit."""

from dataclasses import replace
from decimal import Decimal

from assistant.model import AnswerWarning, Citation, WarningCode
from assistant.reports.model import (
    DraftSection,
    DraftSentence,
    Fact,
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
from vectorstore.hits import Successor

REQUEST = ReportRequest("tong_ket_nam", "Hội LHPN huyện Bình An", "2022", "HOI")


def citation(quote: str, n: int = 1, start: int = 0) -> Citation:
    return Citation(
        n, "00000000000000aa", "bao-cao.docx", "Báo cáo của Hội huyện Bình An", 2, start, start + len(quote), quote,
        date="2022-12-12", unit="Hội LHPN huyện Bình An", type="Báo cáo", number="45/BC-HPN",
        heading_path=("II. KẾT QUẢ",), flags=frozenset({Flag.OCR, Flag.SAMPLE}),
        replaced_by=Successor("00000000000000bb", "moi.docx", None, "Báo cáo", "50/BC-HPN", None, "replaces"),
    )  # fmt: skip


def fact(fact_id: str, statement: str, value: str = "", section: str = "ket_qua", **more: object) -> Fact:
    start = statement.find(value) if value else 0
    made = Fact(
        fact_id, section, statement, citation(statement, start=int(fact_id, 36) * 100), value=value,
        value_start=start, value_end=start + len(value), place="huyện Bình An", period="2022",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


MEMBERS = fact(
    "f1", "Toàn huyện kết nạp 3.562/5.000 hội viên mới, đạt 71% kế hoạch.", "3.562",
    label="hội viên mới", indicator="HV02", number=Decimal(3562), plan=Decimal(5000), rate=Decimal(71),
    unit_of_measure="người", span=Span.IN_PERIOD, conflicts=("f3",),
)  # fmt: skip
HOUSES = fact("f2", "Hội vận động xây 12 mái ấm tình thương trị giá trên 600 triệu đồng.", "12", label="mái ấm")
OTHER = fact("f3", "Kết nạp 3.600 hội viên mới trong năm 2022.", "3.600", label="hội viên mới", conflicts=("f1",))
LOANS = fact("f4", "Giúp 240 hộ phụ nữ vay vốn phát triển kinh tế.", "240", section="kinh_te", label="hộ vay vốn")


def sourced(*facts: Fact, text: str = "") -> DraftSentence:
    return DraftSentence(
        text or " ".join(one.statement for one in facts),
        SentenceKind.SOURCED,
        tuple(one.citation for one in facts if one.citation),
        tuple(one.fact_id for one in facts),
    )


FRAME = DraftSentence("Hội báo cáo kết quả như sau:", SentenceKind.FRAME)
GAP = DraftSentence("[CẦN BỔ SUNG: số chi hội]", SentenceKind.MISSING)


def draft() -> ReportDraft:
    """An opening, two headings, one of them with a subheading."""
    return ReportDraft(
        REQUEST,
        "Kết quả công tác Hội năm 2022",
        "BÁO CÁO",
        "BC",
        (
            DraftSection("mo_dau", 0, "", (Paragraph((FRAME,)),)),
            DraftSection(
                "ket_qua", 1, "Kết quả",
                (Paragraph((sourced(MEMBERS), sourced(HOUSES))), Paragraph((GAP,), ParagraphKind.BULLET)),
                guidance="Nêu số liệu.",
            ),
            DraftSection("kinh_te", 2, "Phát triển kinh tế", (Paragraph((sourced(LOANS),)),)),
            DraftSection("phuong_huong", 1, "Phương hướng"),
        ),
        facts=(MEMBERS, HOUSES, replace(OTHER, ticked=False), LOANS),
        missing=(Missing("ket_qua", "số chi hội", "TC03"),),
        rows=(IndicatorRow("HV02", "hội viên mới", "người", "5.000", "3.562", "71%", MEMBERS.citation),),
        addressees=("Hội LHPN tỉnh Sơn Hà",),
        recipients=("Như trên", "Lưu: VT"),
        warnings=(AnswerWarning(WarningCode.GARBLED_SOURCE, {"source": "bao-cao.docx"}),),
        fields={"place": "Bình An"},
    )  # fmt: skip
