"""Which rules run, and how: what a configuration and the command line choose among them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.errors import ConfigError, did_you_mean
from healthlint.model.finding import Severity
from healthlint.ruleset.located import Located
from healthlint.ruleset.spec import Later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.model.context import Knowledge, Lexicon
    from healthlint.ruleset.spec import Rule, RuleSet


_EXACT = 100


class Choice(NamedTuple):
    """What one source of settings says about rules. Selectors and keys keep their lines for error messages."""

    origin: str | None = None  # the configuration file; None: the command line
    select: tuple[Located, ...] | None = None  # None: whatever was chosen before
    extend_select: tuple[Located, ...] = ()
    ignore: tuple[Located, ...] = ()
    rules: Mapping[str, Located] = {}  # code or name -> severity and params
    preview: bool | None = None


class RuleOptions(NamedTuple):
    """What `rules: {HL301: …}` may say."""

    severity: Literal[Severity, "off"] | None = None
    params: Located | None = None


def select_rules(ruleset: RuleSet, choices: Sequence[Choice]) -> RuleSet:
    """The rules that run, tuned. Each choice goes by the result of the one before; its `select` starts afresh.

    Raises ConfigError for a selector, a rule or a parameter that does not exist.
    """
    preview = next((each.preview for each in reversed(choices) if each.preview is not None), False)
    chosen = ready = {rule.code for rule in ruleset.rules if preview or rule.file.status == "stable"}
    rules = {rule.code: rule for rule in ruleset.rules}
    own: dict[str, Lexicon] = {}  # that params bring
    for choice in choices:
        options = _options(ruleset, choice)
        chosen = _choose(ruleset, choice, chosen, ready)
        chosen -= {code for code, option in options.items() if option.severity == "off"}
        for code, option in options.items():
            rules[code] = _tune(rules[code], option, choice, ruleset.knowledge, own)
    knowledge = ruleset.knowledge
    if own:
        from healthlint.ruleset.knowledge import assemble

        knowledge = assemble([*knowledge.lexicons.values(), *own.values()], dict(knowledge.facts))
    return ruleset._replace(rules=tuple(rule for code, rule in rules.items() if code in chosen), knowledge=knowledge)


def matching(ruleset: RuleSet, selector: str) -> set[str]:
    """The codes that a selector means: `ALL`, a topic, a code or the beginning of one, or a name."""
    return {rule.code for rule in ruleset.rules if _strength(selector, rule)}


def verify_selectors(ruleset: RuleSet, selectors: Iterable[Located], origin: str | None) -> None:
    """Make sure that each selector means a rule. Raises ConfigError."""
    for selector in selectors:
        word = str(selector.value)
        if not any(names(word, rule) for rule in ruleset.rules):
            raise ConfigError(unknown_selector(ruleset, word), origin, selector.line if origin else None)


def names(selector: str, rule: Rule) -> bool:
    """Whether a selector means a rule."""
    return _strength(selector, rule) > 0


def unknown_selector(ruleset: RuleSet, word: str) -> str:
    """The message for a selector that means nothing."""
    known = {"ALL", *(word for rule in ruleset.rules for word in (rule.code, rule.file.name, rule.topic))}
    near = did_you_mean(word, known) or did_you_mean(word.upper(), known)
    return f'no rule, topic or prefix is called "{word}"{near}'


def _strength(selector: str, rule: Rule) -> int:
    """How exactly a selector names a rule; 0: not at all."""
    code = selector.upper()
    if code == rule.code or selector == rule.file.name:
        return _EXACT
    if len(code) > 1 and rule.code.startswith(code):
        return 10 + len(code)
    if selector == rule.topic:
        return 2
    return 1 if code == "ALL" else 0


def _choose(ruleset: RuleSet, choice: Choice, before: set[str], ready: set[str]) -> set[str]:
    """The codes that are on after a choice. Where both select and ignore name a rule, the more exact one wins.

    A rule that is not `ready` comes on only by its own code or name.
    """
    ignored = _strengths(ruleset, choice, choice.ignore)
    kept = before - ignored.keys() if choice.select is None else set()
    selected = _strengths(ruleset, choice, (*(choice.select or ()), *choice.extend_select))
    return kept | {
        code
        for code, strength in selected.items()
        if strength > ignored.get(code, 0) and (code in ready or strength == _EXACT)
    }


def _strengths(ruleset: RuleSet, choice: Choice, selectors: Sequence[Located]) -> dict[str, int]:
    """How exactly each rule is named by the best of the selectors."""
    verify_selectors(ruleset, selectors, choice.origin)
    best: dict[str, int] = {}
    for selector in selectors:
        word = str(selector.value)
        found = {rule.code: strength for rule in ruleset.rules if (strength := _strength(word, rule))}
        for code, strength in found.items():
            best[code] = max(strength, best.get(code, 0))
    return best


def _options(ruleset: RuleSet, choice: Choice) -> dict[str, RuleOptions]:
    """The options of a choice by code."""
    if not choice.rules:
        return {}
    from healthlint.ruleset.decode import Decoder

    decoder = Decoder(choice.origin or "", ConfigError)
    found = {}
    for word, located in choice.rules.items():
        rule = ruleset.find(word)
        if rule is None:
            known = [name for each in ruleset.rules for name in (each.code, each.file.name)]
            raise decoder.fail(f'no rule is called "{word}"{did_you_mean(word, known)}', located.line)
        found[rule.code] = decoder.decode(_spelled_out(located), RuleOptions, f"rules.{word}")
    return found


def _spelled_out(located: Located) -> Located:
    """`HL301: error` as `HL301: {severity: error}`, and a bare `off`, which YAML reads as false, as the word."""
    options = dict(located.value) if isinstance(located.value, dict) else {"severity": located}
    if "severity" in options and options["severity"].value is False:
        options["severity"] = options["severity"]._replace(value="off")
    return located._replace(value=options)


def _tune(rule: Rule, options: RuleOptions, choice: Choice, knowledge: Knowledge, own: dict[str, Lexicon]) -> Rule:
    """The rule with its severity, for all of its variants, and params as the options say."""
    if options.severity and options.severity != "off":
        severity = options.severity
        variants = {name: variant._replace(severity=severity) for name, variant in rule.file.variants.items()}
        rule = rule._replace(severity=severity, file=rule.file._replace(variants=variants))
    if options.params:
        from healthlint.ruleset.decode import Decoder
        from healthlint.ruleset.rule_files import check_module, lexicon_finder

        finder = lexicon_finder(f"{choice.origin}:{rule.code}", knowledge.lexicons, own)
        decoder = Decoder(choice.origin or "", ConfigError, finder)
        module = check_module(rule.file.check, decoder, options.params.line)
        changes = decoder.fields(options.params, module.Params, f"params of {rule.code}")
        rule = rule._replace(later_params=Later(partial(rule.params._replace, **changes)))  # type: ignore[attr-defined]
    return rule
