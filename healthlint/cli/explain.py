"""`healthlint explain`: what a rule finds, why that matters, and what to do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from healthlint.cli._output import emit, screen
from healthlint.errors import ConfigError, did_you_mean
from healthlint.reporters._cells import printable, wrap
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from healthlint.cli._parser import Subparsers
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import Example, Rule, RuleSet

_SHOWN = 3  # examples of each kind
_BOLD, _RED, _GREEN = "1", "31", "32"


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("explain", help="explain a rule", description="Explain rules.")
    parser.add_argument("rules", nargs="+", metavar="RULE", help="a code such as HL301, or a name")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="(default: auto)")


def run(args: Namespace) -> int:
    """Print the explanations."""
    ruleset = load_rules()
    page = screen(sys.stdout, args.color)
    emit(
        "\n".join("".join(f"{line}\n" for line in explain(_find(word, ruleset), page)) for word in args.rules),
        sys.stdout,
    )
    return 0


def explain(rule: Rule, page: Screen) -> Iterator[str]:
    """The lines that explain a rule."""
    file = rule.file
    yield _paint(f"{rule.code} {file.name}", _BOLD, page)
    preview = ", on trial: only with --preview or when selected by its code" if file.status == "preview" else ""
    yield f"{file.severity}, {rule.topic}, {file.confidence} confidence{preview}"
    yield ""
    yield from _section(
        "Says", [file.message, *(each.message for each in file.variants.values() if each.message)], page
    )
    yield from _section("Why", [file.why], page)
    yield from _section("Fix", [file.fix], page)
    yield from _section("Kinds of article", [", ".join(file.articles)], page)
    yield from _examples("Reported", rule.examples.bad, _RED, page)
    yield from _examples("Not reported", rule.examples.good, _GREEN, page)
    yield from _section("Parameters", [f"{name}: {value}" for name, value in parameters(rule)], page)
    yield from _section("Sources", [f"{source.title} {source.url}".strip() for source in file.sources], page)


def parameters(rule: Rule) -> Iterator[tuple[str, str]]:
    """What `rules: {CODE: {params: …}}` can change, with the values that hold."""
    fields: dict[str, object] = rule.params._asdict()  # type: ignore[attr-defined]
    yield from ((name.rstrip("_"), _value(value)) for name, value in fields.items())


def _value(value: object) -> str:
    match value:
        case tuple() if hasattr(value, "_asdict"):
            return ", ".join(f"{name} {_value(item)}" for name, item in value._asdict().items())
        case tuple():
            return ", ".join(map(_value, value)) or "none"
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
    return str(value)


def _find(word: str, ruleset: RuleSet) -> Rule:
    rule = ruleset.find(word) or ruleset.find(word.upper())
    if rule is None:
        known = [name for each in ruleset.rules for name in (each.code, each.file.name)]
        raise ConfigError(f'no rule is called "{word}"{did_you_mean(word, known)} (`healthlint rules` lists them)')
    return rule


def _section(title: str, items: list[str], page: Screen) -> Iterator[str]:
    """A heading with wrapped lines below it; nothing where there is nothing to say."""
    if not any(items):
        return
    yield _paint(title, _BOLD, page)
    for item in items:
        yield from (f"  {line}" for line in wrap(printable(item), page.width - 4))
    yield ""


def _examples(title: str, examples: tuple[Example, ...], colour: str, page: Screen) -> Iterator[str]:
    if not examples:
        return
    yield _paint(title, _BOLD, page)
    for example in examples[:_SHOWN]:
        texts = list(example.files.values()) or [example.text]
        lines = [line for text in texts for line in text.strip().split("\n")]
        parts = [part for line in lines for part in wrap(printable(line), page.width - 6)]
        for number, part in enumerate(parts):
            marked = part.replace("⟦", f"\x1b[{colour};4m").replace("⟧", "\x1b[0m") if page.colour else part
            yield f"  {' ' if number else '-'} {marked}"
    yield ""


def _paint(text: str, colour: str, page: Screen) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if page.colour else text
