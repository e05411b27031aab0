"""OpenAI's protocol, spoken with OpenAI's own client."""

from typing import Any

import openai
import pytest

from assistant.http_api.chat_shapes import MODEL_ID
from assistant.services import Services

QUESTION = "Năm 2021 huyện Suối Hoa giúp bao nhiêu hộ nghèo?"


@pytest.fixture
def client(address: str) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{address}/v1", api_key="-", max_retries=0)


def asked(text: str) -> list[Any]:
    return [{"role": "user", "content": text}]


def test_the_assistant_is_the_one_model(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == [MODEL_ID]
    assert client.models.retrieve(MODEL_ID).id == MODEL_ID


def test_a_reply_ends_with_its_references_and_carries_its_citations(client: openai.OpenAI) -> None:
    reply = client.chat.completions.create(model=MODEL_ID, messages=asked(QUESTION), temperature=0.7)
    (choice,) = reply.choices
    text = choice.message.content or ""
    assert choice.finish_reason == "stop"
    answer, _, references = text.partition("\n\nNguồn:\n")
    assert "215 hộ nghèo" in answer
    assert "[1]" in answer
    assert references.startswith("[1] Báo cáo số 12/BC-BTV ngày 15/12/2021")
    (citation,) = (choice.message.model_extra or {})["citations"]
    assert citation["quote"] in references
    assert citation["url"].startswith(f"/nguon/{citation['document_id']}")
    assert (reply.model_extra or {})["answer"]["answer"] == answer
    assert reply.usage is not None
    assert reply.usage.total_tokens > 0


def test_a_stream_says_the_same(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(model=MODEL_ID, messages=asked(QUESTION)).choices[0].message.content
    chunks = list(
        client.chat.completions.create(
            model=MODEL_ID, messages=asked(QUESTION), stream=True, stream_options={"include_usage": True}
        )
    )
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert text == whole
    assert chunks[-1].usage is not None
    last = chunks[-2]
    assert last.choices[0].finish_reason == "stop"
    assert len((last.choices[0].delta.model_extra or {})["citations"]) == 1
    assert (last.model_extra or {})["answer"]["abstained"] is False


def test_a_refusal_names_the_nearest_document(client: openai.OpenAI) -> None:
    reply = client.chat.completions.create(
        model=MODEL_ID, messages=asked("Năm 2021 huyện Suối Hoa trồng bao nhiêu cây xanh?")
    )
    text = reply.choices[0].message.content or ""
    assert "\n\nVăn bản gần nhất:\n- " in text
    assert (reply.choices[0].message.model_extra or {})["citations"] == []


def test_what_was_said_before_completes_a_follow_up(client: openai.OpenAI, services: Services) -> None:
    first = client.chat.completions.create(model=MODEL_ID, messages=asked(QUESTION)).choices[0].message.content
    messages: list[Any] = [
        {"role": "system", "content": "Bạn là trợ lý. Hãy trả lời bằng thơ."},
        *asked(QUESTION),
        {"role": "assistant", "content": first},
        {"role": "user", "content": [{"type": "text", "text": "thế năm 2022?"}]},
    ]
    reply = client.chat.completions.create(model=MODEL_ID, messages=messages)
    answer = (reply.model_extra or {})["answer"]
    assert "2022" in answer["completed_question"]
    assert answer["question"] == "thế năm 2022?"
    assert services is not None


def test_a_stream_that_breaks_says_so_and_gives_the_right_answer(model_address: str) -> None:
    client = openai.OpenAI(base_url=f"{model_address}/v1", api_key="-", max_retries=0)
    chunks = list(client.chat.completions.create(model=MODEL_ID, messages=asked(QUESTION), stream=True))
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    before, withdrawn, after = text.partition("(Phần trên được rút lại")
    assert "215 hộ nghèo" in before
    assert withdrawn
    final = (chunks[-1].model_extra or {})["answer"]
    assert final["answer"] in after
    assert final["mode"] == "extractive"
    assert "Lưu ý: Mô hình ngôn ngữ không dùng được" in after


@pytest.mark.parametrize(
    ("changes", "status", "code", "param"),
    [
        ({"model": "gpt-9"}, 404, "unknown_model", None),
        ({"n": 2}, 400, "unsupported_parameter", "n"),
        ({"response_format": {"type": "json_object"}}, 400, "unsupported_parameter", "response_format"),
        ({"tool_choice": "required"}, 400, "unsupported_parameter", "tool_choice"),
        ({"messages": []}, 400, "bad_request", "messages"),
        ({"messages": [{"role": "assistant", "content": "x"}]}, 400, "bad_request", "messages"),
        ({"messages": [{"role": "robot", "content": "x"}]}, 400, "bad_request", "messages.0.role"),
    ],
)
def test_errors_are_those_of_the_protocol(
    client: openai.OpenAI, changes: dict[str, Any], status: int, code: str, param: str | None
) -> None:
    with pytest.raises(openai.APIStatusError) as raised:
        client.chat.completions.create(**{"model": MODEL_ID, "messages": asked("x"), **changes})
    assert raised.value.status_code == status
    assert raised.value.code == code
    assert raised.value.param == param
