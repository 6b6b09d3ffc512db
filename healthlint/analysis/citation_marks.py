"""Citations that can be seen: links, numbers and marks that point to a list, author and year, identifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlsplit

from healthlint.analysis.reference_names import NameIndex
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import References
    from healthlint.model.context import Knowledge, Policy
    from healthlint.model.document import Document, Mark


class Citation(NamedTuple):
    """One mention of a source in the text."""

    kind: Literal["link", "marker", "footnote", "superscript", "author-year", "identifier", "named", "source-line"]
    start: int  # in the prose; a mark that is pure markup has start == end
    end: int
    block: int
    target: str = ""  # a URL, an identifier, the name of the source
    references: tuple[int, ...] = ()  # indices of the entries of the reference list that it points to
    resolved: bool = True  # False: it points to an entry that does not exist


def find_marks(
    document: Document, knowledge: Knowledge, policy: Policy, references: References, hits: Hits
) -> Iterator[Citation]:
    """Every visible citation of a document; its `block` is left open (-1). They come kind by kind, not in order."""
    yield from _links(document, knowledge, policy, hits)
    yield from _markers(document.text, references)
    footnotes = {block.marker for block in document.blocks if block.region == "footnote"}
    for mark in document.marks:
        yield from _mark(mark, document, references, footnotes)
    yield from _identifiers(document.text)
    yield from _authors_and_years(document.text, references, hits)


def is_source_url(url: str, knowledge: Knowledge, own_hosts: Sequence[str]) -> bool:
    """Whether a link leads to another site that could be a source, and not to a shop or a page of one's own."""
    if url.startswith("//"):
        url = f"https:{url}"
    if not url.lower().startswith(("http://", "https://")):
        return False
    host = host_of(url)
    if not host or any(host == own or host.endswith(f".{own}") for own in own_hosts):
        return False
    address = url.lower()
    return not (
        any(shop.term in host for shop in knowledge.lexicons["link-hosts.shops"].entries)
        or any(path.term in address for path in knowledge.lexicons["link-hosts.paths"].entries)
    )


def host_of(url: str) -> str:
    """The host of an address without `www.`; empty where there is none."""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:  # "https://[broken"
        return ""


def _links(document: Document, knowledge: Knowledge, policy: Policy, hits: Hits) -> Iterator[Citation]:
    """The links to other sites but those that sell, load or credit something, as their address or words tell."""
    own = [domain.lower().removeprefix("www.") for domain in policy.own_domains]
    own += [host for field in document.fields if field.key in _OWN_ADDRESS and (host := host_of(field.value))]
    for link in document.links:
        is_short = link.span.end - link.span.start <= _BUTTON
        if link.kind == "image" or (is_short and hits.any_within("link-words", *link.span)):
            continue
        if is_source_url(link.url, knowledge, own):
            yield Citation("link", link.span.start, link.span.end, -1, link.url)


def _markers(text: str, references: References) -> Iterator[Citation]:
    """`[3]`, `[1, 4–6]`, `³`, and what may be meant so: `(3)`, and marks that lost their height."""
    if "[" in text:
        for match in _BRACKETED.finditer(text):
            yield _numbered("marker", match.start(), match.end(), match[1], references)
    if not text.isascii():
        for match in _RAISED.finditer(text):
            if not _UNIT.search(text, max(0, match.start() - 8), match.start()):
                label = match[0].translate(_LOWERED)
                yield _numbered("superscript", match.start(), match.end(), label, references)
    if not references.entries or any(entry.number for entry in references.entries):
        inside = _IN_PARENTHESES.finditer(text)
        yield from _by_list([_numbered("marker", *match.span(), match[1], references) for match in inside], 2)
    glued = _GLUED.finditer(text)
    yield from _by_list([_numbered("marker", *match.span(), match[0], references) for match in glued], 3)


