"""Finds words that a careful article does not use, and offers better ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.guards import is_negated, is_question
from healthlint.analysis.claims.scene import Scene
from healthlint.analysis.own_words import own_words
from healthlint.checks import LexiconName, Scope, blocks_in, is_inline_code
from healthlint.language.inflection import plural, verb_forms
from healthlint.language.modality import word_set
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence
    from healthlint.model.document import Block, Link


class Params(NamedTuple):
    """The words to look for, and what excuses them.

    The rows of `phrases` say more in their columns: `prefer`, the words to write instead, in the singular or the
    infinitive; `plural`, `past`, `gerund` …, where a form needs words of its own; `variant` for a case of its own;
    `about: health` where the sentence has to name a remedy or an illness, or a lexicon that the article has a hit of;
    `needs`, a lexicon that the sentence needs a hit of, or `denial` where only "No X can" before it makes the phrase.
    `exceptions` are longer phrases that mean something else, `near` words that excuse a hit in the same sentence.
    `asserted`: whether a phrase that is denied or asked about is no finding.
    `once`: a phrase is reported only where it comes first, and not where a sentence of the article has both.
    """

    phrases: LexiconName
    exceptions: LexiconName | None = None
    near: LexiconName | None = None
    talk: LexiconName | None = None
    asserted: bool = False
    once: bool = False
    scope: Scope = Scope(("front", "body"))


WORDS: tuple[str, ...] = ("term", "prefer")
VARIANTS: tuple[str, ...] = ("soft",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a hit; better words are offered as an edit that an author should read first."""
    blocks = (
        (index, block)
        for index, block in blocks_in(analysis, params.scope)
        if block.kind != "quote" or _is_answer(analysis, index)
    )
    done = _explained(analysis, params.phrases) if params.once else set()
    for block, sentence, hits in own_words(analysis, params.phrases, blocks):
        for hit in hits:
            if hit.entry.term not in done and not _is_excused(analysis, params, block, sentence, hit):
                if params.once:
                    done.add(hit.entry.term)
                yield _finding(analysis, sentence, hit)


def _explained(analysis: Analysis, phrases: LexiconName) -> set[str]:
    """The terms that stand in one sentence with the better words: "hypertension, or high blood pressure"."""
    found = set()
    for hit in analysis.hits[phrases]:
        sentence = analysis.sentences.at(hit.start)
        better = hit.entry.notes.get("prefer", "")
        if sentence and better and re.search(rf"\b{re.escape(better)}\b", analysis.text[sentence.start : sentence.end]):
            found.add(hit.entry.term)
    return found


def _is_answer(analysis: Analysis, index: int) -> bool:
    """Whether a block quotation is all that answers the question of its heading, and so the article's own voice."""
    section, blocks = analysis.sections.of_block(index), analysis.document.blocks
    if section.heading is None or not analysis.text[slice(*blocks[section.heading].span)].rstrip().endswith("?"):
        return False
    return all(block.kind == "quote" for block in blocks[section.first : section.last])


def _is_excused(analysis: Analysis, params: Params, block: Block, sentence: Sentence, hit: Hit) -> bool:
    """Whether the words are somebody else's, a name, talk about words, or mean something else."""
    place = (sentence.start, sentence.end)
    for lexicon in (params.near, params.talk):
        if lexicon and analysis.hits.any_within(lexicon, *place):
            return True
    if params.exceptions and any(
        other.start < hit.end and hit.start < other.end
        for other in analysis.hits.within(params.exceptions, hit.start - _REACH, hit.end + _REACH)
    ):
        return True
    about = hit.entry.notes.get("about")
    if about == "health" and not analysis.terms.any_within(*place):
        return True
    if about and about != "health" and not analysis.hits[about]:
        return True  # "I am a cinema addict"
    needs = hit.entry.notes.get("needs")
    if needs == "denial":
        return _denied_from(analysis, sentence, hit) is None
    if needs and not analysis.hits.any_within(needs, *place):
        return True
    if params.asserted and _is_open(analysis, place, hit):
        return True
    return (
        _is_quoted(analysis.text, sentence, hit)
        or _is_named(analysis.text, block, sentence, hit)
        or _is_title(analysis, block, hit)
        or _is_in_address(analysis.text, hit)
        or is_inline_code(hit.start, analysis)
    )


def _denied_from(analysis: Analysis, sentence: Sentence, hit: Hit) -> int | None:
    """Where the "no" begins that a phrase ends: "No diet can make up for"."""
    denial = _DENIAL.search(analysis.hits.folded[sentence.start : hit.start])
    return sentence.start + denial.start(1) if denial else None


def _is_open(analysis: Analysis, place: tuple[int, int], hit: Hit) -> bool:
    """Whether the sentence asks about the phrase or denies it: "There is no miracle pill"."""
    scene = Scene(analysis.hits.words(*place), analysis.terms, analysis.hits)
    first = scene.words.at(hit.start)
    before = scene.words.text[max(first - 4, 0) : first]
    return is_question(scene.words) or not _DENIALS.isdisjoint(before) or is_negated(scene, first, -1)


