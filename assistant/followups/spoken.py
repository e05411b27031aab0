"""Patterns for what people type, with accents or without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.query.tokens import has_accents
from ingest.text.folding import fold

_ASCII = 128


@dataclass(frozen=True, slots=True)
class Spoken:
    """A pattern in Vietnamese; a text typed without any accent is held against it without its accents."""

    accented: re.Pattern[str]
    bare: re.Pattern[str]

    def match(self, text: str) -> re.Match[str] | None:
        """At the start."""
        return self._for(text).match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Anywhere."""
        return self._for(text).search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """From end to end."""
        return self._for(text).fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place."""
        return self._for(text).finditer(text)

    def _for(self, text: str) -> re.Pattern[str]:
        return self.accented if has_accents(text) else self.bare


def spoken(pattern: str) -> Spoken:
    """Compile a pattern written with accents, in lower case; case never matters."""
    bare = "".join(fold(char) if ord(char) >= _ASCII else char for char in pattern)
    return Spoken(re.compile(pattern, re.IGNORECASE), re.compile(bare, re.IGNORECASE))
