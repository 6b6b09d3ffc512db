"""Finds doses that readers are told to take without a source or a caution, above the upper limit, or easily misread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.wordings import says
from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.doses import find_doses, in_unit
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence
    from healthlint.language.doses import Dose
    from healthlint.model.context import Fact


class Params(NamedTuple):
    """What makes an amount a direction to take it, and what makes such a direction safe.

    `directions`: verbs of taking; `amounts`: nouns for the right amount; `swallowing`: verbs that make a number of
    pieces a dose. `products`: what is dosed. `nutrients`: those with a limit, `key` being their name in the tables.
    `foods`, `settings`: words that make a sentence no direction. `limits`, `wording`: what qualifies a dose, in its
    paragraph or, of a list, its section. `rare`: rhythms slower than a day. `children`: words for young readers.
    """

    directions: LexiconName
    amounts: LexiconName
    swallowing: LexiconName
    products: tuple[LexiconName, ...]
    nutrients: LexiconName
    foods: LexiconName
    settings: LexiconName
    limits: LexiconName
    rare: LexiconName
    children: LexiconName
    wording: tuple[tuple[LexiconName, ...], ...]
    upper_limits: str
    factors: str
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("nutrient", "group", "limit", "instead")
VARIANTS: tuple[str, ...] = ("above-limit", "trailing-zero", "naked-decimal", "sign", "missing-unit")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a dose, and one more where its notation is easily misread."""
    for index, block in blocks_in(analysis, params.scope):
        if block.kind in ("heading", "cell"):
            continue
        for sentence in analysis.sentences.of_block(index):
            if told := _directions(analysis, params, sentence):
                yield from _in_sentence(analysis, params, sentence, told)


def _directions(analysis: Analysis, params: Params, sentence: Sentence) -> list[Hit]:
    """The words of a sentence by which readers are told to take something."""
    hits, start, end = analysis.hits, sentence.start, sentence.end
    told = [hit for hit in hits.within(params.directions, start, end) if _is_told(hits.folded[start : hit.start], hit)]
    told += hits.within(params.amounts, start, end)
    if not told or analysis.text[end - 1] == "?":
        return []
    return [] if any(hits.any_within(words, start, end) for words in (params.foods, params.settings)) else told


def _is_told(before: str, hit: Hit) -> bool:
    """Whether a verb addresses the reader: `take`, `you should take`, `try taking`, and not `many take`."""
    if hit.entry.term.split()[0].endswith("ing"):
        return _TRYING.search(before) is not None
    return _ADDRESSED.search(before) is not None


def _in_sentence(analysis: Analysis, params: Params, sentence: Sentence, told: list[Hit]) -> Iterator[Finding]:
    doses = find_doses(analysis.text, sentence.start, sentence.end)
    yield from _without_unit(analysis, params, sentence, told)
    done = sentence.start  # the end of the last dose, or of what was said of it
    for dose in doses:
        if not _is_directed(analysis, params, sentence, dose, told):
            continue
        yield from _misread(analysis, dose, TextSpan(dose.start, dose.end))
        span, is_same = _direction(analysis, params, sentence, dose, told, done)
        row = _limit(analysis, params, sentence, dose)
        if row and not _is_bounded(analysis, params, sentence):
            data = {"nutrient": row["nutrient"], "group": row["group"], "limit": f"{row['limit']} {row['unit']}"}
            yield Finding(span, data, variant="above-limit")
        elif not row and not is_same and not _is_qualified(analysis, params, sentence):
            yield Finding(span)
        done = dose.end


def _direction(
    analysis: Analysis, params: Params, sentence: Sentence, dose: Dose, told: list[Hit], done: int
) -> tuple[TextSpan, bool]:
    """A dose from its verb to what it is of, and whether it is the one before in another unit: `50 mcg (2000 IU)`."""
    folded = analysis.hits.folded
    start = max((hit.start for hit in told if done <= hit.start and hit.end <= dose.start), default=dose.start)
    end = dose.end
    for lexicon in (params.nutrients, *params.products):
        for hit in analysis.hits.within(lexicon, dose.end, sentence.end):
            if _BETWEEN.fullmatch(folded, dose.end, hit.start):
                end = max(end, hit.end)
    return TextSpan(start, end), _SAME.fullmatch(folded, done, dose.start) is not None


