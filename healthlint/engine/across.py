"""What the rules say of articles side by side, once every article has its signature."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.engine.cache import Cache
    from healthlint.engine.report import Compared, Result


def compare_all(results: Sequence[Result], texts: Mapping[str, bytes], cache: Cache | None = None) -> Compared:
    """What the rules say of the articles side by side, out of the cache or by comparing them."""
    files = distinct(result.file for result, _ in results)
    key = _key(results, files)
    if cache and (known := cache.comparison(key)):
        return known
    from healthlint.analysis.signatures import Signature  # and all views of an article with it
    from healthlint.engine.comparing import compare
    from healthlint.engine.library import Library, Signed, settings_of

    signed = [Signed(Signature.unpack(result.file, result.signature), settings) for result, settings in results]
    compared = compare([each for each in signed if each.signature.file in files], Library(settings_of(signed), texts))
    if cache and not compared.errors:
        cache.keep_comparison(key, compared)
    return compared


def distinct(files: Iterable[str]) -> set[str]:
    """The files without those that are another name, such as a symbolic link, for one of them."""
    found: dict[object, str] = {}
    for file in sorted(files, key=lambda file: (os.path.islink(file), file)):
        found.setdefault(_identity(file), file)
    return set(found.values())


def _key(results: Sequence[Result], files: set[str]) -> str:
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
