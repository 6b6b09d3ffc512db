"""`healthlint readability`: how hard articles and their sections are to read, by our count and by textstat's."""

from __future__ import annotations

import sys
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.reading import hardest
from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._output import emit, tell
from healthlint.cli._sheets import Places, as_csv, collect, under_files
from healthlint.cli._textstat import MISSING, SCORES, find_textstat
from healthlint.language.readability import FORMULAS, Counts, total

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.reading import ReadSentence
    from healthlint.cli._parser import Subparsers
    from healthlint.model.span import Position

    Textstat = Callable[[str], dict[str, float]]


class Hard(NamedTuple):
    """One of the hardest sentences."""

    start: Position
    grade: float
    text: str


class Row(NamedTuple):
    """An article, or one section of it without those below."""

    file: str
    section: tuple[str, ...] | None  # its headings; None: the whole article
    start: Position
    counts: Counts
    plain: Counts  # with medical names that come again as short words
    textstat: dict[str, float] | None
    hardest: tuple[Hard, ...]


_HARDEST = 3
_DISCOUNTED = ("flesch_kincaid_grade", "smog_index")


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "readability",
        help="measure how hard articles are to read",
        description="Measure how hard articles and their sections are to read, and show their hardest sentences. The "
        "figures of textstat stand beside our own where the extra healthlint[readability] is installed.",
    )
    add_article_arguments(parser)
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="(default: text)")


def run(args: Namespace) -> int:
    """Print the figures; 0 unless an article could not be read."""
    textstat = find_textstat()
    if textstat is None:
        tell(MISSING)
    rows, failed = collect(gather(args), partial(_rows, textstat))
    emit(_FORMATS[args.format](rows), sys.stdout)
    return 2 if failed else 0


def _rows(textstat: Textstat | None, path: str, analysis: Analysis) -> Iterator[Row]:
    """The article and, where it has several, its sections."""
    if not analysis.language.is_english:
        tell(f"{path}: not in English, so it cannot be measured")
        return
    if not analysis.reading:
        tell(f"{path}: no sentences to measure")
        return
    measure = partial(_measure, textstat, path, analysis, Places(analysis.document))
    yield measure(None, analysis.reading)
    sections = [
        (section.path, [*read])
        for section, read in groupby(analysis.reading, lambda each: analysis.sections.of_block(each.sentence.block))
    ]
    if len(sections) > 1:
        yield from (measure(section, read) for section, read in sections)


def _measure(
    textstat: Textstat | None,
    path: str,
    analysis: Analysis,
    places: Places,
    section: tuple[str, ...] | None,
    read: Sequence[ReadSentence],
) -> Row:
    def words(each: ReadSentence) -> str:
        return " ".join(analysis.text[each.sentence.start : each.sentence.end].split())

    return Row(
        path,
        section,
        places.of(read[0].sentence.start, read[0].sentence.end)[0],
        total(each.counts for each in read),
        total(each.plain for each in read),
        textstat(" ".join(map(words, read))) if textstat else None,
        tuple(
            Hard(places.of(each.sentence.start, each.sentence.end)[0], each.grade, words(each))
            for each in hardest(read, analysis.text, _HARDEST)
        ),
    )


def _scores(row: Row) -> dict[str, float]:
    """Our scores by name, and those with the names discounted."""
    scores = {name: round(formula(row.counts), 2) for name, formula in FORMULAS.items()}
    return scores | {f"{name}_discounted": round(FORMULAS[name](row.plain), 2) for name in _DISCOUNTED}


def _as_json(rows: Sequence[Row]) -> str:
    import json

    records = [
        {
            "file": row.file,
            "section": None if row.section is None else list(row.section),
            "start": row.start._asdict(),
            "counts": row.counts._asdict(),
            "scores": _scores(row),
            "textstat": row.textstat,
            "hardest": [
                {"start": hard.start._asdict(), "grade": round(hard.grade, 2), "text": hard.text}
                for hard in row.hardest
            ],
        }
        for row in rows
    ]
    return json.dumps({"schema_version": 1, "readability": records}, ensure_ascii=False, indent=1) + "\n"


def _as_csv(rows: Sequence[Row]) -> str:
    names = [*FORMULAS, *(f"{name}_discounted" for name in _DISCOUNTED)]
    columns = ["file", "line", "section", *Counts._fields, *names, *(f"textstat_{name}" for name in SCORES)]
    return as_csv(columns, map(_cells, rows))


def _cells(row: Row) -> list[object]:
    told = row.textstat or {}
    theirs = (told.get(name, "") for name in SCORES)
    return [row.file, row.start.line, _title(row, " > "), *row.counts, *_scores(row).values(), *theirs]


def _title(row: Row, between: str) -> str:
    """What a row is about."""
    if row.section is None:
        return "(whole article)"
    return between.join(row.section) or "(before the first heading)"


def _as_text(rows: Sequence[Row]) -> str:
    """A sheet for people: our figures, what they were counted from, and under them those of textstat."""
    return under_files((row.file, [*_told(row)]) for row in rows)


def _told(row: Row) -> Iterator[str]:
    ours, counts = _scores(row), row.counts
    yield f"  {row.start.line}:{row.start.column}  {_title(row, ' › ')}"
    yield (
        f"      grade {ours['flesch_kincaid_grade']:.1f}, discounted {ours['flesch_kincaid_grade_discounted']:.1f}"
        f" · SMOG {ours['smog_index']:.1f}, discounted {ours['smog_index_discounted']:.1f}"
        f" · ease {ours['flesch_reading_ease']:.1f}"
        f" · counted: {counts.words} words, {counts.sentences} sentences, {counts.syllables} syllables"
    )
    if row.textstat:
        yield "      textstat: " + " · ".join(f"{name} {value:g}" for name, value in row.textstat.items())
    if row.section is None:
        for hard in row.hardest:
            yield f"      hardest: {hard.start.line}:{hard.start.column}  grade {hard.grade:.1f}  {hard.text}"


_FORMATS = {"text": _as_text, "csv": _as_csv, "json": _as_json}
