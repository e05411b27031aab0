import hashlib
import io
import zipfile
from pathlib import Path

from ingest.prepared import Prepared, prepare
from ingest.settings import IngestSettings
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import Addition
from vectorstore.settings import StoreSettings

TEXT = "Hội LHPN xã Hòa Sơn đã kết nạp 45 hội viên trong tháng 3."


def archive(folder: Path) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("thư mục/b.txt", TEXT)
        opened.writestr("c.txt", "Hội nghị tổng kết năm của Hội.")
    path = folder / "tệp.zip"
    path.write_bytes(buffer.getvalue())
    return path


def test_file_of_an_archive_opens_by_itself_and_keeps_its_place_and_notes(tmp_path: Path) -> None:
    path, data = archive(tmp_path), tmp_path / "data"
    made = [item for item in prepare(path, IngestSettings()) if isinstance(item, Prepared)]
    with open_store(StoreSettings(data_dir=data), HashingEmbedder()) as store:
        store.add_many([Addition(one.document, one.chunks, original=path) for one in made])
        record = next(one for one in store.documents() if one.member == "thư mục/b.txt")
        assert record.source == "tệp.zip/thư mục/b.txt"
        assert (record.encoding, record.encoding_confidence, record.notes) == ("utf-8", 1.0, ())
        opened = store.original_path(record.document_id)
        assert opened is not None
        assert opened.read_bytes() == TEXT.encode()
        assert opened.is_relative_to(data)
        assert record.original_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        store.purge(record.document_id)
        assert not opened.exists()


def test_copies_are_gone_when_the_store_opens_again(tmp_path: Path) -> None:
    path, settings = archive(tmp_path), StoreSettings(data_dir=tmp_path / "data")
    made = [item for item in prepare(path, IngestSettings()) if isinstance(item, Prepared)]
    with open_store(settings, HashingEmbedder()) as store:
        store.add_many([Addition(one.document, one.chunks, original=path) for one in made])
        opened = store.original_path(made[0].document.document_id)
    assert opened is not None
    with open_store(settings, HashingEmbedder()) as store:
        assert not opened.exists()
        assert store.original_path(made[0].document.document_id) == opened
