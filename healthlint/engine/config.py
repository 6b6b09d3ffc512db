"""Configuration files: found beside the articles, read strictly."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config_keys import Layer, OverrideKeys, TopKeys
from healthlint.errors import ConfigError, did_you_mean
from healthlint.ruleset.located import Located
from healthlint.ruleset.spec import Folders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathspec import GitIgnoreSpec

    from healthlint.engine.sidecar import Sidecar
    from healthlint.model.document import Format
    from healthlint.ruleset.decode import Decoder

BASELINE = "healthlint-baseline.json"
NAMES = ("healthlint.yaml", ".healthlint.yaml")
_MISNAMED = ("healthlint.yml", ".healthlint.yml")


class Globs(NamedTuple):
    """Patterns as in .gitignore, relative to a folder."""

    folder: Path
    patterns: tuple[str, ...]

    def fit(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether an absolute path fits one of them."""
        return bool(self.patterns) and matches(self.patterns, relative_to(path, self.folder) + "/" * is_folder)


class Override(NamedTuple):
    """What holds for some files only."""

    files: Globs
    layer: Layer


class Config(NamedTuple):
    """One configuration file with all that it extends. What comes later beats what comes before."""

    path: str | None  # None: there is no file, and the defaults hold
    folder: Path
    layer: Layer = Layer()
    bases: tuple[Layer, ...] = ()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[Globs, ...] = ()
    respect_gitignore: bool = True
    extensions: dict[str, Format] = {}
    suppressions: tuple[Sidecar, ...] = ()
    own: Folders = Folders()

    def layers_for(self, path: Path) -> tuple[Layer, ...]:
        """What holds for a file, the strongest last."""
        return (*self.bases, self.layer, *(each.layer for each in self.overrides if each.files.fit(path)))

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a file or a folder is left out."""
        return any(globs.fit(path, is_folder=is_folder) for globs in self.exclude)


class Configs:
    """The configuration of each file: the given one, or the closest above the file, or none."""

    def __init__(self, given: Path | None = None, *, isolated: bool = False) -> None:
        self._nothing = Config(None, Path.cwd() if isolated else _root())
        self._fixed = read_config(given) if given else self._nothing if isolated else None
        self._found: dict[Path, Config | None] = {}

    def of(self, path: Path) -> Config:
        """The configuration of an absolute path. Raises ConfigError if the file cannot be used."""
        return self._fixed or self._closest(path.parent) or self._nothing

    def here(self) -> Path:
        """The folder of the configuration that holds in the current folder, or the current folder."""
        return self.of(Path.cwd() / "-").folder

    def _closest(self, folder: Path) -> Config | None:
        if folder not in self._found:
            above = None if folder.parent == folder else folder.parent
            self._found[folder] = _config_in(folder) or (self._closest(above) if above else None)
        return self._found[folder]


def _root() -> Path:
    """The folder of the baseline above the current folder, by which fingerprints name files, or that folder itself."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / BASELINE).is_file()), here)


def read_config(path: Path, extending: tuple[Path, ...] = ()) -> Config:
    """A configuration file by its path, TOML or YAML; `extending` are those that led to it. Raises ConfigError."""
    text = _text(path)
    if path.suffix != ".toml":
        from healthlint.ruleset.yaml_tree import read_yaml

        return _decode(read_yaml(text, str(path), ConfigError), path, extending)
    from healthlint.engine.toml import read_table

    table = ("tool", "healthlint") if path.name == "pyproject.toml" else ()
    tree = read_table(text, str(path), table)
    if tree is None:
        raise ConfigError("there is no [tool.healthlint] in this file", str(path))
    return _decode(tree, path, extending)


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


def configuration_in(folder: Path) -> Path | None:
    """The file in a folder that is its configuration. Raises ConfigError for one that is called something else."""
    for name in NAMES:
        if (path := folder / name).is_file():
            return path
    for name in _MISNAMED:
        if (path := folder / name).is_file():
            raise ConfigError(f"this file is not read; call it {path.with_suffix('.yaml').name}", str(path))
    project = folder / "pyproject.toml"
    if project.is_file() and "healthlint" in (text := _text(project)):
        from healthlint.engine.toml import read_table

        return project if read_table(text, str(project), ("tool", "healthlint")) else None
    return None


