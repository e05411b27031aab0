"""Which lines are the title: a linguistic table of openings that are none."""

import re
from collections.abc import Sequence

from ingest.card.agencies import is_body
from ingest.document_types import (
    ANNEX,
    APPLICATION,
    AWARDS,
    is_annex_heading,
    says_what_about,
    type_of_heading,
    type_of_opening,
)
from ingest.documents import BlockKind
from ingest.text.folding import fold
from ingest.text.letters import UPPER
from ingest.text.lines import Line, continues, ends_with
from ingest.text.markers import MarkerKind, find_marker
from ingest.text.syllables import is_syllable
from ingest.units import units_in

HEAD_LINES = 40
"""The title of an administrative document stands within this many lines: the letterhead is short."""
_FIRST_LINES = 8
_MAX_TITLE_CHARS = 300
MIN_REPEATED_CHARS = 15
_MAX_SUBJECT_LINES = 3
_MAX_LETTERS = 3
"""Of a word that may be a syllable of Vietnamese and a word of another language."""
_FORM_LINES = 12
"""A form that a law prescribes stands further down."""
_MAX_HEADER_WORDS = 10
_SHORT_HEADING_WORDS = 6
"""``BÁO CÁO THAM LUẬN``: what it is about stands below."""
_CLOSED = ".;:,…"
_COMPLETE = ".;:…"
_ABOUT = re.compile(
    r"(?:v/v|về|hướng dẫn|qu[iy] định|sửa đổi|bổ sung|ban hành|kết quả|tổng kết|sơ kết|tổ chức|phê duyệt)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:căn cứ|kính gửi|kính thưa|thực hiện|xét|theo|điều \d|chương|số\s*:"
    r"|người (?:ủy|uỷ|được|có|làm|viết|khai)|họ (?:và )?tên|tên tôi|tôi (?:là|tên)|thời gian\s*:|địa điểm\s*:"
    r"|bên [ab]\b|đại diện|chức vụ|cấp cho|(?-i:Hôm nay|Vào hồi|Hồi \d|Ngày \d)|nơi nhận|-{3,}"
    r"|\((?:kèm|ban hành|số liệu|từ |theo|tính|ngày|phục vụ)|\(.*trình bày(?!\w))",
    re.IGNORECASE,
)
_GROUNDS = re.compile(r"\W*(?:căn cứ|xét)\s", re.IGNORECASE)
_CARRIES_OUT = re.compile(r"(?:thực hiện|theo)\b", re.IGNORECASE)
_SENTENCE_START = re.compile(
    r"(?:hôm nay|vào hồi|hồi \d|ngày \d|sáng|chiều|tính đến|trong (?:năm|những|thời)"
    r"|hai bên|để |nhằm |được sự|năm \d{4},)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"trân trọng|kính mời|giới thiệu\s*:", re.IGNORECASE)
_LABELLED = re.compile(r"[" + UPPER + r"][^:,]{1,30}:\s*\S")
_SHORT_TITLE_CHARS = 160
_TABLE_BAR = " | "
_MAIL_HEAD = re.compile(r"(?:từ|đến|from|to|cc|subject|tiêu đề|chủ đề|ngày|date|kính gửi)\s*:", re.IGNORECASE)
_FORM_LABEL = re.compile(r"(?:đơn vị|bộ phận|địa chỉ|mẫu số|họ (?:và )?tên|điện thoại|mã số)\s*:", re.IGNORECASE)
_BLANK = re.compile(r"[.…_]{4,}")
_JOURNAL = re.compile(r"(?:BÁO(?!\s+CÁO)|TẠP CHÍ|TRANG TIN|CỔNG THÔNG TIN)\s")
_ISSUE = re.compile(r"(?:quyển|tập|số)\s+\d{1,4}\s*[,(-].*\d{4}", re.IGNORECASE)
"""Of a journal: ``Quyển 28, số 3 - 2018``."""
_SITE_NAME = re.compile(
    r"(?:hội|ban|báo|trang|cổng|website|tạp chí|ủy ban|uỷ ban|sở|phòng|liên đoàn|trung tâm|đảng bộ|tỉnh|thành phố)\b",
    re.IGNORECASE,
)

_REMARK = re.compile(r"\([^()\d]*\)")
"""Under a title: ``(Phát trên loa truyền thanh)``."""
_INITIAL = re.compile(rf"[{UPPER}]\S*\s+[{UPPER}]\.$")
_MASTHEAD = re.compile(r"(?:BÁO|TẠP CHÍ|TRANG|CỔNG|WEBSITE|BẢN TIN|ĐÀI)\s")
"""The name of a paper or site over the day of one of its articles."""


def key_of(text: str) -> str:
    """For comparing titles: folded letters and digits only."""
    return re.sub(r"\W+", " ", fold(text)).strip()


def official_title(
    lines: Sequence[Line], body: Sequence[int], *, any_case: bool = False
) -> tuple[str, str, list[int]] | None:
    """Type, title and title lines of a document that names its type in capitals, or is an official letter.

    :param any_case: other signs say that it is one, so that capitals may be missing.
    """
    head = body[:HEAD_LINES]
    for place, index in enumerate(head):
        text = lines[index].text
        kind = ANNEX if not place and is_annex_heading(text) else type_of_heading(text, any_case=any_case)
        if kind:
            subject = _subject(lines, body[place + 1 :])
            if kind in AWARDS and not (subject and says_what_about(lines[subject[0]].text)):
                subject = []
            title = " ".join([kind, *(lines[at].text.strip("* ") for at in subject)])
            return kind, title, [index, *subject]
    for index in head:
        if says_what_about(lines[index].text):
            return "", lines[index].text, [index]
    return None


def opening_title(lines: Sequence[Line], body: Sequence[int]) -> tuple[str, str, list[int]] | None:
    """Type, title and title lines where the type opens a longer heading in capitals."""
    for place, index in enumerate(body[:HEAD_LINES]):
        if (kind := type_of_opening(lines[index].text)) and (place < _FORM_LINES or kind != APPLICATION):
            title_lines = [index]
            for following in body[place + 1 : place + 1 + _MAX_SUBJECT_LINES]:
                if not lines[following].text.isupper() or lines[following].gap > 1:
                    break
                title_lines.append(following)
            if len(lines[index].text.split()) <= _SHORT_HEADING_WORDS and len(title_lines) == 1:
                title_lines += _subject(lines, body[place + 1 :])
            return kind, " ".join(lines[at].text for at in title_lines), title_lines
    return None


def _subject(lines: Sequence[Line], following: Sequence[int]) -> list[int]:
    """The lines under the type that say what it is about."""
    subject: list[int] = []
    if len(following) > 1 and _is_passed_over(lines[following[0]].text, lines[following[1]].text):
        following = following[1:]
    for place, index in enumerate(following[:_MAX_SUBJECT_LINES]):
        line = lines[index]
        if subject and _decides(lines, following[place:]):
            break
        if _TABLE_BAR in line.text or (subject and (_REMARK.fullmatch(line.text) or _is_foreign(line.text))):
            break
        if line.hint is not None and line.hint not in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH):
            break
        opens = _opens_text(line.text, first=not subject) and (subject or not _broken_subject(lines, following))
        if len(line.text) > _MAX_TITLE_CHARS or opens or find_marker(line.text):
            break
        if subject and not _same_subject(lines[subject[-1]], line):
            break
        subject.append(index)
        if _is_complete(line.text):
            break
    if subject and _is_complete(lines[subject[-1]].text) and not _ABOUT.match(lines[subject[0]].text):
        return []
    return subject


