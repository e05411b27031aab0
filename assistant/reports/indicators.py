"""The dictionary of report indicators, and which of them a figure counts."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import TemplateFileError
from assistant.grounding.word_keys import exact_key, loose_key
from assistant.reports.numbered_yaml import YamlMistakeError, read_yaml

FILE = "indicators.yaml"
_GAP = "…"
_WORD = re.compile(r"[^\W_]+|[%‰]")
_SPECIAL = ("%", "đồng")
_GAP_REACH = 9
"""Words a "…" may stand for."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the dictionary."""

    code: str
    name: str
    unit: str
    """Unit of measure as reports give it."""
    units: tuple[str, ...] = ()
    """Nouns that may be counted; empty: any."""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Runs of words with gaps between them."""

    code: str
    runs: tuple[tuple[str, ...], ...]
    weight: int


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    unit: str
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    indicators: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Indicators by code, in order."""

    by_code: Mapping[str, Indicator]
    _accented: tuple[_Phrase, ...] = field(default=(), repr=False)
    _bare: tuple[_Phrase, ...] = field(default=(), repr=False)

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_code)

    def __len__(self) -> int:
        return len(self.by_code)

    def name(self, code: str | None) -> str:
        """Its name; empty for none."""
        found = self.by_code.get(code or "")
        return found.name if found else ""

    def match(self, words: Sequence[str], counted: Sequence[str], *, accented: bool = True) -> str | None:
        """The indicator of a figure; None where no wording of the dictionary stands around it.

        :param words: Words around the figure in order, the figure itself as "#".
        :param counted: Names of what is counted ("hộ", "hộ nghèo", "%").
        """
        key = exact_key if accented else loose_key
        keys = [key(word) for word in words]
        units = {" ".join(map(key, name.split())) for name in counted}
        fitting = {code for code, one in self.by_code.items() if _fits(one, units, key)}
        best: tuple[int, int] | None = None
        chosen: str | None = None
        for place, phrase in enumerate(self._accented if accented else self._bare):
            if phrase.code not in fitting or not _stands(phrase.runs, keys):
                continue
            score = phrase.weight, -place
            if best is None or score > best:
                best, chosen = score, phrase.code
        return chosen


def _fits(indicator: Indicator, counted: Collection[str], key: Callable[[str], str]) -> bool:
    """Whether what is counted is what the indicator counts; money and percentages only where it says so."""
    wanted = {" ".join(map(key, unit.split())) for unit in (*indicator.units, indicator.unit)}
    special = {key(unit) for unit in _SPECIAL} & set(counted)
    if special:
        return bool(special & wanted)
    return not indicator.units or not wanted.isdisjoint(counted)


def _place_of(run: Sequence[str], keys: Sequence[str], start: int, stop: int) -> int:
    """The first place of [start, stop) where a run of words stands whole; -1 where none."""
    first = run[0]
    for at in range(start, stop - len(run) + 1):
        if keys[at] == first and all(keys[at + step] == word for step, word in enumerate(run)):
            return at
    return -1


def _stands(runs: Sequence[Sequence[str]], keys: Sequence[str]) -> bool:
    """Whether the runs stand in the text in order, no gap being too long."""
    starts: list[int] = []
    at = 0
    for run in runs:
        limit = len(keys) if not starts else min(len(keys), at + _GAP_REACH + len(run))
        found = _place_of(run, keys, at, limit)
        if found < 0:
            return False
        starts.append(found)
        at = found + len(run)
    return all(left < right for left, right in pairwise(starts))


def load_dictionary() -> Dictionary:
    """The dictionary that ships.

    :raises TemplateFileError: a mistake, with its line.
    """
    return parse_dictionary((resources.files("prompts") / FILE).read_text(encoding="utf-8"))


def parse_dictionary(text: str) -> Dictionary:
    """The dictionary written in a file's text.

    :raises TemplateFileError: a mistake, with its line.
    """
    try:
        numbered = read_yaml(text)
        entries = _File.model_validate(numbered.value).indicators
    except YamlMistakeError as error:
        raise TemplateFileError(path=FILE, line=error.line, problem=error.problem) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise TemplateFileError(path=FILE, line=numbered.line_of(first["loc"]), problem=first["msg"]) from error
    by_code: dict[str, Indicator] = {}
    for place, one in enumerate(entries):
        if one.code in by_code:
            line = numbered.line_of(("indicators", place, "code"))
            raise TemplateFileError(path=FILE, line=line, problem=f"{one.code} is given twice")
        by_code[one.code] = Indicator(one.code, one.name, one.unit, one.units, one.words)
    return Dictionary(by_code, tuple(_phrases(by_code, accented=True)), tuple(_phrases(by_code, accented=False)))


def _phrases(by_code: Mapping[str, Indicator], *, accented: bool) -> Iterator[_Phrase]:
    key = exact_key if accented else loose_key
    for one in by_code.values():
        for words in one.words:
            runs = tuple(tuple(map(key, _WORD.findall(run))) for run in words.split(_GAP))
            yield _Phrase(one.code, runs, sum(map(len, runs)))
