"""The exception tree; every package extends it here below, and only rims translate it.

TrolyError
├── IngestError                    a file or a record that is not taken
│   ├── EmptyFileError             no bytes, or no text after cleaning
│   ├── UnsupportedFormatError     an extension nobody reads
│   ├── WrongExtensionError        the bytes are another format than the name says
│   ├── FileTooLargeError          above the limit of its format
│   ├── NotTextError               binary bytes named as text
│   ├── UnreadableFileError        the path cannot be opened
│   ├── DamagedFileError           the parser gave up
│   ├── EncryptedFileError         a Word file that needs a password
│   ├── EncryptedPdfError          a password is needed
│   ├── NoPagesError               a PDF of zero pages
│   ├── NoTextLayerError           no page has text, nor an image with text
│   ├── OcrMissingError            only images, and nothing installed that reads them
│   ├── OcrFailedError             only images, and none of them could be read
│   ├── NothingReadableError       a thousand records or members, none of them readable
│   ├── TooManyPagesError          above the limit
│   ├── ReadingTooLongError        the reading process was silent for too long
│   ├── ReadingMemoryError         it took too much memory
│   ├── ReadingCrashedError        it died
│   ├── ReaderUnavailableError     it could not be started
│   ├── StateSecretError           it carries the stamp of a state secret
│   ├── ReviewNeededError          it may carry one: a person decides
│   ├── ArchiveLimitError          a member of an archive or message beyond what may be taken out
│   └── InvalidRecordError         one line of a .jsonl
├── StoreError                     vectorstore.errors
└── AssistantError                 assistant.errors
"""

from collections.abc import Callable
from typing import ClassVar, TypeAlias

Detail: TypeAlias = str | int | float


class TrolyError(Exception):
    """Base of every error this project raises on purpose.

    ``code`` is stable and keys the Vietnamese sentence in ``assistant.messages_vi``; ``details`` fill its
    blanks; ``hint`` tells a developer what to do next.
    """

    code: ClassVar[str] = "error"
    retryable: ClassVar[bool] = False
    hint: ClassVar[str] = ""

    def __init__(self, **details: Detail) -> None:
        self.details: dict[str, Detail] = details
        shown = ", ".join(f"{name}={value!r}" for name, value in details.items())
        super().__init__(f"{self.code}({shown})" + (f": {self.hint}" if self.hint else ""))

    def __reduce__(self) -> tuple[Callable[..., "TrolyError"], tuple[type["TrolyError"], dict[str, Detail]]]:
        # the default passes the message as an argument, which the constructor refuses
        return _rebuilt, (type(self), self.details)


def _rebuilt(kind: type[TrolyError], details: dict[str, Detail]) -> TrolyError:
    return kind(**details)


class IngestError(TrolyError):
    """A file or record that is refused whole; nothing of it is kept."""

    code = "ingest_error"


class EmptyFileError(IngestError):
    """The file has no bytes, or nothing readable is left after cleaning."""

    code = "empty_file"
    hint = "check the file in the program that made it"


class UnsupportedFormatError(IngestError):
    """No loader reads this extension; details: extension, supported."""

    code = "unsupported_format"
    hint = "convert to a supported format"


class WrongExtensionError(IngestError):
    """The bytes belong to another format; details: extension, detected."""

    code = "wrong_extension"
    hint = "rename the file"


class FileTooLargeError(IngestError):
    """Above the limit; details: size_mb, limit_mb."""

    code = "file_too_large"
    hint = "split the file"


class NotTextError(IngestError):
    """Binary bytes under a text extension."""

    code = "not_text"
    hint = "check what program made the file"


class UnreadableFileError(IngestError):
    """The path is missing or may not be opened; details: problem."""

    code = "unreadable_file"
    retryable = True
    hint = "check the path and its permissions"


class DamagedFileError(IngestError):
    """The parser could not read the structure; details: problem."""

    code = "damaged_file"
    hint = "save the file again from its program"


class EncryptedFileError(IngestError):
    """A Word file that needs a password."""

    code = "encrypted_file"
    hint = "save a copy without password"


class EncryptedPdfError(IngestError):
    """The PDF needs a password."""

    code = "encrypted_pdf"
    hint = "save a copy without password"


class NoPagesError(IngestError):
    """The PDF has zero pages."""

    code = "no_pages"


class NoTextLayerError(IngestError):
    """No page carries text, and reading its image brought none; details: pages."""

    code = "no_text_layer"
    hint = "nothing to read: check the file in the program that made it"


class OcrMissingError(IngestError):
    """Images only, and tesseract or its Vietnamese data is not installed; details: pages."""

    code = "ocr_missing"
    retryable = True
    hint = "apt-get install tesseract-ocr tesseract-ocr-vie"


class OcrFailedError(IngestError):
    """Images only, and reading them failed or took too long; details: pages, problem (an OcrProblem)."""

    code = "ocr_failed"
    retryable = True
    hint = "try again, or raise the time limit for a page"


class NothingReadableError(IngestError):
    """So many records or members were refused, and none taken, that the rest is not looked at; details: refused."""

    code = "nothing_readable"
    hint = "check what the file is"


class TooManyPagesError(IngestError):
    """More pages than allowed; details: pages, limit."""

    code = "too_many_pages"
    hint = "split the file"


class ReadingTooLongError(IngestError):
    """The process that read the file was ended because nothing came any more; details: seconds."""

    code = "reading_too_long"
    retryable = True
    hint = "save the file again from its program; on a slow machine raise ingest.silence_s"


class ReadingMemoryError(IngestError):
    """The process that read the file took too much memory; details: limit_mb, held_mb where it was seen."""

    code = "reading_memory"
    retryable = True
    hint = "split the file, or raise ingest.memory_mb"


class ReadingCrashedError(IngestError):
    """The process that read the file died; details: problem (a signal or an exit code)."""

    code = "reading_crashed"
    retryable = True
    hint = "save the file again from its program"


class ReaderUnavailableError(IngestError):
    """No process could be started to read the file; details: problem."""

    code = "reader_unavailable"
    retryable = True
    hint = "check whether other software keeps this one from starting programs"


class StateSecretError(IngestError):
    """The stamp of a state secret; details: mark, page, sha256. Nothing is kept, whatever its owner says."""

    code = "state_secret"
    hint = "remove the file from this computer as the law on state secrets says"


class ReviewNeededError(IngestError):
    """What may be the stamp of a state secret; details: mark, page, sha256. Not kept until a person confirms."""

    code = "needs_review"
    hint = "look at the paper; if it is no secret: ingest --accept-review PATH"


class ArchiveLimitError(IngestError):
    """A file inside an archive or message is above a limit; details: problem, limit (MB, a count or a ratio)."""

    code = "archive_limit"
    hint = "take the file out and ingest it by itself"


class InvalidRecordError(IngestError):
    """One line of a .jsonl is not a record; details: line, problem (a RecordProblem), field where one is at fault."""

    code = "invalid_record"
    hint = "each line is one JSON object with id, title, text"
