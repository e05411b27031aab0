"""The year a title says a document is about: a linguistic table of periods."""

import re

_RANGE = re.compile(
    r"(?:19|20)\d{2}\s*[-–—]\s*(?:19|20)\d{2}|(?:đến|tới|từ)\s+(?:hết\s+)?(?:năm\s+)?(?:19|20)\d{2}", re.IGNORECASE
)
_YEAR = re.compile(
    r"(?:năm|quý\s+(?:[IV]{1,3}|[1-4])\s*[/,-]?|tháng\s+\d{1,2}\s*[/.-]|năm\s+học)\s*(?P<y>(?:19|20)\d{2})(?!\d|\s*[-–])",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|triển\s+khai|chương\s+trình)[^.]{0,60}$", re.IGNORECASE)
_PAIR = 2


def subject_year(title: str) -> int | None:
    """The one year ``title`` names, or the reported one of "… năm 2022, phương hướng năm 2023"; else None.

    Terms of office and plans up to some year name no single year.
    """
    if "19" not in title and "20" not in title:
        return None
    text = _RANGE.sub(" ", title)
    found = list(_YEAR.finditer(text))
    years = sorted({int(match.group("y")) for match in found})
    if len(years) == 1:
        return years[0]
    if len(years) != _PAIR or years[1] != years[0] + 1:
        return None
    later = [match for match in found if int(match.group("y")) == years[1]]
    ahead = all(_NEXT.search(text[: match.start()]) for match in later)
    reported = int(found[0].group("y")) == years[0] and not _NEXT.search(text[: found[0].start()])
    return years[0] if ahead and reported else None
