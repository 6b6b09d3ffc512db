"""Finds that a page does not say who wrote it, who reviewed it, or when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.byline_parts import DetailKind
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.byline_parts import Detail


class Params(NamedTuple):
    """`kinds`: one of these details is needed, in articles of at least `words` words.

    `nobody`: what stands in the place of a name and names no one; `teams`: words that add no name to that of the site.
    `site`: the setting by which a publisher says that the page template adds it.
    """

    kinds: tuple[DetailKind, ...]
    nobody: LexiconName | None = None
    teams: LexiconName | None = None
    words: int = 150
    site: Literal["", "site_author", "site_reviewer", "site_date"] = ""


WORDS: tuple[str, ...] = ("label",)
VARIANTS: tuple[str, ...] = ("missing", "empty", "handle")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding: `missing` on the whole article, `empty` at a label, `handle` at a value that names nobody.

    In a language whose bylines are not known, nothing is called missing.
    """
    if params.site and getattr(analysis.policy, params.site):
        return
    details = [detail for kind in params.kinds for detail in analysis.metadata.of(kind)]
    told = [detail for detail in details if detail.value]
    if any(not _names_nobody(analysis, params, detail) for detail in told):
        return
    if empty := next((detail for detail in details if not detail.value), None):
        yield Finding(empty.place, {"label": empty.label}, variant="empty")
    elif told:
        shown = next((detail for detail in told if isinstance(detail.place, TextSpan)), told[0])
        yield Finding(shown.place, {"label": shown.label}, variant="handle")
    elif analysis.article.words >= params.words and analysis.language.is_english:
        yield Finding(analysis.whole, {"label": ""}, variant="missing")


def _names_nobody(analysis: Analysis, params: Params, detail: Detail) -> bool:
    """Whether a value is a bare handle, the name of the site, or a description: "our team of experts"."""
    if params.nobody is None:
        return False
    name = detail.value.partition(",")[0].strip()
    if name.isascii() and name.islower() and (" " not in name or isinstance(detail.place, TextSpan)):  # "castore"
        return True
    if re.match(r"(?:an?|our) ", name) or _plain(name) in _terms(analysis, params.nobody):
        return True
    sites = {_plain(site.value) for site in analysis.metadata.of("site")}
    sites |= {_plain(domain.removeprefix("www.").partition(".")[0]) for domain in analysis.policy.own_domains}
    sites.discard("")
    return any(_plain(words) in sites for words in _without_team(analysis, params, name))


def _without_team(analysis: Analysis, params: Params, name: str) -> Iterator[str]:
    """The name, and what is left of it without "Team" or "Editorial Staff" at its end."""
    yield name
    for team in _terms(analysis, params.teams) if params.teams else ():
        if _plain(name).endswith(team):
            yield _plain(name).removesuffix(team)


def _terms(analysis: Analysis, lexicon: LexiconName) -> set[str]:
    return {_plain(form.text) for entry in analysis.knowledge.lexicons[lexicon].entries for form in entry.forms}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+|^the ", "", text.lower())
