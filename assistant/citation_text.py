"""A citation as one line of plain text, the form used when an answer is copied."""

from assistant.messages_vi import CLI_TEXT, FLAG_LABELS
from assistant.model import Citation


def reference_line(citation: Citation) -> str:
    """Number, title, unit, date, page and quote, leaving out what the document does not say."""
    parts = [
        citation.title or citation.source,
        citation.unit,
        vietnamese_date(citation.date),
        CLI_TEXT["page_short"].format(page=citation.page),
    ]
    flags = "".join(f" ({FLAG_LABELS[flag]})" for flag in sorted(citation.flags))
    return f"[{citation.n}] {', '.join(part for part in parts if part)}{flags}: “{citation.quote}”"


def vietnamese_date(iso: str | None) -> str | None:
    """ISO 2021-11-29 as 29/11/2021; anything else as it is."""
    parts = (iso or "").split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else iso  # noqa: PLR2004  year, month, day
