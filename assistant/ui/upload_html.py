"""What becomes of received files, as HTML: a line per file while few, the telling ones while many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from assistant.services import RunProgress
from assistant.ui_texts_vi import documents as texts

QUEUED, READING = "queued", "reading"
PROBLEMS_SHOWN = 5
"""Bad records named on a file's line; the others are counted."""
_LINES_SHOWN = 60
"""More are counted: a page of 1,000 lines sent three times a second keeps a browser busy."""
_MINUTE_S = 60
_ORDER = {READING: 0, "failed": 1, "refused": 1}
"""What is going on comes first, then what needs somebody's attention."""


@dataclass(frozen=True, slots=True)
class UploadLine:
    """One file of an upload: ``status`` is queued, reading, or what became of it."""

    name: str
    status: str = QUEUED
    detail: str = ""
    problems: tuple[str, ...] = ()
    """Why single records of the file were not taken, the first of them."""
    problem_count: int = 0
    """Such records; 400,000 lines of a file that only calls itself .jsonl are so many."""


def upload_html(lines: Mapping[str, UploadLine], progress: RunProgress | None = None) -> str:
    """A line per file with its state, a sentence that counts them, and while the run lasts its rate and time left."""
    if not lines:
        return ""
    shown = _shown(list(lines.values()))
    items = "".join(_upload_line(line) for line in shown)
    more = len(lines) - len(shown)
    rest = f'<li class="tl-muted">{texts.UPLOAD_MORE_FILES.format(count=more)}</li>' if more else ""
    pace = f'<p class="tl-muted">{escape(pace_text(progress))} {texts.UPLOAD_GOES_ON}</p>' if progress else ""
    head = f'<p class="tl-upload-head" role="status">{escape(upload_summary(lines))}</p>{pace}'
    return f'<section class="tl-upload" aria-label="{texts.UPLOAD_RESULT}">{head}<ul>{items}{rest}</ul></section>'


def pace_text(progress: RunProgress) -> str:
    """Files and pages a minute, and how long it still takes."""
    minutes = max(progress.seconds, 1.0) / _MINUTE_S
    parts = [texts.UPLOAD_RATE.format(files=progress.files / minutes, pages=progress.pages / minutes)]
    left = progress.seconds_left
    if left is not None:
        parts.append(
            texts.UPLOAD_LEFT_MINUTES.format(minutes=left / _MINUTE_S)
            if left >= 2 * _MINUTE_S
            else texts.UPLOAD_LEFT_SECONDS.format(seconds=left)
        )
    return ", ".join(parts) + "."


def _shown(lines: Sequence[UploadLine]) -> Sequence[UploadLine]:
    if len(lines) <= _LINES_SHOWN:
        return lines
    return sorted(lines, key=lambda line: _ORDER.get(line.status, 3 if line.status == QUEUED else 2))[:_LINES_SHOWN]


def upload_summary(lines: Mapping[str, UploadLine]) -> str:
    """How far the upload is, or what became of its files."""
    finished = Counter(line.status for line in lines.values() if line.status not in (QUEUED, READING))
    if finished.total() < len(lines):
        return texts.UPLOAD_PROGRESS.format(index=finished.total() + 1, total=len(lines))
    named = [texts.UPLOAD_ALL_DONE_PART[status].format(count=finished[status]) for status in finished]
    return texts.UPLOAD_DONE.format(total=len(lines), parts=", ".join(named))


def _upload_line(line: UploadLine) -> str:
    labels = {QUEUED: texts.UPLOAD_QUEUED, READING: texts.UPLOAD_READING}
    label = labels.get(line.status) or texts.STATUS.get(line.status, line.status)
    details = [line.detail, *line.problems[:PROBLEMS_SHOWN]]
    if line.problem_count > PROBLEMS_SHOWN:
        details.append(texts.UPLOAD_MORE_PROBLEMS.format(count=line.problem_count - PROBLEMS_SHOWN))
    reasons = "".join(f'<span class="tl-reason">{escape(detail)}</span>' for detail in details if detail)
    bar = '<span class="tl-bar" aria-hidden="true"></span>' if line.status == READING else ""
    return (
        f'<li><span class="tl-upload-name">{escape(line.name)}</span>'
        f'<span class="tl-state tl-state-{escape(line.status)}">{escape(label)}</span>{reasons}{bar}</li>'
    )
