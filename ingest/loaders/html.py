"""HTML: what a reader of the page sees, in order, with headings, lists, tables and captions marked."""

import codecs
import html
import re

from bs4 import BeautifulSoup
from bs4.element import Comment, Tag

from ingest.documents import Metadata
from ingest.loaders.declared import confirmed_title, iso_day
from ingest.loaders.extracted import Extracted, PageBuilder
from ingest.loaders.html_blocks import HtmlBlocks
from ingest.text.encoding import Decoded, decode, mended
from ingest.text.legacy import EIGHT_BIT_ENCODINGS, convert

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#(?:1[6-9]\d|2[0-4]\d|25[0-5])|(?!nbsp|lt|gt|amp|quot|apos)[A-Za-z]{2,6}(?:[1-4]{1,2})?);")
"""Of letters between U+00A1 and U+00FF, and by name of some more; not those of mark-up."""
_CHARSET_WINDOW = 4096
_XML_PROLOG = re.compile(r"\s*<\?xml[^>]*>")
_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(https?://\S+)\s*")
_DATE_FIELDS = (
    ("property", "article:published_time"),
    ("itemprop", "datePublished"),
    ("name", "pubdate"),
    ("name", "publishdate"),
    ("name", "dc.date.issued"),
    ("name", "dc.date"),
    ("name", "date"),
)


def read_html(data: bytes) -> Extracted:
    """One page of visible text; scripts, menus, hidden parts and comments are left out.

    :raises NotTextError: If the bytes are not text.
    """
    decoded = _decode(data)
    # the line end keeps BeautifulSoup from taking one bare word for a file name and warning about it
    soup = BeautifulSoup(_XML_PROLOG.sub("", decoded.text, count=1) + "\n", "lxml")
    saved_from = _saved_from(soup)
    title_candidates = _title_candidates(soup)
    url = _url(soup) or saved_from
    day = _date(soup)
    page = PageBuilder()
    HtmlBlocks(page).walk(soup.body or soup)
    built = page.build()
    lines = built.text.split("\n")
    title = next((title for text in title_candidates if (title := confirmed_title(text, lines))), None)
    declared = Metadata(title=title, date=day, url=url)
    return Extracted((built,), declared, decoded.encoding, decoded.confidence)


def _decode(data: bytes) -> Decoded:
    """By byte order mark and content first; what the page declares is only believed where it decodes."""
    match = None if data.startswith(codecs.BOM_UTF8) else _CHARSET.search(data[:_CHARSET_WINDOW])
    declared = match.group(1).decode("ascii").lower() if match else ""
    if declared in {"windows-1258", "cp1258", "x-cp1258"}:
        try:
            return _with_letters(mended(Decoded(data.decode("cp1258"), "cp1258")))
        except UnicodeDecodeError:
            pass
    return _with_letters(decode(data))


def _with_letters(decoded: Decoded) -> Decoded:
    """Old editors wrote the letters of old encodings as entities: judged like the letters they are shown as."""
    if not _ENTITY.search(decoded.text):
        return decoded
    if decoded.encoding in EIGHT_BIT_ENCODINGS:
        found = _ENTITY.sub(lambda match: convert(html.unescape(match.group()), decoded.encoding), decoded.text)
        return Decoded(found, decoded.encoding, decoded.confidence)
    shown = _ENTITY.sub(lambda match: html.unescape(match.group()), decoded.text)
    return mended(Decoded(shown, decoded.encoding, decoded.confidence))


def _title_candidates(soup: BeautifulSoup) -> list[str]:
    candidates = [_meta(soup, "property", "og:title")]
    if soup.title is not None:
        candidates.append(soup.title.get_text())
    return [text for text in candidates if text]


def _date(soup: BeautifulSoup) -> str | None:
    for name, wanted in _DATE_FIELDS:
        if day := iso_day(_meta(soup, name, wanted)):
            return day
    for stamp in soup.find_all("time"):
        published = stamp.has_attr("pubdate") or stamp.get("itemprop") == "datePublished"
        if published and (day := iso_day(_attribute(stamp, "datetime"))):
            return day
    return None


def _url(soup: BeautifulSoup) -> str | None:
    canonical = (soup.head or soup).find("link", rel="canonical")
    found = _attribute(canonical, "href") or _meta(soup, "property", "og:url")
    return found if found and found.startswith(("http://", "https://")) else None


def _saved_from(soup: BeautifulSoup) -> str | None:
    """Browsers note the address in a comment when a page is saved."""
    for node in list(soup.children)[:5] + list(soup.html.children if soup.html else [])[:5]:
        if isinstance(node, Comment) and (match := _SAVED_FROM.fullmatch(node)):
            return match.group(1)
    return None


def _meta(soup: BeautifulSoup, name: str, wanted: str) -> str | None:
    pattern = re.compile(f"^{re.escape(wanted)}$", re.IGNORECASE)
    return _attribute((soup.head or soup).find("meta", attrs={name: pattern}), "content")


def _attribute(tag: object, name: str) -> str | None:
    value = tag.get(name) if isinstance(tag, Tag) else None
    return value.strip() if isinstance(value, str) else None
