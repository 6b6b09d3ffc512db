"""Articles that share text as a page: each pair side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._html import Html, element, joined, page
from healthlint.reporters._html_book import common_folder
from healthlint.reporters._html_sides import Side, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.cli._clusters import Cluster, Difference, Pair


def as_html(clusters: Sequence[Cluster], compared: int) -> str:
    """The page; `compared` is the number of all articles."""
    title = f"Duplicates among {compared} articles"
    folder = common_folder([article.file for cluster in clusters for article in cluster.articles])
    sections = [_cluster(number, cluster, folder) for number, cluster in enumerate(clusters, 1)]
    nothing = element("p", "No two articles share text.")
    return page(
        title,
        element("header", element("h1", title), class_="bar"),
        element("main", *(sections or [nothing]), id="report"),
        element("footer", element("p", "Made by healthlint, from rules, without a network.")),
    )


def _cluster(number: int, cluster: Cluster, folder: str) -> Html:
    name = f"cluster{number}"
    rows = [
        element(
            "tr",
            element("th", _name(each.file, folder), scope="row"),
            *_cells(_titled(each.title), each.date, each.words),
        )
        for each in cluster.articles
    ]
    heads = (element("th", word, scope="col") for word in ("Article", "Title", "Date", "Words"))
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows), class_="list")
    return element(
        "section",
        element("h2", f"Cluster {number}: {len(cluster.articles)} articles", id=name),
        element("div", table, class_="scroll", tabindex=0, role="group", aria_label=f"Articles of cluster {number}"),
        *(part for pair in cluster.pairs for part in _pair(pair, folder)),
        aria_labelledby=name,
    )


def _name(file: str, folder: str) -> Html:
    return element("bdi", file.removeprefix(folder), title=file)


def _titled(title: str) -> str:
    """A title with its capital letter, which was taken for the comparison."""
    return title[:1].upper() + title[1:]


def _cells(*values: object) -> Iterator[Html]:
    return (element("td", str(value or "·")) for value in values)


def _pair(pair: Pair, folder: str) -> Iterator[Html]:
    first, second = (_name(each.file, folder) for each in (pair.likeness.article, pair.likeness.keep))
    count = len(pair.likeness.matches)
    yield element("h3", first, " and ", second)
    yield element("p", f"{count} paragraph{'s' * (count != 1)} in common, {pair.likeness.share:.0%} of the first")
    for each in pair.differences:
        yield _difference(each, first, second)


def _difference(each: Difference, first: Html, second: Html) -> Html:
    if each.here.text == each.there.text:
        told = element("p", f"Lines {each.here.start.line} and {each.there.start.line}, the same:", class_="name")
        return element("div", told, element("p", each.here.text), class_="side same")
    here, there = (
        Side(joined([file, f", line {side.start.line}"]), side.text)
        for file, side in ((first, each.here), (second, each.there))
    )
    return side_by_side(here, there)
