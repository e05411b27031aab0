"""YAML read together with the line every value stands on, so that a mistake can be shown where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it: the outlines are read ten times faster than in Python."""
_STANDARD = "tag:yaml.org,2002:"
_PLAIN = frozenset({"str", "int", "float", "bool", "null", "map", "seq", "timestamp"})

Step: TypeAlias = str | int
Yaml: TypeAlias = "str | int | float | bool | list[Yaml] | dict[str, Yaml] | None"


class YamlMistakeError(ValueError):
    """The text cannot be read; ``line`` is 1-based."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


@dataclass(frozen=True, slots=True)
class NumberedYaml:
    """A value and the 1-based line of each path of keys and indices in it."""

    value: Yaml
    lines: Mapping[tuple[Step, ...], int]

    def line_of(self, path: Sequence[Step]) -> int:
        """The line of a path; that of the nearest part of it that is there."""
        for length in range(len(path), -1, -1):
            found = self.lines.get(tuple(path[:length]))
            if found is not None:
                return found
        return 1


def read_yaml(text: str) -> NumberedYaml:
    """Read one document; safe tags only.

    :raises YamlMistakeError: not YAML, an alias, a key given twice, or a key that is no text.
    """
    try:
        # an alias can make a few lines grow without end
        alias = next((token for token in yaml.scan(text, Loader=_LOADER) if isinstance(token, yaml.AliasToken)), None)
        if alias is not None:
            raise YamlMistakeError(alias.start_mark.line + 1, "alias")
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlMistakeError(mark.line + 1 if mark else 1, str(error.problem or error)) from error
    except yaml.YAMLError as error:
        raise YamlMistakeError(1, str(error)) from error
    if node is None:
        raise YamlMistakeError(1, "the file is empty")
    lines: dict[tuple[Step, ...], int] = {}
    return NumberedYaml(_value(node, (), lines), lines)


def _value(node: yaml.Node, path: tuple[Step, ...], lines: dict[tuple[Step, ...], int]) -> Yaml:
    lines.setdefault(path, node.start_mark.line + 1)
    if node.tag.removeprefix(_STANDARD) not in _PLAIN:
        raise YamlMistakeError(node.start_mark.line + 1, f"tag {node.tag}")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, place), lines) for place, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: tuple[Step, ...], lines: dict[tuple[Step, ...], int]) -> dict[str, Yaml]:
    found: dict[str, Yaml] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = _scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
        if not isinstance(key, str):
            raise YamlMistakeError(line, "a key must be text")
        if key in found:
            raise YamlMistakeError(line, f"{key} is given twice")
        lines[(*path, key)] = line
        found[key] = _value(value_node, (*path, key), lines)
    return found


def _scalar(node: yaml.Node) -> str | int | float | bool | None:
    """What YAML makes of a scalar; a date stays the text it was written as."""
    value = yaml.SafeLoader("").construct_object(node)
    return value if value is None or isinstance(value, str | int | float | bool) else str(node.value)
