"""What an identity card is: values with their evidence, and what the document says about other documents."""

from dataclasses import dataclass
from enum import StrEnum


class CardField(StrEnum):
    """What a card says; the values are keys of the JSON contract and of the catalogue."""

    NUMBER = "number"
    """Number and symbol, without spaces: 45/BC-BTV."""
    TYPE = "type"
    TITLE = "title"
    """What it is about, as written under the type, or the headline of a news item."""
    PARENT = "parent"
    """The body above the issuing one, where the letterhead names it."""
    ISSUER = "issuer"
    PLACE = "place"
    """As the text names it."""
    PROVINCE_OLD = "province_old"
    """The province by its borders before 1 July 2025."""
    PROVINCE_NEW = "province_new"
    DATE = "date"
    """ISO 8601."""
    PERIOD = "period"
    """First and last day the figures cover: 2022-01-01/2022-12-31."""
    SIGNER = "signer"
    POSITION = "position"
    """Of the signer."""
    AUTHOR = "author"
    URGENCY = "urgency"


class CardSource(StrEnum):
    """Who says so."""

    TEXT = "text"
    DECLARED = "declared"
    """The file's own properties."""
    EDITED = "edited"
    """A person."""


@dataclass(frozen=True, slots=True)
class CardValue:
    """One value; [char_start, char_end) of the stored page is where it was read, None where it stands nowhere."""

    field: CardField
    value: str
    page: int | None = None
    char_start: int | None = None
    char_end: int | None = None
    source: CardSource = CardSource.TEXT


class RelationKind(StrEnum):
    """What a document does to another one."""

    REPLACES = "replaces"
    AMENDS = "amends"
    REPEALS = "repeals"
    BASED_ON = "based_on"


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document as this one names it, with the place where it does."""

    kind: RelationKind
    number: str | None
    """Without spaces, as ``CardField.NUMBER``."""
    date: str | None
    """ISO 8601."""
    title: str | None
    """The words that name it: type, number and subject as far as they are given."""
    page: int
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """Values in the order of ``CardField``, at most one a field; absent is what the text does not say."""

    values: tuple[CardValue, ...] = ()
    relations: tuple[Relation, ...] = ()

    def find(self, field: CardField) -> CardValue | None:
        """The value of a field with its evidence."""
        return next((one for one in self.values if one.field is field), None)

    def get(self, field: CardField) -> str | None:
        """The value of a field."""
        found = self.find(field)
        return found.value if found else None
