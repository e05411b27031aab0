"""Reads outlines from YAML files: those that ship, and the office's own in their place; a bad one hides no other."""

import logging
import re
import string
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.reports.numbered_yaml import NumberedYaml, Step, YamlMistakeError, read_yaml
from assistant.reports.recipients import RECIPIENT_BLANKS
from assistant.reports.templates import Looks, Template, TemplateProblem, Templates, TemplateSection

logger = logging.getLogger(__name__)

BLANKS = frozenset({"unit", "period", "next_period", "year", "scope", "PERIOD", "NEXT_PERIOD", "UNIT", "SCOPE"})
"""What a title, heading or opening sentence may leave open."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LARGEST = 1_000_000


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Section(_Strict):
    id: str
    level: int = Field(ge=0, le=3)
    title: str = ""
    guidance: str = ""
    opening: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    looks: Looks | None = None
    takes_rest: bool = False
    by_heading: bool = False


class _File(_Strict):
    id: str
    name: str = Field(min_length=1)
    type_name: str = Field(min_length=1)
    type_code: str = ""
    title: str = Field(min_length=1)
    indicator_table: bool = False
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    scope: str = ""
    default_scope: str = ""
    looks: Looks = Looks.BACK
    most_statements: int = Field(6, ge=0, le=100)
    sections: tuple[_Section, ...] = Field(min_length=1)


class _Refused(Exception):  # never leaves this module
    def __init__(self, path: Sequence[Step], problem: str, value: str = "") -> None:
        super().__init__(problem)
        self.path, self.problem, self.value = path, problem, value


def load_templates(indicators: frozenset[str], office_folder: Path | None = None) -> Templates:
    """Every usable outline, the shipped ones first; an office's own replaces the shipped one of the same id.

    :param indicators: Codes that exist; another one is left out of its section and told.
    """
    found: dict[str, Template] = {}
    problems: list[TemplateProblem] = []
    shipped = resources.files("prompts") / "templates"
    files = [(one.name, one, False) for one in shipped.iterdir() if one.name.endswith((".yaml", ".yml"))]
    if office_folder is not None and office_folder.is_dir():
        own = [one for one in office_folder.iterdir() if one.suffix in {".yaml", ".yml"}]
        files += [(str(one), one, True) for one in own]
    for name, file, is_office in sorted(files, key=lambda one: (one[2], one[0])):
        try:
            text = file.read_bytes()[:_LARGEST].decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(TemplateProblem(name, 1, "unreadable", str(error)))
            continue
        template, wrong = parse_template(text, name, indicators, is_office=is_office)
        problems.extend(wrong)
        if template is not None:
            found[template.template_id] = template
    for one in problems:
        logger.warning("template %s, line %d: %s %s", one.path, one.line, one.problem, one.value)
    return Templates(tuple(found.values()), tuple(problems))


@lru_cache(maxsize=128)
def parse_template(
    text: str, name: str, indicators: frozenset[str], *, is_office: bool = False
) -> tuple[Template | None, tuple[TemplateProblem, ...]]:
    """The outline written in a file's text, None where it is refused, and what is wrong with it, with line numbers.

    Reading YAML takes 14 ms a file: the same text is read once.
    """
    try:
        numbered = read_yaml(text)
    except YamlMistakeError as error:
        return None, (TemplateProblem(name, error.line, "not_yaml", error.problem),)
    try:
        file = _File.model_validate(numbered.value)
    except ValidationError as error:
        return None, tuple(_told(name, numbered, error))
    try:
        _check(file)
    except _Refused as error:
        return None, (TemplateProblem(name, numbered.line_of(error.path), error.problem, error.value),)
    unknown = tuple(_unknown(file, name, numbered, indicators))
    return _template(file, name, indicators, is_office=is_office), unknown


def _told(name: str, numbered: NumberedYaml, error: ValidationError) -> Iterator[TemplateProblem]:
    kinds = {"missing": "missing_key", "extra_forbidden": "unknown_key"}
    for one in error.errors(include_url=False):
        path = tuple(one["loc"])
        key = str(path[-1]) if path else ""
        problem = kinds.get(one["type"], "bad_value")
        value = key if problem != "bad_value" else f"{'.'.join(map(str, path))}: {one['msg']}"
        yield TemplateProblem(name, numbered.line_of(path), problem, value)


def _check(file: _File) -> None:
    """What types cannot say.

    :raises _Refused: a bad or repeated id, an unknown blank, a heading that skips a level, two sections for the rest.
    """
    if not _ID.fullmatch(file.id):
        raise _Refused(("id",), "bad_id", file.id)
    _check_blanks(("title",), file.title)
    seen: set[str] = set()
    level = 0
    rest = 0
    for place, section in enumerate(file.sections):
        at: tuple[Step, ...] = ("sections", place)
        if not _ID.fullmatch(section.id):
            raise _Refused((*at, "id"), "bad_id", section.id)
        if section.id in seen:
            raise _Refused((*at, "id"), "repeated_section", section.id)
        seen.add(section.id)
        if section.level > level + 1:
            raise _Refused((*at, "level"), "skipped_level", section.id)
        level = section.level
        if section.level and not section.title.strip():
            raise _Refused(at, "missing_title", section.id)
        rest += section.takes_rest
        if rest > 1:
            raise _Refused((*at, "takes_rest"), "two_rests", section.id)
        _check_blanks((*at, "title"), section.title)
        for number, sentence in enumerate(section.opening):
            _check_blanks((*at, "opening", number), sentence)
    for number, line in enumerate(file.recipients):
        _check_blanks(("recipients", number), line, RECIPIENT_BLANKS)


def _check_blanks(path: Sequence[Step], text: str, known: Collection[str] = BLANKS) -> None:
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise _Refused(path, "bad_blank", text) from error
    for name in names:
        if name not in known:
            raise _Refused(path, "unknown_blank", name)


def _unknown(file: _File, name: str, numbered: NumberedYaml, indicators: Collection[str]) -> Iterator[TemplateProblem]:
    for place, section in enumerate(file.sections):
        for number, code in enumerate(section.indicators):
            if code not in indicators:
                line = numbered.line_of(("sections", place, "indicators", number))
                yield TemplateProblem(name, line, "unknown_indicator", code, refused=False, template_id=file.id)


def _template(file: _File, name: str, indicators: Collection[str], *, is_office: bool) -> Template:
    return Template(
        template_id=file.id,
        name=file.name,
        type_name=file.type_name,
        type_code=file.type_code,
        title=file.title,
        sections=tuple(_section(one, file.looks, indicators) for one in file.sections),
        addressees=file.addressees,
        recipients=file.recipients,
        indicator_table=file.indicator_table,
        scope=file.scope,
        default_scope=file.default_scope,
        most_statements=file.most_statements,
        origin=name,
        is_office=is_office,
    )


def _section(one: _Section, looks: Looks, indicators: Collection[str]) -> TemplateSection:
    return TemplateSection(
        section_id=one.id,
        level=one.level,
        title=one.title,
        guidance=one.guidance,
        opening=one.opening,
        indicators=tuple(code for code in dict.fromkeys(one.indicators) if code in indicators),
        keywords=one.keywords,
        questions=one.questions,
        looks=one.looks or looks,
        takes_rest=one.takes_rest,
        by_heading=one.by_heading,
    )
