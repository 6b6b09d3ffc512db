"""Finds what a template, a content system or a program left where something else was meant to stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import is_inline_code
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.model.document import Block
    from healthlint.model.span import Place


class Params(NamedTuple):
    """It reads the whole page with the lexicon `placeholders`, and there is nothing to set."""


WORDS: tuple[str, ...] = ("times",)
VARIANTS: tuple[str, ...] = ("filler", "variable", "comment", "code", "empty", "metadata")

_Found = tuple["Place", str, "str | None"]  # where, what, which variant


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for all places of the same left-over."""
    places: dict[tuple[str, str | None], list[Place]] = {}
    for place, words, variant in (
        *_in_blocks(analysis),
        *_phrases(analysis),
        *_fillers(analysis),
        *_variables(analysis),
        *_comments(analysis),
        *_code_in_fields(analysis),
    ):
        places.setdefault(("" if variant in _GROUPED else words.lower(), variant), []).append(place)
    for (_, variant), found in places.items():
        also = tuple(Related("also", place) for place in found[1:])
        yield Finding(found[0], {"times": len(found)}, also, variant=variant)


def _in_blocks(analysis: Analysis) -> Iterator[_Found]:
    """Blocks that are nothing but a left-over: "Main subheading", `[signup]`, "No recipes!" under "Recipes"."""
    hits = {hit.start: hit for name in ("placeholders.lines", "placeholders.shortcodes") for hit in analysis.hits[name]}
    text = analysis.text
    for index, block in enumerate(analysis.document.blocks):
        if block.kind == "code" or block.span.start == block.span.end:
            continue
        words = text[slice(*block.span)]
        if _FRONT_MATTER.match(words):
            yield block.span, words, "metadata"
        if len(words) > _LONGEST_LINE:
            continue
        hit = hits.get(block.span.start)
        is_alone = hit is not None and not words[hit.end - hit.start :].strip(" .!:…")
        if is_alone or (words[0] == "[" and _COMMAND.fullmatch(words)):
            yield block.span, words, None
        elif words.startswith("No ") and _is_empty_state(words, index, block, analysis):
            yield block.span, words, "empty"


def _is_empty_state(words: str, index: int, block: Block, analysis: Analysis) -> bool:
    """Whether "No recipes!" is what a program says of the list that its heading announces."""
    said = _NOTHING.fullmatch(words)
    if said is None or block.kind == "heading":
        return False
    if said["state"]:
        return True
    path = analysis.sections.of_block(index).path
    before = analysis.document.blocks[index - 1].span if index else TextSpan(0, 0)
    above = (path[-1] if path else "") + " " + analysis.text[slice(*before)]
    return said["what"].lower() in above.lower()


def _phrases(analysis: Analysis) -> Iterator[_Found]:
    """Words that nobody writes for readers, and blanks in brackets."""
    text = analysis.text
    names = ["placeholders.phrases", "placeholders.blanks", "placeholders.openers"]
    if analysis.language.is_english:
        names.append("placeholders.notes")  # "TODO" is Spanish for "all"
    for name in names:
        for hit in analysis.hits[name]:
            end = hit.end
            if name == "placeholders.openers":
                end = text.find("]", hit.end, hit.end + _LONGEST_LINE) + 1
            if end and not _is_quoted(hit, analysis) and not _is_code(hit.start, analysis):
                yield TextSpan(hit.start, end), text[hit.start : end], None


def _fillers(analysis: Analysis) -> Iterator[_Found]:
    """Blocks of text that stands for any text."""
    found = {
        bisect_right(analysis.document.blocks, hit.start, key=_start) - 1
        for hit in analysis.hits["placeholders.fillers"]
    }
    for index in sorted(found):
        block = analysis.document.blocks[index]
        if block.kind != "code":
            yield block.span, "", "filler"


def _start(block: Block) -> int:
    return block.span.start


