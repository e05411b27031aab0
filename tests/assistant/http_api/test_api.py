"""Search, questions and documents through a real server."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from assistant.contract import answer_json
from assistant.services import Services

QUESTION = "Năm 2021 huyện Suối Hoa giúp bao nhiêu hộ nghèo?"


def events(response: httpx.Response) -> list[tuple[str, dict[str, Any]]]:
    """Name and data of each event of a stream."""
    found = []
    for block in response.text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((lines.get("event", ""), json.loads(lines["data"])))
    return found


def test_search_by_address_and_by_body_are_the_same(api: httpx.Client) -> None:
    by_body = api.post("/api/search", json={"query": "mô hình thu gom rác", "top_k": 1}).json()
    by_address = api.get("/api/search", params={"query": "mô hình thu gom rác", "top_k": 1}).json()
    assert by_body["hits"] == by_address["hits"]
    (hit,) = by_body["hits"]
    assert "9 mô hình" in hit["text"]
    assert {"rank", "document_id", "source", "page", "char_start", "char_end", "score"} <= set(hit)


def test_filters_restrict_a_search(api: httpx.Client) -> None:
    found = api.get("/api/search", params={"query": "Hội LHPN", "year_from": 2021, "year_to": 2021}).json()["hits"]
    assert {hit["source"] for hit in found} == {"bao-cao-suoi-hoa.txt"}


def test_answer_has_the_shape_of_the_command_line(api: httpx.Client, services: Services) -> None:
    answer = api.post("/api/ask", json={"question": QUESTION}).json()
    expected = json.loads(json.dumps(answer_json(services.ask(QUESTION))))
    assert {**answer, "timings_ms": {}} == {**expected, "timings_ms": {}}
    assert "215 hộ nghèo" in answer["answer"]
    assert answer["citations"][0]["quote"] in services.pages(answer["citations"][0]["document_id"])[0].text


def test_a_refusal_is_an_answer_not_an_error(api: httpx.Client) -> None:
    answer = api.get("/api/ask", params={"question": "Năm 2021 huyện Suối Hoa trồng bao nhiêu cây xanh?"})
    assert answer.status_code == 200
    assert answer.json()["abstained"] is True


def test_streamed_answer_ends_with_the_whole_of_it(api: httpx.Client) -> None:
    answer = api.post("/api/ask", json={"question": QUESTION, "stream": True})
    assert answer.headers["content-type"].startswith("text/event-stream")
    *pieces, (last, whole) = events(answer)
    assert {name for name, _ in pieces} == {"delta"}
    assert last == "answer"
    assert "".join(data["text"] for _, data in pieces) == whole["answer"]


def test_what_a_failing_model_streamed_is_discarded_and_the_reason_travels(model_address: str) -> None:
    answer = httpx.get(f"{model_address}/api/ask", params={"question": QUESTION, "stream": "true"}, timeout=60)
    found = events(answer)
    names = [name for name, _ in found]
    assert "discarded" in names
    kept = "".join(data["text"] for name, data in found[names.index("discarded") + 1 :] if name == "delta")
    assert kept == found[-1][1]["answer"]
    assert [one["code"] for one in found[-1][1]["warnings"]] == ["llm_fallback"]


def test_history_completes_a_follow_up(api: httpx.Client) -> None:
    history = [{"question": QUESTION, "answer": "215 hộ nghèo."}]
    answer = api.post("/api/ask", json={"question": "thế năm 2022?", "history": history}).json()
    assert "2022" in answer["completed_question"]
    assert "hộ nghèo" in answer["completed_question"]


def test_a_document_is_listed_shown_read_removed_and_restored(api: httpx.Client) -> None:
    listed = api.get("/api/documents", params={"search": "bai may"}).json()
    (document,) = listed["documents"]
    assert listed["next_offset"] is None
    whole = api.get(f"/api/documents/{document['document_id']}").json()
    assert whole["card"]["values"]
    text = api.get(f"/api/documents/{document['document_id']}/text").json()
    assert "45 thành viên" in text["pages"][0]["text"]
    headers = {"X-Requested-With": "test"}
    removed = api.delete(f"/api/documents/{document['document_id']}", headers=headers).json()
    assert removed["status"] == "removed"
    assert api.get("/api/documents", params={"search": "bai may"}).json()["documents"] == []
    assert len(api.get("/api/documents", params={"search": "bai may", "removed": True}).json()["documents"]) == 1
    api.post(f"/api/documents/{document['document_id']}/restore", headers=headers).raise_for_status()
    assert len(api.get("/api/documents", params={"search": "bai may"}).json()["documents"]) == 1


def test_a_long_list_comes_in_parts(api: httpx.Client) -> None:
    first = api.get("/api/documents", params={"limit": 1}).json()
    assert first["next_offset"] == 1
    second = api.get("/api/documents", params={"limit": 1, "offset": 1}).json()
    assert first["documents"][0]["document_id"] != second["documents"][0]["document_id"]


def test_files_are_taken_in_each_with_its_outcome(api: httpx.Client, services: Services) -> None:
    good = "Tin xã Mù Sương\n\nHội LHPN xã Mù Sương trồng 300 cây xanh ven đường.\n".encode()
    files = [
        ("files", ("tin.txt", good)),
        ("files", ("tin.txt", good + b" ")),
        ("files", ("../../hỏng?.pdf", b"%PDF-x")),
    ]
    answer = api.post("/api/documents", files=files, data={"collection": "tin"}, headers={"X-Requested-With": "test"})
    outcome = answer.json()
    assert [one["path"] for one in outcome["files"] if one["status"] == "indexed"] == ["tin.txt", "tin.txt"]
    (refused,) = (one for one in outcome["files"] if one["status"] != "indexed")
    assert refused["path"] == "hỏng_.pdf"
    assert refused["reason"]
    assert outcome["summary"]["documents"] == 2
    for one in outcome["files"][:2]:
        assert services.store.document(one["document_id"]).collection == "tin"
        services.remove(one["document_id"])
    assert list((services.settings.data_dir / "tmp").iterdir()) == []


@pytest.mark.parametrize(
    ("method", "path", "content", "status", "code"),
    [
        ("GET", "/api/nothing", None, 404, "unknown_address"),
        ("PUT", "/api/search", {}, 405, "wrong_method"),
        ("GET", "/api/documents/0011223344556677", None, 404, "unknown_document"),
        ("POST", "/api/ask", {}, 422, "bad_request"),
        ("POST", "/api/ask", {"question": "x" * 5000}, 422, "bad_request"),
        ("POST", "/api/ask", {"question": "x", "quesiton": "x"}, 422, "bad_request"),
        ("POST", "/api/search", {"query": "x", "top_k": 0}, 422, "bad_request"),
        ("POST", "/api/search", {"query": "x" * 2_000_000}, 413, "request_too_large"),
        ("GET", "/api/search?query=x&year_from=abc", None, 422, "bad_request"),
        ("POST", "/api/documents", {}, 422, "bad_request"),
        ("GET", "/v1/nothing", None, 404, "unknown_address"),
    ],
)  # fmt: skip
def test_errors_are_json_with_a_sentence_and_a_hint(
    api: httpx.Client, method: str, path: str, content: dict[str, Any] | None, status: int, code: str
) -> None:
    answer = api.request(method, path, json=content)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["code"] == code
    assert error["message"]
    assert path.startswith("/v1") or error["hint"]


def test_broken_json_and_its_text_are_not_given_back(api: httpx.Client) -> None:
    answer = api.post("/api/ask", content=b'{"question": "bi mat', headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "bi mat" not in answer.text


def test_a_body_without_a_length_is_counted(api: httpx.Client) -> None:
    def pieces() -> Iterator[bytes]:
        yield b'{"question": "'
        for _ in range(40):
            yield b"x" * 50_000

    answer = api.post("/api/ask", content=pieces(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_a_lone_surrogate_is_a_bad_request_or_an_answer(api: httpx.Client) -> None:
    answer = api.post("/api/ask", content=b'{"question": "h\\ud800"}', headers={"Content-Type": "application/json"})
    assert answer.status_code in {200, 422}


def test_the_documentation_needs_no_other_host(api: httpx.Client) -> None:
    page = api.get("/api/docs").text
    assert "/v1/chat/completions" in page
    assert "<script" not in page.replace('<script src="/giao-dien/viewer.js">', "")
    assert api.get("/giao-dien/api.css").status_code == 200
    assert "https://" not in page
    schema = api.get("/api/openapi.json").json()
    assert {"/api/search", "/api/ask", "/api/documents", "/v1/models", "/v1/chat/completions"} <= set(schema["paths"])
    assert not any(path.startswith(("/nguon", "/tep", "/the")) for path in schema["paths"])
    assert api.get("/api").status_code == 307
