"""Runs the examples of a rule: does it find exactly what each says?"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.engine.article import Article, lint_article
from healthlint.engine.assemble import assemble
from healthlint.engine.comparing import compare, compares_articles
from healthlint.engine.library import Library, Signed, settings_of
from healthlint.engine.lint import Failure, LintResult, lint
from healthlint.engine.settings import Settings
from healthlint.engine.suppress import JUDGE
from healthlint.errors import did_you_mean
from healthlint.readers import read
from healthlint.ruleset.examples import CLOSE, OPEN, unmark
from healthlint.ruleset.spec import Later

if TYPE_CHECKING:
    from healthlint.model.context import Policy
    from healthlint.model.finding import Diagnostic, Location
    from healthlint.ruleset.spec import Example, Expected, Rule, RuleSet


class Complaint(NamedTuple):
    """An example that does not hold."""

    path: str
    line: int
    message: str
    expected: tuple[str, ...] = ()  # the lines in which the rule should speak, with ⟦ ⟧ around the places
    found: tuple[str, ...] = ()  # those in which it does


class _Found(NamedTuple):
    """What a rule found, or should find, in one file."""

    file: str
    place: tuple[int, int] | None  # None: on the whole article
    words: str
    variant: str | None = None


def run_examples(rule: Rule, ruleset: RuleSet, policy: Policy, wraps: Path) -> list[Complaint]:
    """What is wrong with the examples of one rule; empty where all hold. `wraps` holds the stock articles."""
    complaints = []
    for good, examples in ((False, rule.examples.bad), (True, rule.examples.good)):
        for example in examples:
            complaints += [
                each._replace(path=rule.path, line=example.line)
                for each in _verify(rule, example, good, ruleset, policy, wraps)
            ]
    return complaints


def _verify(rule: Rule, example: Example, good: bool, ruleset: RuleSet, policy: Policy, wraps: Path) -> list[Complaint]:
    if example.wrap and not _wrap(example, wraps).is_file():
        known = {path.stem for path in wraps.iterdir()}
        return [Complaint("", 0, f'no stock article is called "{example.wrap}"{did_you_mean(example.wrap, known)}')]
    files = {name: unmark(text) for name, text in _files(example, wraps).items()}
    texts = {name: marked.text for name, marked in files.items()}
    expected = [
        _Found(name, place, marked.text[slice(*place)]) for name, marked in files.items() for place in marked.places
    ]
    result = _run(rule, texts, ruleset, _with_config(policy, example))
    found = [(_as_found(diagnostic, texts), diagnostic) for diagnostic in result.diagnostics]
    if result.failures:
        messages = [failure.message for failure in result.failures]
    elif good:
        messages = [f"a good example is reported: {each.words!r}" for each, _ in found]
    elif example.finds is not None:
        messages = _compare_listed(example.finds, found, texts)
    elif not expected:
        messages = ["a bad example marks no place with ⟦ ⟧ and lists none in `finds`"]
    else:
        messages = _compare([(each.file, each.place) for each in expected], expected, [each for each, _ in found])
    shown = _marked_lines(texts, expected), _marked_lines(texts, [each for each, _ in found])
    return [Complaint("", 0, message, *shown) for message in messages]


def _marked_lines(texts: dict[str, str], places: list[_Found]) -> tuple[str, ...]:
    """The lines of articles that hold places, with marks around these."""
    shown = []
    for name, text in texts.items():
        spans = [each.place for each in places if each.file == name and each.place]
        marks = sorted([*((end, CLOSE) for _, end in spans), *((start, OPEN) for start, _ in spans)], reverse=True)
        for offset, mark in marks:
            text = text[:offset] + mark + text[offset:]
        lines = text.split("\n")
        inside = accumulate((line.count(OPEN) - line.count(CLOSE) for line in lines), initial=0)
        shown += [line for line, is_inside in zip(lines, inside, strict=False) if is_inside or OPEN in line]
    return tuple(shown)


def _run(rule: Rule, texts: dict[str, str], ruleset: RuleSet, policy: Policy) -> LintResult:
    """What a rule says of articles by file name, of each by itself or of all side by side."""
    if rule.file.check == JUDGE:
        return _run_with_waivers(rule, texts, ruleset, policy)
    alone = ruleset._replace(rules=(rule,))
    articles = {name: read(text.encode(), name) for name, text in texts.items()}
    if not compares_articles(rule):
        results = [lint(document, alone, policy) for document in articles.values()]
        return LintResult(
            tuple(each for result in results for each in result.diagnostics),
            tuple(each for result in results for each in result.failures),
        )
    settings = Settings(Later(lambda: alone), policy, "info", "error", Path())
    signed = [Signed(Analysis(document, alone.knowledge, policy).signature, settings) for document in articles.values()]
    compared = compare(signed, Library(settings_of(signed), {name: text.encode() for name, text in texts.items()}))
    failures = tuple(Failure(rule.code, error.message) for error in compared.errors)
    return LintResult(tuple(each for found in compared.diagnostics.values() for each in found), failures)


def _run_with_waivers(rule: Rule, texts: dict[str, str], ruleset: RuleSet, policy: Policy) -> LintResult:
    """What a rule says of the waivers in articles, once all rules have spoken."""
    everything = Later(lambda: ruleset)
    settings = Settings(everything, policy, "info", "error", Path.cwd(), everything)
    results = [
        (lint_article(Article(name, text.encode()), settings, name, "each"), settings) for name, text in texts.items()
    ]
    return LintResult(tuple(each for each in assemble(results).diagnostics if each.code == rule.code))


def _files(example: Example, wraps: Path) -> dict[str, str]:
    """The articles of an example by file name."""
    if example.files:
        return example.files
    text = example.text
    if example.wrap:
        text = _wrap(example, wraps).read_text(encoding="utf-8").replace("{example}", text)
    return {f"example.{example.as_}": text}


def _wrap(example: Example, wraps: Path) -> Path:
    """The stock article that an example is put into."""
    return wraps / f"{example.wrap}.{example.as_}"


def _with_config(policy: Policy, example: Example) -> Policy:
    """The policy with the example's own settings, which are fields of `Policy`."""
    settings = {key: tuple(value) if isinstance(value, list) else value for key, value in example.config.items()}
    return policy._replace(**settings)  # type: ignore[arg-type]


