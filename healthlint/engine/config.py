"""Configuration files: found beside the articles, read strictly."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config_keys import Layer, OverrideKeys, TopKeys
from healthlint.errors import ConfigError, did_you_mean
from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathspec import GitIgnoreSpec

    from healthlint.ruleset.decode import Decoder

NAMES = ("healthlint.yaml", ".healthlint.yaml")
_MISNAMED = ("healthlint.yml", ".healthlint.yml")


class Override(NamedTuple):
    """What holds for some files only."""

    files: tuple[str, ...]
    layer: Layer


class Config(NamedTuple):
    """One configuration file. Its globs are relative to `folder`."""

    path: str | None  # None: there is no file, and the defaults hold
    folder: Path
    layer: Layer = Layer()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()

    def layers_for(self, path: Path) -> tuple[Layer, ...]:
        """What holds for a file, the strongest last."""
        if not self.overrides:
            return (self.layer,)
        relative = relative_to(path, self.folder)
        return (self.layer, *(each.layer for each in self.overrides if matches(each.files, relative)))

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a file or a folder is left out."""
        return bool(self.exclude) and matches(self.exclude, relative_to(path, self.folder) + "/" * is_folder)


class Configs:
    """The configuration of each file: the given one, or the closest above the file, or none."""

    def __init__(self, given: Path | None = None, *, isolated: bool = False) -> None:
        self._nothing = Config(None, Path.cwd())
        self._fixed = read_config(given) if given else self._nothing if isolated else None
        self._found: dict[Path, Config | None] = {}

    def of(self, path: Path) -> Config:
        """The configuration of an absolute path. Raises ConfigError if the file cannot be used."""
        return self._fixed or self._closest(path.parent) or self._nothing

    def _closest(self, folder: Path) -> Config | None:
        if folder not in self._found:
            above = None if folder.parent == folder else folder.parent
            self._found[folder] = _config_in(folder) or (self._closest(above) if above else None)
        return self._found[folder]


def read_config(path: Path) -> Config:
    """A configuration file by its path, TOML or YAML. Raises ConfigError."""
    text = _text(path)
    if path.suffix != ".toml":
        from healthlint.ruleset.yaml_tree import read_yaml

        return _decode(read_yaml(text, str(path), ConfigError), path)
    from healthlint.engine.toml import read_table

    table = ("tool", "healthlint") if path.name == "pyproject.toml" else ()
    tree = read_table(text, str(path), table)
    if tree is None:
        raise ConfigError("there is no [tool.healthlint] in this file", str(path))
    return _decode(tree, path)


def relative_to(path: Path, folder: Path) -> str:
    """An absolute path seen from a folder, with slashes; the whole path where it lies elsewhere."""
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def matches(patterns: tuple[str, ...], relative: str) -> bool:
    """Whether a path fits patterns as .gitignore has them."""
    return _compiled(patterns).match_file(relative)


@cache
def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # only projects that use globs pay for it

    return GitIgnoreSpec.from_lines(patterns)


def _config_in(folder: Path) -> Config | None:
    here = Path.cwd()
    folder = folder.relative_to(here) if folder.is_relative_to(here) else folder  # as the user would name it
    for name in NAMES:
        if (path := folder / name).is_file():
            return read_config(path)
    for name in _MISNAMED:
        if (path := folder / name).is_file():
            raise ConfigError(f"this file is not read; call it {path.with_suffix('.yaml').name}", str(path))
    project = folder / "pyproject.toml"
    if project.is_file() and "healthlint" in (text := _text(project)):
        from healthlint.engine.toml import read_table

        tree = read_table(text, str(project), ("tool", "healthlint"))
        return _decode(tree, project) if tree else None
    return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise ConfigError(f"cannot be read: {problem.strerror}", str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text", str(path)) from None


def _decode(tree: Located, path: Path) -> Config:
    from healthlint.ruleset.decode import Decoder

    decoder = Decoder(str(path), ConfigError)
    if not isinstance(tree.value, dict):
        raise decoder.fail("a configuration is a mapping such as `select: [HL3]`", tree.line)
    top, layer = _split(tree.value, TopKeys, decoder)
    keys = decoder.decode(Located(top, tree.line), TopKeys, "")
    return Config(
        path=str(path),
        folder=path.absolute().parent,
        layer=_layer(layer, tree.line, decoder, ""),
        overrides=tuple(_override(each, decoder) for each in keys.overrides),
        exclude=_patterns(keys.exclude, tree.value.get("exclude"), decoder),
    )


def _override(located: Located, decoder: Decoder) -> Override:
    if not isinstance(located.value, dict):
        raise decoder.fail("an override is a mapping with `files` and what holds for them", located.line)
    own, rest = _split(located.value, OverrideKeys, decoder)
    keys = decoder.decode(Located(own, located.line), OverrideKeys, "overrides")
    files = _patterns(keys.files, located.value.get("files"), decoder)
    return Override(files, _layer(rest, located.line, decoder, "overrides"))


def _split(
    values: Mapping[str, Located], own: type[TopKeys | OverrideKeys], decoder: Decoder
) -> tuple[dict[str, Located], dict[str, Located]]:
    """The keys that belong to `own`, and those of a layer."""
    known = {*own._fields, *Layer._fields}
    for key, item in values.items():
        if key not in known:
            raise decoder.fail(f'unknown key "{key}"{did_you_mean(key, known)}', item.line)
    mine = {key: item for key, item in values.items() if key in own._fields}
    return mine, {key: item for key, item in values.items() if key not in own._fields}


def _layer(values: dict[str, Located], line: int, decoder: Decoder, what: str) -> Layer:
    return decoder.decode(Located(values, line), Layer, what)


def _patterns(patterns: tuple[str, ...], located: Located | None, decoder: Decoder) -> tuple[str, ...]:
    """The patterns, once it is sure that they can be used."""
    try:
        _compiled(patterns) if patterns else None
    except ValueError as problem:
        raise decoder.fail(f"not a pattern as in .gitignore: {problem}", located.line if located else None) from None
    return patterns
