"""A page for editors, complete in one file: the articles as they read, with what was found beside the text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from healthlint.reporters._html import NOTHING, Html, element, page
from healthlint.reporters._html_article import article_element
from healthlint.reporters._html_book import Book
from healthlint.reporters._html_notes import plain_name
from healthlint.reporters._html_summary import index_element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """The page. It shows the texts of the articles where the report has them."""
    book = Book(report, ruleset)
    many = len(book.entries) != 1
    articles = [article_element(entry, book) for entry in book.entries]
    title = f"Report on {report.files} articles" if many else f"Report on {book.entries[0].file}"
    return page(
        title,
        element("a", "Skip to the report", href="#report", class_="skip"),
        element("header", element("h1", title), _filters(report.diagnostics), class_="bar"),
        element(
            "main",
            _errors(report),
            index_element(book) if many else None,
            *articles,
            id="report",
            tabindex=-1,
        ),
        element(
            "footer",
            element("p", _left_out(report), "Made by healthlint, from rules, without a network: no source was opened."),
        ),
    )


def _filters(found: Iterable[Diagnostic]) -> Html:
    """What to show; the script unhides it, since without a script it could not do anything."""
    severities = Counter(str(each.severity) for each in found)
    topics = Counter(each.topic for each in found)
    rules = Counter((each.code, each.name) for each in found)
    if not severities:
        return NOTHING
    boxes = [
        element(
            "label",
            element("input", type="checkbox", value=severity, checked=True),
            f" {name} (",
            element("span", str(severities[severity]), data_count=severity),
            ")",
            class_=severity,
        )
        for severity, name in (("error", "Errors"), ("warning", "Warnings"), ("info", "Infos"))
        if severities[severity]
    ]
    by_topic = [(topic, topic.capitalize(), number) for topic, number in sorted(topics.items())]
    by_rule = [(code, f"{code} {plain_name(name)}", number) for (code, name), number in sorted(rules.items())]
    return element(
        "div",
        element("fieldset", element("legend", "Severity"), *boxes),
        _choice("topic", "Topic", by_topic),
        _choice("rule", "Rule", by_rule),
        element("button", "Previous", type="button", id="previous", aria_label="Previous finding"),
        element("button", "Next", type="button", id="next", aria_label="Next finding"),
        element("span", role="status", id="status"),
        class_="filters",
        id="filters",
        role="group",
        aria_label="What to show",
        hidden=True,
    )


def _choice(name: str, label: str, options: Iterable[tuple[str, str, int]]) -> Html:
    every = element("option", "All", value="")
    made = [element("option", f"{words} ({number})", value=value, data_name=words) for value, words, number in options]
    return element("label", f"{label} ", element("select", every, *made, id=name, name=name))


def _errors(report: Report) -> Html:
    if not report.errors:
        return NOTHING
    items = [
        element(
            "li",
            element("bdi", error.file),
            f" line {error.line}" if error.line else None,
            f": {error.message}",
            f" ({error.rule})" if error.rule else None,
        )
        for error in report.errors
    ]
    return element(
        "section",
        element("h2", "Not checked", id="unchecked"),
        element("ul", *items),
        class_="errors",
        aria_labelledby="unchecked",
    )


def _left_out(report: Report) -> str:
    told = []
    if report.hidden:
        told.append(f"{report.hidden} finding{'s' * (report.hidden != 1)} below the severity that was asked for")
    if report.suppressed:
        told.append(f"{report.suppressed} suppressed by the authors")
    if report.known:
        told.append(f"{report.known} known from the baseline")
    return f"Not shown: {', '.join(told)}. " if told else ""
