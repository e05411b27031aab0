"""What in a draft states nothing that a source could confirm: greetings, plans, addresses (linguistic table)."""

import re

from assistant.claims.model import NotChecked
from ingest.text.folding import fold

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam$"
    r"|so\s*:?\s*[\d.…_ ]*\s*[/-]\s*\S+$|v/v\b|^\W*\*+\W*$"
    r"|(?:\w+\s){0,4}\w+,? ngay\s*[\d.…_]*\s*thang\s*[\d.…_]*\s*nam\s*[\d.…_]*$"
    r"|(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)\b\.?\s.{3,60}$|\(?da ky\)?$|\(?ky,? (?:ghi ro ho ten|dong dau)"
)
_OFFICES = re.compile(
    r"(?:pho )?(?:chu tich|bi thu|giam doc|chanh van phong|truong ban|hieu truong|thu truong co quan)$"
)
_ADDRESSEES = re.compile(r"(?:kinh gui|noi nhan)\b")
_RECIPIENT = re.compile(
    r"(?:[-–+•*]\s*)?(?:nhu tren|nhu kinh gui|luu\s*:|luu vt|bao cao\)|.{2,80}(?:\(b/?c\)|;|vt\.?|,\s*\w{2,6}\.))"
)
_GREETING = re.compile(
    r"(?:kinh thua|thua (?:cac|toan|quy|dong chi|ong|ba|hoi nghi)|xin (?:chao|cam on|tran trong|kinh)|tran trong"
    r"|kinh (?:chuc|mong|moi)|chuc (?:cac|quy|toan|hoi nghi|dai hoi|dong chi|chi em)|tren day la|than ai"
    r"|rat mong (?:nhan|duoc|su)|cam on\b|nhiet liet)"
)
_FRAME = re.compile(
    r".*(?:nhu sau|sau day|cu the|ket qua|gom|noi dung|thanh phan|muc tieu|chi tieu|nhiem vu|giai phap|kho khan|ton tai"
    r"|han che|nguyen nhan|de nghi|kien nghi|phuong huong|dat duoc|ve viec)\s*(?:nhu sau)?\s*:$"
)
_PLAN_OPENING = (
    "phan dau|quyet tam|de nghi|kien nghi|de xuat|cam ket|xin hua|hua se|mong muon|mong rang|du kien|dat muc tieu|muc tieu"
    "|phuong huong|chi tieu phan dau|huong toi|keu goi|yeu cau cac"
)
_TASK_OPENING = (
    "tiep tuc|tang cuong|day manh|chu dong|tap trung|nang cao|quan tam|chu trong|phat huy|doi moi|chi dao|huong dan|tham muu"
    "|trien khai|xay dung|phoi hop|to chuc|thuc hien|kien toan|cung co|bam sat|lam tot|tich cuc|van dong|thuong xuyen"
)
_LEAD = r"[\W\d]*(?:[a-zd][.)]\s*)?"
_TIME_LEAD = (
    r"(?:(?:trong\s+)?(?:thoi gian|nhiem ky|giai doan|thang|quy|nam)\s+(?:toi|tiep theo)[^,]{0,40},?\s*"
    r"|(?:den|trong|het)?\s*(?:nam|quy|giai doan|nhiem ky)\s+[\d\s–-]{4,12},?\s*)?"
)
_SUBJECT = (
    r"(?:(?:cac cap |ban (?:thuong vu|chap hanh) |toan )?(?:hoi|hoi lhpn|hoi phu nu|hoi lien hiep phu nu|chi hoi|co so hoi|don vi"
    r"|chung toi|can bo|ban thuong vu|ban chap hanh|ubnd|uy ban nhan dan|dang uy|cap uy|tinh|huyen|xa|phuong)\b"
    r"[^,.;:]{0,80}?\s+)?"
)
_HARD_PLAN = re.compile(rf"{_LEAD}{_TIME_LEAD}{_SUBJECT}(?:(?:se|tiep tuc|cung)\s+)*(?:{_PLAN_OPENING})\b")
_TASK = re.compile(rf"{_LEAD}{_TIME_LEAD}(?:{_TASK_OPENING})\b")
_FUTURE = re.compile(rf"{_LEAD}{_TIME_LEAD}{_SUBJECT}se\s|\b(?:thoi gian|nam|thang|nhiem ky)\s+toi\b.*\bse\b")
_DUTY = re.compile(r"^[^,.;:]{0,80}?(?<!\w)(?:cần|phải|nên)\s")
"""Only with accents: cán, phái and nền are other words."""
_DONE = re.compile(r"\b(?:da|duoc|dat|ket qua|gom|co)\b")
_REPORTED = re.compile(r"\b(?:cho biet|cho hay|cho rang|noi|khang dinh|chia se|theo)\b")
_PLAN_HEADING = re.compile(
    r"phuong huong|nhiem vu|giai phap|muc tieu|chi tieu|kien nghi|de xuat|de nghi|muc dich|yeu cau|ke hoach cong tac"
)
_RESULT_HEADING = re.compile(r"ket qua|so ket|tong ket|danh gia|tinh hinh|han che|bao cao")
_FIGURE = re.compile(r"(?<![\w/])\d")
_ENUMERATOR = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ivxIVX]{1,5}[.)-]|[a-zđA-ZĐ][.)])\s+")
_SHORT, _NAME_WORDS, _SLOGAN_WORDS = 3, 5, 14
HARD = frozenset(
    {
        NotChecked.HEADING,
        NotChecked.LETTERHEAD,
        NotChecked.ADDRESSEES,
        NotChecked.GREETING,
        NotChecked.FRAME,
        NotChecked.SLOGAN,
    }
)
"""Never looked up; the others are, and count as checked where a source says just that."""


