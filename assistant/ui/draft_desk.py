"""What happens when the tab's script asks: drafts begun, shown, changed, worked on; no Gradio and no HTTP here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.errors import DraftChangedError, UnknownDraftError
from assistant.messages_vi.draft_warnings import draft_warning_texts
from assistant.messages_vi.sentences import error_text
from assistant.report_texts_vi import OPENING_SECTION
from assistant.reports.kept import ExportChoice, KeptDraft, Notes, Stage
from assistant.reports.model import ReportDraft, ReportRequest
from assistant.reports.progress import Progress
from assistant.reports.refreshing import with_facts_of
from assistant.reports.writing_warnings import about_facts, about_writing
from assistant.services import Services
from assistant.ui import draft_texts_vi as texts
from assistant.ui.draft_ask_html import AskView, ask_html
from assistant.ui.draft_changes import NOTHING_CHOSEN, Asked, changed
from assistant.ui.draft_export_html import export_html
from assistant.ui.draft_facts_html import facts_html
from assistant.ui.draft_jobs import DraftJobs, Tell
from assistant.ui.draft_papers import Papers
from assistant.ui.draft_reporter import Reporter, period_words
from assistant.ui.draft_text_html import sentences_of, text_html
from assistant.ui.draft_view import DraftView, Notice, Step, Working, step_of
from ingest.errors import TrolyError

_STEPS = {Step.FACTS: facts_html, Step.TEXT: text_html, Step.EXPORT: export_html}
PROFILE_FOLDER = "profiles"
"""Inside the data folder: forms of the office."""
_YEARS = range(1945, 2101)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with."""

    services: Services
    reporter: Reporter
    papers: Papers
    jobs: DraftJobs


def open_desk(services: Services) -> Desk:
    """The desk over open services."""
    reporter = Reporter(services.reports)
    papers = Papers(services.reports, services.office_forms, services.settings.data_dir / PROFILE_FOLDER)
    return Desk(services, reporter, papers, DraftJobs())


def home(
    desk: Desk, *, typed: Mapping[str, str] | None = None, notices: Sequence[Notice] = (), undo_id: str = ""
) -> str:
    """Step 1 with the kept drafts."""
    facets = desk.services.facets()
    templates, problems = desk.reporter.choices()
    view = AskView(
        templates=templates,
        profiles=desk.papers.profiles(),
        units=desk.reporter.reports.units(),
        years=[year for year, _ in facets.years],
        drafts=desk.services.drafts.listed(),
        typed={"year": str(date.today().year), **(typed or {})},
        notices=notices,
        undo_id=undo_id,
        problems=problems,
    )
    return ask_html(view)


def begin(desk: Desk, form: Mapping[str, str]) -> str:
    """A new draft whose facts are being gathered, or the form again with what is wrong."""
    try:
        request = _request(form)
        name = dict(desk.reporter.choices()[0]).get(request.template_id, "")
        words = period_words(request.period)
    except _UnusableError as error:
        return home(desk, typed=form, notices=[Notice(str(error), is_bad=True)])
    except TrolyError as error:
        return home(desk, typed=form, notices=[Notice(error_text(error), is_bad=True)])
    title = texts.DRAFT_TITLE.format(template=name or request.template_id, unit=request.unit, period=words)
    kept = desk.services.drafts.begin(ReportDraft(request, "", "", "", ()), title)
    _gather(desk, kept.listed.draft_id)
    return show(desk, kept.listed.draft_id)


def change_list(desk: Desk, asked: Asked) -> str:
    """Rename a draft, take it off the list, bring it back."""
    drafts, undo_id = desk.services.drafts, ""
    try:
        title = drafts.draft(asked.id).listed.title
        if asked.do == "delete":
            drafts.delete(asked.id)
            sentence, undo_id = texts.DELETED, asked.id
        elif asked.do == "restore":
            drafts.restore(asked.id)
            sentence = texts.RESTORED
        else:
            title = drafts.rename(asked.id, asked.title)
            sentence = texts.RENAMED
    except TrolyError as error:
        return home(desk, notices=[Notice(error_text(error), is_bad=True)])
    return home(desk, notices=[Notice(sentence.format(title=title))], undo_id=undo_id)


def take_form(desk: Desk, draft_id: str, name: str, content: bytes) -> Notice:
    """Keep an office's Word form and choose it for the draft.

    :raises UnknownDraftError: no such draft.
    """
    choice = desk.services.drafts.draft(draft_id).choice
    form = desk.services.office_forms.keep(name, content)
    desk.services.drafts.choose(draft_id, replace(choice, office_form=form.form_id))
    return Notice(texts.EXPORT_UPLOADED.format(name=form.name))