def _config_in(folder: Path) -> Config | None:
    here = Path.cwd()
    folder = folder.relative_to(here) if folder.is_relative_to(here) else folder  # as the user would name it
    path = configuration_in(folder)
    return read_config(path) if path else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise ConfigError(f"cannot be read: {problem.strerror}", str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text", str(path)) from None


def _decode(tree: Located, path: Path, extending: tuple[Path, ...] = ()) -> Config:
    from healthlint.ruleset.decode import Decoder

    decoder = Decoder(str(path), ConfigError)
    if not isinstance(tree.value, dict):
        raise decoder.fail("a configuration is a mapping such as `select: [HL3]`", tree.line)
    top, layer = _split(tree.value, TopKeys, decoder)
    keys = decoder.decode(Located(top, tree.line), TopKeys, "")
    if keys.required_version:
        from healthlint.engine.requirement import require

        require(keys.required_version, decoder)
    folder = path.absolute().parent
    config = Config(
        path=str(path),
        folder=folder,
        layer=_layer(layer, tree.line, decoder, ""),
        overrides=tuple(_override(each, folder, decoder) for each in keys.overrides),
        exclude=(globs_of(keys.exclude, folder, top.get("exclude"), decoder),) if keys.exclude else (),
        respect_gitignore=keys.respect_gitignore is not False,
        extensions=_extensions(keys, top, decoder),
        suppressions=_suppressions(keys.suppressions, folder, decoder),
        own=Folders(
            _folders("own_rules", keys.own_rules, decoder),
            _folders("lexicons", keys.lexicons, decoder),
            _folders("facts", keys.facts, decoder),
        ),
    )
    for located in keys.extends:
        config = _extend(config, located, keys, decoder, (*extending, path.absolute()))
    return config


def _extend(config: Config, located: Located, keys: TopKeys, decoder: Decoder, extending: tuple[Path, ...]) -> Config:
    """The configuration with what another file says below it."""
    path = Path(decoder.path).parent / decoder.decode(located, str, "extends")
    if path.resolve() in [each.resolve() for each in extending]:
        raise decoder.fail(f"extends: {path} extends this file in turn; take one of the two out", located.line)
    if not path.is_file():
        raise decoder.fail(f"extends: there is no file {path}; its path is relative to this file", located.line)
    base = read_config(path, extending)
    return config._replace(
        bases=(*config.bases, *base.bases, base.layer),
        overrides=(*base.overrides, *config.overrides),
        exclude=(*base.exclude, *config.exclude),
        respect_gitignore=config.respect_gitignore if keys.respect_gitignore is not None else base.respect_gitignore,
        extensions={**base.extensions, **config.extensions},
        suppressions=(*base.suppressions, *config.suppressions),
        own=Folders(*(one + other for one, other in zip(base.own, config.own, strict=True))),
    )


def _override(located: Located, folder: Path, decoder: Decoder) -> Override:
    if not isinstance(located.value, dict):
        raise decoder.fail("an override is a mapping with `files` and what holds for them", located.line)
    own, rest = _split(located.value, OverrideKeys, decoder)
    keys = decoder.decode(Located(own, located.line), OverrideKeys, "overrides")
    files = globs_of(keys.files, folder, own.get("files"), decoder)
    return Override(files, _layer(rest, located.line, decoder, "overrides"))


def _suppressions(entries: tuple[Located, ...], folder: Path, decoder: Decoder) -> tuple[Sidecar, ...]:
    if not entries:
        return ()
    from healthlint.engine.sidecar import read_sidecar

    return tuple(read_sidecar(each, folder, decoder) for each in entries)


def _folders(key: str, named: tuple[Located, ...], decoder: Decoder) -> tuple[Path, ...]:
    """Folders as seen from the file; each must be there."""
    found = []
    for located in named:
        path = Path(decoder.path).parent / decoder.decode(located, str, key)
        if not path.is_dir():
            raise decoder.fail(f"{key}: there is no folder {path}; its path is relative to this file", located.line)
        found.append(path)
    return tuple(found)


def _extensions(keys: TopKeys, top: Mapping[str, Located], decoder: Decoder) -> dict[str, Format]:
    for suffix in keys.extensions:
        if not re.fullmatch(r"\.\w+", suffix):
            line = top["extensions"].line
            raise decoder.fail(f'extensions: write a suffix such as .njk, not "{suffix}"', line)
    return {suffix.lower(): form for suffix, form in keys.extensions.items()}


def _split(
    values: Mapping[str, Located], own: type[TopKeys | OverrideKeys], decoder: Decoder
) -> tuple[dict[str, Located], dict[str, Located]]:
    """The keys that belong to `own`, and those of a layer; `fail-on` is `fail_on`."""
    known = {*own._fields, *Layer._fields} - {"origin"}
    named: dict[str, Located] = {}
    for key, item in values.items():
        name = key.replace("-", "_")
        if name not in known:
            raise decoder.fail(f'unknown key "{key}"{_meant(name, known, own)}', item.line)
        if name in named:
            raise decoder.fail(f'key "{key}" stands twice; keep one', item.line)
        named[name] = item
    mine = {key: item for key, item in named.items() if key in own._fields}
    return mine, {key: item for key, item in named.items() if key not in own._fields}


def _meant(name: str, known: set[str], own: type[TopKeys | OverrideKeys]) -> str:
    """What to write instead of an unknown key."""
    if own is OverrideKeys and name in TopKeys._fields:
        return "; it stands at the top of the file only"
    if own is TopKeys and name in OverrideKeys._fields:
        return "; it stands in an override only"
    return did_you_mean(_ELSEWHERE.get(name, name), known)


# What other linters call it.
_ELSEWHERE = {
    "extend": "extends", "include": "extends", "per_file_ignores": "overrides", "severity": "min_severity",
    "min_alert_level": "min_severity", "ignores": "exclude", "gitignore": "respect_gitignore",
    "disable": "ignore", "enable": "select", "jurisdiction": "region", "locale": "region",
}  # fmt: skip


def _layer(values: dict[str, Located], line: int, decoder: Decoder, what: str) -> Layer:
    return decoder.decode(Located(values, line), Layer, what)._replace(origin=decoder.path)


def globs_of(patterns: tuple[str, ...], folder: Path, located: Located | None, decoder: Decoder) -> Globs:
    """The patterns, once it is sure that they can be used."""
    try:
        _compiled(patterns) if patterns else None
    except ValueError as problem:
        raise decoder.fail(f"not a pattern as in .gitignore: {problem}", located.line if located else None) from None
    return Globs(folder, patterns)
