"""What the tab "Soạn báo cáo" shows of one draft: values for the pure HTML of its steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.reports.kept import DraftVersion, KeptDraft, OfficeForm, Stage
from assistant.reports.word.head_preview import PrintedHead


class Step(StrEnum):
    """The four steps of a report."""

    ASK = "ask"
    FACTS = "facts"
    TEXT = "text"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Working:
    """A long piece of work on a draft."""

    kind: str
    """gather, compose, section."""
    title: str = ""
    """Of the section, or of what it is at."""
    done: int = 0
    total: int = 0
    part: str = ""
    """Of a step: what is numbered (``progress.Work``)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One line above the step."""

    text: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft at one step."""

    kept: KeptDraft
    step: Step
    outline: Mapping[str, str] = field(default_factory=dict)
    """Titles of the template's sections by id, in order."""
    notices: Sequence[Notice] = ()
    working: Working | None = None
    versions: Sequence[DraftVersion] = ()
    nearest_units: Sequence[str] = ()
    years: Sequence[int] = ()
    profile_title: str = ""
    head: PrintedHead | None = None
    """What is printed around the text, at the last step."""
    forms: Sequence[OfficeForm] = ()
    form_problems: Sequence[str] = ()
    chosen: str = ""
    """The place of the sentence that stays chosen; "-" where none does."""

    @property
    def draft_id(self) -> str:
        """Of the draft."""
        return self.kept.listed.draft_id


def step_of(stage: Stage, wanted: str) -> Step:
    """The step that is wanted, where the draft is that far; else the last one it has come to."""
    last = Step.TEXT if stage is Stage.TEXT else Step.FACTS
    if wanted == Step.FACTS or (stage is Stage.TEXT and wanted in (Step.TEXT, Step.EXPORT)):
        return Step(wanted)
    return last
