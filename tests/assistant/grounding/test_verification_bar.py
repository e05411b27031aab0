"""A small run of the benchmark: most altered sentences are found, hardly a true one is suspected."""

import pytest

from tests.benchmarks.verification import DATA, changed_pairs, measure, true_pairs


@pytest.mark.skipif(not DATA.is_dir(), reason="the corpora of ../shared are not here")
def test_altered_sentences_are_found_and_true_ones_are_left_alone() -> None:
    found = measure([*true_pairs(2, 77, 60), *changed_pairs(2, 77, 70)])
    assert float(str(found["recall_of_changed"])) >= 0.95
    assert float(str(found["false_alarms"])) <= 0.05
