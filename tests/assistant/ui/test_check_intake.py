"""A checked draft taken into the store, only where a person asks for it."""

import threading
from pathlib import Path

import pytest

from assistant.claims.model import CheckStarted
from assistant.services import Services
from assistant.ui import check_texts_vi as texts
from assistant.ui.check_intake import add_to_store

DRAFT = "Năm 2020, Hội LHPN xã Hoa Ban đã giúp 77 hộ nghèo bằng nhiều hình thức phù hợp."


@pytest.mark.parametrize("as_file", [False, True])
def test_a_draft_comes_into_the_store_when_asked_and_only_once(
    services: Services, tmp_path: Path, as_file: bool
) -> None:
    file = tmp_path / "nhap.txt"
    file.write_text(f"{DRAFT} Bản trong tệp.", encoding="utf-8")
    started, *_ = services.claims.stream(file if as_file else DRAFT)
    assert isinstance(started, CheckStarted)
    before = services.store.counts().documents
    turn = threading.Lock()
    assert "Đã đưa" in add_to_store(services, turn, started.check_id)
    assert services.store.counts().documents == before + 1
    assert add_to_store(services, turn, started.check_id) == texts.ADDED_BEFORE
    assert services.store.counts().documents == before + 1
    assert not turn.locked()


def test_a_check_that_is_gone_is_said(services: Services) -> None:
    assert "gone" not in add_to_store(services, threading.Lock(), "gone")
