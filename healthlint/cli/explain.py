"""`healthlint explain`: what a rule finds, why that matters, and what to do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from healthlint.cli._output import emit, screen
from healthlint.engine.settings import rules_here
from healthlint.errors import ConfigError, did_you_mean
from healthlint.reporters._cells import paint, printable, wrap
from healthlint.reporters._rule_page import page, parameters

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from healthlint.cli._parser import Subparsers
    from healthlint.model.context import Knowledge
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import Example, Rule, RuleSet

_SHOWN = 3  # examples of each kind
_BOLD, _RED, _GREEN = "1", "31", "32"


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("explain", help="explain a rule", description="Explain rules.")
    parser.add_argument("rules", nargs="+", metavar="RULE", help="a code such as HL301, a name, or FILE:LINE")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="(default: text)")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="(default: auto)")


def run(args: Namespace) -> int:
    """Print the explanations."""
    from healthlint.cli._explain_line import explain_line, line_of

    if places := [place for word in args.rules if (place := line_of(word))]:
        emit("".join(f"{line}\n" for place in places for line in explain_line(place)), sys.stdout)
        return 0
    ruleset = rules_here()
    rules = [_find(word, ruleset) for word in args.rules]
    if args.format == "json":
        from healthlint.cli._rules_json import as_json, in_full

        emit(as_json([in_full(rule, ruleset.knowledge) for rule in rules]), sys.stdout)
        return 0
    shown_on = screen(sys.stdout, args.color)
    known = ruleset.knowledge
    pages = (page(rule, known) if args.format == "markdown" else explain(rule, known, shown_on) for rule in rules)
    emit("\n".join("".join(f"{line}\n" for line in lines) for lines in pages), sys.stdout)
    return 0


def explain(rule: Rule, knowledge: Knowledge, on: Screen) -> Iterator[str]:
    """The lines that explain a rule."""
    file = rule.file
    yield paint(f"{rule.code} {file.name}", _BOLD, on.colour)
    preview = ", on trial: only with --preview or when selected by its code" if file.status == "preview" else ""
    yield f"{file.severity}, {rule.topic}, {file.confidence} confidence{preview}"
    yield ""
    yield from _section("Says", [file.message, *(each.message for each in file.variants.values() if each.message)], on)
    yield from _section("Why", [file.why], on)
    yield from _section("Fix", [file.fix], on)
    yield from _section("Kinds of article", [", ".join(file.articles)], on)
    yield from _examples("Reported", rule.examples.bad, _RED, on)
    yield from _examples("Not reported", rule.examples.good, _GREEN, on)
    yield from _section("Parameters", [f"{each.name}: {each.value}" for each in parameters(rule, knowledge)], on)
    yield from _section("Sources", [f"{source.title} {source.url}".strip() for source in file.sources], on)


def _find(word: str, ruleset: RuleSet) -> Rule:
    rule = ruleset.find(word) or ruleset.find(word.upper())
    if rule is None:
        known = [name for each in ruleset.rules for name in (each.code, each.file.name)]
        raise ConfigError(f'no rule is called "{word}"{did_you_mean(word, known)} (`healthlint rules` lists them)')
    return rule


def _section(title: str, items: list[str], on: Screen) -> Iterator[str]:
    """A heading with wrapped lines below it; nothing where there is nothing to say."""
    if not any(items):
        return
    yield paint(title, _BOLD, on.colour)
    for item in items:
        yield from (f"  {line}" for line in wrap(printable(item), on.width - 4))
    yield ""


def _examples(title: str, examples: tuple[Example, ...], colour: str, on: Screen) -> Iterator[str]:
    if not examples:
        return
    yield paint(title, _BOLD, on.colour)
    for example in examples[:_SHOWN]:
        texts = list(example.files.values()) or [example.text]
        lines = [line for text in texts for line in text.strip().split("\n")]
        parts = [part for line in lines for part in wrap(printable(line), on.width - 6)]
        for number, part in enumerate(parts):
            marked = part.replace("⟦", f"\x1b[{colour};4m").replace("⟧", "\x1b[0m") if on.colour else part
            yield f"  {' ' if number else '-'} {marked}"
    yield ""
