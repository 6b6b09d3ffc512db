"""Sources that a sentence names in words: organisations, journals, named studies, and people who say something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document


class NamedSource(NamedTuple):
    """A source that the text names, at its name."""

    kind: Literal["organisation", "journal", "study", "person"]
    start: int
    end: int
    names_study: bool  # whether readers learn here which piece of research the text is about


def find_named_sources(
    document: Document, sentences: Sentences, zones: Sequence[Zone], hits: Hits
) -> list[NamedSource]:
    """The sources named in running text, in order. A body that is only mentioned ("FDA-approved") is none."""
    text = document.text
    headings = {index for index, block in enumerate(document.blocks) if block.kind == "heading"}
    found = [*_listed(text, sentences, hits), *_bodies(text, sentences, hits), *_journals(text, sentences, hits)]
    found += [*_staff(text, sentences, hits), *_people(text, sentences, hits)]
    kept: list[NamedSource] = []
    for source in sorted(found, key=lambda source: (source.start, -source.end)):
        sentence = sentences.at(source.start)
        if sentence is None or zones[sentence.block] not in ("body", "front") or sentence.block in headings:
            continue
        if not kept or source.end > kept[-1].end:  # a name inside another is part of it
            kept.append(source)
    return kept


def _listed(text: str, sentences: Sentences, hits: Hits) -> Iterator[NamedSource]:
    """The names that the lexicon knows."""
    for hit in hits["named-sources"]:
        kind, needs_cue = hit.entry.notes.get("type", ""), "cue" in hit.entry.notes
        if kind == "journal":
            if not needs_cue or _BEFORE_JOURNAL.search(text, max(0, hit.start - 30), hit.start):
                yield NamedSource("journal", hit.start, hit.end, True)
        elif kind == "study":
            yield NamedSource("study", hit.start, hit.end, True)
        elif (sentence := sentences.at(hit.start)) and _is_source(
            text, sentence, hit.start, hit.end, hits, strict=needs_cue
        ):
            yield NamedSource("organisation", hit.start, hit.end, _has_study(sentence, hits))


def _bodies(text: str, sentences: Sentences, hits: Hits) -> Iterator[NamedSource]:
    """Institutions known by a word of their name: "the Halden Institute of Sleep", "Norwood University"."""
    end = 0
    for hit in hits["source-words.bodies"]:
        sentence = sentences.at(hit.start)
        if hit.start < end or sentence is None:
            continue
        start, end = _whole_name(text, sentence, hit)
        if end - start == hit.end - hit.start:  # "University" alone is no name
            continue
        word = hit.entry.term
        if word in _STUDY_NAMES:
            yield NamedSource("study", start, end, True)
        elif word in _JOURNAL_NAMES:
            yield NamedSource("journal", start, end, True)
        elif _is_source(text, sentence, start, end, hits, strict=False):
            yield NamedSource("organisation", start, end, _has_study(sentence, hits))


def _whole_name(text: str, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """The name around a word such as "University", with the capitalised words before it and behind it."""
    before = _NAME_BEFORE.search(text, max(sentence.start, hit.start - 80), hit.start)
    after = _NAME_AFTER.match(text, hit.end, min(sentence.end, hit.end + 80))
    start = before.start() if before else hit.start
    if first := _ARTICLE.match(text, start, hit.start):
        start = first.end()
    return start, after.end() if after else hit.end


def _is_source(text: str, sentence: Sentence, start: int, end: int, hits: Hits, *, strict: bool) -> bool:
    """Whether the words around the name of a body say that something comes from it."""
    if any(start - status.end <= 12 for status in hits.within("source-words.status", max(0, start - 60), start)):
        return False
    if _APPROVED.match(text, end):
        return False
    before = _FROM.search(text, max(sentence.start, start - 60), start)
    if (before and (not strict or before["by"])) or _SAYS.search(text, max(sentence.start, start - 16), start):
        return True
    if hits.any_within("evidence-verbs.report", end, min(sentence.end, end + 60)):
        return True
    behind = hits.within("source-words.documents", end, min(sentence.end, end + 40))
    if behind and _GLUE.fullmatch(text, end, behind[0].start):
        return True
    return not strict and text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


def _has_study(sentence: Sentence, hits: Hits) -> bool:
    return any(
        hits.any_within(lexicon, sentence.start, sentence.end)
        for lexicon in ("study-nouns.study", "source-words.staff", "study-nouns.evidence")
    )


def _journals(text: str, sentences: Sentences, hits: Hits) -> Iterator[NamedSource]:
    """Journals and meetings known by the words before them: "published last week in Bone Matters"."""
    for cue in hits["source-words.venues"]:
        sentence = sentences.at(cue.start)
        if sentence is None:
            continue
        for venue in _VENUE.finditer(text, max(sentence.start, cue.end - 3), min(sentence.end, cue.end + 90)):
            start, end = venue.span("name")
            if text[start:end].split()[0].rstrip(".,") not in _NO_NAMES and not hits.any_within("places", start, end):
                yield NamedSource("journal", start, end, True)
                break


def _staff(text: str, sentences: Sentences, hits: Hits) -> Iterator[NamedSource]:
    """Institutions and studies known by their neighbours: "Halden researchers", "a trial called NAPTIME"."""
    for lexicon in ("source-words.staff", "study-nouns.study"):
        for hit in hits[lexicon]:
            called = _CALLED.match(text, hit.end) or _AT.match(text, hit.end)
            if called and not hits.any_within("places", *called.span("name")):
                yield NamedSource("study", *called.span("name"), True)
                continue
            if _CAPITAL.search(text, max(0, hit.start - 40), hit.start) is None:
                continue
            owner = _OWNER.search(text, max(0, hit.start - 40), hit.start)
            sentence = sentences.at(hit.start)
            if owner is None or sentence is None or owner.start("name") < sentence.start:
                continue
            start, end = owner.span("name")
            if not owner["of"] and (start == sentence.start or hit.entry.term in _OF_PRODUCTS):
                continue  # a capital at the start of a sentence says nothing, nor does "our Halden Pillow review"
            is_other = hits.any_within("places", start, end) or hits.any_within("conditions", start, owner.end())
            if text[start:end] not in _NO_NAMES and not is_other:
                yield NamedSource("organisation", start, end, True)


def _people(text: str, sentences: Sentences, hits: Hits) -> Iterator[NamedSource]:
    """People with a name who say or found something, or whose title or post is told."""
    surnames: set[str] = set()
    cues = [(hit, lexicon) for lexicon in _PEOPLE_CUES for hit in hits[lexicon] if hit.inflection in _TOLD]
    cues.sort(key=lambda cue: cue[0].start)
    proper = frozenset(_INSIDE.findall(text)) - _NO_NAMES if cues else frozenset()
    last = -1
    for hit, lexicon in cues:
        sentence = sentences.at(hit.start)
        if sentence is None:
            continue
        name = _name_at(text, sentence, hit, lexicon, surnames) or _company(text, sentence, hit, lexicon, proper)
        if name is not None:
            surnames.add(_bare(text[slice(*name)].split()[-1]))
            if name[0] > last:
                last = name[0]
                is_researcher = lexicon in ("source-words.degrees", "source-words.companions")
                yield NamedSource("person", *name, is_researcher or _has_study(sentence, hits))


def _name_at(text: str, sentence: Sentence, hit: Hit, lexicon: str, surnames: set[str]) -> tuple[int, int] | None:
    """The name of a person beside a title, a degree, "and colleagues" or a verb of speech."""
    start, end = sentence.start, sentence.end
    if lexicon in ("source-words.titles", "source-words.according"):
        pattern = _NAME_BEHIND if lexicon == "source-words.titles" else _NAME_IN_PHRASE
        behind = pattern.match(text, hit.end, end)
        return behind.span("name") if behind and _is_name(text, sentence, behind.span("name"), surnames) else None
    if lexicon == "evidence-verbs.speak":
        if not hit.inflection:  # "say" needs no single speaker
            return None
        return _speaker(text, sentence, hit, surnames)
    ahead = _NAME_AHEAD.search(text, max(start, hit.start - 60), hit.start)
    if ahead is None:
        return None
    is_sure = lexicon == "source-words.companions" and ahead["name"] not in _NO_NAMES  # "Kaur and colleagues"
    return ahead.span("name") if is_sure or _is_name(text, sentence, ahead.span("name"), surnames) else None


def _company(text: str, sentence: Sentence, verb: Hit, lexicon: str, proper: frozenset[str]) -> tuple[int, int] | None:
    """The one word at the start of a sentence that speaks and is a name elsewhere: "Halden said"."""
    if lexicon != "evidence-verbs.speak" or not verb.inflection:
        return None
    start = sentence.start
    return (start, verb.start - 1) if text[start : verb.start - 1] in proper else None


def _speaker(text: str, sentence: Sentence, verb: Hit, surnames: set[str]) -> tuple[int, int] | None:
    """The name behind or before a verb of speech."""
    behind = _SPEAKER_BEHIND.match(text, verb.end, min(sentence.end, verb.end + 120))
    if behind and verb.entry.term in _INVERTED and _is_name(text, sentence, behind.span("name"), surnames):
        is_sure = not behind["role"] or behind["title"] or " " in behind["name"]
        if is_sure or _bare(behind["name"]) in surnames:
            return behind.span("name")
    start = max(sentence.start, verb.start - 190)
    while (ahead := _SPEAKER_AHEAD.search(text, start, verb.start)) is not None:
        if _is_name(text, sentence, ahead.span("name"), surnames):
            return ahead.span("name")
        start = ahead.end("name")  # "Meanwhile, Halden, which makes pillows, says"
    return None


def _is_name(text: str, sentence: Sentence, span: tuple[int, int], surnames: set[str]) -> bool:
    """Whether capitalised words are a person's name, and not just the first word of a sentence, a day or a month."""
    words = text[slice(*span)].split()
    if _bare(words[-1]) in surnames:
        return True
    if words[0].rstrip(".,") in _NO_NAMES and not (words[0] == "New" and len(words) > _LONG_NAME):
        return False  # but "the New York Pillow Board"
    return len(words) > 1 or text[sentence.start : span[0]].strip("\"“”'‘’ ") != ""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _bare(word: str) -> str:
    """A name without what is glued to it."""
    return word.rstrip(".,").removesuffix("'s").removesuffix("’s")


