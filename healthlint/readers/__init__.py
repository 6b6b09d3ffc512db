"""Files -> documents: `read` picks the reader by the file's suffix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.errors import ReadError
from healthlint.readers.decode import declared_encoding, decode

if TYPE_CHECKING:
    from healthlint.model.document import Document, Format


def read(data: bytes, path: str, format: Format | None = None) -> Document:  # noqa: A002
    """The document that a file holds; `format` wins over the suffix of `path`, and Markdown is the default.

    Raises ReadError for binary content.
    """
    format = format or format_of(path)  # noqa: A001
    try:
        decoded = decode(data, declared_encoding(data) if format == "html" else None)
    except ReadError as problem:
        raise ReadError(problem.message, path) from None
    document = _read_text(decoded.text, path, format)
    return document._replace(
        encoding=decoded.encoding, has_bom=decoded.has_bom, problems=decoded.problems + document.problems
    )


def format_of(path: str) -> Format:
    """The format that the suffix of a path stands for."""
    return _SUFFIXES.get(path.rpartition(".")[2].lower(), "markdown")


_SUFFIXES: dict[str, Format] = {
    "md": "markdown",
    "markdown": "markdown",
    "mdx": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "txt": "text",
}


def _read_text(source: str, path: str, format: Format) -> Document:  # noqa: A002
    # Each reader brings libraries of its own; a run over one file pays for one.
    if format == "html":
        from healthlint.readers.html import read_html

        return read_html(source, path)
    if format == "text":
        from healthlint.readers.plain import read_plain

        return read_plain(source, path)
    from healthlint.readers.markdown import read_markdown

    return read_markdown(source, path)
