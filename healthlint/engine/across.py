"""What the comparison of articles adds to a report."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.report import by_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.engine.cache import Cache
    from healthlint.engine.report import Compared, FileResult, Report
    from healthlint.engine.settings import Settings
    from healthlint.engine.suppress import Suppressor


def add_comparison(
    report: Report,
    results: Sequence[tuple[FileResult, Settings]],
    texts: Mapping[str, bytes],
    suppressor: Suppressor,
    cache: Cache | None = None,
) -> Report:
    """The report with what the rules say of its articles side by side."""
    compared = _known(results, texts, cache)
    settings_of = {result.file: settings for result, settings in results}
    order = {result.file: number for number, (result, _) in enumerate(results)}
    everything = [
        (each, settings_of[file])
        for file, found in compared.diagnostics.items()
        for each in suppressor.apply(file, found)
    ]
    mine = [(each, settings) for each, settings in everything if is_shown(each, settings)]
    shown = [*report.diagnostics, *(each for each, _ in mine)]
    shown.sort(key=lambda each: (order[each.location.file], *by_place(each)))
    return report._replace(
        diagnostics=tuple(shown),
        errors=(*report.errors, *compared.errors),
        failing=report.failing + sum(is_failing(*each) for each in mine),
        hidden=report.hidden + len(everything) - len(mine),
        lines={
            **report.lines,
            **{file: {**report.lines.get(file, {}), **lines} for file, lines in compared.lines.items()},
        },
    )


def distinct(files: Iterable[str]) -> set[str]:
    """The files without those that are another name, such as a symbolic link, for one of them."""
    found: dict[object, str] = {}
    for file in sorted(files, key=lambda file: (os.path.islink(file), file)):
        found.setdefault(_identity(file), file)
    return set(found.values())


def _known(results: Sequence[tuple[FileResult, Settings]], texts: Mapping[str, bytes], cache: Cache | None) -> Compared:
    """What the rules say of the articles side by side, out of the cache or by comparing them."""
    files = distinct(result.file for result, _ in results)
    key = _key(results, files)
    if cache and (known := cache.comparison(key)):
        return known
    from healthlint.analysis.signatures import Signature  # and all views of an article with it
    from healthlint.engine.comparing import compare
    from healthlint.engine.library import Library, Signed

    signed = [Signed(Signature.unpack(result.file, result.signature), settings) for result, settings in results]
    compared = compare([each for each in signed if each.signature.file in files], Library(signed, texts))
    if cache and not compared.errors:
        cache.keep_comparison(key, compared)
    return compared


def _key(results: Sequence[tuple[FileResult, Settings]], files: set[str]) -> str:
    """Another word for other articles, settings or names of files."""
    parts = [os.getcwd()]
    for result, settings in results:
        parts += result.file, result.content, settings.key, settings.policy.today.isoformat(), str(result.file in files)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _identity(file: str) -> object:
    """What is the same for all names of a file."""
    try:
        status = os.stat(file)
    except OSError:  # it came from standard input
        return file
    return (status.st_dev, status.st_ino) if status.st_ino else file
