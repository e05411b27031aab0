"""Gradio's index page made ours: Vietnamese, without its adverts, with our style before the first paint."""

import hashlib
import json
import re
from importlib import resources

from assistant.ui import draft_texts_vi as draft_texts
from assistant.ui.addresses import STATIC_PATH
from assistant.ui_texts_vi import gradio as texts
from assistant.ui_texts_vi import page as page_texts

_ADVERT = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*?/?>\s*')
_HTML_TAG = re.compile(r'(<html\s+[^>]*?lang=)"[^"]*"')
_STAMPED = (
    "app.css",
    "app.js",
    "viewer.css",
    "viewer.js",
    "asking.js",
    "early.js",
    "conversations.js",
    "drafting.css",
    "drafting.js",
    "checking.css",
    "checking.js",
    "uploads.js",
)


def adapt_index(html: str, head: str) -> str:
    """The page in Vietnamese, with ``head`` at the start of its head; what is not found is left as it is."""
    html = _HTML_TAG.sub(r'\1"vi"', html, count=1)
    before, middle, after = html.partition("<script>window.gradio_config")
    before = _ADVERT.sub("", before)
    return before.replace("<head>", f"<head>{head}", 1) + middle + after


def head_html() -> str:
    """Our title, texts, style and script."""
    draft = {"tab": draft_texts.TAB, **draft_texts.BROWSER}
    words = {
        "draft": draft,
        "texts": page_texts.BROWSER_TEXTS,
        "gradio": texts.GRADIO_TEXTS,
        "patterns": texts.GRADIO_PATTERNS,
    }
    stamp = _stamp()
    return (
        f'<title>{page_texts.TITLE}</title><meta name="google" content="notranslate">'
        '<meta name="color-scheme" content="light">'
        f'<link rel="icon" type="image/png" href="{STATIC_PATH}/favicon.png">'
        f"<script>window.trolyWords = {script_json(words)};</script>"
        f'<script src="{STATIC_PATH}/app.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/viewer.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/asking.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/early.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/conversations.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/drafting.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/checking.js?{stamp}"></script>'
        f'<script src="{STATIC_PATH}/uploads.js?{stamp}"></script>'
        f'<link rel="stylesheet" href="{STATIC_PATH}/app.css?{stamp}">'
        f'<link rel="stylesheet" href="{STATIC_PATH}/checking.css?{stamp}">'
        f'<link rel="stylesheet" href="{STATIC_PATH}/viewer.css?{stamp}">'
        f'<link rel="stylesheet" href="{STATIC_PATH}/drafting.css?{stamp}">'
    )


def script_json(value: object) -> str:
    """JSON that is safe inside a script element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _stamp() -> str:
    folder = resources.files("assistant.ui") / "static"
    content = b"".join((folder / name).read_bytes() for name in _STAMPED)
    return hashlib.sha256(content).hexdigest()[:10]
