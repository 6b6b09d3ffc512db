"""Two passages next to each other, the words in which they differ marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.similarity import word_diff
from healthlint.reporters._html import Html, element, joined
from healthlint.reporters._html_layout import prose_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from healthlint.language.similarity import Change
    from healthlint.reporters._html_book import Book, Note

_SHORTEST_PASSAGE = 15  # words; in two articles, what is shorter is a title


class Side(NamedTuple):
    """A passage and what to call it, such as `a.md, line 7`."""

    name: Html
    text: str


def both_sides(note: Note, book: Book) -> Html | None:
    """The passage of a finding beside that of which it is a copy; where these are titles, the whole articles."""
    here = note.finding.location
    there = next((each.location for each in note.finding.related if each.role == "copy"), None)
    articles = book.open(here.file), book.open(there.file) if there else None
    if there is None or articles[0] is None or articles[1] is None:
        return None
    spans = prose_at(articles[0].document, here), prose_at(articles[1].document, there)
    if spans[0] is None or spans[1] is None:
        return None
    texts = [article.text[slice(*span)] for article, span in zip(articles, spans, strict=True) if article and span]
    if here.file != there.file and all(len(text.split()) < _SHORTEST_PASSAGE for text in texts):
        texts = [article.text for article in articles if article]
    names = (joined([book.name(place.file), f", line {place.start.line}"]) for place in (here, there))
    return element(
        "details",
        element("summary", f"Both sides of finding {note.number}"),
        side_by_side(*map(Side, names, texts)),
        class_="sides",
        id=note.sides,
        data_n=note.id,
        tabindex=-1,
    )


def side_by_side(one: Side, other: Side) -> Html:
    """Both passages."""
    pieces = word_diff(one.text, other.text)
    return element("div", _column(one, pieces, "old"), _column(other, pieces, "new"), class_="pair")


def _column(side: Side, pieces: Iterable[tuple[Change, str]], mine: Change) -> Html:
    words = (_piece(change, text) for change, text in pieces if change in ("same", mine))
    spaced = (part for piece in words for part in (piece, " "))
    return element("div", element("p", side.name, class_="name"), element("p", *spaced), class_="side")


def _piece(change: Change, text: str) -> Html:
    return joined([text]) if change == "same" else element("del" if change == "old" else "ins", text)
