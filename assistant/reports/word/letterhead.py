"""The head of a paper: two columns with state and issuer, number and date; then type and abstract."""

from collections.abc import Iterator, Sequence

from assistant.reports.model import ReportDraft
from assistant.reports.word.blocks import borderless_table, rule
from assistant.reports.word.elements import Element, element, paragraph, run, twips_of_mm, twips_of_pt
from assistant.reports.word.head_values import HeadValues, number_line
from assistant.reports.word.measuring import ROOM, balanced, width_pt
from assistant.reports.word.missing_marks import marked_runs
from assistant.reports.word.profile import HeadLine, Profile
from assistant.reports.word.styles import run_properties

_BREAK = "|"
_FITS = 0.99
"""Of the column: a line may take this much of it before it is broken."""
_ABOVE_TYPE_PT = 18
_BELOW_TITLE_PT = 12


def letterhead(values: HeadValues, draft: ReportDraft, profile: Profile) -> Element:
    """The table above the title."""
    right = round(twips_of_mm(profile.text_width_mm) * profile.letterhead.right_share)
    left = twips_of_mm(profile.text_width_mm) - right
    head = profile.letterhead
    number = head.letter_number if values.letter else head.number
    below = [_line(number, number_line(values, profile), before_pt=6)]
    if values.letter:
        below += _letter_abstract(draft, profile, left)
    date = _line(head.date, head.date.text.format_map(values.blanks()), before_pt=6)
    rows = [(list(_lines(head.left, values, left)), list(_lines(head.right, values, right))), (below, [date])]
    return borderless_table((left, right), rows)


def title(values: HeadValues, draft: ReportDraft, profile: Profile) -> Iterator[Element]:
    """Type and abstract in the middle, with a rule below; only room for a letter, whose abstract stands above."""
    if values.letter:
        yield _room()
        return
    style = profile.styles.type
    name = draft.type_name.upper() if style.upper else draft.type_name
    yield paragraph("DocType", [run(name)], element("w:spacing", {"before": twips_of_pt(_ABOVE_TYPE_PT), "after": 0}))
    if draft.title.strip():
        yield from _abstract(draft.title.strip(), profile)


def _abstract(text: str, profile: Profile) -> Iterator[Element]:
    style, room = profile.styles.abstract, twips_of_mm(profile.text_width_mm)
    lines = balanced(text, room / 20, style.size_pt, bold=style.bold)
    widest = max(width_pt(line, style.size_pt, bold=style.bold) for line in lines)
    indent = max(0, (room - twips_of_pt(widest * ROOM)) // 2) if len(lines) > 1 else 0
    yield paragraph("Abstract", marked_runs(text), element("w:ind", {"left": indent, "right": indent}))
    if style.rule:
        yield rule(style.rule * width_pt(lines[-1], style.size_pt, bold=style.bold), room)
    yield _room()


def _room() -> Element:
    """An empty line: a table cannot have space below it."""
    spacing: dict[str, str | int] = {"before": 0, "after": 0, "line": twips_of_pt(_BELOW_TITLE_PT), "lineRule": "exact"}
    return paragraph("Letterhead", (), element("w:spacing", spacing))


def _letter_abstract(draft: ReportDraft, profile: Profile, room: int) -> list[Element]:
    style = profile.styles.letter_abstract
    text = draft.title.strip()
    if not text:
        return []
    prefix = profile.letter_prefix
    shown = text if text.lower().startswith(prefix.strip().lower()) else prefix + text[0].lower() + text[1:]
    lines = balanced(shown, room * 0.92 / 20, style.size_pt)
    return [paragraph("LetterAbstract", marked_runs("\n".join(lines)))]


def _lines(lines: Sequence[HeadLine], values: HeadValues, room: int) -> Iterator[Element]:
    for line in lines:
        text = line.text.format_map(values.blanks())
        if not text.strip():
            continue
        pieces = _pieces(text, line, room)
        yield _line(line, "\n".join(pieces))
        if line.rule:
            yield rule(line.rule * width_pt(pieces[-1], line.size_pt, bold=line.bold), room)


def _pieces(text: str, line: HeadLine, room: int) -> list[str]:
    """One line where it fits, else broken where the profile wants it, else in lines of about the same length."""
    limit = room / 20 * _FITS
    found: list[str] = []
    for part in [text.replace(_BREAK, " ")] if _fits(text, line, limit) else text.split(_BREAK):
        found += [part] if _fits(part, line, limit) else balanced(part, limit, line.size_pt, bold=line.bold)
    return found


def _fits(text: str, line: HeadLine, limit: float) -> bool:
    return width_pt(text.replace(_BREAK, " "), line.size_pt, bold=line.bold) <= limit


def _line(line: HeadLine, text: str, before_pt: float = 0) -> Element:
    properties = [element("w:spacing", {"before": twips_of_pt(before_pt)})] if before_pt else []
    return paragraph(
        "Letterhead", [run(text, *run_properties(line.size_pt, bold=line.bold, italic=line.italic))], *properties
    )
