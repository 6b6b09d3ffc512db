"""What stands in the margin: each finding with its evidence, what to do, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._html import NOTHING, Html, element, joined, link, told
from healthlint.reporters._html_book import anchors_of
from healthlint.reporters._html_prose import number_sign
from healthlint.reporters._people import place_of, suppression_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.model.finding import Diagnostic, Fix
    from healthlint.reporters._html_book import Anchor, Book, Note
    from healthlint.ruleset.spec import Rule

_MOST_RELATED = 4  # that have a line of their own at once
_LONGEST_OLD = 40  # characters of what a proposal replaces, for them to be told


def note_element(note: Note, book: Book, *, is_marked: bool, has_sides: bool) -> Html:
    """A finding. Its number leads back to the words where they are marked in the text."""
    found = note.finding
    rule = book.rule(found.code)
    suppressed = suppression_of(found)
    return element(
        "details" if note.is_again else "div",
        *(_folded(note, is_marked=is_marked) if note.is_again else _open(note, is_marked=is_marked)),
        element("p", suppressed) if suppressed else None,
        element("p", f"in “{found.excerpt}”", class_="excerpt") if _needs_excerpt(found, is_marked=is_marked) else None,
        _related(note, book),
        element("p", element("a", "Compare both sides", href=f"#{note.sides}")) if has_sides else None,
        *(
            element("p", element("strong", "Try: "), told(fix.message), _for_what(fix, found, book))
            for fix in found.fixes
        ),
        _about(rule, is_open=note.is_again) if rule else None,
        class_=f"note {found.severity}{' again' if note.is_again else ''}",
        id=note.id,
        tabindex=-1,
        role="group",
        aria_label=f"Finding {note.number}: {found.severity}",
        data_severity=found.severity,
        data_topic=found.topic,
        data_rule=found.code,
        data_first=note.is_first,
        data_suppressed=found.suppressed is not None,
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


def _open(note: Note, *, is_marked: bool) -> Iterator[Html]:
    """What a note begins with: where, by which rule, and what it says."""
    found = note.finding
    rule = element("span", plain_name(found.name), class_="rule", title=found.code)
    yield element("p", _number(note, is_linked=is_marked), *_where(found), rule, class_="head")
    yield element("p", found.message, class_="message")


def _folded(note: Note, *, is_marked: bool) -> Iterator[Html]:
    """The same in one line, for one of many."""
    said = element("span", note.finding.message, class_="message")
    yield element("summary", _number(note, is_linked=False), *_where(note.finding), said)
    if is_marked:
        yield element("p", _number(note, is_linked=True), " back to the words")


def _where(found: Diagnostic) -> Iterator[Html | str]:
    yield " "
    yield element("strong", found.severity, class_="severity")
    yield " whole article " if found.on_whole else f" line {found.location.start.line} "


def _number(note: Note, *, is_linked: bool) -> Html:
    """The number, which may lead to the words."""
    label = f"to the words of finding {note.number}"
    address = element("a", str(note.number), href=f"#{note.mark}", aria_label=label)
    return element("span", address if is_linked else str(note.number), class_="no")


def _related(note: Note, book: Book) -> Html:
    anchors = anchors_of(note)
    lines = [element("p", _place(anchor, book), class_="related") for anchor in anchors[:_MOST_RELATED]]
    if rest := anchors[_MOST_RELATED:]:
        more = element("summary", f"{len(rest)} more place{'s' * (len(rest) != 1)}")
        lines.append(element("details", more, *(element("p", _place(anchor, book)) for anchor in rest)))
    return joined(lines)


def _place(anchor: Anchor, book: Book) -> Html:
    related, found = anchor.related, anchor.note.finding
    place = f"{_ROLES.get(related.role, related.role)} on {place_of(related, found)}"
    where = element("a", place, href=f"#{anchor.id}") if book.shows(related.location) else place
    return joined([where, f": {related.message}" if related.message else None])


def _needs_excerpt(found: Diagnostic, *, is_marked: bool) -> bool:
    """Whether the words have to be told beside the message, since they can be seen neither there nor in the text."""
    return bool(found.excerpt.strip()) and not (is_marked or found.on_whole or found.excerpt in found.message)


def _for_what(fix: Fix, found: Diagnostic, book: Book) -> str:
    """What a proposal replaces, where that is not all that is marked: ` for “reduces”`."""
    article = book.open(found.location.file)
    if article is None or len(fix.edits) != 1:
        return ""
    old = article.document.source[fix.edits[0].start.offset : fix.edits[0].end.offset]
    return f" for “{old}”" if old.strip() and len(old) <= _LONGEST_OLD and old != found.excerpt else ""


def _about(rule: Rule, *, is_open: bool) -> Html:
    """What to do and why: at once, or folded."""
    file = rule.file
    return element(
        "div" if is_open else "details",
        None if is_open else element("summary", "What to do, and why"),
        element("p", element("strong", "What to do: "), told(file.fix)),
        element("p", element("strong", "Why: "), told(file.why)),
        sources_of(rule),
        element("p", f"{rule.code} {file.name} · {rule.topic}", class_="faint"),
    )


_ROLES = {"evidence": "Evidence", "copy": "Copy", "also": "Also", "reference": "Reference"}
