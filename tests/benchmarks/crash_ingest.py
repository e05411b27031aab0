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
    """Print a JSON line for each file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    with open_store(StoreSettings(options.data), HashingEmbedder(16)) as store:
        for event in take_in(store, [options.folder], IngestSettings()):
            if isinstance(event, FileFinished):
                sys.stdout.write(json.dumps(asdict(event.report), ensure_ascii=False) + "\n")
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
