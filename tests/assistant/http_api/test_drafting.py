"""A report asked for by a program."""

import io

import docx
import httpx
import pytest

from tests.assistant.http_api.test_api import events

ASKED = {"template": "tong-ket-nam", "unit": "Hội LHPN huyện Suối Hoa", "period": "năm 2021"}


def test_a_report_comes_as_facts_and_as_a_file_that_is_kept(api: httpx.Client) -> None:
    answer = api.post("/api/draft", json=ASKED)
    assert answer.status_code == 200
    made = answer.json()
    assert (made["template"], made["period"], made["mode"]) == ("tong-ket-nam", "2021", "extractive")
    (fact,) = [one for one in made["facts"] if one["value"] == "215"]
    place = fact["citation"]
    pages = api.get(f"/api/documents/{place['document_id']}/text").json()["pages"]
    text = next(page["text"] for page in pages if page["page"] == place["page"])
    assert "215" in text[place["char_start"] : place["char_end"]]
    assert made["missing"]
    written = docx.Document(io.BytesIO(api.get(made["output"]).content))
    assert any("215 hộ nghèo" in paragraph.text for paragraph in written.paragraphs)
    assert api.get(made["facts_file"]).status_code == 200
    assert made["draft_id"] in made["screen"]
    shown = api.get(f"/soan-bao-cao/{made['draft_id']}")
    assert "215 hộ nghèo" in shown.text
    assert "tl-paper" in shown.text


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"template": "khong-co"}, "unknown_template"),
        ({"period": "hôm nào đó"}, "bad_period"),
        ({"profile": "KHONG"}, "unknown_profile"),
        ({"unit": ""}, "bad_request"),
        ({"evil": "x"}, "bad_request"),
    ],
)
def test_what_cannot_be_drafted_is_said(api: httpx.Client, other: dict[str, str], code: str) -> None:
    answer = api.post("/api/draft", json={**ASKED, **other})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_an_unknown_unit_gives_a_skeleton_and_says_what_is_near(api: httpx.Client) -> None:
    made = api.post("/api/draft", json={**ASKED, "unit": "Hội LHPN xã Kim Thượng"}).json()
    assert made["facts"] == []
    assert any("gần giống trong kho" in warning["message"] for warning in made["warnings"])
    assert {one["id"] for one in api.get("/api/draft/templates").json()["templates"]} >= {
        "tong-ket-nam",
        "so-ket-6-thang",
    }


def test_a_streamed_report_tells_every_step_and_ends_with_the_whole(api: httpx.Client) -> None:
    whole = api.post("/api/draft", json=ASKED).json()
    answer = api.post("/api/draft", json={**ASKED, "stream": True})
    assert answer.headers["content-type"].startswith("text/event-stream")
    *told, (last, made) = events(answer)
    assert {name for name, _ in told} == {"progress"}
    works = [data["work"] for _, data in told]
    assert list(dict.fromkeys(works)) == ["reading", "placing", "writing"]
    for work in ("reading", "placing", "writing"):
        own = [data for _, data in told if data["work"] == work]
        assert [data["done"] for data in own] == list(range(1, own[0]["total"] + 1))
    assert all(data["title"] and "{" not in data["title"] for _, data in told)
    assert last == "draft"
    own_values = ("draft_id", "output", "facts_file", "screen")
    assert {**made, **dict.fromkeys(own_values)} == {**whole, **dict.fromkeys(own_values)}
    assert api.get(made["output"]).status_code == 200


def test_a_request_that_cannot_be_drafted_is_refused_before_any_event(api: httpx.Client) -> None:
    answer = api.post("/api/draft", json={**ASKED, "period": "hôm nào đó", "stream": True})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "bad_period")


def test_the_events_are_documented(api: httpx.Client) -> None:
    fields = api.get("/api/openapi.json").json()["components"]["schemas"]["DraftRequest"]["properties"]
    assert fields["stream"]["default"] is False
    assert "<code>progress</code>" in api.get("/api/docs").text
