import hashlib
import io
import json
import os
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.documents import Document, Flag
from ingest.pipeline import SUPPORTED_EXTENSIONS, Rejected, expand_paths, left_out, read_documents
from ingest.settings import IngestLimits, IngestSettings
from tests.ingest.loaders.pdf_files import drawn, encrypted, image_only, lines_down, written

SAMPLES = Path(__file__).parents[2] / "assistant" / "samples"
SETTINGS = IngestSettings()
PDF = drawn([lines_down("Ke hoach cong tac Hoi nam 2024", "Noi dung thu nhat cua ke hoach.")])
RECORD = {"id": "tin-1", "title": "Tin hội nghị", "text": "Hội LHPN huyện Bình An tổ chức hội nghị."}


def word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("Hội LHPN huyện Bình An tổ chức hội nghị tổng kết.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def other_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("so-lieu.csv", "a,b")
    return buffer.getvalue()


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path, given_settings: IngestSettings = SETTINGS) -> Document | Rejected:
    (result,) = read_documents(path, given_settings)
    return result


def test_every_sample_is_read() -> None:
    paths = list(expand_paths([SAMPLES]))
    assert [path.suffix for path in paths] == [".txt", ".txt", ".html", ".docx", ".pdf", ".docx"]
    for path in paths:
        document = only(path)
        assert isinstance(document, Document)
        assert document.source == path.name
        assert document.content_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert document.metadata.title
        for block in document.blocks:
            assert document.pages[block.page - 1].text[block.char_start : block.char_end].strip()


def test_garbled_paragraph_of_a_sample_is_flagged() -> None:
    document = only(SAMPLES / "mau-01-tong-ket-cum-thi-dua-2023.txt")
    assert isinstance(document, Document)
    (garbled,) = [block for block in document.blocks if Flag.GARBLED in block.flags]
    assert "312 bui truyn thông" in document.pages[0].text[garbled.char_start : garbled.char_end]


def test_encoding_travels_with_the_document(tmp_path: Path) -> None:
    document = only(put(tmp_path, "tin.txt", "Hội LHPN tỉnh Sơn Hà họp.".encode("utf-16")))
    assert isinstance(document, Document)
    assert document.encoding == "utf-16"


@pytest.mark.parametrize(
    ("name", "data", "code", "details"),
    [
        ("rong.txt", b"", "empty_file", {}),
        ("trang.md", b" \n\n", "empty_file", {}),
        ("trang.html", b"<html><body><script>x</script></body></html>", "empty_file", {}),
        ("rong.jsonl", b"", "empty_file", {}),
        ("rong.pdf", b"", "empty_file", {}),
        ("khong-trang.pdf", written(pypdf.PdfWriter()), "no_pages", {}),
        ("khoa.pdf", encrypted(PDF, "mat khau"), "encrypted_pdf", {}),
        ("anh-quet.pdf", drawn([image_only]), "no_text_layer", {"pages": 1}),
        ("hong.pdf", b"%PDF-1.4\n1 0 obj\n<<", "damaged_file", None),
        ("hong.docx", word_file()[:3000], "damaged_file", None),
        ("nen.md", b"7z\xbc\xaf\x27\x1c123", "wrong_extension", {"extension": ".md", "detected": "7z"}),
        ("kho.jsonl", PDF, "wrong_extension", {"extension": ".jsonl", "detected": "pdf"}),
        (
            "khoa.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted_file",
            {},
        ),
        ("nhi-phan.txt", bytes(range(256)) * 8, "not_text", {}),
        ("khong-duoi", b"abc", "unsupported_format", None),
    ],
)
def test_bad_file_is_one_rejection_with_its_code(
    tmp_path: Path, name: str, data: bytes | str, code: str, details: dict[str, object] | None
) -> None:
    rejected = only(put(tmp_path, name, data))
    assert isinstance(rejected, Rejected)
    assert (rejected.source, rejected.error.code) == (name, code)
    if details is not None:
        assert rejected.error.details == details


def test_sixty_megabytes_of_text_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(60 * 2**20)
    rejected = only(path)
    assert isinstance(rejected, Rejected)
    assert (rejected.error.code, rejected.error.details) == ("file_too_large", {"size_mb": 60.0, "limit_mb": 50.0})


def test_limit_of_binary_formats_is_their_own(tmp_path: Path) -> None:
    limits = IngestSettings(limits=IngestLimits(max_text_bytes=10, max_binary_bytes=len(PDF)))
    assert isinstance(only(put(tmp_path, "a.pdf", PDF), limits), Document)
    rejected = only(put(tmp_path, "a.txt", "hơn mười byte chữ"), limits)
    assert isinstance(rejected, Rejected)
    assert rejected.error.code == "file_too_large"


def test_missing_path_is_unreadable(tmp_path: Path) -> None:
    rejected = only(tmp_path / "khong-co.txt")
    assert isinstance(rejected, Rejected)
    assert (rejected.error.code, rejected.error.details) == ("unreadable_file", {"problem": "ENOENT"})
    assert rejected.content_sha256 is None


