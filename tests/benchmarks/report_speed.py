"""How long gathering every section of the annual outline takes in a store of 20,000 passages.

    python -m tests.benchmarks.report_speed [--articles 5000] [--data FOLDER]

The store holds news of ../shared/data/corpus, the five seed articles and the documents of tests/data/report_facts.
CPU seconds; the first gathering after opening and the median of five more.
"""

import argparse
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from assistant.services import Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.report_facts import ROOT, SEEDS, fill

NEWS = ROOT.parent / "shared" / "data" / "corpus" / "news.jsonl"
REQUESTS = (
    ("tong-ket-nam", "Hội LHPN tỉnh Thanh Hóa", "năm 2020"),
    ("tong-ket-nam", "Hội LHPN tỉnh Quảng Trị", "năm 2022"),
    ("tong-ket-nam", "Hội LHPN thành phố Hà Nội", "năm 2017"),
)


def main() -> int:
    """Fill the folder unless it is filled, then print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        data = options.data or Path(temporary) / "data"
        with open_services(load_settings(data, environment={})) as services:
            if not services.documents():
                _fill(services, Path(temporary), options.articles)
            sys.stdout.write(f"{services.store.passages_held()} passages\n")
            for request in REQUESTS:
                asked = services.reports.request(*request)
                spent, facts = [], 0
                for _ in range(6):
                    started = time.process_time()
                    facts = len(services.reports.gather(asked).facts)
                    spent.append(time.process_time() - started)
                sys.stdout.write(
                    f"{request[1]}, {request[2]}: {facts} facts, first {spent[0]:.2f} s,"
                    f" then {statistics.median(spent[1:]):.2f} s of processor time\n"
                )
    return 0


def _fill(services: Services, folder: Path, articles: int) -> None:
    part = folder.parent / f"{folder.name}-news.jsonl"
    with NEWS.open(encoding="utf-8") as lines, part.open("w", encoding="utf-8") as chosen:
        chosen.writelines(islice(lines, articles))
    list(services.ingest([part]))
    part.unlink()
    fill(services, folder, sorted(SEEDS.glob("*.txt")))


if __name__ == "__main__":
    sys.exit(main())
