from ingest.chunking import chunk_document
from ingest.documents import Flag, RawDocument, RawPage, WordBox
from ingest.scanned import LOW_CONFIDENCE
from ingest.settings import ChunkingSettings
from ingest.structure import structure

TEXT = "Các cấp Hội đã vận động 1.234 hội viên mới trong năm 2024, vượt kế hoạch được giao."
LOOSE = TEXT.replace("động", "đo\u0323\u0302ng")
"""The same text as some programs write it: letters and marks apart."""


def document(*pages: RawPage) -> RawDocument:
    return RawDocument("quet.pdf", "ab" * 32, "application/pdf", pages)


def boxed(text: str, word: str) -> WordBox:
    start = text.index(word)
    return WordBox(start, start + len(word), 0.4, 0.1, 0.5, 0.12, 0.9)


def test_words_follow_their_characters_into_the_stored_text() -> None:
    page = RawPage(1, LOOSE, words=(boxed(LOOSE, "1.234"), boxed(LOOSE, "giao.")), ocr_confidence=0.95)
    (stored,) = structure(document(page)).pages
    assert stored.text == TEXT
    assert [stored.text[word.start : word.end] for word in stored.words] == ["1.234", "giao."]
    assert stored.ocr_confidence == 0.95


def test_flags_of_a_scanned_page_reach_its_chunks_and_no_others() -> None:
    pages = (
        RawPage(1, TEXT),
        RawPage(2, TEXT.replace("2024", "2023"), ocr_confidence=LOW_CONFIDENCE),
        RawPage(3, TEXT.replace("2024", "2022"), ocr_confidence=LOW_CONFIDENCE - 0.01),
    )
    found = structure(document(*pages))
    chunks = chunk_document(found, ChunkingSettings())
    assert [chunk.flags for chunk in chunks] == [
        frozenset(),
        {Flag.OCR},
        {Flag.OCR, Flag.LOW_CONFIDENCE},
    ]
    assert found.flags == {Flag.OCR, Flag.LOW_CONFIDENCE}


def test_page_that_could_not_be_read_marks_the_document_only() -> None:
    found = structure(document(RawPage(1, TEXT), RawPage(2, "", unread=True)))
    assert found.flags == {Flag.UNREAD_PAGES}
    assert not any(block.flags for block in found.blocks)