def _as_found(diagnostic: Diagnostic, texts: dict[str, str]) -> _Found:
    location = diagnostic.location
    return _Found(location.file, _offsets(location), _words_at(location, texts), diagnostic.variant)


def _words_at(location: Location, texts: dict[str, str]) -> str:
    return texts[location.file][slice(*_offsets(location))]


def _offsets(location: Location) -> tuple[int, int]:
    return location.start.offset, location.end.offset


def _compare(keys: list[tuple[str, tuple[int, int] | None]], expected: list[_Found], found: list[_Found]) -> list[str]:
    """The complaints about marked places that were not found and findings that were not marked."""
    places = [(each.file, each.place) for each in found]
    missed = [f"not found: {each.words!r}" for key, each in zip(keys, expected, strict=True) if key not in places]
    return missed + [
        f"found, but not marked: {each.words!r}" for each, key in zip(found, places, strict=True) if key not in keys
    ]


def _compare_listed(
    finds: tuple[Expected, ...], found: list[tuple[_Found, Diagnostic]], texts: dict[str, str]
) -> list[str]:
    """The complaints where an example lists what it expects."""
    rest, complaints = list(found), []
    for want in finds:
        match = next((each for each in rest if _fits(want, *each, texts)), None)
        if match is None:
            complaints.append(f"not found: {want.at!r} {want.variant or ''} {want.related or ''}".rstrip())
        else:
            rest.remove(match)
    return complaints + [f"found, but not listed: {each.words!r} ({each.variant})" for each, _ in rest]


def _fits(want: Expected, found: _Found, diagnostic: Diagnostic, texts: dict[str, str]) -> bool:
    """Whether a diagnostic is what an example expects."""
    if want.at is not None and want.at != found.words:
        return False
    if want.file is not None and want.file != found.file:
        return False
    if want.variant is not None and want.variant != found.variant:
        return False
    related = tuple(_words_at(each.location, texts) for each in diagnostic.related)
    return not want.related or related == want.related
