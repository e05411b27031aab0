"""The registry of embedding models: identity, shape, and the weight each deserves in fusion."""

from dataclasses import dataclass

BUNDLED = "bundled"
"""The setting's value that means: the static model shipped in vectorstore/models."""


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
