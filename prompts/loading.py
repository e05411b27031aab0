"""Reads a prompt file: TOML front matter between +++ lines, then a "# system" and a "# user" part.

A variable stands in the text as {name}; a literal brace is doubled. The front matter declares every variable, so
that a misspelt or forgotten one is an error when the file is read, not a hole in what the model sees.
"""

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from pydantic import BaseModel, ConfigDict, ValidationError

_FILE = re.compile(r"\A\+\+\+\n(?P<head>.*?)\n\+\+\+\n(?P<body>.*)\Z", re.DOTALL)
_PART = re.compile(r"^# (system|user)[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class PromptError(ValueError):
    """A prompt file, or the values given to it, do not fit; the message names the prompt and the variable."""


@dataclass(frozen=True, slots=True)
class Message:
    """One part of a prompt: role "system" or "user", and its text."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt with blanks; ``parts`` are templates in the syntax of ``str.format``."""

    name: str
    description: str
    variables: tuple[str, ...]
    parts: tuple[Message, ...]

    def check(self, values: Mapping[str, str]) -> None:
        """Make sure the values are exactly the declared variables.

        :raises PromptError: one is missing or too many, naming it.
        """
        missing = sorted(set(self.variables) - set(values))
        extra = sorted(set(values) - set(self.variables))
        if missing:
            raise PromptError(f"prompt {self.name}: no value for {', '.join(missing)}")
        if extra:
            raise PromptError(f"prompt {self.name}: it has no variable {', '.join(extra)}")

    def render(self, values: Mapping[str, str]) -> tuple[Message, ...]:
        """The exact messages for these values; braces inside a value stay as they are.

        :raises PromptError: a variable is missing or too many, naming it.
        """
        self.check(values)
        return tuple(Message(part.role, part.text.format_map(dict(values))) for part in self.parts)


class _FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    description: str
    variables: tuple[str, ...]


def load(name: str) -> Prompt:
    """Read the prompt ``name`` (the file's name without .md).

    :raises PromptError: there is no such prompt, or its file is malformed.
    """
    file = resources.files("prompts") / f"{name}.md"
    if not _NAME.fullmatch(name) or not file.is_file():
        raise PromptError(f"no prompt {name!r}; there are: {', '.join(names())}")
    return parse(name, file.read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """The prompts that exist."""
    files = (entry.name for entry in resources.files("prompts").iterdir())
    return tuple(sorted(file.removesuffix(".md") for file in files if file.endswith(".md")))


def parse(name: str, text: str) -> Prompt:
    """The prompt written in a file's text.

    :raises PromptError: the front matter, the parts or the variables are not as they must be.
    """
    found = _FILE.match(text)
    if found is None:
        raise PromptError(f"prompt {name}: the file must begin with front matter between two +++ lines")
    head = _front_matter(name, found["head"])
    parts = _parts(name, found["body"])
    used = {variable for part in parts for variable in _variables(name, part.text)}
    for problem, culprits in (
        ("uses an undeclared variable", used - set(head.variables)),
        ("declares a variable it never uses", set(head.variables) - used),
    ):
        if culprits:
            raise PromptError(f"prompt {name} {problem}: {', '.join(sorted(culprits))}")
    return Prompt(name, head.description, head.variables, parts)


def _front_matter(name: str, text: str) -> _FrontMatter:
    try:
        return _FrontMatter.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"prompt {name}: front matter is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise PromptError(f"prompt {name}: front matter, {where}: {first['msg']}") from error


def _parts(name: str, body: str) -> tuple[Message, ...]:
    pieces = _PART.split(body)
    if pieces[0].strip() or pieces[1::2] != ["system", "user"]:
        raise PromptError(f"prompt {name}: after the front matter come '# system' and '# user', in this order")
    return tuple(Message(role, text.strip()) for role, text in zip(pieces[1::2], pieces[2::2], strict=True))


def _variables(name: str, text: str) -> set[str]:
    try:
        fields = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
    except ValueError as error:
        raise PromptError(f"prompt {name}: {error}; write a literal brace twice") from error
    for field in fields:
        if not _NAME.fullmatch(field):
            raise PromptError(f"prompt {name}: {{{field}}} is not a variable name; write a literal brace twice")
    return set(fields)
