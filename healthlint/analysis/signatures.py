"""What of an article is kept to compare it with others: little enough to hold that of every article of a site."""

from __future__ import annotations

from array import array
from hashlib import blake2b
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from healthlint.analysis.passages import comparable
from healthlint.language.phrases import fold
from healthlint.language.tokens import normalise
from healthlint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.article import Article, Kind
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.languages import Language
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.passages import Passage
    from healthlint.analysis.sections import Sections
    from healthlint.model.context import Policy
    from healthlint.model.document import Document


class SignedPassage(NamedTuple):
    """A passage without its text."""

    digest: int  # the same for the same words
    source: SourceSpan  # of its block
    words: int
    path: tuple[str, ...]  # the headings above it


class Signature(NamedTuple):
    """An article without its text. Passages are packed: as Python objects they would take ten times the room."""

    file: str
    kind: Kind
    is_english: bool
    title: str
    date: str  # of the last change, as far as the page tells
    words: int  # of all passages
    paths: tuple[tuple[str, ...], ...]
    records: bytes
    runs: bytes  # four bytes each, those of the first passage first

    @property
    def size(self) -> int:
        """The number of passages."""
        return len(self.records) // _RECORD.size

    def pack(self) -> bytes:
        """All but the file name as bytes."""
        import json  # only where articles are compared

        head = json.dumps([*self[1:-2], len(self.records)]).encode()
        return b"%s\n%s%s" % (head, self.records, self.runs)

    @classmethod
    def unpack(cls, file: str, packed: bytes) -> Signature:
        """The signature that was packed."""
        import json

        head = packed.index(b"\n") + 1
        *values, paths, size = json.loads(packed[:head])
        end = head + size
        return cls._make((file, *values, tuple(map(tuple, paths)), packed[head:end], packed[end:]))

    def passages(self) -> Iterator[SignedPassage]:
        """The passages in order."""
        for digest, start, end, words, path, _ in _RECORD.iter_unpack(self.records):
            yield SignedPassage(digest, SourceSpan(start, end), words, self.paths[path])

    def sampled_runs(self) -> Iterator[Sequence[int]]:
        """The sampled runs of three words of each passage, as numbers."""
        all_runs, start = memoryview(self.runs).cast("I"), 0
        for *_, size in _RECORD.iter_unpack(self.records):
            yield all_runs[start : start + size]
            start += size


_RECORD = Struct("=QIIIII")  # digest, start, end, words, number of the heading path, number of runs
_FEWEST_RUNS, _MOST_RUNS = 6, 256
_SAMPLE = 8  # one in so many runs of a long passage
_LONGEST_TITLE = 120
_NOTICES = ("disclaimers.statements", "boilerplate.notices", "boilerplate.imprints")
_NOTHING_ELSE = 12  # words beside a shared block


def sign(
    document: Document,
    policy: Policy,
    sections: Sections,
    metadata: Metadata,
    language: Language,
    article: Article,
    hits: Hits,
    passages: Sequence[Passage],
) -> Signature:
    """The signature of an article, without notices and what its publisher allows in many (`shared_blocks`)."""
    approved = [b" ".join(comparable(fold(text)).split()) for text in policy.shared_blocks]
    records, runs = bytearray(), array("I")
    paths: dict[tuple[str, ...], int] = {}
    words, end = 0, _end(document, hits)
    for passage in passages:
        text = b" ".join(passage.words)
        if passage.span.start > end:
            break
        if (approved and _is_approved(text, approved)) or any(
            hits.any_within(name, *passage.span) for name in _NOTICES
        ):
            continue
        sample = _sample(passage.words)
        path = paths.setdefault(sections.of_block(passage.block).path, len(paths))
        digest = int.from_bytes(blake2b(text, digest_size=8).digest(), "little")
        source = document.blocks[passage.block].source
        records += _RECORD.pack(digest, *source, len(passage.words), path, len(sample))
        runs.extend(sample)
        words += len(passage.words)
    titles, dates = metadata.of("title"), [detail.date for detail in metadata.details if detail.date]
    return Signature(
        file=document.path,
        kind=article.kind,
        is_english=language.is_english,
        title=normalise(titles[0].value)[:_LONGEST_TITLE] if titles else "",
        date=max(dates).isoformat() if dates else "",
        words=words,
        paths=tuple(paths),
        records=bytes(records),
        runs=runs.tobytes(),
    )


def word_runs(words: Sequence[bytes]) -> set[int]:
    """Every run of three words as a number that is the same on every machine."""
    return set(map(crc32, map(b" ".join, zip(words, words[1:], words[2:], strict=False))))


def _sample(words: Sequence[bytes]) -> list[int]:
    """The smallest of the runs, so that two passages with much in common have many of these in common."""
    runs = sorted(word_runs(words))
    return runs[: min(max(_FEWEST_RUNS, len(runs) // _SAMPLE), _MOST_RUNS)]


def _end(document: Document, hits: Hits) -> int:
    """Where the line "Notes to editors" or the like stands, or else the end of the text."""
    lines = {block.span.start: block.span for block in document.blocks}
    for hit in hits["boilerplate.ends"]:
        line = lines.get(hit.start) or lines.get(hit.start - 1)
        if line and not document.text[hit.end : line.end].strip(" :-–—"):
            return hit.start
    return len(document.text)


def _is_approved(text: bytes, approved: Sequence[bytes]) -> bool:
    """Whether a passage is part of an approved text, or holds hardly anything else."""
    return any(
        text in block or (block in text and len(text.replace(block, b"").split()) < _NOTHING_ELSE)
        for block in approved
        if block
    )
