"""Cuts text into words, figures and the signs that count."""

import re
from dataclasses import dataclass

from assistant.grounding.word_keys import exact_key, loose_key

# a figure ends where no digit goes on; possessive groups would say so shorter, but Python 3.11.2 loses their text
_LEXEME = re.compile(
    r"(?P<spaced>(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d))"
    r"|(?P<figure>\d+(?:[.,]\d+)*)(?![.,]?\d)(?![^\W\d_])"
    r"|(?P<glued>\d+(?:[.,]\d+)*)(?![.,]?\d)(?=(?:km2|km|kg|cm|mm|m2|m3|ha|tr|tỷ|triệu|đ|m|g|h|gb|tb|mb|mah|mp|usd|vnđ|vnd)(?!\w))"
    r"|(?P<name>[^\W\d_]+['’][a-z]{1,2}(?!\w))|(?P<word>[^\W_]+)|(?P<sign>[%‰])|(?P<stop>[.!?…;:()\[\]\"“”«»\n])|(?P<comma>,)",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, figure or sign at [start, end); ``clause`` counts the stops before it, ``phrase`` the commas too."""

    text: str
    exact: str
    loose: str
    start: int
    end: int
    clause: int
    phrase: int

    @property
    def is_figure(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal() and not any(char.isalpha() for char in self.text)


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of NFC ``text``, in order."""
    return scan(text, 0, len(text), 0, 0)[0]


def scan(text: str, start: int, end: int, clause: int, phrase: int) -> tuple[list[Lexeme], int, int]:
    """The lexemes of a stretch, and the counts of clauses and phrases at its end."""
    found: list[Lexeme] = []
    for match in _LEXEME.finditer(text, start, end):
        if match.lastgroup in {"stop", "comma"}:
            clause += match.lastgroup == "stop"
            phrase += 1
            continue
        written = match.group()
        bare = written if match.lastgroup != "name" else _APOSTROPHE.sub("", written)
        found.append(Lexeme(written, exact_key(bare), loose_key(bare), *match.span(), clause, phrase))
    return found, clause, phrase
