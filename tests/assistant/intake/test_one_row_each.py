"""Whatever happens to a file on its way, it has one row in its run, and so has every member that was not taken."""

from pathlib import Path

import pytest

from assistant.intake.tally import Tally
from assistant.intake.writing import FileInHand
from ingest.errors import DamagedFileError, EmptyFileError, IngestError, ReadingTooLongError, StateSecretError
from ingest.rejected import Rejected
from vectorstore.records import FileOutcome

PATH = Path("thu.eml")


def in_hand(*items: Rejected, indexed: int = 0) -> FileInHand:
    file = FileInHand(PATH)
    for item in items:
        file.rows += file.tally.rejected(item)
    file.tally._indexed = indexed
    return file


def rejected(error: IngestError, member: str | None = None) -> Rejected:
    return Rejected("thu.eml", None, error, member=member)


def rows(file: FileInHand) -> list[FileOutcome]:
    return [step for step in file.steps() if isinstance(step, FileOutcome)]


def test_a_file_refused_after_something_of_it_was_taken_has_one_row_that_says_both() -> None:
    file = in_hand(rejected(DamagedFileError(problem="RecursionError")), indexed=1)
    file.ended = True
    (row,) = rows(file)
    assert (row.path, row.status, row.code, row.documents) == ("thu.eml", "refused", "damaged_file", 1)
    assert row.details == {"problem": "RecursionError"}


def test_a_file_refused_before_it_breaks_off_has_the_row_of_the_break() -> None:
    file = in_hand(rejected(DamagedFileError(problem="ValueError"), member=""))
    file.fail(ReadingTooLongError(seconds=20))
    file.ended = True
    (row,) = rows(file)
    assert (row.status, row.code) == ("failed", "reading_too_long")


def test_a_secret_stays_the_reason_when_the_file_breaks_off_later() -> None:
    file = in_hand(rejected(StateSecretError(mark="MẬT", page=1, sha256="0" * 64)))
    file.fail(ReadingTooLongError(seconds=20))
    file.ended = True
    (row,) = rows(file)
    assert (row.status, row.code) == ("failed", "state_secret")


def test_a_mail_that_says_nothing_itself_is_what_is_attached() -> None:
    file = in_hand(rejected(EmptyFileError(), member=""), indexed=2)
    file.ended = True
    (row,) = rows(file)
    assert (row.status, row.code, row.documents) == ("indexed", "", 2)


@pytest.mark.parametrize(("member", "count"), [("a.eml", 1), ("b.eml", 2)])
def test_a_member_refused_twice_has_one_row(member: str, count: int) -> None:
    tally = Tally("goi.zip")
    found = [*tally.rejected(rejected(EmptyFileError(), "a.eml")), *tally.rejected(rejected(EmptyFileError(), member))]
    assert len({row.path for row in found}) == len(found) == count