def _by_list(marks: Sequence[Citation], least: int) -> Iterator[Citation]:
    """Those of the doubtful marks that the list has. Where the list got lost, they count if they run from 1 on."""
    recur = set(range(1, least + 1)) <= {number for mark in marks for number in _expand(mark.target)}
    for mark in marks:
        if mark.resolved or recur:
            yield mark._replace(resolved=True)


def _mark(mark: Mark, document: Document, references: References, footnotes: Set[str]) -> Iterator[Citation]:
    """A mark that is markup: `[^a]` or `<sup>3</sup>`, but not the 2 of "m<sup>2</sup>"."""
    at = mark.offset
    entries = (references.by_label[mark.label],) if mark.label in references.by_label else ()
    defined = bool(entries) or mark.label in footnotes
    if mark.kind == "footnote":
        yield Citation("footnote", at, at, -1, mark.label, entries, defined)
    elif defined:
        yield Citation("superscript", at, at, -1, mark.label, entries)
    elif _NUMBERS.fullmatch(mark.label) and not _UNIT.search(document.text, max(0, at - 8), at):
        yield _numbered("superscript", at, at, mark.label.strip("[]() "), references)


def _numbered(
    kind: Literal["marker", "superscript"], start: int, end: int, label: str, references: References
) -> Citation:
    """A citation by number, resolved if the list has each of the entries."""
    wanted, by_number = _expand(label), references.by_number
    entries = tuple(by_number[number] for number in wanted if number in by_number)
    return Citation(kind, start, end, -1, label, entries, bool(entries) and len(entries) == len(wanted))


def _expand(label: str) -> list[int]:
    """`1, 4–6` -> 1, 4, 5, 6."""
    numbers: list[int] = []
    for part in _SEPARATOR.split(label):
        ends = [int(number) for number in _DIGITS.findall(part)]
        if len(ends) == 2 and ends[0] < ends[1] < ends[0] + 100:
            numbers += range(ends[0], ends[1] + 1)
        else:
            numbers += ends
    return numbers


def _identifiers(text: str) -> Iterator[Citation]:
    """DOIs and the numbers of PubMed, PubMed Central, ClinicalTrials.gov and arXiv."""
    for literal, pattern in _IDENTIFIERS.items():
        if literal in text:
            for match in pattern.finditer(text):
                yield Citation("identifier", match.start(), match.end(), -1, match[0].rstrip(".,;)"))


def _authors_and_years(text: str, references: References, hits: Hits) -> Iterator[Citation]:
    """`(Okafor & Lindqvist, 2019; WHO, 2021)`, `Okafor et al. (2019)`, `Okafor and Lindqvist 2019`."""
    if not _YEAR.search(text):
        return
    names, ends = NameIndex(references, hits.folded), set[int]()
    for pattern in (_AUTHOR_YEAR_INSIDE, _AUTHOR_YEAR_OUTSIDE):
        for match in pattern.finditer(text):
            name, start = match["name"], match.start("name")
            if name.split()[0].rstrip(".,") in _NO_AUTHORS or hits.any_within("places", *match.span("name")):
                continue
            known = names.knows(name)
            is_lone = pattern is _AUTHOR_YEAR_OUTSIDE and _LONE.fullmatch(match[0])
            if is_lone and not (known and references.entries) and _CAPITALISED.search(text, max(0, start - 30), start):
                continue  # the end of a title: "Apps for Your Knee (2025)"
            words = match[0].lstrip("([; ")
            first = match.end() - len(words)
            words = words if "(" in words else words.rstrip(")")
            if first + len(words.rstrip(")")) in ends:  # "(Osei & Lind, 2019)" fits both patterns
                continue
            ends.add(first + len(words.rstrip(")")))
            entries = names.entries(words, int(_YEAR_DIGITS.findall(words)[-1])) if known else ()
            yield Citation("author-year", first, first + len(words), -1, words, entries, known)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BUTTON = 60  # characters of a link that is no prose
