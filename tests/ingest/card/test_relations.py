from collections.abc import Iterator

import pytest

from ingest.card.relations import distinct, relations_in
from ingest.card.values import Relation


def said(text: str, own: str | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind.value, one.number, one.date) for one in distinct(list(relations_in(1, text, own)))]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/QĐ-BTV ngày 05 tháng 3 năm 2019.",
            [("replaces", "12/QĐ-BTV", "2019-03-05")],
        ),
        (
            "Kế hoạch này thay thế Kế hoạch số 07/KH-HPN ngày 01/02/2020 và Kế hoạch số 9/KH-HPN ngày 3/2/2021.",
            [("replaces", "07/KH-HPN", "2020-02-01"), ("replaces", "9/KH-HPN", "2021-02-03")],
        ),
        ("Bãi bỏ Quy định số 33/QyĐ-HPN ngày 07/4/2015 của Hội.", [("repeals", "33/QyĐ-HPN", "2015-04-07")]),
        (
            "Quyết định số 8/QĐ-HPN ngày 1/2/2018 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            [("repeals", "8/QĐ-HPN", "2018-02-01")],
        ),
        (
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;\nCăn cứ Điều lệ Hội;",
            [("based_on", "98/2023/NĐ-CP", "2023-12-31"), ("based_on", None, None)],
        ),
        ("Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.", []),
        ("Phần mềm mới thay thế sổ ghi chép; hội viên thay thế cây trồng kém hiệu quả.", []),
        ("Theo Quyết định số 5/QĐ-BTV, cơ sở được thay thế bởi chi hội.", []),
    ],
)
def test_what_a_document_says_of_others(text: str, relations: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == relations


def test_own_number_is_no_relation() -> None:
    assert said("Quyết định này thay thế Quyết định số 12/QĐ-BTV ngày 1/1/2020.", own="12/QĐ-BTV") == []


def test_evidence_is_the_named_document() -> None:
    text = "Quyết định này thay thế Quyết định số 12/QĐ-BTV ngày 05/3/2019 của Ban Thường vụ."
    found: list[Relation] = list(relations_in(4, text, None))
    assert [(one.page, text[one.char_start : one.char_end]) for one in found] == [
        (4, "Quyết định số 12/QĐ-BTV ngày 05/3/2019")
    ]


def test_no_more_relations_are_looked_for_than_a_card_holds() -> None:
    read: list[int] = []

    def pages() -> Iterator[Relation]:
        for page in range(1, 1000):
            read.append(page)
            yield from relations_in(page, f"Căn cứ Quyết định số {page}/QĐ-BTV ngày 01/02/2020;", None)

    assert [one.page for one in distinct(pages())] == list(range(1, 61))
    assert len(read) == 60
