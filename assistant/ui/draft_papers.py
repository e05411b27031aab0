"""Drafts as files: the Word file as it was chosen, the table of facts."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.errors import UnknownOfficeFormError
from assistant.reports.kept import KeptDraft
from assistant.reports.office_forms import OfficeForms
from assistant.reports.reports import Reports
from assistant.reports.word.exporting import export
from assistant.reports.word.head_preview import PrintedHead, printed_head
from assistant.reports.word.office_template import FilledTemplate, fill_template
from assistant.reports.word.options import ExportOptions, NoteStyle
from assistant.reports.word.profile import Profile
from assistant.reports.word.profile_files import load_profile, profile_names
from assistant.reports.word.template_problems import problem_text

_FIRST = "HOI"


@dataclass(frozen=True, slots=True)
class Papers:
    """What writes the files."""

    reports: Reports
    forms: OfficeForms
    profile_folder: Path | None = None
    """The office's own profiles."""

    def profiles(self) -> list[tuple[str, str]]:
        """Name and title of the forms of papers, the Union's first.

        :raises BadProfileError: a file of them has a mistake.
        """
        names = sorted(profile_names(self.profile_folder), key=lambda name: (name != _FIRST, name))
        return [(name, load_profile(name, self.profile_folder).title) for name in names]

    def word(self, kept: KeptDraft, base_address: str) -> bytes:
        """The .docx as it was chosen: in the form of the profile, or in the office's own file.

        :raises BadProfileError: the profile's file has a mistake.
        :raises UnknownProfileError: no such profile.
        :raises WordTemplateError: the office's file cannot be used.
        """
        options = ExportOptions(
            notes=NoteStyle(kept.choice.notes.value), base_address=base_address, created=datetime.now().astimezone()
        )
        filled = self._filled(kept, options)
        return filled.data if filled is not None else export(kept.draft, self._profile(kept), options)

    def head(self, kept: KeptDraft) -> PrintedHead:
        """What is printed around the text in the form of the profile.

        :raises BadProfileError: the profile's file has a mistake.
        :raises UnknownProfileError: no such profile.
        """
        return printed_head(kept.draft, self._profile(kept))

    def problems(self, kept: KeptDraft) -> list[str]:
        """What of the office's form could not be filled; none without such a form.

        :raises WordTemplateError: the office's file cannot be used.
        """
        filled = self._filled(kept, ExportOptions(notes=NoteStyle(kept.choice.notes.value)))
        return [problem_text(one) for one in filled.problems] if filled is not None else []

    def _filled(self, kept: KeptDraft, options: ExportOptions) -> FilledTemplate | None:
        try:
            form = self.forms.content(kept.choice.office_form) if kept.choice.office_form else None
        except UnknownOfficeFormError:  # forgotten since: the step shows that the profile's form is chosen
            form = None
        return None if form is None else fill_template(kept.draft, form, self._profile(kept), options)

    def _profile(self, kept: KeptDraft) -> Profile:
        return load_profile(kept.draft.request.profile, self.profile_folder)

    def excel(self, kept: KeptDraft) -> bytes:
        """The facts as .xlsx.

        :raises ReportError: no such outline.
        """
        return self.reports.fact_table(kept.draft.request, kept.draft.facts)
