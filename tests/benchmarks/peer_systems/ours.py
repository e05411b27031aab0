"""This project through its public services, nothing set."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from assistant.services import FileFinished, open_services
from assistant.settings import load_settings
from tests.benchmarks.peer_systems.protocol import CANDIDATES
from tests.benchmarks.retrieval_sets import PassageRecord


class OurSystem:
    """``ingest`` of a .jsonl, ``search`` as the command line does it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._closing = ExitStack()
        self._services = self._closing.enter_context(open_services(load_settings(folder / "data")))

    def ingest(self, passages: Sequence[PassageRecord]) -> int:
        """Writing the .jsonl counts too."""
        path = self._folder / "passages.jsonl"
        records = ({"id": one.id, "title": one.title, "text": one.text} for one in passages)
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        events = list(self._services.ingest([path]))
        return sum(event.report.chunks for event in events if isinstance(event, FileFinished))

    def search(self, question: str) -> list[str]:
        """Sources of the hits."""
        return [hit.passage.source for hit in self._services.search(question, CANDIDATES).hits]

    def close(self) -> None:
        """Close the store."""
        self._closing.close()