_NO_NAMES = _words(
    "A An And As At But By For From He Her His How I If In It Its My No Not On One Or Our She So Some That The Their "
    "Then There These They This Those To We What When Where While Who Why With You Your Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday January February March April May June July August September October November "
    "December Researchers Scientists Experts Doctors Studies Research Study Evidence However Many Most Others Another "
    "Several Both Each All Also Americans Women Men People Patients Children Results Findings Data News "
    "Today Yesterday Tomorrow Nature World Mother Other Previous Recent Early Clinical Animal Human Phase New Future"
)
_LONG_NAME = 2  # words; "New" begins a longer one, as of a body of New York
_PEOPLE_CUES = (
    "source-words.titles", "source-words.degrees", "source-words.companions", "source-words.according",
    "evidence-verbs.speak",
)  # fmt: skip
_TOLD = frozenset({"", "third", "past", "gerund"})
_INVERTED = frozenset({"say", "add", "explain", "note", "write", "recall", "comment", "remark", "continue", "caution"})
_OF_PRODUCTS = frozenset({"review", "report", "analysis", "evaluation", "test", "guide", "group", "chief", "head"})
_STUDY_NAMES = frozenset({"Survey", "Study", "Trial", "Biobank", "Census", "Registry"})
_JOURNAL_NAMES = frozenset({"Journal", "Journals", "Archives", "Annals"})

