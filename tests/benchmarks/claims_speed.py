"""How long a long draft takes: 300 claims against a store of 20,000 passages, as pasted text and as a Word file.

    python -m tests.benchmarks.claims_speed [--half 2] [--seed 11] [--claims 300] [--data FOLDER]

Wall and processor seconds from the draft to the last verdict, and to the first; bars: 20 s and 2 s on 2 cores. Each
form is measured twice, in services opened anew: "fresh", as a command does it, where the check pays for what is read at
first use and for the process that reads a file; and "ready", as the application does it, which starts that process and
reads ahead 15 s after it has come up, and whenever somebody opens the place for drafts.
"""

import argparse
import itertools
import json
import sys
import tempfile
import time
from pathlib import Path

from assistant.claims.model import ClaimCheck, ClaimVerdict
from assistant.services import Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.claims_forms import FORMS
from tests.benchmarks.claims_set import fill_store, made_claims
from tests.benchmarks.machine import cpu_s, describe_machine

_PARAGRAPH = 5
"""Claims a paragraph."""
_PAGE_WORDS = 450
_READY_S = 5.0
"""Nobody picks a file sooner after opening the place for drafts."""


def main() -> None:
    """Print the measures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", type=int, choices=(1, 2), default=2)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--claims", type=int, default=300)
    parser.add_argument("--data", type=Path, help="keep the store here; default a temporary folder")
    options = parser.parse_args()
    share = options.claims // 20
    made = made_claims(options.half, options.seed, (10 * share, 6 * share, options.claims - 16 * share)).claims
    texts = [one.text for one in made]
    paragraphs = [" ".join(texts[at : at + _PARAGRAPH]) for at in range(0, len(texts), _PARAGRAPH)]
    sys.stdout.write(json.dumps(describe_machine(), ensure_ascii=False) + "\n")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = options.data or Path(scratch) / "data"
        with open_services(load_settings(folder, environment={})) as services:
            fill_store(services, options.half, Path(scratch))
        for form, ready in itertools.product(("plain", "docx"), (False, True)):
            # opened anew for each: nothing is remembered
            with open_services(load_settings(folder, environment={})) as services:
                if ready:
                    services.claims.get_ready()
                    time.sleep(_READY_S)
                FORMS[form](paragraphs, services.claims, Path(scratch))  # writes the file
                draft = Path(scratch) / "draft.docx" if form == "docx" else "\n".join(paragraphs)
                held = services.store.passages_held()
                result = {"form": form, "ready": ready, "passages": held, **_measure(services, draft)}
                sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")


def _measure(services: Services, draft: str | Path) -> dict[str, object]:
    wall, cpu = time.perf_counter(), cpu_s()
    read = services.claims.read(draft)
    read_s = time.perf_counter() - wall
    first_s = first_cpu_s = 0.0
    checks: list[ClaimCheck] = []
    for event in services.claims.stream(read):
        if isinstance(event, ClaimCheck):
            checks.append(event)
            if event.verdict is not ClaimVerdict.NOT_CHECKABLE and not first_s:
                first_s, first_cpu_s = time.perf_counter() - wall, cpu_s() - cpu
    return {
        "claims": len(checks),
        "pages": round(len(read.text.split()) / _PAGE_WORDS, 1),
        "read_s": round(read_s, 2),
        "first_s": round(first_s, 2),
        "first_cpu_s": round(first_cpu_s, 2),
        "all_s": round(time.perf_counter() - wall, 2),
        "all_cpu_s": round(cpu_s() - cpu, 2),
    }


if __name__ == "__main__":
    main()
