import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from ingest.documents import Document
from ingest.pipeline import Rejected, content_digests, read_documents
from ingest.settings import IngestLimits, IngestSettings
from tests.ingest.loaders.ole_files import msg_file

LETTER = "Kính gửi Hội LHPN huyện Bình An, xã Hòa Sơn đã kết nạp 45 hội viên."


def word_file(text: str = "Kế hoạch công tác của Hội LHPN xã Hòa Sơn.") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def message(attachments: dict[str, bytes], body: str = LETTER) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Nguyễn Thị Lan <lan@example.org>", "hoi@example.org"
    mail["Subject"], mail["Date"] = "Báo cáo tháng 3", "Fri, 08 Mar 2024 09:00:00 +0700"
    mail.set_content(body)
    for name, data in attachments.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def read(folder: Path, name: str, data: bytes, limits: IngestLimits | None = None) -> dict[str, Document | Rejected]:
    path = folder / name
    path.write_bytes(data)
    settings = IngestSettings(limits=limits or IngestLimits())
    items = {item.source: item for item in read_documents(path, settings)}
    told = {f"{name}/{key or ''}".rstrip("/") for key, _ in content_digests(path, settings)}
    assert told >= {source for source, item in items.items() if isinstance(item, Document)}
    return items


def text_of(item: Document | Rejected) -> str:
    assert isinstance(item, Document), item
    return item.pages[0].text


def test_every_file_of_an_archive_is_a_document_with_its_path(tmp_path: Path) -> None:
    inner = zipped({"c.txt": "Hội nghị tổng kết năm của Hội.".encode()})
    members = {"thư mục/b.docx": word_file(), "trong.zip": inner, "thư.eml": message({"d.txt": b"phu luc kem theo"}),
               "__MACOSX/x": b"x", "thư mục/~$b.docx": b"x"}  # fmt: skip
    found = read(tmp_path, "tệp.zip", zipped(members))
    assert list(found) == [
        "tệp.zip/thư mục/b.docx", "tệp.zip/trong.zip/c.txt", "tệp.zip/thư.eml", "tệp.zip/thư.eml/d.txt",
    ]  # fmt: skip
    document = found["tệp.zip/thư mục/b.docx"]
    assert isinstance(document, Document)
    assert document.member == "thư mục/b.docx"
    assert text_of(found["tệp.zip/trong.zip/c.txt"]) == "Hội nghị tổng kết năm của Hội."


def test_what_cannot_be_taken_has_a_row_of_its_own(tmp_path: Path) -> None:
    members = {"a.txt": "Hội viên mới.".encode(), "hong.docx": word_file()[:900], "la.xyz": b"abc", "rong.txt": b"",
               "hong.zip": zipped({"x.txt": b"x"})[:60]}  # fmt: skip
    found = read(tmp_path, "a.zip", zipped(members))
    codes = {source: item.error.code for source, item in found.items() if isinstance(item, Rejected)}
    assert codes == {
        "a.zip/hong.docx": "damaged_file",
        "a.zip/la.xyz": "unsupported_format",
        "a.zip/rong.txt": "empty_file",
        "a.zip/hong.zip": "damaged_file",
    }
    assert text_of(found["a.zip/a.txt"]) == "Hội viên mới."


