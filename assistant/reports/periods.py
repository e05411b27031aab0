"""Reporting periods: canonical names, the days they cover, how people write them (linguistic table)."""

import re
from calendar import monthrange
from dataclasses import dataclass

from assistant.errors import BadPeriodError
from ingest.text.folding import fold

_Y = r"(?:19|20)\d\d"
_CANONICAL = re.compile(
    rf"(?P<year>{_Y})(?:-(?P<part>H1|H2|9T|3T|Q[1-4]|(?:0[1-9]|1[0-2])))?|(?P<first>{_Y})/(?P<last>{_Y})", re.IGNORECASE
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNT_WORDS = {"ba": 3, "sau": 6, "chin": 9}
_QUARTER = re.compile(
    rf"quy\s*(?P<q>i{{1,3}}|iv|[1-4])\s*(?:[/,.-]|\s+nam|nam)?\s*(?P<y>{_Y})|q(?P<q2>[1-4])[\s/-]*(?P<y2>{_Y})"
)
_PART = re.compile(rf"0?(?P<n>[369]|ba|sau|chin)\s*thang\s*(?P<k>dau|cuoi)?\s*(?:nam)?\s*(?P<y>{_Y})")
_TERM = re.compile(
    rf"(?P<a>{_Y})\s*[-–—/]\s*(?P<b>{_Y})|tu\s+(?:nam\s+)?(?P<a2>{_Y})\s+den\s+(?:het\s+)?(?:nam\s+)?(?P<b2>{_Y})"
)
_MONTH = re.compile(
    rf"thang\s*(?P<m>0?[1-9]|1[0-2])\s*(?:[/.-]|\s+nam|nam)?\s*(?P<y>{_Y})|(?<!\d)(?P<m2>0?[1-9]|1[0-2])\s*[/.-]\s*(?P<y2>{_Y})"
)
_YEAR = re.compile(rf"(?<!\d)(?P<y>{_Y})(?!\d)")
_PART_WORD = re.compile(r"(?<!\w)(?:quy|thang)(?!\w)")
_PARTS: dict[str, tuple[int, int]] = {
    "H1": (1, 6), "H2": (7, 12), "9T": (1, 9),
    **{f"Q{number}": (number * 3 - 2, number * 3) for number in range(1, 5)}, "3T": (1, 3),
    **{f"{month:02}": (month, month) for month in range(1, 13)},
}  # fmt: skip
_WORDS = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm", "9T": "9 tháng đầu năm", "3T": "3 tháng đầu năm"}
_NEXT = {"H1": "H2", "9T": "Q4", "3T": "Q2", "Q1": "Q2", "Q2": "Q3", "Q3": "Q4"}


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period."""

    name: str
    """Canonical: 2020, 2023-H1, 2023-9T, 2023-Q2, 2023-06, 2016/2021."""
    first: str
    """ISO 8601 day."""
    last: str

    @property
    def words(self) -> str:
        """As a report writes it: "năm 2020", "6 tháng đầu năm 2023"."""
        year, _, part = self.name.partition("-")
        if "/" in self.name:
            return "giai đoạn " + self.name.replace("/", "-")
        if not part:
            return f"năm {year}"
        if part in _WORDS:
            return f"{_WORDS[part]} {year}"
        if part.startswith("Q"):
            return f"quý {('I', 'II', 'III', 'IV')[int(part[1]) - 1]} năm {year}"
        return f"tháng {int(part)} năm {year}"

    @property
    def next(self) -> "Period":
        """The one after it: the next year, the second half, the next month or quarter."""
        year, _, part = self.name.partition("-")
        if "/" in self.name:
            first, last = map(int, self.name.split("/"))
            return period_named(f"{last}/{last + last - first}")
        if not part:
            return period_named(str(int(year) + 1))
        if part in _NEXT:
            return period_named(f"{year}-{_NEXT[part]}")
        if part == "H2":
            return period_named(f"{int(year) + 1}-H1")
        if part == "Q4":
            return period_named(f"{int(year) + 1}-Q1")
        month = int(part) + 1
        return period_named(f"{year}-{month:02}" if month in range(1, 13) else f"{int(year) + 1}-01")

    def holds(self, first: str, last: str) -> bool:
        """Whether the days [first, last] lie inside."""
        return self.first <= first and last <= self.last

    @property
    def year(self) -> int:
        """The year it ends in."""
        return int(self.last[:4])


def period_named(name: str) -> Period:
    """The period of a canonical name.

    :raises BadPeriodError: it is none.
    """
    match = _CANONICAL.fullmatch(name.strip())
    if match is None:
        raise BadPeriodError(period=name)
    if match["first"]:
        first, last = int(match["first"]), int(match["last"])
        if first > last:
            raise BadPeriodError(period=name)
        return (
            Period(f"{first}/{last}", f"{first}-01-01", f"{last}-12-31") if first < last else period_named(str(first))
        )
    year, part = int(match["year"]), (match["part"] or "").upper()
    begin, end = _PARTS.get(part, (1, 12))
    return Period(f"{year}-{part}" if part else str(year), f"{year}-{begin:02}-01", _end_of(year, end))


def read_period(text: str) -> Period:
    """The period a person typed, canonical or in words, with or without accents.

    :raises BadPeriodError: none, or more than one, can be read.
    """
    text = text.strip()
    if _CANONICAL.fullmatch(text):
        return period_named(text)
    folded = fold(text)
    for pattern, name in ((_QUARTER, _quarter), (_PART, _part), (_TERM, _term), (_MONTH, _month), (_YEAR, _year)):
        found = list(pattern.finditer(folded))
        if len(found) == 1:
            return period_named(name(found[0]))
        if found or (pattern is _MONTH and _PART_WORD.search(folded)):
            break
    raise BadPeriodError(period=text)


def name_of(first: str, last: str) -> str:
    """The canonical name of the period from one day to another; both days where it has none."""
    year, begin, end = first[:4], int(first[5:7]), int(last[5:7])
    whole = first.endswith("-01") and last == _end_of(int(last[:4]), end)
    if whole and year == last[:4]:
        if (begin, end) == (1, 12):
            return year
        for part, months in _PARTS.items():
            if months == (begin, end):
                return f"{year}-{part}"
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return f"{year}/{last[:4]}"
    return first if first == last else f"{first}/{last}"


def _quarter(match: re.Match[str]) -> str:
    written = match["q"] or match["q2"]
    return f"{match['y'] or match['y2']}-Q{_ROMAN.get(written) or written}"


def _part(match: re.Match[str]) -> str:
    months = _COUNT_WORDS.get(match["n"]) or int(match["n"])
    if match["k"] == "cuoi":
        return {6: f"{match['y']}-H2", 3: f"{match['y']}-Q4"}.get(months, "")
    return f"{match['y']}-{'H1' if months == 6 else f'{months}T'}"  # noqa: PLR2004  half a year


def _term(match: re.Match[str]) -> str:
    return f"{match['a'] or match['a2']}/{match['b'] or match['b2']}"


def _month(match: re.Match[str]) -> str:
    return f"{match['y'] or match['y2']}-{int(match['m'] or match['m2']):02}"


def _year(match: re.Match[str]) -> str:
    return str(match["y"])


def _end_of(year: int, month: int) -> str:
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"
