"""One frozen tree of settings, read once: default < settings.toml < environment < command line."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from assistant.errors import SettingsError, SettingsFileError, UnknownSettingError

FILE_NAME = "settings.toml"


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class ServerSettings(_Section):
    """Where the application listens."""

    host: str = Field(
        "127.0.0.1", description="Address to listen on; anything but 127.0.0.1 is refused until users exist."
    )
    port: int = Field(7860, ge=1, le=65535, description="Port of the application.")


class EmbeddingSettings(_Section):
    """Which model turns text into vectors."""

    model: str = Field("bundled", description="'bundled', or the folder or id of a sentence-transformers model.")


class RetrievalSettings(_Section):
    """How passages are put in order."""

    reranker: str = Field(
        "bundled", description="Second stage: 'bundled', 'none', or the folder or id of a cross-encoder."
    )


class StoreSection(_Section):
    """Where vectors live."""

    chroma_url: str | None = Field(None, description="URL of a Chroma server; empty: inside the data folder.")


class IngestSection(_Section):
    """What reading a file may take; a file that takes more is given up, the others go on."""

    workers: int = Field(0, ge=0, le=64, description="Files read at the same time; 0: one fewer than cores.")
    silence_s: float = Field(120.0, gt=0, description="Longest time without a page or a document, seconds.")
    document_s: float = Field(14400.0, gt=0, description="Longest time for one document, seconds.")
    memory_mb: int = Field(2048, ge=256, description="Memory of a process that reads a file, MB.")
    max_pages: int = Field(10_000, ge=1, description="Pages of a document.")


class AnswerSettings(_Section):
    """How answers are made."""

    evidence_passages: int = Field(24, ge=1, le=100, description="Passages handed to the answerer.")
    unsupported: Literal["remove", "strike"] = Field(
        "remove", description="Sentences of the language model that no source supports: 'remove', or 'strike' (shown)."
    )
    refuse_below: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Refuse where the probability that the passages answer is lower, 0 to 1; empty: as measured.",
    )


class LlmSection(_Section):
    """The optional language model."""

    model: str | None = Field(None, description="provider:name, e.g. openai:qwen3-8b or ollama:qwen3; empty: no model.")
    base_url: str | None = Field(
        None, description="Address of an OpenAI-compatible server (vLLM, llama.cpp, LM Studio)."
    )
    api_key: SecretStr | None = Field(None, description="Key of the server, if it wants one; never shown or logged.")
    timeout_s: float = Field(60.0, gt=0, description="Longest time for a whole answer, seconds.")
    first_token_s: float = Field(20.0, gt=0, description="Longest wait for the first word, seconds.")
    context_tokens: int = Field(8192, ge=1024, description="Context length of the model; evidence is packed to it.")
    temperature: float = Field(0.0, ge=0, le=2, description="Sampling temperature.")


class Settings(_Section):
    """The whole tree."""

    server: ServerSettings = ServerSettings()  # type: ignore[call-arg]  # pydantic fills Field defaults
    embedding: EmbeddingSettings = EmbeddingSettings()  # type: ignore[call-arg]
    retrieval: RetrievalSettings = RetrievalSettings()  # type: ignore[call-arg]
    store: StoreSection = StoreSection()  # type: ignore[call-arg]
    ingest: IngestSection = IngestSection()  # type: ignore[call-arg]
    answer: AnswerSettings = AnswerSettings()  # type: ignore[call-arg]
    llm: LlmSection = LlmSection()  # type: ignore[call-arg]


ENVIRONMENT: dict[str, str] = {
    "ASSISTANT_LLM": "llm.model",
    "ASSISTANT_LLM_BASE_URL": "llm.base_url",
    "ASSISTANT_LLM_API_KEY": "llm.api_key",
    "ASSISTANT_LLM_TIMEOUT_S": "llm.timeout_s",
    "ASSISTANT_LLM_FIRST_TOKEN_S": "llm.first_token_s",
    "ASSISTANT_LLM_CONTEXT_TOKENS": "llm.context_tokens",
    "ASSISTANT_EMBEDDING_MODEL": "embedding.model",
    "ASSISTANT_RERANKER": "retrieval.reranker",
    "ASSISTANT_HOST": "server.host",
    "ASSISTANT_PORT": "server.port",
    "CHROMA_URL": "store.chroma_url",
}
"""Environment variable to setting name. The data folder is TROLY_DATA, read by the command line."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: default, file, environment or flag."""

    name: str
    value: object
    origin: str


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings in force, the folder they belong to, and where each value came from."""

    data_dir: Path
    values: Settings
    origins: tuple[Origin, ...]


def setting_names() -> tuple[str, ...]:
    """Every setting as section.name, in order."""
    return tuple(
        f"{section}.{name}"
        for section, field in Settings.model_fields.items()
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
        for name in field.annotation.model_fields
    )


def load_settings(
    data_dir: Path, *, environment: Mapping[str, str] | None = None, flags: Mapping[str, object] | None = None
) -> LoadedSettings:
    """Read the settings of a data folder.

    :param environment: Defaults to the process's environment.
    :param flags: Values given on the command line, by setting name.
    :raises SettingsError: an unknown name or a wrong value, naming it and its origin.
    """
    environment = os.environ if environment is None else environment
    layers: list[tuple[str, dict[str, object]]] = [
        ("file", _read_file(data_dir / FILE_NAME)),
        ("environment", {name: environment[key] for key, name in ENVIRONMENT.items() if environment.get(key)}),
        ("flag", dict(flags or {})),
    ]
    chosen: dict[str, tuple[str, object]] = {}
    for origin, layer in layers:
        for name, value in layer.items():
            if name not in setting_names():
                raise UnknownSettingError(name=name, origin=origin)
            chosen[name] = (origin, value)
    values = _validated(chosen)
    return LoadedSettings(data_dir, values, _origins(values, chosen))


def save_setting(data_dir: Path, name: str, value: str) -> LoadedSettings:
    """Write one value into settings.toml after checking it; an empty value removes the line.

    :raises SettingsError: unknown name or wrong value; nothing is written then.
    """
    path = data_dir / FILE_NAME
    stored = _read_file(path)
    if name not in setting_names():
        raise UnknownSettingError(name=name, origin="flag")
    if value:
        stored[name] = value
    else:
        stored.pop(name, None)
    _validated({key: ("file", item) for key, item in stored.items()})
    data_dir.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(_as_toml(stored), encoding="utf-8")
    temporary.chmod(0o600)  # it may hold a key
    temporary.replace(path)
    return load_settings(data_dir)


def _read_file(path: Path) -> dict[str, object]:
    try:
        parsed = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsFileError(path=str(path), problem=str(error)) from error
    flat: dict[str, object] = {}
    for section, content in parsed.items():
        if not isinstance(content, dict):
            raise SettingsFileError(path=str(path), problem=f"{section} stands outside a [section]")
        flat.update({f"{section}.{name}": value for name, value in content.items()})
    return flat


def _validated(chosen: Mapping[str, tuple[str, object]]) -> Settings:
    tree: dict[str, dict[str, Any]] = {}
    for name, (_, value) in chosen.items():
        section, key = name.split(".", 1)
        tree.setdefault(section, {})[key] = value
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        origin, value = chosen.get(name, ("default", ""))
        shown = "********" if name.endswith("api_key") else str(value)
        raise SettingsError(name=name, value=shown, origin=origin, problem=first["msg"]) from error


def _origins(values: Settings, chosen: Mapping[str, tuple[str, object]]) -> tuple[Origin, ...]:
    return tuple(
        Origin(
            name=name,
            value=_shown(getattr(getattr(values, name.split(".")[0]), name.split(".")[1])),
            origin=chosen[name][0] if name in chosen else "default",
        )
        for name in setting_names()
    )


def _shown(value: object) -> object:
    return "********" if isinstance(value, SecretStr) else value


def _as_toml(flat: Mapping[str, object]) -> str:
    sections: dict[str, list[str]] = {}
    for name, value in sorted(flat.items()):
        section, key = name.split(".", 1)
        text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        sections.setdefault(section, []).append(f'{key} = "{text}"')
    return "\n".join(f"[{section}]\n" + "\n".join(lines) + "\n" for section, lines in sections.items())
