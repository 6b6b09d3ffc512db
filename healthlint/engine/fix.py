"""Mends articles: applies the edits of their findings and leaves every other byte as it was."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from healthlint.errors import ReadError
from healthlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from healthlint.model.document import Document
    from healthlint.model.finding import Diagnostic, Fix, SourceEdit

_MOST_PASSES = 10  # a fix may make room for another one, but not for ever


class Mended(NamedTuple):
    """An article before and after; `codes` names the rule of each fix that was applied."""

    path: str
    before: str
    after: str
    data: bytes
    codes: tuple[str, ...]


def mend(
    path: str,
    data: bytes,
    diagnose: Callable[[bytes], Iterable[Diagnostic]],
    *,
    unsafe: bool = False,
    passes: int | None = None,
) -> Mended:
    """An article with its fixes applied, until none is left that `diagnose` gives, or in so many passes.

    Raises ReadError where writing it back would change what no fix touches.
    """
    document = read(data, path)
    before = document.source
    codes: list[str] = []
    for _ in range(passes or _MOST_PASSES):
        chosen = choose(diagnose(data), unsafe=unsafe)
        if not chosen:
            break
        codes += [code for code, _ in chosen]
        source = apply(document.source, [edit for _, fix in chosen for edit in fix.edits])
        data = _encoded(source, document, data)
        document = read(data, path)
    return Mended(path, before, document.source, data, tuple(codes))


def choose(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> list[tuple[str, Fix]]:
    """The fixes that can be applied together, each with the code of its rule; of those that overlap the first."""
    chosen: list[tuple[str, Fix]] = []
    taken: list[tuple[int, int]] = []
    for diagnostic in diagnostics:
        fix = next((fix for fix in diagnostic.fixes if fix.edits and (fix.safe or unsafe)), None)
        if fix is None:
            continue
        with_these = sorted([*taken, *(_span(edit) for edit in fix.edits)])
        if _are_apart(with_these):
            taken = with_these
            chosen.append((diagnostic.code, fix))
    return chosen


def apply(source: str, edits: Iterable[SourceEdit]) -> str:
    """The text with edits that do not overlap; what they insert has the line ends of the line that it goes to."""
    parts, at = [], 0
    for edit in sorted(edits, key=_span):
        start, end = _span(edit)
        parts += [source[at:start], edit.text.replace("\n", _line_end(source, start))]
        at = end
    return "".join([*parts, source[at:]])


def difference(mended: Mended) -> Iterator[str]:
    """The lines of a unified diff."""
    from difflib import unified_diff
    from io import StringIO

    before, after = ([*StringIO(text)] for text in (mended.before, mended.after))  # lines that end at LF, as in git
    for line in unified_diff(before, after, mended.path, mended.path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _span(edit: SourceEdit) -> tuple[int, int]:
    return edit.start.offset, edit.end.offset


def _are_apart(spans: Sequence[tuple[int, int]]) -> bool:
    """Whether sorted spans leave each other alone; two insertions at one place do not."""
    return all(first[1] <= second[0] and first != second for first, second in pairwise(spans))


def _line_end(source: str, offset: int) -> str:
    """The line end that is next to an offset: the one after it, or the last before it."""
    found = source.find("\n", offset)
    if found < 0:
        found = source.rfind("\n")
    if found > 0 and source[found - 1] == "\r":
        return "\r\n"
    return "\r" if found < 0 and "\r" in source else "\n"


def _encoded(source: str, document: Document, data: bytes) -> bytes:
    """The new source of a document in the encoding of the old one."""
    mark = "\ufeff" if document.has_bom else ""
    try:
        if (mark + document.source).encode(document.encoding) == data:
            return (mark + source).encode(document.encoding)
    except UnicodeEncodeError:
        pass
    raise ReadError(
        f"is left as it is: writing it back as {document.encoding} would change more than the fixes", document.path
    )
