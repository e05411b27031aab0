"""Errors of requests, and every error as JSON: our shape under /api, OpenAI's under /v1.

AssistantError
└── RequestError                 a request that is not answered
    ├── BadRequestError          a field is missing or has a wrong value
    ├── ForeignRequestError      a page of another site asked, or may have
    ├── RequestTooLargeError     the body is above the limit
    ├── UnknownAddressError      nothing is served there
    ├── WrongMethodError         it is served, but not by this method
    ├── UnknownModelError        /v1: no model of that name
    ├── UnsupportedParameterError  /v1: a parameter that would change the answer and is not supported
    └── IngestBusyError          other files are being taken in, for longer than a request waits
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException

from assistant.errors import (
    AssistantError,
    BadPeriodError,
    EmptyQuestionError,
    SecretDraftError,
    UnknownCheckError,
    UnknownProfileError,
    UnknownTemplateError,
)
from assistant.messages_vi.problems import REQUEST_PROBLEMS
from assistant.messages_vi.sentences import message_of
from ingest.errors import IngestError, TrolyError
from vectorstore.errors import UnknownDocumentError

API_PATH, OPENAI_PATH = "/api", "/v1"


class RequestError(AssistantError):
    """A request that is not answered."""

    code = "request_error"


class BadRequestError(RequestError):
    """Details: field, problem (a key of messages_vi.problems.REQUEST_PROBLEMS)."""

    code = "bad_request"


class ForeignRequestError(RequestError):
    """No details."""

    code = "foreign_request"


class RequestTooLargeError(RequestError):
    """Details: limit_kb."""

    code = "request_too_large"


class UnknownAddressError(RequestError):
    """Details: path."""

    code = "unknown_address"


class WrongMethodError(RequestError):
    """Details: method, path."""

    code = "wrong_method"


class UnknownModelError(RequestError):
    """Details: model, known."""

    code = "unknown_model"


class UnsupportedParameterError(RequestError):
    """Details: field."""

    code = "unsupported_parameter"


class IngestBusyError(RequestError):
    """No details."""

    code = "ingest_busy"
    retryable = True


_STATUS: dict[type[TrolyError], HTTPStatus] = {
    BadRequestError: HTTPStatus.UNPROCESSABLE_ENTITY,
    EmptyQuestionError: HTTPStatus.BAD_REQUEST,
    ForeignRequestError: HTTPStatus.FORBIDDEN,
    IngestError: HTTPStatus.UNPROCESSABLE_ENTITY,
    SecretDraftError: HTTPStatus.UNPROCESSABLE_ENTITY,
    RequestTooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownAddressError: HTTPStatus.NOT_FOUND,
    UnknownCheckError: HTTPStatus.NOT_FOUND,
    UnknownDocumentError: HTTPStatus.NOT_FOUND,
    UnknownModelError: HTTPStatus.NOT_FOUND,
    UnknownTemplateError: HTTPStatus.UNPROCESSABLE_ENTITY,
    BadPeriodError: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnknownProfileError: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnsupportedParameterError: HTTPStatus.BAD_REQUEST,
    WrongMethodError: HTTPStatus.METHOD_NOT_ALLOWED,
    IngestBusyError: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Any other error of the tree is 500, or 503 where trying again may help."""


def is_api(path: str) -> bool:
    """Whether programs ask there: errors are JSON."""
    return path.startswith((f"{API_PATH}/", f"{OPENAI_PATH}/")) or path in (API_PATH, OPENAI_PATH)


def add_error_handlers(app: FastAPI) -> None:
    """Errors of the API as JSON; those of pages as they were."""

    @app.exception_handler(TrolyError)
    async def known(request: Request, error: TrolyError) -> Response:
        return error_response(request.url.path, error)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        if not is_api(request.url.path):
            return await request_validation_exception_handler(request, error)
        problems = error.errors()
        return error_response(request.url.path, _first_problem(problems), fields=_fields(problems))

    @app.exception_handler(HTTPException)
    async def raised(request: Request, error: HTTPException) -> Response:
        if not is_api(request.url.path):
            return await http_exception_handler(request, error)
        return error_response(request.url.path, BadRequestError(field="body", problem="unreadable"))

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> Response:
        del error  # the server logs it
        return error_response(request.url.path, TrolyError())


def error_response(
    path: str,
    error: TrolyError,
    *,
    fields: Sequence[Mapping[str, str]] = (),
) -> Response:
    """An error as JSON with code, sentence and hint; the shape depends on the path."""
    status = _status_of(error)
    if path.startswith(OPENAI_PATH):
        # OpenAI's clients know 400 for what FastAPI calls 422
        status = HTTPStatus.BAD_REQUEST if status is HTTPStatus.UNPROCESSABLE_ENTITY else status
        return JSONResponse(openai_error(error), status)
    content: dict[str, Any] = error_json(error)
    if fields:
        content["error"]["fields"] = list(fields)
    return JSONResponse(content, status)


def refused(path: str, problem: str) -> Response:
    """What the guard refuses: JSON under the API's paths, else its sentence."""
    if is_api(path):
        return error_response(path, ForeignRequestError())
    return PlainTextResponse(problem, HTTPStatus.FORBIDDEN)


def error_json(error: TrolyError) -> dict[str, Any]:
    """Code, what happened, and what to do next."""
    message = message_of(error.code, dict(_worded(error)))
    return {"error": {"code": error.code, "message": message.what, "hint": message.next}}


def openai_error(error: TrolyError) -> dict[str, Any]:
    """The same as OpenAI's clients read it."""
    status = _status_of(error)
    kind = "server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request_error"
    message = str(message_of(error.code, dict(_worded(error))))
    field = str(error.details.get("field", "")) or None
    return {"error": {"message": message, "type": kind, "param": field, "code": error.code}}


def _status_of(error: TrolyError) -> HTTPStatus:
    for kind in type(error).__mro__:
        if kind in _STATUS:
            return _STATUS[kind]
    return HTTPStatus.SERVICE_UNAVAILABLE if error.retryable else HTTPStatus.INTERNAL_SERVER_ERROR


def _worded(error: TrolyError) -> dict[str, object]:
    details: dict[str, object] = dict(error.details)
    problem = str(details.get("problem", ""))
    if isinstance(error, BadRequestError):
        details["problem"] = REQUEST_PROBLEMS.get(problem, REQUEST_PROBLEMS["value"])
    return details


def _fields(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Where it is wrong and what; never what was sent."""
    return [
        {"field": _place(one["loc"]), "problem": REQUEST_PROBLEMS.get(one["type"], REQUEST_PROBLEMS["value"])}
        for one in errors
    ]


def _first_problem(errors: Sequence[Mapping[str, Any]]) -> BadRequestError:
    first = errors[0] if errors else {"loc": (), "type": "value"}
    return BadRequestError(field=_place(first["loc"]), problem=str(first["type"]))


def _place(location: Sequence[object]) -> str:
    return ".".join(str(part) for part in location if part not in ("body", "query", "path"))
