"""Where the text leads to each entry of the reference list."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.reference_names import name_words
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.citations import Citations
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import Reference, References
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document

How = Literal["marker", "author-year", "link", "title", "name"]


class Use(NamedTuple):
    """A place that leads to an entry. A mark that is pure markup has start == end."""

    start: int
    end: int
    how: How


def find_uses(
    document: Document, zones: Sequence[Zone], references: References, citations: Citations, hits: Hits
) -> tuple[tuple[Use, ...], ...]:
    """The uses of each entry, in order: its marks, its address, its title, or the name of who wrote it.

    Where the text cites by number, a name alone leads nowhere.
    """
    found: list[list[Use]] = [[] for _ in references.entries]
    if not found:
        return ()
    for index, use in (*_marked(references, citations), *_linked(document, references, citations)):
        found[index].append(use)
    numbered = sum(any(use.how == "marker" for use in uses) for uses in found)
    body = _Body(document, zones, hits)
    for index, entry in enumerate(references.entries):
        if not found[index]:
            found[index] += body.titles(entry)
            if numbered < _SCHEME and not found[index]:
                found[index] += body.names(entry)
    return tuple(tuple(sorted(set(uses))) for uses in found)


def address_key(url: str) -> str:
    """An address as far as it tells pages apart: without scheme, `www.`, fragment, tracking and the last slash."""
    bare = re.sub(r"^(?:https?:)?//(?:www\.|m\.)?", "", url.strip().lower())
    bare = re.sub(r"[#?&](?:utm_|via|ref|src|fbclid|gclid|from|:~:)[^&]*|#.*$", "", bare)
    return bare.rstrip("/?&.")


def _marked(references: References, citations: Citations) -> Iterator[tuple[int, Use]]:
    for citation in citations.all:
        how: How = "author-year" if citation.kind == "author-year" else "marker"
        for index in citation.references:
            yield index, Use(citation.start, citation.end, how)


def _linked(document: Document, references: References, citations: Citations) -> Iterator[tuple[int, Use]]:
    """The links and identifiers outside the list, and the footnote marks that stand outside the body."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(references.entries):
        for key in _keys(entry.url, entry.doi, entry.pmid, entry.pmcid):
            by_key[key].append(index)
    listed = sorted(document.blocks[block].span for block in references.blocks)
    for link in document.links:
        if not link.url.startswith("#") and not _is_inside(link.span.start, listed):
            for index in {index for key in _keys(link.url) for index in by_key.get(key, ())}:
                yield index, Use(link.span.start, link.span.end, "link")
    for citation in citations.all:
        if citation.kind in ("identifier", "source-line"):
            for key in _keys("", *(match[0] for match in _IDENTIFIER.finditer(citation.target))):
                yield from ((index, Use(citation.start, citation.end, "link")) for index in by_key.get(key, ()))
    for mark in document.marks:
        if mark.label in references.by_label:
            yield references.by_label[mark.label], Use(mark.offset, mark.offset, "marker")


def _is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (offset, offset)) - 1
    near = spans[max(index, 0) : index + 2]
    return any(start <= offset <= end for start, end in near)


def _keys(url: str, *identifiers: str) -> set[str]:
    """What an address and identifiers have in common with others of the same work."""
    keys = {identifier.lower() for identifier in identifiers if identifier}
    keys.update(match[0].lower().rstrip(".,;)") for match in _IDENTIFIER.finditer(url))
    if key := address_key(url):
        keys.add(key)
    return keys


class _Body:
    """The words of the text outside the reference list, with their places."""

    def __init__(self, document: Document, zones: Sequence[Zone], hits: Hits) -> None:
        self._hits = hits
        self._words: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._capital: dict[str, int] = {}  # where a word stands with a capital
        self._places: dict[str, list[int]] = defaultdict(list)
        self._sources: dict[str, tuple[int, int]] = {}
        text = document.text
        for block, zone in zip(document.blocks, zones, strict=True):
            if zone not in ("body", "front"):
                continue
            for match in _WORD.finditer(text, *block.span):
                folded = "".join(name_words(match[0])) or match[0].lower()
                self._places[folded].append(len(self._words))
                if match[0][0].isupper():
                    self._capital.setdefault(_plain(match[0]), len(self._words))
                self._words.append(folded)
                self._spans.append(match.span())
            for hit in hits.within("named-sources", *block.span):
                if "cue" not in hit.entry.notes:
                    self._sources.setdefault(hit.entry.term, (hit.start, hit.end))

    def titles(self, entry: Reference) -> Iterator[Use]:
        """The title or the journal in the text, if they are long enough to be no chance."""
        work, _, subtitle = entry.title.partition(":")
        for words, least in ((entry.title, _TITLE), (work, _WORK if subtitle else _TITLE), (entry.venue, _VENUE)):
            wanted = _folded(words)
            if len(wanted) >= least and (span := self._find(wanted)):
                yield Use(*span, "title")
                return

    def names(self, entry: Reference) -> Iterator[Use]:
        """The first author or the organisation in the text."""
        for hit in self._hits.within("named-sources", entry.start, entry.end):
            if hit.entry.term in self._sources:
                yield Use(*self._sources[hit.entry.term], "name")
                return
        names = entry.authors[:1]
        if not names and self._hits.any_within("source-words.bodies", entry.start, entry.start + len(entry.title)):
            names = (entry.title,)
        for name in names:
            wanted, lone = _folded(name), _plain(name)
            if len(wanted) == 1 and len(lone) > 2 and lone in self._capital:
                yield Use(*self._spans[self._capital[lone]], "name")
            elif len(wanted) > 1 and (span := self._find(wanted)):
                yield Use(*span, "name")

    def _find(self, wanted: Sequence[str]) -> tuple[int, int] | None:
        """Where these words stand in a row; the rarest of them is looked up."""
        rarest = min(range(len(wanted)), key=lambda index: len(self._places.get(wanted[index], ())))
        for place in self._places.get(wanted[rarest], ()):
            first = place - rarest
            if first >= 0 and self._words[first : first + len(wanted)] == wanted:
                return self._spans[first][0], self._spans[first + len(wanted) - 1][1]
        return None


def _folded(words: str) -> list[str]:
    return ["".join(name_words(match[0])) or match[0].lower() for match in _WORD.finditer(words)]


def _plain(word: str) -> str:
    """A word without accents, its capitals kept: "WHO" is not "Who"."""
    return word if word.isascii() else re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", word))


_TITLE = 4  # words of a title that no sentence has by chance
_WORK = 2  # words of a title that has a subtitle: "Quiet Throats: What Choirs Know"
_VENUE = 3  # words of a journal
_SCHEME = 2  # entries that are cited by number: then the article cites by number
_WORD = lazy_pattern(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")  # "Marlow's" names Marlow
_IDENTIFIER = lazy_pattern(
    r"\b10\.\d{4,9}/[^\s\"<>?#&]+|(?<=pubmed/)\d{5,9}|(?<=nih\.gov/)\d{5,9}|\bPMC\d{4,9}|\d{7,8}\b", re.I
)
