"""Opens the chat model named in the settings; the only place that knows providers."""

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from assistant.errors import MissingExtraError, SettingsError
from assistant.llm.settings import LlmSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NO_KEY = "not-needed"
"""Sent to a server of our own that wants no key: the client insists on one, and must not take one meant for
another service out of the environment."""

_EXTRAS = frozenset({"ollama"})
"""Providers whose package an extra of this project installs, under the provider's name."""


def open_chat_model(settings: LlmSettings) -> "BaseChatModel":
    """The chat model, ready to be asked; nothing is contacted yet.

    :raises SettingsError: the name is not provider:name, or the provider refuses a value.
    :raises MissingExtraError: the provider's package is not installed; details name the command.
    """
    provider, colon, name = settings.model.partition(":")
    if not (colon and provider and name):
        raise _bad(settings, "write it as provider:name, e.g. openai:qwen3-8b")
    from langchain.chat_models import init_chat_model  # noqa: PLC0415  1.7 s of imports that most starts never need

    options = _options(settings, provider)
    try:
        opened: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except ImportError as error:
        raise MissingExtraError(feature=provider, command=_install_command(provider, error)) from error
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise _bad(settings, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except ValueError as error:
        raise _bad(settings, str(error).split("\n\n", maxsplit=1)[0]) from error
    return opened


def _bad(settings: LlmSettings, problem: str) -> SettingsError:
    return SettingsError(name="llm.model", value=settings.model, origin="settings", problem=problem)


def _options(settings: LlmSettings, provider: str) -> dict[str, Any]:  # Any: keyword arguments of foreign classes
    shared: dict[str, Any] = {"temperature": settings.temperature, "base_url": settings.base_url}
    # A silent socket must end on its own soon after the watchdog has given up on it.
    silence_s = settings.first_token_s + 1.0
    if provider == "ollama":
        shared |= {
            "num_ctx": settings.context_tokens,  # its default of 4,096 cuts the evidence off without a word
            "num_predict": settings.answer_tokens,
            "client_kwargs": {"timeout": silence_s},
        }
    else:
        shared |= {
            "max_tokens": settings.answer_tokens,
            "timeout": silence_s,
            "max_retries": settings.max_retries,
            "api_key": settings.api_key.get_secret_value() if settings.api_key else None,
        }
    if provider == "openai" and settings.base_url:
        shared |= {"api_key": shared["api_key"] or NO_KEY, "use_responses_api": False}
    return {name: value for name, value in shared.items() if value is not None}


def _install_command(provider: str, error: ImportError) -> str:
    if provider in _EXTRAS:
        return f'pip install "tro-ly-hoi[{provider}]"'
    cause = error.__cause__ if isinstance(error.__cause__, ImportError) else error
    module = (cause.name or "langchain").split(".", maxsplit=1)[0]
    return f"pip install {module.replace('_', '-')}"
