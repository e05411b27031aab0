"""The form of an office paper as data: page, letterhead, text styles, headings, signature block.

Read from prompts/profiles/*.yaml; the values of decree 30/2020/NĐ-CP (appendix I) stand in ND30.yaml.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Points: TypeAlias = Annotated[float, Field(ge=6, le=36)]
Spacing: TypeAlias = Annotated[float, Field(ge=0, le=60)]
Millimetres: TypeAlias = Annotated[float, Field(ge=5, le=80)]
Share: TypeAlias = Annotated[float, Field(ge=0, le=1)]
Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Page(_Part):
    """Sheet and margins in mm."""

    width_mm: Annotated[float, Field(ge=100, le=450)]
    height_mm: Annotated[float, Field(ge=100, le=450)]
    top_mm: Millimetres
    bottom_mm: Millimetres
    left_mm: Millimetres
    right_mm: Millimetres
    header_mm: Annotated[float, Field(ge=3, le=40)]
    """From the sheet's edge to the page number."""


class HeadLine(_Part):
    """One line of the letterhead; ``rule`` is the length of the line drawn below it, as a share of its letters'."""

    text: Words
    size_pt: Points
    bold: bool = False
    italic: bool = False
    rule: Share = 0


class Letterhead(_Part):
    """The two columns above the title; in texts {parent} {issuer} {number} {code} {organ} {place} {date}."""

    right_share: Annotated[float, Field(ge=0.3, le=0.7)]
    right: tuple[HeadLine, ...]
    left: tuple[HeadLine, ...]
    number: HeadLine
    letter_number: HeadLine
    date: HeadLine
    blank_number: str
    blank_date: Words


class Issuer(_Part):
    """Who stands in the left column: for units of the levels ``at``, or of any level where it is empty."""

    at: tuple[Words, ...] = ()
    parent: str
    issuer: Words


class TextStyle(_Part):
    """How one kind of paragraph is set."""

    size_pt: Points
    bold: bool = False
    italic: bool = False
    underline: bool = False
    upper: bool = False
    align: Literal["left", "center", "right", "justify"] = "left"
    first_line_cm: Annotated[float, Field(ge=0, le=5)] = 0
    before_pt: Spacing = 0
    rule: Share = 0


class Styles(_Part):
    """The kinds of paragraphs."""

    type: TextStyle
    abstract: TextStyle
    letter_abstract: TextStyle
    addressees: TextStyle
    basis: TextStyle
    body: TextStyle
    recipients_label: TextStyle
    recipients: TextStyle
    authority: TextStyle
    position: TextStyle
    signer: TextStyle
    page_number: TextStyle
    appendix_label: TextStyle
    appendix_title: TextStyle
    appendix_note: TextStyle
    table: TextStyle
    note: TextStyle
    mark: TextStyle


class LineSpacing(_Part):
    """Of the body: ``line`` is a multiple of single spacing, or points where ``rule`` is exact."""

    before_pt: Spacing
    after_pt: Spacing
    line: Annotated[float, Field(gt=0, le=60)]
    rule: Literal["multiple", "exact"]


class HeadingStyle(_Part):
    """One level of headings; in its label {roman} {arabic} {letter} {parent}."""

    label: Words
    size_pt: Points
    bold: bool = False
    italic: bool = False
    upper: bool = False


class Signature(_Part):
    """Lines above the signature: in whose name, and the signer's position."""

    authority: tuple[Words, ...]
    position: Words


class Profile(_Part):
    """One form of papers; see the comments in prompts/profiles/ND30.yaml."""

    name: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    title: Words
    font: Words
    page: Page
    letterhead: Letterhead
    organ: Words
    issuers: Annotated[tuple[Issuer, ...], Field(min_length=1)]
    shorten: dict[str, str]
    full_places: tuple[Words, ...]
    letters: tuple[Words, ...]
    plain: tuple[Words, ...]
    letter_prefix: str
    styles: Styles
    spacing: LineSpacing
    headings: Annotated[tuple[HeadingStyle, ...], Field(min_length=1)]
    bullet: Words
    basis_prefixes: tuple[Words, ...]
    closing: str
    signatures: Annotated[dict[str, Signature], Field(min_length=1)]
    addressees_label: Words
    recipients_label: Words
    recipients: tuple[Words, ...]

    @property
    def text_width_mm(self) -> float:
        """Between the margins."""
        return self.page.width_mm - self.page.left_mm - self.page.right_mm
