import random
from pathlib import Path

import pytest

from ingest.text.folding import fold
from tests.benchmarks.embedding_quality import read_set
from tests.benchmarks.typing_noise import mistyped, quality, spoilt, store_of

QUESTIONS = 150


def test_noise_is_seeded_and_spoils_about_one_word_in_eight() -> None:
    question = "Hội Liên hiệp Phụ nữ xã giúp hội viên vay vốn để thoát nghèo bền vững " * 40
    noisy = spoilt(question, random.Random(5))
    assert noisy == spoilt(question, random.Random(5))
    changed = sum(left != right for left, right in zip(question.split(), noisy.split(), strict=True))
    assert 0.08 < changed / len(question.split()) < 0.17


@pytest.mark.parametrize("seed", range(20))
def test_a_typo_is_one_slip(seed: int) -> None:
    assert abs(len(mistyped("nghèo", random.Random(seed))) - len("nghèo")) <= 1


def test_noise_and_missing_accents_cost_little(shared: Path) -> None:
    data = read_set(shared / "data" / "eval", "xquad-vi")
    chance = random.Random(1)
    chosen = random.Random(2).sample(range(len(data.questions)), QUESTIONS)
    questions = [data.questions[index] for index in chosen]
    with store_of(data.passages) as (store, ids):
        relevant = [ids[data.relevant[index]] for index in chosen]
        clean = quality(store, questions, relevant)["ndcg@10"]
        bare = quality(store, [fold(question) for question in questions], relevant)["ndcg@10"]
        noisy = quality(store, [spoilt(question, chance) for question in questions], relevant)["ndcg@10"]
    assert clean - bare <= 0.003
    assert clean - noisy <= 0.04
