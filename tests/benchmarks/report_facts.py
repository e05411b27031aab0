"""Recall and precision of the facts gathered for a unit and a period.

    python -m tests.benchmarks.report_facts [--misses] [--more FOLDER] [--only NAME ...]

Documents written for this (tests/data/report_facts and report_facts_more, ⟦value|unit⟧ marks a figure that belongs to
the request in the file's first line; files with one request are one request), the samples that ship, and the five seed
articles of ../shared, all in one store, so that every document can mislead every request. Of the seeds only the values
and units that belong are kept here.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.reports.figure_words import PERSONS, UNIT_OF
from assistant.reports.model import Fact, FactKind
from assistant.reports.reports import Reports
from assistant.services import Services, open_services
from assistant.settings import load_settings

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ROOT / "tests" / "data" / "report_facts"
MORE = ROOT / "tests" / "data" / "report_facts_more"
"""Documents that this benchmark reads and the tests do not."""
SEEDS = ROOT.parent / "shared" / "data" / "seeds"
_MARK = re.compile(r"⟦(?P<value>[^|⟧]+)\|(?P<unit>[^⟧]+)⟧")
_REQUEST = re.compile(r"\A@request (?P<template>[^|]+)\|(?P<unit>[^|]+)\|(?P<period>[^\n]+)\n")
_AFTER = 10
_ALIKE = {("gia đình", "hộ"), ("phần quà", "suất"), ("tin", "tin bài"), ("đơn", "đơn thư"), ("thẻ", "thẻ bảo hiểm")}


@dataclass(frozen=True, slots=True)
class Gold:
    """A figure that belongs: where it is known by its document and the letters after it."""

    source: str
    value: str
    unit: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, and what must come."""

    name: str
    template: str
    unit: str
    period: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Of one request."""

    wanted: int
    found: int
    right_unit: int
    elsewhere: tuple[Fact, ...]
    missed: tuple[Gold, ...]
    wrong_unit: tuple[tuple[Gold, str], ...]
    unticked: int
    """Of those found, how many are offered without a tick, with the reason."""


_THANH_HOA = "001_592dd503d5e2fd23.txt"
SEED_REQUESTS = (
    Request(
        "seeds: Thanh Hóa 2020",
        "tong-ket-nam",
        "Hội LHPN tỉnh Thanh Hóa",
        "năm 2020",
        (
            Gold(_THANH_HOA, "223", "mô hình"),
            Gold(_THANH_HOA, "hàng chục tỷ", "đồng"),
            Gold(_THANH_HOA, "37", "mô hình"),
            Gold(_THANH_HOA, "12.226", "hộ"),
            Gold(_THANH_HOA, "7.797", "lao động"),
        ),
    ),
    Request("seeds: Bắc Giang 2023-H1", "so-ket-6-thang", "Bắc Giang", "6 tháng đầu năm 2023", ()),
)
"""The second article has no figure of the period: its numbers are those of projects, slogans and years."""


def read_written(path: Path) -> tuple[str, Request | None]:
    """The text of a document without its marks, and the request it is for."""
    marked = path.read_text(encoding="utf-8")
    head = _REQUEST.match(marked)
    body = marked[head.end() :] if head else marked
    text = _MARK.sub(lambda match: match["value"], body)
    if head is None:
        return text, None
    gold = []
    for match in _MARK.finditer(body):
        after = _MARK.sub(lambda one: one["value"], body[match.end() : match.end() + 60])
        in_table = body[body.rfind("\n", 0, match.start()) + 1] == "|"  # rows are stored column by column
        gold.append(Gold(path.name, match["value"], match["unit"], "" if in_table else _letters(after)))
    return text, Request(path.stem, *(head[name].strip() for name in ("template", "unit", "period")), tuple(gold))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())[:_AFTER]


def score(services: Services, request: Request, reports: Reports | None = None) -> Score:
    """Compare what is gathered with what belongs; quotes are checked against the stored pages on the way.

    :param reports: Gathers in the place of the application's own.
    """
    reports = reports or services.reports
    asked = reports.request(request.template, request.unit, request.period)
    facts = [fact for fact in reports.gather(asked).facts if fact.value and _is_scored(request, fact)]
    left = Counter(request.gold)
    elsewhere: list[Fact] = []
    wrong: list[tuple[Gold, str]] = []
    unticked = 0
    for fact in [place for one in facts for place in _places(services, one)]:
        twin = next((gold for gold in left if left[gold] and _is(services, gold, fact)), None)
        if twin is None:
            elsewhere.append(fact)
            continue
        left[twin] -= 1
        unticked += not fact.ticked
        if not _same_unit(twin.unit, fact.unit_of_measure):
            wrong.append((twin, fact.unit_of_measure))
    missed = tuple(gold for gold, count in left.items() for _ in range(count))
    found = len(request.gold) - len(missed)
    return Score(len(request.gold), found, found - len(wrong), tuple(elsewhere), missed, tuple(wrong), unticked)


def _is_scored(request: Request, fact: Fact) -> bool:
    """Targets are what a plan is made of; in a report they stand in a column of their own."""
    return request.template == "ke-hoach" or fact.kind is FactKind.RESULT


def _places(services: Services, fact: Fact) -> list[Fact]:
    """The fact; its duplicates stand for figures of their own in the list made by hand."""
    assert fact.citation is not None
    found = [fact]
    for one in fact.duplicates:
        at = one.quote.find(fact.value)
        if at >= 0:
            found.append(replace(fact, citation=one, value_start=at, statement=one.quote))
    for one in found:
        place = one.citation
        assert place is not None
        text = _page(services, place.document_id, place.page)
        assert text[place.char_start : place.char_end] == place.quote
        assert one.statement[one.value_start :].startswith(one.value)
    return found


def _is(services: Services, gold: Gold, fact: Fact) -> bool:
    place = fact.citation
    assert place is not None
    if place.source != gold.source or fact.value != gold.value:
        return False
    at = place.char_start + fact.value_start + len(fact.value)
    return _letters(_page(services, place.document_id, place.page)[at : at + 60]).startswith(gold.after)


@lru_cache(maxsize=256)
def _page(services: Services, document_id: str, number: int) -> str:
    return next(page.text for page in services.pages(document_id) if page.number == number)


def _same_unit(gold: str, found: str) -> bool:
    gold = UNIT_OF.get(gold.lower(), gold)  # "HTX" is "hợp tác xã", "tuyến đường" is "tuyến"
    return gold == found or (gold, found) in _ALIKE or (found == "người" and gold in PERSONS)


def fill(services: Services, folder: Path, seeds: Sequence[Path], more: Sequence[Path] = ()) -> list[Request]:
    """Take everything into the store; the requests of the written documents, those of other folders included."""
    requests: dict[tuple[str, str, str], Request] = {}
    for path in sorted(path for one in (WRITTEN, *more) for path in one.iterdir()):
        text, request = read_written(path)
        (folder / path.name).write_text(text, encoding="utf-8")
        if request is not None:
            asked = (request.template, request.unit, request.period)
            first = requests.get(asked, replace(request, gold=()))
            requests[asked] = replace(first, gold=(*first.gold, *request.gold))
    list(services.ingest([*sorted(folder.iterdir()), *seeds]))
    list(services.load_samples())
    return list(requests.values())


def main() -> int:
    """Print a line per request, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="folders of other documents written so")
    parser.add_argument("--only", nargs="*", default=[], help="score these requests only")
    parser.add_argument("--sums", action="store_true", help="no line per request: a first sight that shows nothing")
    options = parser.parse_args()
    seeds = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as written,
        open_services(load_settings(Path(data), environment={})) as services,
    ):
        requests = [*(SEED_REQUESTS if seeds else ()), *fill(services, Path(written), seeds, (MORE, *options.more))]
        requests = [one for one in requests if not options.only or one.name in options.only]
        scores = [(request, score(services, request)) for request in requests]
    for request, one in () if options.sums else scores:
        sys.stdout.write(
            f"{request.name:32} wanted {one.wanted:3}  found {one.found:3}  right unit {one.right_unit:3}"
            f"  elsewhere {len(one.elsewhere):3}\n"
        )
        if options.misses:
            for gold in one.missed:
                sys.stdout.write(f"    missed    {gold.value} {gold.unit} … {gold.after}\n")
            for gold, unit in one.wrong_unit:
                sys.stdout.write(f"    unit      {gold.value} {gold.unit}: {unit}\n")
            for fact in one.elsewhere:
                assert fact.citation is not None
                where = f"{fact.citation.source}: {fact.statement[:90]}"
                sys.stdout.write(f"    elsewhere {fact.value} {fact.unit_of_measure}{_doubted(fact)} | {where}\n")
    wanted, found = sum(one.wanted for _, one in scores), sum(one.found for _, one in scores)
    right, wrong = sum(one.right_unit for _, one in scores), sum(len(one.elsewhere) for _, one in scores)
    sys.stdout.write(
        f"recall {found}/{wanted} = {found / wanted:.1%}, with the right unit {right / wanted:.1%};"
        f" precision {found}/{found + wrong} = {found / (found + wrong):.1%}\n"
    )
    offered = (
        sum(one.unticked for _, one in scores),
        sum(not fact.ticked for _, one in scores for fact in one.elsewhere),
    )
    sys.stdout.write(
        f"both count what comes without a tick: {offered[0]} of the found, {offered[1]} of the {wrong} from elsewhere;"
        f" of the ticked {found - offered[0]}/{found - offered[0] + wrong - offered[1]} belong\n"
    )
    return 0


def _doubted(fact: Fact) -> str:
    return "" if fact.ticked else f" (not ticked: {fact.doubt.value})"


if __name__ == "__main__":
    sys.exit(main())
