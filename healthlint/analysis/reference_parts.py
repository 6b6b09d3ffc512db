"""Who wrote a reference, what it is called, where it appeared and when, whatever the style."""

from __future__ import annotations

import re
from typing import NamedTuple

from healthlint.language.patterns import lazy_pattern


class Parts(NamedTuple):
    """What an entry says of itself in words; empty where it does not."""

    authors: tuple[str, ...] = ()  # family names, or the organisation
    year: int | None = None
    title: str = ""
    venue: str = ""  # the journal, the publisher or the site


def read_parts(body: str) -> Parts:
    """The parts of an entry without its number: APA, AMA, Vancouver, IEEE, Chicago, "Name — Title", "Name >> URL"."""
    words = _bare(body)
    authors, year = _authors(words), _year(body)
    if quoted := _QUOTED.search(words):
        before, behind = words[: quoted.start()], words[quoted.end() :]
        site = _segments(before)[:1] if not authors else []
        return Parts(
            authors or tuple(_organisation(site)), year, _clean(quoted[1] or quoted[2]), _venue(_segments(behind)[:1])
        )
    dated = _YEAR_IN_BRACKETS.search(words)
    if dated and _clean(words[dated.end() :]):
        rest = _segments(words[dated.end() :])
        return Parts(authors, year, rest[0] if rest else "", _venue(rest[1:2]))
    if _ONLY_NAME.search(words) and not _clean(words[_ONLY_NAME.search(words).end() :]):  # type: ignore[union-attr]
        return Parts(authors, year)
    if (named := _NAME_AND_TITLE.match(words)) and (titles := _segments(named["title"])):
        return Parts((_clean(named["name"]),), year, titles[0])
    if (start := _behind_people(words)) and (rest := _segments(words[start:])):
        return Parts(authors, year, rest[0], _venue(rest[1:2]))
    segments = _segments(words)
    if not segments:
        return Parts(authors, year)
    if len(segments) > 1 and len(segments[0].split()) <= _LONGEST_NAME and segments[0][-1:] not in "?!":
        return Parts(authors or tuple(_organisation(segments[:1])), year, segments[1], _venue(segments[2:3]))
    return Parts(authors, year, segments[0], _venue(segments[1:2]))


_UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PART = r"(?:(?:de|van|von|der|den|del|della|da|dos|du|la|le|el|al|ter)\s){0,2}"
_FAMILY = rf"[{_UP}][\w'’-]+(?:[ -][{_UP}][\w'’-]+)?"
_NO_INITIALS = r"(?!(?:UK|US|USA|EU|UN|MD|FAQ|II|III|NHS|TV)\b)"
_INITIALS_FIRST = lazy_pattern(rf"(?:[{_UP}]\.[ -]?){{1,4}}({_FAMILY})")  # "J. K. Poe"
_FAMILY_COMMA = lazy_pattern(rf"({_FAMILY}), (?:Dr\. ?)?(?:[{_UP}]\.[ -]?)+")  # "Poe, J. K."
_FAMILY_INITIALS = lazy_pattern(  # "Poe JK"
    rf"({_FAMILY}) {_NO_INITIALS}[{_UP}]{{1,3}}(?=[,.:;](?! ?[{_UP}]\.)|\Z| et al| and | & )"
)
_FAMILY_GIVEN = lazy_pattern(rf"\W*({_FAMILY}), [{_UP}][a-zà-ž]+(?: [{_UP}]\.)*(?=,|\.| and )")  # "Poe, Edgar A."
_GIVEN_FAMILY = lazy_pattern(rf"(?:, |and )(?:[{_UP}][a-zà-ž]+ )(?:[{_UP}]\. ?)*({_FAMILY})(?=[,.])")
_PERSON = lazy_pattern(
    rf"{_PART}{_FAMILY},? {_NO_INITIALS}(?:(?:[{_UP}]\.[ -]?){{1,4}}|[{_UP}]{{1,3}}(?:-[{_UP}])?(?![\w'’]))"
    r"(?:\s?,?\s?(?:and|&|…|\.\.\.)\s|[,;]\s?|\s)?"
)
_OTHERS = lazy_pattern(r"(?:\s?(?:&|and)?\s?(?:\bet al\.?|\d+ co-authors|others))?[\s.:,;]*")
_URL_FORM = r"<?(?:https?://|www\.)[^\s<>\"]+>?"
_IDENTIFIER_FORM = r"\b(?:doi|pmid|pmcid|isbn|e-?pub|arxiv)\b:? ?(?:https?://\S+|[\w./()-]*\d[\w./():;-]*)|\b10\.\d{4,9}/\S+|\bPMC\d+\b"
_URL, _IDENTIFIERS = lazy_pattern(_URL_FORM), lazy_pattern(_IDENTIFIER_FORM, re.IGNORECASE)
_VISIT = lazy_pattern(
    r"[(\[]?\b(?:accessed|retrieved|viewed|last checked|checked|available(?: online)?(?: at| from)?|link)\b:?"
    r"(?:(?<=at)|(?<=from)|[^.;)\n]*(?:19|20)\d\d)?[)\]]?\.?",
    re.IGNORECASE,
)
_QUOTED = lazy_pattern(r"(?:^\W*[“\"]([^“”\"]{3,300})|[“\"]([^“”\"]{12,300}))[”\"]")
_YEAR_IN_BRACKETS = lazy_pattern(r"\((?:19|20)\d\d[a-z]?\b[^()]{0,20}\)[.,:]?\s*")
_NAME_AND_TITLE = lazy_pattern(  # "Throat Union — Voices", "Throat Union: Voices"
    r"\W*(?P<name>[^:—–|.]{2,60}?)(?:\s+[—–|-]\s+|\s*:\s+)(?P<title>[^\n]*\w[^\n]*)"
)
_ONLY_NAME = lazy_pattern(r"\s*(?:>>|→|=>)\s*")
_END = lazy_pattern(
    r"(?<![\s.][A-ZÀ-Þ])(?<!\bet al)(?<!\bvs)(?<!\bNo)(?<!\bDr)(?<!\bSt)(?<!\bed)(?<!\beds)([.?!][”\"]?)(?:\s+|\Z)"
)
_ANY_YEAR = lazy_pattern(
    r"\(((?:19|20)\d\d)[a-z]?\b[^()]{0,20}\)|\b((?:19|20)\d\d)(?=[a-z]?[;.,]|[a-z]?$)|\b((?:19|20)\d\d)\b"
)
_NO_YEAR = lazy_pattern(
    rf"(?:{_URL_FORM})|(?:{_IDENTIFIER_FORM})"
    r"|\b(?:accessed|retrieved|viewed|checked)\b:?[^;)\n]{0,30}?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_ET_AL = lazy_pattern(r",? et al\.?$")
_LONGEST_NAME = 9  # words of an organisation


def _bare(body: str) -> str:
    """An entry without addresses, identifiers and the day on which it was read."""
    return _VISIT.sub(" ", _IDENTIFIERS.sub(" ", _URL.sub(" ", body)))


def _segments(words: str) -> list[str]:
    """The pieces between full stops; those of initials and abbreviations divide nothing."""
    pieces, start = [], 0
    for end in _END.finditer(words):
        pieces.append(words[start : end.start()] + end[1].strip("."))
        start = end.end()
    return [piece for each in (*pieces, words[start:]) if (piece := _clean(each)) and re.search(r"\w", piece)]


def _clean(words: str) -> str:
    """Words without the marks around them."""
    return " ".join(words.split()).strip(' .,;:*_“”"—–|-[]>').removeprefix("(").strip()


def _organisation(segments: list[str]) -> list[str]:
    """A first piece that is a name, and not a title."""
    return [segment for segment in segments if 0 < len(segment.split()) <= _LONGEST_NAME]


def _venue(segments: list[str]) -> str:
    """The name of a journal without volume and pages: "J Invented Med, 4(2), 11"."""
    if not segments:
        return ""
    name = re.split(r",|;|\b(?:vol\.|19\d\d|20\d\d)|\s\d", segments[0], maxsplit=1)[0]
    return _clean(name) if re.search(r"[^\W\d_]{2}", name) else ""


def _behind_people(words: str) -> int:
    """Where a list of people at the start of an entry ends; 0 without one."""
    end = start = len(words) - len(words.lstrip(' [(*_"“'))
    while person := _PERSON.match(words, end):
        end = person.end()
    if end == start:
        return 0
    others = _OTHERS.match(words, end)
    return others.end() if others else end


def _authors(words: str) -> tuple[str, ...]:
    """Family names before the title, or the organisation before the year."""
    year = re.search(r"\((?:19|20)\d\d", words)
    before = words[: year.start()] if year else words[:300]
    before = _ONLY_NAME.split(before)[0] if _ONLY_NAME.search(before) else before
    start = before.lstrip(' [(*_"“')
    if _INITIALS_FIRST.match(start):
        names = _INITIALS_FIRST.findall(re.split(r"[“\"]", before)[0])
    elif given := _FAMILY_GIVEN.match(start):
        people = re.split(r"[“\"]|\b(?:19|20)\d\d", before)[0]
        names = [given[1], *_GIVEN_FAMILY.findall(people)]
    elif _ONLY_NAME.search(words):
        names = [_clean(before)]
    else:
        is_people = year or _behind_people(
            words
        )  # "…, Irina V. Zhdanova" at the end of a title is nobody's family name
        names = (
            _FAMILY_COMMA.findall(before) or _FAMILY_INITIALS.findall(before.split(". ")[0] + ".") if is_people else []
        )
    if not names and year and 0 < len(before.split()) <= _LONGEST_NAME:
        names = [_ET_AL.sub("", _clean(before))]
    return tuple(name for name in names if name)


def _year(body: str) -> int | None:
    """The year of publication: in brackets, before the volume, or else the first that is named."""
    found = list(_ANY_YEAR.finditer(_NO_YEAR.sub(" ", body)))
    for group in (1, 2, 3):
        for match in found:
            if match[group]:
                return int(match[group])
    return None
