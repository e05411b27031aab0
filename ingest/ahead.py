"""Reading a large file in a process of its own, so that indexing has a core to itself.

    python -m ingest.ahead

Standard input: one pickled job. Standard output: pickled lists of items, then None. The pipe holds the reader back:
it is at most one list ahead.
"""

import logging
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from ingest.prepared import Prepared, prepare
from ingest.rejected import Rejected
from ingest.settings import IngestSettings

logger = logging.getLogger(__name__)

_ITEMS_AT_ONCE = 64
_ROOT = Path(__file__).resolve().parents[1]


def prepare_ahead(
    path: Path, settings: IngestSettings, skip: frozenset[int] = frozenset()
) -> Iterator[Prepared | Rejected]:
    """The same items as ``prepare``, in the same order, read by another process.

    If that process cannot be started or is killed, reading goes on in this one, and the log says so.
    """
    last_line = 0
    try:
        for item in _from_reader((path, settings, skip)):
            yield item
            last_line = (item.record_line if isinstance(item, Rejected) else item.document.record_line) or last_line
    except (OSError, EOFError, pickle.UnpicklingError) as error:
        logger.warning("the reading process ended early (%s); reading goes on here", type(error).__name__)
        yield from prepare(path, settings, skip | frozenset(range(1, last_line + 1)))


def _from_reader(job: tuple[Path, IngestSettings, frozenset[int]]) -> Iterator[Prepared | Rejected]:
    search_path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    with subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": search_path},
    ) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(job, process.stdin)
            process.stdin.close()
            # what is loaded was pickled by our own child a moment ago
            while (items := pickle.load(process.stdout)) is not None:
                yield from items
        finally:
            process.kill()


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """The reader's side: items of the one job in ``source``, list by list."""
    path, settings, skip = pickle.load(source)
    items = prepare(path, settings, skip)
    while batch := list(islice(items, _ITEMS_AT_ONCE)):
        pickle.dump(batch, target)
        target.flush()
    pickle.dump(None, target)
    target.flush()


def _main() -> None:
    # Ctrl+C reaches both processes; the parent decides when this one ends
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more; flushing at exit would complain


if __name__ == "__main__":
    _main()
