import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer_marks import held
from assistant.model import Answer, Citation, Mode
from assistant.ui.citation_html import answer_html, copy_text, places_html
from assistant.verdicts import SentenceCheck, Verdict
from ingest.documents import Flag

SAFE_TAGS = {"p", "ul", "ol", "li", "strong", "span", "a"}
SAFE_ATTRIBUTES = {"class", "href", "data-source", "data-n", "data-quote", "data-place", "aria-label", "aria-hidden"}


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> Elements:
    elements = Elements()
    elements.feed(html)
    elements.close()
    return elements


def citation(n: int = 1, **changes: object) -> Citation:
    values: dict[str, object] = {
        "n": n,
        "document_id": "00112233aabbccdd",
        "source": "bao-cao.txt",
        "title": "Báo cáo năm của xã Đồi Mây",
        "page": 2,
        "char_start": 10,
        "char_end": 31,
        "quote": "Hội giúp 12 hộ nghèo.",
        "date": "2024-07-15",
        "unit": "Hội LHPN xã Đồi Mây",
        "type": "Báo cáo",
    }
    return Citation(**{**values, **changes})  # type: ignore[arg-type]


def test_known_marker_links_to_its_exact_place() -> None:
    elements = parsed(answer_html("Hội giúp 12 hộ nghèo. [1]", [citation()]))
    assert elements.links == ["/nguon/00112233aabbccdd?trang=2&tu=10&den=31&q=hoi+giup+12+ho+ngheo"]
    assert "[1]" not in elements.text


def test_unknown_marker_stays_text_and_links_nowhere() -> None:
    elements = parsed(answer_html("Theo văn bản [7].", [citation()]))
    assert elements.links == []
    assert "[7]" in elements.text


def test_markers_lead_nowhere_while_the_answer_is_being_written() -> None:
    elements = parsed(answer_html("Theo văn bản [7].", ()))
    assert elements.links == []
    assert "7" in elements.text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '"><svg onload=alert(1)>',
        "![ảnh](https://example.org/a.png)",
        "[bấm](javascript:alert(1)) [1]",
        "**<b onclick=alert(1)>** [1]",
        "<a href='//example.org'>[1]</a>",
    ],
)
def test_hostile_text_becomes_no_element(hostile: str) -> None:
    elements = parsed(answer_html(hostile, [citation(quote=hostile, title=hostile, source=hostile)]))
    assert elements.tags <= SAFE_TAGS
    assert elements.attributes <= SAFE_ATTRIBUTES
    assert all(link.startswith("/nguon/") for link in elements.links)


@given(st.text(max_size=300), st.text(max_size=60))
def test_no_text_escapes_into_markup(text: str, quote: str) -> None:
    html = answer_html(text, [citation(quote=quote, title=quote, document_id=quote or "x")])
    elements = parsed(html + places_html([citation(quote=quote, title=quote)], numbered=True))
    assert elements.tags <= SAFE_TAGS
    assert elements.attributes <= SAFE_ATTRIBUTES
    assert all(link.startswith("/nguon/") for link in elements.links)


@given(st.lists(st.sampled_from(["Hội", "giúp 12", "đạt 71 %", "“5 không”", "A&B", "[1]"]), min_size=1, max_size=12))
def test_every_word_is_shown_once_in_order(words: list[str]) -> None:
    shown = parsed(answer_html(" ".join(words), [citation()])).text
    expected = "".join(words).replace("[1]", "1").replace(" ", "")
    assert "".join(shown.split()) == expected


def test_lists_become_lists_with_their_own_marks_and_close() -> None:
    html = answer_html("Kết quả:\n- 12 mái ấm [1]\n+ 3 lớp\n1. Việc một\na) Việc hai\n\nHết.", [citation()])
    assert html.count("<ul") == html.count("</ul>") == 1
    assert re.findall("<li>(.*?)[ <]", html) == ["-", "+", "1.", "a)"]
    assert html.endswith("<p>Hết.</p>")


@pytest.mark.parametrize("mark", ["1. ", "- ", "+ ", "a) ", "* ", "# ", "| ", "_", "~~", "`", "<", "$", "> ", "**"])
def test_signs_of_a_document_are_only_text(mark: str) -> None:
    text = f"{mark}giúp {mark}hai{mark} hộ{mark}"
    elements = parsed(answer_html(f"{text} [1]", [citation()]))
    assert elements.text == f"{text} 1"
    assert elements.tags <= {"p", "ul", "li", "span", "a"}


def test_a_number_in_brackets_of_the_document_is_no_citation() -> None:
    elements = parsed(answer_html(f"Theo {held('[1]')} thì có. [1]", [citation()]))
    assert len(elements.links) == 1
    assert elements.text == "Theo [1] thì có. 1"


def test_flags_and_date_are_worded_on_places() -> None:
    html = places_html([citation(flags=frozenset({Flag.GARBLED, Flag.SAMPLE}))], numbered=True)
    assert "hỏng chữ" in html
    assert "tài liệu mẫu" in html
    assert "15/07/2024" in html


def test_untitled_place_is_named_by_its_file() -> None:
    assert "bao-cao.txt" in places_html([citation(title=None)], numbered=False)


def test_copied_answer_carries_its_references() -> None:
    text = copy_text(Answer("?", "Hội giúp 12 hộ nghèo. [1]", False, Mode.EXTRACTIVE, citations=(citation(),)))
    answer, references = text.split("\n\n")
    assert answer == "Hội giúp 12 hộ nghèo. [1]"
    assert "[1] Báo cáo năm của xã Đồi Mây" in references
    assert "15/07/2024" in references
    assert "“Hội giúp 12 hộ nghèo.”" in references


def test_copied_text_keeps_marks_and_names_what_is_struck() -> None:
    text = "1. **Một** [1]\n2. ~~Hai~~ [1] ~~Sai.~~"
    check = SentenceCheck("Sai.", text.index("~~Sai"), len(text), (), Verdict.NOT_SUPPORTED, removed=True)
    copied = copy_text(Answer("?", text, False, Mode.MODEL, checks=(check,)))
    assert copied == "1. **Một** [1]\n2. ~~Hai~~ [1] [CHƯA CÓ CĂN CỨ: Sai.]"


def test_copied_text_is_never_escaped() -> None:
    answer = Answer("?", "A & B <1>", True, Mode.EXTRACTIVE)
    assert copy_text(answer) == unescape(copy_text(answer)) == "A & B <1>"
