from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from assistant.errors import RerankerUnavailableError
from assistant.model import Query
from assistant.retrieval.cross_encoder import open_cross_encoder
from assistant.retrieval.fusion import FusedChunk
from vectorstore.hits import Passage

TEXTS = ("Hội họp đầu năm.", "Hội trồng quế.", "Hội viên học nghề.")


def build(folder: Path, labels: int) -> Path:
    """A randomly initialised cross-encoder, saved the way transformers saves."""
    from transformers import (  # noqa: PLC0415  slow to import
        BertConfig,
        BertForSequenceClassification,
        PreTrainedTokenizerFast,
    )

    words = sorted({word for text in TEXTS for word in text.split()})
    vocabulary = {word: index for index, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", sep_token="[SEP]", cls_token="[CLS]"
    ).save_pretrained(folder)
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    config = BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, num_labels=labels, **shape)
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def candidates() -> tuple[list[FusedChunk], list[Passage]]:
    chunks = [FusedChunk(f"{at:016x}", 1.0 - at / 10, at + 1, None, 2.0, 0.1) for at in range(len(TEXTS))]
    passages = [
        Passage(chunk.chunk_id, "d", 0, "a.txt", "Tin", None, None, None, None, 1, 0, 9, text, (), frozenset(), "t")
        for chunk, text in zip(chunks, TEXTS, strict=True)
    ]
    return chunks, passages


def test_a_local_folder_orders_by_its_own_score(tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415  slow to import

    folder = build(tmp_path / "tiny", labels=1)
    chunks, passages = candidates()
    question = Query("Hội trồng quế ở đâu?", "Hội trồng quế ở đâu?")
    held = {one.chunk_id: one for one in passages}
    reranker = open_cross_encoder(str(folder), lambda ids: {one: held[one] for one in ids if one in held})
    gone = FusedChunk("f" * 16, 0.1, 4, None, 1.0, 0.0)
    ordered = reranker.rerank(question, [*chunks, gone])
    pairs = [(question.search_text, f"Tin\n{text}") for text in TEXTS]
    scores = CrossEncoder(str(folder), device="cpu").predict(pairs).tolist()
    expected = sorted(range(len(TEXTS)), key=lambda at: -scores[at])
    assert [one.chunk_id for one in ordered] == [chunks[at].chunk_id for at in expected]
    assert [one.score for one in ordered] == [chunk.score for chunk in chunks]
    assert reranker.rerank(question, []) == [] == reranker.rerank(question, [gone])


def test_a_classifier_with_several_labels_is_refused(tmp_path: Path) -> None:
    folder = build(tmp_path / "three", labels=3)
    with pytest.raises(RerankerUnavailableError, match="3 scores"):
        open_cross_encoder(str(folder), lambda ids: {})


@pytest.mark.parametrize("name", ["./no-such-folder", "nobody/no-such-model"])
def test_an_absent_model_is_named(name: str) -> None:
    with pytest.raises(RerankerUnavailableError, match="no-such"):
        open_cross_encoder(name, lambda ids: {})


def test_a_damaged_folder_is_named(tmp_path: Path) -> None:
    folder = build(tmp_path / "damaged", labels=1)
    (folder / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(RerankerUnavailableError, match="damaged"):
        open_cross_encoder(str(folder), lambda ids: {})
