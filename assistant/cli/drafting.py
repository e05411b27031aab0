"""The verb draft: facts of a unit and a period, and the Word file made of them."""

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from assistant.cli.opening import services
from assistant.cli.output import complain, emit, say
from assistant.contract import draft_json, templates_json
from assistant.messages_vi.command_line import CLI_TEXT
from assistant.messages_vi.draft_warnings import draft_warning_texts
from assistant.report_texts_vi import problem_text
from assistant.reports.model import ReportDraft
from assistant.reports.progress import Progress, Tell, Work, untold
from assistant.reports.word.exporting import export
from assistant.reports.word.office_template import fill_template
from assistant.reports.word.options import ExportOptions, NoteStyle
from assistant.reports.word.profile import Profile
from assistant.reports.word.profile_files import load_profile
from assistant.reports.word.template_problems import problem_text as template_problem_text
from assistant.services import Services

FAILED, WRONG_USE = 1, 2
_EVERY = 10
"""Documents between two lines about how far reading is."""
PROFILE_FOLDER = "profiles"
"""Inside the data folder: forms of the office."""


def draft(options: argparse.Namespace) -> int:
    """Draft a report and write it; 1 where the store gives no fact for unit and period, though a file is written."""
    if options.list:
        with services(options) as opened:
            return _list(opened, options)
    if not options.template or not options.unit or not options.period or (not options.output and not options.json):
        complain(CLI_TEXT["draft_needs"])
        return WRONG_USE
    if options.form is not None and not options.form.is_file():
        complain(CLI_TEXT["no_form_file"].format(path=options.form))
        return WRONG_USE
    with services(options) as opened:
        return _draft(opened, options)


def _draft(opened: Services, options: argparse.Namespace) -> int:
    profile = load_profile(options.profile, options.data / PROFILE_FOLDER)
    request = opened.reports.request(
        options.template, options.unit, options.period, profile=options.profile, scope=options.scope
    )
    tell = _progress_told() if sys.stderr.isatty() else untold
    gathered = opened.reports.gather(request, tell)
    request = replace(request, unit=gathered.unit.name)
    made = opened.reports.compose(request, gathered.facts, gathered.warnings, use_model=not options.no_model, tell=tell)
    if options.facts:
        _write(options.facts, opened.reports.fact_table(request, gathered.facts))
    if options.output:
        _write(options.output, _paper(made, profile, options))
    for warning in draft_warning_texts(made.warnings):
        complain(f"! {warning}")
    if options.json:
        emit(draft_json(made, gathered, str(options.output) if options.output else None))
    else:
        counts = {"facts": len(made.facts), "missing": len(made.missing), "left_out": len(gathered.left_out)}
        say(CLI_TEXT["drafted"].format(path=options.output, **counts))
    return 0 if gathered.facts else FAILED


def _progress_told() -> Tell:
    """On a terminal: a line for each section, and for every tenth document read."""

    def tell(now: Progress) -> None:
        if now.work is not Work.READING or now.done % _EVERY == 1:
            complain(CLI_TEXT[f"draft_{now.work}"].format(done=now.done, total=now.total, title=now.title))

    return tell


def _paper(made: ReportDraft, profile: Profile, options: argparse.Namespace) -> bytes:
    """The Word file, in the profile's form or in the office's own; what could not be filled is told on stderr."""
    now = datetime.now().astimezone()
    chosen = ExportOptions(NoteStyle(options.notes), base_address=options.link, created=now)
    if options.form is None:
        return export(made, profile, chosen)
    filled = fill_template(made, options.form.read_bytes(), profile, chosen)
    for problem in filled.problems:
        complain(f"! {template_problem_text(problem)}")
    return filled.data


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _list(opened: Services, options: argparse.Namespace) -> int:
    templates = opened.reports.templates()
    for one in templates.problems:
        complain(
            CLI_TEXT["template_problem"].format(
                path=one.path, line=one.line, problem=problem_text(one.problem, one.value)
            )
        )
    if options.json:
        emit(templates_json(templates))
    else:
        for template in templates:
            say(f"{template.template_id}\t{template.name}")
    return FAILED if any(one.refused for one in templates.problems) else 0
