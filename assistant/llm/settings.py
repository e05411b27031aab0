"""What the language-model adapter can be told."""

from dataclasses import dataclass

from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """One chat model and its limits; the key is never part of a repr, a log line or an error."""

    model: str
    """provider:name, e.g. openai:qwen3-8b or ollama:qwen3."""
    base_url: str | None = None
    """Address of an OpenAI-compatible server, up to and including /v1, or of an Ollama server."""
    api_key: SecretStr | None = None
    timeout_s: float = 60.0
    """Longest time for a whole answer."""
    first_token_s: float = 20.0
    """Longest silence: before the first word, and between two pieces of text."""
    max_retries: int = 1
    """Repeats of a refused connection, a 429 or a 5xx, inside the limits above."""
    temperature: float | None = 0.0
    """None sends no temperature, for models that accept only their own."""
    context_tokens: int = 8192
    """Context length of the model; prompt and answer are packed to it."""
    answer_tokens: int = 1024
    """Longest answer; kept free when the prompt is packed."""
