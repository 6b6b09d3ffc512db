"""Markdown -> document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Component, Directive, Document
from healthlint.readers.frontmatter import read_front_matter
from healthlint.readers.markdown_events import Walker
from healthlint.readers.prose import by_place

if TYPE_CHECKING:
    from healthlint.model.document import Link, Mark
    from healthlint.model.source_map import SourceMap
    from healthlint.readers.templates import Masks

_LONE_RETURN = lazy_pattern(r"\r(?!\n)")
_TEMPLATE_SIGNS = ("{{", "{%", "{:", ":::")


def read_markdown(source: str, path: str) -> Document:
    """The document that a Markdown file holds; `source` is decoded, without a byte-order mark."""
    is_mdx = path.lower().endswith(".mdx")
    lines = _LONE_RETURN.sub("\n", source) if "\r" in source else source  # as the parser does not do everywhere
    front = read_front_matter(lines)
    masks = _masks(lines, front.end, is_mdx=is_mdx)
    walker = Walker(lines, _hidden(lines, front.end, masks), masks, is_mdx=is_mdx)
    walker.walk()
    text, source_map = walker.writer.finish()
    links, marks = _found_in_text(walker, text, source_map)
    components, directives = _elements(walker, masks)
    blocks = tuple(walker.writer.blocks)
    fields = front.fields + tuple(walker.html.fields if walker.html else ())
    found = (blocks, links, marks, fields, components, directives, front.problems)
    return Document(path, "markdown", source, text, source_map, *found)


def _masks(source: str, start: int, *, is_mdx: bool) -> Masks | None:
    """What Markdown must not see: template tags, JavaScript."""
    if not is_mdx and not any(sign in source for sign in _TEMPLATE_SIGNS):
        return None
    from healthlint.readers.templates import Masks, find_templates

    if is_mdx:
        from healthlint.readers.mdx import find_javascript

        found = find_javascript(source, start)
    else:
        found = find_templates(source, start)
    return Masks(found) if found else None


def _hidden(source: str, body: int, masks: Masks | None) -> str:
    """The source as Markdown shall see it: front matter is one blank line, and masks are words."""
    if masks:
        source = masks.hide(source)
    return " " * (body - 1) + "\n" + source[body:] if body else source


def _found_in_text(walker: Walker, text: str, source_map: SourceMap) -> tuple[tuple[Link, ...], tuple[Mark, ...]]:
    """The links and marks of the markup, with those that Markdown leaves in the prose as plain text."""
    links, marks = walker.writer.links, walker.writer.marks
    if "://" in text or "www." in text or "@" in text or "[^" in text:
        from healthlint.readers.addresses import bare_links, dangling_footnotes

        code = [*walker.code_spans, *(block.span for block in walker.writer.blocks if block.kind == "code")]
        taken = sorted([*code, *(link.span for link in links if link.span.start < link.span.end)])
        links = sorted([*links, *bare_links(text, source_map, taken)], key=by_place)
        marks = sorted([*marks, *dangling_footnotes(text, source_map, taken)], key=by_place)
    return tuple(links), tuple(marks)


def _elements(walker: Walker, masks: Masks | None) -> tuple[tuple[Component, ...], tuple[Directive, ...]]:
    """The components and directives in order, without those in code and in comments, which readers do not see."""
    components = walker.components
    directives: list[Directive] = []
    unseen = set(walker.code_masks)
    if walker.html:
        components = components + walker.html.components
        directives = directives + walker.html.directives
        if masks:
            unseen.update(index for comment in walker.html.comments for index in masks.covering(*comment))
    for index, mask in enumerate(masks.all if masks else ()):
        if isinstance(mask.value, Component) and index not in unseen:
            components.append(mask.value)
        elif isinstance(mask.value, Directive) and index not in unseen:
            directives.append(mask.value)
    return tuple(sorted(components, key=by_place)), tuple(sorted(directives, key=by_place))