_OWN_ADDRESS = frozenset({"canonical", "og:url", "url", "permalink", "mainentityofpage", "mainentityofpage.@id"})
_BRACKETED = lazy_pattern(r"\[(\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,12})\]")
_RAISED = lazy_pattern(r"[⁰¹²³⁴-⁹]+(?:[,⁻–-][⁰¹²³⁴-⁹]+)*")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_UNIT = lazy_pattern(r"(?:\d|\b(?:[kcm]?m|ft|in|inch|yd|[Rr]|CO|H|O)|[/·×])\Z")
_IN_PARENTHESES = lazy_pattern(
    r"\((?<=[\w%”\"').,]\s.)(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12})\)(?=[.,;:”\"]|\s*(?:\n|\Z))"
)
_GLUED = lazy_pattern(
    r"\d(?:(?<=[A-Za-z%)”\"][.,?!”\"].)\d{0,2}(?:[,–-]\d{1,3})*(?=\s+[A-Z“\"]|\s*(?:\n|\Z))"  # "survival.3 Later"
    r"|(?<=[a-z%)],.)\d?(?:[,–-]\d{1,2})*(?=\s[a-z])"  # "of zinc,4 which"
    r"|(?<=[a-z]{5}.)\d?(?:[,–-]\d{1,2})*(?=[.,;)]?(?:\s|\Z)))"  # "in animals3."
)
_NUMBERS = lazy_pattern(r"[\[( ]*\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})*[\]) ]*")
_SEPARATOR = lazy_pattern(r"[,;]")
_DIGITS = lazy_pattern(r"\d{1,4}")
_IDENTIFIERS = {
    "10.": lazy_pattern(r"\b(?:doi:\s?|(?:dx\.)?doi\.org/)?10\.\d{4,9}/[^\s\"'<>“”]+", re.IGNORECASE),
    "PMID": lazy_pattern(r"\bPMID:?\s?\d{4,9}\b"),
    "PMC": lazy_pattern(r"\bPMC\s?\d{4,9}\b"),
    "NCT": lazy_pattern(r"\bNCT\d{8}\b"),
    "arXiv": lazy_pattern(r"\barXiv:\s?\d{4}\.\d{4,5}"),
}
_YEAR = lazy_pattern(r"(?:19\d\d|20\d\d)(?<!\w....)[a-z]?\b")
_REST = r"[\w'’&.-]*"
_WORD = rf"[A-ZÀ-Þ]{_REST}"
_AUTHOR_YEAR_INSIDE = lazy_pattern(
    rf"[(;\[]\s?(?:(?:see|see also|e\.g\.|cf\.|as in),?\s)?"
    rf"(?P<name>{_WORD}(?:,?\s(?:(?:of|for|the|and|&|de|van|von|der)\s)*{_WORD}){{0,7}})"
    rf"(?:,?\set\sal\.?)?,?\s\(?(?:19|20)\d\d[a-z]?(?=[);,:\]])"
)
_AUTHOR_YEAR_OUTSIDE = lazy_pattern(
    rf"(?P<name>[A-ZÀ-Þ](?<!\w.){_REST})(?:,?\set\sal\.?,?\s\(?|,?\s(?:and|&)\s{_WORD}(?:,?\s\(|\s)|\s\()(?:19|20)\d\d[a-z]?\b\)?"
)
_YEAR_DIGITS = lazy_pattern(r"(?:19|20)\d\d")
_LONE = lazy_pattern(rf"{_WORD}\s\(\d{{4}}[a-z]?\)?")
_CAPITALISED = lazy_pattern(r"(?:\b[A-Z][\w'’&-]*|[:–—|])\s\Z")
_NO_AUTHORS = _words(
    "A An The In On By At As Since From For Until January February March April May June July August September October "
    "November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Spring Summer Autumn Fall Winter Figure Fig "
    "Table Box Chapter Section Version Act Law Bill Updated Published Accessed Retrieved Reviewed Copyright "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Q1 Q2 Q3 Q4 Photo Image Credit"
)