def _is_quoted(hit: Hit, analysis: Analysis) -> bool:
    """Whether the words are shown as such: “The page says “No items found””; or are the words of a link."""
    text = analysis.text
    if hit.start and text[hit.start - 1] in "\"'“‘«":
        return True
    return any(link.span.start <= hit.start < link.span.end for link in analysis.document.links)


def _is_code(offset: int, analysis: Analysis) -> bool:
    """Whether a place of the prose is in a block of code or in a piece of code in a line."""
    document = analysis.document
    if any(block.kind == "code" and block.span.start <= offset < block.span.end for block in document.blocks):
        return True
    return is_inline_code(offset, analysis)


def _variables(analysis: Analysis) -> Iterator[_Found]:
    """Variables that nobody filled in, such as `{{city}}`; not `{{ page.title }}`, which a build fills in."""
    document = analysis.document
    for component in document.components:
        source = document.source[slice(*component.source)]
        if _VARIABLE.fullmatch(source) and not _BUILT.fullmatch(source):
            yield component.source, source, "variable"
    if not any(sign in analysis.text for sign in ("{{", "<%", "%%", "${")):
        return
    for found in _VARIABLE.finditer(analysis.text):
        if not _is_code(found.start(), analysis) and not _BUILT.fullmatch(found[0]):
            yield TextSpan(found.start(), found.end()), found[0], "variable"


def _comments(analysis: Analysis) -> Iterator[_Found]:
    """Comments of a template: `<!-- insert title here -->`, `<!-- article-template.html -->`."""
    document = analysis.document
    if "<!--" not in document.source:
        return
    code = [block.source for block in document.blocks if block.kind == "code"]
    for found in _COMMENT.finditer(document.source):
        if not any(span.start <= found.start() < span.end for span in code):
            yield SourceSpan(found.start(), found.end()), found[0], "comment"


def _code_in_fields(analysis: Analysis) -> Iterator[_Found]:
    """Descriptions and titles made of the code of a page instead of its words."""
    for field in analysis.document.fields:
        if field.key.rpartition(".")[2].rpartition(":")[2] in _SHOWN and _STYLE.search(field.value):
            yield field.source, field.value, "code"


_GROUPED = ("filler", "comment")  # one finding for all, whatever their words
_FRONT_MATTER = lazy_pattern(
    r"(?:layout|title|slug|date|draft): .{1,300}?\s(?:title|date|tags|categories|author|description|image): "
)
_LONGEST_LINE = 80  # characters
_COMMAND = lazy_pattern(r"\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*(?:_[a-z0-9_]+|(?:\s+[\w-]+=[^\]\n]*))\]")
_NOTHING = lazy_pattern(
    r"No (?P<what>[a-z]+(?: [a-z]+)??)(?P<state> (?:found|available|yet|to (?:show|display)))?[.!]?"
)
_VARIABLE = lazy_pattern(
    r"\{\{\s*[a-z][a-z0-9]*(?:_[a-z0-9]+)*\s*\}\}|<%=?\s*[\w.]{1,40}\s*%>|%%[a-z_]{2,40}%%|\$\{[a-z][\w.]{0,40}\}",
    re.IGNORECASE,
)
_BUILT = lazy_pattern(r"\{\{\s*(?:toc|content|children)\s*\}\}", re.IGNORECASE)
_COMMENT = lazy_pattern(
    r"<!--\s*(?:(?:insert|enter|replace|todo|placeholder|your)\b[^<>]{0,80}?|[\w-]{1,60}\.(?:md|mdx|html?|docx?|txt))\s*-->",
    re.IGNORECASE,
)
_SHOWN = ("title", "description", "headline", "summary", "excerpt", "seotitle", "seodescription")
_STYLE = lazy_pattern(r"/\*.{0,200}?\*/|[\w.#-]+\s*\{\s*[\w-]+\s*:[^{}]{1,200};|<\?php|function\s*\(", re.DOTALL)
