"""Paragraphs in the styles of the profile."""

from collections.abc import Sequence

from assistant.reports.word.elements import Element, paragraph
from assistant.reports.word.headings import NumberedSection
from assistant.reports.word.profile import Profile
from assistant.reports.word.styles import heading_id


class ProfileSetting:
    """Named styles only, so that the office can change them all at once in Word."""

    def __init__(self, profile: Profile) -> None:
        self._levels = len(profile.headings)

    def heading(self, numbered: NumberedSection, runs: Sequence[Element]) -> Element:
        """In the style of its level."""
        return paragraph(heading_id(min(len(numbered.ordinals), self._levels)), runs)

    def body(self, runs: Sequence[Element], *, basis: bool = False) -> Element:
        """Justified, the first line indented."""
        return paragraph("Basis" if basis else "Body", runs)
