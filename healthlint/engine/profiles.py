"""Profiles: settings for a kind of publisher, shipped as files in rules/profiles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config_keys import Layer
from healthlint.errors import ConfigError, did_you_mean
from healthlint.ruleset.load import rules_dir
from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from collections.abc import Sequence


class Profile(NamedTuple):
    """What a file in rules/profiles says."""

    name: str
    about: str
    layer: Layer


def with_profile(layers: Sequence[Layer], command: Layer) -> tuple[Layer, ...]:
    """The layers upon the profile that the last of them names; `command` counts as the last. Raises ConfigError."""
    named = next((layer for layer in (command, *reversed(layers)) if layer.profile), None)
    if named is None or named.profile is None:
        return tuple(layers)
    word = str(named.profile.value)
    if word not in profiles():
        line = named.profile.line if named.origin else None
        message = f'no profile is called "{word}"{did_you_mean(word, profiles())} (there are {", ".join(profiles())})'
        raise ConfigError(message, named.origin, line)
    return (read_profile(word).layer, *layers)


@cache
def profiles() -> tuple[str, ...]:
    """The names of all profiles."""
    return tuple(sorted(path.stem for path in (rules_dir() / "profiles").glob("*.yaml")))


@cache
def read_profile(name: str) -> Profile:
    """A profile by its name."""
    from healthlint.ruleset.decode import Decoder
    from healthlint.ruleset.yaml_tree import read_yaml_file

    path = rules_dir() / "profiles" / f"{name}.yaml"
    decoder = Decoder(str(path), ConfigError)
    tree = read_yaml_file(path, ConfigError)
    keys: dict[str, Located] = dict(tree.value)  # type: ignore[arg-type]
    about = decoder.decode(keys.pop("about"), str, "about")
    return Profile(name, about, decoder.decode(Located(keys, tree.line), Layer, "")._replace(origin=str(path)))
