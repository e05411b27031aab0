"""Which warnings of a draft are about how its sections were written; they go when the section is written anew."""

from collections.abc import Sequence

from assistant.model import AnswerWarning, WarningCode

OF_WRITING = frozenset({WarningCode.SECTION_FALLBACK, WarningCode.UNSUPPORTED_SENTENCES})
"""The others are about the facts."""


def about_facts(warnings: Sequence[AnswerWarning]) -> tuple[AnswerWarning, ...]:
    """Those that stay when the whole draft is written anew."""
    return tuple(one for one in warnings if one.code not in OF_WRITING)


def about_writing(warnings: Sequence[AnswerWarning]) -> tuple[AnswerWarning, ...]:
    """Those that stay when the facts are gathered anew."""
    return tuple(one for one in warnings if one.code in OF_WRITING)


def without_section(warnings: Sequence[AnswerWarning], section: str) -> tuple[AnswerWarning, ...]:
    """Those that stay when the section of that name is written anew."""
    return tuple(one for one in warnings if one.code not in OF_WRITING or one.details.get("section") != section)
