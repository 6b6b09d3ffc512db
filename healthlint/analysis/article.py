"""What kind of article it is, which decides which rules speak."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.languages import Language
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.sentences import Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Policy
    from healthlint.model.document import Document

Kind = Literal["advice", "news", "reference", "other"]


class Article(NamedTuple):
    """`advice` tells readers what to do, `news` reports events, `reference` explains, `other` is no health text."""

    kind: Kind
    words: int = 0  # of the body
    why: str = ""  # what decided, for people


def classify(
    document: Document,
    policy: Policy,
    metadata: Metadata,
    zones: tuple[Zone, ...],
    language: Language,
    sentences: Sentences,
    hits: Hits,
) -> Article:
    """The kind of article: as the publisher says, else by its words."""
    signs = _read_signs(document, metadata, zones, sentences, hits)
    if said := _as_said(policy, metadata):
        return Article(said[0], signs.words, said[1])
    kind, why = _by_words(document, signs) if language.is_english else _by_path(document)
    return Article(kind, signs.words, why)


_HEALTH = ("conditions", "symptoms", "nutrients", "drugs")
_SHORT, _WHOLE = 60, 150  # words: less than the first tells nothing, less than the second only a little
_FEWEST_TERMS, _LEAST_HEALTH = 4, 0.6
_FEWEST_REPORTS, _MANY_REPORTS = 2, 20
_TABLES, _MONOGRAPH, _MUCH_OFFICE = 0.6, 3, 3
_REPOSITORY = frozenset(
    ("README", "CHANGELOG", "CONTRIBUTING", "TODO", "LICENSE", "SECURITY", "CONDUCT", "NOTES", "STRATEGY", "SOURCES")
)
_DATELINE = lazy_pattern(
    r"(?:[A-Z][A-Z .'’-]{2,40}(?:,(?: [A-Z][\w.]+){1,3}(?: \d{1,2})?)?(?:,? \d{4})? ?(?:\([^)\n]{2,40}\) ?)?"
    r"|(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?(?:\([^)\n]{2,40}\) ?)?))(?:—|–|--|- )"
)
_DASHES = ("—", "–", "--", "- ")


class _Signs(NamedTuple):
    """What the body of a page is made of. Rates are per 100 words."""

    words: int
    health_terms: int  # different ones
    health: float
    body_terms: int  # health terms and parts of the body, different ones
    body: float
    referrals: int  # sentences that send readers to a professional
    reader: float  # "you", and sentences that begin by telling the reader what to do
    writer: float  # "I"
    report: float  # people who speak, studies, news agencies, weekdays
    reports: int  # the same as a number
    office: float
    making: float  # how software or a site is made
    headings: int
    guiding: int  # headings such as "Treatment"
    monograph: int  # headings of drug monographs
    in_tables: float  # share of the words
    has_dateline: bool
    is_titled_as_notes: bool


def _as_said(policy: Policy, metadata: Metadata) -> tuple[Kind, str] | None:
    """The kind that the front matter or else the configuration names."""
    for detail in metadata.of("kind"):
        if detail.value.lower() in get_args(Kind):
            return cast("Kind", detail.value.lower()), "the front matter says so"
    if policy.article in get_args(Kind):
        return cast("Kind", policy.article), "the configuration says so"
    return None


def _by_words(document: Document, signs: _Signs) -> tuple[Kind, str]:
    """The kind that the words of the page speak for, and why."""
    is_working_paper = _is_of_repository(document.path) or signs.is_titled_as_notes
    if is_working_paper or (signs.making >= 1 and signs.making > signs.health / 4):
        return "other", "it is about software or the making of a site"
    if signs.words < _SHORT:
        return "advice", "it is too short to tell"
    if signs.in_tables <= _TABLES and _is_news(document, signs):
        return "news", "people speak and studies are reported"
    if signs.words >= _WHOLE and not _is_about_health(signs):
        return "other", "it has few words of health"
    if signs.office > signs.health or (signs.office >= _MUCH_OFFICE and signs.office > signs.health / 3):
        return "other", "it is about coverage, claims and forms"
    if signs.writer >= 2.5 and signs.writer > 1.5 * signs.reader and signs.health < 3 and signs.guiding == 0:
        return "other", "its writer tells of himself"
    if signs.in_tables > _TABLES:
        return "reference", "it is made of tables"
    if signs.monograph >= _MONOGRAPH:
        return "reference", "it has the headings of a drug monograph"
    return "advice", "it is about health, and no news"


def _by_path(document: Document) -> tuple[Kind, str]:
    """The kind of an article whose words cannot be read: what is checked in every language is checked."""
    if _is_of_repository(document.path):
        return "other", "it is about software or the making of a site"
    return "reference", "it is not in English, and its words tell nothing"


def _is_about_health(signs: _Signs) -> bool:
    """Whether enough is said of health; of the body, where the page sends its readers to a professional."""
    if signs.health_terms >= _FEWEST_TERMS and signs.health >= _LEAST_HEALTH:
        return True
    return signs.referrals > 0 and signs.body_terms >= _FEWEST_TERMS and signs.body >= 2 * _LEAST_HEALTH


def _is_of_repository(path: str) -> bool:
    """Whether a file is called as notes on a project are: `README.md`, `CONTENT-TODO.md`."""
    stem = re.split(r"[/\\]", path)[-1].partition(".")[0]
    return stem.isupper() and not _REPOSITORY.isdisjoint(re.split(r"[-_ ]", stem))


def _is_news(document: Document, signs: _Signs) -> bool:
    """Whether a page reports: it says so in its metadata, or speaks of people and studies rather than to readers."""
    if any(field.key.endswith("@type") and field.value.endswith("NewsArticle") for field in document.fields):
        return True
    report = signs.report + signs.has_dateline
    if (signs.reports < _FEWEST_REPORTS and not signs.has_dateline) or signs.headings * 100 > signs.words:
        return False
    if signs.headings == 0 and _is_story(signs, report):
        return True
    is_guiding = signs.guiding > (0 if report < 1.5 else 2)
    return report >= 0.6 and signs.reader <= 1.6 * report and signs.writer <= 2 * report and not is_guiding


def _is_story(signs: _Signs, report: float) -> bool:
    """Whether a text without headings tells what others said and found, with hardly a word to the reader."""
    if signs.reports >= _MANY_REPORTS:  # a press release, whatever it says of "your doctor" in its small print
        return True
    if report >= 0.35 and signs.reader < 0.3 and signs.writer < 1:
        return True
    return signs.reports >= 3 and report >= 0.4 and signs.reader <= 2 and signs.writer <= 2


def _read_signs(
    document: Document, metadata: Metadata, zones: tuple[Zone, ...], sentences: Sentences, hits: Hits
) -> _Signs:
    """What the body is made of, code aside."""
    blocks, text = document.blocks, document.text
    body = [index for index, block in enumerate(blocks) if zones[index] == "body" and block.kind != "code"]
    sizes = {index: len(text[slice(*blocks[index].span)].split()) for index in body}
    words = sum(sizes.values())
    headings = [index for index in body if blocks[index].kind == "heading"]
    in_body = _InBody(document, set(body), hits)
    health = [hit for name in _HEALTH for hit in in_body.hits(name)]
    anatomy = list(in_body.hits("anatomy"))
    reports = in_body.count("speech", "report", "weekdays") + 2 * in_body.count("wires")
    rate = 100 / max(words, 1)
    return _Signs(
        words=words,
        health_terms=len({hit.entry.term for hit in health}),
        health=len(health) * rate,
        body_terms=len({hit.entry.term for hit in health + anatomy}),
        body=len(health + anatomy) * rate,
        referrals=_referrals(in_body, sentences, hits),
        reader=(in_body.count("readers") + 2 * _orders(in_body, sentences, text)) * rate,
        writer=in_body.count("writers") * rate,
        report=reports * rate,
        reports=reports,
        office=in_body.count("administration") * rate,
        making=in_body.count("software", "internal") * rate,
        headings=len(headings),
        guiding=sum(hits.any_within("article-kinds.guidance", *blocks[index].span) for index in headings),
        monograph=sum(hits.any_within("article-kinds.monograph", *blocks[index].span) for index in headings),
        in_tables=sum(size for index, size in sizes.items() if blocks[index].kind == "cell") / max(words, 1),
        is_titled_as_notes=any(
            isinstance(title.place, TextSpan) and hits.any_within("article-kinds.notes", *title.place)
            for title in metadata.of("title")
        ),
        has_dateline=any(_has_dateline(text[slice(*blocks[index].span)]) for index in body[:4]),
    )


def _has_dateline(words: str) -> bool:
    """Whether a block begins with the place or day of its news."""
    return any(dash in words for dash in _DASHES) and _DATELINE.match(words) is not None


class _InBody:
    """The hits of a lexicon that lie in the body."""

    def __init__(self, document: Document, body: set[int], hits: Hits) -> None:
        self._starts = [block.span.start for block in document.blocks]
        self._body, self._hits = body, hits

    def hits(self, lexicon: str) -> Iterator[Hit]:
        for hit in self._hits[lexicon]:
            if bisect_right(self._starts, hit.start) - 1 in self._body:
                yield hit

    def count(self, *groups: str) -> int:
        return sum(1 for group in groups for _ in self.hits(f"article-kinds.{group}"))


def _referrals(in_body: _InBody, sentences: Sentences, hits: Hits) -> int:
    """The number of sentences that send readers to a professional: "See a doctor if it hurts"."""
    found = {sentences.at(hit.start) for hit in in_body.hits("consult.professionals")}
    return sum(1 for each in found if each and hits.any_within("consult.verbs", each.start, each.end))


def _orders(in_body: _InBody, sentences: Sentences, text: str) -> int:
    """The number of sentences that begin with a verb of advice: "Drink more water"."""
    count = 0
    for hit in in_body.hits("advice"):
        sentence = sentences.at(hit.start)
        if sentence and text[hit.start].isupper() and not text[sentence.start : hit.start].strip(" \"'“‘*•-–"):
            count += 1
    return count
