"""The store with its vectors on a Chroma server."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chroma_server import ChromaServer
from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.errors import VectorServerError
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import DocumentState
from vectorstore.settings import StoreSettings

QUICK = (0.05, 0.05)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ChromaServer]:
    running = ChromaServer(tmp_path / "server")
    running.start()
    yield running
    running.kill()


def test_vectors_live_on_the_server_and_reindex_leaves_one_collection(server: ChromaServer, tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path / "data", server.url)
    with open_store(settings, HashingEmbedder(16)) as store:
        store.add_many([made_addition("a.txt", "Đoạn một", "Đoạn hai")])
        store.reindex(HashingEmbedder(32))
        assert store.check(deep=True) == []
    assert not (tmp_path / "data" / "chroma").exists()
    with open_store(settings, HashingEmbedder(32)) as store:
        assert len(store.dense("đoạn", 5)) == 2


def test_two_folders_share_a_server_without_mixing(server: ChromaServer, tmp_path: Path) -> None:
    for name in ("một", "hai"):
        with open_store(StoreSettings(tmp_path / name, server.url), HashingEmbedder(16)) as store:
            store.add_many([made_addition("a.txt", f"Đoạn {name}")])
            assert store.check(deep=True) == []
            assert len(store.dense("đoạn", 5)) == 1


def test_absent_server_is_an_error_that_names_it(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path / "data", "http://127.0.0.1:9", server_retry_delays_s=QUICK)
    with pytest.raises(VectorServerError, match=r"127\.0\.0\.1:9"):
        open_store(settings, HashingEmbedder(16))
    # the folder is free again: the next try gets as far
    with pytest.raises(VectorServerError, match="CHROMA_URL"):
        open_store(settings, HashingEmbedder(16))


def test_address_that_is_none_is_an_error(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path / "data", "localhost", server_retry_delays_s=QUICK)
    with pytest.raises(VectorServerError, match="not an http"):
        open_store(settings, HashingEmbedder(16))


def test_server_lost_while_adding_leaves_nothing_half_indexed(server: ChromaServer, tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path / "data", server.url, server_retry_delays_s=QUICK)
    with open_store(settings, HashingEmbedder(16)) as store:
        store.add_many([made_addition("a.txt", "Đoạn một")])
        server.kill()
        with pytest.raises(VectorServerError, match="CHROMA_URL"):
            store.add_many([made_addition("b.txt", "Đoạn hai")])
        passages = store.passages([hit.chunk_id for hit in store.lexical("doan", 5)])
        assert [passage.text for passage in passages.values()] == ["Đoạn một"]
        assert [one.source for one in store.documents(states=[DocumentState.EXTRACTED])] == ["b.txt"]
        server.start()
        assert store.reconcile().indexed == 1
        assert store.check(deep=True) == []
        assert len(store.lexical("doan", 5)) == 2


def test_restarted_server_is_waited_for(server: ChromaServer, tmp_path: Path) -> None:
    # 30 s: a loaded machine starts the server slowly
    settings = StoreSettings(tmp_path / "data", server.url, server_retry_delays_s=(1.0,) * 30)
    with open_store(settings, HashingEmbedder(16)) as store:
        server.kill()
        revival = threading.Thread(target=lambda: (time.sleep(0.3), server.launch()))
        revival.start()

        store.add_many([made_addition("a.txt", "Đoạn một")])
        revival.join()
        assert store.check(deep=True) == []
