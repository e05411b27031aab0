"""Which reader takes given bytes: decided by what they are; the name helps where plain texts look alike."""

from ingest.documents import Note
from ingest.errors import (
    DamagedFileError,
    EncryptedFileError,
    NotTextError,
    UnsupportedFormatError,
    WrongExtensionError,
)
from ingest.loaders.formats import BY_EXTENSION, BY_NAME, SUPPORTED_EXTENSIONS, Format
from ingest.loaders.signatures import BROKEN_OLE2, BROKEN_ZIP, ENCRYPTED_OFFICE, detect_format, has_pdf_header
from ingest.text.encoding import decode

READ_AS = "read_as"
"""Code of the note on a file whose extension says something else."""


def choose_format(data: bytes, extension: str) -> tuple[Format, tuple[Note, ...]]:
    """The format to read the bytes as, with a note where the extension says something else.

    :raises UnsupportedFormatError: Neither bytes nor extension are of a format with a reader.
    :raises WrongExtensionError: The bytes are of a format without a reader.
    :raises EncryptedFileError: An Office file with a password.
    :raises DamagedFileError: An archive cut short under the name of something else.
    """
    named = BY_EXTENSION.get(extension)
    form = _format_of(data, extension, named)
    if form is named:
        return form, ()
    return form, (Note(READ_AS, (("extension", extension), ("detected", form.name))),)


def _format_of(data: bytes, extension: str, named: Format | None) -> Format:
    detected = detect_format(data)
    if detected in BY_NAME:
        return BY_NAME[detected]
    if detected == ENCRYPTED_OFFICE:
        raise EncryptedFileError
    if detected in (BROKEN_ZIP, BROKEN_OLE2):
        raise DamagedFileError(problem=detected)
    if detected is not None and named is not None:
        raise WrongExtensionError(extension=extension, detected=detected)
    if named is None:
        raise UnsupportedFormatError(extension=extension, supported=" ".join(SUPPORTED_EXTENSIONS))
    if named.binary and not has_pdf_header(data) and _is_text(data):
        return BY_NAME["txt"]
    return named


def _is_text(data: bytes) -> bool:
    try:
        return bool(decode(data).text)
    except NotTextError:
        return False
