import sys

import pytest
from langchain_core.messages import HumanMessage
from pydantic import SecretStr

from assistant.errors import MissingExtraError, SettingsError
from assistant.llm.chat_model import NO_KEY, open_chat_model
from assistant.llm.settings import LlmSettings
from tests.llm_server import Reply, ScriptedLlmServer


def test_key_is_sent_but_never_shown() -> None:
    with ScriptedLlmServer(lambda _: Reply("Chào")) as server:
        settings = LlmSettings("openai:scripted", base_url=server.base_url, api_key=SecretStr("bi-mat"))
        chat = open_chat_model(settings)
        assert chat.invoke([HumanMessage("Xin chào")]).text == "Chào"
    assert server.asked[0].authorization == "Bearer bi-mat"
    assert "bi-mat" not in f"{settings!r} {chat!r}"


def test_server_without_a_key_gets_none_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "meant-for-another-service")
    with ScriptedLlmServer(lambda _: Reply("Chào")) as server:
        open_chat_model(LlmSettings("openai:scripted", base_url=server.base_url)).invoke([HumanMessage("Xin chào")])
    assert server.asked[0].authorization == f"Bearer {NO_KEY}"


def test_settings_reach_the_server() -> None:
    with ScriptedLlmServer(lambda _: Reply("Chào")) as server:
        settings = LlmSettings("openai:org/name:v2", base_url=server.base_url, temperature=0.3, answer_tokens=77)
        open_chat_model(settings).invoke([HumanMessage("Xin chào")])
    body = server.asked[0].body
    assert (body["model"], body["temperature"]) == ("org/name:v2", 0.3)
    assert 77 in {body.get("max_tokens"), body.get("max_completion_tokens")}


def test_no_temperature_is_sent_when_none() -> None:
    with ScriptedLlmServer(lambda _: Reply("Chào")) as server:
        settings = LlmSettings("openai:scripted", base_url=server.base_url, temperature=None)
        open_chat_model(settings).invoke([HumanMessage("Xin chào")])
    assert "temperature" not in server.asked[0].body


def test_ollama_gets_its_context_length() -> None:
    chat = open_chat_model(LlmSettings("ollama:qwen3", base_url="http://127.0.0.1:9", context_tokens=6000))
    assert (chat.num_ctx, chat.num_predict) == (6000, 1024)  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", ["qwen3", "openai:", ":qwen3", ""])
def test_name_without_provider_is_refused(model: str) -> None:
    with pytest.raises(SettingsError, match="provider:name"):
        open_chat_model(LlmSettings(model))


def test_unknown_provider_is_refused() -> None:
    with pytest.raises(SettingsError, match="nobody"):
        open_chat_model(LlmSettings("nobody:qwen3"))


def test_missing_package_names_the_command() -> None:
    with pytest.raises(MissingExtraError, match="pip install langchain-mistralai"):
        open_chat_model(LlmSettings("mistralai:small"))


def test_missing_extra_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from langchain.chat_models import base  # noqa: PLC0415

    base._get_chat_model_creator.cache_clear()
    monkeypatch.setitem(sys.modules, "langchain_ollama", None)
    with pytest.raises(MissingExtraError, match=r"tro-ly-hoi\[ollama\]"):
        open_chat_model(LlmSettings("ollama:qwen3"))
