"""What stands at the top: what to do first, how much of what was found, and the articles in order of need."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from healthlint.model.finding import CONFIDENCES, SEVERITIES
from healthlint.reporters._html import NOTHING, Html, element, joined, told
from healthlint.reporters._html_notes import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.model.finding import Severity
    from healthlint.reporters._html_book import Book, Entry, Note

_MOST_STEPS, _MOST_PLACES, _MOST_FILES, _MOST_KINDS = 5, 8, 3, 2
_MOST = "Above all"  # the column that tells the gravest kinds of finding
_WORST_FIRST = tuple(reversed(SEVERITIES))


MEANING = element(
    "p",
    "Mend errors before readers see the article. Warnings want a decision: mend them, or leave them for a reason.",
    class_="faint",
)


def counts_element(counts: Mapping[str, int]) -> Html:
    """How much was found, such as `2 errors 1 warning`."""
    shown = [
        element(
            "span",
            element("strong", str(counts[severity])),
            f" {severity}{'s' * (counts[severity] != 1)}",
            class_=f"count {severity}",
        )
        for severity in _WORST_FIRST
        if counts.get(severity)
    ]
    return (
        element("p", *(part for each in shown for part in (each, " ")), class_="counts")
        if shown
        else element("p", "Nothing found.")
    )


def first_steps(notes: Iterable[Note], book: Book, *, across: bool = False) -> Html:
    """What to do first: the gravest and surest kinds of finding, how to mend them, and where they are."""
    ranked = _kinds(notes)
    if not ranked:
        return NOTHING
    steps = [element("li", *_step(group, book, across=across)) for group in ranked]
    rest = len(steps) - _MOST_STEPS
    more = element(
        "details",
        element("summary", f"Then {rest} more kind{'s' * (rest != 1)} of finding"),
        element("ol", *steps[_MOST_STEPS:], start=_MOST_STEPS + 1),
    )
    first = element("ol", *steps[:_MOST_STEPS])
    return element("div", element("h3", "What to do first"), first, more if rest > 0 else None, class_="steps")


def index_element(book: Book) -> Html:
    """The view of a folder."""
    notes = [note for entry in book.entries for note in entry.notes]
    total = sum((entry.counts() for entry in book.entries), Counter[str]())
    return element(
        "section",
        element("h2", "All articles", id="all-title", tabindex=-1),
        counts_element(total),
        MEANING if total else None,
        first_steps(notes, book, across=True),
        element("h3", "Articles, those in greatest need first"),
        _articles(book, _severities(total)),
        element("h3", "Topics"),
        _topics(notes, _severities(total)),
        _duplicates(book),
        class_="view",
        id="all",
        aria_labelledby="all-title",
    )


def _kinds(notes: Iterable[Note]) -> Sequence[Sequence[Note]]:
    """The findings that nobody suppressed by their rule, the gravest and surest first."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        if not note.finding.suppressed:
            groups.setdefault(note.finding.code, []).append(note)
    return sorted(groups.values(), key=_rank)


def _rank(group: Sequence[Note]) -> tuple[int, int, int, str]:
    worst = max(SEVERITIES.index(note.finding.severity) for note in group)
    surest = max(CONFIDENCES.index(note.finding.confidence) for note in group)
    return -worst, -surest, -len(group), group[0].finding.code


def _step(group: Sequence[Note], book: Book, *, across: bool) -> Iterable[Html | str]:
    found = max((note.finding for note in group), key=lambda each: SEVERITIES.index(each.severity))
    rule = book.rule(found.code)
    yield element("strong", plain_name(found.name), class_=found.severity)
    yield f" ({found.severity}{f', {len(group)} times' if len(group) > 1 else ''}). "
    yield told(rule.file.fix) if rule else NOTHING
    yield " "
    if across:
        files = {note.finding.location.file: note for note in reversed(group)}
        links = [element("a", book.name(file), href=f"#{note.id}") for file, note in reversed(files.items())]
    else:
        links = [
            element("a", str(note.number), href=f"#{note.id}", aria_label=f"finding {note.number}") for note in group
        ]
    most = _MOST_FILES if across else _MOST_PLACES
    rest = len(links) - most
    shown = [part for each in links[:most] for part in (each, ", ")][:-1]
    yield element("span", "→ ", *shown, f" and {rest} more" if rest > 0 else None, class_="places")


