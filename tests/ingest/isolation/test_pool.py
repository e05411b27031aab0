import dataclasses
import json
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ingest.errors import ReaderUnavailableError, ReadingCrashedError, ReadingMemoryError, ReadingTooLongError
from ingest.isolation import PagesRead, Reading, ReadingPool
from ingest.isolation.records import read_records
from ingest.prepared import Prepared, prepare
from ingest.rejected import Rejected
from ingest.settings import IngestSettings, ReadingLimits

SETTINGS = IngestSettings()
STORY = "Hội LHPN huyện Bình An tổng kết năm 2024\n\n12/12/2024\nCác cấp Hội đã giúp {n} hộ nghèo làm nhà ở.\n"
SLOW_TAGS = 30_000
"""Nested this deep an HTML page takes many times SHORT_S."""
SHORT_S, PATIENT_S = 0.6, 60.0


def limited(**limits: float) -> IngestSettings:
    return IngestSettings(reading=dataclasses.replace(ReadingLimits(), silence_s_per_mb=0.0, **limits))  # type: ignore[arg-type]


def story(folder: Path, n: int) -> Path:
    path = folder / f"tin-{n}.txt"
    path.write_text(STORY.format(n=n), encoding="utf-8")
    return path


def documents(reading: Reading) -> list[Prepared | Rejected]:
    return [item for item in reading.items() if not isinstance(item, PagesRead)]


def children() -> set[int]:
    found: set[int] = set()
    for tasks in Path("/proc/self/task").glob("*/children"):
        with suppress(FileNotFoundError):  # a thread may end between being listed and being read
            found.update(map(int, tasks.read_text().split()))
    return found


def wait_until_it_reads(reader: int) -> None:
    """A process that has been given nothing yet is replaced without anybody noticing."""
    idle = processor_ticks(reader)
    until = time.monotonic() + 60
    while processor_ticks(reader) < idle + 5:
        assert time.monotonic() < until
        time.sleep(0.01)


def processor_ticks(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11])


def test_what_is_read_is_what_prepare_reads_in_the_order_of_calls(tmp_path: Path) -> None:
    files = [story(tmp_path, n) for n in range(6)]
    with ReadingPool(SETTINGS, workers=2) as pool:
        read = [documents(reading) for reading in [pool.submit(file) for file in files]]
    assert read == [list(prepare(file, SETTINGS)) for file in files]


def test_no_process_is_started_before_the_first_file_and_none_is_left() -> None:
    before = children()
    with ReadingPool(SETTINGS, workers=2):
        assert children() == before
    assert children() == before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes as Linux lists them")
def test_a_process_started_ahead_reads_the_first_file(tmp_path: Path) -> None:
    before = children()
    with ReadingPool(SETTINGS, workers=1) as pool:
        pool.get_ready()
        ahead = children() - before
        assert len(ahead) == 1
        assert documents(pool.submit(story(tmp_path, 1))) == list(prepare(story(tmp_path, 1), SETTINGS))
        assert children() - before == ahead
    assert children() == before


def test_what_is_read_ahead_is_bounded_even_of_the_file_the_writer_is_at(tmp_path: Path) -> None:
    path = tmp_path / "kho.jsonl"
    lines = [json.dumps({"id": f"tin-{n}", "title": f"Tin {n}", "text": STORY.format(n=n)}) for n in range(2_000)]
    path.write_text("\n".join(lines), encoding="utf-8")
    most = 100_000
    with ReadingPool(SETTINGS, workers=1, most_waiting=most) as pool:
        items = pool.submit(path).items()
        first = next(items)
        with pool.changed:
            assert pool.changed.wait_for(lambda: pool.waiting_bytes >= most, timeout=60)
            pool.changed.wait_for(lambda: pool.waiting_bytes >= 2 * most, timeout=1)
            assert pool.waiting_bytes < 2 * most
        assert [first, *items] == list(prepare(path, SETTINGS))


def test_a_file_without_end_is_given_up_and_the_next_one_is_read(tmp_path: Path) -> None:
    endless = tmp_path / "tang.html"
    endless.write_text("<html><body>" + "<div>" * 10 * SLOW_TAGS + "chữ", encoding="utf-8")
    # only the large file is hurried: on a loaded machine the good one may be silent for long
    hurry = (PATIENT_S - SHORT_S) / (endless.stat().st_size / 2**20)
    limits = dataclasses.replace(ReadingLimits(), silence_s=PATIENT_S, silence_s_per_mb=-hurry)
    with ReadingPool(IngestSettings(reading=limits), workers=1) as pool:
        hopeless, good = pool.submit(endless), pool.submit(story(tmp_path, 2))
        with pytest.raises(ReadingTooLongError):
            documents(hopeless)
        assert documents(good) == list(prepare(story(tmp_path, 2), SETTINGS))


def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    large = tmp_path / "lon.txt"
    large.write_text(STORY.format(n=1) * 200_000, encoding="utf-8")
    with ReadingPool(limited(memory_mb=150), workers=1) as pool, pytest.raises(ReadingMemoryError, match="150"):
        documents(pool.submit(large))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of POSIX")
def test_a_reader_that_dies_is_replaced(tmp_path: Path) -> None:
    before = children()
    large = tmp_path / "lon.txt"
    large.write_text(STORY.format(n=1) * 100_000, encoding="utf-8")
    with ReadingPool(SETTINGS, workers=1) as pool:
        assert documents(pool.submit(story(tmp_path, 1)))
        dying, good = pool.submit(large), pool.submit(story(tmp_path, 2))
        (reader,) = children() - before
        wait_until_it_reads(reader)
        os.kill(reader, signal.SIGKILL)
        with pytest.raises(ReadingCrashedError, match="SIGKILL"):
            documents(dying)
        assert documents(good) == list(prepare(story(tmp_path, 2), SETTINGS))


def test_a_system_that_starts_no_process_is_an_error_of_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "khong-co"))
    with ReadingPool(SETTINGS, workers=1) as pool, pytest.raises(ReaderUnavailableError):
        documents(pool.submit(story(tmp_path, 1)))


def test_records_come_as_prepare_yields_them(tmp_path: Path) -> None:
    path = tmp_path / "kho.jsonl"
    lines = [json.dumps({"id": f"tin-{n}", "title": f"Tin {n}", "text": f"Xã {n}."}) for n in range(200)]
    path.write_text("\n".join(lines), encoding="utf-8")
    with ReadingPool(SETTINGS, workers=1) as pool:
        _, items = read_records(pool, path, frozenset({1, 2, 150}))
        assert list(items) == list(prepare(path, SETTINGS, frozenset({1, 2, 150})))


def test_a_record_that_breaks_the_reader_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "kho.jsonl"
    lines = [json.dumps({"id": f"tin-{n}", "title": f"Tin {n}", "text": f"Xã {n}."}) for n in range(100)]
    lines[40] = json.dumps({"id": "tin-40", "title": "Tin 40", "text": STORY.format(n=40) * 100_000})
    path.write_text("\n".join(lines), encoding="utf-8")
    settings = limited(memory_mb=150)
    with ReadingPool(settings, workers=1) as pool:
        _, items = read_records(pool, path)
        read = [item for item in items if not isinstance(item, PagesRead)]
    assert [item.document.source for item in read if isinstance(item, Prepared)] == [
        f"tin-{n}" for n in range(100) if n != 40
    ]
    (culprit,) = [item for item in read if isinstance(item, Rejected)]
    assert (culprit.record_line, culprit.error.code) == (41, "reading_memory")
