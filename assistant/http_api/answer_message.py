"""An answer as the text of one chat message, and the text of past messages read back."""

import re

from assistant.citation_text import reference_line
from assistant.messages_vi.conversations import CHAT_MESSAGE
from assistant.messages_vi.names import CITED
from assistant.messages_vi.sentences import warning_text
from assistant.model import Answer

_DOUBT, _SOURCES, _NEAREST = (CHAT_MESSAGE[name] for name in ("doubt", "sources", "nearest"))
_TAIL = re.compile(rf"\n\n(?:{re.escape(_SOURCES)}\n|{re.escape(_NEAREST)}\n|{re.escape(_DOUBT.partition('{')[0])})")
_REFERENCE = re.compile(r"^\[\d{1,3}\] (?P<reference>.+)", re.MULTILINE)
_QUOTE = re.compile(r": “.*$")
_NUMBERED = re.compile(
    rf"^(?P<name>.+? {re.escape(CITED['numbered'].split()[1])} \S+?)(?: {CITED['dated'].split()[0]}|,)"
)
_PLACE = re.compile(r"(?:, \d{1,2}/\d{1,2}/\d{4})?, tr\. \d+(?: \([^)]*\))*$")


def tail(answer: Answer) -> str:
    """What follows the answer's own text: what to mind, and a line for each place it cites."""
    blocks = ["\n".join(_DOUBT.format(warning=warning_text(one)) for one in answer.warnings)]
    if answer.citations:
        blocks.append("\n".join([_SOURCES, *map(reference_line, answer.citations)]))
    elif answer.nearest:
        blocks.append("\n".join([_NEAREST, *(f"- {reference_line(one).partition('] ')[2]}" for one in answer.nearest)]))
    return "".join(f"\n\n{block}" for block in blocks if block)


def message_of(answer: Answer) -> str:
    """The whole message."""
    return answer.text + tail(answer)


def read_message(text: str) -> tuple[str, tuple[str, ...]]:
    """The answer's own text, and the names of the documents it cites as far as its references tell them."""
    end = _TAIL.search(text)
    if end is None:
        return text.strip(), ()
    _, _, references = text[end.start() :].partition(f"\n\n{_SOURCES}\n")
    names = (_name(match["reference"]) for match in _REFERENCE.finditer(references))
    return text[: end.start()].strip(), tuple(dict.fromkeys(names))


def _name(reference: str) -> str:
    """Type and number; without a number the title, with the unit where one stands behind it."""
    bare = _QUOTE.sub("", reference, count=1)
    numbered = _NUMBERED.match(bare)
    return numbered["name"] if numbered else _PLACE.sub("", bare)
