"""Generations of the index pair: which is in use, which model built it; a re-index makes the next one."""

from dataclasses import dataclass

from vectorstore.catalogue import now_iso
from vectorstore.database import Database
from vectorstore.embedding_models import EmbeddingModel

INDEX_RECIPE = 1
"""Raised when the text that is embedded or the terms that are indexed change: the indexes must then be rebuilt."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One pair of indexes."""

    number: int
    model_id: str
    dim: int
    recipe: int

    def built_by(self, model: EmbeddingModel) -> bool:
        """Whether vectors of this model belong in it."""
        return (self.model_id, self.dim) == (model.model_id, model.dim)


class Generations:
    """Rows of generations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store_id(self) -> str:
        """Random id of this data folder: keeps folders apart that share a Chroma server."""
        with self._database.reading() as connection:
            return str(connection.execute("SELECT value FROM store WHERE key = 'store_id'").fetchone()[0])

    def active(self) -> Generation | None:
        """The generation in use."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT generation, model_id, dim, recipe FROM generations WHERE active = 1"
            ).fetchone()
        return Generation(*row) if row else None

    def others(self) -> list[Generation]:
        """Generations not in use: replaced, or never finished."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT generation, model_id, dim, recipe FROM generations WHERE active = 0")
            return [Generation(*row) for row in rows]

    def create(self, model: EmbeddingModel) -> Generation:
        """Announce a new generation, not yet in use."""
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO generations (model_id, dim, recipe, created_at, active) VALUES (?, ?, ?, ?, 0)",
                (model.model_id, model.dim, INDEX_RECIPE, now_iso()),
            )
            return Generation(int(cursor.lastrowid or 0), model.model_id, model.dim, INDEX_RECIPE)

    def activate(self, generation: Generation) -> None:
        """Switch to a finished generation."""
        with self._database.writing() as connection:
            connection.execute("UPDATE generations SET active = (generation = ?)", (generation.number,))

    def forget(self, generation: Generation) -> None:
        """Its files are gone."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM generations WHERE generation = ? AND active = 0", (generation.number,))