_CAP = r"[A-ZÀ-Þ][\w.'’&+-]*"
_NAME = rf"{_CAP}(?:\s(?:(?:de|van|von|der|den|del|della|da|dos|el|al|bin|le|la)\s)?{_CAP}){{0,4}}"
_NAME_BEFORE = lazy_pattern(rf"(?:{_CAP},?\s(?:(?:of|for|and|on|the|&)\s){{0,2}}){{1,8}}\Z")
_NAME_AFTER = lazy_pattern(rf"(?:\s(?:(?:of|for|on|at|in|and|to|&)\s)?(?:the\s)?{_CAP}){{1,8}}")
_ARTICLE = lazy_pattern(r"(?:The|A|An|At|In|By|From|For|Our|This)\s")
_BEFORE_JOURNAL = lazy_pattern(r"\b(?:in|journal)\s(?:the\s)?(?:journal\s)?[\"“*_]?\Z")
_FROM = lazy_pattern(
    r"(?:(?P<by>\b(?:according to|data from|figures from))|\b(?:by|from|at|of|per|via|with))\s"
    r"(?:(?:the|a|an|both|US|U\.S\.|UK)\s){0,2}(?:[\w'’.-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_SAYS = lazy_pattern(r"\b(?:says|said|warns|warned|reports)\s(?:the\s)?\Z")  # "…, says the CDC"
_APPROVED = lazy_pattern(r"[-‑ ](?:approved|cleared|authori[sz]ed|recommended|funded|regulated|certified)\b")
_GLUE = lazy_pattern(r"(?:['’]s?)?(?:\s[\w.'’-]+){0,3}\s")
_VENUE = lazy_pattern(
    rf"(?:\b(?:in|by|at|of|during)|\bjournals?)\s(?:the\s)?(?:journal\s(?:of\s)?)?[\"“‘*_]?"
    rf"(?P<name>{_CAP}(?:\s(?:(?:of|for|and|in|on|the|&)\s){{0,2}}{_CAP}){{0,7}})"
)
_CALLED = lazy_pattern(r",? (?:(?:called|named|dubbed|known as) |(?<=, ))(?:the )?[\"“]?(?P<name>[A-Z][A-Z0-9-]{3,}\b)")
_AT = lazy_pattern(r" (?:at|with) (?:the )?(?P<name>[A-Z][A-Za-z]{3,})\b")
_INSIDE = lazy_pattern(r"[A-Z](?<=[a-z,] .)[\w&-]+")  # capitalised, and not because a sentence begins
_CAPITAL = lazy_pattern(r"[A-Z][a-z]{3,}")
_OWNER = lazy_pattern(
    r"(?:(?<=[a-z,] )|(?<![^\s“(]))(?P<name>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?(?: \([A-Z]{2,}\))?)"
    r"(?:\s|(?P<of>['’]s)\s(?:[A-Za-z.-]+\s){0,2})\Z"
)
_NAME_BEHIND = lazy_pattern(rf"\.?\s(?P<name>{_NAME})")
_NAME_IN_PHRASE = lazy_pattern(
    rf"\s(?:(?!study|studies|survey|research|one|some)[a-z][\w'’-]*\s){{0,4}}(?P<name>{_NAME})"
)
_NAME_AHEAD = lazy_pattern(rf"(?P<name>{_NAME})(?:,[^,;:]{{1,40}})?,?\s\Z")
_ROLE = r"(?:[a-z][\w'’-]*(?:,|\s(?:and|at|of|for)\b)?\s)"
_SPEAKER_BEHIND = lazy_pattern(
    rf",?\s(?P<role>{_ROLE}{{0,9}}?)(?P<title>Dr\.?\s|Prof\.?\s|Professor\s)?(?P<name>{_NAME})"
)
_SPEAKER_AHEAD = lazy_pattern(
    rf"(?P<name>{_NAME})(?:,[^.;:]{{2,140}},)?(?:\s(?:also|has|had|later|then|recently|and)){{0,2}}\s\Z"
)