def show(desk: Desk, draft_id: str, step: str = "", notices: Sequence[Notice] = (), chosen: str = "") -> str:
    """A draft at a step, or the last it has come to.

    :raises UnknownDraftError: no such draft.
    """
    kept = desk.services.drafts.draft(draft_id)
    if kept.listed.deleted:
        raise UnknownDraftError(draft_id=draft_id)
    at = step_of(kept.listed.stage, step)
    problem = desk.jobs.take_problem(draft_id)
    if problem:
        notices = [*notices, Notice(texts.FAILED.format(problem=problem), is_bad=True)]
    if at in (Step.FACTS, Step.TEXT):
        shown = (about_writing if at is Step.TEXT else about_facts)(kept.draft.warnings)
        notices = [*notices, *(Notice(one, is_bad=True) for one in draft_warning_texts(shown))]
    return _STEPS[at](_view(desk, kept, at, notices, chosen))


def act(desk: Desk, draft_id: str, asked: Asked) -> str:
    """Do what is asked and show the draft.

    :raises UnknownDraftError: no such draft.
    """
    if asked.do == "step":
        return show(desk, draft_id, asked.step)
    if desk.jobs.working(draft_id) is not None:
        return show(desk, draft_id, asked.step, [Notice(texts.WORKING_ALREADY, is_bad=True)])
    if asked.do in _WORK:
        _WORK[asked.do](desk, draft_id, asked)
        return show(desk, draft_id, Step.FACTS if asked.do in ("gather", "retarget") else Step.TEXT)
    if asked.do in _STATES:
        return show(desk, draft_id, asked.step, _STATES[asked.do](desk, draft_id, asked))
    return _change(desk, draft_id, asked)


def _change(desk: Desk, draft_id: str, asked: Asked) -> str:
    kept = desk.services.drafts.draft(draft_id)
    try:
        if asked.revision != kept.revision:
            raise DraftChangedError(draft_id=draft_id)
        made = changed(kept.draft, asked, desk.services.store.idf)
        if made is None or made.draft == kept.draft:
            return show(desk, draft_id, asked.step, chosen=NOTHING_CHOSEN if made is None else made.chosen)
        desk.services.drafts.save(
            draft_id, made.draft, seen=asked.revision, change=_code(made.change, asked), continues=asked.continues
        )
    except UnknownDraftError:
        raise
    except TrolyError as error:
        return show(desk, draft_id, asked.step, [Notice(error_text(error), is_bad=True)], NOTHING_CHOSEN)
    gone = len(sentences_of(kept.draft)) - len(sentences_of(made.draft))
    left_out = gone > 0 and made.change in ("tick", "choose")
    notices = [Notice(texts.LEFT_OUT.format(count=gone))] if left_out else []
    return show(desk, draft_id, asked.step, notices, made.chosen)


def _code(change: str, asked: Asked) -> str:
    """Typing on in one place is one version, in another place another."""
    return f"{change} {asked.place}".strip() if change in ("rewrite", "heading") else change


def _undo(desk: Desk, draft_id: str, _: Asked) -> list[Notice]:
    desk.services.drafts.undo(draft_id)
    return []


def _redo(desk: Desk, draft_id: str, _: Asked) -> list[Notice]:
    desk.services.drafts.redo(draft_id)
    return []


def _version(desk: Desk, draft_id: str, asked: Asked) -> list[Notice]:
    desk.services.drafts.restore_version(draft_id, asked.number)
    return [Notice(texts.VERSION_RESTORED)]


def _choose_export(desk: Desk, draft_id: str, asked: Asked) -> list[Notice]:
    notes = Notes(asked.notes) if asked.notes in set(Notes) else Notes.FOOTNOTES
    desk.services.drafts.choose(draft_id, ExportChoice(notes, asked.office_form))
    return []


def _forget_form(desk: Desk, draft_id: str, asked: Asked) -> list[Notice]:
    desk.services.office_forms.forget(asked.form)
    return []


_STATES = {
    "undo": _undo,
    "redo": _redo,
    "version": _version,
    "choose-export": _choose_export,
    "forget-form": _forget_form,
}


