"""A small run of ``tests.benchmarks.hostile_files`` (2,000 files): tricks that are cheap to make, and mutations."""

import random
from pathlib import Path

from assistant.intake import take_in
from ingest.settings import IngestSettings, ReadingLimits
from tests.benchmarks.hostile_files import mutated
from tests.benchmarks.hostile_shapes import SHAPES
from tests.benchmarks.office_files import KINDS, paragraphs
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings

TRICKS = (
    "chained_sectors",
    "escaping_attachments",
    "escaping_links",
    "escaping_names",
    "false_binary_length",
    "false_count",
    "false_sizes",
    "fonts_in_a_circle",
    "formulas_in_a_circle",
    "frames_in_a_circle",
    "huge_image",
    "laughs_in_word",
    "length_refers_to_itself",
    "locked_archive",
    "nested_groups",
    "nested_json",
    "outside_relations",
    "pages_in_a_circle",
    "script_and_attachments",
    "styles_in_a_circle",
)


def test_every_hostile_file_has_a_row_and_nothing_leaves_the_data_folder(tmp_path: Path) -> None:
    chance = random.Random(4)
    folder = tmp_path / "a" / "b" / "files"
    folder.mkdir(parents=True)
    paths = [folder / f"{name}{SHAPES[name][0][0]}" for name in TRICKS]
    for path in paths:
        path.write_bytes(SHAPES[path.stem][1](chance))
    for suffix in KINDS:
        for number in range(2):
            paths.append(folder / f"{number}{suffix}")
            paths[-1].write_bytes(mutated(chance, KINDS[suffix](paragraphs(chance, 4)))[1])
    before = {path for path in tmp_path.rglob("*")}
    data = tmp_path / "a" / "b" / "data"
    settings = IngestSettings(reading=ReadingLimits(silence_s=20.0, memory_mb=400))
    with open_store(StoreSettings(data), HashingEmbedder(16)) as store:
        for _ in take_in(store, paths, settings):
            pass
        rows = [record.outcome.path for record in store.run_files()]
        assert store.check(deep=True) == []
    assert [path.name for path in paths if not any(row.startswith(str(path)) for row in rows)] == []
    assert {path for path in tmp_path.rglob("*") if not path.is_relative_to(data)} == before
