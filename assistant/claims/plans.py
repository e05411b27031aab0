"""Plans, promises, tasks and requests in a draft: nothing has happened that a source could tell (linguistic table)."""

import re

from ingest.text.folding import fold

_PLAN_OPENING = (
    "phan dau|quyet tam|de nghi|kien nghi|de xuat|cam ket|xin hua|hua se|mong muon|mong rang|dat muc tieu"
    "|phuong huong|chi tieu phan dau|huong toi|keu goi|yeu cau cac"
)
_TASK_OPENING = (
    "tiep tuc|tang cuong|day manh|chu dong|tap trung|nang cao|quan tam|chu trong|phat huy|doi moi|chi dao|huong dan"
    "|tham muu|trien khai|xay dung|phoi hop|to chuc|thuc hien|kien toan|cung co|bam sat|lam tot|tich cuc|van dong"
    "|thuong xuyen"
)
_LEAD = r"[\W\d]*(?:[a-zd][.)]\s*)?"
_TIME_LEAD = (
    r"(?:(?:trong\s+)?(?:thoi gian|nhiem ky|giai doan|thang|quy|nam)\s+(?:toi|tiep theo)[^,]{0,40},?\s*"
    r"|(?:den|trong|het)?\s*(?:nam|quy|giai doan|nhiem ky)\s+[\d\s–-]{4,12},?\s*"
    r"|(?:trong\s+)?(?:\d+\s+|nhung\s+)?(?:thang|nam|quy)\s+(?:cuoi|dau|con lai|sau)\b[^,]{0,30},\s*)?"
)
_SUBJECT = (
    r"(?:(?:cac cap |ban (?:thuong vu|chap hanh) |toan )?(?:hoi|hoi lhpn|hoi phu nu|hoi lien hiep phu nu|chi hoi"
    r"|co so hoi|don vi|chung toi|can bo|ban thuong vu|ban chap hanh|ubnd|uy ban nhan dan|dang uy|cap uy|tinh|huyen|xa"
    r"|phuong)\b[^,.;:]{0,80}?\s+)?"
)
_FIRM = re.compile(rf"{_LEAD}{_TIME_LEAD}{_SUBJECT}(?:(?:se|tiep tuc|cung)\s+)*(?:{_PLAN_OPENING})\b")
_TASK = re.compile(rf"{_LEAD}{_TIME_LEAD}(?:{_TASK_OPENING})\b")
_FUTURE = re.compile(
    rf"{_LEAD}{_TIME_LEAD}{_SUBJECT}(?:se|du kien)\b|.*\b(?:thoi gian|nam|thang|nhiem ky)\s+toi\b.*\bse\b", re.DOTALL
)
_DUTY = re.compile(
    r"(?i:(?:^|[,;]\s*|thời gian tới\s+)(?:các cấp hội|hội(?: lhpn| phụ nữ| liên hiệp phụ nữ)?|chi hội|cơ sở hội"
    r"|chúng tôi|các đơn vị)(?=\s)[^,.;:]{0,60}?)\s(?:cần|phải)\s"
)
"""Only with accents, and no capital: cán and phái are other words, Cần Thơ is a place."""
_DONE = re.compile(r"\b(?:da|duoc|dat|ket qua|gom|co)\b")
_DONE_WORD = re.compile(r"(?<!\w)đã(?!\w)")
_REPORTED = re.compile(r"\b(?:cho biet|cho hay|cho rang|noi|khang dinh|chia se|theo)\b")
_PLAN_HEADING = re.compile(
    r"phuong huong|nhiem vu|giai phap|muc tieu|chi tieu|kien nghi|de xuat|de nghi|muc dich|yeu cau|ke hoach cong tac"
)
_RESULT_HEADING = re.compile(r"ket qua|so ket|tong ket|danh gia|tinh hinh|han che|bao cao")
_SHARE = re.compile(r"(?<!\w)(?:sẻ|sè|sé)(?!\w)", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w/])\d")


def is_plan(sentence: str) -> bool:
    """A plan, promise, request or task, not something that has happened."""
    key = _key(sentence)
    if is_firm_plan(sentence):
        return True
    if _TASK.match(key) and not _DONE.search(key) and not _FIGURE.search(key):
        return True
    ahead = _FUTURE.match(key) or _DUTY.search(sentence)
    return ahead is not None and not _REPORTED.search(key) and not says_it_is_done(sentence)


def is_firm_plan(sentence: str) -> bool:
    """One that says so with its first words: phấn đấu, đề nghị, cam kết."""
    found = _FIRM.match(_key(sentence))
    return found is not None and not re.search(r"\bda\b", found.group())


def opens_plans(heading: str) -> bool:
    """Whether what stands under this heading is to be done: phương hướng, nhiệm vụ, giải pháp, kiến nghị."""
    key = _key(heading)
    return _PLAN_HEADING.search(key) is not None and _RESULT_HEADING.search(key) is None


def says_it_is_done(sentence: str) -> bool:
    """Whether a sentence among plans tells of something that was done all the same."""
    return _DONE_WORD.search(sentence.lower()) is not None


def _key(sentence: str) -> str:
    """Folded, with single spaces; "sẻ" is not taken for "sẽ"."""
    return " ".join(fold(_SHARE.sub("chia", sentence)).split())
