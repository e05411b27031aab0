"""From the name in the settings to an embedder: the bundled static model, or any sentence-transformers model."""

from vectorstore.embedding_models import BUNDLED, BUNDLED_FOLDER, BUNDLED_MODEL
from vectorstore.protocols import Embedder
from vectorstore.static_embedder import open_static
from vectorstore.transformer_embedder import open_transformer


def load_embedder(name: str = BUNDLED) -> Embedder:
    """The embedder called ``name``: "bundled", a folder, or an id already in the local Hugging Face cache.

    :raises ModelUnavailableError: the model is absent, damaged, or not on this machine.
    """
    if name == BUNDLED:
        return open_static(BUNDLED_MODEL, BUNDLED_FOLDER)
    return open_transformer(name)
