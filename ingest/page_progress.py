"""How far the reading of a file is: readers say so after every page, whoever watches the file listens.

A context variable carries the listener, because a page is read deep inside a reader whose callers have no use for it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

from ingest.errors import TooManyPagesError

PageListener: TypeAlias = Callable[[int, int], None]
"""Pages read so far and pages of the document; ``(0, total)`` before the first."""

_listener: ContextVar[PageListener | None] = ContextVar("page_listener", default=None)


def pages_read(done: int, total: int) -> None:
    """Called by readers: before the first page and after every one, and now and then inside a long one.

    :raises TooManyPagesError: whoever listens allows fewer pages.
    """
    listener = _listener.get()
    if listener is not None:
        listener(done, total)


@contextmanager
def listening(listener: PageListener, *, max_pages: int) -> Iterator[None]:
    """Everything read inside the block reports to ``listener``; a document of more pages is refused."""

    def heard(done: int, total: int) -> None:
        if total > max_pages:
            raise TooManyPagesError(pages=total, limit=max_pages)
        listener(done, total)

    token = _listener.set(heard)
    try:
        yield
    finally:
        _listener.reset(token)
