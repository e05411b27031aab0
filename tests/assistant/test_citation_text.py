import pytest

from assistant.citation_text import reference, reference_line, section_of
from assistant.model import Citation
from vectorstore.hits import Successor

NEWER = Successor("b" * 16, "moi.txt", "Quy chế", "Quyết định", "20/QĐ-BTV", "2024-01-05", "replaces")


def citation(**values: object) -> Citation:
    fields = {
        "n": 1, "document_id": "a" * 16, "source": "a.txt", "title": "Báo cáo Kết quả công tác", "page": 3,
        "char_start": 0, "char_end": 4, "quote": "Chữ.", **values,
    }  # fmt: skip
    return Citation(**fields)  # type: ignore[arg-type]


def test_document_with_a_number_is_cited_by_it() -> None:
    cited = citation(
        number="45/BC-BTV", type="Báo cáo", date="2022-12-12", heading_path=("II. KẾT QUẢ", "1. Công tác tuyên truyền")
    )
    assert reference(cited) == "Báo cáo số 45/BC-BTV ngày 12/12/2022, mục II.1, tr. 3"
    assert reference_line(cited) == "[1] Báo cáo số 45/BC-BTV ngày 12/12/2022, mục II.1, tr. 3: “Chữ.”"


def test_document_without_a_number_keeps_its_form() -> None:
    cited = citation(unit="Hội LHPN xã An Khê", date="2022-12-12", heading_path=("II. KẾT QUẢ",))
    assert reference(cited) == "Báo cáo Kết quả công tác, Hội LHPN xã An Khê, 12/12/2022, tr. 3"


def test_replaced_document_says_so() -> None:
    assert "(đã có văn bản thay thế)" in reference_line(citation(number="12/QĐ-BTV", replaced_by=NEWER))


@pytest.mark.parametrize(
    ("path", "section"),
    [
        (("II. KẾT QUẢ", "1. Tuyên truyền"), "mục II.1"),
        (("I- TÌNH HÌNH",), "mục I"),
        (("II. KẾT QUẢ", "2. Nhiệm vụ", "2.1. Hỗ trợ phụ nữ", "a) Khởi nghiệp"), "mục II.2.1.a"),
        (("Chương II", "Điều 5. Kinh phí"), "Điều 5"),
        (("Điều 5. Kinh phí", "2. Mức chi"), "Điều 5, mục 2"),
        (("Kết quả nổi bật",), None),
        ((), None),
    ],
)
def test_section_is_named_by_its_marks(path: tuple[str, ...], section: str | None) -> None:
    assert section_of(path) == section
