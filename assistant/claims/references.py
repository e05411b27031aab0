"""Documents that a draft names by their number, and what of their naming is wrong (linguistic table)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.citation_text import numbered_name, vietnamese_date
from assistant.claims.model import ClaimNote, NoteCode
from assistant.claims.subjects import Subject, subject_of
from ingest.card.days import days_in
from ingest.card.numbers import number_key
from ingest.document_numbers import DocumentNumber, Family, document_numbers
from vectorstore.card_records import Named
from vectorstore.numbered import Ending, Numbered
from vectorstore.terms import syllables

_DAY_REACH = 40
_TITLE = re.compile(
    r"^[\s,]*(?:ngày\s[\d/.\-]{6,10}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})?[\s,]*(?:của\s[^,;.“”\"]{2,90}?\s)?"
    r"(?P<about>(?:về(?:\s+việc)?|V/v)\s+[^;.“”\"\n]{8,160})",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\W*(?:theo|tại|căn[ ]cứ(?:[ ]vào)?|thực[ ]hiện|trong)\s", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*(?:[A-ZĐ]\w+\s){1,3}(?:số\s)?$")
"""The document itself is what the statement is about: "Nghị định số … buộc …"."""
_TAIL = re.compile(
    r"(?:,\s*(?:theo|quy định tại|tại)|\()\s*(?:(?:điểm|khoản|Điều|điều)\s\w{1,4},?\s(?:của\s)?)*"
    r"(?:[A-ZĐa-zđ]\w*\s){1,3}(?:số\s)?$"
)
_END = re.compile(r"\W*$")
_LEAST_TITLE_SHARE = 0.34
"""Of the words of the subject a draft gives that a title must have to be the title meant."""
_LEAST_TITLE_WORDS = 3
_LEAST_CORE_WORDS = 4
_MAX_LEAD_CHARS = 220


@dataclass(frozen=True, slots=True)
class Reference:
    """One number as the draft writes it."""

    number: DocumentNumber
    date: str | None
    """ISO 8601, where the draft gives it."""
    about: str
    """The subject the draft gives; empty where it gives none."""

    @property
    def key(self) -> str:
        """As the catalogue keeps it."""
        return number_key(self.number.key)

    @property
    def is_legal(self) -> bool:
        """Whether the number carries its year and is given once in the country."""
        return self.number.family is Family.LEGAL


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a statement's references were found to be."""

    references: tuple[Reference, ...] = ()
    documents: tuple[Named, ...] = ()
    """Those meant, to be searched first."""
    notes: tuple[ClaimNote, ...] = ()
    core: str = ""
    """The statement without "Theo Báo cáo số …," before or behind it; empty where it names none so."""

    @property
    def document_ids(self) -> tuple[str, ...]:
        """Of the documents meant."""
        return tuple(dict.fromkeys(one.document_id for one in self.documents))


class References:
    """Looks up what drafts name."""

    def __init__(self, numbered: Numbered) -> None:
        self._numbered = numbered

    def resolve(self, statement: str, subject: Subject) -> Resolved:
        """The documents a statement names; nothing where it names none."""
        references = tuple(references_in(statement))
        if not references:
            return Resolved()
        keys = [one.key for one in references]
        held, ended = self._numbered.documents(keys), self._numbered.endings(keys)
        documents: list[Named] = []
        notes: list[ClaimNote] = []
        for one in references:
            meant, found = _meant(one, held.get(one.key, []), subject)
            documents += meant
            notes += [*found, *_replaced(one, ended.get(one.key, []), meant)]
        return Resolved(references, tuple(documents), tuple(notes), _core(statement, references))


def references_in(statement: str) -> Iterator[Reference]:
    """Every document number of a text with the day and the subject that follow it."""
    numbers = document_numbers(statement)
    for at, number in enumerate(numbers):
        end = numbers[at + 1].start if at + 1 < len(numbers) else len(statement)
        tail = statement[number.end : end]
        days = [one for one in days_in(tail[:_DAY_REACH]) if not tail[: one[0]].strip(" ,(ngày")]
        about = _TITLE.match(tail)
        yield Reference(number, days[0][2] if days else None, _subject(about["about"]) if about else "")


