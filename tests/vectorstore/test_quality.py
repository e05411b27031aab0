from dataclasses import replace
from pathlib import Path

import pytest

from ingest.documents import Block, BlockKind, Flag, Page, WordBox
from tests.vectorstore.made import made_addition
from vectorstore.quality import store_quality
from vectorstore.records import Addition
from vectorstore.store import Store


def addition(name: str, *pages: Page, blocks: tuple[Block, ...] = (), flags: frozenset[Flag] = frozenset()) -> Addition:
    made = made_addition(name, "Đoạn một")
    document = replace(
        made.document, pages=pages or made.document.pages, blocks=blocks, flags=flags, encoding="tcvn3",
        encoding_confidence=0.9,
    )  # fmt: skip
    return Addition(document, ())


def test_pages_letters_images_and_encodings_are_counted(store: Store) -> None:
    garbled = Block(BlockKind.PARAGRAPH, 1, 0, 5, flags=frozenset({Flag.GARBLED}))
    word = WordBox(0, 3, 0.1, 0.1, 0.2, 0.2, 0.6)
    store.add_many(
        [
            addition("tốt.txt"),
            addition("hỏng.txt", Page(1, "Hộ? p??trao"), blocks=(garbled,), flags=frozenset({Flag.GARBLED})),
            addition("quét.pdf", Page(1, "Hội", (word,), 0.6), Page(2, " \n "), Page(3, "trao", (word,), 0.8)),
        ]
    )
    scanned, broken, good = store.qualities()
    assert (scanned.empty_pages, scanned.image_pages, scanned.lowest_confidence) == ((2,), 2, 0.6)
    assert scanned.image_confidence == pytest.approx(0.7)
    assert (broken.garbled_characters, broken.characters) == (5, 11)
    assert (good.is_doubtful, broken.is_doubtful, scanned.is_doubtful) == (False, True, True)
    assert (good.encoding, good.encoding_confidence) == ("tcvn3", 0.9)
    sums = store_quality([scanned, broken, good])
    assert (sums.documents, sums.doubtful, sums.pages, sums.empty_pages) == (3, 2, 5, 1)
    assert sums.encodings == (("tcvn3", 3),)
    assert sums.flags == ((Flag.GARBLED, 1),)
    assert sums.image_confidence == pytest.approx(0.7)


def test_nothing_has_no_shares(store: Store, tmp_path: Path) -> None:
    sums = store_quality(store.qualities())
    assert (sums.garbled_share, sums.image_confidence, sums.documents) == (0.0, None, 0)
