"""/api/check over a real server: text and file, as events, kept with decisions."""

import json

import httpx

DRAFT = "Năm 2021, Hội LHPN huyện Suối Hoa giúp 251 hộ nghèo phát triển kinh tế."


def test_a_text_is_checked_and_kept_with_decisions(api: httpx.Client) -> None:
    body = api.post("/api/check", json={"text": DRAFT}).json()
    (claim,) = body["checks"]
    assert (claim["verdict"], claim["differences"][0]["source"]) == ("differs", "215")
    check_id = body["summary"]["check_id"]
    assert api.put(f"/api/check/{check_id}/1", json={"decision": "fix"}).json()["decision"] == "fix"
    kept = api.get(f"/api/check/{check_id}").json()
    assert (kept["checks"][0]["decision"], kept["text"]) == ("fix", DRAFT)


def test_a_file_is_checked_and_does_not_come_into_the_store(api: httpx.Client) -> None:
    before = api.get("/api/documents").json()
    files = {"draft": ("nhap.txt", DRAFT.encode("utf-8"), "text/plain")}
    body = api.post("/api/check/file", files=files, headers={"X-Requested-With": "test"}).json()
    assert [one["verdict"] for one in body["checks"]] == ["differs"]
    assert api.get("/api/documents").json() == before


def test_streamed_checks_come_one_by_one(api: httpx.Client) -> None:
    text = api.post("/api/check", json={"text": f"Kính gửi: các chi hội;\n\n{DRAFT}", "stream": True}).text
    names = [line.removeprefix("event: ") for line in text.splitlines() if line.startswith("event: ")]
    data = [json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data: ")]
    assert names == ["started", "claim", "claim", "summary"]
    assert data[0]["claims"] == 2
    assert data[-1]["summary"]["differs"] == 1


def test_wrong_requests_get_a_sentence(api: httpx.Client) -> None:
    assert api.post("/api/check", json={"text": " "}).status_code == 422
    missing = api.get("/api/check/khong-co")
    assert missing.status_code == 404
    assert missing.json()["error"]["code"] == "unknown_check"