def _is_complete(text: str) -> bool:
    """Whether a line ends a sentence; a name cut to its initial ("bà Trần Thị N.") does not."""
    return ends_with(text, _COMPLETE) and _INITIAL.search(text) is None


def _is_passed_over(text: str, following: str) -> bool:
    return _is_of_body(text, following) or _is_foreign(text)


def _is_foreign(text: str) -> bool:
    """Whether a line repeats the one above in another language: ``MEMORANDUM OF UNDERSTANDING``."""
    words = [word for word in text.split() if len(word) > _MAX_LETTERS and word.isalpha()]
    return text.isascii() and len(words) > 1 and not any(is_syllable(word) for word in words)


def _is_of_body(text: str, following: str) -> bool:
    """Whether a line under the type only says whose it is: ``CỦA BAN THƯỜNG VỤ HUYỆN ỦY``."""
    return text.isupper() and text.startswith("CỦA ") and not following.isupper()


def _decides(lines: Sequence[Line], following: Sequence[int]) -> bool:
    """Whether a line in capitals over the grounds says who decides."""
    return (
        len(following) > 1
        and lines[following[0]].text.isupper()
        and _GROUNDS.match(lines[following[1]].text) is not None
    )


def _opens_text(text: str, *, first: bool) -> bool:
    """Whether a line under the type begins the text; "Thực hiện Điều lệ Hội" may also be what it is about."""
    if _ADDRESSED.search(text) or (not first and _LABELLED.match(text)):
        return True
    if not _NO_SUBJECT.match(text):
        return False
    return not (first and _CARRIES_OUT.match(text) and not ends_with(text, _CLOSED) and len(text) < _SHORT_TITLE_CHARS)


def _broken_subject(lines: Sequence[Line], following: Sequence[int]) -> bool:
    """Whether a subject that opens like a text ("Thực hiện …,") ends, unlike one, without a mark on the next line."""
    if len(following) < 2:  # noqa: PLR2004
        return False
    first, second = lines[following[0]], lines[following[1]]
    return (
        _CARRIES_OUT.match(first.text) is not None
        and second.gap <= 2  # noqa: PLR2004  paragraphs of a Word file stand apart
        and second.text[0].islower()
        and not ends_with(second.text, _CLOSED)
        and len(first.text) + len(second.text) < _SHORT_TITLE_CHARS
    )


def _same_subject(previous: Line, line: Line) -> bool:
    if line.text[0].islower() or previous.text.endswith((",", "-", "–")):
        return True
    if ends_with(line.text, _COMPLETE) and not line.text.isupper():
        return False
    return line.gap == 1 and line.text.isupper() == previous.text.isupper() and not _SENTENCE_START.match(line.text)


