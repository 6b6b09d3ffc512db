"""Fingerprints: the names by which findings are known again after the article has changed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthlint.model.finding import Diagnostic


class Fingerprints:
    """Stamps the diagnostics of one file, in their order."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._seen: dict[str, int] = {}

    def stamp(self, diagnostic: Diagnostic) -> Diagnostic:
        """The diagnostic, whose fingerprint holds the sentence so far, with its fingerprint.

        It is made of code, path, sentence and headings, so that moved lines keep it, and counts up where all are equal.
        """
        from hashlib import sha256  # 3 ms that only a finding should cost

        sentence = " ".join(diagnostic.fingerprint.lower().split())
        parts = (diagnostic.code, self._path, sentence, *diagnostic.heading_path)
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._seen[digest] = number = self._seen.get(digest, 0) + 1
        return diagnostic._replace(fingerprint=f"{digest}:{number}")
