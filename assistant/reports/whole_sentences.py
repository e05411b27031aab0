"""Whether what a language model wrote is a whole sentence, not a heading or one that breaks off."""

from collections.abc import Sequence

from vectorstore.terms import syllables

_ENDS = ".!?;…"
_QUOTES = "”\"'’)»"


def is_whole(words: str, sources: Sequence[str]) -> bool:
    """Ended by a stop, or telling a figure without being the mere beginning of a source's sentence.

    A heading has neither stop nor figure; a sentence that breaks off repeats a source's words and ends among them.
    """
    if words.rstrip(_QUOTES + " ").endswith(tuple(_ENDS)):
        return True
    told = syllables(words)
    begins = told[:-1]  # the last word may be half a word
    broken = any(_begins(source, begins) and len(source) > len(told) for source in map(syllables, sources))
    return any(char.isdigit() for char in words) and not broken


def _begins(source: Sequence[str], begins: Sequence[str]) -> bool:
    return list(source[: len(begins)]) == list(begins)
