"""Checking drafts: 400 claims with known verdicts in one draft, against a store of 20,000 passages.

    python -m tests.benchmarks.claims [--half 2] [--seed 11 12] [--wide] [--form plain] [--data FOLDER] [--show 20]

200 true claims (as they stand, shortened, reordered, reworded, other notation, short forms written out), 120 with one
figure, unit, date, person, place or document number changed, 80 from documents the store does not hold; sources are
the news, the law and the example reports. Forms: plain, unaccented, tcvn3 (a .txt file in the old encoding), docx.
Rules and thresholds were made on half 1 of the corpora; the other half and other seeds are what counts.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.claims.model import ClaimCheck, ClaimVerdict, Draft
from assistant.services import Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.claims_forms import FORMS
from tests.benchmarks.claims_set import MadeClaim, fill_store, made_claims

_CLASSES = ("supported", "wrong", "not_found")
_AS_CLASS = {
    ClaimVerdict.SUPPORTED: "supported",
    ClaimVerdict.DIFFERS: "wrong",
    ClaimVerdict.CONTRADICTED: "wrong",
    ClaimVerdict.NOT_FOUND: "not_found",
    ClaimVerdict.NOT_CHECKABLE: "not_checkable",
}
_WORST_FIRST = ("wrong", "not_found", "supported", "not_checkable")


def main() -> None:
    """Print the measures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, nargs="*", default=[11])
    parser.add_argument("--wide", action="store_true", help="more rewordings and changes, invented claims")
    parser.add_argument("--half", type=int, choices=(1, 2), default=2, help="of the corpora; 1 was used for tuning")
    parser.add_argument("--form", choices=sorted(FORMS), nargs="*", default=["plain"])
    parser.add_argument("--data", type=Path, help="keep the store here; default a temporary folder")
    parser.add_argument("--show", type=int, default=0, help="print this many claims judged wrongly")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = options.data or Path(scratch) / "data"
        with open_services(load_settings(folder, environment={})) as services:
            fill_store(services, options.half, Path(scratch))
            for seed in options.seed:
                made = made_claims(options.half, seed, wide=options.wide)
                for form in options.form:
                    result = {"seed": seed, "form": form, "passages": services.store.passages_held()}
                    result |= {"left_out": made.left_out}
                    result |= _measure(services, made.claims, form, Path(scratch), options.show)
                    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")


def _measure(services: Services, made: Sequence[MadeClaim], form: str, scratch: Path, show: int) -> dict[str, object]:
    draft, places = FORMS[form]([one.text for one in made], services.claims, scratch)
    started = time.process_time()
    checks = list(services.claims.check(draft))
    seconds = time.process_time() - started
    verdicts = [_verdict(checks, start, end) for start, end in places]
    if show:
        _show(made, verdicts, draft, checks, places, show)
    return {**score(made, verdicts), "cpu_ms_per_claim": round(1000 * seconds / len(made), 1)}


def _verdict(checks: Sequence[ClaimCheck], start: int, end: int) -> str:
    """Of the claims the draft was cut into there: the worst."""
    found = {_AS_CLASS[one.verdict] for one in checks if one.claim.char_start < end and start < one.claim.char_end}
    return next((one for one in _WORST_FIRST if one in found), "missing")


def score(made: Sequence[MadeClaim], verdicts: Sequence[str]) -> dict[str, object]:
    """Macro-F1 of the three classes, changed claims caught, true claims called wrong."""
    pairs = Counter((one.truth, verdict) for one, verdict in zip(made, verdicts, strict=True))
    totals = Counter(one.truth for one in made)
    given = Counter(verdicts)
    f1 = {name: 2 * pairs[name, name] / max(1, totals[name] + given[name]) for name in _CLASSES}
    caught = sum(pairs["wrong", verdict] for verdict in ("wrong", "not_found"))
    kinds: dict[str, str] = {}
    for kind in sorted({one.kind for one in made}):
        got = Counter(verdict for one, verdict in zip(made, verdicts, strict=True) if one.kind == kind)
        kinds[kind] = ", ".join(f"{verdict} {count}" for verdict, count in got.most_common())
    return {
        "macro_f1": round(sum(f1.values()) / len(f1), 4),
        "f1": {name: round(value, 4) for name, value in f1.items()},
        "changed_caught": round(caught / max(1, totals["wrong"]), 4),
        "changed_called_wrong": round(pairs["wrong", "wrong"] / max(1, totals["wrong"]), 4),
        "true_called_wrong": round(pairs["supported", "wrong"] / max(1, totals["supported"]), 4),
        "verdicts": kinds,
    }


def _show(
    made: Sequence[MadeClaim],
    verdicts: Sequence[str],
    draft: Draft,
    checks: Sequence[ClaimCheck],
    places: Sequence[tuple[int, int]],
    count: int,
) -> None:
    shown = 0
    for one, verdict, (start, end) in zip(made, verdicts, places, strict=True):
        if verdict == one.truth or shown == count:
            continue
        shown += 1
        sys.stdout.write(f"[{one.truth}, {one.kind}: {verdict}] {draft.text[start:end]}\n")
        for check in checks:
            if check.claim.char_start < end and start < check.claim.char_end:
                reasons = [(each.kind.value, each.stated, each.source) for each in check.differences]
                quotes = [each.quote for each in check.evidence[:1]]
                sys.stdout.write(f"   {check.verdict} {check.claim.not_checked} {reasons} {quotes}\n")


if __name__ == "__main__":
    main()