def _is_quoted(text: str, sentence: Sentence, hit: Hit) -> bool:
    """Whether the words stand in a quotation of few words, such as a “game changer”."""
    before = text[max(sentence.start, hit.start - _REACH) : hit.start]
    after = text[hit.end : min(sentence.end, hit.end + _REACH)]
    if _OPENED.search(before) and _CLOSING.search(after):
        return True
    return before.count('"') % 2 == 1 and '"' in after


def _is_named(text: str, block: Block, sentence: Sentence, hit: Hit) -> bool:
    """Whether the words are part of a name: "the Institute on Drug Abuse"; a title in capitals is none."""
    if block.kind == "heading" or not text[hit.start].isupper() or hit.start == sentence.start:
        return False
    around = max(sentence.start, hit.start - _SPAN), min(sentence.end, hit.end + _SPAN)
    words = [word for word in _WORD.findall(text, *around) if len(word) > _SHORT]
    if sum(word[0].isupper() for word in words) * 2 > len(words):
        return False  # "Seven Amazing Foods" in a line that is no heading
    before = _WORD.findall(text, max(sentence.start, hit.start - _REACH), hit.start)
    return bool(before) and not text[max(hit.start - 2, 0) : hit.start].rstrip().endswith((":", "*"))


def _is_title(analysis: Analysis, block: Block, hit: Hit) -> bool:
    """Whether the words are in a link that is the title of another page."""
    links = analysis.document.links
    index = bisect_right(links, hit.start, key=_start) - 1
    if index < 0 or block.kind == "heading" or links[index].kind != "link" or links[index].span.end <= hit.start:
        return False
    words = _WORD.findall(analysis.text, *links[index].span)
    return len(words) >= _TITLE or sum(word[0].isupper() for word in words) * 2 > len(words)


def _is_in_address(text: str, hit: Hit) -> bool:
    """Whether the words are part of a web address: `example.org/a-breakthrough-for-knees`."""
    if text[hit.start - 1 : hit.start] not in ("-", "/", "_", "="):
        return False
    before = text[max(hit.start - _REACH, 0) : hit.start].split()
    return bool(before) and any(sign in before[-1] for sign in ("/", "www."))


def _start(link: Link) -> int:
    return link.span.start


def _finding(analysis: Analysis, sentence: Sentence, hit: Hit) -> Finding:
    """The finding with the better words in the number and the capitals of the old ones."""
    text, notes = analysis.text, hit.entry.notes
    place = _place(analysis, sentence, hit)
    better = inflected(notes.get("prefer", ""), hit)
    data = {"term": hit.entry.term, "prefer": better}
    if not better:
        return Finding(place, data, variant=notes.get("variant"))
    article = _ARTICLE.search(text, max(sentence.start, hit.start - 4), hit.start)
    start, words = hit.start, better
    if article:
        start, words = article.start(), f"{'an' if better[0] in 'aeio' else 'a'} {better}"
    if text[start].isupper():
        words = words[0].upper() + words[1:]
    edit = Edit(TextSpan(start, hit.end), words)
    return Finding(place, data, suggestions=(Suggestion(f"write “{better}”", (edit,)),), variant=notes.get("variant"))


def _place(analysis: Analysis, sentence: Sentence, hit: Hit) -> TextSpan:
    """A hit, from the denial that it ends, or of a mere sign the whole sentence."""
    if hit.entry.notes.get("needs") == "denial":
        begin = _denied_from(analysis, sentence, hit)
        return TextSpan(hit.start if begin is None else begin, hit.end)
    return TextSpan(sentence.start if hit.entry.term == "!" else hit.start, hit.end)


def inflected(better: str, hit: Hit) -> str:
    """The better words in the form in which the hit stands: people for addicts, died for committed."""
    if not hit.inflection or not better:
        return better
    if own := hit.entry.notes.get(hit.inflection):
        return own
    if hit.inflection == "plural":
        return _PERSON.sub("people", better) if _PERSON.match(better) else plural(better)
    first, space, rest = better.partition(" ")
    return f"{getattr(verb_forms(first), hit.inflection)}{space}{rest}"


_DENIALS = word_set("no not nor never without hardly isn't aren't wasn't don't doesn't neither nothing far")
_REACH = 80  # characters around a hit in which a short quotation opens and closes
_SPAN = 300  # characters around a hit that show whether a sentence is a title
_SHORT = 3  # letters of words that titles do not capitalise
_TITLE = 5  # words of a link that make it a title
_WORD = lazy_pattern(r"[^\W\d_][\w'’-]*")
_OPENED = lazy_pattern(r"(?:“[^”]*|(?:^|[\s(\[—])['‘](?!s\b)[^'’]*)$")
_CLOSING = lazy_pattern(r"^[^“‘]*?[”’'](?!\w)")
_DENIAL = lazy_pattern(r"(?:^|[,;:.—] |\b(?:but|since|because|that) )((?:no|nothing)\b(?: [\w'/-]+){0,8} ?)$")
_ARTICLE = lazy_pattern(r"\b[Aa]n?\s$")
_PERSON = lazy_pattern(r"(?:a )?person\b")
