"""YAML files as located values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from healthlint.errors import HealthlintError
    from healthlint.ruleset.located import Scalar

_MOST_NODES, _DEEPEST = 200_000, 40


def read_yaml_file(path: Path, error: Callable[[str, str, int | None], HealthlintError]) -> Located:
    """The one document of a file. Raises `error(message, path, line)` for anything but plain data."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise error("not in UTF-8: save it in that encoding", str(path), None) from None
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", str(path), None) from None
    return read_yaml(text, str(path), error)


def read_yaml(text: str, path: str, error: Callable[[str, str, int | None], HealthlintError]) -> Located:
    """The one document of a YAML file. Raises `error(message, path, line)` for anything but plain data."""
    loader = _Loader(text)
    try:
        if line := _too_deep(text):  # before nodes are made of it, at which C code would overflow its stack
            raise error(_EXCESSIVE, path, line)
        node = loader.get_single_node()
        if node is None:
            return Located({}, 1)
        return _Walk(loader, path, error).located(node, 0)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        raise error(f"not valid YAML: {problem.problem}", path, mark.line + 1 if mark else None) from None
    except (yaml.YAMLError, ValueError) as problem:
        raise error(f"not valid YAML: {' '.join(str(problem).split())}", path, None) from None
    finally:
        loader.dispose()


def _too_deep(text: str) -> int | None:
    """The line where nesting goes deeper than it may."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                return event.start_mark.line + 1 if event.start_mark else 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


_EXCESSIVE = "too large or too deeply nested"
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WRITTEN_OUT = {"int", "float", "bool", "null"}  # everything else, dates too, stays as it was written


class _Walk:
    """Turns nodes into located values, within bounds that no honest file reaches."""

    def __init__(
        self, loader: yaml.SafeLoader, path: str, error: Callable[[str, str, int | None], HealthlintError]
    ) -> None:
        self._loader, self._path, self._error = loader, path, error
        self._left = _MOST_NODES

    def located(self, node: yaml.Node, depth: int) -> Located:
        line = node.start_mark.line + 1
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise self._error(_EXCESSIVE, self._path, line)
        if isinstance(node, yaml.SequenceNode):
            return Located([self.located(item, depth + 1) for item in node.value], line)
        if isinstance(node, yaml.MappingNode):
            return Located(self._mapping(node, depth), line)
        return Located(self._scalar(node), line)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Located]:
        found: dict[str, Located] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in found:
                raise self._error(f'key "{key}" stands twice; keep one', self._path, line)
            found[key] = Located(self.located(value_node, depth + 1).value, line)
        return found

    def _scalar(self, node: yaml.Node) -> Scalar:
        if node.tag.rpartition(":")[2] in _WRITTEN_OUT:
            value: Scalar = self._loader.construct_object(node)
            return value
        return str(node.value)