def _severities(total: Mapping[str, int]) -> Sequence[Severity]:
    """Those of which anything was found: the columns of the tables."""
    return [severity for severity in _WORST_FIRST if total[severity]]


def _articles(book: Book, severities: Sequence[Severity]) -> Html:
    rows = []
    for entry in book.entries:
        name = [element("a", element("bdi", book.title(entry.file)), href=f"#{entry.id}")]
        if book.title(entry.file) != entry.file.removeprefix(book.folder):
            name += [element("br"), element("span", book.name(entry.file), class_="faint")]
        numbers = _numbers(entry.counts(), severities)
        most = element("td", *_most(entry), class_="most")
        rows.append(element("tr", element("th", *name, scope="row"), *numbers, most, data_view=entry.id))
    return _table("Articles", ("Article", *_plural(severities), _MOST), rows)


def _most(entry: Entry) -> Iterable[Html | str]:
    """The gravest kinds of finding in an article, and how often each is there."""
    for number, group in enumerate(_kinds(entry.notes)[:_MOST_KINDS]):
        times = f" ({len(group)})" if len(group) > 1 else ""
        yield ", " if number else ""
        yield element("a", plain_name(group[0].finding.name), href=f"#{group[0].id}")
        yield times


def _numbers(counts: Mapping[str, int], severities: Sequence[Severity]) -> Iterable[Html]:
    return (element("td", str(counts[severity] or "·"), class_=f"number {severity}") for severity in severities)


def _plural(severities: Sequence[Severity]) -> Iterable[str]:
    return (f"{severity.capitalize()}s" for severity in severities)


def _topics(notes: Iterable[Note], severities: Sequence[Severity]) -> Html:
    by_topic: dict[str, Counter[str]] = {}
    for note in notes:
        if not note.finding.suppressed:
            by_topic.setdefault(note.finding.topic, Counter())[note.finding.severity] += 1
    if not by_topic:
        return element("p", "Nothing found.")
    rows = [
        element(
            "tr",
            element("th", topic.capitalize(), scope="row"),
            *_numbers(counts, severities),
            element("td", str(counts.total()), class_="number"),
        )
        for topic, counts in sorted(by_topic.items(), key=lambda each: (-each[1].total(), each[0]))
    ]
    return _table("Topics", ("Topic", *_plural(severities), "All"), rows)


def _duplicates(book: Book) -> Html:
    """The articles that share text, as far as findings say so."""
    pairs: dict[tuple[str, str], list[Note]] = {}
    for entry in book.entries:
        for note in entry.notes:
            for related in note.finding.related:
                if related.role == "copy" and related.location.file != entry.file:
                    pairs.setdefault((entry.file, related.location.file), []).append(note)
                    break
    if not pairs:
        return NOTHING
    items = [element("li", *_pair(files, notes, book)) for files, notes in pairs.items()]
    return joined([element("h3", "Duplicates between articles"), element("ul", *items)])


def _pair(files: tuple[str, str], notes: Sequence[Note], book: Book) -> Iterable[Html | str]:
    yield book.name(files[0])
    yield " and "
    yield book.name(files[1])
    yield ": "
    both = book.shows(notes[0].finding.location)
    links = (element("a", note.finding.message, href=f"#{note.sides if both else note.id}") for note in notes)
    yield joined([part for each in links for part in (each, "; ")][:-1])


def _table(label: str, heads: Sequence[str], rows: Sequence[Html]) -> Html:
    named = (element("th", word, scope="col", class_="most" if word == _MOST else None) for word in heads)
    head = element("thead", element("tr", *named))
    table = element("table", head, element("tbody", *rows), class_="list numbers")
    return element("div", table, class_="scroll", tabindex=0, role="group", aria_label=label)
