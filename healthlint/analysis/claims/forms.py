"""What a verb is doing in its sentence: asserting, naming a purpose, describing a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.claims.neighbours import (
    GERUND_TAKERS,
    has_clause_before,
    has_own_verb,
    has_past_before,
    has_plural_head,
    is_plural,
    is_several,
    is_verb,
    lists_activities,
    subject_end,
)
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.language.modality import Words
    from healthlint.model.context import Inflection

Role = Literal[
    "finite", "passive", "infinitive", "bare", "imperative", "participle", "gerund", "subject", "adjective", "noun"
]


class Form(NamedTuple):
    """The role of a verb, and the index of the word that decides its mood (a modal, `to`, a preposition), or -1."""

    role: Role
    governor: int = -1


_HELPERS = word_set("help helps helped helping make makes made let lets")
_NO_OBJECT = "PBHOMCSR,;.T"  # what no object begins with


def form_of(words: Words, first: int, last: int, inflection: Inflection, nounish: bool) -> Form:
    """The form of the verb that spans words `first` to `last` (inclusive)."""
    match inflection:
        case "":
            return _base(words, first, last, nounish)
        case "third" | "plural":
            return _third(words, first, last, nounish)
        case "past" | "participle":
            return _past(words, first, last)
        case _:
            return _gerund(words, first, last)


_OF_THEMSELVES = word_set(
    "improve increase decrease lessen diminish heal intensify slow stop shrink strengthen weaken double save "
    "deteriorate accelerate triple"
)


def takes_object(words: Words, last: int) -> bool:
    """Whether something that can be an object follows."""
    after = words.after(last)
    if after >= len(words.kind) or words.text[after] in _COMPARING:
        return False
    if words.text[after] in ("more", "less") and words.kind[after + 1 : after + 2] == "A":
        return False  # "heals more slowly"
    if words.text[after] in _ROUGHLY and words.kind[after + 1 : after + 2] == "#":
        return True  # "kills about 9,000 people"
    return words.kind[after] not in _NO_OBJECT or words.text[after] == "how"


def _shares_object(words: Words, last: int) -> bool:
    """Whether a second verb comes before the object of both: "prevent and treat colds"."""
    after = words.after(last)
    second = words.after(after, "AON")
    joined = words.text[after : after + 1] and words.text[after] in ("and", "or", "but")
    return bool(joined) and words.kind[second : second + 1] == "w" and takes_object(words, second)


_ROUGHLY = ("about", "around", "over", "under")
_INVARIANT = word_set("cut hurt spread upset")  # the same in the past
_COMPARING = word_set("compared relative due thanks")


def _base(words: Words, first: int, last: int, nounish: bool) -> Form:
    before = subject_end(words, first)
    if before < 0 or words.kind[before] in ";.":
        if not takes_object(words, last):
            return Form("noun")
        return Form("finite" if before > 0 and words.text[before] in "—–-)" else "imperative")
    kind, word = words.kind[before], words.text[before]
    if kind in "MO":
        alone = words.text[first] in _OF_THEMSELVES and not takes_object(words, last)
        return Form("noun" if alone else "finite", before)  # "symptoms may improve over time"
    if (kind == "H" and words.text[last] in _INVARIANT) or words.text[first - 1] == "both":
        return Form("finite" if takes_object(words, last) else "noun", before if kind == "H" else -1)
    if kind == "T":
        return Form("infinitive" if takes_object(words, last) else "noun", before)
    if word in _HELPERS or _helped(words, before):
        return Form("bare", before)
    if kind in "C,":
        return _coordinated(words, before, last, nounish)
    if kind == "S":
        return Form("imperative" if takes_object(words, last) else "noun")
    if kind == "B" and words.kind[before - 1 : before] == "O" and takes_object(words, last):
        return Form("finite")  # "what it does is reduce pain"
    if words.text[last] in _INVARIANT and kind in "w," and words.kind[words.after(last) :][:1] in ("D", "#"):
        return Form("finite")  # "aspirin cut the risk"
    return Form("finite" if _agrees(words, before, last, nounish) else "noun")


def _agrees(words: Words, before: int, last: int, nounish: bool) -> bool:
    """Whether the word before can be the subject of a bare verb: "these pills", "that", "habits like smoking"."""
    kind, word = words.kind[before], words.text[before]
    if kind == "U":
        return word not in ("this", "it", "he", "she")
    if kind == "R":
        return takes_object(words, last)
    if word in _SUBJECTS and words.kind[max(before - 1, 0)] in "D;.SR,C":
        return takes_object(words, last)  # "antacids (some slow digestion)"
    if kind in "DPBH#" or not (takes_object(words, last) or _shares_object(words, last)):
        return False
    if nounish and words.kind[words.after(last)] not in "Dw#U":
        return False
    return is_plural(word) or has_plural_head(words, before) or is_several(words, before)


def _third(words: Words, first: int, last: int, nounish: bool) -> Form:
    before = subject_end(words, first)
    if not (takes_object(words, last) or _shares_object(words, last)):
        return Form("noun")
    if before < 0 or words.kind[before] in ";.":
        return Form("noun" if nounish and words.kind[words.after(last)] not in "DwU" else "finite")
    kind = words.kind[before]
    if nounish and words.text[last + 1] in ("include", "includes", "included"):
        return Form("noun")
    if words.text[before] == "what" and (words.kind[words.before(before)] == "B" if before else "B" in words.kind):
        return Form("finite")  # "smoking is what damages the lungs", "what damages the lungs is smoking"
    if kind in "DPBH":
        return Form("noun")
    if nounish and (kind == "#" or words.text[before].endswith("'s") or has_own_verb(words, last)):
        return Form("noun")
    return Form("finite")


def _past(words: Words, first: int, last: int) -> Form:
    before, after = subject_end(words, first), words.after(last)
    amount = words.text[after : after + 1] == ["by"] and words.kind[after + 1 : after + 4] in ("#wD", "##D")
    if amount and before >= 0 and words.kind[before] not in "BH":
        return Form("finite")  # "lowered by 12 percent the risk of …"
    agent = after < len(words.text) and words.text[after] == "by"
    if before < 0:
        return Form("adjective")
    kind = words.kind[before]
    if kind == "B":
        return Form("passive", before)
    if agent:
        return Form("passive")
    if kind == "H":
        return Form("finite", before) if takes_object(words, last) else Form("adjective")
    or_more = before > 0 and words.text[before] == "more" and words.text[before - 1] == "or"
    if (kind in "DPT#" and not or_more) or not takes_object(words, last):
        return Form("adjective")
    # "reduced pain" is a verb and its object, or an adjective and its noun
    bare = first == last and words.kind[after] not in "DU#"
    if bare and words.text[first] in _DESCRIBING:
        return Form("adjective")
    if bare and (is_verb(words.text[before]) or words.text[before] in ("percent", "%")):
        return Form("adjective")
    if bare and (kind in ";.S" or (kind != "R" and has_own_verb(words, last))):
        return Form("adjective")  # "while fixed doses …", "here reduced strength is seen"
    listed = bare and words.text[words.before(first)] == ","  # "such as weak bones, reduced strength and …"
    if (kind in "C," and (bare or not has_clause_before(words, before))) or listed:
        return Form("adjective") if not has_past_before(words, before) else Form("finite")
    return Form("finite")


def _gerund(words: Words, first: int, last: int) -> Form:
    before = subject_end(words, first)
    if not takes_object(words, last):
        return Form("noun")
    if before < 0 or words.kind[before] in ";.":
        return Form("subject")
    kind = words.kind[before]
    if kind == "B":
        aim = words.text[words.before(before)] in _AIMS  # "the goal is easing pain"
        return Form("noun" if aim else "finite", before)
    if words.text[before - 1 : before + 1] in (["ended", "up"], ["ends", "up"], ["end", "up"]):
        return Form("finite", words.before(before - 1))
    if kind == "P" or kind == "T":
        return Form("gerund", before)
    if kind == "C":
        return _joined_gerund(words, before)
    if words.text[before] in _GOING_ON:
        return Form("finite", words.before(before))  # "keeps easing pain"
    if kind == "D" or words.text[before] in GERUND_TAKERS or words.text[before].endswith("ing"):
        return Form("adjective")
    if kind == "R":
        return Form("subject")
    if kind == "," and lists_activities(words, before):
        return Form("noun")
    if kind == "," or kind == "S":
        return Form("subject" if _is_subject(words, last) else "participle", before)
    return Form("participle", before)


def _joined_gerund(words: Words, before: int) -> Form:
    """A gerund after `and` does what the one before does: "plans for easing and healing …"."""
    for index in range(before - 1, max(before - 9, -1), -1):
        if words.text[index].endswith("ing") and (words.kind[index + 1] in "wDA#U" or words.kind[index - 1] in "PT"):
            head = words.before(index)
            return Form("gerund", head) if head >= 0 and words.kind[head] in "PT" else Form("participle", before)
    return Form("noun", before)


def _is_subject(words: Words, last: int) -> bool:
    """Whether a gerund and its object are the subject of a verb that follows: ", reducing stress may help"."""
    for index in range(last + 1, min(last + 13, len(words.kind))):
        if words.kind[index] in ",;.SR" and words.text[index] not in ("(", ")"):
            return False
        if words.kind[index] in "MB" and words.text[index] not in ("being", "been"):
            return True
        if words.text[index] in ("becomes", "makes", "helps", "means", "takes"):
            return True
    return False


def _coordinated(words: Words, before: int, last: int, nounish: bool) -> Form:
    """A base form after `and` or a comma shares the mood of an earlier verb: "may ease pain and improve sleep"."""
    if not takes_object(words, last):
        return Form("noun")
    index = before - 1
    while index >= 0 and words.kind[index] not in ";.S":
        kind = words.kind[index]
        if kind == "M" or kind == "O":
            return Form("finite", index)
        if kind == "T" and index + 1 < len(words.kind) and words.kind[index + 1] in "wA":
            return Form("infinitive", index)
        if kind == "R" and is_plural(words.text[index - 1]) and words.kind[index + 1] == "w":
            return Form("finite")  # "pains that come at night and disturb sleep"
        if words.text[index] in _HELPERS:
            return Form("bare", index)
        index -= 1
    if nounish:
        return Form("noun")
    return Form("imperative")


def _helped(words: Words, before: int) -> bool:
    """Whether the words before are `help` and who is helped: "helps the body heal"."""
    for index in range(max(before - 4, 0), before):
        if words.text[index] in _HELPERS and all(kind in "DwU" for kind in words.kind[index + 1 : before + 1]):
            return True
    return False


_AIMS = word_set("goal goals aim aims purpose objective focus priority challenge task strategy idea")
_GOING_ON = word_set("keep keeps kept")
# Participles before a bare noun that hardly ever are its verb: "modified starch", "targeted drugs".
_DESCRIBING = word_set("modified modulated targeted controlled relaxed regulated fixed limited purified")
_SUBJECTS = word_set("some many most others both all several few")
