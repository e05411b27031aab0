"""The handlers over real services: asking, uploading, listing."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import gradio as gr
import pytest

from assistant.errors import LlmUnavailableError
from assistant.intake import FileFinished, FileReport, FileStarted
from assistant.model import Answer, Mode, Query, SearchResult, Turn
from assistant.ports import AnswerEvent, Discarded, Finished, TextDelta
from assistant.services import Services
from assistant.settings import load_settings
from assistant.ui import listing
from assistant.ui.asking import ChatScreen, Request, ask_steps
from assistant.ui.chat_tab import ChatActions, no_filters, stopped, take_question
from assistant.ui.conversation_html import Exchange
from assistant.ui.documents_html import PAGE_ROWS
from assistant.ui.documents_tab import receive
from assistant.ui.early import EarlyAnswers
from assistant.ui.listing import View
from assistant.ui.uploading import Lines, Uploads, after, queued_lines
from assistant.ui.writing import REDRAW_S
from vectorstore.hits import Filters

TakeIn = Callable[[str, str], str]
NEWS = (
    "Hội LHPN xã Đồi Mây giúp hộ nghèo\n\nNgày 05/3/2024, Hội LHPN xã Đồi Mây đã trao 12 con bò giống cho hộ nghèo.\n"
)


@dataclass(frozen=True)
class Scripted:
    """An answerer that sends given events; an exception among them is raised."""

    events: Sequence[AnswerEvent | Exception]

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        for event in self.events:
            if isinstance(event, Exception):
                raise event
            yield event


def asked(
    services: Services, *events: AnswerEvent | Exception, exchanges: tuple[Exchange, ...] = ()
) -> list[ChatScreen]:
    scripted = Services(load_settings(Path("."), environment={}), services.store, Scripted(events))
    ticks = count(step=2 * REDRAW_S)
    return list(ask_steps(scripted, Request("Hỏi gì?", Filters(), "", exchanges), clock=lambda: next(ticks)))


ANSWER = Answer("Hỏi gì?", "Có 12 con bò.", False, Mode.EXTRACTIVE)


def test_a_question_is_shown_at_once_then_the_text_then_the_answer(services: Services) -> None:
    first, *writing, last = asked(services, TextDelta("Có 12 "), TextDelta("con bò."), Finished(ANSWER))
    assert "Đang tìm" in first.live
    assert any("Có 12 con bò." in screen.live for screen in writing)
    assert last.live == ""
    assert last.history is not None
    assert "Có 12 con bò." in last.history
    assert last.exchanges is not None
    assert [(exchange.question, exchange.problem) for exchange in last.exchanges] == [("Hỏi gì?", "")]


def test_withdrawn_text_disappears_and_that_is_said(services: Services) -> None:
    screens = asked(services, TextDelta("Sai bét"), Discarded(), TextDelta("Đúng"), Finished(ANSWER))
    withdrawn = next(number for number, screen in enumerate(screens) if "được thu lại" in screen.live)
    assert all("Sai bét" not in screen.live for screen in screens[withdrawn:])


@pytest.mark.parametrize("error", [LlmUnavailableError(model="m", problem="tắt máy"), RuntimeError("lạ")])
def test_a_failure_becomes_a_sentence_and_the_conversation_goes_on(services: Services, error: Exception) -> None:
    last = asked(services, TextDelta("Đang"), error)[-1]
    assert last.exchanges is not None
    assert last.exchanges[0].answer is None
    assert "Không trả lời được" in (last.history or "")


def test_earlier_exchanges_stay(services: Services) -> None:
    earlier = (Exchange("Trước", ANSWER),)
    last = asked(services, Finished(ANSWER), exchanges=earlier)[-1]
    assert last.exchanges is not None
    assert last.exchanges[0] is earlier[0]
    assert len(last.exchanges) == 2


def test_stopping_keeps_the_question() -> None:
    live, history, exchanges, _ = stopped("Hỏi gì?", ())
    assert live == ""
    assert "Đã dừng" in history
    assert exchanges[0].question == "Hỏi gì?"


@pytest.mark.parametrize(
    "question",
    ["", "   ", "?!…", "<script>alert(1)</script>", "How many cows were given?", "bò " * 3400, "\x00\ud83d bò"],
    ids=["empty", "blank", "punctuation", "html", "english", "10,000 characters", "broken characters"],
)
def test_any_question_gets_a_sensible_screen(services: Services, question: str, take_in: TakeIn) -> None:
    take_in("tin.txt", NEWS)
    actions = ChatActions(services, threading.Lock(), EarlyAnswers(services))
    *_, (live, history, exchanges) = actions.answer(question, (), *no_filters())
    assert live == ""
    assert "<script" not in history
    assert len(exchanges) == 1
    assert exchanges[0].problem or exchanges[0].answer.text


def test_an_answer_links_to_the_sentence_it_came_from(services: Services, take_in: TakeIn) -> None:
    document_id = take_in("tin.txt", NEWS)
    actions = ChatActions(services, threading.Lock(), EarlyAnswers(services))
    *_, (_, history, _) = actions.answer("xa Doi May trao bao nhieu con bo giong", (), *no_filters())
    assert f"/nguon/{document_id}?trang=1" in history
    assert "12 con bò" in history


TYPED = "xa Doi May trao bao nhieu con bo giong"


def test_the_box_is_emptied_once_and_what_is_typed_meanwhile_stays(services: Services, take_in: TakeIn) -> None:
    take_in("tin.txt", NEWS)
    actions = ChatActions(services, threading.Lock(), EarlyAnswers(services))
    first, *later = actions.answer_typed(TYPED, "", (), *no_filters())
    assert first[3:] == take_question(TYPED)
    assert later
    assert all(step[3:] == (gr.skip(), gr.skip()) for step in later)
    assert "12 con bò" in later[-1][1]


def test_an_answer_the_page_began_is_only_kept_and_its_box_left_alone(services: Services, take_in: TakeIn) -> None:
    take_in("tin.txt", NEWS)
    early = EarlyAnswers(services)
    begun = early.begin("0" * 32, Request(TYPED, Filters(), "", ()))
    assert begun is not None
    drawn = list(begun)
    actions = ChatActions(services, threading.Lock(), early)
    (live, history, exchanges, box, pending) = last = next(
        steps := actions.answer_typed(TYPED, "0" * 32, (), *no_filters())
    )
    assert list(steps) == []
    assert len(last) == 5
    assert live == ""
    assert "12 con bò" in history
    assert exchanges[0].answer is drawn[-1].answer  # type: ignore[union-attr]  # the last event is Finished
    assert "value" not in box
    assert pending == TYPED


def test_first_start_offers_samples_and_loading_them_brings_examples(services: Services) -> None:
    actions = ChatActions(services, threading.Lock(), EarlyAnswers(services))
    assert "Nạp tài liệu mẫu" in actions.history(())
    *progress, (live, greeting) = actions.load_samples()
    assert "(1/6)" in progress[0][0]
    assert live == ""
    assert 'data-event="ask_example"' in greeting


def taken_in(services: Services, paths: Sequence[str]) -> Lines:
    uploads = Uploads(services, threading.Lock())
    uploads.begin(paths)
    *_, board = uploads.watch()
    return board.lines


def test_a_run_is_found_again_by_a_page_opened_later(services: Services, folder: Path) -> None:
    paths = [str(folder / f"tin-{n}.txt") for n in range(3)]
    for path in paths:
        Path(path).write_text(f"{NEWS} {path}", encoding="utf-8")
    turn = threading.Lock()
    uploads = Uploads(services, turn)
    with turn:
        uploads.begin(paths)
        first = uploads.watch()
        assert {line.status for line in next(first).lines.values()} == {"queued"}
        first.close()  # type: ignore[attr-defined]  # it is a generator: the page is closed
        assert uploads.board().running
    *_, found = uploads.watch()
    assert not found.running
    assert {line.status for line in found.lines.values()} == {"indexed"}
    assert [board.lines for board in uploads.watch()] == [found.lines]


def test_a_run_that_breaks_says_so_on_the_lines_of_its_files(
    services: Services, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = folder / "tin.txt"
    path.write_text(NEWS, encoding="utf-8")
    services.store.close()
    (line,) = taken_in(services, [str(path)]).values()
    assert line.status == "failed"
    assert "ended early" in caplog.text


def test_received_files_are_taken_in_one_by_one_and_cleared(services: Services, folder: Path) -> None:
    good, empty = folder / "tin.txt", folder / "trống.txt"
    good.write_text(NEWS, encoding="utf-8")
    empty.write_bytes(b"")
    box, paths, waiting = receive([str(good), str(empty)])
    assert box is None
    assert "chờ đến lượt" in waiting
    lines = taken_in(services, paths)
    assert [line.status for line in lines.values()] == ["indexed", "refused"]
    assert "Tệp rỗng" in lines[str(empty)].detail
    assert list(folder.iterdir()) == []
    assert services.store.counts().documents == 1


def test_bad_records_belong_to_the_line_of_their_file(services: Services, folder: Path) -> None:
    path = folder / "tin.jsonl"
    path.write_text('{"id": "a", "title": "Một", "text": "Nội dung thứ nhất."}\nhỏng\n', encoding="utf-8")
    lines = taken_in(services, [str(path)])
    (line,) = lines.values()
    assert line.status == "indexed"
    assert len(line.problems) == 1
    assert "2" in line.problems[0]


def test_a_file_of_bad_records_only_is_refused(services: Services, folder: Path) -> None:
    path = folder / "tin.jsonl"
    path.write_text("hỏng\n", encoding="utf-8")
    lines = taken_in(services, [str(path)])
    assert [line.status for line in lines.values()] == ["refused"]


def test_an_event_of_a_file_nobody_sent_gets_a_line_of_its_own() -> None:
    lines = after(queued_lines(["/a/x.txt"]), FileStarted("/b/y.txt", 0, 1))
    lines = after(lines, FileFinished(FileReport("/b/y.txt", "duplicate", reason="Trùng.")))
    assert lines["/b/y.txt"].status == "duplicate"
    assert lines["/a/x.txt"].status == "queued"


def test_deleting_takes_a_document_out_and_undo_brings_it_back(services: Services, take_in: TakeIn) -> None:
    document_id = take_in("tin.txt", NEWS)
    html = listing.remove(services, View(), document_id)
    assert f'data-action="restore" data-id="{document_id}"' in html
    assert services.store.counts().documents == 0
    html = listing.restore(services, View(), document_id)
    assert "Đã khôi phục" in html
    assert services.store.counts().documents == 1


def test_buttons_with_a_made_up_id_only_say_so(services: Services) -> None:
    assert "không-có" in listing.remove(services, View(), "không-có")
    assert "không-có" in listing.restore(services, View(), "không-có")


def test_list_finds_names_without_accents_and_pages(services: Services, folder: Path) -> None:
    for number in range(PAGE_ROWS + 2):
        path = folder / f"bản tin số {number:02}.txt"
        path.write_text(f"Bản tin số {number:02}\n\nNội dung riêng {number}.\n", encoding="utf-8")
    for _ in services.ingest([folder]):
        pass
    first, second = listing.show(services, View()), listing.show(services, View(page=2))
    assert "Trang 1/2" in first
    assert "Trang 2/2" in second
    assert first.count("<tr>") == PAGE_ROWS + 1
    assert second.count("<tr>") == 3
    found = listing.show(services, View("ban tin so 07"))
    assert f"1 trong {PAGE_ROWS + 2} tài liệu" in found
    assert "Trang 2/2" in listing.show(services, View(page=99))


def test_refused_files_stay_listed_with_their_reason(services: Services, folder: Path) -> None:
    (folder / "rỗng.txt").write_bytes(b"")
    for _ in services.ingest([folder]):
        pass
    html = listing.show(services, View())
    assert "rỗng.txt" in html
    assert "Tệp rỗng" in html


def test_filters_offer_what_the_store_holds(services: Services) -> None:
    actions = ChatActions(services, threading.Lock(), EarlyAnswers(services))
    for _ in services.load_samples():
        pass
    years, _, units, types = actions.filter_updates()
    assert ("Tất cả", 0) in years["choices"]
    assert any(value == 2024 for _, value in years["choices"])
    assert units["choices"]
    assert types["choices"]
