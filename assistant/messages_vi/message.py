"""A sentence about what happened, with blanks, and what to do next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, and what to do next."""

    what: str
    next: str = ""

    def filled(self, details: dict[str, object]) -> "Message":
        """Fill the blanks from ``details``; a blank without a value stays readable as "?"."""
        values = Blanks(details)
        return Message(self.what.format_map(values), self.next.format_map(values))

    def __str__(self) -> str:
        return f"{self.what} {self.next}".strip()


class Blanks(dict[str, object]):
    """Values of blanks; one that was not given reads "?"."""

    def __missing__(self, key: str) -> str:
        return "?"
