"""Opening a PDF with pypdf."""

import io

import pypdf
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, IndirectObject, NameObject, PdfObject, StreamObject

from ingest.errors import EncryptedPdfError, NoPagesError

_FILTER = "/Filter"
_FULL_NAMES = {
    "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/RL": "/RunLengthDecode",
}
"""Short names are only valid in inline images (ISO 32000-1, table 94), but old producers wrote them everywhere:
two of three government PDFs of 2005-2006 do, and pypdf 7 refuses them."""


class _Reader(pypdf.PdfReader):
    """Accepts short filter names on any stream."""

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        found = super().get_object(indirect_reference)
        if isinstance(found, StreamObject) and _FILTER in found:
            found[NameObject(_FILTER)] = _spelled_out(found[_FILTER])
        return found


def open_pdf(data: bytes) -> pypdf.PdfReader:
    """A reader that has been unlocked with the empty password if it had to be.

    :raises EncryptedPdfError: If it needs a password, or a cipher we lack.
    :raises NoPagesError: If it has no page.
    :raises pypdf.errors.PyPdfError: If it is damaged.
    """
    try:
        reader = _Reader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedPdfError
    except DependencyError as error:
        raise EncryptedPdfError from error
    if not len(reader.pages):
        raise NoPagesError
    return reader


def _spelled_out(names: PdfObject) -> PdfObject:
    if isinstance(names, ArrayObject):
        return ArrayObject(_spelled_out(name) for name in names)
    if isinstance(names, NameObject):
        return NameObject(_FULL_NAMES.get(names, names))
    return names
