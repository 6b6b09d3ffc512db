"""Plain text -> its lines, and which of them a program broke in the middle of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable


class Lines(NamedTuple):
    """The lines that are not blank, without the white space at their edges: four lists that belong together."""

    starts: list[int]
    ends: list[int]
    indents: list[int]  # columns before the first character
    after_blank: list[bool]  # whether a blank line or a page break stands before

    def edge(self, index: int) -> int:
        """The column in which a line ends."""
        return self.indents[index] + self.ends[index] - self.starts[index]


def split_lines(source: str) -> Lines:
    """The lines of a text. A line ends at LF, CRLF, CR, a form feed or a Unicode separator."""
    lines = Lines([], [], [], [])
    add_start, add_end, add_indent = lines.starts.append, lines.ends.append, lines.indents.append
    add_blank = lines.after_blank.append
    last = 0  # end of the last line with its white space
    for match in _LINE.finditer(source):
        written = match[0]
        text = written.strip()
        if not text:
            continue
        start = begin = match.start()
        indent = 0
        if written[0].isspace():
            start += len(written) - len(written.lstrip())
            indent = len(source[begin:start].expandtabs(4))
        add_start(start)
        add_end(start + len(text))
        add_indent(indent)
        add_blank(not (begin - last == 1 or source[last:begin] == "\r\n") or source[last] == "\f")
        last = match.end()
    return lines


def continuations(source: str, lines: Lines, begins_block: Callable[[str], bool]) -> frozenset[int]:
    """The lines that go on with the paragraph of the line before.

    `begins_block` says whether a line is certain to begin a new block, as one with a bullet is.
    """
    pairs, soft = _breaks(source, lines, begins_block)
    if not pairs or len(soft) * 10 < len(pairs) * 4 or (len(soft) < 2 and len(pairs) > 2):
        return frozenset()  # the lines are paragraphs
    usual = max(lines.edge(index - 1) for index in soft) * 0.85
    margins = _margins(lines)
    return frozenset(
        index
        for index in pairs
        if index in soft
        or lines.edge(index - 1) + 1 + len(source[lines.starts[index] : lines.ends[index]].split(None, 1)[0])
        > max(margins[index], usual)  # the first word did not fit into the line before
    )


_LINE = lazy_pattern(r"[^\r\n\f\v\u2028\u2029]+")
_SHORTEST, _LONGEST = 45, 110  # columns of a line that may have been broken by a program


def _breaks(source: str, lines: Lines, begins_block: Callable[[str], bool]) -> tuple[list[int], frozenset[int]]:
    """The lines that may go on with the one before by the length of that, and those that do by their words."""
    pairs: list[int] = []
    soft: set[int] = set()
    starts, ends = lines.starts, lines.ends
    for index, (start, end) in enumerate(zip(starts[:-1], ends[:-1], strict=True), 1):
        if end - start < _SHORTEST or lines.after_blank[index] or lines.edge(index - 1) > _LONGEST:
            continue
        if begins_block(source[starts[index] : ends[index]]):
            continue
        pairs.append(index)
        if source[starts[index]].islower() and source[end - 1] not in ".!?:":
            soft.add(index)
    return pairs, frozenset(soft)


def _margins(lines: Lines) -> list[int]:
    """For each line, the right margin of its run of lines without a blank one: where the longest of them ends."""
    margins: list[int] = []
    edges: list[int] = []
    size = len(lines.starts)
    for index in range(size):
        edges.append(lines.edge(index))
        if index + 1 == size or lines.after_blank[index + 1]:
            margins += [max((edge for edge in edges if edge <= _LONGEST), default=0)] * len(edges)
            edges = []
    return margins
