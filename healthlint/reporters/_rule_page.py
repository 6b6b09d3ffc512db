"""A rule in Markdown: its page, the list of all rules, and the short help beside a finding."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from healthlint.reporters._markdown import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from healthlint.model.context import Knowledge, Lexicon
    from healthlint.ruleset.spec import Example, Rule

_MOST_PHRASES = 20


class Parameter(NamedTuple):
    """What a rule can be told, and what it is told."""

    name: str
    value: str
    is_list: bool = False  # phrases that the rule file lists


def page(rule: Rule, knowledge: Knowledge) -> Iterator[str]:
    """The lines of a page that says all that a rule file says."""
    file = rule.file
    yield f"# {rule.code} {file.name}"
    yield ""
    trial = (
        " On trial: it runs only with `--preview` or when it is selected by its code."
        if file.status != "stable"
        else ""
    )
    yield f"{file.severity.capitalize()}, {file.confidence} confidence, topic {rule.topic}.{trial}"
    language = ", in any language" if file.language == "any" else ""
    yield f"It speaks on articles of these kinds: {', '.join(file.articles)}{language}."
    yield from _section("What it says", [words(file.message)])
    if file.variants:
        yield ""
        yield "| case | severity | message |"
        yield "|---|---|---|"
        for name, variant in file.variants.items():
            yield f"| {name} | {variant.severity or file.severity} | {words(variant.message or file.message)} |"
    yield from _section("Why it matters", [words(file.why)])
    yield from _section("What to do", [words(file.fix)])
    yield from _examples("Reported", "The marks ⟦ ⟧ enclose what is pointed at.", rule.examples.bad)
    yield from _examples("Not reported", "", rule.examples.good)
    if given := list(parameters(rule, knowledge)):
        yield from _section("Parameters", list(map(_parameter, given)), together=True)
    if file.sources:
        yield from _section("Sources", [f"- {_source(each.title, each.url)}" for each in file.sources], together=True)


def table(rules: Iterable[Rule], *, linked: bool = False) -> Iterator[str]:
    """The lines of a list of rules by topic, with links to the pages that lie beside it if there are any."""
    for topic, mine in groupby(sorted(rules, key=lambda rule: (rule.code[:3], rule.topic)), _family):
        yield ""
        yield f"## {topic.capitalize()}"
        yield ""
        yield "| code | name | severity | confidence | |"
        yield "|---|---|---|---|---|"
        for rule in mine:
            trial = "on trial" if rule.file.status == "preview" else ""
            code = f"[{rule.code}]({rule.code}.md)" if linked else rule.code
            row = (code, rule.file.name, rule.file.severity, rule.file.confidence, trial)
            yield f"| {' | '.join(row)} |"


def help_of(rule: Rule) -> tuple[str, str]:
    """Why a rule matters and what to do, as plain text and as Markdown."""
    file = rule.file
    text = f"{' '.join(file.why.split())}\n\nWhat to do: {' '.join(file.fix.split())}"
    lines = [words(file.why), "", f"**What to do:** {words(file.fix)}", *_sources(rule)]
    return text, "\n".join(lines)


def parameters(rule: Rule, knowledge: Knowledge) -> Iterator[Parameter]:
    """What `rules: {CODE: {params: …}}` can change, with the values that hold."""
    fields: dict[str, object] = rule.params._asdict()  # type: ignore[attr-defined]
    for name, value in fields.items():
        if isinstance(value, str) and value.startswith(f"{rule.code}:") and value in knowledge.lexicons:
            yield Parameter(name.rstrip("_"), _phrases(knowledge.lexicons[value]), is_list=True)
        else:
            yield Parameter(name.rstrip("_"), _value(value))


def _section(title: str, paragraphs: list[str], *, together: bool = False) -> Iterator[str]:
    yield from ("", f"## {title}")
    if paragraphs:
        yield from ("", ("\n" if together else "\n\n").join(paragraphs))


def _examples(title: str, about: str, examples: tuple[Example, ...]) -> Iterator[str]:
    if not examples:
        return
    yield from _section(title, [about] if about else [])
    for example in examples:
        for name, text in (example.files or {"": example.text}).items():
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", text)), 3)
            notes = [note for note in (name, _settings(example)) if note]
            yield from ("", *(f"{note}:" for note in notes), *([""] if notes else []))
            kind = name.rpartition(".")[2] or example.as_
            yield from (f"{fence}{'text' if kind == 'txt' else kind}", text.strip(), fence)


def _settings(example: Example) -> str:
    """What an example supposes."""
    settings = [f"`{key}: {str(value).lower()}`" for key, value in example.config.items()]
    around = [f"the rest of an ordinary article ({example.wrap})"] if example.wrap else []
    return f"With {', '.join((*settings, *around))}" if settings or around else ""


def _parameter(parameter: Parameter) -> str:
    """An item of a list; phrases stand in a block of code, since they are no prose of the page."""
    name, value, is_list = parameter
    return f"- `{name}`:\n\n  ```text\n  {value}\n  ```\n" if is_list else f"- `{name}`: {words(value)}"


def _phrases(lexicon: Lexicon) -> str:
    """The phrases that a rule lists for itself."""
    terms = [entry.term for entry in lexicon.entries]
    more = f" and {len(terms) - _MOST_PHRASES} more" if len(terms) > _MOST_PHRASES else ""
    return ", ".join(terms[:_MOST_PHRASES]) + more


def _value(value: object) -> str:
    match value:
        case tuple() if hasattr(value, "_asdict"):
            said = ((name, item) for name, item in value._asdict().items() if item is not None)
            return ", ".join(f"{name} {_value(item)}" for name, item in said)
        case tuple():
            return ", ".join(map(_value, value)) or "none"
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
    return str(value)


def _sources(rule: Rule) -> Iterator[str]:
    if rule.file.sources:
        yield from ("", "**Sources:**", "")
        yield from (f"- {_source(each.title, each.url)}" for each in rule.file.sources)


def _source(title: str, url: str) -> str:
    """What a rule rests on, as a link where there is one."""
    return f"[{words(title)}]({url})" if url else words(title)


def _family(rule: Rule) -> str:
    return rule.topic