def test_path_that_leads_nowhere_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "kin.txt"
    path.symlink_to(path)
    rejected = only(path)
    assert isinstance(rejected, Rejected)
    assert rejected.error.details == {"problem": "ELOOP"}


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".pdf"])
def test_folder_and_pipe_are_unreadable_and_not_waited_on(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / f"thu-muc{suffix}"
    folder.mkdir()
    pipe = tmp_path / f"ong{suffix}"
    os.mkfifo(pipe)
    problems = []
    for path in (folder, pipe, tmp_path / f"ten\0xau{suffix}"):
        rejected = only(path)
        assert isinstance(rejected, Rejected)
        problems.append(rejected.error.details["problem"])
    assert problems == ["EISDIR", "not_a_file", "bad_path"]


def test_bad_line_seven_is_named_and_the_others_become_documents(tmp_path: Path) -> None:
    lines = [json.dumps({**RECORD, "id": f"tin-{number}"}) for number in range(1, 10)]
    lines[6] = "{hỏng"
    results = list(read_documents(put(tmp_path, "kho.jsonl", "\n".join(lines)), SETTINGS))
    assert [result.source for result in results] == [*(f"tin-{n}" for n in range(1, 7)), "kho.jsonl", "tin-8", "tin-9"]
    rejected = results[6]
    assert isinstance(rejected, Rejected)
    assert (rejected.error.code, rejected.record_line, rejected.error.details["line"]) == ("invalid_record", 7, 7)


@pytest.mark.parametrize(
    ("name", "data", "detected"),
    [
        ("that-ra-pdf.txt", PDF, "pdf"),
        ("that-ra-word.pdf", word_file(), "docx"),
        ("khong-duoi", word_file(), "docx"),
        ("web.txt", b"<!DOCTYPE html><html><p>Tin h\xe1\xbb\x99i ngh\xe1\xbb\x8b</p></html>", "html"),
        ("chu.pdf", "Hội nghị tổng kết", "txt"),
    ],
)
def test_file_under_another_name_is_read_as_what_it_is(
    tmp_path: Path, name: str, data: bytes | str, detected: str
) -> None:
    document = only(put(tmp_path, name, data))
    assert isinstance(document, Document)
    (note,) = document.notes
    assert (note.code, dict(note.details)) == ("read_as", {"extension": Path(name).suffix, "detected": detected})


def test_records_with_the_same_bytes_have_the_same_id(tmp_path: Path) -> None:
    line = json.dumps(RECORD)
    first, second = read_documents(put(tmp_path, "kho.jsonl", f"{line}\n{line}\n"), SETTINGS)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.document_id == second.document_id


def test_extension_is_read_in_any_case(tmp_path: Path) -> None:
    assert isinstance(only(put(tmp_path, "KE HOACH.PDF", PDF)), Document)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    extension=st.sampled_from(SUPPORTED_EXTENSIONS),
    start=st.sampled_from(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b'{"id":', b"---\n", PDF, word_file()]
    ),
    data=st.binary(max_size=400),
    keep=st.integers(0, 4000),
)
def test_random_bytes_never_raise(tmp_path: Path, extension: str, start: bytes, data: bytes, keep: int) -> None:
    path = put(tmp_path, f"bat-ky{extension}", start[:keep] + data)
    for result in read_documents(path, SETTINGS):
        assert isinstance(result, Document | Rejected)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    extension=st.sampled_from([".txt", ".md", ".html"]),
    text=st.text(st.sampled_from("<>/!-#*|_`[]() \n\tabệPđ1.:&;=\"'") | st.characters(codec="utf-8"), max_size=300),
)
def test_random_text_never_raises_and_blocks_stay_inside_their_page(tmp_path: Path, extension: str, text: str) -> None:
    for result in read_documents(put(tmp_path, f"bat-ky{extension}", text), SETTINGS):
        if isinstance(result, Document):
            for block in result.blocks:
                assert 0 <= block.char_start < block.char_end <= len(result.pages[block.page - 1].text)
        else:
            assert result.error.code != "damaged_file"


def test_folder_is_walked_in_order_without_hidden_and_lock_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".an").mkdir()
    for name in ("z.txt", "a.PDF", "~$a.docx", ".kin.txt", "anh.psd", "b/c.md", ".an/d.txt"):
        put(tmp_path, name, "x")
    names = [path.relative_to(tmp_path).as_posix() for path in expand_paths([tmp_path])]
    assert names == ["a.PDF", "b/c.md", "z.txt"]


def test_a_copy_without_a_telling_name_is_taken_by_its_first_bytes(tmp_path: Path) -> None:
    put(tmp_path, "BÁO CÁO 2012", PDF)
    put(tmp_path, "kế hoạch.bak", word_file())
    put(tmp_path, "ghi chú", "chữ")
    put(tmp_path, "nhạc.mp3", "x")
    assert [path.name for path in expand_paths([tmp_path])] == ["BÁO CÁO 2012", "kế hoạch.bak"]
    assert left_out([tmp_path]) == {"": 1, ".mp3": 1}


def test_named_file_is_passed_on_whatever_it_is_called(tmp_path: Path) -> None:
    paths = [put(tmp_path, "anh.jpg", "x"), tmp_path / "khong-co.txt"]
    assert list(expand_paths(paths)) == paths


def test_symbolic_link_loop_ends(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "x")
    (tmp_path / "vong").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dut").symlink_to(tmp_path / "khong-co")
    assert [path.name for path in expand_paths([tmp_path])] == ["a.txt"]
