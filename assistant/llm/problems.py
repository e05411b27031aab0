"""Turns whatever a provider's library raises into one of a few problems.

Judged by status and class names, because the libraries are optional and share no base class.
"""

from enum import StrEnum

from assistant.errors import LlmError, LlmOutputError, LlmUnavailableError


class Problem(StrEnum):
    """Why the language model gave no usable answer; the value travels in details and keys its Vietnamese words."""

    CONNECTION = "connection"
    SLOW_START = "slow_start"
    """Nothing came within first_token_s, or the stream went silent that long."""
    TIMEOUT = "timeout"
    """The whole answer took longer than timeout_s."""
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    AUTHENTICATION = "authentication"
    MODEL_NOT_FOUND = "model_not_found"
    CONTEXT_TOO_LONG = "context_too_long"
    BAD_REQUEST = "bad_request"
    BROKEN_STREAM = "broken_stream"
    EMPTY = "empty"
    CUT_OFF = "cut_off"
    """The answer hit its length limit before the first sentence was whole."""
    WRONG_LANGUAGE = "wrong_language"
    NO_EVIDENCE = "no_evidence"
    """Nothing of the evidence may be sent."""
    NOT_GROUNDED = "not_grounded"
    """No sentence of it is backed by a passage."""
    UNKNOWN = "unknown"


_BY_STATUS = {
    400: Problem.BAD_REQUEST,
    401: Problem.AUTHENTICATION,
    403: Problem.AUTHENTICATION,
    404: Problem.MODEL_NOT_FOUND,
    408: Problem.TIMEOUT,
    413: Problem.CONTEXT_TOO_LONG,
    422: Problem.BAD_REQUEST,
    429: Problem.RATE_LIMITED,
}
_SERVER_FAULT = 500
_REFUSED = frozenset({400, 413, 422})
"""llama.cpp, vLLM and LM Studio answer so when the prompt is too long, each in words of its own about "context"."""

_BY_CLASS = (
    ("ContextOverflowError", Problem.CONTEXT_TOO_LONG),
    ("ModelTimeoutError", Problem.SLOW_START),
    ("APITimeoutError", Problem.SLOW_START),
    ("TimeoutException", Problem.SLOW_START),
    ("TimeoutError", Problem.SLOW_START),
    ("RemoteProtocolError", Problem.BROKEN_STREAM),
    ("ReadError", Problem.BROKEN_STREAM),
    ("JSONDecodeError", Problem.BROKEN_STREAM),
    ("ModelRateLimitError", Problem.RATE_LIMITED),
    ("ModelAPIError", Problem.SERVER_ERROR),
    ("ModelConnectionError", Problem.CONNECTION),
    ("APIConnectionError", Problem.CONNECTION),
    ("TransportError", Problem.CONNECTION),
    ("ConnectionError", Problem.CONNECTION),
    ("APIError", Problem.SERVER_ERROR),  # an error object inside the stream
)
"""Class name anywhere in the ancestry to problem; the first that fits wins."""

_OUTPUT = frozenset({Problem.EMPTY, Problem.CUT_OFF, Problem.WRONG_LANGUAGE, Problem.NO_EVIDENCE, Problem.NOT_GROUNDED})


def llm_error(model: str, problem: Problem) -> LlmError:
    """The error of our tree for a problem: unusable output or unavailable model."""
    kind = LlmOutputError if problem in _OUTPUT else LlmUnavailableError
    return kind(model=model, problem=problem.value)


def problem_of(error: BaseException) -> Problem:
    """What a foreign exception means."""
    ancestry = {ancestor.__name__ for ancestor in type(error).__mro__}
    status = getattr(error, "status_code", None)
    refused = status in _REFUSED and "context" in str(error).lower()
    if refused or "ContextOverflowError" in ancestry:
        return Problem.CONTEXT_TOO_LONG
    if isinstance(status, int) and status > 0:
        return Problem.SERVER_ERROR if status >= _SERVER_FAULT else _BY_STATUS.get(status, Problem.BAD_REQUEST)
    return next((problem for name, problem in _BY_CLASS if name in ancestry), Problem.UNKNOWN)
