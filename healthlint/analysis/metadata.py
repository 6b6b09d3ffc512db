"""Who wrote and reviewed an article and when: from metadata fields and from byline text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.byline_parts import Detail
from healthlint.analysis.bylines import find_bylines
from healthlint.language.dates import find_dates
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.byline_parts import DetailKind
    from healthlint.analysis.bylines import Bylines
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Document, Field

__all__ = ["Detail", "Metadata", "read_metadata"]


class Metadata(NamedTuple):
    """All details in order of appearance, the metadata fields first."""

    details: tuple[Detail, ...]
    front_blocks: frozenset[int] = frozenset()  # blocks of the page that hold nothing but such details

    def of(self, kind: DetailKind) -> tuple[Detail, ...]:
        """The details of one kind."""
        return tuple(detail for detail in self.details if detail.kind == kind)


def read_metadata(document: Document, sections: Sections, hits: Hits) -> Metadata:
    """What front matter, meta elements, JSON-LD and byline text say about the article."""
    bylines = find_bylines(document, hits)
    fields = (detail for field in document.fields if (detail := _from_field(field)))
    return Metadata((*fields, *_title(document, bylines), *bylines.details), bylines.blocks)


_KEYS: dict[
    DetailKind, str
] = {  # lower case, without the marks between words: `article:published_time`, `datePublished`
    "title": "title headline ogtitle dctitle citationtitle",
    "author": "author authors by byline writer writers writtenby articleauthor dccreator citationauthor parselyauthor",
    "reviewer": "reviewer reviewers reviewedby medicalreviewer medicalreviewers medicallyreviewedby clinicalreviewer "
    "factcheckedby factchecker expertreviewer expertreviewedby clinicallyreviewedby medicalreview",
    "published": "date datepublished publishdate publisheddate pubdate publicationdate published publishedat "
    "publishedon createdat created datecreated posted postdate articlepublishedtime dcdate pubdatetime publishedtime "
    "firstpublished citationpublicationdate releasedate parselypubdate",
    "updated": "updated updatedat updateddate updatedon lastupdated lastupdate lastmod lastmodified datemodified "
    "modified modifiedat modifieddate dateupdated articlemodifiedtime ogupdatedtime modifiedtime revised moddatetime "
    "revisiondate dctermsmodified",
    "reviewed": "reviewed lastreviewed reviewedat reviewedon reviewdate datereviewed medicallyreviewed lastreview "
    "medicallyreviewedon lastmedicallyreviewed",
    "kind": "article",
    "site": "ogsitename sitename applicationname publisher",
}
_KINDS = {key: kind for kind, keys in _KEYS.items() for key in keys.split()}
_CONTAINERS = lazy_pattern(r"(?:(?:@graph|\d+|jsonld|schema|meta|seo|extra|params|page|post|mainentityofpage)\.)*")
_OF_A_PERSON = frozenset({"name", "displayname", "fullname", ""})
_NO_NAME = lazy_pattern(r"https?://|//|@|#|(?:true|false|yes|no|\d+)$", re.IGNORECASE)


_LONGEST_TAG = 300  # characters
_TITLE_TAG = lazy_pattern(
    r"""<(?:p|div|span|h[2-6])\b[^<>]*\b(?:class|itemprop)\s*=\s*["'](?:[^"'<>]*\s)?"""
    r"""(?:(?:post|entry|article|page|story|blog)[-_]{0,2})?(?:title|headline)["'\s][^<>]*>\s*(?:<[a-z!][^<>]*>\s*)*\Z""",
    re.IGNORECASE,
)


def _from_field(field: Field) -> Detail | None:
    """What a metadata field says of the article; None of other things, such as the author of a comment."""
    key = re.sub(r"[_:\s-]", "", field.key[_CONTAINERS.match(field.key).end() :])  # type: ignore[union-attr]
    first, _, rest = key.partition(".")
    kind = _KINDS.get(first) or _KINDS.get(key.replace(".", ""))  # `dc.creator`
    if kind is None or (rest.lstrip("0123456789.") not in _OF_A_PERSON and kind == _KINDS.get(first)):
        return None
    value = " ".join(field.value.split())
    if kind in ("published", "updated", "reviewed"):
        return _from_date(kind, value, field)
    if value and kind in ("author", "reviewer") and _NO_NAME.match(value):
        return None
    return Detail(kind, value, field.source, field.key)


def _from_date(kind: DetailKind, value: str, field: Field) -> Detail | None:
    """The date of a field, or the name of a reviewer in one: `reviewed: Jo Poe, MD`."""
    dates = find_dates(value)
    if dates:
        return Detail(kind, value, field.source, field.key, dates[0].value)
    if kind == "reviewed" and re.match(r"[A-Z]\w+ [A-Z]", value):
        return Detail("reviewer", value, field.source, field.key)
    return None if value else Detail(kind, "", field.source, field.key)  # `published: true` is no date


def _title(document: Document, bylines: Bylines) -> Iterator[Detail]:
    """The title on the page: the heading of level 1 at its top, or in a text without markup the title line.

    That is a line that is repeated, as where a path leads to the article, or the first that is more than a name.
    """
    blocks, text = document.blocks, document.text
    top = [index for index in range(min(bylines.top, len(blocks))) if blocks[index].region != "chrome"]
    title = next((index for index in top if blocks[index].kind == "heading" and blocks[index].level == 1), None)
    if document.format == "text":
        lines = {index: text[slice(*blocks[index].span)] for index in top if index < bylines.lead}
        lines = {index: line for index, line in lines.items() if index not in bylines.blocks and _may_be_title(line)}
        seen = Counter(line.lower() for line in lines.values())
        title = max(lines, key=lambda index: (seen[lines[index].lower()] > 1, -index), default=None)
    elif title is None:
        title = next((index for index in top if index <= bylines.lead and _is_marked_title(document, index)), None)
    if title is not None:
        yield Detail("title", text[slice(*blocks[title].span)], blocks[title].span)


def _is_marked_title(document: Document, index: int) -> bool:
    """Whether the markup in front of a block says that it is the title: `<p class="post-title">`."""
    start = document.source_map.to_source(document.blocks[index].span).start
    return _TITLE_TAG.search(document.source, max(start - _LONGEST_TAG, 0), start) is not None


def _may_be_title(line: str) -> bool:
    return 3 <= len(line.split()) <= 20 and not line.rstrip().endswith((".", ",", ";", ":"))
