"""What a verb is doing in its sentence: asserting, naming a purpose, describing a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

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
    return after < len(words.kind) and words.kind[after] not in _NO_OBJECT and words.text[after] not in _COMPARING


_COMPARING = word_set("compared relative due thanks")


def _base(words: Words, first: int, last: int, nounish: bool) -> Form:
    before = _before(words, first)
    if before < 0 or words.kind[before] in ';."':
        if not takes_object(words, last):
            return Form("noun")
        return Form("finite" if before > 0 and words.text[before] in "—–-)" else "imperative")
    kind, word = words.kind[before], words.text[before]
    if kind in "MO":
        alone = words.text[first] in _OF_THEMSELVES and not takes_object(words, last)
        return Form("noun" if alone else "finite", before)  # "symptoms may improve over time"
    if kind == "T":
        return Form("infinitive" if takes_object(words, last) else "noun", before)
    if word in _HELPERS or _helped(words, before):
        return Form("bare", before)
    if kind in "C,":
        return _coordinated(words, before, last, nounish)
    if kind == "S":
        return Form("imperative" if takes_object(words, last) else "noun")
    return Form("finite" if _agrees(words, before, last, nounish) else "noun")


def _agrees(words: Words, before: int, last: int, nounish: bool) -> bool:
    """Whether the word before can be the subject of a bare verb: "these pills", "that", "habits like smoking"."""
    kind, word = words.kind[before], words.text[before]
    if kind == "U":
        return word not in ("this", "it", "he", "she")
    if kind == "R":
        return takes_object(words, last)
    if kind in "DPBH#" or not takes_object(words, last):
        return False
    if nounish and words.kind[words.after(last)] not in "Dw#U":
        return False
    return _is_plural(word) or _plural_head(words, before) or _several(words, before)


def _third(words: Words, first: int, last: int, nounish: bool) -> Form:
    before = _before(words, first)
    if not takes_object(words, last):
        return Form("noun")
    if before < 0 or words.kind[before] in ';."':
        return Form("noun" if nounish and words.kind[words.after(last)] not in "DwU" else "finite")
    kind = words.kind[before]
    if kind in "DPBH":
        return Form("noun")
    if kind in "C," and nounish and not _finite_before(words, before) and "M" in words.kind[last : last + 6]:
        return Form("noun")
    if kind == "#" and nounish:
        return Form("noun")
    return Form("finite")


def _past(words: Words, first: int, last: int) -> Form:
    before, after = _before(words, first), words.after(last)
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
    bare = words.kind[after] not in "DU#"  # "reduced pain": a verb and its object, or an adjective and its noun
    if bare and (_is_verb(words.text[before]) or words.text[before] in ("percent", "%")):
        return Form("adjective")
    if kind in ";." and bare:
        return Form("adjective")
    if kind in "C," and (bare or not _finite_before(words, before)):
        return Form("adjective") if not _past_before(words, before) else Form("finite")
    return Form("finite")


def _gerund(words: Words, first: int, last: int) -> Form:
    before = _before(words, first)
    if not takes_object(words, last):
        return Form("noun")
    if before < 0 or words.kind[before] in ';."':
        return Form("subject")
    kind = words.kind[before]
    if kind == "B":
        return Form("finite", before)
    if kind == "P" or kind == "T":
        return Form("gerund", before)
    if kind == "C":
        return _joined_gerund(words, before)
    if kind == "D":
        return Form("adjective")
    if kind == "," or kind == "S":
        return Form("subject" if _is_subject(words, last) else "participle", before)
    return Form("participle", before)


def _joined_gerund(words: Words, before: int) -> Form:
    """A gerund after `and` does what the one before does: "plans for easing and healing …"."""
    for index in range(before - 1, max(before - 9, -1), -1):
        if words.text[index].endswith("ing"):
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


def _finite_before(words: Words, before: int) -> bool:
    """Whether a clause stands to the left of a comma or `and`, so that a second verb may follow."""
    return any(kind in "BHMORU" for kind in words.kind[max(before - 14, 0) : before]) or before > 5


def _before(words: Words, first: int) -> int:
    """The word that a verb follows; what stands in brackets between a subject and its verb is passed over."""
    before = words.before(first)
    if before > 0 and words.text[before] == "likely":
        before = words.before(before)  # "would likely cause"
    if before > 1 and words.text[before] == "day" and words.text[before - 1] in ("one", "some"):
        before = words.before(before - 1)  # "may one day cure"
    if before > 2 and words.text[before] == ",":  # "tea, which is warm, helps": past what stands between the commas
        opening = words.kind.rfind(",", 0, before)
        if opening > 0 and (words.kind[opening + 1] == "R" or words.text[opening + 1] in ("including", "such", "like")):
            return words.before(opening)
    if before > 0 and words.text[before] == ")" and "(" in words.text[:before]:
        opening = max(index for index in range(before) if words.text[index] == "(")
        return words.before(opening) if opening > 0 else before
    return before


def _is_verb(word: str) -> bool:
    """Whether a word is more likely a verb before an adjective than a subject: "found limited evidence"."""
    return (word.endswith("ed") and not word.endswith("eed")) or word in _TAKERS


def _past_before(words: Words, before: int) -> bool:
    """Whether a verb in the past stands before, which another may join: "cut deaths and reduced relapses"."""
    for index in range(max(before - 9, 0), before):
        if words.text[index] in _LINKED:
            continue  # "was linked to higher mortality, reduced survival and …" lists nouns
        if words.text[index].endswith("ed") or words.text[index] in ("cut", "led"):
            previous = words.before(index)
            if previous >= 0 and words.kind[previous] not in "PTDC,":
                return True
    return False


_LINKED = word_set("linked associated correlated related tied")


def _plural_head(words: Words, before: int) -> bool:
    """Whether the subject that ends here is plural by its head: "mutations in this gene"."""
    for index in range(before - 1, max(before - 9, 0), -1):
        if words.kind[index] == "R":  # "women who smoke raise …"
            return index > 0 and _is_plural(words.text[index - 1])
        if words.kind[index] in ";.SM,":
            return False
        if words.kind[index] == "P" and index > 0 and _is_plural(words.text[index - 1]):
            return True
        if words.text[index].endswith("ed") and _is_plural(words.text[index - 1]) and words.kind[index - 1] == "w":
            return True  # "pulses emitted twice daily"
    return False


_TAKERS = word_set(
    "show shows shown find finds found display displays identify identifies indicate indicates have has "
    "had having face faces observe reveal reveals demonstrate demonstrates report reports experience "
    "experiences develop develops cause causes produce produces provide provides suffer see saw seen get "
    "gets include includes including reflect offer offers bring brings mean means sees enjoy achieve with "
    "exhibit reflects seeking seeks promote promotes support supports"
)


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in _PLURALS


def _several(words: Words, before: int) -> bool:
    """Whether the subject that ends here has several members: "diet and exercise"."""
    return "C" in words.kind[max(before - 4, 0) : before]


_PLURALS = word_set("people men women children bacteria mice teeth data both we you they i which that who also")
