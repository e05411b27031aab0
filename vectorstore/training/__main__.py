"""``python -m vectorstore.training --corpus ../shared/data/corpus --out vectorstore/models/NAME``."""

import argparse
import logging
import random
import time
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from vectorstore.training.corpus import Article, read_articles
from vectorstore.training.encoding import EncodedCorpus, encode
from vectorstore.training.export import export, without_common_direction
from vectorstore.training.interrogatives import INTERROGATIVES
from vectorstore.training.pairs import PairSampler
from vectorstore.training.recipe import Recipe, with_overrides
from vectorstore.training.tokenizer import train_tokenizer
from vectorstore.training.trainer import train

logger = logging.getLogger(__name__)

_TOKENIZER = "tokenizer.json"
_CORPUS = "corpus.npz"


def main() -> None:
    """Train a tokenizer and a table, and write the model folder."""
    parser = argparse.ArgumentParser(description="Train the bundled embedding model.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder with news.jsonl and legal.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--cache", type=Path, help="keep the tokenizer and the encoded corpus here, and reuse them")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="change the recipe (recipe.py)")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    build(options.corpus, options.out, with_overrides(Recipe(), options.set), options.cache)


def build(corpus_dir: Path, out: Path, recipe: Recipe, cache: Path | None) -> None:
    """The whole way from two .jsonl files to a model folder; the same seed gives the same tokenizer and pairs."""
    started = time.monotonic()
    tokenizer, corpus = _prepared(corpus_dir, recipe, cache)
    logger.info("%d tokens known, %d chunks of %d tokens in all", tokenizer.get_vocab_size(), *corpus.size())
    phrases = [np.array(item.ids, dtype=np.int32) for item in tokenizer.encode_batch(list(INTERROGATIVES))]
    sampler = PairSampler(corpus, phrases, recipe, np.random.default_rng(recipe.seed))
    table = train(tokenizer, sampler.batches(), recipe)
    export(without_common_direction(table, corpus.tokens, recipe.common_direction_share), tokenizer, out)
    logger.info("written to %s after %.0f s", out, time.monotonic() - started)


def _prepared(corpus_dir: Path, recipe: Recipe, cache: Path | None) -> tuple[Tokenizer, EncodedCorpus]:
    if cache and (cache / _CORPUS).is_file():
        return Tokenizer.from_file(str(cache / _TOKENIZER)), EncodedCorpus.load(cache / _CORPUS)
    articles = list(read_articles(corpus_dir))
    logger.info("%d articles read", len(articles))
    tokenizer = _tokenizer(articles, recipe)
    logger.info("tokenizer of %d tokens trained", tokenizer.get_vocab_size())
    corpus = encode(articles, tokenizer)
    logger.info("corpus encoded")
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        tokenizer.save(str(cache / _TOKENIZER), pretty=False)
        corpus.save(cache / _CORPUS)
    return tokenizer, corpus


def _tokenizer(articles: list[Article], recipe: Recipe) -> Tokenizer:
    rng = random.Random(recipe.seed)
    everything = (text for item in articles for chunk in item.chunks for text in (item.title, *chunk))
    return train_tokenizer([text for text in everything if rng.random() < recipe.tokenizer_share], recipe.vocabulary)


if __name__ == "__main__":
    main()
