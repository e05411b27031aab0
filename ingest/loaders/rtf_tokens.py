"""RTF to a stream of control words, groups and text. Source: RTF specification 1.9.1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One of: a control word with its number, a brace, a control symbol, or literal bytes as Latin-1."""

    word: str = ""
    number: int | None = None
    brace: str = ""
    text: str = ""
    literal: bool = False
    """The text is a byte written as code, not as itself."""


_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\"}
_BREAKS = {"\n": "par", "\r": "par", "\t": "tab", "*": "*"}


def tokens(source: str) -> Iterator[Token]:
    """Tokens of RTF text decoded as Latin-1; binary data is passed over."""
    at = 0
    while match := _TOKEN.match(source, at):
        at = match.end()
        if match["text"] is not None:
            yield Token(text=match["text"])
        elif match["hex"] is not None:
            yield Token(text=chr(int(match["hex"], 16)), literal=True)
        elif match["brace"] is not None:
            yield Token(brace=match["brace"])
        elif match["word"] is not None:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                at += max(number or 0, 0)
                continue
            yield Token(word=match["word"], number=number)
        elif match["symbol"] is not None:
            symbol = match["symbol"]
            yield Token(word=_BREAKS[symbol]) if symbol in _BREAKS else Token(text=_SYMBOLS.get(symbol, ""))
