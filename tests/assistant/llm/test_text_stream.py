"""The watchdog, with LangChain's own fake models standing in for providers other than OpenAI."""

from collections.abc import Iterator

import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage

from assistant.errors import LlmUnavailableError
from assistant.llm.settings import LlmSettings
from assistant.llm.text_stream import stream_text

ASKED = [HumanMessage("Xin chào")]


def failing() -> Iterator[AIMessage]:
    raise ValueError("something the library did not foresee")
    yield


def test_text_of_any_chat_model_is_streamed() -> None:
    chat = GenericFakeChatModel(messages=iter([AIMessage("Xin chào các bạn")]))
    pieces = list(stream_text(chat, ASKED, LlmSettings("other:fake")))
    assert "".join(piece.text for piece in pieces) == "Xin chào các bạn"
    assert len(pieces) > 1


def test_provider_that_states_its_end_must_do_so() -> None:
    chat = GenericFakeChatModel(messages=iter([AIMessage("Xin chào")]))
    with pytest.raises(LlmUnavailableError, match="broken_stream"):
        list(stream_text(chat, ASKED, LlmSettings("openai:fake")))


def test_error_of_an_unknown_kind_is_logged_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    chat = GenericFakeChatModel(messages=failing())
    with pytest.raises(LlmUnavailableError, match="unknown"):
        list(stream_text(chat, ASKED, LlmSettings("other:fake")))
    assert "ValueError" in caplog.text
