"""A YAML file as plain data with the line every value stands on, so that a mistake can be pointed at."""

from dataclasses import dataclass
from typing import TypeAlias

import yaml

Steps: TypeAlias = tuple[str | int, ...]
"""Way from the root to a value: keys and 0-based places."""


class YamlSourceError(ValueError):
    """The text is not YAML that is accepted here; ``line`` is 1-based, ``problem`` a code or the parser's words."""

    def __init__(self, line: int, problem: str) -> None:
        self.line = line
        self.problem = problem
        super().__init__(f"line {line}: {problem}")


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What a YAML text says, and where; every plain value is a string."""

    data: object
    lines: dict[Steps, int]
    """1-based line of every key and item."""

    def line_of(self, steps: Steps) -> int:
        """The line of a value, or of the nearest part around it that stands in the file."""
        return next((self.lines[steps[:end]] for end in range(len(steps), -1, -1) if steps[:end] in self.lines), 1)


def read_yaml(text: str) -> YamlSource:
    """Read one YAML document made of mappings, lists and plain values.

    :raises YamlSourceError: bad syntax, an alias, a repeated key, or a key that is no word.
    """
    try:
        # an alias can make a few lines grow without end
        alias = next((token for token in yaml.scan(text) if isinstance(token, yaml.AliasToken)), None)
        if alias is not None:
            raise YamlSourceError(alias.start_mark.line + 1, "alias")
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        # no guessing of types: 2023-06 stays what was written, and the checking model reads numbers
        data = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlSourceError(mark.line + 1 if mark else 1, error.problem or "syntax") from error
    except yaml.YAMLError as error:
        raise YamlSourceError(1, str(error)) from error
    lines: dict[Steps, int] = {}
    if root is not None:
        _collect(root, (), lines)
    return YamlSource(data, lines)


def _collect(node: yaml.Node, steps: Steps, lines: dict[Steps, int]) -> None:
    lines.setdefault(steps, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            _collect(item, (*steps, place), lines)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise YamlSourceError(line, "key")
            step = (*steps, str(key.value))
            if step in lines:
                raise YamlSourceError(line, "repeated_key")
            lines[step] = line
            _collect(value, step, lines)
