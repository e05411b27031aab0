"""The ingest that the test of ``crash_safety`` kills: the application's own, with an embedder that loads at once.

python -m tests.benchmarks.crash_ingest ingest|documents|doctor [FOLDER] --data DATA
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from assistant.intake import FileFinished, take_in
from ingest.settings import IngestSettings
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings


def main() -> int:
    """Print a JSON line for each file, or each document, or each finding."""
    parser = argparse.ArgumentParser()
    parser.add_argument("verb", choices=("ingest", "documents", "doctor"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    with open_store(StoreSettings(options.data), HashingEmbedder(16)) as store:
        if options.verb == "ingest":
            for event in take_in(store, [options.folder], IngestSettings()):
                if isinstance(event, FileFinished):
                    _say(asdict(event.report))
        elif options.verb == "documents":
            for record in store.documents(include_removed=True):
                _say({"document_id": record.document_id, "state": record.state, "chunks": record.chunks})
        else:
            problems = store.check(deep=True)
            for problem in problems:
                _say({"problem": str(problem)})
            return int(bool(problems))
    return 0


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
