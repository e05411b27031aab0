"""The registry of embedding models: identity, shape, and the weight each deserves in fusion."""

from dataclasses import dataclass
from pathlib import Path

BUNDLED = "bundled"
"""The setting's value that means: the static model shipped in vectorstore/models."""

DEFAULT_DENSE_WEIGHT = 0.5
"""For a transformer nobody has measured here: both legs count the same."""


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """What an index must remember about the model that built it."""

    model_id: str
    dim: int
    dense_weight: float
    """Share of the dense leg in convex fusion, in [0, 1]; measured per model, see README, Decisions."""
    max_tokens: int | None = None
    query_prefix: str = ""
    passage_prefix: str = ""
    licence: str = ""


BUNDLED_MODEL = EmbeddingModel(
    model_id="tro-ly-hoi-static-1",
    dim=512,
    dense_weight=0.2,
    licence="Apache-2.0",
)
"""Trained by vectorstore.training; the card beside the weights tells how and how well."""

BUNDLED_FOLDER = Path(__file__).parent / "models" / BUNDLED_MODEL.model_id


@dataclass(frozen=True, slots=True)
class ModelFamily:
    """What models whose name contains ``marker`` were trained to see before a text."""

    marker: str
    query_prefix: str
    passage_prefix: str
    licence: str


FAMILIES: tuple[ModelFamily, ...] = (
    # the instruct variants want a task description instead of the bare words; first match wins
    ModelFamily(
        "e5-large-instruct",
        "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ",
        "",
        "MIT",
    ),
    ModelFamily("multilingual-e5", "query: ", "passage: ", "MIT"),
    ModelFamily("e5-", "query: ", "passage: ", "MIT"),
)
"""Prefixes from the model cards of the E5 family (Wang et al. 2022, arXiv 2212.03533)."""


def family_of(name: str) -> ModelFamily | None:
    """The family a model's id or folder name belongs to, None if it wants no prefix."""
    last = Path(name).name.lower()
    return next((family for family in FAMILIES if family.marker in last), None)
