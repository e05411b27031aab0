import pytest

from assistant.cli.ingesting import progress_line
from assistant.services import FileProgress


@pytest.mark.parametrize(
    ("seconds_left", "said"),
    [(600.0, ", còn khoảng 10 phút"), (42.0, ", còn khoảng 42 giây"), (None, "đoạn/giây")],
)
def test_progress_tells_rate_and_time_left(seconds_left: float | None, said: str) -> None:
    event = FileProgress("kho.jsonl", 1_000, 2_600, 4.0, records=1_200, total=9_000, seconds_left=seconds_left)
    line = progress_line(event)
    assert line.startswith("… kho.jsonl: 1200/9000 bản ghi, 2600 đoạn, 650 đoạn/giây")
    assert line.endswith(said)
