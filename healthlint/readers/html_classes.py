"""What the class names and ids of a page say about its parts; "main-with-sidebar" is no sidebar."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from healthlint.readers.html_tokens import Attribute

Detail = Literal["author", "reviewer", "published", "updated", "reviewed", "date"]


def words_of(attributes: Mapping[str, Attribute], *names: str) -> tuple[str, ...]:
    """The words of these attributes, all in one style: `shareBar`, `share_bar` and `share__bar` are `share-bar`."""
    written = " ".join([attributes[name].value for name in names if name in attributes])
    if not written.islower() or "_" in written or "--" in written:
        written = _REPEATED.sub("-", _JOINT.sub("-", written).lower())
    return tuple(written.split())


@lru_cache(maxsize=4096)
def area_of_token(token: str) -> Literal["perhaps-chrome", "front", "content", "own", "footnote"] | None:
    """The kind of area that a class name or an id stands for."""
    if _CHROME.fullmatch(token):
        return "perhaps-chrome"
    if detail_of_token(token) or _FRONT.fullmatch(token):
        return "front"
    if _CONTENT.fullmatch(token):
        return "content"
    if _FOOTNOTES.fullmatch(token):
        return "footnote"
    return "own" if _REFERENCES.fullmatch(token) else None


@lru_cache(maxsize=4096)
def detail_of_token(token: str) -> Detail | None:
    """What a class name, an `itemprop` or a `rel` says that its element tells of the article."""
    found = _DETAIL.fullmatch(token)
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup  # type: ignore[return-value]


def is_callout(words: tuple[str, ...]) -> bool:
    """Whether an `aside` is a box of the article, such as a note or a warning, and not a side column."""
    return any(_CALLOUT.match(word) for word in words)


def is_hiding(token: str) -> bool:
    """Whether a class keeps text from sighted readers, as "(opens in a new tab)"."""
    return token in ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-hidden-visually")


def is_button(words: tuple[str, ...]) -> bool:
    """Whether a link is made to look like a button."""
    return any(word in _BUTTONS for word in words)


_JOINT, _REPEATED = lazy_pattern(r"(?<=[a-z])(?=[A-Z])|_"), lazy_pattern(r"-{2,}")
_BUTTONS = frozenset(("btn", "button", "cta", "wp-block-button-link", "wp-element-button"))

_PLACE = (
    r"(?:(?:site|page|main|posts?|article|entry|story|blog|global|top|bottom|left|right|primary|secondary|sub|mobile"
    r"|desktop|inline|footer|header|sticky|floating|fixed|js|widget|block|section|wp-block|mega|utility|end-of)-)*"
)
_THING = (
    r"(?:-(?:bars?|box(?:es)?|btns?|buttons?|links?|lists?|items?|menu|nav|wrap|wrapper|container|inner|outer|area"
    r"|section|block|widgets?|form|banner|notice|popup|modal|icons?|media|tools?|toolbar|posts?|articles?|reading"
    r"|story|stories|contents?|topics?|news|col|cols|columns?|rows?|top|bottom|left|right|main|primary|secondary"
    r"|header|footer|cards?|grid|module|panels?|template|share|sharing|images?|heading|title|text|pages?|site"
    r"|desktop|mobile|inline|counts?|label|group|slot|unit|reads?|videos?|networks?|facebook|twitter|x|linkedin"
    r"|pinterest|email|whatsapp|instagram|youtube|results|\d+))*"
)
# Clear beginnings: whatever follows them, `nav-…` is navigation.
_CLEAR = (
    r"(?:nav|navbar|navigation|subnav|breadcrumbs?|footer|masthead|sidebar|share|sharing|sharebar|sharedaddy|addthis"
    r"|addtoany|newsletter|subscribe|subscription|cookies?|gdpr|onetrust|pagination|advert|adverts|advertisement"
    r"|adsense|ads?|comments|disqus)(?:-.*)?"
)
# These mean something else in other company: `social-anxiety`, `related-symptoms`, `menu-planning`.
_UNCLEAR = (
    r"(?:menu|social|related|suggested|recommended|popular|trending|most-read|most-popular|read-next|read-more|up-next"
    r"|you-may-also-like|signup|sign-up|opt-?in|consent|sponsor|sponsored|promo|promos|promotion|cta|call-to-action"
    r"|pager|tags|tag-list|tag-cloud|cat-links|popup|modal|lightbox|toolbar|toolbox|search|login|skip-link|skip-links"
    r"|skip-to-content|back-to-top|comment|respond|header-(?:top|bar|inner)|top-?bar|no-results)"
)
_CHROME = lazy_pattern(rf"{_PLACE}(?:{_CLEAR}|{_UNCLEAR}{_THING})|(?:site|page|global)-header")
_OF = r"(?:(?:posts?|article|entry|story|blog|page|content|meta|field|c|m)-)*"
_PART = r"(?:-(?:names?|info|line|box|bio|card|link|wrap|wrapper|container|block|text|label|value|top|bottom|list))*"
_DETAIL = lazy_pattern(
    rf"{_OF}(?:"
    rf"(?P<reviewer>(?:medical(?:ly)?-|clinical(?:ly)?-|expert-)?(?:reviewers?|reviewed-by.*|fact-check(?:er|ed-by))"
    rf"|medical(?:ly)?-review(?:ed)?)"
    rf"|(?P<author>by-?line|byline-author|author-by-?line|authors?|written-by|writer)"
    rf"|(?P<updated>(?:last-)?(?:updated?|modified)(?:-(?:date|on|at))?|date-?(?:updated|modified))"
    rf"|(?P<reviewed>last-?reviewed(?:-on)?|review(?:ed)?-date|date-?reviewed)"
    rf"|(?P<published>(?:date-?)?published(?:-(?:date|on|at))?|publish-date|publication-date|pub-?date|posted-on)"
    rf"|(?P<date>date|date-?line|timestamp|date-?created)"
    rf"){_PART}"
)
_FRONT = lazy_pattern(
    r"(?:(?:post|entry|article|blog|story|page)-?)?meta|(?:post|entry|article|blog|story|page)-?(?:meta|info|details|data)(?:-(?:data|info|top|header|wrap|wrapper))?"
    r"|about-(?:the-)?author|read(?:ing)?-time|credits|toc|ez-toc(?:-container)?|table-of-contents|toc-container"
)
_CONTENT = lazy_pattern(r"(?:post|entry|article|story|page)-?(?:content|body|text)|e-content")
_REFERENCES = lazy_pattern(
    r"(?:article-|post-|entry-)?(?:references?|sources|citations|bibliography|works-cited)"
    r"(?:-(?:list|section|container|wrapper|block|content))*"
)
_FOOTNOTES = lazy_pattern(r"(?:article-|post-|entry-)?(?:footnotes|endnotes|wp-block-footnotes)")
_CALLOUT = lazy_pattern(
    r"(?:[a-z]+-)?(?:notes?|tips?|callout|warning|caution|danger|alert|info|important|key|highlight|pull-?quote|quote"
    r"|facts?|summary|takeaways?|box|infobox|emergency|admonition|disclaimer|definition|example)(?:-.*)?$"
)
