"""A message as a document: its subject is the title, its text the page."""

from dataclasses import replace

from ingest.documents import BlockKind, Metadata, RawPage, RawSpan
from ingest.loaders.extracted import Extracted
from ingest.text.encoding import Decoded, mended

_GAP = "\n\n"


def letter(*, subject: str, author: str | None, day: str | None, body: Extracted | None) -> Extracted:
    """One page of subject and body; ``day`` is the ISO day it was sent."""
    title = " ".join(mended(Decoded(subject, "utf-8")).text.split())
    body = body or Extracted(())
    written = body.pages[0] if body.pages else RawPage(1, "")
    start = len(title) + len(_GAP) if title else 0
    text = _GAP.join(part for part in (title, written.text) if part)
    heading = (RawSpan(0, len(title), BlockKind.TITLE),) if title else ()
    shifted = tuple(replace(span, start=span.start + start, end=span.end + start) for span in written.spans)
    page = RawPage(1, text, (*heading, *shifted))
    return replace(body, pages=(page,), declared=Metadata(title=title or None, author=author, date=day))
