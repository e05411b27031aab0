"""Whether the files of the data folder are those the catalogue knows."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from vectorstore.generations import Generations
from vectorstore.originals import Original
from vectorstore.problems import Checked, ProblemCode, StoreProblem

_HALF_WRITTEN = ("*.part", "*.new", "*.tmp")


def originals(store: Checked, *, deep: bool) -> Iterator[StoreProblem]:
    """Every original is there with the bytes of its hash; ``deep`` reads them and looks for files nobody knows."""
    with store.database.reading() as connection:
        rows = connection.execute(
            "SELECT original_sha256, original_extension, min(source) FROM documents"
            " WHERE original_sha256 IS NOT NULL GROUP BY original_sha256, original_extension"
        ).fetchall()
    for sha256, extension, source in rows:
        path = store.parts.originals.path(Original(sha256, extension))
        if not path.exists():
            yield StoreProblem(ProblemCode.ORIGINAL_MISSING, {"source": source, "file": path.name})
        elif deep and _sha256(path) != sha256:
            yield StoreProblem(ProblemCode.ORIGINAL_ALTERED, {"source": source, "file": path.name})
    if deep:
        for path in store.parts.originals.others(store.parts.catalogue.originals()):
            yield StoreProblem(ProblemCode.ORIGINAL_ORPHANED, {"file": path.name})


def leftovers(store: Checked) -> Iterator[StoreProblem]:
    """Half-written files, uploads nobody waits for, and folders of index generations that are not in use."""
    settings = store.settings
    for path in _half_written(settings.data_dir):
        yield StoreProblem(ProblemCode.LEFTOVER, {"path": str(path.relative_to(settings.data_dir))})
    number = store.pair.generation.number
    known = {number, *(other.number for other in Generations(store.database).others())}
    for used in settings.generation_dirs(number):
        for path in sorted(used.parent.iterdir()) if used.parent.is_dir() else ():
            if not path.name.isdigit() or int(path.name) not in known:
                yield StoreProblem(ProblemCode.LEFTOVER, {"path": str(path.relative_to(settings.data_dir))})
    awaited = {one.place for one in store.runs.unsettled()}
    for path in _files(settings.waiting_dir.resolve()):
        if str(path) not in awaited:
            yield StoreProblem(ProblemCode.LEFTOVER, {"path": str(path)})


def _half_written(data_dir: Path) -> list[Path]:
    generations = data_dir / "vectors"
    found = [path for pattern in _HALF_WRITTEN for path in data_dir.glob(pattern)]
    found += [path for pattern in _HALF_WRITTEN for path in generations.glob(f"*/{pattern}")]
    return sorted([*(path for path in found if path.is_file()), *_files(data_dir / "tmp")])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
