"""What stands in the blanks of letterhead, number and signature: typed by a person, or read off the unit's name.

Number, day and signer are never filled in by the machine.
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.reports.model import ReportDraft
from assistant.reports.word.profile import Issuer, Profile
from assistant.reports.word.texts_vi import DAY

PLAIN_CODE = ""
LETTER_CODE = "CV"
_SMALL_MONTHS = 2
"""Decree 30/2020/NĐ-CP: numbers and days below 10 and months 1 and 2 take a zero."""


@dataclass(frozen=True, slots=True)
class HeadValues:
    """The blanks of a paper, filled; ``|`` in an issuer is a good place to break the line."""

    parent: str
    issuer: str
    place: str
    date: str
    number: str
    code: str
    organ: str
    letter: bool
    """A letter (công văn): its abstract stands under the number."""
    plain: bool
    """A speech: no number, no signature."""
    authority: tuple[str, ...]
    position: str
    signer: str

    def blanks(self) -> dict[str, str]:
        """For the lines of the letterhead."""
        names = ("parent", "issuer", "place", "date", "number", "code", "organ")
        return {name: getattr(self, name) for name in names}


def head_values(draft: ReportDraft, profile: Profile) -> HeadValues:
    """Fill the blanks for a draft; ``draft.fields`` goes before what the unit's name says."""
    fields = {name: text.strip() for name, text in draft.fields.items() if text.strip()}
    unit = _shortened(draft.request.unit, profile)
    level, area = _area(unit, profile)
    issuer = _issuer(level, profile)
    names = {"UNIT": unit.upper(), "AREA": f"{level} {area}".strip().upper()}
    kind = draft.type_name.strip().upper()
    letter = not kind or kind in profile.letters or draft.type_code.upper() == LETTER_CODE
    signature = profile.signatures.get(fields.get("signing", ""), next(iter(profile.signatures.values())))
    return HeadValues(
        parent=fields.get("parent", issuer.parent.format_map(names)),
        issuer=fields.get("issuer", issuer.issuer.format_map(names)),
        place=fields.get("place", _place(level, area, profile)),
        date=_date(fields.get("date", ""), profile),
        number=_number(fields.get("number", ""), profile),
        code=fields.get("code", draft.type_code),
        organ=fields.get("organ", profile.organ),
        letter=letter,
        plain=kind in profile.plain or (not letter and draft.type_code == PLAIN_CODE),
        authority=tuple(fields["authority"].splitlines()) if "authority" in fields else signature.authority,
        position=fields.get("position", signature.position),
        signer=fields.get("signer", ""),
    )


def number_line(values: HeadValues, profile: Profile) -> str:
    """The line "Số:      /BC-BTV"; a number that was typed with its symbol is left as typed."""
    return _number_pattern(values, profile).partition("{")[0] + number_symbol(values, profile)


def number_symbol(values: HeadValues, profile: Profile) -> str:
    """The same without its first word: "      /BC-BTV"."""
    if any(mark in values.number for mark in "/-"):
        return values.number
    _, brace, pattern = _number_pattern(values, profile).partition("{")
    return (brace + pattern).format_map(values.blanks())


def _number_pattern(values: HeadValues, profile: Profile) -> str:
    head = profile.letterhead
    return (head.letter_number if values.letter else head.number).text


def _shortened(unit: str, profile: Profile) -> str:
    for long, short in profile.shorten.items():
        unit = unit.replace(long, short)
    return " ".join(unit.split())


def _area(unit: str, profile: Profile) -> tuple[str, str]:
    """Level and name of the place in a unit's name: (tỉnh, Thanh Hóa)."""
    levels = sorted({level for issuer in profile.issuers for level in issuer.at}, key=len, reverse=True)
    if not levels:
        return "", ""
    found = re.search(rf"(?<!\w)({'|'.join(map(re.escape, levels))})\s+([^\s,][^,]*)", unit, re.IGNORECASE)
    return (found[1].lower(), found[2].strip()) if found else ("", "")


def _place(level: str, area: str, profile: Profile) -> str:
    """How the place of issue is named: with its level where it bears a person's name or a number (decree 30/2020)."""
    full = area.isdigit() or area.casefold() in {one.casefold() for one in profile.full_places}
    return (f"{level[:1].upper()}{level[1:]} {area}" if full else area) or "…"


def _issuer(level: str, profile: Profile) -> Issuer:
    fitting = (one for one in profile.issuers if not one.at or level in one.at)
    return next(fitting, profile.issuers[-1])


def _number(typed: str, profile: Profile) -> str:
    if not typed:
        return profile.letterhead.blank_number
    return f" {typed:0>2}" if typed.isdigit() else f" {typed}"


def _date(typed: str, profile: Profile) -> str:
    if not typed:
        return profile.letterhead.blank_date
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return typed
    month = f"{day.month:02d}" if day.month <= _SMALL_MONTHS else str(day.month)
    return DAY.format(day=f"{day.day:02d}", month=month, year=day.year)