def test_names_that_lead_outside_are_only_names(tmp_path: Path) -> None:
    members = {"../../tron.txt": b"mot hai ba", "/etc/hai.txt": b"mot hai", "C:\\x\\ba.txt": b"ba", "..": b"bon nam"}
    found = read(tmp_path, "a.zip", zipped(members))
    assert list(found) == ["a.zip/tron.txt", "a.zip/etc/hai.txt", "a.zip/x/ba.txt", "a.zip/_"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_name_in_a_code_page_and_a_name_used_twice(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("ho-so.txt", "một")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("ho-so.txt", "hai")
    named = zipped({"x1x2x.txt": b"ba"}).replace(b"x1x2x", "Hội".encode())
    assert list(read(tmp_path, "a.zip", buffer.getvalue())) == ["a.zip/ho-so.txt", "a.zip/ho-so (2).txt"]
    assert list(read(tmp_path, "b.zip", named)) == ["b.zip/Hội.txt"]


def test_archive_limits_refuse_what_is_beyond_them(tmp_path: Path) -> None:
    def codes(members: dict[str, bytes], **limits: int) -> list[tuple[str, str]]:
        found = read(tmp_path, "a.zip", zipped(members), IngestLimits(**limits))
        refused = [item for item in found.values() if isinstance(item, Rejected)]
        return [(item.source, str(item.error.details["problem"])) for item in refused]

    texts = {f"{n}.txt": f"văn bản số {n}".encode() for n in range(5)}
    assert codes(texts, max_archive_members=3) == [("a.zip/3.txt", "count")]
    assert codes({"a.txt": b"x " * 300, "b.txt": b"y " * 300}, max_archive_bytes=1000) == [("a.zip/b.txt", "total")]
    assert codes({"a.txt": b"x " * 600}, max_binary_bytes=1000) == [("a.zip/a.txt", "size")]
    assert codes({"bom.txt": b"a" * 12_000_000}) == [("a.zip/bom.txt", "ratio")]
    deep = {"x.txt": b"day"}
    for _ in range(4):
        deep = {"sau.zip": zipped(deep)}
    assert codes(deep) == [("a.zip/sau.zip/sau.zip/sau.zip/sau.zip", "depth")]


def test_locked_member_is_refused_and_an_empty_archive_too(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.txt": b"bi mat"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    (found,) = read(tmp_path, "a.zip", bytes(locked)).values()
    assert isinstance(found, Rejected)
    assert found.error.code == "encrypted_file"
    (empty,) = read(tmp_path, "b.zip", zipped({})).values()
    assert isinstance(empty, Rejected)
    assert (empty.source, empty.error.code) == ("b.zip", "empty_file")


def test_message_is_its_text_and_its_attachments(tmp_path: Path) -> None:
    found = read(tmp_path, "thu.eml", message({"kế hoạch.docx": word_file()}))
    assert list(found) == ["thu.eml", "thu.eml/kế hoạch.docx"]
    letter = found["thu.eml"]
    assert isinstance(letter, Document)
    assert text_of(letter).strip() == f"Báo cáo tháng 3\n\n{LETTER}"
    card = letter.metadata
    assert (letter.member, card.title, card.author, card.date) == (
        "",
        "Báo cáo tháng 3",
        "Nguyễn Thị Lan",
        "2024-03-08",
    )


def test_message_is_known_by_its_head_whatever_its_name(tmp_path: Path) -> None:
    found = read(tmp_path, "thu.txt", message({}))
    assert isinstance(found["thu.txt"], Document)
    assert found["thu.txt"].media_type == "message/rfc822"


def test_outlook_message_is_its_text_and_its_attachments(tmp_path: Path) -> None:
    found = read(tmp_path, "thu.msg", msg_file("Giấy mời họp", LETTER, {"kế hoạch.docx": word_file()}))
    letter = found["thu.msg"]
    assert isinstance(letter, Document)
    assert text_of(letter).startswith(f"Giấy mời họp\n\n{LETTER}")
    assert letter.metadata.date == "2024-03-08"
    assert list(found) == ["thu.msg", "thu.msg/kế hoạch.docx"]


def test_saved_page_is_read_without_its_pictures(tmp_path: Path) -> None:
    page = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        "<html><body><h1>Tin hội nghị của Hội</h1><p>Hội kết nạp 45 hội viên.</p></body></html>\r\n--b\r\n"
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    )
    (found,) = read(tmp_path, "trang.mht", page.encode()).values()
    assert text_of(found) == "Tin hội nghị của Hội\n\nHội kết nạp 45 hội viên."
