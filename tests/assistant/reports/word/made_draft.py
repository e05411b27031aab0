"""Drafts about places that do not exist, with sources whose quotes hold every figure."""

from decimal import Decimal

from assistant.model import Citation
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
)
from ingest.documents import Flag

UNIT = "Hội LHPN tỉnh Sông Thao"
FRAME = "Ban Thường vụ Hội LHPN tỉnh Sông Thao báo cáo kết quả công tác 6 tháng đầu năm 2023 như sau:"


def citation(n: int, quote: str, **changed: object) -> Citation:
    values: dict[str, object] = {
        "n": n,
        "document_id": f"{n:016x}",
        "source": f"bao-cao-{n}.docx",
        "title": f"Báo cáo kết quả công tác Hội số {n}",
        "page": 1 + n % 7,
        "char_start": 10 * n,
        "char_end": 10 * n + len(quote),
        "quote": quote,
        "date": "2023-06-15",
        "type": "Báo cáo",
        "number": f"{n}/BC-BTV",
        "heading_path": ("II. KẾT QUẢ", "1. Phong trào thi đua"),
    }
    return Citation(**{**values, **changed})  # type: ignore[arg-type]


def sourced(n: int, text: str, *further: Citation) -> DraftSentence:
    return DraftSentence(text, SentenceKind.SOURCED, (citation(n, text), *further), (f"f{n}",))


def sentence(text: str, kind: SentenceKind) -> DraftSentence:
    return DraftSentence(text, kind)


def missing(text: str) -> DraftSentence:
    return DraftSentence(text, SentenceKind.MISSING)


def body(*sentences: DraftSentence) -> Paragraph:
    return Paragraph(sentences)


def bullet(*sentences: DraftSentence) -> Paragraph:
    return Paragraph(sentences, ParagraphKind.BULLET)


def fact(n: int, statement: str, value: str, number: int) -> Fact:
    start = statement.index(value)
    return Fact(f"f{n}", "II", statement, citation(n, statement), value=value, number=Decimal(number),
                value_start=start, value_end=start + len(value), unit_of_measure="hộ")  # fmt: skip


def small_draft(**changed: object) -> ReportDraft:
    members = "Toàn tỉnh kết nạp mới 3.562/5.000 hội viên, đạt 71% kế hoạch năm."
    homes = "Các cấp Hội giúp 12.226 hộ phụ nữ nghèo với trên 7 tỷ đồng."
    recruited = citation(9, "Số hội viên kết nạp mới là 3.562 chị.", flags=frozenset({Flag.OCR}))
    sections = (
        DraftSection("mo_dau", 0, "", (body(sentence(FRAME, SentenceKind.FRAME)),)),
        DraftSection("I", 1, "Đặc điểm tình hình", (body(missing("[CẦN BỔ SUNG: tình hình kinh tế - xã hội]")),)),
        DraftSection("II", 1, "Kết quả công tác Hội"),
        DraftSection(
            "II.1",
            2,
            "Phong trào thi đua",
            (
                body(sourced(1, members, recruited), sourced(2, homes)),
                bullet(sourced(3, "Xây mới 38 mái ấm tình thương, trị giá gần 2 tỷ đồng;")),
                bullet(sentence("Phong trào được Nhân dân ghi nhận.", SentenceKind.PERSON)),
            ),
        ),
        DraftSection("II.2", 2, "Ba nhiệm vụ trọng tâm"),
        DraftSection(
            "II.2.1",
            3,
            "Hỗ trợ phụ nữ phát triển toàn diện",
            (body(sourced(4, "Tổ chức 607 buổi tuyên truyền cho 95.230 lượt phụ nữ.")),),
        ),
        DraftSection(
            "II.2.2",
            3,
            "Tham gia xây dựng Đảng",
            (
                body(
                    sourced(5, "Giới thiệu 184 phụ nữ ưu tú cho Đảng."),
                    missing("Số được kết nạp: [CẦN BỔ SUNG: XD01]."),
                ),
            ),
        ),
        DraftSection(
            "III",
            1,
            "Nhiệm vụ trọng tâm 6 tháng cuối năm",
            (body(sourced(6, "Phấn đấu hoàn thành 17 nội dung trọng tâm của năm.")),),
        ),
    )
    values: dict[str, object] = {
        "request": ReportRequest("so_ket_6_thang", UNIT, "2023-H1"),
        "title": "Kết quả công tác Hội và phong trào phụ nữ 6 tháng đầu năm 2023, nhiệm vụ trọng tâm 6 tháng cuối năm",
        "type_name": "BÁO CÁO",
        "type_code": "BC",
        "sections": sections,
        "facts": (fact(1, members, "3.562", 3562), fact(2, homes, "12.226", 12226)),
        "missing": (Missing("II.2.2", "phụ nữ được kết nạp Đảng", "XD01"),),
        "rows": (
            IndicatorRow("HV02", "Hội viên mới", "người", "5.000", "3.562", "71", citation(1, members)),
            IndicatorRow("KT01", "Hộ phụ nữ nghèo được giúp đỡ", "hộ", "", "12.226", "", citation(2, homes)),
            IndicatorRow("XD01", "Phụ nữ được kết nạp Đảng", "người", "", "", ""),
            IndicatorRow("TT01", "Buổi tuyên truyền", "buổi", "600", "607", "101,2"),
        ),
    }
    return ReportDraft(**{**values, **changed})  # type: ignore[arg-type]
