import json
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedding_models import EmbeddingModel
from vectorstore.static_embedder import open_static
from vectorstore.training.composition import syllable_matrix
from vectorstore.training.corpus import chunks, clean, read_articles, sentences
from vectorstore.training.encoding import EncodedCorpus, encode
from vectorstore.training.export import without_common_direction
from vectorstore.training.pairs import PairSampler
from vectorstore.training.recipe import Recipe, with_overrides
from vectorstore.training.tokenizer import train_tokenizer

SUBJECTS = ("lớp dạy nghề may", "vốn vay chăn nuôi", "tủ sách thôn bản", "bếp ăn tình thương", "đường hoa kiểu mẫu")


@pytest.fixture(scope="module")
def corpus_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for name in ("news", "legal"):
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as lines:
            for number in range(40):
                subject = SUBJECTS[number % len(SUBJECTS)]
                body = [f"Hội viên xã Mây Trắng số {number} tham gia {subject} đợt {part}." for part in range(30)]
                record = {"id": f"{name}-{number}", "title": f"Kế hoạch {subject} {number}", "text": " ".join(body)}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return folder


@pytest.fixture(scope="module")
def encoded(corpus_dir: Path) -> EncodedCorpus:
    articles = list(read_articles(corpus_dir))
    tokenizer = train_tokenizer([text for one in articles for chunk in one.chunks for text in chunk], 300)
    return encode(articles, tokenizer)


def test_cleaning_drops_database_keys_and_keeps_headings() -> None:
    assert clean("### 1600100000000000100000700000\n\n### Điều 5. Phạm vi\nnội dung").split() == (
        ["Điều", "5.", "Phạm", "vi", "nội", "dung"]
    )


def test_sentences_join_fragments_and_wrapped_lines() -> None:
    found = sentences("Câu thứ nhất bị ngắt\ngiữa dòng ở đây. Ngắn. Câu thứ hai dài hơn hẳn câu kia nhiều.")
    assert found == ["Câu thứ nhất bị ngắt giữa dòng ở đây. Ngắn.", "Câu thứ hai dài hơn hẳn câu kia nhiều."]


def test_chunks_keep_every_sentence_in_order() -> None:
    parts = [f"câu số {number} " * 20 for number in range(30)]
    assert [sentence for chunk in chunks(parts) for sentence in chunk] == parts


def test_tokens_cross_spaces_but_never_punctuation() -> None:
    tokenizer = train_tokenizer(["Phụ nữ, hội viên phụ nữ"] * 50, 60)
    tokens = tokenizer.encode("phụ nữ. Nữ phu NU").tokens
    assert "▁phu▁nu" in tokens
    assert tokens == tokenizer.encode("phu nu . nu PHỤ nữ").tokens


def test_composition_names_each_syllable_of_a_token() -> None:
    tokenizer = train_tokenizer(["phụ nữ"] * 50, 60)
    pairs, syllables = syllable_matrix(tokenizer)
    token = tokenizer.token_to_id("▁phu▁nu")
    parts = pairs[1][pairs[0] == token]
    single = [pairs[1][pairs[0] == tokenizer.token_to_id(part)] for part in ("▁phu", "▁nu")]
    assert sorted(parts) == sorted(np.concatenate(single))
    assert pairs[1].max() == syllables - 1


def _first_batch(encoded: EncodedCorpus, **values: object) -> tuple[list[list[int]], list[list[int]]]:
    overrides = {"batch": 16, "drop_share": 0.0, "question_share": 0.0, "window_tokens": 0, **values}
    recipe = with_overrides(Recipe(), [f"{name}={value}" for name, value in overrides.items()])
    batch = next(PairSampler(encoded, [np.array([1], dtype=np.int32)], recipe, np.random.default_rng(3)).batches())
    return [row.tolist() for row in batch.queries], [row.tolist() for row in batch.passages]


def _contains(whole: list[int], part: list[int]) -> bool:
    return any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


@pytest.mark.parametrize(("keep_share", "expected"), [(0.0, False), (1.0, True)])
def test_sentence_stays_in_its_passage_only_when_kept(
    encoded: EncodedCorpus, keep_share: float, expected: bool
) -> None:
    queries, passages = _first_batch(encoded, keep_share=keep_share, title_share=0.0, lead_share=0.0, neighbours=1)
    found = [_contains(passage, query) for query, passage in zip(queries, passages, strict=True)]
    assert all(found) if expected else not any(found)


def test_chunks_of_the_same_article_are_unclear_only_for_headlines(encoded: EncodedCorpus) -> None:
    recipe = with_overrides(Recipe(), ["batch=16", "title_share=1.0", "neighbours=4"])
    sampler = PairSampler(encoded, [np.array([1], dtype=np.int32)], recipe, np.random.default_rng(3))
    unclear = next(sampler.batches()).unclear
    assert unclear.any()
    assert not unclear.diagonal().any()
    recipe = with_overrides(recipe, ["title_share=0.0", "lead_share=0.0"])
    sampler = PairSampler(encoded, [np.array([1], dtype=np.int32)], recipe, np.random.default_rng(3))
    assert not next(sampler.batches()).unclear.any()


def test_common_direction_is_taken_out() -> None:
    rng = np.random.default_rng(5)
    table = (rng.normal(size=(50, 8)) + 3.0).astype(np.float32)
    tokens = rng.integers(50, size=2000).astype(np.int32)
    mean = np.bincount(tokens, minlength=50) / 2000 @ without_common_direction(table, tokens, 1.0)
    np.testing.assert_allclose(mean, 0.0, atol=1e-4)
    np.testing.assert_allclose(without_common_direction(table, tokens, 0.0), table, atol=1e-6)


def test_encoded_corpus_survives_saving(encoded: EncodedCorpus, tmp_path: Path) -> None:
    encoded.save(tmp_path / "corpus.npz")
    again = EncodedCorpus.load(tmp_path / "corpus.npz")
    np.testing.assert_array_equal(again.tokens, encoded.tokens)
    np.testing.assert_array_equal(again.chunk_bounds, encoded.chunk_bounds)


def test_unknown_recipe_field_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown recipe field 'stepz'"):
        with_overrides(Recipe(), ["stepz=3"])


def test_trained_model_finds_subjects_and_repeats_with_the_same_seed(corpus_dir: Path, tmp_path: Path) -> None:
    from vectorstore.training.__main__ import build  # noqa: PLC0415  imports torch

    recipe = with_overrides(
        Recipe(), ["vocabulary=400", "dim=32", "matryoshka_dims=32,16", "steps=12", "batch=64", "tokenizer_share=1.0"]
    )
    model = EmbeddingModel("tiny", 32, 0.5)
    vectors = []
    for name in ("one", "two"):
        build(corpus_dir, tmp_path / name, recipe, None)
        embedder = open_static(model, tmp_path / name)
        vectors.append(embedder.embed_passages([*SUBJECTS, *(f"kế hoạch {subject}" for subject in SUBJECTS)]))
    np.testing.assert_allclose(vectors[0], vectors[1], atol=2e-2)
    similarity = vectors[0][: len(SUBJECTS)] @ vectors[0][len(SUBJECTS) :].T
    assert similarity.argmax(axis=0).tolist() == list(range(len(SUBJECTS)))
