"""One pass over the events of pulldown-cmark, which know their exact places."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from pyromark import Options, events_with_range

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Component
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.readers.markdown_containers import Containers
from healthlint.readers.markdown_links import Links
from healthlint.readers.offsets import CodePoints
from healthlint.readers.prose import ProseWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypedDict

    from pyromark.event import Range

    from healthlint.readers.inline_html import HtmlFlow
    from healthlint.readers.markdown_containers import Handler
    from healthlint.readers.templates import Masks

    class _Event(TypedDict, total=False):
        """What the parser found, under the name of its kind; most often text."""

        Text: str
        Start: object
        End: object


_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_DEFINITION_LIST
    | Options.ENABLE_GFM
)
_INDENT = lazy_pattern(r"[ \t]*")
_BLANK, _LINE_END = " \r\n", lazy_pattern(r"[\r\n]")
_CARETS = lazy_pattern(r"\^(\d{1,3}(?:[,;–-] ?\d{1,3})*)\^")  # "shown^1^"
_REACH = 30  # characters that tell what a raised number is, or whether indented text is HTML


class _Raw(NamedTuple):
    """A block of code or HTML whose lines are being collected."""

    start: int
    is_indented: bool
    lines: list[tuple[int, int]]


class Walker:
    """Writes the prose of one file. Most text goes straight to the builder; `_plain` says when it may."""

    def __init__(self, source: str, seen: str, masks: Masks | None, *, is_mdx: bool) -> None:
        """`seen` is the source as Markdown shall see it, with what is no Markdown masked."""
        self.source, self.seen, self.masks, self.is_mdx = source, seen, masks, is_mdx
        self.at = CodePoints(seen)
        self.writer = ProseWriter(source)
        self.containers = Containers(self.writer)
        self.links = Links(self.writer, seen, masks, self.at)
        self.html: HtmlFlow | None = None  # from the first tag on
        self.components: list[Component] = []
        self.code_spans: list[TextSpan] = []
        self.code_masks: list[int] = []
        self._raw: _Raw | None = None
        self._has_carets = "^" in source and _CARETS.search(source) is not None
        self._may_be_plain = masks is None and not self._has_carets
        self._plain = False
        self._label_end = -1  # of the bold words with which a line began
        self._lone_tag: tuple[int, int] | None = None  # a template tag with which its line ends and began

    def walk(self) -> None:
        """Read the whole file."""
        source, at, add = self.source, self.at, self.writer.builder.add
        low, high, shift = at.stretch(0)
        tables, others = self._tables(), self._other_handlers()
        events = cast("Iterator[tuple[str | _Event, Range]]", events_with_range(self.seen, options=_OPTIONS))
        for event, place in events:
            start, byte_end = place["start"], place["end"]
            length = byte_end - start
            if low <= start <= high:
                start -= shift
            else:
                low, high, shift = at.stretch(start)
                start = at(start)
            if isinstance(event, str):
                if self._plain and event == "SoftBreak" and source[start + length : start + length + 1] not in " \t":
                    add(" ", start, start + length)
                else:
                    self._break(event, start, at(byte_end))
                continue
            text = event.get("Text")
            if text is None:
                ((step, data),) = event.items()
                if step in tables:
                    name = data if type(data) is str else next(iter(cast("dict[str, object]", data)))
                    handler = tables[step].get(name)
                else:
                    handler = others.get(step)
                if handler:
                    self._plain = False
                    handler(data, start, byte_end - shift if low <= byte_end <= high else at(byte_end))
                continue
            end = start + len(text)
            if length != len(text) and (text.isascii() or not source.startswith(text, start)):
                end = at(byte_end)  # an entity
            if self._plain:
                add(text, start, end)
            else:
                self._text(text, start, end)
        if self.html:
            self.html.finish(len(source))

    def _tables(self) -> dict[str, dict[str, Handler]]:
        links = self.links
        starts = {
            **self.containers.starts(),
            "Heading": self._open_heading,
            "CodeBlock": self._open_raw,
            "HtmlBlock": self._open_raw,
            "Link": links.open_link,
            "Image": links.open_image,
        }
        ends = {
            **self.containers.ends(),
            "CodeBlock": self._close_code,
            "HtmlBlock": self._close_html,
            "Link": lambda _, start, end: links.close_link(self._is_skipping(), start, end),
            "Image": lambda _, start, end: links.close_image(self._is_skipping(), start, end),
            "Strong": self._close_strong,
        }
        return {"Start": starts, "End": ends}

    def _other_handlers(self) -> dict[str, Handler]:
        return {
            "Html": self._html_line,
            "InlineHtml": self._inline_html,
            "Code": self._code_span,
            "FootnoteReference": self._footnote_mark,
        }

    # Text

    def _text(self, text: str, start: int, end: int) -> None:
        """Write text with regard to everything that may be in its way."""
        writer = self.writer
        if self._raw is not None:
            self._raw.lines.append((start, end))
        elif self.links.in_image:
            self.links.alt.append(text)
        elif self.html is not None and self.html.skipping:
            return
        elif self.masks is not None and self.masks.covering(start, end):
            self._text_between_masks(self.masks.visible(start, end), start, end)
        elif self._has_carets and "^" in text and len(text) == end - start:
            self._text_with_carets(text, start, end)
        else:
            writer.write(text, start, end)
            self._plain = self._may_be_plain and writer.is_open and writer.builder.length > writer.begin

    def _text_between_masks(self, parts: list[tuple[int, int]], start: int, end: int) -> None:
        for part_start, part_end in parts:
            if part_start > start:
                self.writer.dropped_at = self.writer.builder.length  # "by {name}." is "by." without the tag
            self.writer.write(self.source[part_start:part_end], part_start, part_end)
        before = self.source[max(start - 200, 0) : start].rstrip(" \t>")
        if not parts and before[-1:] in ("", "\n", "\r"):
            self._lone_tag = (start, end)

    def _text_with_carets(self, text: str, start: int, end: int) -> None:
        """Write text whose `^1^` are citation marks."""
        from healthlint.readers.superscripts import is_citation

        writer, position = self.writer, 0
        for mark in _CARETS.finditer(text):
            writer.write(text[position : mark.start()], start + position, start + mark.start())
            position = mark.start()
            before = writer.builder.tail(max(writer.builder.length - _REACH, writer.begin))
            if is_citation(before, mark[1], text[mark.end() : mark.end() + 1]):
                writer.mark("superscript", mark[1], SourceSpan(start + position, start + mark.end()))
                position = mark.end()
        writer.write(text[position:], start + position, end)

    def _break(self, event: str, start: int, end: int) -> None:
        """A soft line break, a hard one, or a rule across the page."""
        writer, lone_tag = self.writer, self._lone_tag
        self._lone_tag = None
        if event == "Rule":
            writer.close(start)
        elif self.links.in_image:
            self.links.alt.append(" ")
        elif self._is_skipping():
            return
        elif lone_tag and not self.source[lone_tag[1] : start].strip():
            writer.close(lone_tag[0])  # a template tag alone on its line stands between two paragraphs
            writer.open(end)
        elif event == "HardBreak" or start == self._label_end:
            writer.line_break(start, end)
            self._plain = False
        else:
            indent = _INDENT.match(self.source, end)
            writer.space(start, indent.end() if indent else end)

    def _is_skipping(self) -> bool:
        return self.html is not None and self.html.skipping != ""

    def _close_strong(self, _: object, start: int, end: int) -> None:
        """A line all in bold is a heading in all but name: its words and those of the next line are no sentence."""
        line = self.source[max(self.source.rfind("\n", 0, start), self.source.rfind("\r", 0, start)) + 1 : start]
        if not line.strip(" \t>-*+0123456789.)"):
            self._label_end = end

    def _open_heading(self, data: object, start: int, end: int) -> None:
        heading = cast("dict[str, dict[str, object]]", data)["Heading"]
        self.writer.open(start, "heading", int(str(heading["level"])[1:]))
        # The parser takes the end of "# Dear {name}" for an attribute, but it may be a placeholder.
        for name, value in cast("tuple[tuple[str, str | None], ...]", heading["attrs"]):
            place = self.source.rfind("{", start, end)
            if value is None and place >= 0:
                self.components.append(Component(name, "", SourceSpan(place, self.source.find("}", place) + 1)))

    def _footnote_mark(self, data: object, start: int, end: int) -> None:
        if not self.links.in_image and not self._is_skipping():
            self.writer.mark("footnote", cast("str", data), SourceSpan(start, end))

    # Code and HTML

    def _code_span(self, data: object, start: int, end: int) -> None:
        text = cast("str", data)
        if self.links.in_image or self._is_skipping():
            self.links.alt.append(text)
            return
        written = self.source[start:end]
        ticks = len(written) - len(written.lstrip("`"))
        start, end, written = start + ticks, end - ticks, written[ticks:-ticks]
        if len(written) == len(text) + 2 and written[0] in _BLANK and written[-1] in _BLANK:  # "`` a ` b ``"
            start, end, written = start + 1, end - 1, written[1:-1]
        if self.masks and (hidden := self.masks.covering(start, end)):
            self.code_masks += hidden
            text = _LINE_END.sub(" ", written)
        self.writer.write(text, start, end)
        begin = max(self.writer.builder.length - len(text), self.writer.begin)
        self.code_spans.append(TextSpan(begin, self.writer.builder.length))

    def _open_raw(self, data: object, start: int, end: int) -> None:
        self.writer.close(start)
        self._raw = _Raw(start, data == {"CodeBlock": "Indented"}, [])

    def _html_line(self, _: object, start: int, end: int) -> None:
        if self._raw is not None:
            self._raw.lines.append((start, end))

    def _close_html(self, _: object, start: int, end: int) -> None:
        raw, self._raw = self._raw, None
        if raw is not None and raw.lines:
            self._feed(raw.lines)

    def _close_code(self, _: object, start: int, end: int) -> None:
        raw, self._raw = self._raw, None
        if raw is None or not raw.lines:
            return
        first, last = raw.lines[0][0], raw.lines[-1][1]
        if raw.is_indented and self._is_no_code(first, last):
            for paragraph in self._paragraphs(raw.lines):
                self._feed(paragraph)
            return
        self.writer.open(raw.start, "code")
        for line_start, line_end in raw.lines:
            self.writer.write_code(self.source[line_start:line_end], line_start, line_end)
        self.writer.close(end)
        if self.masks:
            self.code_masks += self.masks.covering(first, last)

    def _is_no_code(self, start: int, end: int) -> bool:
        """Whether indented text is HTML of the article, or a template tag, or in MDX, which knows no indented code."""
        if self.is_mdx:
            return True
        words = self.seen[start : start + _REACH].lstrip()
        is_markup = words[:1] == "<" and (words[1:2].isalpha() or words[1:2] in ("/", "!"))
        # Within HTML or as the first thing of all, tags are no example of how to write tags.
        if is_markup and (not self.writer.blocks or (self.html is not None and self.html.blocks.boxes > 0)):
            return True
        return self.masks is not None and not any(
            self.source[part_start:part_end].strip() for part_start, part_end in self.masks.visible(start, end)
        )

    def _paragraphs(self, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
        """The lines between blank ones; HTML is not divided."""
        if not self.is_mdx:
            return [lines]
        paragraphs: list[list[tuple[int, int]]] = [[]]
        for start, end in lines:
            words = self.source[start:end]
            if words.strip():
                paragraphs[-1].append((start, end))
            if not words.strip() or len(words.splitlines()) > 1:  # a blank line may come with the line before it
                paragraphs.append([])
        return [paragraph for paragraph in paragraphs if paragraph]

    def _feed(self, lines: list[tuple[int, int]]) -> None:
        """Write lines as HTML."""
        if not any(self.source[one[1] : other[0]].strip() for one, other in pairwise(lines)):
            lines = [(lines[0][0], lines[-1][1])]  # tags may reach over lines, but not over the signs of a quote
        for start, end in lines:
            self._flow().feed(start, end)
        self.writer.close(lines[-1][1])

    def _inline_html(self, _: object, start: int, end: int) -> None:
        if not self.links.in_image:
            self._flow().feed(start, end)

    def _flow(self) -> HtmlFlow:
        if self.html is None:
            from healthlint.readers.inline_html import HtmlFlow  # most articles have no tags

            self.html = HtmlFlow(self.writer, self.seen, self.masks)
            self.containers.html = self.html.blocks
        return self.html