def _gather(desk: Desk, draft_id: str, asked: Asked | None = None) -> None:
    """Gather facts anew; what a person added, changed or left out stays, and so does the text."""

    def work(tell: Tell) -> None:
        kept = desk.services.drafts.draft(draft_id)
        made = desk.reporter.gather(kept.draft.request, _told("gather", tell))
        whole = with_facts_of(kept.draft, made)
        desk.services.drafts.save(draft_id, whole, seen=0, change="gather")
        typed, named = kept.draft.request.unit, made.request.unit
        if typed != named:
            desk.services.drafts.rename(draft_id, kept.listed.title.replace(typed, named))

    desk.jobs.begin(draft_id, Working("gather"), work)


def _told(kind: str, tell: Tell) -> Callable[[Progress], None]:
    """What the page shows of each step."""
    return lambda now: tell(Working(kind, now.title, now.done, now.total, now.work))


def _retarget(desk: Desk, draft_id: str, asked: Asked) -> None:
    """The same report for another unit."""
    kept = desk.services.drafts.draft(draft_id)
    if asked.unit.strip():
        title = kept.listed.title.replace(kept.draft.request.unit, asked.unit)
        request = replace(kept.draft.request, unit=asked.unit.strip())
        elsewhere = replace(kept.draft, request=request, recipients=())
        desk.services.drafts.save(draft_id, elsewhere, seen=0, change="gather")
        desk.services.drafts.rename(draft_id, title)
        _gather(desk, draft_id)


def _compose(desk: Desk, draft_id: str, _: Asked) -> None:
    def work(tell: Tell) -> None:
        kept = desk.services.drafts.draft(draft_id)
        made = desk.reporter.compose(kept.draft, _told("compose", tell))
        desk.services.drafts.save(draft_id, made, seen=0, change="compose")

    desk.jobs.begin(draft_id, Working("compose"), work)


def _section(desk: Desk, draft_id: str, asked: Asked) -> None:
    def work(_: Tell) -> None:
        kept = desk.services.drafts.draft(draft_id)
        made = desk.reporter.section(kept.draft, asked.section)
        desk.services.drafts.save(draft_id, made, seen=0, change="section")

    kept = desk.services.drafts.draft(draft_id)
    title = next((one.title for one in kept.draft.sections if one.section_id == asked.section), "")
    desk.jobs.begin(draft_id, Working("section", title or OPENING_SECTION), work)


_WORK = {"gather": _gather, "retarget": _retarget, "compose": _compose, "section": _section}


def _view(desk: Desk, kept: KeptDraft, step: Step, notices: Sequence[Notice], chosen: str) -> DraftView:
    view = DraftView(kept, step, notices=notices, working=desk.jobs.working(kept.listed.draft_id), chosen=chosen)
    request = kept.draft.request
    if step is Step.FACTS:
        view = replace(view, outline=desk.reporter.outline(request))
        if kept.listed.stage is not Stage.ASKED and not any(one.citation for one in kept.draft.facts):
            is_known = request.unit in desk.reporter.reports.units()
            nearest = () if is_known else desk.reporter.nearest_units(request.unit)
            years = sorted(year for year, _ in desk.services.facets().years)
            view = replace(view, nearest_units=nearest, years=years)
        return view
    versions = desk.services.drafts.versions(kept.listed.draft_id)
    if step is Step.EXPORT:
        forms = desk.services.office_forms.listed()
        titles = dict(desk.papers.profiles())
        view = replace(
            view,
            forms=forms,
            profile_title=titles.get(request.profile, ""),
            head=desk.papers.head(kept),
            form_problems=desk.papers.problems(kept),
        )
    return replace(view, versions=versions)


class _UnusableError(Exception):
    """A value of the form that cannot be used; its text is the sentence to show."""


def _request(form: Mapping[str, str]) -> ReportRequest:
    """:raises _UnusableError: no unit, or no period can be made of the values."""
    unit = " ".join(form.get("unit", "").split())
    if not unit:
        raise _UnusableError(texts.NO_UNIT)
    first, kind = _year(form.get("year", "")), form.get("kind", "")
    period = f"{first}-{kind}" if kind else str(first)
    if kind == "range":
        last = _year(form.get("year_to", ""))
        if first >= last:
            raise _UnusableError(texts.BAD_YEARS.format(first=first, last=last))
        period = f"{first}/{last}"
    scope = " ".join(form.get("scope", "").split())
    return ReportRequest(form.get("template", ""), unit, period, form.get("profile", "") or "HOI", scope)


def _year(text: str) -> int:
    year = int(text) if text.strip().isdecimal() else 0
    if year not in _YEARS:
        raise _UnusableError(texts.BAD_YEAR.format(year=text.strip()))
    return year
