"""Finds evidence and authority that are called on without a source that a reader could look up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.language.tokens import content_words
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.attributions import Attribution
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """The families of wordings to look for; see `analysis/attributions.py`."""

    families: tuple[Literal["research", "study", "people", "unsaid", "label"], ...]
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()

_GROUNDS = (" based on ", " swayed by ", " because ")  # whose reasons a news story tells
_LEAD = 8  # blocks of body text at the head of a news story in which "research" is the research of the story
_BY_NAME = lazy_pattern(r"\bby (?:the )?[A-Z]")
_KINDS = ("heading", "caption")
_SHARED_WORDS = 6  # that a summary has in common with the sentence that it sums up
_SHARED = 0.6  # of the words of the summary
_LABEL = 40  # characters of a label at the start of a paragraph
_RESULTS = ("data", "findings", "observations", "analysis", "experiment")  # in a news story those of its own study


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, at its first wording of these families that no source stands behind."""
    cited: list[frozenset[str]] = []
    orders = {index: order for order, (index, _) in enumerate(blocks_in(analysis, params.scope))}
    for sentence in analysis.attributions.candidates:
        if sentence.block not in orders or analysis.document.blocks[sentence.block].kind in _KINDS:
            continue
        if analysis.citations.naming(sentence) or _is_pointer(analysis, sentence):
            continue
        found = [each for each in analysis.attributions.of(sentence) if each.family in params.families]
        if not found or _is_sourced_nearby(analysis, sentence):
            continue
        if analysis.article.kind != "news":
            cited = cited or _cited_elsewhere(analysis)
            if _is_summary(_content(analysis, sentence), cited) or _is_backed_below(analysis, sentence):
                continue
        for each in found:
            if any(test(analysis, each, sentence) for test in _EXEMPT):
                continue
            if not _is_running(analysis, each, sentence, in_lead=orders[sentence.block] < _LEAD):
                yield Finding(TextSpan(each.start, each.end))
                break


