from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.chunking import chunk_document
from ingest.cutting import cut_block
from ingest.documents import BlockKind, Chunk, Document, Flag, chunk_id_of
from ingest.errors import EmptyFileError
from ingest.settings import ChunkingSettings
from ingest.text.sentences import split_sentences
from tests.ingest.written import LAW, NEWS, REPORT, document

_SMALL = ChunkingSettings(target_chars=150, max_chars=240)
_LINES = st.lists(
    st.sampled_from(
        [*NEWS.split("\n"), *REPORT.split("\n"), *LAW.split("\n"), "Câu dài; " * 60 + "hết.", "Một câu. " * 50]
    ),
    max_size=25,
)
_PAGES = st.lists(_LINES.map("\n".join), min_size=1, max_size=3)
_SETTINGS = st.sampled_from([_SMALL, ChunkingSettings(), ChunkingSettings(40, 60)])


def _texts(chunks: tuple[Chunk, ...]) -> list[str]:
    return [chunk.text for chunk in chunks]


def _document(pages: list[str]) -> Document | None:
    try:
        return document(*pages)
    except EmptyFileError:
        return None


@given(_PAGES, _SETTINGS)
def test_chunks_cover_the_text_outside_boilerplate_exactly_once(pages: list[str], settings: ChunkingSettings) -> None:
    if (structured := _document(pages)) is None:
        return
    chunks = chunk_document(structured, settings)
    for page in structured.pages:
        content = [b for b in structured.blocks if b.page == page.number and b.kind is not BlockKind.BOILERPLATE]
        wanted = "".join("".join(page.text[b.char_start : b.char_end].split()) for b in content)
        found = "".join("".join(chunk.text.split()) for chunk in chunks if chunk.page == page.number)
        assert found == wanted


@given(_PAGES, _SETTINGS)
def test_chunks_slice_back_and_are_ordered(pages: list[str], settings: ChunkingSettings) -> None:
    if (structured := _document(pages)) is None:
        return
    chunks = chunk_document(structured, settings)
    texts = {page.number: page.text for page in structured.pages}
    for at, chunk in enumerate(chunks):
        assert chunk.text == texts[chunk.page][chunk.char_start : chunk.char_end]
        assert chunk.ordinal == at
        assert chunk.chunk_id == chunk_id_of(structured.document_id, chunk.page, chunk.char_start, chunk.char_end)
    for first, second in pairwise(chunks):
        assert first.page < second.page or (first.page == second.page and first.char_end <= second.char_start)


@given(_PAGES, _SETTINGS)
def test_chunks_never_end_inside_a_sentence(pages: list[str], settings: ChunkingSettings) -> None:
    if (structured := _document(pages)) is None:
        return
    texts = {page.number: page.text for page in structured.pages}
    ends = {(b.page, b.char_end) for b in structured.blocks}
    for block in structured.blocks:
        for start, end in split_sentences(texts[block.page], block.char_start, block.char_end):
            ends.add((block.page, end))
            if end - start > settings.max_chars:
                ends |= {(block.page, at + 1) for at in range(start, end) if texts[block.page][at] == ";"}
    assert {(chunk.page, chunk.char_end) for chunk in chunk_document(structured, settings)} <= ends


@given(_PAGES, _SETTINGS)
def test_only_a_single_unbroken_sentence_exceeds_the_budget(pages: list[str], settings: ChunkingSettings) -> None:
    if (structured := _document(pages)) is None:
        return
    texts = {page.number: page.text for page in structured.pages}
    for chunk in chunk_document(structured, settings):
        if len(chunk.text) > settings.max_chars:
            # sentences of its page: a chunk by itself does not show how wide the page's lines are
            here = [
                (start, end)
                for block in structured.blocks
                if block.page == chunk.page and block.kind is not BlockKind.BOILERPLATE
                for start, end in split_sentences(texts[block.page], block.char_start, block.char_end)
                if start < chunk.char_end and end > chunk.char_start
            ]
            assert len(here) == 1
            assert "; " not in chunk.text


def test_short_document_is_one_chunk() -> None:
    assert len(chunk_document(document(LAW), ChunkingSettings())) == 1


