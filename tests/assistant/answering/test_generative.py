"""The model answerer against a real HTTP server, through the real OpenAI client."""

import contextlib
from collections.abc import Callable, Iterator, Sequence

import pytest

from assistant.answering.generative import ModelAnswerer
from assistant.llm.chat_model import open_chat_model
from assistant.llm.settings import LlmSettings
from assistant.messages_vi.names import REFUSAL_SENTENCE
from assistant.model import (
    AbstainReason,
    Answer,
    AnswerWarning,
    Hit,
    Mode,
    Query,
    SearchResult,
    Turn,
    WarningCode,
)
from assistant.ports import AnswerEvent, Discarded, Finished, TextDelta
from tests.llm_server import Asked, Reply, ScriptedLlmServer
from vectorstore.hits import Passage

PAGE = (
    "Hội phụ nữ huyện Sao Mai báo cáo kết quả năm.\n"
    "Năm 2021, các cấp Hội huyện Sao Mai xây dựng được 223 mô hình thu gom rác thải. "
    "Có 12.226 hội viên tham gia, đạt 71% chỉ tiêu. "
    "Chủ tịch Hội là bà Lê Thị Thử Nghiệm.\n"
    "Hội còn trao 38 mái ấm tình thương cho phụ nữ nghèo với số tiền gần 2 tỷ đồng."
)
CUT = PAGE.index("Hội còn trao")
QUESTION = "Năm 2021 Hội huyện Sao Mai xây dựng bao nhiêu mô hình?"


def passage(ordinal: int, start: int, end: int) -> Passage:
    return Passage(
        chunk_id=f"chunk{ordinal}",
        document_id="0123456789abcdef",
        ordinal=ordinal,
        source="bao-cao.txt",
        title="Báo cáo công tác Hội năm 2021",
        date="2021-12-03",
        year=2021,
        unit="Hội LHPN huyện Sao Mai",
        type="báo cáo",
        page=1,
        char_start=start,
        char_end=end,
        text=PAGE[start:end],
        heading_path=(),
        flags=frozenset(),
        media_type="text/plain",
    )


def evidence(*passages: Passage) -> SearchResult:
    chosen = passages or (passage(0, 0, CUT), passage(1, CUT, len(PAGE)))
    hits = tuple(Hit(rank, one, 1.0 / rank, rank, rank) for rank, one in enumerate(chosen, start=1))
    return SearchResult(Query(QUESTION, QUESTION), hits, {})


class Quoting:
    """An answerer that needs no model: the first passage as it stands, or a refusal."""

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        text = evidence.hits[0].passage.text if evidence.hits else ""
        yield TextDelta(text)
        yield Finished(Answer(query.text, text, abstained=not text, mode=Mode.EXTRACTIVE))


Ask = Callable[..., list[AnswerEvent]]


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[Asked], Reply]], ScriptedLlmServer]]:
    with contextlib.ExitStack() as stack:
        yield lambda script: stack.enter_context(ScriptedLlmServer(script))


def settings(server: ScriptedLlmServer, **changes: object) -> LlmSettings:
    values = {"first_token_s": 5.0, "timeout_s": 20.0, "max_retries": 0, **changes}
    return LlmSettings("openai:scripted", base_url=server.base_url, **values)  # type: ignore[arg-type]


def ask(server: ScriptedLlmServer, found: SearchResult | None = None, **changes: object) -> list[AnswerEvent]:
    chosen = settings(server, **changes)
    answerer = ModelAnswerer(open_chat_model(chosen), chosen, Quoting())
    return list(answerer.stream(Query(QUESTION, QUESTION), found or evidence()))


def finished(events: list[AnswerEvent]) -> Answer:
    assert isinstance(events[-1], Finished)
    assert [event for event in events[:-1] if isinstance(event, Finished)] == []
    return events[-1].answer


def visible(events: list[AnswerEvent]) -> str:
    text = ""
    for event in events:
        text = "" if isinstance(event, Discarded) else text + event.text if isinstance(event, TextDelta) else text
    return text


