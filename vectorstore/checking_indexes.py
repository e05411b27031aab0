"""Whether both indexes and the vector files hold what the catalogue says, row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator

from vectorstore.cut_passages import NO_RECORD, same_record
from vectorstore.indexed_text import indexed_text
from vectorstore.problems import Checked, ProblemCode, StoreProblem

_AT_ONCE = 500


def sizes(store: Checked) -> Iterator[StoreProblem]:
    """Numbers of rows."""
    expected = store.parts.listing.counts().chunks
    pair = store.pair
    for index, held in (
        ("lexical", pair.lexical.count()),
        ("vectors", pair.vectors.count()),
        ("mirror", pair.vectors.mirror_count()),
    ):
        if held != expected:
            yield StoreProblem(ProblemCode.INDEX_SIZE, {"index": index, "held": held, "expected": expected})


def contents(store: Checked) -> Iterator[StoreProblem]:
    """Chunk by chunk: every one there, once, filed under its document, and no other."""
    wanted = store.parts.texts.indexed_owners()
    yield from _compared("lexical", wanted, store.pair.lexical.rows())
    rows = (row for batch in store.pair.vectors.rows() for row in zip(batch.chunk_ids, batch.document_ids, strict=True))
    yield from _compared("vectors", wanted, rows)


def vector_files(store: Checked) -> Iterator[StoreProblem]:
    """The mirror holds the same vectors as Chroma, and codes that belong to them."""
    differing = sum(len(store.pair.vectors.mirror_differences(batch)) for batch in store.pair.vectors.rows())
    if differing:
        yield StoreProblem(ProblemCode.VECTOR_ROWS, {"rows": differing})
    miscoded = store.pair.vectors.mirror_miscoded()
    if miscoded:
        yield StoreProblem(ProblemCode.VECTOR_CODES, {"rows": miscoded})


def passage_records(store: Checked) -> Iterator[StoreProblem]:
    """Records that are kept are those of the passages' text; one that is not kept is cut when it is asked for."""
    records, cutter = store.pair.records, store.pair.cutter
    if cutter is None:
        return
    kept, wrong = records.ids(), 0
    for start in range(0, len(kept), _AT_ONCE):
        ids = kept[start : start + _AT_ONCE]
        found = store.parts.texts.passages(ids)
        texts = [indexed_text(one.title, one.heading_path, one.text) for one in found.values()]
        made = dict(zip(found, cutter.cut(texts).records, strict=True)) if texts else {}
        wrong += sum(
            not same_record(made.get(one, NO_RECORD), held) for one, held in zip(ids, records.read(ids), strict=True)
        )
    if wrong:
        yield StoreProblem(ProblemCode.PASSAGE_RECORDS, {"rows": wrong})


def _compared(index: str, wanted: dict[str, str], rows: Iterable[tuple[str, str]]) -> Iterator[StoreProblem]:
    held: Counter[str] = Counter()
    misfiled = 0
    for chunk_id, document_id in rows:
        held[chunk_id] += 1
        misfiled += chunk_id in wanted and wanted[chunk_id] != document_id
    missing, unknown = len(wanted.keys() - held.keys()), len(held.keys() - wanted.keys())
    if missing or unknown:
        yield StoreProblem(ProblemCode.INDEX_CONTENT, {"index": index, "missing": missing, "unknown": unknown})
    twice = sum(times > 1 for times in held.values())
    if misfiled or twice:
        yield StoreProblem(ProblemCode.INDEX_OWNER, {"index": index, "misfiled": misfiled, "twice": twice})
