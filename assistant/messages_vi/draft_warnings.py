"""Warnings of a report for a reader: one sentence for what is true of several sections."""

from collections.abc import Sequence

from assistant.messages_vi.notes import SECTIONS_JOINT
from assistant.messages_vi.sentences import warning_text
from assistant.model import AnswerWarning, WarningCode


def draft_warning_texts(warnings: Sequence[AnswerWarning]) -> list[str]:
    """The sentences, each once, in order; counts are added up, sections with the same problem named together."""
    told = [warning_text(one) for one in warnings if one.code not in _TOGETHER]
    removed = [one for one in warnings if one.code is WarningCode.UNSUPPORTED_SENTENCES]
    if removed:
        count = sum(int(one.details.get("count", 0)) for one in removed)
        told.append(warning_text(AnswerWarning(WarningCode.UNSUPPORTED_SENTENCES, {"count": count})))
    fallen: dict[str, list[AnswerWarning]] = {}
    for one in warnings:
        if one.code is WarningCode.SECTION_FALLBACK:
            fallen.setdefault(str(one.details.get("problem", "")), []).append(one)
    told += [_fallen(same) for same in fallen.values()]
    return list(dict.fromkeys(told))


_TOGETHER = frozenset({WarningCode.UNSUPPORTED_SENTENCES, WarningCode.SECTION_FALLBACK})


def _fallen(same: Sequence[AnswerWarning]) -> str:
    names = SECTIONS_JOINT.join(dict.fromkeys(str(one.details.get("section", "")) for one in same))
    return warning_text(AnswerWarning(same[0].code, {**same[0].details, "section": names}))