def test_heading_stays_with_what_follows() -> None:
    for chunk in chunk_document(document(REPORT), _SMALL):
        assert not chunk.text.endswith(("TÌNH HÌNH", "THỰC HIỆN", "tuyên truyền", "kinh tế"))


def test_heading_path_names_the_sections_from_the_outside_in() -> None:
    chunks = chunk_document(document(REPORT), _SMALL)
    [chunk] = [chunk for chunk in chunks if "45 buổi" in chunk.text]
    assert chunk.heading_path == ("II. KẾT QUẢ THỰC HIỆN", "1. Công tác tuyên truyền")


def test_list_stays_with_its_lead_in() -> None:
    chunks = chunk_document(document(REPORT), _SMALL)
    [chunk] = [chunk for chunk in chunks if "việc sau:" in chunk.text]
    assert "12 mô hình mới." in chunk.text


def test_table_stays_with_its_name() -> None:
    rows = "\n".join(f"Chi hội {number}\tHộ: {number * 7}\tQuỹ: {number}00" for number in range(1, 5))
    text = (
        "Kết quả năm\n\n"
        + "Phong trào phát triển đều khắp các thôn. " * 5
        + "\n\nBảng 1. Kết quả theo chi hội\n"
        + rows
    )
    [chunk] = [chunk for chunk in chunk_document(document(text), _SMALL) if "Bảng 1" in chunk.text]
    assert chunk.text.count("Chi hội") == 4


def test_boilerplate_is_in_no_chunk() -> None:
    joined = "\n".join(_texts(chunk_document(document(NEWS), ChunkingSettings())))
    for junk in ("Trang chủ", "Click", "truy cập", "Các tin khác", "học sinh nghèo", "LIÊN KẾT", "1979"):
        assert junk not in joined


def test_captions_and_bylines_are_in_chunks() -> None:
    joined = "\n".join(_texts(chunk_document(document(NEWS), ChunkingSettings())))
    assert "Lê Thị Bưởi trao thẻ" in joined
    assert "Thu Hiền" in joined


def test_damaged_paragraph_is_a_chunk_of_its_own() -> None:
    sound = "Các cấp Hội đã hoàn thành nhiệm vụ được giao."
    lost = "Công tác ch đo Đi hi ph n các cp đưc t chc linh hot, đúng tin đ, phù hp vi công tác phòng, chng dch."
    chunks = chunk_document(document(f"{sound}\n\n{sound} {lost}\n\n{sound}"), ChunkingSettings())
    assert [chunk.flags for chunk in chunks] == [frozenset(), {Flag.GARBLED}, frozenset()]
    assert chunks[1].text == f"{sound} {lost}"


def test_long_sentence_is_cut_after_semicolons() -> None:
    text = "Nhiệm vụ gồm " + "; ".join(f"việc thứ {number} của các chi hội" for number in range(40)) + "."
    chunks = chunk_document(document(text), _SMALL)
    assert len(chunks) > 1
    assert all(chunk.text.endswith((";", ".")) for chunk in chunks)
    assert max(len(chunk.text) for chunk in chunks) <= _SMALL.max_chars


def test_chunks_do_not_cross_pages() -> None:
    chunks = chunk_document(document("Trang một nói về hội viên", "và trang hai nói tiếp."), ChunkingSettings())
    assert [chunk.page for chunk in chunks] == [1, 2]


@pytest.mark.parametrize("settings", [ChunkingSettings(), _SMALL])
def test_same_document_gives_the_same_chunks(settings: ChunkingSettings) -> None:
    assert chunk_document(document(REPORT), settings) == chunk_document(document(REPORT), settings)


def test_a_stretch_no_person_wrote_is_cut_although_no_sentence_ends() -> None:
    for endless in ("a" * 50_000, "a " * 50_000, "chữ" + "\u00a0" * 30_000 + "chữ"):
        text = f"Tin trong tuần\n\n{endless.strip()}."
        pieces = cut_block(text, 16, len(text), ChunkingSettings())
        assert all(0 < end - start <= 8_000 for start, end in pieces)
        kept = "".join(text[start:end] for start, end in pieces)
        assert "".join(kept.split()) == "".join(text[16:].split())