def _is_directed(analysis: Analysis, params: Params, sentence: Sentence, dose: Dose, told: list[Hit]) -> bool:
    """Whether a dose follows words by which readers are told to take it, and is one of a medicine or supplement."""
    hits = analysis.hits
    near = [hit for hit in told if hit.end <= dose.start <= hit.end + _REACH]
    if not dose.is_weighed:  # "two capsules": of what, the verb says
        near = [hit for hit in near if dose.start <= hit.end + _NEAR]
        if not any(hits.any_within(params.swallowing, hit.start, hit.end) for hit in near):
            return False
        return dose.unit != "drop" or not hits.folded[dose.end : sentence.end].startswith(_NOT_SWALLOWED)
    products = (params.nutrients, *params.products)
    return bool(near) and any(hits.any_within(words, sentence.start, sentence.end) for words in products)


def _limit(analysis: Analysis, params: Params, sentence: Sentence, dose: Dose) -> Fact | None:
    """The row of the upper limit that a dose of a day exceeds, if it exceeds one."""
    nutrient = _nutrient(analysis, params, sentence, dose)
    if not nutrient or analysis.hits.any_within(params.rare, sentence.start, sentence.end):
        return None
    rows = _rows_for(analysis, params, sentence, nutrient)
    amounts = [(_amount(analysis, params, nutrient, dose, row["unit"]), row) for row in rows]
    if not amounts or not all(amount is not None and amount > float(row["limit"]) for amount, row in amounts):
        return None
    return max(rows, key=lambda row: float(row["limit"]))


def _nutrient(analysis: Analysis, params: Params, sentence: Sentence, dose: Dose) -> str:
    """What a dose is of: the nutrient right after it, or else right before it."""
    hits, folded = analysis.hits, analysis.hits.folded
    after = hits.within(params.nutrients, dose.end, sentence.end)
    if after and _BETWEEN.fullmatch(folded, dose.end, after[0].start):
        key = after[0].entry.notes["key"]
    else:
        before = hits.within(params.nutrients, sentence.start, dose.start)
        if not before or not _BEFORE.fullmatch(folded, before[-1].end, dose.start):
            return ""
        key = before[-1].entry.notes["key"]
    return "" if key == "none" else key


def _rows_for(analysis: Analysis, params: Params, sentence: Sentence, nutrient: str) -> Sequence[Fact]:
    """The limits of a nutrient for the readers whom a sentence addresses; of children any age that it leaves open."""
    region = "eu" if analysis.policy.region == "eu" else "us"
    table = analysis.knowledge.facts[params.upper_limits].by("nutrient").get(nutrient, [])
    rows = [row for row in table if row["verified"] == "yes"]
    rows = [row for row in rows if row["region"] == region] or [row for row in rows if row["region"] == "us"]
    numbers = analysis.numbers.within(sentence.start, sentence.end)
    ages = [each.high or each.value for each in numbers if each.kind == "age" and each.unit == "year"]
    if ages and (age := ages[-1]) is not None:
        return [row for row in rows if float(row["least"]) <= age < float(row["most"])]
    young = analysis.hits.any_within(params.children, sentence.start, sentence.end)
    return [row for row in rows if (1 <= float(row["least"]) < _ADULT) is young and float(row["least"]) >= 1]


def _amount(analysis: Analysis, params: Params, nutrient: str, dose: Dose, unit: str) -> float | None:
    """A dose in the unit of a limit, the least that it may weigh."""
    if dose.unit not in ("IU", "unit"):
        return in_unit(dose.high, dose.unit, unit)
    rows = analysis.knowledge.facts[params.factors].by("nutrient").get(nutrient, [])
    weights = [
        weight
        for row in rows
        if row["verified"] == "yes" and (weight := in_unit(dose.high * float(row["factor"]), row["unit"], unit))
    ]
    return min(weights, default=None)


