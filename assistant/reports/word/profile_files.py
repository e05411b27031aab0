"""Finds, reads and checks the files of profiles; a mistake is refused with its line and reason."""

import string
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from pydantic import ValidationError

from assistant.errors import BadProfileError, UnknownProfileError
from assistant.reports.numbered_yaml import NumberedYaml, Step, YamlMistakeError, read_yaml
from assistant.reports.word.profile import Profile

_EXTENDS = "extends"
_MAX_DEPTH = 5
_HEAD_BLANKS = frozenset({"parent", "issuer", "number", "code", "organ", "place", "date"})
_ISSUER_BLANKS = frozenset({"UNIT", "AREA"})
_LABEL_BLANKS = frozenset({"roman", "arabic", "letter", "parent"})


def profile_names(folder: Path | None = None) -> tuple[str, ...]:
    """The profiles that can be chosen: those that come along, and those of the office's own folder."""
    return tuple(sorted(_files(folder)))


def load_profile(name: str, folder: Path | None = None) -> Profile:
    """Read a profile.

    :param folder: the office's own profiles; one there goes before the one of the same name that comes along.
    :raises UnknownProfileError: there is none of this name.
    :raises BadProfileError: its file has a mistake, named with line and reason.
    """
    return parse_profile(name, _read(name, folder), folder)


def parse_profile(name: str, text: str, folder: Path | None = None) -> Profile:
    """The profile written in a file's text.

    :param name: of the file, for the message.
    :raises BadProfileError: named with line and reason.
    :raises UnknownProfileError: it extends one that does not exist.
    """
    source = _source(name, text)
    try:
        profile = Profile.model_validate(_merged(name, source, folder, 0))
    except ValidationError as error:
        first = error.errors()[0]
        steps = tuple(first["loc"])
        raise BadProfileError(
            path=name,
            line=source.line_of(steps),
            field=".".join(map(str, steps)),
            problem=first["type"] if first["type"] in _WORDED else first["msg"],
        ) from error
    _check_blanks(name, profile, source)
    return profile


_WORDED = frozenset({"missing", "extra_forbidden", "greater_than_equal", "less_than_equal", "float_parsing"})
"""Kinds of mistakes that have Vietnamese words (messages_vi.problems.FORM_PROBLEMS)."""


def _merged(name: str, source: NumberedYaml, folder: Path | None, depth: int) -> dict[str, object]:
    data = source.value
    if not isinstance(data, dict):
        raise BadProfileError(path=name, line=1, field="", problem="not_mapping")
    own: dict[str, object] = dict(data)
    parent = own.pop(_EXTENDS, None)
    if parent is None:
        return own
    if not isinstance(parent, str) or depth >= _MAX_DEPTH:
        raise BadProfileError(path=name, line=source.line_of((_EXTENDS,)), field=_EXTENDS, problem="extends")
    # an own profile of a bundled one's name extends the bundled one, not itself
    upper = None if parent == name else folder
    return _overlaid(_merged(parent, _source(parent, _read(parent, upper)), upper, depth + 1), own)


def _overlaid(lower: Mapping[str, object], upper: Mapping[str, object]) -> dict[str, object]:
    """``styles`` is laid over key by key; anything else is replaced whole, so that a file shows all it sets."""
    whole = {**lower, **upper}
    below, above = lower.get("styles"), upper.get("styles")
    if isinstance(below, dict) and isinstance(above, dict):
        whole["styles"] = {**below, **above}
    return whole


def _source(name: str, text: str) -> NumberedYaml:
    try:
        return read_yaml(text)
    except YamlMistakeError as error:
        raise BadProfileError(path=name, line=error.line, field="", problem=error.problem) from error


def _read(name: str, folder: Path | None) -> str:
    file = _files(folder).get(name)
    if file is None:
        raise UnknownProfileError(name=name, known=", ".join(profile_names(folder)))
    try:
        return file.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadProfileError(path=name, line=1, field="", problem="not_utf8") from error


def _files(folder: Path | None) -> dict[str, bytes]:
    bundled = resources.files("prompts") / "profiles"
    found = {one.name.removesuffix(".yaml"): one.read_bytes() for one in bundled.iterdir() if _is_profile(one.name)}
    if folder is not None and folder.is_dir():
        found |= {one.stem: one.read_bytes() for one in folder.iterdir() if _is_profile(one.name) and one.is_file()}
    return found


def _is_profile(name: str) -> bool:
    return name.endswith(".yaml") and not name.startswith(".")


def _check_blanks(name: str, profile: Profile, source: NumberedYaml) -> None:
    head = profile.letterhead
    lines: list[tuple[tuple[Step, ...], str]] = [
        (("letterhead", side, place), line.text)
        for side in ("left", "right")
        for place, line in enumerate(getattr(head, side))
    ]
    lines += [(("letterhead", one), getattr(head, one).text) for one in ("number", "letter_number", "date")]
    for steps, text in lines:
        _check_text(name, source, steps, text, _HEAD_BLANKS)
    for place, issuer in enumerate(profile.issuers):
        _check_text(name, source, ("issuers", place), issuer.parent + issuer.issuer, _ISSUER_BLANKS)
    for place, heading in enumerate(profile.headings):
        _check_text(name, source, ("headings", place), heading.label, _LABEL_BLANKS)


def _check_text(name: str, source: NumberedYaml, steps: tuple[Step, ...], text: str, allowed: frozenset[str]) -> None:
    try:
        blanks = {blank for _, blank, _, _ in string.Formatter().parse(text) if blank is not None}
    except ValueError:
        blanks = {text}
    unknown = sorted(blanks - allowed)
    if unknown:
        field = ".".join(map(str, steps))
        raise BadProfileError(
            path=name, line=source.line_of(steps), field=field, problem="unknown_blank", blank=unknown[0]
        )
