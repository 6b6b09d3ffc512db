"""Finds passages that stand in an article twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.language.similarity import word_diff
from healthlint.language.tokens import normalise
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.copies import Chain, Pair


class Params(NamedTuple):
    """What to report: whole runs of blocks (`chain`), single copies (`exact`), or rewritten ones (`near`)."""

    select: Literal["chain", "exact", "near"]
    long: int = 40  # words from which on an exact copy is the variant `long`


WORDS: tuple[str, ...] = (
    "paragraphs",
    "exact",
    "reworded",
    "headings",
    "wording",
    "parts",
    "keep",
    "reason",
    "percent",
    "times",
    "changes",
)
VARIANTS: tuple[str, ...] = ("long", "restated")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a run of blocks or a passage, at the later copy; `copy` is the earlier one."""
    if params.select == "chain":
        yield from (_report_chain(chain, analysis) for chain in analysis.copies.chains)
    elif params.select == "exact":
        same: dict[str, list[Pair]] = {}
        for pair in single_pairs(analysis):
            if pair.kind == "exact":
                same.setdefault(normalise(analysis.text[slice(*pair.later_part)]), []).append(pair)
        yield from (_report_exact(group, analysis, params.long) for group in same.values())
    else:
        yield from (_report_near(pair, analysis) for pair in single_pairs(analysis) if pair.kind != "exact")


def single_pairs(analysis: Analysis) -> list[Pair]:
    """The copies outside longer runs; a news story may say its lede again in other words."""
    if analysis.article.kind != "news":
        return list(analysis.copies.pairs)
    return [
        pair
        for pair in analysis.copies.pairs
        if pair.kind != "reworded"
        and pair.shared >= _STORY
        and not _is_standfirst(pair, analysis)
        and not any(_CREDIT.search(analysis.text, *part) for part in (pair.earlier_part, pair.later_part))
    ]


_STORY = 0.7  # the share of wording from which on a passage of a story is a copy and no caption, box or lede
_CREDIT = lazy_pattern(r"\bphoto(?:s|graph)?(?:: | (?:by|credit|courtesy)\b)|\((?:l|r|left|right)\) ", re.I)


def _is_standfirst(pair: Pair, analysis: Analysis) -> bool:
    """Whether a story's standfirst says what its first paragraph says, as it should."""
    if pair.later > pair.earlier + 4:
        return False
    above = [
        len(analysis.text[slice(*block.span)].split())
        for block, zone in zip(analysis.document.blocks[: pair.earlier], analysis.zones, strict=False)
        if block.kind != "heading" and zone == "body"
    ]
    return sum(above) <= _ABOVE


_ABOVE = 40  # words over a standfirst: the headline again, a byline, a place


def _report_chain(chain: Chain, analysis: Analysis) -> Finding:
    """A run of blocks, with what to keep of it."""
    kinds = [pair.kind for pair in chain.pairs]
    later = _hull([pair.later_part for pair in chain.pairs])
    earlier = _hull([pair.earlier_part for pair in chain.pairs])
    keep, reason = _choose(earlier, later, analysis)
    exact, headings = kinds.count("exact"), kinds.count("heading")
    reworded = len(kinds) - headings - exact
    data: dict[str, str | int] = {
        "paragraphs": exact + reworded,
        "exact": exact,
        "reworded": reworded,
        "headings": headings,
        "wording": "reworded" if not exact else f"{exact} of them word for word" if reworded else "word for word",
        "parts": _list_parts(exact, reworded, headings),
        "keep": keep,
        "reason": reason,
    }
    related = [Related("copy", earlier), *_list_pairs(chain.pairs, analysis.text)]
    return Finding(later, data, tuple(related))


def _list_parts(exact: int, reworded: int, headings: int) -> str:
    """What the copies are: "3 paragraphs (2 word for word, 1 reworded) and 1 heading"."""
    ways = ", ".join(f"{count} {way}" for count, way in ((exact, "word for word"), (reworded, "reworded")) if count)
    paragraphs = f"{exact + reworded} paragraphs ({ways})"
    return f"{paragraphs} and {headings} heading{'' if headings == 1 else 's'}" if headings else paragraphs


def _list_pairs(pairs: Sequence[Pair], text: str) -> Iterator[Related]:
    """The two places of each pair, the changed ones first; `copy` tells what was changed."""
    changed = [pair for pair in pairs if pair.kind != "exact" and pair.shared < 1.0]
    same = [pair for pair in pairs if pair not in changed]
    for pair in (*changed, *same)[:_MOST_PAIRS]:
        if pair in changed:
            yield Related("copy", pair.earlier_part, "changed", {"changes": _changes(pair, text)})
        else:
            yield Related("copy", pair.earlier_part, "same")
        yield Related("also", pair.later_part, "later")


_MOST_PAIRS = 200  # that are listed