def has_figure(text: str) -> bool:
    """Whether a digit stands in it beside its own enumerator."""
    return _FIGURE.search(_ENUMERATOR.sub("", text, count=1)) is not None


def opens_addressees(text: str) -> bool:
    """Kính gửi: and Nơi nhận: begin a list of addressees."""
    return _ADDRESSEES.match(fold(text).strip()) is not None


def is_recipient(text: str) -> bool:
    """A line of such a list."""
    return _RECIPIENT.match(fold(text).strip()) is not None


def why_not_checked(sentence: str, *, heading: bool = False) -> NotChecked | None:
    """The reason to leave a sentence alone; None for one that states something.

    :param heading: It is set as one.
    """
    words = sentence.split()
    key = " ".join(fold(sentence).split())
    if opens_addressees(sentence):
        return NotChecked.ADDRESSEES
    if _is_letterhead(sentence, key, words):
        return NotChecked.LETTERHEAD
    if (heading or len(words) < _SHORT or sentence.isupper()) and not has_figure(sentence):
        return NotChecked.HEADING
    if _GREETING.match(key) and not has_figure(sentence):
        return NotChecked.GREETING
    if sentence.rstrip().endswith(":") and (not has_figure(sentence) or _FRAME.fullmatch(key)):
        return NotChecked.FRAME
    if sentence.rstrip().endswith("?"):
        return NotChecked.QUESTION
    if sentence.rstrip().endswith("!") and len(words) <= _SLOGAN_WORDS and not has_figure(sentence):
        return NotChecked.SLOGAN
    return NotChecked.PLAN if is_plan(sentence) else None


def is_plan(sentence: str) -> bool:
    """A plan, promise, request or task, not something that has happened."""
    key = " ".join(fold(sentence).split())
    if is_firm_plan(sentence):
        return True
    if _TASK.match(key) and not _DONE.search(key) and not has_figure(sentence):
        return True
    ahead = _FUTURE.search(key) or _DUTY.search(sentence.lower())
    return ahead is not None and not _REPORTED.search(key) and not says_it_is_done(sentence)


def opens_plans(heading: str) -> bool:
    """Whether what stands under this heading is to be done: phương hướng, nhiệm vụ, giải pháp, kiến nghị."""
    key = " ".join(fold(heading).split())
    return _PLAN_HEADING.search(key) is not None and _RESULT_HEADING.search(key) is None


def says_it_is_done(sentence: str) -> bool:
    """Whether a sentence among plans tells of something that was done all the same."""
    return re.search(r"(?<!\w)đã(?!\w)", sentence.lower()) is not None


def is_firm_plan(sentence: str) -> bool:
    """One that says so with its first words: phấn đấu, đề nghị, cam kết."""
    key = " ".join(fold(sentence).split())
    found = _HARD_PLAN.match(key)
    return found is not None and not re.search(r"\bda\b", found.group())


def _is_letterhead(sentence: str, key: str, words: list[str]) -> bool:
    if _LETTERHEAD.match(key) or _OFFICES.fullmatch(key):
        return True
    named = len(words) <= _NAME_WORDS and not sentence.rstrip().endswith((".", ";", ":")) and not has_figure(sentence)
    return named and not sentence.isupper() and all(word[:1].isupper() for word in words)
