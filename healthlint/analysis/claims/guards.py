"""Where nothing is asserted: questions, conditions, negations, aims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.levels import EFFECTS
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.scene import Mark, Scene
    from healthlint.language.modality import Words

WEAK_MODALS = word_set("may might could would couldn't wouldn't")
_DUTIES = word_set("should must shouldn't mustn't shall")
_CONDITIONS = word_set("if whether unless")
_TURNS = word_set("but so yet however")


def is_question(words: Words) -> bool:
    """Whether the sentence asks."""
    return "?" in words.text[-3:]


def is_myth(words: Words) -> bool:
    """Whether the sentence is labelled as what is not so: "Myth: …", "The common misconception: …"."""
    return ":" in words.text[1:4] and not _MYTHS.isdisjoint(words.text[: words.text.index(":")])


_MYTHS = word_set("myth misconception fiction false wrong")


def clause_start(words: Words, index: int) -> int:
    """The index of the first word of the clause that a word stands in."""
    kinds = words.kind
    if index <= 0:
        return index
    return max(kinds.rfind(";", 0, index), kinds.rfind(".", 0, index), kinds.rfind("S", 0, index)) + 1


def clause_end(words: Words, index: int) -> int:
    """The index after the last word of the clause that a word stands in."""
    kinds = words.kind
    if index >= len(kinds):
        return index
    ends = kinds.find(";", index), kinds.find(".", index), kinds.find("S", index)
    return min([end for end in ends if end >= 0], default=len(kinds))


def is_conditional(scene: Scene, index: int) -> bool:
    """Whether the clause is a condition or an embedded question: "if it causes", "whether it causes".

    The condition ends at its comma: "if you stop early, the infection can spread" asserts something. It runs on where
    "or" follows: "ask if it is old, or harmful to the skin".
    """
    words = scene.words
    start = clause_start(words, index)
    while start > 0 and words.kind[start - 1] == "S":
        condition = words.text[start - 1]
        if condition == "if" and _is_name(words, start - 1):
            start = clause_start(words, start - 1)
            continue
        if (condition == "whether" and any(map(str.isalnum, words.text[: start - 1]))) or (
            condition in _CONDITIONS and "," not in words.kind[start + 1 : index].replace(",C", "")
        ):
            return True
        if condition in _TURNS:
            return False  # "they ask whether it helps, but it harms"
        start -= 1
        if words.kind[start - 1 : start] == "," and "," in words.kind[start:index]:
            start = clause_start(words, start - 1)  # "if the drug, when taken early, prevents it"
            index = start
    return False


def _is_name(words: Words, index: int) -> bool:
    """Whether "if" is an acronym, which alone has "of" before it or a verb after it: "weeks of IF can help"."""
    before = words.text[index - 1] if index else ""
    return before in ("of", "with", "during", "the") or words.kind[index + 1 : index + 2] in ("M", "B", "H")


def is_presupposed(words: Words, first: int, role: str) -> bool:
    """Whether a clause only describes a noun, and so holds in a condition too: "if you have a rash caused by heat"."""
    if role in ("relative", "reduced"):
        return True
    held = words.text[first - 3 : first] if first > 3 else []  # "a rash believed to be caused by heat"
    return held[1:] == ["to", "be"] and held[0] in _HELD and words.kind[words.before(first - 3)] not in "BH"


_HELD = word_set("believed thought known suspected presumed assumed")


def is_about_work(scene: Scene, start: int, first: int) -> bool:
    """Whether the subject is a piece of research: "these findings may be useful"."""
    subject = scene.words.before(first)
    agent = scene.marked("people.agents", max(start, subject - 1), first)
    return agent is not None and agent.last == subject


def serves_knowing(scene: Scene, start: int, end: int) -> bool:
    """Whether words `start` to `end` (exclusive) tell of work for the mind: "decide", and not "support digestion"."""
    for mark in scene.marks("aims.knowing"):
        if start <= mark.first < end:
            bodily = mark.entry.term in _BODILY and scene.types(mark.last + 1, mark.last + 5) & EFFECTS
            if not bodily:
                return True
    return False


_BODILY = ("support", "build", "create", "develop", "provide", "shape", "advance")


def is_aim(scene: Scene, index: int, finite: bool) -> bool:
    """Whether the words before only aim at, hope for or study what follows: "we hope that it will lead to".

    A finite verb has a clause of its own; only what takes clauses reaches it ("hope", "study how"), and not "designed".
    """
    start = clause_start(scene.words, index)
    while start > 0 and scene.words.text[start - 1] in ("how", "why", "where"):
        start = clause_start(scene.words, start - 1)
    kinds = scene.kinds
    for name in ("aims.studies", "aims.hopes"):
        mark = scene.marked(name, max(start, index - 12), index)
        if mark and scene.words.text[mark.last + 1] == "that" and name == "aims.studies":
            continue  # "they determined that"
        if mark is None or mark.last >= index or _of_noun(scene, mark):
            continue
        if mark.entry.term == "consider" and kinds[mark.first - 1] == "B":
            continue  # "is considered promising"
        if mark.entry.term == "expect to" and kinds[mark.first - 1] == "B":
            continue  # "is expected to lower it" doubts, and aims at nothing
        between = kinds[mark.last + (kinds[mark.last] != "S") : index]
        if finite and name == "aims.hopes" and _to_prove(scene, mark.last + 1, index):
            return True
        if finite and "S" not in between and (mark.entry.term not in _CLAUSAL or between[:1] == "P"):
            continue  # "advocating for good sleep and quiet nights reduces …"
        listed = between[:1] == "S" and between.count(",") > 1  # "understand how meals, naps, and walks affect it"
        if (
            ("," in between and not listed)
            or "R" in between[1:]
            or (mark.gerund and has_kind(scene, "MB", mark.last, index))
        ):
            continue  # "we saw what we had hoped for and that it helped", "studying your habits can lower …"
        return True
    return False


def _to_prove(scene: Scene, start: int, end: int) -> bool:
    """Whether the aim is to prove what follows: "studies are needed to show that it helps"."""
    text, kinds = scene.words.text, scene.kinds
    for index in range(start, min(start + 4, end - 1)):
        if text[index] in _PROOF and kinds[index + 1] == "R":
            return True  # "they want proof that"
    proof = scene.marked("aims.showing", start, min(start + 3, end))
    return proof is not None and text[proof.first - 1] == "to" and kinds[proof.last + 1] == "R"


_CLAUSAL = word_set("hope wish want question ask wonder claim urge advocate debate expect-to")


def _of_noun(scene: Scene, mark: Mark) -> bool:
    """Whether a word that may be a verb is a noun here: "the study", "in a test", "genetic testing"."""
    before = scene.words.before(mark.first)
    kind = scene.kinds[before] if before >= 0 else ";"
    if kind == "D" or (mark.gerund and kind in "wP") or scene.words.text[before] in ("this", "that"):
        return True
    return kind in "P#w,C;" and scene.words.text[mark.first] in _NOUNS


_NOUNS = word_set(
    "study studies studying test tests research review reviews plan plans need needs design designs "
    "attempt measure measures question questions monitor aim aims try want wants look looks hope hopes "
    "intended"
)


def is_negated(scene: Scene, first: int, governor: int) -> bool:
    """Whether the clause denies what the word at `first` says; `governor` is its modal or auxiliary, or -1."""
    words = scene.words
    if governor >= 0 and words.kind[governor] not in "MBHOT":
        governor = -1
    start = _main_start(words, first)
    stop = max(start, first - 8)
    if "to" in words.text[max(first - 2, 0) : first] and "too" in words.text[max(first - 5, 0) : first]:
        return True  # "too low to be effective"
    if words.text[start : start + 1] and words.text[start] in _NOBODY and not has_kind(scene, "C,RB", start, first):
        return True  # "none of the patients had side effects as a result of the drug"
    index = first - 1
    while index >= stop:
        text, kind = words.text[index], words.kind[index]
        if text == "not" and index < governor and words.text[index - 1 : index] == ["but"]:
            break  # "snoring, but not its loudness, was linked": only the loudness is denied
        if "who" in words.text[start:index] and "w" in words.kind[index + 1 : max(governor, index + 1)]:
            pass  # "those who did not reply had a higher risk": what is denied only says who
        elif kind == "N" or text.endswith("n't") or text in ("cannot", "nor", "neither", "none", "nothing"):
            later = words.text[index + 1 : index + 3]
            if index == start and later and later[0].endswith("ing"):
                break  # "not sleeping enough raises …"
            return not {*later} & {"only", "just", "merely", "simply", "least", "sole"}
        if (text == "no" and first - index <= 6) or (text == "without" and first - index <= 2):
            return True
        if (kind in "CR" or kind == ",") and index > governor >= 0:
            pass
        elif kind in "CR," and governor < 0:
            return _nothing_found(scene, start, first)
        index -= 1
    return _nothing_found(scene, start, first)


def _main_start(words: Words, first: int) -> int:
    """The start of a clause, past another that is put before it: "if not treated, it can spread"."""
    start = clause_start(words, first)
    comma = words.kind.find(",", start, first)
    fronted = start > 0 and words.kind[start - 1] == "S" and comma > 0
    return comma + 1 if fronted and set(words.kind[comma + 1 : first]) & set("wUD") else start


_NOBODY = word_set("none neither nobody no")


def _nothing_found(scene: Scene, start: int, first: int) -> bool:
    """Whether "no evidence that …" or its like comes before."""
    mark = scene.marked("negations.phrases", max(start, first - 25), first)
    if mark is not None and mark.last < first and ";" not in scene.kinds[mark.last : first]:
        return True
    text = scene.words.text
    for index in range(max(start, first - 25), first):
        near = text[max(index - 3, 0) : index]
        if text[index] in _PROOF and not _NO.isdisjoint(near) and "--" not in near:
            return True  # "there is no convincing evidence that it helps"
        if text[index] in _STUDIES and text[max(index - 1, 0)] in _FEW:
            return True  # "no study has shown that it helps"
    return False


_FEW = word_set("no few neither")
_STUDIES = word_set("study studies trial trials research")
_PROOF = word_set("evidence proof data indication indications")
_NO = word_set("no not little insufficient scant without isn't wasn't")


def has_kind(scene: Scene, kinds: str, start: int, end: int) -> bool:
    """Whether a word of one of these classes stands between two places."""
    return any(kind in kinds for kind in scene.kinds[start:end])


def is_unknown(scene: Scene, first: int) -> bool:
    """Whether the clause says that the matter is not known: "the gene that causes it is not yet known"."""
    words = scene.words
    end = clause_end(words, first)
    return scene.marked("unknowns", clause_start(words, first), end) is not None


def modal_strength(word: str) -> int:
    """What a modal leaves of a claim: 2 for may, 3 for can, 4 for will, 0 where it is negated or a duty."""
    if word in WEAK_MODALS:
        return 2
    if word in ("cannot", "can't", "won't") or word in _DUTIES:
        return 0
    return 3 if word == "can" else 4
