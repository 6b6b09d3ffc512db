"""One file -> all that linting it gives."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.engine.report import FileResult, RunError, lines_of, places_of
from healthlint.errors import HealthlintError, ReadError

if TYPE_CHECKING:
    from healthlint.engine.settings import Settings


class Article(NamedTuple):
    """A file to lint by the path that the user knows it by. `data` is given where it is not to be read from there."""

    path: str
    data: bytes | None = None


Reach = Literal["each", "folder", "both"]
"""The rules that run: those that read each article by itself, those that compare a folder of them, or both."""


def digest_of(data: bytes) -> str:
    """Another word for each content of a file."""
    return blake2b(data, digest_size=16).hexdigest()


def content_of(article: Article, settings: Settings) -> bytes:
    """The bytes of an article. Raises ReadError if there are too many of them, and OSError."""
    most = settings.max_file_size * 1_000_000
    data = article.data
    if data is None:
        with Path(article.path).open("rb") as file:
            data = file.read(most + 1)  # and no more: a device has no end
    if len(data) > most:
        raise ReadError(f"is larger than {settings.max_file_size} MB (see max_file_size)", article.path)
    return data


def lint_article(article: Article, settings: Settings, known_as: str, reach: Reach) -> FileResult:
    """All that the rules say of one article: a pure function of the file, its settings and its name."""
    from healthlint.analysis import Analysis  # which no article needs whose result is known already
    from healthlint.engine.lint import LintResult, lint_analysis
    from healthlint.engine.waivers import find_waivers, places_of_waivers
    from healthlint.model.lines import LineIndex
    from healthlint.readers import read

    path = article.path
    try:
        data = content_of(article, settings)
        document = read(data, path, settings.format_of(path))
        analysis = Analysis(document, settings.ruleset.knowledge, settings.policy)
        result = LintResult(()) if reach == "folder" else lint_analysis(analysis, settings.ruleset, known_as)
        signature = b"" if reach == "each" else analysis.signature.pack()
    except HealthlintError as problem:
        return FileResult(path, errors=(RunError(path, problem.line, None, problem.message),))
    except OSError as problem:
        return FileResult(path, errors=(RunError(path, None, None, f"cannot be read: {problem.strerror}"),))
    except Exception as problem:  # one article that breaks us must not hide what the others hold
        message = f"could not be linted: {type(problem).__name__}: {problem}"
        return FileResult(path, errors=(RunError(path, None, None, message),))
    errors = tuple(RunError(path, None, failure.rule, failure.message) for failure in result.failures)
    index = LineIndex(document.source)
    waivers = find_waivers(analysis, index, read_alone=reach != "folder")
    lines = lines_of((*places_of(result.diagnostics), *places_of_waivers(waivers, path)), index)
    day = settings.policy.today.isoformat() if result.uses_today else ""
    return FileResult(path, result.diagnostics, errors, lines, digest_of(data), day, signature, waivers)
