import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from vectorstore.embedder_loading import load_embedder
from vectorstore.embedding_models import family_of
from vectorstore.errors import ModelUnavailableError

TEXTS = ["hội viên phụ nữ học nghề", "kế hoạch năm 2024", "học nghề cho hội viên phụ nữ ở xã Mây Trắng"]
DIM = 16


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A randomly initialised transformer with a fast tokenizer, saved the way sentence-transformers saves."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  slow to import
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer  # noqa: PLC0415  slow to import
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast  # noqa: PLC0415  slow to import

    words = sorted({word for text in TEXTS for word in text.split()} | {"query:", "passage:"})
    vocabulary = {word: index for index, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    base = tmp_path_factory.mktemp("base")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]").save_pretrained(base)
    shape = {"hidden_size": DIM, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, **shape)).save_pretrained(base)
    transformer = Transformer(str(base), max_seq_length=32)
    folder = tmp_path_factory.mktemp("models") / "tiny-transformer"
    SentenceTransformer(modules=[transformer, Pooling(DIM)], device="cpu").save(str(folder))
    return folder


def test_local_folder_loads_without_network_and_embeds(tiny_folder: Path) -> None:
    embedder = load_embedder(str(tiny_folder))
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), embedder.model.dim) == (len(TEXTS), DIM)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(embedder.embed_queries(TEXTS), vectors, atol=1e-6)
    assert embedder.model.model_id == str(tiny_folder)
    assert embedder.embed_queries([]).shape == (0, DIM)


def test_e5_folder_gets_its_prefixes(tiny_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "multilingual-e5-small"
    folder.symlink_to(tiny_folder, target_is_directory=True)
    prefixed, plain = load_embedder(str(folder)), load_embedder(str(tiny_folder))
    assert (prefixed.model.query_prefix, prefixed.model.passage_prefix) == ("query: ", "passage: ")
    expected = plain.embed_passages([f"query: {text}" for text in TEXTS])
    np.testing.assert_allclose(prefixed.embed_queries(TEXTS), expected, atol=1e-5)
    assert not np.allclose(prefixed.embed_passages(TEXTS), expected)


def test_prompts_saved_with_the_model_are_used(tiny_folder: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  slow to import

    model = SentenceTransformer(str(tiny_folder), device="cpu", prompts={"query": "query: ", "document": "passage: "})
    model.save(str(tmp_path / "prompted"))
    embedder = load_embedder(str(tmp_path / "prompted"))
    assert (embedder.model.query_prefix, embedder.model.passage_prefix) == ("query: ", "passage: ")


def test_loading_restores_the_environment(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSFORMERS_OFFLINE", "0")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    load_embedder(str(tiny_folder))
    assert os.environ["TRANSFORMERS_OFFLINE"] == "0"
    assert "HF_HUB_OFFLINE" not in os.environ


@pytest.mark.parametrize("name", ["./no-such-folder", "nobody/no-such-model", "no-such-model"])
def test_absent_model_is_unavailable_and_named(name: str) -> None:
    with pytest.raises(ModelUnavailableError, match="no-such"):
        load_embedder(name)


@pytest.mark.parametrize("victim", ["model.safetensors", "config.json", "tokenizer.json", "modules.json"])
def test_damaged_folder_is_unavailable_and_named(tiny_folder: Path, tmp_path: Path, victim: str) -> None:
    folder = tmp_path / "damaged-model"
    shutil.copytree(tiny_folder, folder)
    (folder / victim).write_bytes(b"\x00 not what it was")
    with pytest.raises(ModelUnavailableError, match="damaged-model"):
        load_embedder(str(folder))


def test_empty_folder_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError, match="model_unavailable"):
        load_embedder(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("intfloat/multilingual-e5-base", "query: "),
        ("/models/e5-small-v2", "query: "),
        ("intfloat/multilingual-e5-large-instruct", "Instruct: "),
        ("BAAI/bge-m3", None),
    ],
)
def test_family_follows_the_model_name(name: str, prefix: str | None) -> None:
    family = family_of(name)
    assert (family and family.query_prefix.startswith(prefix or "")) if prefix else family is None
