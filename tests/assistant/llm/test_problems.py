import httpx
import pytest

from assistant.errors import LlmOutputError, LlmUnavailableError
from assistant.llm.problems import Problem, llm_error, problem_of
from assistant.messages_vi.problems import LLM_PROBLEMS


class StatusError(Exception):
    """As the libraries of providers raise: a status, and words."""

    def __init__(self, status_code: int, words: str = "") -> None:
        super().__init__(words)
        self.status_code = status_code


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (StatusError(400), Problem.BAD_REQUEST),
        (StatusError(400, "the request exceeds the available context size"), Problem.CONTEXT_TOO_LONG),
        (StatusError(401), Problem.AUTHENTICATION),
        (StatusError(403), Problem.AUTHENTICATION),
        (StatusError(404), Problem.MODEL_NOT_FOUND),
        (StatusError(418), Problem.BAD_REQUEST),
        (StatusError(429), Problem.RATE_LIMITED),
        (StatusError(500), Problem.SERVER_ERROR),
        (StatusError(503), Problem.SERVER_ERROR),
        (httpx.ConnectError("x"), Problem.CONNECTION),
        (httpx.ReadTimeout("x"), Problem.SLOW_START),
        (httpx.RemoteProtocolError("x"), Problem.BROKEN_STREAM),
        (ConnectionRefusedError(), Problem.CONNECTION),
        (TimeoutError(), Problem.SLOW_START),
        (ValueError("x"), Problem.UNKNOWN),
    ],
)
def test_foreign_error_becomes_a_problem(error: Exception, problem: Problem) -> None:
    assert problem_of(error) is problem


def test_unusable_output_and_unavailable_model_are_told_apart() -> None:
    assert isinstance(llm_error("openai:x", Problem.EMPTY), LlmOutputError)
    assert isinstance(llm_error("openai:x", Problem.TIMEOUT), LlmUnavailableError)


def test_every_problem_has_its_vietnamese_words() -> None:
    assert set(LLM_PROBLEMS) == {problem.value for problem in Problem}