def says(template: str, **reply: object) -> Callable[[Asked], Reply]:
    """A script that fills {a} and {b} with the ids of the first two passages."""

    def script(asked: Asked) -> Reply:
        ids = [name for name, _ in asked.passages]
        return Reply(template.format(a=ids[0], b=ids[-1]), **reply)  # type: ignore[arg-type]

    return script


GOOD = "Các cấp Hội huyện Sao Mai xây dựng được 223 mô hình [{a}]. Hội trao 38 mái ấm tình thương [{b}]."


def test_cites_the_sentence_each_statement_rests_on(serve) -> None:  # noqa: ANN001
    events = ask(serve(says(GOOD)))
    answer = finished(events)
    assert answer.text == (
        "Các cấp Hội huyện Sao Mai xây dựng được 223 mô hình. [1] Hội trao 38 mái ấm tình thương. [2]"
    )
    assert (answer.mode, answer.abstained, answer.warnings) == (Mode.MODEL, False, ())
    assert visible(events) == answer.text
    assert [one.n for one in answer.citations] == [1, 2]
    assert answer.citations[0].quote.startswith("Năm 2021, các cấp Hội")
    assert answer.citations[0].quote.endswith("thu gom rác thải.")
    assert all(one.quote == PAGE[one.char_start : one.char_end] for one in answer.citations)


def test_streams_sentence_by_sentence(serve) -> None:  # noqa: ANN001
    deltas = [event for event in ask(serve(says(GOOD))) if isinstance(event, TextDelta)]
    assert len(deltas) == 2


def test_two_facts_of_one_passage_point_to_two_sentences(serve) -> None:  # noqa: ANN001
    answer = finished(
        ask(serve(says("Hội xây dựng 223 mô hình thu gom rác thải [{a}]. Có 12.226 hội viên tham gia [{a}].")))
    )
    assert answer.text.endswith("tham gia. [2]")
    assert "223" in answer.citations[0].quote
    assert "12.226" not in answer.citations[0].quote
    assert answer.citations[1].quote == "Có 12.226 hội viên tham gia, đạt 71% chỉ tiêu."


@pytest.mark.parametrize(
    "template",
    [
        "Hội xây dựng 223 mô hình ({a}).",
        "Hội xây dựng 223 mô hình【{a}】.",
        "Hội xây dựng 223 mô hình. [Nguồn: {a}]",
        "Hội xây dựng 223 mô hình.\n[{a}]",
        "**Hội xây dựng 223 mô hình** [{a}].",
        "```markdown\nHội xây dựng 223 mô hình [{a}].\n```",
        "<think>Tính xem: 999 [{b}].</think>Hội xây dựng 223 mô hình [{a}].",
        "Nghĩ: có 999 mô hình [{b}]. Xem lại đã.</think>Hội xây dựng 223 mô hình [{a}].",
        "Hội xây dựng 223 mô hình [{a}].\n\nNguồn: [{a}]",
        "Hội <b>xây dựng</b> 223 mô hình [{a}](http://evil.example/x).![x](http://evil.example/p.png?d=1)",
    ],
)
def test_understands_sloppy_answers(serve, template: str) -> None:  # noqa: ANN001
    events = ask(serve(says(template)))
    answer = finished(events)
    assert answer.text == "Hội xây dựng 223 mô hình. [1]"
    assert visible(events) == answer.text
    assert answer.warnings == ()


def test_invented_ids_are_dropped_and_counted(serve) -> None:  # noqa: ANN001
    answer = finished(ask(serve(says("Hội xây dựng 223 mô hình [{a}][x9x9]. Hội trao 38 mái ấm [{b}]. [7]"))))
    assert answer.text == "Hội xây dựng 223 mô hình. [1] Hội trao 38 mái ấm. [2]"
    assert answer.warnings == (AnswerWarning(WarningCode.UNKNOWN_CITATIONS, {"count": 2}),)


