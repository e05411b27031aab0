import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse
from fastapi.testclient import TestClient

from assistant.ui.guard import LOCAL_HOSTS, Guard, refusal

OWN = "127.0.0.1:7860"


@pytest.mark.parametrize("host", [OWN, "localhost:7860", "[::1]:7860", "localhost"])
def test_local_names_are_answered(host: str) -> None:
    assert refusal("GET", host, None, LOCAL_HOSTS) == ""


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:7860", "", "[::2]:7860", "localhost.evil"])
def test_foreign_names_are_refused(host: str) -> None:
    assert refusal("GET", host, None, LOCAL_HOSTS) != ""


def test_any_name_is_answered_where_that_is_wanted() -> None:
    assert refusal("GET", "tro-ly.hoi.local", None, None) == ""


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:7860"])
def test_changes_asked_for_by_another_site_are_refused(origin: str) -> None:
    assert refusal("POST", OWN, origin, LOCAL_HOSTS) != ""


def test_changes_from_our_own_page_or_a_program_pass() -> None:
    assert refusal("POST", OWN, "http://" + OWN, LOCAL_HOSTS) == ""
    assert refusal("POST", OWN, None, LOCAL_HOSTS) == ""


def test_reading_by_link_from_another_site_passes() -> None:
    assert refusal("GET", OWN, "https://evil.example", LOCAL_HOSTS) == ""


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()

    @app.get("/")
    def index() -> HTMLResponse:
        return HTMLResponse('<!doctype html><html lang="en"><head></head><body>Chào</body></html>')

    @app.get("/khac")
    def other() -> PlainTextResponse:
        return PlainTextResponse("khác", headers={"Content-Security-Policy": "sandbox"})

    app.add_middleware(Guard, allowed_hosts=LOCAL_HOSTS, head="<title>Trợ lý</title>")
    return TestClient(app, base_url="http://127.0.0.1:7860")


def test_index_is_made_ours_and_its_length_is_right(client: TestClient) -> None:
    answer = client.get("/", headers={"accept-encoding": "gzip"})
    assert '<html lang="vi"><head><title>Trợ lý</title></head>' in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_stricter_policy_is_kept(client: TestClient) -> None:
    assert client.get("/khac").headers["content-security-policy"] == "sandbox"


def test_foreign_host_gets_a_vietnamese_refusal(client: TestClient) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 403
    assert "127.0.0.1" in answer.text
