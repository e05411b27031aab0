"""Answer quality over questions whose answers are known."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evaluation.matching import contains
from assistant.evaluation.questions import EvalQuestion
from assistant.model import Answer


@dataclass(frozen=True, slots=True)
class AnswerVerdict:
    """What became of one question."""

    id: str
    kind: str
    answerable: bool
    refused: bool
    right: bool
    """Answerable: every fact and every source; unanswerable: refused without a forbidden word."""
    facts: bool
    """Every key fact, and one of the gold answers where there are any, is in the text."""
    cited: bool
    """Every document that answers is cited."""
    quoted: bool
    """A cited span holds the facts."""
    characters: int


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """Shares of the questions they speak of; None where there is no such question."""

    questions: int
    answerable_right: float | None
    facts_in_answer: float | None
    right_source: float | None
    facts_in_citation: float | None
    answerable_refused: float | None
    unanswerable_refused: float | None
    characters_mean: float
    right_by_kind: dict[str, float]
    verdicts: tuple[AnswerVerdict, ...]


def evaluate_answers(ask: Callable[[str], Answer], questions: Sequence[EvalQuestion]) -> AnswerReport:
    """Ask every question and score the answers."""
    verdicts = tuple(judge(question, ask(question.question)) for question in questions)
    answerable = [one for one in verdicts if one.answerable]
    unanswerable = [one for one in verdicts if not one.answerable]
    kinds = Counter(one.kind for one in verdicts)
    right = Counter(one.kind for one in verdicts if one.right)
    return AnswerReport(
        questions=len(verdicts),
        answerable_right=_share([one.right for one in answerable]),
        facts_in_answer=_share([one.facts for one in answerable]),
        right_source=_share([one.cited for one in answerable]),
        facts_in_citation=_share([one.quoted for one in answerable]),
        answerable_refused=_share([one.refused for one in answerable]),
        unanswerable_refused=_share([one.right for one in unanswerable]),
        characters_mean=sum(one.characters for one in verdicts) / len(verdicts) if verdicts else 0.0,
        right_by_kind={kind: right[kind] / count for kind, count in sorted(kinds.items())},
        verdicts=verdicts,
    )


def judge(question: EvalQuestion, answer: Answer) -> AnswerVerdict:
    """Score one answer; facts are compared by ``matching.match_key``."""
    facts = not answer.abstained and _has_facts(question, answer.text)
    cited = set(question.sources) <= {citation.source for citation in answer.citations}
    spans = "\n".join(citation.quote for citation in answer.citations)
    forbidden = any(contains(answer.text, words) for words in question.must_not_contain)
    right = facts and cited if question.answerable else answer.abstained
    return AnswerVerdict(
        id=question.id,
        kind=question.kind,
        answerable=question.answerable,
        refused=answer.abstained,
        right=right and not forbidden,
        facts=facts,
        cited=cited and not answer.abstained,
        quoted=not answer.abstained and _has_facts(question, spans),
        characters=len(answer.text),
    )


def _has_facts(question: EvalQuestion, text: str) -> bool:
    return all(contains(text, fact) for fact in question.key_facts) and (
        not question.answers or any(contains(text, gold) for gold in question.answers)
    )


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None