def _subject(about: str) -> str:
    """The words up to the first comma that leaves enough of them: what follows may be the statement itself."""
    end = about.find(",")
    while end >= 0 and len(_telling(about[:end])) < _LEAST_TITLE_WORDS:
        end = about.find(",", end + 1)
    return about[: end if end >= 0 else len(about)].strip()


def _telling(text: str) -> set[str]:
    return set(syllables(text)) - {"ve", "viec", "v", "va", "cua", "cac"}


def _meant(one: Reference, held: list[Named], subject: Subject) -> tuple[list[Named], list[ClaimNote]]:
    """The documents of this number that may be meant, and what of their naming is wrong."""
    number = one.number.text
    near = [each for each in held if not subject_of(each.unit or "").is_elsewhere(subject)]
    if one.date and any(each.date == one.date for each in held):
        meant = [each for each in held if each.date == one.date]
    elif one.date:
        meant = [each for each in near if one.is_legal or (each.date or "")[:4] == one.date[:4]]
    else:
        meant = near
    if not meant:
        return [], [ClaimNote(NoteCode.UNKNOWN_NUMBER, {"number": number})]
    notes: list[ClaimNote] = []
    if one.date and all(each.date and each.date != one.date for each in meant):
        days = {"stated": vietnamese_date(one.date) or "", "source": vietnamese_date(meant[0].date) or ""}
        notes.append(ClaimNote(NoteCode.OTHER_DATE, {"number": number, **days, "document_id": meant[0].document_id}))
    if one.about and not any(_is_about(one.about, each.title or "") for each in meant):
        titles = {"stated": one.about, "source": meant[0].title or ""}
        notes.append(ClaimNote(NoteCode.OTHER_TITLE, {"number": number, **titles, "document_id": meant[0].document_id}))
    return meant, notes


def _is_about(stated: str, title: str) -> bool:
    wanted = _telling(stated)
    if len(wanted) < _LEAST_TITLE_WORDS or not title:
        return True
    return len(wanted & set(syllables(title))) >= _LEAST_TITLE_SHARE * len(wanted)


def _replaced(one: Reference, endings: list[Ending], meant: list[Named]) -> Iterator[ClaimNote]:
    """The newest document that says the one meant is no longer in force."""
    days = {one.date, *(each.date for each in meant)} - {None}
    for ending in endings:
        same_day = ending.date is not None and ending.date in days
        same_office = any(each.unit and each.unit == ending.by.unit for each in meant)
        if not (one.is_legal or same_day or (ending.date is None and same_office)):
            continue
        by = ending.by
        details: dict[str, str | int] = {
            "old": one.number.text,
            "how": ending.kind.value,
            "newer": numbered_name(by.type, by.number, by.date) if by.number else by.title or by.source,
            "document_id": by.document_id,
        }
        yield ClaimNote(NoteCode.REPLACED_DOCUMENT, details)
        return


def _core(statement: str, references: tuple[Reference, ...]) -> str:
    """What is left after "Theo Báo cáo số 45/BC-BTV ngày … của …,", or without such a reference at its end.

    Empty where the statement names the document in another way.
    """
    number = references[0].number
    core = ""
    tail = _TAIL.search(statement[: number.start])
    if _LEAD.match(statement):
        comma = statement.find(",", number.end)
        core = statement[comma + 1 :] if 0 < comma <= _MAX_LEAD_CHARS else ""
    elif _SUBJECT.match(statement[: number.start]) and not references[0].date:
        core = statement[number.end :]
    elif len(references) == 1 and tail and _END.match(statement, number.end):
        core = statement[: tail.start()]
    core = core.strip()
    return core if len(core.split()) >= _LEAST_CORE_WORDS else ""
