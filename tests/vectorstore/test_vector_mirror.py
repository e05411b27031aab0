from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vectorstore.protocols import Vectors
from vectorstore.vector_mirror import VectorMirror

DIM = 8


def number(value: int) -> str:
    return f"{value:016x}"


def unit(seed: int) -> Vectors:
    vector = np.random.default_rng(seed).normal(size=DIM).astype(np.float32)
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


steps = st.lists(
    st.tuples(st.sampled_from(["upsert", "delete", "reopen"]), st.integers(1, 12), st.integers(0, 3)), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(steps=steps, chosen=st.none() | st.sets(st.integers(100, 104)))
def test_search_equals_brute_force_whatever_happened_before(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], chosen: set[int] | None
) -> None:
    folder = tmp_path_factory.mktemp("mirror")
    mirror, held = VectorMirror(folder, DIM), dict[str, tuple[str, Vectors]]()
    for action, chunk, version in steps:
        chunk_id, document_id, vector = number(chunk), number(100 + version), unit(chunk * 10 + version)
        if action == "upsert":
            mirror.upsert([chunk_id], [document_id], vector.reshape(1, -1))
            held[chunk_id] = (document_id, vector)
        elif action == "delete":
            mirror.delete([chunk_id])
            held.pop(chunk_id, None)
        else:
            mirror.close()
            mirror = VectorMirror(folder, DIM)
    allowed = None if chosen is None else {number(one) for one in chosen}
    query = unit(7)
    expected = sorted(
        (
            (-float(vector @ query), chunk_id)
            for chunk_id, (document_id, vector) in held.items()
            if allowed is None or document_id in allowed
        )
    )[:4]
    found = mirror.search(query, 4, allowed)
    assert [hit.chunk_id for hit in found] == [chunk_id for _, chunk_id in expected]
    assert [hit.score for hit in found] == pytest.approx([-score for score, _ in expected], abs=1e-6)
    assert mirror.count() == len(held)
    mirror.close()


@pytest.mark.parametrize(("name", "cut"), [("ids.i64", 5), ("vectors.f32", 3), ("codes.i8", 3), ("bounds.f32", 3)])
def test_torn_tail_is_cut_off_at_opening(tmp_path: Path, name: str, cut: int) -> None:
    mirror = VectorMirror(tmp_path, DIM)
    mirror.upsert([number(1), number(2)], [number(9)] * 2, np.stack([unit(1), unit(2)]))
    mirror.close()
    path = tmp_path / name
    path.write_bytes(path.read_bytes()[:-cut])
    reopened = VectorMirror(tmp_path, DIM)
    # what is made from the vectors is made again
    left = [number(1)] if name in {"ids.i64", "vectors.f32"} else [number(1), number(2)]
    assert [hit.chunk_id for hit in reopened.search(unit(1), 5)] == left
    reopened.upsert([number(2)], [number(9)], unit(2).reshape(1, -1))
    assert reopened.search(unit(2), 1)[0].chunk_id == number(2)
    reopened.close()


def test_codes_are_made_for_a_mirror_of_an_earlier_version(tmp_path: Path) -> None:
    mirror = VectorMirror(tmp_path, DIM)
    ids = [number(one) for one in range(1, 51)]
    mirror.upsert(ids, [number(9)] * 50, np.stack([unit(one) for one in range(1, 51)]))
    before = mirror.search(unit(60), 5)
    mirror.close()
    (tmp_path / "codes.i8").unlink()
    (tmp_path / "bounds.f32").unlink()
    reopened = VectorMirror(tmp_path, DIM)
    assert reopened.search(unit(60), 5) == before
    reopened.close()


@pytest.mark.parametrize("kept", [None, 1, 40, 250])
def test_search_over_thousands_of_rows_equals_brute_force(tmp_path: Path, kept: int | None) -> None:
    random = np.random.default_rng(3)
    rows = random.normal(size=(5_000, 32)).astype(np.float32)
    rows[1_000:1_200] = rows[0]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    documents = np.arange(5_000) // 10
    mirror = VectorMirror(tmp_path, 32)
    for start in range(0, 5_000, 700):
        part = range(start, min(start + 700, 5_000))
        mirror.upsert([number(one + 1) for one in part], [number(int(documents[one])) for one in part], rows[part])
    chosen = None if kept is None else frozenset(number(one) for one in random.choice(500, kept, replace=False))
    allowed = [one for one in range(5_000) if chosen is None or number(int(documents[one])) in chosen]
    for query in (rows[0], rows[3_000], *random.normal(size=(5, 32)).astype(np.float32)):
        scores = rows[allowed] @ (query / np.linalg.norm(query))
        found = mirror.search(query, 100, chosen)
        assert [hit.score for hit in found] == pytest.approx(np.sort(scores)[::-1][:100], abs=1e-6)
        # equal vectors may differ in the last digit, as matrix products round
        score_of = {number(one + 1): score for one, score in zip(allowed, scores, strict=True)}
        assert [score_of[hit.chunk_id] for hit in found] == pytest.approx([hit.score for hit in found], abs=1e-6)
    mirror.close()


def test_question_without_known_words_gives_any_rows_at_zero(tmp_path: Path) -> None:
    mirror = VectorMirror(tmp_path, DIM)
    mirror.upsert([number(2), number(1)], [number(9)] * 2, np.stack([unit(1), unit(2)]))
    assert [(hit.chunk_id, hit.score) for hit in mirror.search(np.zeros(DIM, dtype=np.float32), 1)] == [(number(1), 0)]
    mirror.close()


def test_files_shrink_when_most_rows_are_deleted(tmp_path: Path) -> None:
    mirror = VectorMirror(tmp_path, DIM)
    ids = [number(one) for one in range(1, 101)]
    mirror.upsert(ids, [number(9)] * 100, np.stack([unit(one) for one in range(1, 101)]))
    mirror.delete(ids[:90])
    mirror.close()
    reopened = VectorMirror(tmp_path, DIM)
    assert (tmp_path / "vectors.f32").stat().st_size == 10 * DIM * 4
    assert {hit.chunk_id for hit in reopened.search(unit(3), 50)} == set(ids[90:])
    reopened.close()


def test_cleared_mirror_is_empty_and_usable(tmp_path: Path) -> None:
    mirror = VectorMirror(tmp_path, DIM)
    mirror.upsert([number(1)], [number(9)], unit(1).reshape(1, -1))
    mirror.clear()
    assert mirror.count() == 0
    assert mirror.search(unit(1), 3) == []
    mirror.upsert([number(2)], [number(9)], unit(2).reshape(1, -1))
    assert mirror.count() == 1
    mirror.close()
