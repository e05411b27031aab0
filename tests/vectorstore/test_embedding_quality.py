"""Golden metrics of the bundled model; renew with python -m tests.benchmarks.embedding_quality --golden."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.embedding_quality import SETS, golden, read_set
from vectorstore.embedder_loading import load_embedder
from vectorstore.embedding_models import BUNDLED, BUNDLED_MODEL

GOLDEN = Path(__file__).parent / "golden" / f"{BUNDLED_MODEL.model_id}.json"
TOLERANCE = 0.004
"""About two questions of the smaller set changing places; half precision and library versions stay far below."""


@pytest.mark.parametrize("name", SETS)
def test_quality_is_what_was_reviewed(shared: Path, name: str) -> None:
    measured = golden(load_embedder(BUNDLED), read_set(shared / "data" / "eval", name))
    expected = json.loads(GOLDEN.read_text(encoding="utf-8"))[name]
    for leg, values in expected.items():
        assert measured[leg] == pytest.approx(values, abs=TOLERANCE), leg
    assert measured["dense_no_accents"] == measured["dense"]


def test_fusion_reaches_the_bar_and_beats_each_leg(shared: Path) -> None:
    measured = golden(load_embedder(BUNDLED), read_set(shared / "data" / "eval", "xquad-vi"))
    assert measured["dense"]["ndcg@10"] >= 0.816
    assert measured["fused"]["ndcg@10"] >= 0.955
