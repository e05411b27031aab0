"""Followed folders and bars: what they say, and that foreign text in them is only text."""

import re
from pathlib import Path

from assistant.services import Services
from assistant.ui.folders_html import folders_html
from assistant.ui.overview import OverviewActions
from assistant.ui.overview_html import BARS_SHOWN, Overview, overview_html
from assistant.ui_texts_vi import documents as documents_texts
from assistant.ui_texts_vi import folders as texts
from vectorstore.followed import Folder
from vectorstore.quality import store_quality
from vectorstore.records import Counts, Facets

HOSTILE = "<img src=x onerror=alert(1)>"


def overview(facets: Facets, documents: int = 1, unsettled: int = 0) -> str:
    return overview_html(Overview(facets, Counts(documents, 0, 0, 1, 1), unsettled, store_quality([])))


def test_bars_are_as_long_as_their_numbers_and_the_rest_is_summed_up() -> None:
    units = tuple((f"Hội xã {number}", 40 - number) for number in range(BARS_SHOWN + 3))
    html = overview(Facets(years=((2023, 10), (2022, 5)), units=units))
    assert re.findall(r"2023</span>.*?width: (\d+)%", html) == ["100"]
    assert re.findall(r"2022</span>.*?width: (\d+)%", html) == ["50"]
    rest = sum(count for _, count in units[BARS_SHOWN:])
    assert f'{texts.OTHER_VALUES.format(count=3)}</span><span class="tl-chart-count">{rest}<' in html


def test_an_empty_store_has_no_bars() -> None:
    assert texts.OVERVIEW_EMPTY in overview(Facets(), documents=0)
    assert texts.STATE_UNSETTLED in overview(Facets(), documents=0, unsettled=2)


def test_foreign_text_is_only_text() -> None:
    assert "<img" not in overview(Facets(units=((HOSTILE, 1),)))
    folder = Folder(1, HOSTILE, "", False, "2026-11-21T10:00:00+00:00", problem="folder_unreachable")
    assert "<img" not in folders_html([folder], problem=HOSTILE)


def test_a_folder_says_how_it_goes() -> None:
    folder = Folder(7, "/văn bản", "", False, "2026-11-21T10:00:00+00:00", files=3)
    assert texts.FOLDER_FOLLOWED in folders_html([folder])
    assert texts.FOLDER_WORKING in folders_html([folder], working=7)
    assert texts.FOLDERS_EMPTY in folders_html([])


class Event:
    """What the page sends."""

    def __init__(self, action: str, folder_id: int) -> None:
        self.action, self.id = action, str(folder_id)


def test_folders_are_added_paused_and_forgotten_on_the_screen(services: Services, folder: Path) -> None:
    actions = OverviewActions(services)
    html, box = actions.add(f' "{folder}" ')
    assert (str(folder) in html, box) == (True, "")
    (followed,) = services.watcher.folders()
    assert texts.FOLDER_RESUME in actions.change(Event("pause", followed.folder_id))  # type: ignore[arg-type]
    assert texts.FOLDER_PAUSE in actions.change(Event("resume", followed.folder_id))  # type: ignore[arg-type]
    assert texts.FOLDERS_EMPTY in actions.change(Event("forget", followed.folder_id))  # type: ignore[arg-type]


def test_a_path_that_cannot_be_followed_stays_in_the_box_with_the_reason(services: Services, folder: Path) -> None:
    actions = OverviewActions(services)
    typed = str(folder / "không có")
    html, box = actions.add(typed)
    assert ("không có thư mục này" in html, box) == (True, typed)
    assert texts.FOLDER_NO_PATH in actions.add("  ")[0]


def test_the_overview_counts_what_the_store_holds(services: Services, folder: Path) -> None:
    (folder / "a.txt").write_text("Hội LHPN xã Đồi Mây\n\nNăm 2023 Hội trao 12 suất quà.\n", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    for _ in services.ingest([folder]):
        pass
    html = OverviewActions(services).chart()
    assert f'{texts.STATE_UNSETTLED}</span><span class="tl-chart-count">1<' in html
    assert f'{documents_texts.STATUS["indexed"]}</span><span class="tl-chart-count">1<' in html