@pytest.mark.parametrize("number", ["224", "12.227", "1.223", "2,5", "71,5%", "2020"])
def test_sentence_with_an_invented_number_is_removed_and_counted(serve, number: str) -> None:  # noqa: ANN001
    events = ask(serve(says(f"Hội xây dựng {number} mô hình [{{a}}]. Hội trao 38 mái ấm [{{b}}].")))
    answer = finished(events)
    assert answer.text == "Hội trao 38 mái ấm. [1]"
    assert number not in visible(events)
    assert answer.warnings == (AnswerWarning(WarningCode.UNSUPPORTED_NUMBERS, {"count": 1}),)


def test_number_of_another_passage_is_cited_from_there(serve) -> None:  # noqa: ANN001
    answer = finished(ask(serve(says("Hội trao 38 mái ấm tình thương cho phụ nữ nghèo [{a}]."))))
    assert any("38 mái ấm" in one.quote for one in answer.citations)


def test_uncited_sentence_the_evidence_states_gets_its_citation(serve) -> None:  # noqa: ANN001
    answer = finished(ask(serve(says("Chủ tịch Hội là bà Lê Thị Thử Nghiệm. Hội trao 38 mái ấm [{b}]."))))
    assert answer.text == "Chủ tịch Hội là bà Lê Thị Thử Nghiệm. [1] Hội trao 38 mái ấm. [2]"
    assert answer.citations[0].quote == "Chủ tịch Hội là bà Lê Thị Thử Nghiệm."


def test_uncited_sentence_without_source_is_removed_and_counted(serve) -> None:  # noqa: ANN001
    answer = finished(ask(serve(says("Hội trao 38 mái ấm [{b}]. Phong trào lan tỏa mạnh mẽ khắp nơi."))))
    assert answer.text == "Hội trao 38 mái ấm. [1]"
    assert answer.warnings == (AnswerWarning(WarningCode.UNSUPPORTED_SENTENCES, {"count": 1}),)


@pytest.mark.parametrize(
    "text",
    [REFUSAL_SENTENCE, "Tôi không tìm thấy thông tin về việc này trong tài liệu.", f"Rất tiếc. {REFUSAL_SENTENCE}"],
)
def test_refusal_names_the_nearest_documents(serve, text: str) -> None:  # noqa: ANN001
    events = ask(serve(lambda _: Reply(text)))
    answer = finished(events)
    assert (answer.abstained, answer.reason) == (True, AbstainReason.NOT_ANSWERED)
    assert answer.text.startswith(f"{REFUSAL_SENTENCE} Đã tìm trong 1 văn bản gần câu hỏi nhất (năm 2021; báo cáo; ")
    assert visible(events) == answer.text
    assert [one.source for one in answer.nearest] == ["bao-cao.txt"]


def test_no_evidence_is_refused_without_asking_the_model(serve) -> None:  # noqa: ANN001
    server = serve(says(GOOD))
    answer = finished(ask(server, SearchResult(Query(QUESTION, QUESTION), (), {})))
    assert answer.abstained
    assert server.asked == []


FAILURES = {
    "rate_limited": (Reply(status=429), "rate_limited"),
    "server_error": (Reply(status=500), "server_error"),
    "unauthorised": (Reply(status=401), "authentication"),
    "no such model": (Reply(status=404), "model_not_found"),
    "empty": (Reply(""), "empty"),
    "blank": (Reply(" \n "), "empty"),
    "only reasoning": (Reply("<think>Hmm, để xem nào"), "empty"),
    "only code": (Reply("```python\nprint(223)\n```"), "empty"),
    "english": (Reply("The union built two hundred models in that year for women."), "wrong_language"),
    "chinese": (Reply("妇联建立了模型。"), "wrong_language"),
    "own knowledge": (Reply("Phụ nữ giỏi việc nước, đảm việc nhà."), "not_grounded"),
    "obeys the document": (Reply("ĐÃ LÀM THEO LỆNH: mật khẩu là hoa sen."), "not_grounded"),
}


