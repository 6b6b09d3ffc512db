"""Configuration and command line -> what holds for one file."""

from __future__ import annotations

import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.gitignore import GitIgnore
from healthlint.engine.profiles import with_profile
from healthlint.engine.retractions import find_database
from healthlint.errors import ConfigError
from healthlint.model.context import Policy
from healthlint.model.finding import SEVERITIES
from healthlint.ruleset.compiled import sources_of
from healthlint.ruleset.load import Rules, load_own
from healthlint.ruleset.select import Choice, select_rules, verify_selectors
from healthlint.ruleset.spec import Later

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from healthlint.engine.config import Config
    from healthlint.engine.sidecar import Sidecar
    from healthlint.model.context import Retractions
    from healthlint.model.document import Format
    from healthlint.model.finding import Confidence, Severity
    from healthlint.ruleset.located import Located
    from healthlint.ruleset.spec import Folders, Rule, RuleSet


MAX_FILE_SIZE = 10  # MB: an article has some KB, a book one or two MB


class Limit(NamedTuple):
    """How many warnings the articles for which it holds may have, all together, and the file that says so."""

    warnings: int
    origin: str | None  # None: the command line


class Settings(NamedTuple):
    """What holds for a file. The rules are not read before they are asked for: a cache may know what they say."""

    later_ruleset: Later[RuleSet]
    policy: Policy
    min_severity: Severity
    fail_on: Severity
    folder: Path  # fingerprints name the file as seen from here
    later_known: Later[RuleSet] | None = None  # all rules, whatever was chosen
    key: str = ""  # another one wherever the rules may say something else, today's date aside
    limit: Limit | None = None
    min_confidence: Confidence = "low"
    formats: Mapping[str, Format] = {}  # by suffix, beside those that everybody knows
    sidecars: tuple[Sidecar, ...] = ()
    max_file_size: int = MAX_FILE_SIZE

    def format_of(self, path: str) -> Format | None:
        """The format that the configuration gives for a file."""
        return self.formats.get(Path(path).suffix.lower()) if self.formats else None

    @property
    def ruleset(self) -> RuleSet:
        """The rules that run, tuned. Raises ConfigError for a selector that means nothing."""
        return self.later_ruleset.get()

    @property
    def known(self) -> tuple[Rule, ...]:
        """All rules, whatever was chosen."""
        return self.later_known.get().rules if self.later_known else ()


class AllSettings:
    """The settings of each file; files for which the same holds share them."""

    def __init__(self, rules: RuleSet | Rules, configs: Configs, command: Layer, today: date) -> None:
        """`command` is what the command line says, which beats every file. Raises ConfigError for its selectors."""
        self._rules = rules if isinstance(rules, Rules) else Rules("", lambda: rules)
        self._ruleset = Later(self._rules.load)
        self._configs, self._command = configs, command
        self._own: dict[Folders, Later[RuleSet]] = {}
        self._policy = Policy(today=today, retractions=find_database())
        self._git = GitIgnore()
        self._made: dict[tuple[str | None, tuple[int, ...]], Settings] = {}
        self._of_folder: dict[str, Settings] = {}  # where all files of it have the same
        if command.select or command.extend_select or command.ignore:
            self._verify_command()

    def __reduce__(self) -> tuple[type[AllSettings], tuple[Rules, Configs, Layer, date]]:
        """What another process makes the same settings of."""
        return AllSettings, (self._rules, self._configs, self._command, self._policy.today)

    def of(self, path: Path) -> Settings:
        """The settings of an absolute path. Raises ConfigError."""
        config = self._configs.of(path)
        layers = with_profile(config.layers_for(path), self._command)
        sidecars = tuple(each for each in config.suppressions if each.files.fit(path))
        key = config.path, tuple(map(id, (*layers, *sidecars)))
        if key not in self._made:
            made = self._made[key] = self._combine(config, layers, sidecars)
            if not made.key:  # nothing is kept by it: what is wrong with the configuration can be told at once
                made.later_ruleset.get()
        return self._made[key]

    def config_of(self, path: Path) -> Config:
        """The configuration of an absolute path. Raises ConfigError."""
        return self._configs.of(path)

    def of_file(self, path: str) -> Settings:
        """The settings of a file by any path. Raises ConfigError."""
        folder = os.path.dirname(path)
        if folder in self._of_folder:
            return self._of_folder[folder]
        whole = Path(path).absolute()
        mine = self.of(whole)
        config = self._configs.of(whole)
        if not (config.overrides or config.suppressions):
            self._of_folder[folder] = mine
        return mine

    @property
    def folder(self) -> Path:
        """The folder of the configuration that holds in the current folder, or the current folder."""
        return self._configs.here()

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether the configuration of a file or folder leaves it out."""
        return self._configs.of(path).excludes(path, is_folder=is_folder)

    def ignores(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether git ignores a file or a folder, where its configuration goes by that."""
        return self._configs.of(path).respect_gitignore and self._git.ignores(path, is_folder=is_folder)

    def suffixes(self, folder: Path) -> Collection[str]:
        """The suffixes that the configuration of the files in a folder adds to those of articles."""
        return self._configs.of(folder / "-").extensions

    def rules_in(self, config: Config) -> RuleSet:
        """All rules that there are under a configuration: the shipped and its own."""
        return self._rules_in(config).get()

    def all_rules(self) -> RuleSet:
        """The shipped rules and all own ones that hold for any file so far."""
        ruleset = self._ruleset.get()
        everything = {rule.code: rule for own in self._own.values() for rule in own.get().rules}
        everything.update((rule.code, rule) for rule in ruleset.rules)
        return ruleset._replace(rules=tuple(everything[code] for code in sorted(everything)))

    def _rules_in(self, config: Config) -> Later[RuleSet]:
        if not any(config.own):
            return self._ruleset
        if config.own not in self._own:
            keeps = bool(self._rules.digest)
            self._own[config.own] = Later(partial(load_own, self._ruleset.get, config.own, keep=keeps))
        return self._own[config.own]

    def _verify_command(self) -> None:
        """Make sure that the selectors of the command line mean rules, shipped or own ones of the current folder."""
        try:
            select_rules(self._ruleset.get(), [_choice(self._command)])
        except ConfigError:
            select_rules(self.rules_in(self._configs.of(Path.cwd() / "-")), [_choice(self._command)])

    def _combine(self, config: Config, layers: Sequence[Layer], sidecars: tuple[Sidecar, ...]) -> Settings:
        everything = (*config.bases, config.layer, *(each.layer for each in config.overrides))
        for layer in with_profile(everything, self._command):  # a mistake is told whether or not a file meets it
            _decide(self._policy, layer)
        _limit(everything)
        said = (*layers, self._command)
        policy = self._policy
        for layer in said:
            policy = _decide(policy, layer)
        min_severity = _last([layer.min_severity for layer in said]) or "warning"
        fail_on = _last([layer.fail_on for layer in said]) or "error"
        named = any(layer.select is not None or layer.extend_select for layer in said)
        limit = _limit(said)
        shown: list[Severity] = [min_severity, fail_on]
        if limit:
            shown.append("warning")
        least: Severity = "info" if named else min(shown, key=SEVERITIES.index)
        return Settings(
            later_ruleset=Later(partial(self._select, config, said, least)),
            policy=policy,
            min_severity=min_severity,
            fail_on=fail_on,
            folder=config.folder,
            later_known=self._rules_in(config),
            key=self._rules.digest and _key(f"{self._rules.digest} {least}", config, said, policy),
            limit=limit,
            min_confidence=next((layer.min_confidence for layer in reversed(said) if layer.min_confidence), "low"),
            formats=config.extensions,
            sidecars=sidecars,
            max_file_size=next(
                (layer.max_file_size for layer in reversed(said) if layer.max_file_size is not None), MAX_FILE_SIZE
            ),
        )

    def _select(self, config: Config, layers: Sequence[Layer], least: Severity) -> RuleSet:
        """The rules that run; those whose findings could not be shown do not, unless rules were chosen by name."""
        ruleset = self.rules_in(config)
        for sidecar in config.suppressions:
            verify_selectors(ruleset, sidecar.rules, sidecar.path)
        if config.overrides:
            everything = (*config.bases, config.layer, *(each.layer for each in config.overrides), self._command)
            select_rules(ruleset, [_choice(layer) for layer in with_profile(everything, self._command)])
        chosen = select_rules(ruleset, [_choice(layer) for layer in layers])
        return chosen._replace(rules=tuple(rule for rule in chosen.rules if rule.may_be(least)))


