"""Pages of other sites are kept out, programs of this machine are not."""

import httpx
import pytest

from assistant.http_api.api_route import may_ask

JSON = "application/json"


@pytest.mark.parametrize("kind", [JSON, "application/json; charset=utf-8"])
def test_a_program_may_send_json(kind: str) -> None:
    assert may_ask("POST", {"content-type": kind})


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]
)
def test_what_a_foreign_form_can_send_needs_a_header_it_cannot(kind: str) -> None:
    assert not may_ask("POST", {"content-type": kind})
    assert may_ask("POST", {"content-type": kind, "x-requested-with": "curl"})


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_the_browser_calls_another_site_is_refused(site: str) -> None:
    assert not may_ask("POST", {"content-type": JSON, "sec-fetch-site": site})
    assert not may_ask("GET", {"sec-fetch-site": site, "sec-fetch-mode": "no-cors"})
    assert may_ask("GET", {"sec-fetch-site": site, "sec-fetch-mode": "navigate"})
    assert not may_ask("POST", {"content-type": JSON, "sec-fetch-site": site, "sec-fetch-mode": "navigate"})


def test_our_own_page_may() -> None:
    own = {"origin": "http://127.0.0.1:7860", "sec-fetch-site": "same-origin", "content-type": "text/plain"}
    assert may_ask("POST", own)


@pytest.mark.parametrize("path", ["/api/ask", "/v1/chat/completions"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Content-Type": JSON},
        {"Origin": "null", "Content-Type": JSON},
        {"Content-Type": "text/plain"},
        {"Host": "evil.example", "Content-Type": JSON},
    ],
)
def test_foreign_pages_get_an_error_and_no_permission(api: httpx.Client, path: str, headers: dict[str, str]) -> None:
    answer = api.post(path, content=b'{"question": "x"}', headers=headers)
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "foreign_request"
    assert "access-control-allow-origin" not in answer.headers


def test_a_browser_that_asks_for_permission_gets_none(api: httpx.Client) -> None:
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = api.request("OPTIONS", "/api/ask", headers=headers)
    assert answer.status_code >= 400
    assert "access-control-allow-origin" not in answer.headers
