"""The viewer's pages as they are served: pictures, boxes, notes, references, addresses that survive."""

import io
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from PIL import Image

from assistant.http_api.pages import picture_response, source_response
from assistant.services import Services, open_services
from assistant.settings import load_settings
from assistant.ui.source_panel import Place
from assistant.ui.source_view import read_request
from ingest.loaders.page_pictures import RESOLUTIONS
from tests.ingest.loaders.pdf_files import drawn, lines_down

FIRST = "Hoi LHPN xa Doi May trao 12 con bo giong cho ho ngheo trong quy 2."
SECOND = "Nam 2024 ca xa co 340 hoi vien va 7 chi hoi hoat dong deu."
COVERED = "So CCCD: 001190012345, ho ngheo cua xa Doi May."
HOSTILE = '"><script>alert(1)</script>'


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Services over a PDF of two pages, one with an identifier that is covered, and a text."""
    folder = tmp_path_factory.mktemp("nguon")
    (folder / "bao-cao.pdf").write_bytes(
        drawn([lines_down("Bao cao cua xa", FIRST), lines_down(SECOND, "Het bao cao.")])
    )
    (folder / "ho-so.pdf").write_bytes(drawn([lines_down("Ho so hoi vien", COVERED)]))
    (folder / "tin.txt").write_text("Tin\n\nHội trao 12 con bò giống cho hộ nghèo.\n", encoding="utf-8")
    with open_services(load_settings(folder / "data", environment={})) as opened:
        for _ in opened.ingest([folder / "bao-cao.pdf", folder / "ho-so.pdf", folder / "tin.txt"]):
            pass
        yield opened


def id_of(services: Services, source: str) -> str:
    return next(record.document_id for record in services.documents() if record.source == source)


@pytest.fixture
def document_id(services: Services) -> str:
    return id_of(services, "bao-cao.pdf")


def page_at(services: Services, address: str) -> str:
    """What is served at an address of the viewer."""
    parts = urlsplit(address)
    answer = source_response(services, parts.path.rpartition("/")[2], dict(parse_qsl(parts.query)), fragment=False)
    return bytes(answer.body).decode()


def address_of(services: Services, document_id: str, number: int, quote: str) -> str:
    text = next(page.text for page in services.pages(document_id) if page.number == number)
    start = text.index(quote)
    return f"/nguon/{document_id}?trang={number}&tu={start}&den={start + len(quote)}"


def test_a_page_is_a_picture_with_the_quote_boxed(services: Services, document_id: str) -> None:
    html = page_at(services, address_of(services, document_id, 2, SECOND))
    (box,) = re.findall(
        r'class="tl-box" data-first[^>]*left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%', html
    )
    left, top, width, height = (float(value) for value in box)
    assert left == pytest.approx(100 * 72 / 595.3, abs=0.3)
    assert 100 * (842 - 780 - 14) / 842 < top < 100 * (842 - 780) / 842
    assert 40 < width < 80
    assert 1 < height < 2.5
    assert f"/nguon/{document_id}/2.png?dpi=144" in html
    assert "Chép trích dẫn" in html


def test_pictures_are_png_of_the_asked_size_and_kept(services: Services, document_id: str) -> None:
    small, large = (picture_response(services, document_id, "1", str(dpi)) for dpi in RESOLUTIONS[:2])
    assert small.headers["content-type"] == "image/png"
    assert small.headers["cache-control"] == "private, max-age=3600"
    assert "script" not in small.headers["content-security-policy"]
    widths = [Image.open(io.BytesIO(bytes(answer.body))).width for answer in (small, large)]
    assert widths[1] == pytest.approx(1.5 * widths[0], abs=2)
    again = picture_response(services, document_id, "1", str(RESOLUTIONS[0]))
    assert again.body == small.body


@pytest.mark.parametrize(
    ("page", "dpi"), [("1", ""), ("1", "9999"), ("0", "96"), ("x", "96"), ("99", "96"), ("²", "96"), ("-1", "96")]
)
def test_no_other_picture_is_drawn(services: Services, document_id: str, page: str, dpi: str) -> None:
    assert picture_response(services, document_id, page, dpi).status_code == 404
    assert picture_response(services, "0011223344556677", "1", "96").status_code == 404


def test_text_documents_have_no_picture(services: Services) -> None:
    document_id = id_of(services, "tin.txt")
    assert picture_response(services, document_id, "1", "96").status_code == 404
    html = page_at(services, f"/nguon/{document_id}?trang=1&tu=0&den=3")
    assert "tl-sheet" not in html
    assert "<mark>" in html


def test_an_original_with_covered_identifiers_is_not_pictured(services: Services) -> None:
    document_id = id_of(services, "ho-so.pdf")
    assert services.is_restricted(document_id)
    assert picture_response(services, document_id, "1", "96").status_code == 403
    html = page_at(services, f"/nguon/{document_id}?trang=1")
    assert "tl-sheet" not in html
    assert "Không hiện ảnh trang" in html


def test_words_that_moved_are_marked_where_they_are_now(services: Services, document_id: str) -> None:
    html = page_at(services, f"/nguon/{document_id}?trang=1&tu=3&den=40&q=nam+2024+ca+xa+co+340")
    assert "nay nằm ở trang 2" in html
    assert "tl-box" in html
    lost = page_at(services, f"/nguon/{document_id}?trang=1&tu=3&den=40&q=khong+he+co")
    assert "Không tìm lại được câu đã trích" in lost
    assert "tl-box" not in lost


def test_the_link_to_paste_opens_the_same_words(services: Services, document_id: str) -> None:
    html = page_at(services, address_of(services, document_id, 1, FIRST))
    (link,) = re.findall(r'data-viewer="copy-link" data-text="([^"]+)"', html)
    again = page_at(services, link.replace("&amp;", "&"))
    assert "q=hoi+lhpn+xa+doi+may" in link
    assert again == html


def test_text_can_be_asked_for_instead(services: Services, document_id: str) -> None:
    html = page_at(services, address_of(services, document_id, 1, FIRST) + "&xem=chu&phong=200")
    assert re.search(r'data-view-part="picture"[^>]* hidden', html)
    assert not re.search(r'data-view-part="text"[^>]* hidden', html)
    assert 'data-zoom="200"' in html


def test_citations_of_an_answer_are_stepped_through(services: Services, document_id: str) -> None:
    listed = f"{document_id}.1.0.5,{document_id}.2.3.9,rác,{HOSTILE}"
    query = {"trang": "1", "tu": "0", "den": "5", "ds": listed}
    html = bytes(source_response(services, document_id, query, fragment=False).body).decode()
    assert "Trích dẫn 1/2 của câu trả lời" in html
    assert f"/nguon/{document_id}?trang=2&amp;tu=3&amp;den=9&amp;ds={document_id}.1.0.5,{document_id}.2.3.9" in html
    assert "<script>alert" not in html


@pytest.mark.parametrize("name", ["trang", "tu", "den", "q", "xem", "phong", "ds"])
def test_hostile_parameters_are_only_text(services: Services, document_id: str, name: str) -> None:
    query = {"trang": "1", "tu": "1", "den": "9", name: HOSTILE}
    answer = source_response(services, document_id, query, fragment=False)
    assert answer.status_code in {200, 400}
    assert b"<script>alert" not in bytes(answer.body)


def test_addresses_are_read_and_bounded() -> None:
    read = read_request("a", {"trang": "3", "tu": "1", "den": "9", "q": "x" * 9999, "phong": "7", "xem": "gì"})
    assert read.place == Place(3, 1, 9)
    assert len(read.key) < 1000
    assert (read.zoom, read.as_text) == (100, False)
    with pytest.raises(ValueError, match="number"):
        read_request("a", {"trang": "²"})


def test_the_page_of_its_own_loads_only_our_files(services: Services, document_id: str) -> None:
    html = page_at(services, f"/nguon/{document_id}")
    loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', html)
    assert any("viewer.js" in address for address in loaded)
    assert all(address.startswith(("/giao-dien/", "/nguon/", "/favicon")) for address in loaded)
