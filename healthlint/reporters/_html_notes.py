"""What stands in the margin: each finding with its evidence, what to do, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._html import NOTHING, Html, element, joined, link, told
from healthlint.reporters._html_book import anchors_of
from healthlint.reporters._html_prose import number_sign
from healthlint.reporters._people import place_of, suppression_of

if TYPE_CHECKING:
    from healthlint.reporters._html_book import Anchor, Book, Note
    from healthlint.ruleset.spec import Rule

_MOST_RELATED = 4  # that have a line of their own at once


def note_element(note: Note, book: Book, *, is_marked: bool, has_sides: bool) -> Html:
    """A finding. Its number leads back to the words where they are marked in the text."""
    found = note.finding
    rule = book.rule(found.code)
    sign = str(note.number) if not is_marked else ""
    back = element("a", str(note.number), href=f"#{note.mark}", aria_label=f"to the words of finding {note.number}")
    where = "whole article" if found.on_whole else f"line {found.location.start.line}"
    head = element(
        "p",
        element("span", sign or back, class_="no"),
        " ",
        element("strong", found.severity, class_="severity"),
        f" {where} ",
        element("span", found.code, class_="code", title=found.name),
        class_="head",
    )
    suppressed = suppression_of(found)
    return element(
        "div",
        head,
        element("p", found.message, class_="message"),
        element("p", suppressed) if suppressed else None,
        element("p", f"in “{found.excerpt}”", class_="excerpt") if not (is_marked or found.on_whole) else None,
        _related(note, book),
        element("p", element("a", "Compare both sides", href=f"#{note.sides}")) if has_sides else None,
        *(element("p", element("strong", "Try: "), told(fix.message)) for fix in found.fixes),
        _about(rule) if rule else None,
        class_=f"note {found.severity}",
        id=note.id,
        tabindex=-1,
        role="group",
        aria_label=f"Finding {note.number}: {found.severity}",
        data_severity=found.severity,
        data_topic=found.topic,
        data_rule=found.code,
        data_first=note.is_first,
    )


def plain_name(name: str) -> str:
    """The name of a rule as words."""
    return name.replace("-", " ").capitalize()


def sources_of(rule: Rule) -> Html:
    """What a rule rests on."""
    if not rule.file.sources:
        return NOTHING
    return element(
        "ul", *(element("li", link(each.url, each.title) if each.url else each.title) for each in rule.file.sources)
    )


def back_sign(anchor: Anchor) -> Html:
    """A way back from a place that a finding speaks of."""
    return number_sign(anchor.note.number, anchor.note.id)


def _related(note: Note, book: Book) -> Html:
    anchors = anchors_of(note)
    lines = [element("p", _place(anchor, book), class_="related") for anchor in anchors[:_MOST_RELATED]]
    if rest := anchors[_MOST_RELATED:]:
        more = element("summary", f"{len(rest)} more places")
        lines.append(element("details", more, *(element("p", _place(anchor, book)) for anchor in rest)))
    return joined(lines)


def _place(anchor: Anchor, book: Book) -> Html:
    related, found = anchor.related, anchor.note.finding
    place = f"{_ROLES.get(related.role, related.role)} on {place_of(related, found)}"
    where = element("a", place, href=f"#{anchor.id}") if book.shows(related.location) else place
    return joined([where, f": {related.message}" if related.message else None])


def _about(rule: Rule) -> Html:
    file = rule.file
    return element(
        "details",
        element("summary", "What to do, and why"),
        element("p", element("strong", "What to do: "), told(file.fix)),
        element("p", element("strong", "Why: "), told(file.why)),
        sources_of(rule),
        element("p", f"{rule.code} {file.name} · {rule.topic}", class_="faint"),
    )


_ROLES = {"evidence": "Evidence", "copy": "Copy", "also": "Also", "reference": "Reference"}