def _changes(pair: Pair, text: str) -> str:
    """What a rewrite changed: “hinders” → “affects”, + “may”, − “crucial”."""
    pieces = word_diff(text[slice(*pair.earlier_part)], text[slice(*pair.later_part)])
    changes: list[str] = []
    old = ""
    for change, piece in (*pieces, ("same", "")):
        if change == "old":
            old = piece
        elif change == "new":
            changes.append(f"“{old}” → “{piece}”" if old else f"+ “{piece}”")
            old = ""
        elif old:
            changes.append(f"− “{old}”")
            old = ""
    more = f" and {len(changes) - _MOST_CHANGES} more" if len(changes) > _MOST_CHANGES else ""
    return ", ".join(changes[:_MOST_CHANGES]) + more


_MOST_CHANGES = 8  # of one passage that are told


def _report_exact(pairs: Sequence[Pair], analysis: Analysis, long: int) -> Finding:
    """A passage that stands twice or more often, word for word."""
    first, *others = pairs
    original = min(pair.earlier_part for pair in pairs)
    words = len(analysis.text[slice(*first.later_part)].split())
    return Finding(
        first.later_part,
        {"times": len(pairs) + 1},
        (Related("copy", original), *(Related("also", pair.later_part) for pair in others[:_MOST_PLACES])),
        variant="long" if words >= long else None,
    )


_MOST_PLACES = 50  # of one passage that are listed


def _report_near(pair: Pair, analysis: Analysis) -> Finding:
    """A passage that says in other words what has been said."""
    data = {"percent": round(pair.shared * 100)}
    if pair.kind == "reworded":
        return Finding(pair.later_part, data, (Related("copy", pair.earlier_part),), variant="restated")
    changes = {"changes": _changes(pair, analysis.text)}
    return Finding(pair.later_part, data, (Related("copy", pair.earlier_part, "changed", changes),))


def _hull(parts: Sequence[TextSpan]) -> TextSpan:
    return TextSpan(min(part.start for part in parts), max(part.end for part in parts))


def _choose(earlier: TextSpan, later: TextSpan, analysis: Analysis) -> tuple[str, str]:
    """Which of two versions is the better one, and why: the complete, the more careful, the better sourced one."""
    parts = earlier, later
    notices = [_has_notice(part, analysis) for part in parts]
    for reason, (one, other) in (
        ("the first breaks off", (False, _is_first_cut_off(earlier, later, analysis))),
        ("it claims less", [-_firm_claims(part, analysis) for part in parts]),
        ("it is worded more carefully", [_count(_HEDGES, part, analysis) for part in parts]),
        ("it names more sources", [_sources(part, analysis) for part in parts]),
        ("the disclaimer stands with it", notices),
        ("it has less template text", [-_count(_PLACEHOLDERS, part, analysis) for part in parts]),
    ):
        if one != other:
            keep = int(one < other)
            moved = ", but the disclaimer stands with the other" if notices[1 - keep] and not notices[keep] else ""
            return ("first", "second")[keep], reason + moved
    return "first", "the two are alike"


def _firm_claims(part: TextSpan, analysis: Analysis) -> int:
    """How many claims of a passage are as firm as a cause."""
    return sum(part.start <= claim.start < part.end and claim.strength == "causal" for claim in analysis.claims)


_HEDGES = ("hedges.modals", "hedges.adverbs", "hedges.verbs", "hedges.phrases")
_PLACEHOLDERS = tuple(
    f"placeholders.{group}" for group in ("phrases", "fillers", "notes", "openers", "blanks", "shortcodes")
)


def _count(lexicons: Sequence[str], part: TextSpan, analysis: Analysis) -> int:
    return sum(len(analysis.hits.within(lexicon, *part)) for lexicon in lexicons)


def _sources(part: TextSpan, analysis: Analysis) -> int:
    return sum(part.start <= citation.start < part.end for citation in analysis.citations.all)


def _is_first_cut_off(earlier: TextSpan, later: TextSpan, analysis: Analysis) -> bool:
    """Whether the article begins anew where the first version ends, and goes on after the second."""
    prose = [
        block.span.start
        for block, zone in zip(analysis.document.blocks, analysis.zones, strict=True)
        if block.kind != "heading" and zone == "body"
    ]
    between = sum(earlier.end <= start < later.start for start in prose)
    return between <= 1 and sum(start >= later.end for start in prose) >= _FEWEST_MORE


_FEWEST_MORE = 3  # blocks after the second version, so that it is not just a last word


def _has_notice(part: TextSpan, analysis: Analysis) -> bool:
    """Whether a disclaimer stands in a passage or right behind it."""
    blocks = analysis.document.blocks
    after = next((block.span.end for block in blocks if block.span.start >= part.end), part.end)
    return analysis.hits.any_within("disclaimers.statements", part.start, after)