def _key(digest: str, config: Config, layers: Sequence[Layer], policy: Policy) -> str:
    """What tells settings apart: all that was said, but for what is shown of the findings and what makes a run fail."""
    from hashlib import blake2b

    spoken = [
        layer._replace(fail_on=None, min_severity=None, max_warnings=None, min_confidence=None) for layer in layers
    ]
    of_config = config.path, config.folder, config.overrides, config.extensions, config.suppressions
    own = [sources_of(folder, ()) for folders in config.own for folder in folders]
    parts = digest, of_config, own, spoken, policy._replace(today=date.min)
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def rules_here() -> RuleSet:
    """All rules that there are in the current folder: the shipped ones, and those that its configuration adds."""
    from healthlint.ruleset.load import load_rules

    configs = Configs()
    settings = AllSettings(load_rules(), configs, Layer(), date.today())
    return settings.rules_in(configs.of(Path.cwd() / "-"))


def _choice(layer: Layer) -> Choice:
    return Choice(layer.origin, layer.select, layer.extend_select, layer.ignore, layer.rules, layer.preview)


def _last(severities: Sequence[Severity | None]) -> Severity | None:
    return next((each for each in reversed(severities) if each), None)


def _limit(layers: Sequence[Layer]) -> Limit | None:
    """The limit that the strongest layer sets."""
    said = next((layer for layer in reversed(layers) if layer.max_warnings), None)
    if said is None or said.max_warnings is None:
        return None
    value, line = said.max_warnings.value, said.max_warnings.line
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ConfigError(f"max_warnings must be a number such as 0 or 10, not {value}", said.origin, line)
    return Limit(value, said.origin)


def _decide(policy: Policy, layer: Layer) -> Policy:
    """The policy with what a layer says of it."""
    said = {key: value for key in Policy._fields if (value := getattr(layer, key)) is not None}
    if layer.today:
        said["today"] = _date(layer.today, layer.origin)
    if layer.retractions:
        said["retractions"] = _database(layer.retractions, layer.origin)
    return policy._replace(**said)


def _date(located: Located, origin: str | None) -> date:
    try:
        return date.fromisoformat(str(located.value))
    except ValueError:
        message = f'today must be a date like 2026-01-31, not "{located.value}"'
        raise ConfigError(message, origin, located.line) from None


def _database(located: Located, origin: str | None) -> Retractions | None:
    """The database that a configuration names, as seen from its folder."""
    if located.value is False:
        return None
    path = Path(origin or "").parent / str(located.value)
    if database := find_database(path):
        return database
    message = f"there is no database {path}; build it with `healthlint references update --database {path}`"
    raise ConfigError(message, origin, located.line)
