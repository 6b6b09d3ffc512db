"""Links, images, citation marks and exponents of a page."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Link
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.readers.html_tokens import attributes
from healthlint.readers.superscripts import is_citation, raised

if TYPE_CHECKING:
    from healthlint.readers.html_elements import Elements
    from healthlint.readers.prose import ProseWriter


class InlineMarkup:
    """Reads the tags within a line that stand for something else than words."""

    def __init__(self, source: str, writer: ProseWriter, elements: Elements) -> None:
        self.source, self.writer, self.elements = source, writer, elements
        self.silent_until = 0  # text up to this offset of the source is a mark, not prose
        self._link: Link | None = None  # the open one, with its beginnings

    def open_link(self, name: str, match: re.Match[str]) -> None:
        """Open a link, which closes an open one."""
        self.close_link(match.start())
        self.elements.close_inline("a", match.start(), match.start())
        if not match["attributes"] or self.elements.hides:
            return
        self.elements.open_inline("a", match)
        found = attributes(match)
        href = found.get("href")
        if href is None:
            return
        title = found["title"].value if "title" in found else ""
        offset = len(self.writer.builder)
        place = SourceSpan(*match.span())
        self._link = Link("link", TextSpan(offset, offset), place, href.value.strip(), href.source, title)
        if "#" in href.value:
            self._drop_note_mark(match)

    def end_link(self, name: str, match: re.Match[str]) -> None:
        """Close the open link by its tag."""
        self.close_link(match.end())
        self.elements.close_inline("a", match.start(), match.end())

    def close_link(self, end: int) -> None:
        """Close the open link, if any, which ends at `end` of the source."""
        link = self._link
        if link is None:
            return
        self._link = None
        begin, offset = link.span.start, len(self.writer.builder)
        if offset <= begin:
            begin = offset = self.writer.offset()
        place = SourceSpan(link.source.start, end)
        self.writer.links.append(link._replace(span=TextSpan(begin, offset), source=place))

    def image(self, name: str, match: re.Match[str]) -> None:
        """Note an image with its description, which is no prose."""
        found = attributes(match)
        address = found.get("src") or found.get("data-src")
        if address is None or self.elements.hides:
            return
        offset = self.writer.offset()
        title = found["title"].value if "title" in found else ""
        alt = " ".join(found["alt"].value.split()) if "alt" in found else ""
        place = SourceSpan(*match.span())
        self.writer.links.append(
            Link("image", TextSpan(offset, offset), place, address.value.strip(), address.source, title, alt)
        )

    def superscript(self, name: str, match: re.Match[str]) -> None:
        """Take a raised number for a citation mark, or for an exponent."""
        start, inner, writer = match.start(), match.end(), self.writer
        closing = _SUP_END.search(self.source, inner, inner + 600)
        if closing is None or self.elements.hides or start < self.silent_until:
            return
        end, written = closing.start(), self.source[inner : closing.start()]
        label = " ".join(unescape(_TAG.sub("", written)).split())
        before = writer.builder.tail(max(writer.begin, len(writer.builder) - 30)) if writer.is_open else ""
        after = _TAG.sub("", self.source[closing.end() : closing.end() + 200])[:1]
        if is_citation(before, label, after) or (label and _LINKED_LABEL.fullmatch(written)):
            writer.mark("superscript", label.strip("[]() "), SourceSpan(start, closing.end()))
            self.silent_until = end
        elif writer.is_open and written == label != raised(label):
            writer.write(raised(label), inner, end)
            self.silent_until = end

    def _drop_note_mark(self, match: re.Match[str]) -> None:
        """Take the words of a link to or from a footnote for what they are: no prose."""
        inner = match.end()
        if back := _BACK.match(self.source, inner):
            self.silent_until = back.end()
        elif _NOTE_LINK.search(match["attributes"]) and (label := _NOTE_LABEL.match(self.source, inner)):
            self.silent_until = label.end()
            self.writer.mark("footnote", label[1], SourceSpan(match.start(), label.end() + len("</a>")))


_TAG = lazy_pattern(r"<[^<>]*>")
_SUP_END = lazy_pattern(r"</sup\s*>", re.IGNORECASE)
_LINKED_LABEL = lazy_pattern(r"\s*(?:<a\b[^<>]*>\s*\W?\w{1,3}\W?\s*</a>[\s,]*)+", re.IGNORECASE)
_BACK = lazy_pattern(  # "↩" and "#": back from a footnote, and to the heading itself
    r"\s*(?:[↩⤴↑^#¶§🔗\ufe0e\ufe0f]|&(?:larrhk|uarr|para|sect|#8617|#x21a9|#8593|#xfe0e|#65038);)"
    r"(?:[\s\ufe0e\ufe0f]|&#xfe0e;|&#65038;)*+(?=</a)",
    re.IGNORECASE,
)
_NOTE_LINK = lazy_pattern(r"\bfootnote(?:-?ref\b|_ref\b|\b(?!-?back))|\bdoc-noteref\b", re.IGNORECASE)
_NOTE_LABEL = lazy_pattern(r"\s*\[?\s*([\w*†‡]{1,4})\s*\]?\s*(?=</a>)", re.IGNORECASE)
