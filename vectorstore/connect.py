"""Opening a data folder: lock, catalogue, the right index generation, and what a crash left to finish."""

from contextlib import ExitStack

from vectorstore.catalogue import Catalogue
from vectorstore.catalogue_cards import CatalogueCards
from vectorstore.catalogue_listing import CatalogueListing
from vectorstore.catalogue_texts import CatalogueTexts
from vectorstore.database import Database
from vectorstore.disk import disk_full_as_error
from vectorstore.embedding_models import EmbeddingModel
from vectorstore.errors import IndexDamagedError, ModelMismatchError
from vectorstore.generations import INDEX_RECIPE, Generation, Generations
from vectorstore.indexing import open_pair
from vectorstore.lock import FolderLock
from vectorstore.opened_members import OpenedMembers
from vectorstore.originals import Originals
from vectorstore.protocols import Embedder
from vectorstore.reconciling import Parts
from vectorstore.reindexing import Progress, build_generation, discard
from vectorstore.settings import StoreSettings
from vectorstore.store import Store


def open_store(settings: StoreSettings, embedder: Embedder) -> Store:
    """Take the folder, migrate and open it, and finish what a crash left.

    :raises StoreLockedError: another process owns it.
    :raises StoreVersionError: it was written by a newer version.
    :raises ModelMismatchError: its index was built with another model or dimension.
    :raises IndexDamagedError: an index cannot be opened, lost too much or is of an older version.
    :raises VectorServerError: the Chroma server does not answer.
    :raises DiskFullError: no space.
    """
    with ExitStack() as undo:
        lock, database, parts = _open_catalogue(settings, undo)
        generations = Generations(database)
        active = _usable_generation(generations, parts, embedder.model)
        for leftover in generations.others():
            discard(settings, generations, leftover)
        pair = open_pair(settings, generations.store_id(), active, embedder)
        undo.callback(pair.close)
        store = Store(settings, lock, database, parts, pair)
        store.reconcile()
        undo.pop_all()
        return store


def reindex_folder(settings: StoreSettings, embedder: Embedder, progress: Progress | None = None) -> None:
    """Rebuild the indexes of a folder that is not open: after a change of model, or when an index is damaged.

    :raises StoreLockedError: another process owns it.
    """
    with ExitStack() as undo:
        _, database, parts = _open_catalogue(settings, undo)
        generations = Generations(database)
        build_generation(settings, generations, parts, embedder, progress).close()
        for leftover in generations.others():
            discard(settings, generations, leftover)


def _open_catalogue(settings: StoreSettings, undo: ExitStack) -> tuple[FolderLock, Database, Parts]:
    """Lock, catalogue and originals; ``undo`` closes them."""
    with disk_full_as_error(settings.data_dir):
        lock = FolderLock(settings.data_dir)
        undo.callback(lock.release)
        database = Database(settings.catalogue_path)
        undo.callback(database.close)
        originals = Originals(settings.originals_dir)
    parts = Parts(
        Catalogue(database),
        CatalogueListing(database),
        CatalogueTexts(database),
        originals,
        CatalogueCards(database),
        OpenedMembers(settings.members_dir),
    )
    return lock, database, parts


def _usable_generation(generations: Generations, parts: Parts, model: EmbeddingModel) -> Generation:
    """The generation in use, a first one for a folder without documents, or an error that says what to do."""
    active = generations.active()
    if active is not None and active.built_by(model) and active.recipe == INDEX_RECIPE:
        return active
    if active is not None and parts.listing.documents(limit=1):
        if not active.built_by(model):
            raise ModelMismatchError(
                index_model=active.model_id, index_dim=active.dim, model=model.model_id, dim=model.dim
            )
        raise IndexDamagedError(index=str(active.number), problem="built by an older version")
    fresh = generations.create(model)
    generations.activate(fresh)
    return fresh
