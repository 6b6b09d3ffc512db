"""Articles that share text, in clusters: for people with the words that differ marked, and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.similarity import word_diff
from healthlint.model.lines import LineIndex
from healthlint.reporters._cells import printable, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from healthlint.analysis.folder import Folder
    from healthlint.analysis.likeness import Likeness
    from healthlint.analysis.signatures import Signature, SignedPassage
    from healthlint.language.similarity import Change
    from healthlint.model.span import Position
    from healthlint.reporters import Screen

    Json = str | int | float | None | dict[str, "Json"] | list["Json"]

_CONTEXT = 4  # words around a difference
_OPENING = 8  # words of a passage that is the same in both
_MARKS: dict[Change, str] = {"old": "[-{}-]", "new": "{{+{}+}}", "same": "{}"}


class Side(NamedTuple):
    """A passage in its article."""

    start: Position
    end: Position
    heading_path: tuple[str, ...]
    text: str


class Difference(NamedTuple):
    """A passage that two articles share, here and there."""

    here: Side
    there: Side
    pieces: tuple[tuple[Change, str], ...]  # in reading order, from here (`old`) to there (`new`)

    @property
    def share(self) -> float:
        """The share of the words of both that are the same, 0-1."""
        same = sum(len(text.split()) for change, text in self.pieces if change == "same")
        return 2 * same / max(len(self.here.text.split()) + len(self.there.text.split()), 1)


class Pair(NamedTuple):
    """Two articles and all that they share."""

    likeness: Likeness
    differences: tuple[Difference, ...]


class Cluster(NamedTuple):
    """Articles that have to do with each other, by name, and the pairs among them."""

    articles: tuple[Signature, ...]
    pairs: tuple[Pair, ...]


def find_clusters(found: Iterable[Likeness], folder: Folder) -> Iterator[Cluster]:
    """The pairs, those together that have an article in common."""
    leaders: dict[str, str] = {}
    pairs = sorted(found, key=lambda each: (each.keep.file, each.article.file))
    for likeness in pairs:
        one, other = sorted(_leader(each.file, leaders) for each in (likeness.article, likeness.keep))
        leaders[other] = one
    groups: dict[str, list[Likeness]] = {}
    for likeness in pairs:
        groups.setdefault(_leader(likeness.keep.file, leaders), []).append(likeness)
    for _, group in sorted(groups.items()):
        articles = {each.file: each for likeness in group for each in (likeness.article, likeness.keep)}
        members = tuple(articles[file] for file in sorted(articles))
        yield Cluster(members, tuple(Pair(each, tuple(_differences(each, folder))) for each in group))


def as_text(clusters: Sequence[Cluster], screen: Screen) -> Iterator[str]:
    """The lines of a listing for people."""
    for number, cluster in enumerate(clusters, 1):
        yield _paint(f"cluster {number}: {len(cluster.articles)} articles", "1", screen)
        for article in cluster.articles:
            about = ", ".join(word for word in (f"{article.words} words", article.date, article.title) if word)
            yield f"  {printable(article.file)}  ({printable(about)})"
        for pair in cluster.pairs:
            yield ""
            yield from _pair_as_text(pair, screen)
        yield ""
    if clusters:
        yield from wrap("[-…-] stands only in the first of two articles, {+…+} only in the second", screen.width)


def as_json(clusters: Sequence[Cluster]) -> Json:
    """The clusters as one object, in the manner of `check --format json`."""
    return {"schema_version": 1, "clusters": [_cluster_as_json(cluster) for cluster in clusters]}


def _pair_as_text(pair: Pair, screen: Screen) -> Iterator[str]:
    likeness = pair.likeness
    first, second = printable(likeness.article.file), printable(likeness.keep.file)
    count = len(likeness.matches)
    yield _paint(f"  {first} <> {second}", "1", screen)
    yield f"    {count} paragraph{'' if count == 1 else 's'} in common, {likeness.share:.0%} of the first"
    for each in pair.differences:
        lines = f"lines {each.here.start.line} <> {each.there.start.line}"
        if each.here.text == each.there.text:
            told = f"{lines}, the same: {_opening(each.here.text)}"
            yield from (f"    {line}" for line in wrap(printable(told), screen.width - 4))
        else:
            yield f"    {lines}, {min(int(each.share * 100), 99)}% alike:"
            yield from _coloured(wrap(printable(_marked(each)), screen.width - 6), screen)


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")


def _marked(difference: Difference) -> str:
    """The words that differ, marked, with some of the words around them."""
    shown, last = [], len(difference.pieces) - 1
    for number, (change, text) in enumerate(difference.pieces):
        words = text.split()
        if change == "same" and len(words) > 2 * _CONTEXT:
            before = [] if number == 0 else words[:_CONTEXT]
            after = [] if number == last else words[-_CONTEXT:]
            text = " ".join([*before, "…", *after])
        shown.append(_MARKS[change].format(text))
    return " ".join(shown)


def _cluster_as_json(cluster: Cluster) -> Json:
    return {
        "articles": [
            {"file": each.file, "title": each.title, "date": each.date or None, "words": each.words}
            for each in cluster.articles
        ],
        "pairs": [
            {
                "file": pair.likeness.article.file,
                "keep": pair.likeness.keep.file,
                "share": round(pair.likeness.share, 3),
                "paragraphs": [_difference_as_json(each) for each in pair.differences],
            }
            for pair in cluster.pairs
        ],
    }


def _difference_as_json(each: Difference) -> Json:
    diff: list[Json] = [{"change": change, "text": text} for change, text in each.pieces]
    here, there = _side_as_json(each.here), _side_as_json(each.there)
    return {"share": round(each.share, 3), "here": here, "there": there, "diff": diff}


def _side_as_json(side: Side) -> Json:
    return {"start": _point(side.start), "end": _point(side.end), "heading_path": list(side.heading_path)}


def _point(position: Position) -> Json:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _leader(file: str, leaders: dict[str, str]) -> str:
    while leaders.setdefault(file, file) != file:
        leaders[file] = file = leaders[leaders[file]]
    return file


def _differences(likeness: Likeness, folder: Folder) -> Iterator[Difference]:
    here, there = _Reader(likeness.article, folder), _Reader(likeness.keep, folder)
    for match in likeness.matches:
        one, other = here.side(match.passage), there.side(match.twin)
        if one and other:
            yield Difference(one, other, tuple(word_diff(one.text, other.text)))


class _Reader:
    """Reads the passages of one article again."""

    def __init__(self, article: Signature, folder: Folder) -> None:
        self._article, self._folder, self._analysis = article, folder, folder.open(article.file)
        self._lines = LineIndex(self._analysis.document.source if self._analysis else "")

    def side(self, passage: SignedPassage) -> Side | None:
        """A passage with its place; None where it cannot be read any more."""
        place = self._folder.place_of(self._article, passage)
        if self._analysis is None or place is None:
            return None
        source = self._analysis.document.source_map.to_source(place)
        text = " ".join(self._analysis.text[slice(*place)].split())
        return Side(self._lines.position(source.start), self._lines.position(source.end), passage.path, text)


def _coloured(lines: Iterable[str], screen: Screen) -> Iterator[str]:
    """Indented lines with the marked words in colour; a mark may be opened on one line and closed on a later one."""
    colour = ""
    for line in lines:
        words = []
        for word in line.split(" "):
            colour = {"[-": "31", "{+": "32"}.get(word[:2], colour)
            words.append(_paint(word, colour, screen) if colour else word)
            if word.endswith(("-]", "+}")):
                colour = ""
        yield f"      {' '.join(words)}"


def _paint(text: str, colour: str, screen: Screen) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if screen.colour and text else text
