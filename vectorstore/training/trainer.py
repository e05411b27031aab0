"""The training loop: StaticEmbedding, in-batch negatives at several vector lengths, Adam, a cosine schedule."""

import logging
import math
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MatryoshkaLoss, MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.utils import parametrize

from vectorstore.training.composition import syllable_matrix
from vectorstore.training.pairs import Batch, Ids
from vectorstore.training.recipe import Recipe

logger = logging.getLogger(__name__)

_REPORT_EVERY = 25


class Composition(nn.Module):
    """Adds to each token's own vector the vectors of its syllables; a parametrisation of the embedding's weight."""

    def __init__(self, tokenizer: Tokenizer, dim: int) -> None:
        super().__init__()
        pairs, syllables = syllable_matrix(tokenizer)
        self.register_buffer("tokens", torch.from_numpy(pairs[0]))
        self.register_buffer("parts", torch.from_numpy(pairs[1]))
        self.syllables = nn.Parameter(torch.randn(syllables, dim))

    def forward(self, own: Tensor) -> Tensor:
        """The composed table, float32 (tokens, dim)."""
        return own.index_add(0, self.tokens, self.syllables[self.parts])  # type: ignore[arg-type,index]


class MaskedRankingLoss(MultipleNegativesRankingLoss):
    """In-batch negatives where some passages are neither right nor wrong: the labels are that mask, bool (1, 1, n, n).

    MatryoshkaLoss takes a matrix as wide as the vectors for vectors, and cuts it: so the mask has two dimensions more.
    """

    def compute_loss_from_embeddings(self, embeddings: list[Tensor], labels: Tensor) -> Tensor:
        """Cross entropy of each query's own passage among the batch's passages that count."""
        queries, passages = embeddings
        logits = (self.similarity_fct(queries, passages) * self.scale).masked_fill(labels[0, 0], -torch.inf)
        return nn.functional.cross_entropy(logits, torch.arange(len(queries)))


def train(tokenizer: Tokenizer, batches: Iterator[Batch], recipe: Recipe) -> NDArray[np.float32]:
    """Train from random vectors and give back the composed table, float32 (tokens, dim)."""
    torch.manual_seed(recipe.seed)
    static = StaticEmbedding(tokenizer, embedding_dim=recipe.dim)
    parametrize.register_parametrization(static.embedding, "weight", Composition(tokenizer, recipe.dim))
    model = SentenceTransformer(modules=[static], device="cpu")
    ranking = MaskedRankingLoss(model, scale=1 / recipe.temperature)
    loss_of = MatryoshkaLoss(model, ranking, recipe.dims())
    optimiser = torch.optim.Adam(static.parameters(), lr=recipe.learning_rate, foreach=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, recipe))
    for step, batch in zip(range(1, recipe.steps + 1), batches, strict=False):
        optimiser.zero_grad()
        with parametrize.cached():
            unclear = torch.from_numpy(batch.unclear)[None, None]
            loss = loss_of([_features(batch.queries), _features(batch.passages)], unclear)
            loss.backward()
        optimiser.step()
        schedule.step()
        if step % _REPORT_EVERY == 0:
            logger.info("step %d of %d, loss %.3f", step, recipe.steps, float(loss) / len(recipe.dims()))
    return static.embedding.weight.detach().numpy().astype(np.float32)


def _features(rows: list[Ids]) -> dict[str, Tensor]:
    offsets = np.cumsum([0] + [len(row) for row in rows[:-1]])
    return {
        "input_ids": torch.from_numpy(np.concatenate(rows).astype(np.int64)),
        "offsets": torch.from_numpy(offsets.astype(np.int64)),
    }


def _rate(step: int, recipe: Recipe) -> float:
    warm = min(1.0, (step + 1) / recipe.warmup_steps)
    return warm * max(recipe.final_rate_share, 0.5 * (1 + math.cos(math.pi * step / recipe.steps)))
