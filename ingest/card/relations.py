"""Other documents that a document replaces, amends, repeals or rests on: a linguistic table."""

import re
from collections.abc import Iterable, Iterator

from ingest.card.days import days_in
from ingest.card.numbers import plain_number
from ingest.card.values import Relation, RelationKind
from ingest.document_numbers import DocumentNumber, document_numbers
from ingest.document_types import BY_SYMBOL
from ingest.text.letters import LOWER

_TYPES = "|".join(
    sorted(
        (
            re.escape(name)
            for name in {
                *BY_SYMBOL.values(),
                "Luật",
                "Bộ luật",
                "Pháp lệnh",
                "Thông tư",
                "Điều lệ",
                "Hiến pháp",
                "Thông tri",
            }
        ),
        key=len,
        reverse=True,
    )
)
_NAMED = re.compile(rf"(?P<type>{_TYPES})(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_BASED = re.compile(r"[-–+•*\s]*Căn\s+cứ(?:\s+vào)?\s*:?\s+", re.IGNORECASE)
_REPLACES = re.compile(r"(?<!được )(?<!bị )thay\s+thế(?:\s+cho)?(?!\s+(?:bởi|bằng))\s*:?\s*", re.IGNORECASE)
_REPEALS = re.compile(r"(?<!bị )(?:bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)\s*:?\s*", re.IGNORECASE)
_AMENDS = re.compile(r"sửa\s+đổi\s*(?:,|và)?\s*(?:bổ\s+sung)?\s*", re.IGNORECASE)
_ITSELF = re.compile(
    rf"(?:{_TYPES}|văn\s+bản)\s+này(?!\w)|có\s+hiệu\s+lực|hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:kể\s+)?từ|^\W*(?:\d+\.|[a-zđ]\))?\s*(?:thay\s+thế|bãi\s+bỏ|sửa\s+đổi|hủy\s+bỏ|huỷ\s+bỏ)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:hết\s+hiệu\s+lực|được\s+thay\s+thế|bị\s+(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ))", re.IGNORECASE
)
_PASSIVE_START = re.compile(rf"(?:{_TYPES})\s+(?:số\s+)?\d", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\n;.]+(?:\.(?=\d)[^\n;.]*|\.(?!\s)[^\n;.]*|\n(?=[" + LOWER + r"(])[^\n;.]*)*")
_CLAUSE_END = re.compile(r"[;\n]|\.(?=\s|$)")
_GROUNDS = "căn cứ"
_ENDING_WORDS = ("thay thế", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "hết hiệu lực")
_MAX_TITLE = 300
_MAX_SENTENCE = 2000
"""Longer "sentences" are tables and broken files."""
_MAX_RELATIONS = 60
_SUBJECT = re.compile(r"(?:về\s+việc|V/v|về|quy\s+định|ban\s+hành|hướng\s+dẫn|phê\s+duyệt)\s+\S.*", re.IGNORECASE)


def relations_in(page: int, text: str, own: str | None) -> Iterator[Relation]:
    """What one page of stored text says; ``own`` is the number of the document itself."""
    lowered = text.lower()
    if not any(word in lowered for word in (_GROUNDS, *_ENDING_WORDS)):
        return
    for match in _SENTENCE.finditer(text):
        sentence = match.group()[:_MAX_SENTENCE]
        low = sentence.lower()
        if _GROUNDS in low[:14]:
            yield from _based_on(page, match.start(), sentence, own)
        elif any(word in low for word in _ENDING_WORDS):
            yield from _ended(page, match.start(), sentence, own)


def amends(title: str) -> bool:
    """Whether a title says that the document amends another."""
    return _AMENDS.search(title) is not None


def amended_in_title(page: int, text: str, start: int, end: int, own: str | None) -> Iterator[Relation]:
    """What a title that opens with "sửa đổi" says is amended."""
    title = text[start:end].replace("\n", " ")
    match = _AMENDS.search(title)
    if match is None:
        return
    numbers = [one for one in document_numbers(title) if one.start >= match.end()]
    for number in numbers:
        yield _relation(RelationKind.AMENDS, page, start, title, number, None)


def amended_in_text(page: int, text: str, own: str | None) -> Iterator[Relation]:
    """Articles that say "Sửa đổi, bổ sung …" and name the document by its number."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group()[:_MAX_SENTENCE]
        verb = _AMENDS.search(sentence)
        if (
            verb is None
            or _BASED.match(sentence)
            or not re.match(r"\W*(?:Điều\s+\d+\s*[.:]?\s*|\d+\.\s*)?$", sentence[: verb.start()])
        ):
            continue
        for number in document_numbers(sentence[verb.end() :]):
            yield _relation(RelationKind.AMENDS, page, match.start() + verb.end(), sentence[verb.end() :], number, own)


def distinct(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The first mention of each, at most 60; what comes after those is not looked for."""
    seen: dict[tuple[RelationKind, str], Relation] = {}
    for one in relations:
        seen.setdefault((one.kind, one.number or one.title or ""), one)
        if len(seen) == _MAX_RELATIONS:
            break
    return tuple(seen.values())


def _based_on(page: int, at: int, sentence: str, own: str | None) -> Iterator[Relation]:
    lead = _BASED.match(sentence)
    if lead is None:
        return
    rest = sentence[lead.end() :]
    numbers = [one for one in document_numbers(rest) if plain_number(one.text) != own]
    for number in numbers[:1]:
        yield _relation(RelationKind.BASED_ON, page, at + lead.end(), rest, number, own)
    if not numbers:
        named = re.match(rf"(?:{_TYPES})(?!\w)", rest)
        if named:
            title = " ".join(rest.split()).rstrip(" ,:")[:_MAX_TITLE]
            days = days_in(rest)
            end = at + lead.end() + len(rest.rstrip())
            yield Relation(RelationKind.BASED_ON, None, days[0][2] if days else None, title, page, at + lead.end(), end)


def _ended(page: int, at: int, sentence: str, own: str | None) -> Iterator[Relation]:
    for kind, verb in ((RelationKind.REPLACES, _REPLACES), (RelationKind.REPEALS, _REPEALS)):
        match = verb.search(sentence)
        if match is None:
            continue
        before = sentence[: match.start()]
        if not _ITSELF.search(before + match.group()) or any(
            plain_number(one.text) != own for one in document_numbers(before)
        ):
            continue
        rest = sentence[match.end() :]
        for number in document_numbers(rest):
            if plain_number(number.text) != own:
                yield _relation(kind, page, at + match.end(), rest, number, own)
    if _PASSIVE.search(sentence):
        yield from _passive(page, at, sentence, own)


def _passive(page: int, at: int, sentence: str, own: str | None) -> Iterator[Relation]:
    """As in "Quyết định số 12/QĐ-BTV … hết hiệu lực kể từ ngày Quyết định này có hiệu lực"."""
    match = _PASSIVE.search(sentence)
    if match is None or not re.search(r"\bnày\b", sentence[match.end() :]):
        return
    before = sentence[: match.start()]
    kind = RelationKind.REPLACES if "thay thế" in match.group().lower() else RelationKind.REPEALS
    for number in document_numbers(before):
        if plain_number(number.text) != own:
            yield _relation(kind, page, at, before, number, own)


def _relation(kind: RelationKind, page: int, at: int, text: str, number: DocumentNumber, own: str | None) -> Relation:
    """``text`` begins at ``at`` of the page; the words up to the next number belong to this one."""
    following = [one.start for one in document_numbers(text) if one.start > number.start]
    end = min([*following, len(text)])
    named = _NAMED.search(text[: number.start])
    start = named.start() if named else number.start
    tail = text[number.end : end]
    clause = _CLAUSE_END.search(tail)
    tail = tail[: clause.start()] if clause else tail
    days = days_in(tail[:60])
    title = " ".join(text[start : number.end + len(tail)].split()).rstrip(" ,;.")[:_MAX_TITLE]
    stop = at + number.end + (days[0][1] if days else 0)
    return Relation(kind, plain_number(number.text), days[0][2] if days else None, title, page, at + start, stop)
