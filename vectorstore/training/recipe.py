"""Every number that decides what the trained model becomes."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Recipe:
    """The defaults are the recipe of the committed weights; the card says what other values gave."""

    seed: int = 1
    vocabulary: int = 22_000
    dim: int = 512
    matryoshka_dims: str = "512,128"
    tokenizer_share: float = 0.25
    """Share of the sentences the tokenizer is trained on."""
    steps: int = 250
    batch: int = 2048
    learning_rate: float = 0.02
    warmup_steps: int = 20
    final_rate_share: float = 0.05
    temperature: float = 0.05
    title_share: float = 0.25
    """Share of pairs whose query is the article's title."""
    lead_share: float = 0.15
    keep_share: float = 0.3
    """Share of sentence queries whose sentence also stays in the passage."""
    drop_share: float = 0.1
    """Mean share of tokens dropped from a query."""
    question_share: float = 0.3
    """Share of queries that get an interrogative phrase appended."""
    window_tokens: int = 64
    """Three of four passages are cut to a random window of this many tokens; 0 keeps them whole."""
    neighbours: int = 4
    """Chunks of one article that enter a batch together, as hard negatives of each other."""

    common_direction_share: float = 1.0
    """How much of the direction that all texts share is taken out of every token, in [0, 1]."""

    def dims(self) -> list[int]:
        """The lengths at which a cut-off vector is trained to work too."""
        return [int(part) for part in self.matryoshka_dims.split(",")]


def with_overrides(recipe: Recipe, overrides: list[str]) -> Recipe:
    """Apply ``name=value`` strings; :raises ValueError: unknown name or a value of the wrong kind."""
    kinds = {field.name: type(getattr(recipe, field.name)) for field in fields(recipe)}
    for override in overrides:
        name, _, value = override.partition("=")
        if name not in kinds:
            raise ValueError(f"unknown recipe field {name!r}; one of {', '.join(sorted(kinds))}")
        recipe = replace(recipe, **{name: kinds[name](value)})
    return recipe
