"""Plain text: decoded, otherwise untouched; structure is found later by rules."""

from ingest.documents import RawPage
from ingest.loaders.extracted import Extracted
from ingest.text.encoding import decode


def read_text(data: bytes) -> Extracted:
    """One page holding the decoded text.

    :raises NotTextError: If the bytes are not text.
    """
    decoded = decode(data)
    page = RawPage(1, decoded.text)
    return Extracted((page,), encoding=decoded.encoding, encoding_confidence=decoded.confidence)
