from collections.abc import Iterator

import pytest

from assistant.followups import Completion, ModelRewriter
from assistant.llm.chat_model import open_chat_model
from assistant.llm.settings import LlmSettings
from assistant.model import Turn
from tests.llm_server import Reply, ScriptedLlmServer

BEFORE = (Turn("Năm 2020 tỉnh Sơn Hà có bao nhiêu hội viên?", "Tỉnh Sơn Hà có 12.345 hội viên [1]."),)
WHOLE = "Năm 2020 tỉnh Sơn Hà có bao nhiêu hội viên là công nhân?"


@pytest.fixture
def reply() -> list[Reply]:
    return [Reply(WHOLE)]


@pytest.fixture
def server(reply: list[Reply]) -> Iterator[ScriptedLlmServer]:
    with ScriptedLlmServer(lambda _: reply[0]) as opened:
        yield opened


@pytest.fixture
def rewriter(server: ScriptedLlmServer) -> ModelRewriter:
    settings = LlmSettings(model="openai:scripted", base_url=server.base_url, first_token_s=2.0, timeout_s=5.0)
    return ModelRewriter(open_chat_model(settings), settings)


def test_the_model_completes_what_depends(rewriter: ModelRewriter, server: ScriptedLlmServer) -> None:
    assert rewriter.rewrite("là công nhân thôi", BEFORE) == Completion(WHOLE, by_model=True)
    assert "12.345 hội viên" in server.asked[0].prompt


@pytest.mark.parametrize(
    "written",
    [
        Reply("Tỉnh Sơn Hà có 99.999 hội viên là công nhân năm 2031."),
        Reply("Câu hỏi:\nTỉnh Sơn Hà có bao nhiêu công nhân?"),
        Reply("dài " * 200),
        Reply(""),
        Reply(status=500),
        Reply(WHOLE, break_after=2),
    ],
    ids=["number", "lines", "long", "empty", "error", "broken"],
)
def test_what_cannot_be_trusted_leaves_the_question_as_typed(
    rewriter: ModelRewriter, reply: list[Reply], written: Reply
) -> None:
    reply[0] = written
    assert rewriter.rewrite("là công nhân thôi", BEFORE) is None


def test_a_whole_question_and_a_first_question_do_not_reach_the_model(
    rewriter: ModelRewriter, server: ScriptedLlmServer
) -> None:
    assert rewriter.rewrite("Năm 2023 huyện Bình An trồng được bao nhiêu cây xanh?", BEFORE) is None
    assert rewriter.rewrite("là công nhân thôi", ()) is None
    assert server.asked == []
