from assistant.answering.source_warnings import source_warnings
from assistant.messages_vi import warning_text
from assistant.model import Citation, WarningCode
from vectorstore.hits import Successor


def cited(document_id: str, replaced_by: Successor | None = None) -> Citation:
    return Citation(
        1, document_id, "cu.txt", "Quy chế", 1, 0, 4, "Chữ.", "2019-03-05", None, "Quyết định",
        number="12/QĐ-BTV", replaced_by=replaced_by,
    )  # fmt: skip


def newer(kind: str) -> Successor:
    return Successor("b", "moi.txt", "Quy chế mới", "Quyết định", "20/QĐ-BTV", "2024-01-05", kind)


def test_replaced_source_names_the_newer_document_once() -> None:
    replaced = cited("a", newer("replaces"))
    (warning,) = source_warnings([replaced, replaced])
    assert warning.code is WarningCode.REPLACED_SOURCE
    assert (warning.details["number"], warning.details["date"]) == ("20/QĐ-BTV", "05/01/2024")
    assert warning_text(warning) == (
        "“Quyết định số 12/QĐ-BTV ngày 05/03/2019” đã được thay thế bằng “Quyết định số 20/QĐ-BTV ngày 05/01/2024”"
        " trong kho; mời xem văn bản mới."
    )


def test_repealed_source_is_worded_so() -> None:
    (warning,) = source_warnings([cited("a", newer("repeals"))])
    assert "đã bị bãi bỏ bởi" in warning_text(warning)


def test_document_in_force_has_no_warning() -> None:
    assert list(source_warnings([cited("a")])) == []