def _is_bounded(analysis: Analysis, params: Params, sentence: Sentence) -> bool:
    """Whether a source, or a professional in the same sentence, stands behind a high dose, or its limit is told."""
    if analysis.citations.covering(sentence) or says(analysis.hits, sentence.start, sentence.end, params.wording):
        return True
    return any(analysis.hits.any_within(params.limits, *each) for each in _paragraph(analysis, sentence))


def _is_qualified(analysis: Analysis, params: Params, sentence: Sentence) -> bool:
    if analysis.citations.covering(sentence):
        return True
    return any(
        analysis.hits.any_within(params.limits, start, end) or says(analysis.hits, start, end, params.wording)
        for start, end in _paragraph(analysis, sentence)
    )


def _paragraph(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph of a sentence; of a list, those of its section."""
    blocks = range(sentence.block, sentence.block + 1)
    if analysis.document.blocks[sentence.block].kind == "item":
        section = analysis.sections.of_block(sentence.block)
        blocks = range(section.first, section.last)
    for block in blocks:
        for each in analysis.sentences.of_block(block):
            yield each.start, each.end


def _misread(analysis: Analysis, dose: Dose, span: TextSpan) -> Iterator[Finding]:
    """What is dangerous in how a dose is written."""
    if not dose.is_weighed:
        return
    digits = TextSpan(dose.start, dose.start + len(dose.written))
    unit = _SIGN.search(analysis.text, dose.start, dose.end)
    if dose.written.startswith((".", "．")):
        yield _rewritten(span, "naked-decimal", digits, "0" + dose.written)
    elif _TRAILING.fullmatch(dose.written):
        yield _rewritten(span, "trailing-zero", digits, re.split("[.,]", dose.written)[0])
    if unit is not None:
        name = "units" if unit[0] in "uU" else "mcg"
        yield _rewritten(span, "sign", TextSpan(unit.start(), unit.end()), name)


def _rewritten(span: TextSpan, variant: str, place: TextSpan, words: str) -> Finding:
    suggestion = Suggestion(f"Write “{words}”", (Edit(place, words),))
    return Finding(span, {"instead": words}, (), (suggestion,), variant)


def _without_unit(analysis: Analysis, params: Params, sentence: Sentence, told: list[Hit]) -> Iterator[Finding]:
    """`take 5,000 of vitamin D`: a number that only a unit makes a dose."""
    for nutrient in analysis.hits.within(params.nutrients, sentence.start, sentence.end):
        for hit in told:
            bare = _BARE.fullmatch(analysis.hits.folded, hit.end, nutrient.start) if hit.end < nutrient.start else None
            if bare is not None and float(bare[1].replace(",", "")) >= _FEWEST:
                yield Finding(TextSpan(bare.start(1), nutrient.end), variant="missing-unit")


_REACH = 60  # characters from the verb to its dose
_NEAR = 16
_ADULT = 18
_FEWEST = 50  # "take 2 vitamin C" counts tablets
_NOT_SWALLOWED = (" in each eye", " in the eye", " in each ear", " in the ear", " of eye", " of ear")
_TRYING = lazy_pattern(r"\b(?:try|consider|recommend|suggest|start|begin) \Z")
_ADDRESSED = lazy_pattern(
    r"(?:\A|[:;(•–—]|\b(?:should|must|please|simply|just|then|always|first|instead|you can|you could|you may|adults can"
    r"|, (?:and|or|then|so)|,)) ?[*“\"]?\Z"
)
_BETWEEN = lazy_pattern(
    r"(?:/day| a day| per day| daily)?(?: of| worth of)?(?: (?:supplemental|elemental|extra|pure|natural|high-dose))? ?"
)
_BEFORE = lazy_pattern(r"(?: supplements?| tablets?| capsules?)?(?: \(|: ?| at | – | — |, )(?:about |up to )?")
_SAME = lazy_pattern(r" ?(?:\(|/|=|or) ?(?:about |equal to )?")
_BARE = lazy_pattern(r" (?:up to |about |around )?([0-9][0-9,]*) (?:of )?")
_SIGN = lazy_pattern(r"[µμ]g|(?<=[0-9 ])[uU]\Z")
_TRAILING = lazy_pattern(r"[0-9]+[.,]0{1,2}")
