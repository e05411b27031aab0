"""Documents found by their number."""

from pathlib import Path

from assistant.services import open_services
from assistant.settings import load_settings
from ingest.card.numbers import number_key
from ingest.card.values import RelationKind
from vectorstore.numbered import Numbered

LETTER = (
    "HỘI LHPN VIỆT NAM\nBAN THƯỜNG VỤ HỘI LHPN TỈNH SƠN HÀ\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSơn Hà, ngày {day} tháng 3 năm 2021\n\nQUYẾT ĐỊNH\nVề quy chế làm việc\n\n{body}\n"
)


def test_numbers_find_their_documents_and_what_ended_them(tmp_path: Path) -> None:
    older = LETTER.format(number="07/QĐ-BTV", day="05", body="Quy chế gồm 12 điều, áp dụng cho cơ quan Hội.")
    newer = LETTER.format(
        number="18/QĐ-BTV",
        day="25",
        body="Quyết định này thay thế Quyết định số 07/QĐ-BTV ngày 05 tháng 3 năm 2021 của Ban Thường vụ.",
    )
    for name, text in (("cu.txt", older), ("moi.txt", newer)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_services(load_settings(tmp_path / "kho", environment={})) as services:
        list(services.ingest([tmp_path / "cu.txt", tmp_path / "moi.txt"]))
        numbered = Numbered(services.store.database)
        keys = [number_key(one) for one in ("7/QĐ-BTV", "18/QĐ-BTV", "99/QĐ-BTV")]
        documents, endings = numbered.documents(keys), numbered.endings(keys)
        services.remove(documents[keys[0]][0].document_id)
        left = numbered.documents(keys)
    assert {key: [one.source for one in found] for key, found in documents.items()} == {
        keys[0]: ["cu.txt"],
        keys[1]: ["moi.txt"],
    }
    assert [(one.kind, one.by.source) for one in endings[keys[0]]] == [(RelationKind.REPLACES, "moi.txt")]
    assert list(endings) == [keys[0]]
    assert list(left) == [keys[1]]
