from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.services import Services, open_services
from assistant.settings import load_settings


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Real services over an empty data folder."""
    with open_services(load_settings(tmp_path / "data", environment={})) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place for files to take in."""
    made = tmp_path / "files"
    made.mkdir()
    return made


@pytest.fixture
def take_in(services: Services, folder: Path) -> Callable[[str, str], str]:
    """Write a file of that name and content, take it in, give its document id."""

    def take(name: str, content: str) -> str:
        path = folder / name
        path.write_text(content, encoding="utf-8", newline="")
        known = {record.document_id for record in services.documents()}
        for _ in services.ingest([path]):
            pass
        (added,) = {record.document_id for record in services.documents()} - known
        return added

    return take
