"""An open store over a fresh folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings
from vectorstore.store import Store


@pytest.fixture
def settings(tmp_path: Path) -> StoreSettings:
    return StoreSettings(tmp_path / "data")


@pytest.fixture
def store(settings: StoreSettings) -> Iterator[Store]:
    with open_store(settings, HashingEmbedder(64)) as opened:
        yield opened
