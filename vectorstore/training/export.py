"""Writes a trained table as a folder that sentence-transformers, model2vec and StaticEmbedder all read."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from vectorstore.training.tokenizer import SPACE, UNKNOWN

_MODULES = [
    {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
_CONFIG = {"model_type": "model2vec", "normalize": True, "embedding_dtype": "float16"}
_PROMPTS: dict[str, object] = {"prompts": {}, "default_prompt_name": None, "similarity_fn_name": "cosine"}


def without_common_direction(
    table: NDArray[np.float32], tokens: NDArray[np.int32], share: float
) -> NDArray[np.float32]:
    """Take out the direction that the mean of all running tokens points to (Arora et al. 2017, Mu et al. 2018).

    It says "Vietnamese text" and tells no passage from another.
    """
    frequency = np.bincount(tokens, minlength=len(table)) / len(tokens)
    mean = frequency @ table
    direction = mean / np.linalg.norm(mean)
    return (table - share * np.outer(table @ direction, direction)).astype(np.float32)


def export(table: NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> None:
    """Save float16 rows, one per token id; the unknown token and the bare space get zeros: they never count."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = table.copy()
    for token in (UNKNOWN, SPACE):
        rows[tokenizer.token_to_id(token)] = 0.0
    # model2vec's name for the table; sentence-transformers reads it too
    save_file({"embeddings": rows.astype(np.float16)}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in (
        ("modules.json", _MODULES),
        ("config.json", _CONFIG),
        ("config_sentence_transformers.json", _PROMPTS),
    ):
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
