"""The five real news items, end to end; no text of theirs is copied here, only what a reader can check in them."""

import json
from pathlib import Path

import pytest

from ingest.chunking import chunk_document
from ingest.documents import Chunk, Document, Flag
from ingest.settings import ChunkingSettings
from tests.ingest.written import blocks_of, document


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Document]:
    paths = sorted((shared / "data" / "seeds").glob("*.txt"))
    return {path.name[:3]: document(path.read_text("utf-8"), source=path.name) for path in paths}


def _chunks(seed: Document) -> tuple[Chunk, ...]:
    return chunk_document(seed, ChunkingSettings())


def _of_kind(seed: Document, kind: str) -> list[str]:
    return [text for found, text in blocks_of(seed) if found == kind]


@pytest.mark.parametrize(
    ("name", "date", "unit", "author"),
    [
        ("000", "2021-11-29", None, "Minh Trang"),
        ("001", "2021-01-04", "Hội LHPN tỉnh Thanh Hóa", "Văn phòng Hội LHPN tỉnh Thanh Hóa"),
        ("002", "2023-07-31", "Hội LHPN tỉnh Bắc Giang", "Văn phòng Hội LHPN tỉnh"),
        ("003", None, None, "Nguyệt Quế"),
        ("004", "2019-03-15", "Hội LHPN tỉnh Sơn La", "Hồng Nhung - Hội LHPN tỉnh Sơn La"),
    ],
)
def test_identity_card_says_what_the_text_says(
    seeds: dict[str, Document], name: str, date: str | None, unit: str | None, author: str
) -> None:
    metadata = seeds[name].metadata
    assert (metadata.date, metadata.unit, metadata.author) == (date, unit, author)
    assert metadata.year == (int(date[:4]) if date else None)
    assert [metadata.title] == _of_kind(seeds[name], "title")


def test_only_the_damaged_paragraph_is_flagged(seeds: dict[str, Document]) -> None:
    assert {name for name, seed in seeds.items() if seed.flags} == {"000"}
    [chunk] = [chunk for chunk in _chunks(seeds["000"]) if Flag.GARBLED in chunk.flags]
    assert "\n" not in chunk.text
    assert "hai đơn v" in chunk.text


def test_tails_and_counters_are_boilerplate(seeds: dict[str, Document]) -> None:
    assert _of_kind(seeds["000"], "boilerplate") == ["TÂM ĐIỂM", "CÁC ĐỀ ÁN", "Video"]
    frame = _of_kind(seeds["003"], "boilerplate")
    assert frame[0].startswith("Trang nhất")
    assert len(frame) == 16
    for seed in seeds.values():
        joined = "\n".join(chunk.text for chunk in _chunks(seed))
        assert not any(junk in joined for junk in ("TÂM ĐIỂM", "truy cập", "Click để", "Trang nhất", "KỶ YẾU"))


def test_captions_stay(seeds: dict[str, Document]) -> None:
    assert len(_of_kind(seeds["000"], "caption")) == 5
    assert len(_of_kind(seeds["002"], "caption")) == 1
    assert _of_kind(seeds["004"], "caption") == ["Toàn cảnh hội nghị"]
    assert any("Ngụy Thị Tuyến" in chunk.text for chunk in _chunks(seeds["002"]))


def test_sentence_broken_over_a_blank_line_is_whole_again(seeds: dict[str, Document]) -> None:
    [block] = [text for text in _of_kind(seeds["003"], "paragraph") if text.startswith("Để khắc phục")]
    assert block.endswith("xã hội./.")


def test_passages_of_xquad_are_nearly_one_chunk_each(shared: Path) -> None:
    lines = (shared / "data" / "eval" / "xquad-vi.passages.jsonl").read_text("utf-8").splitlines()
    documents = [document(json.loads(line)["text"]) for line in lines]
    assert len(documents) <= sum(len(_chunks(one)) for one in documents) <= len(documents) * 1.1
    assert not any(one.flags for one in documents)