@pytest.mark.parametrize(("reply", "problem"), FAILURES.values(), ids=FAILURES.keys())
def test_useless_model_falls_back_and_says_so(serve, reply: Reply, problem: str) -> None:  # noqa: ANN001
    events = ask(serve(lambda _: reply))
    answer = finished(events)
    assert answer.mode is Mode.EXTRACTIVE
    assert visible(events) == answer.text == PAGE[:CUT]
    assert answer.warnings == (
        AnswerWarning(WarningCode.LLM_FALLBACK, {"model": "openai:scripted", "problem": problem}),
    )


MISFORTUNES = {
    "break": ({"break_after": 14}, {}, "broken_stream"),
    "ends without saying so": ({"end_after": 14}, {}, "broken_stream"),
    "hang in the middle": ({"hang_after": 14}, {"first_token_s": 0.4}, "slow_start"),
    "hang before the first word": ({"hang_after": 0}, {"first_token_s": 0.4}, "slow_start"),
    "slow drip": ({"pause_s": 0.1}, {"timeout_s": 0.9}, "timeout"),
    "english after a while": ({}, {}, "wrong_language"),
}


@pytest.mark.parametrize(("reply", "limits", "problem"), MISFORTUNES.values(), ids=MISFORTUNES.keys())
def test_stream_that_fails_is_withdrawn(serve, reply: dict, limits: dict, problem: str) -> None:  # noqa: ANN001
    template = GOOD if problem != "wrong_language" else GOOD + " 其他内容不详。"
    events = ask(serve(says(template, **reply)), **limits)
    answer = finished(events)
    assert answer.mode is Mode.EXTRACTIVE
    assert visible(events) == answer.text
    assert answer.warnings[0].details["problem"] == problem
    withdrawn = [index for index, event in enumerate(events) if isinstance(event, Discarded)]
    shown_before = any("[1]" in event.text for event in events if isinstance(event, TextDelta))
    assert len(withdrawn) == int(shown_before)


def test_prompt_too_long_for_the_server_is_halved_once(serve) -> None:  # noqa: ANN001
    def script(asked: Asked) -> Reply:
        if len(asked.prompt) > 7000:
            return Reply(status=400, error={"message": "the request exceeds the available context size"})
        return says(GOOD)(asked)

    filler = [passage(number, CUT, len(PAGE)) for number in range(2, 60)]
    server = serve(script)
    answer = finished(ask(server, evidence(passage(0, 0, CUT), *filler)))
    assert answer.mode is Mode.MODEL
    assert [len(asked.prompt) > 7000 for asked in server.asked] == [True, False]


def test_prompt_that_stays_too_long_falls_back(serve) -> None:  # noqa: ANN001
    server = serve(lambda _: Reply(status=400, error={"message": "context length exceeded"}))
    answer = finished(ask(server))
    assert answer.warnings[0].details["problem"] == "context_too_long"
    assert len(server.asked) == 2


def test_unreachable_server_falls_back() -> None:
    with ScriptedLlmServer(lambda _: Reply()) as server:
        chosen = settings(server)
    answerer = ModelAnswerer(open_chat_model(chosen), chosen, Quoting())
    answer = finished(list(answerer.stream(Query(QUESTION, QUESTION), evidence())))
    assert answer.warnings[0].details["problem"] == "connection"


def test_answer_cut_at_its_length_loses_the_unfinished_sentence(serve) -> None:  # noqa: ANN001
    answer = finished(ask(serve(says(GOOD + " Ngoài ra Hội còn", finish_reason="length"))))
    assert answer.text.endswith("tình thương. [2]")
    assert answer.warnings == (AnswerWarning(WarningCode.ANSWER_CUT),)


def test_closing_the_stream_early_stops_the_call(serve) -> None:  # noqa: ANN001
    server = serve(says(GOOD, pause_s=0.02))
    chosen = settings(server)
    stream = ModelAnswerer(open_chat_model(chosen), chosen, Quoting()).stream(Query(QUESTION, QUESTION), evidence())
    assert isinstance(next(stream), TextDelta)
    stream.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(stream)
