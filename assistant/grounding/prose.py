"""Takes the prose out of a model's stream: reasoning and program code never reach the answer."""

_OPENING = ("<think>", "<thinking>", "<thought>", "<reasoning>", "◁think▷")
_CLOSING = ("</think>", "</thinking>", "</thought>", "</reasoning>", "◁/think▷")
_PLAIN_FENCES = frozenset({"", "markdown", "md", "text", "txt", "plain", "plaintext", "vi", "vietnamese"})
"""Fences a model may wrap a whole answer in; what stands in any other fence is code."""
_FENCE = "```"


class ProseFilter:
    """Fed with pieces of text, gives back prose; how the text is cut into pieces makes no difference.

    Reasoning between think tags is dropped. A fence's own lines are dropped; what it holds is dropped too, unless
    the fence says it holds text.
    """

    def __init__(self) -> None:
        self._held = ""
        self._line = ""
        self._thinking = False
        self._fence: str | None = None
        """Info string of the open fence."""

    def feed(self, piece: str) -> tuple[bool, str]:
        """Whether all text given back so far is withdrawn (it was reasoning), and the prose after that."""
        withdrawn = False
        shown: list[str] = []
        for char in piece:
            restart, text = self._tag(char)
            if restart:
                withdrawn = True
                shown.clear()
            shown.extend(self._fenced(one) for one in text)
        return withdrawn, "".join(shown)

    def finish(self) -> str:
        """What was held back at the end of the stream."""
        text = "" if self._thinking else "".join(self._fenced(char) for char in self._held)
        self._held = ""
        rest = "" if self._line.lstrip().startswith(_FENCE) or self._in_code else self._pending_line()
        self._line = ""
        return text + rest

    @property
    def _in_code(self) -> bool:
        return self._fence is not None and self._fence not in _PLAIN_FENCES

    def _tag(self, char: str) -> tuple[bool, str]:
        """Pass characters on, except think tags and what they enclose."""
        self._held += char
        tag = self._held.lower()
        if tag in _OPENING:
            self._held, self._thinking = "", True
            return False, ""
        if tag in _CLOSING:
            restart = not self._thinking  # the opening tag was part of the server's template
            self._held, self._thinking = "", False
            if restart:
                self._line, self._fence = "", None
            return restart, ""
        if any(one.startswith(tag) for one in _OPENING + _CLOSING):
            return False, ""
        keep = char if len(self._held) > 1 and char in "<◁" else ""
        text, self._held = self._held[: len(self._held) - len(keep)], keep
        return False, "" if self._thinking else text

    def _fenced(self, char: str) -> str:
        """Hold a line back while it may be a fence; drop fences and code."""
        if char == "\n":
            return self._end_of_line()
        before = self._line
        self._line += char
        start = self._line.lstrip()
        if self._in_code or start[: len(_FENCE)] == _FENCE:
            return ""
        if _FENCE.startswith(start):
            return ""
        was_held = _FENCE.startswith(before.lstrip())
        return self._line if was_held else char

    def _end_of_line(self) -> str:
        line, self._line = self._line, ""
        start = line.strip()
        if start.startswith(_FENCE):
            closing = self._fence is not None and not start.strip("`")
            self._fence = None if closing else start.strip("`").strip().lower()
            return ""
        if self._in_code:
            return ""
        return (line if _FENCE.startswith(line.lstrip()) else "") + "\n"

    def _pending_line(self) -> str:
        return self._line if _FENCE.startswith(self._line.lstrip()) else ""