def title_lines(lines: Sequence[Line], body: Sequence[int], dateline: int | None) -> list[int]:
    """The lines of an undeclared title, found by a loader's hint, a dateline beside it, a repetition, or its place."""
    by_hint = [index for index in body[:_FIRST_LINES] if _is_hinted(lines[index])]
    return by_hint[:1] or _beside(lines, body, dateline) or _repeated(lines, body) or _first(lines, body, dateline)


def _beside(lines: Sequence[Line], body: Sequence[int], dateline: int | None) -> list[int]:
    """The line above the dateline, or below one that opens the page."""
    if dateline is None or dateline not in body[:_FIRST_LINES]:
        return []
    place = body.index(dateline)
    if place == 1 and len(body) > 2 and _is_masthead(lines[body[0]].text) and _may_be_title(lines[body[2]].text):  # noqa: PLR2004
        return [body[2]]
    if place and _may_be_title(lines[body[place - 1]].text) and not _JOURNAL.match(lines[body[place - 1]].text):
        return _with_line_before(lines, body, place - 1)
    if place == 0 and len(body) > 1 and _may_be_title(lines[body[1]].text):
        return [body[1]]
    return []


def _is_masthead(text: str) -> bool:
    return text.isupper() and len(text.split()) <= _MAX_HEADER_WORDS and _MASTHEAD.match(text) is not None


def _first(lines: Sequence[Line], body: Sequence[int], dateline: int | None) -> list[int]:
    body = [index for index in body[_names_before(lines, body) :] if index != dateline]
    first = lines[body[0]] if len(body) > 1 else None
    # the first row of a table is a figure like the others
    if first and first.hint is not BlockKind.TABLE_ROW and _may_be_title(first.text) and not _runs_on(lines, body):
        return [body[0]]
    return []


def _names_before(lines: Sequence[Line], body: Sequence[int]) -> int:
    """How many first lines name the paper or the body whose text follows under a heading in capitals."""
    count = 0
    while count + 1 < len(body) and _is_name_over(lines[body[count]].text, lines[body[count + 1]].text):
        count += 1
    return count


def _is_name_over(text: str, following: str) -> bool:
    if _JOURNAL.match(text) or _ISSUE.match(text):
        return True
    if not following.isupper():
        return False
    if _FORM_LABEL.match(text):
        return True
    return text.isupper() and is_body(text) and len(text.split()) <= _MAX_HEADER_WORDS


def _is_hinted(line: Line) -> bool:
    return line.hint is BlockKind.TITLE or (line.hint is BlockKind.HEADING and line.level == 1)


def _may_be_title(text: str) -> bool:
    if len(text) > _MAX_TITLE_CHARS or ends_with(text, _CLOSED) or not any(char.isalpha() for char in text):
        return False
    if _MAIL_HEAD.match(text) or _is_of_form(text) or units_in(text) == [text]:
        return False
    marker = find_marker(text)
    if marker is not None and marker.kind is not MarkerKind.MARKDOWN:
        return False
    return not text[0].islower()


def _is_of_form(text: str) -> bool:
    """Whether a line is a row of a table, a label, or has a blank to fill in."""
    return _TABLE_BAR in text or _FORM_LABEL.match(text) is not None or _BLANK.search(text) is not None


def _runs_on(lines: Sequence[Line], body: Sequence[int]) -> bool:
    following = lines[body[1]]
    return continues(lines[body[0]].text, following.text, gap=following.gap, width=None)


def _with_line_before(lines: Sequence[Line], body: Sequence[int], place: int) -> list[int]:
    line = lines[body[place]]
    if place and line.text[0].islower() and line.gap == 1:
        return [body[place - 1], body[place]]
    return [body[place]]


def _repeated(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """A line near the top that is printed again further down."""
    for place, index in enumerate(body[:_FIRST_LINES]):
        text = lines[index].text
        later = body[place + 1 : place + 1 + _FIRST_LINES]
        if len(text) >= MIN_REPEATED_CHARS and _may_be_title(text) and any(lines[at].text == text for at in later):
            return [index]
    return []


def site_header(lines: Sequence[Line], body: Sequence[int], first_title_line: int) -> list[int]:
    """Lines above the title of a web copy that only name the site."""
    above = body[: body.index(first_title_line)] if first_title_line in body else []
    texts = [lines[index].text for index in above]
    if all(_SITE_NAME.match(text) and len(text.split()) <= _MAX_HEADER_WORDS and _may_be_title(text) for text in texts):
        return [index for index, text in zip(above, texts, strict=True) if not any(char.isdigit() for char in text)]
    return []


def declared_lines(lines: Sequence[Line], body: Sequence[int], title: str) -> list[int]:
    """The line of the text that repeats the declared title, if one does."""
    wanted = key_of(title)
    return [
        index
        for index in body[:_FIRST_LINES]
        if len(lines[index].text) <= len(title) + MIN_REPEATED_CHARS and key_of(lines[index].text) == wanted
    ][:1]
