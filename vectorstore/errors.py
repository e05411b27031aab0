"""Errors of the store; extends the tree of ingest.errors.

StoreError
├── StoreLockedError            another process owns the data folder
├── StoreVersionError           the catalogue was written by a newer version
├── ModelMismatchError          the index was built with another model or dimension
├── ModelUnavailableError       the model folder is absent or damaged
├── VectorServerError           the Chroma server does not answer
├── IndexDamagedError           an index cannot be opened
├── UnknownDocumentError        no such document
├── BadCardValueError           no value for a field of the identity card
├── NothingToUndoError          a card nobody changed
└── DiskFullError               no space left
"""

from ingest.errors import TrolyError


class StoreError(TrolyError):
    """Something about the data folder or its indexes."""

    code = "store_error"


class StoreLockedError(StoreError):
    """Another process owns the folder; details: data, pid."""

    code = "store_locked"
    retryable = True
    hint = "stop the other process or use its HTTP API"


class StoreVersionError(StoreError):
    """The catalogue has migrations this version does not know; details: data, unknown."""

    code = "store_version"
    hint = "upgrade the program"


class ModelMismatchError(StoreError):
    """Details: index_model, index_dim, model, dim."""

    code = "model_mismatch"
    hint = "run: python app.py reindex"


class ModelUnavailableError(StoreError):
    """Details: model, problem."""

    code = "model_unavailable"
    hint = "check the model folder, or choose the bundled model: python app.py config set embedding.model bundled"


class VectorServerError(StoreError):
    """Details: url, problem."""

    code = "vector_server"
    retryable = True
    hint = "start the Chroma server, or unset CHROMA_URL"


class IndexDamagedError(StoreError):
    """Details: index, problem."""

    code = "index_damaged"
    hint = "run: python app.py reindex"


class UnknownDocumentError(StoreError):
    """Details: document_id."""

    code = "unknown_document"


class BadCardValueError(StoreError):
    """A value that its field of the identity card cannot have; details: field, value."""

    code = "bad_card_value"


class NothingToUndoError(StoreError):
    """Nobody changed this card; details: document_id."""

    code = "nothing_to_undo"


class DiskFullError(StoreError):
    """Details: path."""

    code = "disk_full"
    retryable = True
    hint = "free some space and ingest the file again"