def _is_pointer(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence is of the title of another article: "(MORE: Naps? Studies show …)"."""
    start = analysis.document.blocks[sentence.block].span.start
    return analysis.text[start : start + 12].lstrip("([*_ ").lower().startswith(("more:", "related:"))


def _is_part_of_name(analysis: Analysis, each: Attribution, sentence: Sentence) -> bool:
    """Whether the noun has a capital inside a sentence: "the Office for Human Research found", "Nurses Say Yes"."""
    if not each.noun:
        return False
    noun = each.noun[:4].capitalize()  # "studies" of "study"
    at = analysis.text.find(noun, each.start, each.end)
    return at > each.start and analysis.text[at - 1] == " " and analysis.text[sentence.start : at].strip('"“*_ ') != ""


def _is_sourced_nearby(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a later sentence of the paragraph, or the list that the sentence introduces, names the source."""
    if analysis.citations.leads_on_later(sentence):
        return True
    words = analysis.text[sentence.start : sentence.end].rstrip("*_ ")
    if analysis.sentences.next_to(sentence, 1) is not None or not words.endswith(":"):
        return False
    blocks, first = analysis.document.blocks, sentence.block + 1
    group = blocks[first].group if first < len(blocks) else 0
    if not group:
        return False
    items = (i for i in range(first, len(blocks)) if blocks[i].group == group)
    return any(analysis.citations.in_block(item) for item in items)


def _cited_elsewhere(analysis: Analysis) -> list[frozenset[str]]:
    """The words of each sentence of the article that has a source of its own."""
    sentences = (sentence for sentence in analysis.sentences.all if analysis.citations.naming(sentence))
    return [_content(analysis, sentence) for sentence in sentences]


def _content(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    return content_words(analysis.text[sentence.start : sentence.end])


def _is_summary(words: frozenset[str], cited: list[frozenset[str]]) -> bool:
    """Whether a sentence says again what has its source elsewhere, as the answers and the key points do."""
    least = max(_SHARED_WORDS, _SHARED * len(words))
    return any(len(words & other) >= least for other in cited)


def _is_backed_below(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the research follows in the same section: "Evidence: a 2021 review in …", or a link to a study next."""
    blocks, first = analysis.document.blocks, sentence.block + 1
    for index in range(first, len(blocks)):
        row = analysis.sentences.of_block(index)
        if blocks[index].kind == "heading":
            break
        if not row or not analysis.citations.naming(row[0]):
            continue
        start = row[0].start
        colon = analysis.text.find(":", start, start + _LABEL)
        for lexicon in ("study-nouns.study", "study-nouns.evidence"):
            if colon > 0 and analysis.hits.any_within(lexicon, start, colon):
                return True
    return False


def _is_quoted(analysis: Analysis, each: Attribution, sentence: Sentence) -> bool:
    """Whether the wording is inside quotation marks, and so somebody else's."""
    before = analysis.text[sentence.start : each.start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _is_reported(analysis: Analysis, each: Attribution, _: Sentence) -> bool:
    """Whether a news story tells what those who treat patients hold, or names experts of its own."""
    if analysis.article.kind != "news" or each.family not in ("people", "label"):
        return False
    return each.by == "practice" or bool(analysis.citations.surnames)


def _is_said_by_name(analysis: Analysis, each: Attribution, sentence: Sentence) -> bool:
    """Whether somebody with a name says it: "After Osei found that recent studies suggest", "trials led by Halden"."""
    if _BY_NAME.search(analysis.text, each.start, each.end):
        return True
    is_report = analysis.hits.any_within("evidence-verbs.report", sentence.start, each.start)
    words = analysis.text[sentence.start if is_report else each.start : each.end].split()
    return any(word.strip(",") in analysis.citations.surnames for word in words)


def _is_running(analysis: Analysis, each: Attribution, sentence: Sentence, *, in_lead: bool) -> bool:
    """Whether the wording speaks of the study that the text is about, which is named elsewhere."""
    is_news = analysis.article.kind == "news"
    if each.back and not each.other and (is_news or analysis.citations.continued(sentence)):
        return True  # "the evidence" of a story
    if is_news and _is_followed_by_study(analysis, sentence):
        return True
    if analysis.citations.running_study(sentence) is None:
        return False
    if is_news and _is_retold(analysis, each, sentence):
        return True
    if is_news and analysis.hits.folded.find("first time", sentence.start, sentence.end) >= 0:
        return True
    if each.other or each.back or not is_news:
        return each.back and not each.other
    if each.noun in _RESULTS or analysis.hits.folded.startswith("further ", each.start):
        return True
    match each.family:
        case "study":
            return True
        case "people":
            return each.by == "research"
        case "research" | "unsaid":
            return in_lead
        case _:
            return False


def _is_followed_by_study(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the next sentence tells of one study: "There is some evidence. A pilot study found …"."""
    later = analysis.sentences.next_to(sentence, 1)
    return later is not None and any(found.family == "study" for found in analysis.attributions.of(later))


def _is_retold(analysis: Analysis, each: Attribution, sentence: Sentence) -> bool:
    """Whether the people of the story say so, a study follows, or nothing is said but that somebody looked into it."""
    hits = analysis.hits
    if hits.any_within("source-words.tellers", sentence.start, sentence.end):
        return True
    if hits.folded.endswith(_GROUNDS, sentence.start, each.start):
        return True
    is_said = hits.folded.endswith(" that ", sentence.start, each.start)
    if is_said and hits.any_within("evidence-verbs.report", sentence.start, each.start):
        return True  # "Both teams noted that earlier studies had shown"
    before, later = (analysis.sentences.next_to(sentence, steps) for steps in (-1, 1))
    if any(near and analysis.citations.naming(near) for near in (before, later)):
        return True  # "…, says Osei. Earlier studies have shown …"
    looked = hits.any_within("evidence-verbs.explore", each.start, each.end)
    return looked and not hits.any_within("evidence-verbs.find", each.start, each.end)


_EXEMPT = (_is_reported, _is_quoted, _is_said_by_name, _is_part_of_name)
