"""What sets the mood of a causal noun or adjective: a copula before or after it, a light verb, a licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.licences import licence
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.scene import Scene


def copula_before(scene: Scene, first: int) -> int:
    words = scene.words
    for index in range(first - 1, max(-1, first - 10), -1):
        if words.kind[index] == "B" or words.text[index] in _BECOMING:
            return index
        if words.text[index] in (":", "—", "–"):
            return index if index + 1 == first or words.text[index + 1] in ARTICLES else -1  # "Dust: a cause of"
        if words.text[index] == "what" or (words.kind[index] in "RPT" and words.text[index] not in ("of", "among")):
            return -1  # "the question is what the effects of it are"
    return -1


def copula_after(scene: Scene, first: int, last: int) -> int:
    """The index of the `be` after a causal noun that begins its clause: "the main cause of her rash is dust", or -1."""
    words = scene.words
    if words.before(first, "ADw#") >= clause_start(words, first):
        return -1
    end = clause_end(words, last + 1)
    copula = words.kind.find("B", last + 1, min(last + 12, end))
    if copula < 0 or set(words.kind[last + 1 : copula]) & set("RUT,MN"):
        return -1
    told = not _SINGLE.isdisjoint(words.text[copula + 1 : copula + 2]) or scene.healthy(
        copula + 1, min(copula + 5, end)
    )
    return copula if told and "N" not in words.kind[copula : copula + 3] else -1


def copula_of_adjective(scene: Scene, first: int) -> int:
    """The index of the `be` whose predicate an adjective is part of: "is safe and effective"."""
    words = scene.words
    for index in range(first - 1, max(first - 5, -1), -1):
        if words.text[index] in _SEEKING and index < first - 1 and words.kind[index + 1] == "D":
            return -1  # "find an effective cream"
        if words.kind[index] == "B" or words.text[index] in _COPULAR:
            return index
        if words.kind[index] not in "wCAND,#" and words.text[index] not in ("as", "%"):
            return -1
    return -1


def light_verb(scene: Scene, first: int, only: tuple[str, ...]) -> int:
    """The index of the word that sets the mood of the light verb before a noun, or -1 where there is none."""
    start = max(clause_start(scene.words, first), first - 7)
    mark = scene.marked("light-verbs", start, first)
    if mark is None or (mark.entry.term == "get" and scene.words.text[first] == "benefits"):
        return -1  # "you can get benefits if you are blind"
    if (only and mark.entry.term not in only) or scene.words.text[mark.first] == "given":
        return -1  # "given the benefits of fiber"
    before = scene.words.before(mark.first)
    if before >= 0 and scene.kinds[before] in ("P" if mark.gerund else "T"):
        granted = licence(scene, before)
        fronted = scene.kinds[before] == "P" or before == clause_start(scene.words, before)
        if fronted if granted is None else granted.entry.notes["level"] == "none":
            return -1  # "to show its effect on sleep, they …", "a device for giving relief"
    return before if before >= 0 and scene.kinds[before] in "MBHO" else mark.first


ARTICLES = word_set("a an the one among another still by second third")
_SINGLE = word_set("a an the its her his their your my our one")
_BECOMING = word_set("become becomes became remain remains remained represent represents constitute constitutes")
_COPULAR = word_set(
    "appear appears appeared seem seems seemed prove proves proved proven remain remains remained find "
    "finds found considered feel feels shown"
)
_SEEKING = word_set("find finds found considered")
