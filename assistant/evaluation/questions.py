"""Files of questions with known answers, one JSON object a line."""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import QuestionFileError

UNANSWERABLE = "unanswerable"
PASSAGE = "passage"
"""Kind of a question whose answer is a stretch of one known passage (XQuAD, ALQAC)."""


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """A question and what a right answer has."""

    id: str
    question: str
    kind: str
    sources: tuple[str, ...]
    """Every document an answer has to cite, by the name it was ingested under."""
    key_facts: tuple[str, ...] = ()
    """All of them must be in the answer."""
    answers: tuple[str, ...] = ()
    """One of them must be in the answer."""
    must_not_contain: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether a refusal would be wrong."""
        return self.kind != UNANSWERABLE


class _Line(BaseModel):
    """One line of a file, either kind; other fields (notes, supports) are for people."""

    model_config = ConfigDict(extra="ignore")

    id: str
    question: str
    kind: str = PASSAGE
    source: str | list[str] = []
    passage_id: str | None = None
    key_facts: list[str] = []
    answers: list[str] = []
    must_not_contain: list[str] = []


def load_questions(path: Path) -> tuple[EvalQuestion, ...]:
    """Read a file; blank lines are skipped.

    :raises QuestionFileError: it cannot be read, or a line is not a question (the line is named).
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionFileError(path=str(path), line=0, problem=str(error)) from error
    return tuple(_question(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _question(path: Path, number: int, line: str) -> EvalQuestion:
    try:
        read = _Line.model_validate(json.loads(line))
    except (json.JSONDecodeError, ValidationError) as error:
        problem = str(error).splitlines()[0]
        raise QuestionFileError(path=str(path), line=number, problem=problem) from error
    named = [read.source] if isinstance(read.source, str) else read.source
    return EvalQuestion(
        id=read.id,
        question=read.question,
        kind=read.kind,
        sources=(read.passage_id,) if read.passage_id else tuple(named),
        key_facts=() if read.kind == UNANSWERABLE else tuple(read.key_facts),
        answers=tuple(read.answers),
        must_not_contain=tuple(read.must_not_contain),
    )
