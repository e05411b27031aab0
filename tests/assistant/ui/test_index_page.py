import json
import re
from importlib import resources

import pytest

from assistant.ui.index_page import adapt_index, head_html, script_json


@pytest.fixture
def gradio_index() -> str:
    path = resources.files("gradio") / "templates" / "frontend" / "index.html"
    return path.read_text(encoding="utf-8")


def test_gradios_page_becomes_vietnamese_and_names_no_other_host(gradio_index: str) -> None:
    html = adapt_index(gradio_index, "<title>Trợ lý</title>")
    assert re.search(r'<html\s+lang="vi"', html)
    assert "raw.githubusercontent.com" not in html
    assert "twitter:" not in html
    assert html.index("<title>Trợ lý</title>") < html.index("<meta")


def test_a_page_of_another_shape_is_left_alone() -> None:
    assert adapt_index("xin chào", "<title></title>") == "xin chào"


def test_head_carries_words_and_only_own_addresses() -> None:
    head = head_html()
    assert "<title>Trợ lý Hội</title>" in head
    assert all(address.startswith("/") for address in re.findall(r'(?:src|href)="([^"]*)"', head))
    words = json.loads(re.search(r"trolyWords = (\{.*?\});</script>", head, re.DOTALL)[1])  # type: ignore[index]
    assert words["gradio"]["Drop File Here"] == "Kéo thả tệp vào đây"
    for pattern in words["patterns"]:
        re.compile(pattern)


def test_json_cannot_end_its_script() -> None:
    value = {"a": "</script><script>alert(1)</script>\u2028"}
    assert "</" not in script_json(value)
    assert json.loads(script_json(value)) == value
