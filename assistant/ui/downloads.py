"""How a file that is taken away is named."""

import re
from urllib.parse import quote

from assistant.ui_texts_vi import page as texts
from ingest.text.folding import fold

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_NAME_CHARS = 60


def disposition(title: str, kind: str) -> str:
    """A Content-Disposition with a name made of the title, and an ASCII one for programs that know no other."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_NAME_CHARS].strip(". ") or texts.TITLE
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "tro-ly-hoi"
    encoded = quote(f"{name}.{kind}", safe="")
    return f"attachment; filename=\"{plain}.{kind}\"; filename*=UTF-8''{encoded}"
