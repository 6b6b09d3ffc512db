"""What every comparison needs: something measured in people, and people or occasions that are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end
from healthlint.analysis.claims.levels import AFFLICTIONS
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.scene import Mark, Scene


def is_measured(scene: Scene, start: int, end: int) -> bool:
    """Whether words `start` to `end` (exclusive) name something measured in people: a rate, a level, an illness."""
    return is_quantity(scene, start, end) or bool(scene.types(start, end) & AFFLICTIONS)


def is_quantity(scene: Scene, start: int, end: int) -> bool:
    """Whether a rate, a level, a score or their like is named."""
    return any(scene.marked(f"association.{name}", start, end) is not None for name in _MEASURES)


def any_party(scene: Scene, start: int, end: int) -> bool:
    """Whether people are named, whoever they are."""
    return (
        scene.marked("people.patients", start, end) is not None
        or scene.marked("association.parties", start, end) is not None
    )


def is_set_apart(scene: Scene, start: int, end: int) -> bool:
    """Whether people are told from others by what they have, take or are: "women who smoke", "the zinc group"."""
    for name in ("people.patients", "association.parties"):
        for mark in scene.marks(name):
            if start <= mark.first < end and (_is_kind(scene, mark, name) or _is_described(scene, mark, end)):
                return True
    return False


def is_occasion(scene: Scene, start: int, end: int) -> bool:
    """Whether it is said after, during or with what something happened: "after surgery", "with six weeks of yoga"."""
    text = scene.words.text
    for index in range(start, min(end, len(text) - 1)):
        if text[index] in _OCCASIONS:
            stop = min(index + 8, end)
            if scene.types(index + 1, stop) & DEEDS or _TREATMENTS & {*text[index + 1 : stop]}:
                return True
            if PERIODS & {*text[index + 1 : index + 4]} and "of" in text[index + 1 : index + 5]:
                return True  # "after two weeks of bed rest"
            if text[index + 1].endswith("ing") and text[index] not in ("during", "with") and len(text[index + 1]) > 5:
                return scene.healthy(index + 2, stop)  # "after cutting back on salt"
    return False


def is_per_dose(scene: Scene) -> bool:
    """Whether something is told for each step of something else: "for each extra cup", "with every hour of sitting"."""
    text = scene.words.text
    for index, word in enumerate(text[:-2]):
        if word in ("each", "every"):
            if text[index + 1] in _EXTRA or text[index + 2] in _EXTRA:
                return True
            if text[max(index - 1, 0)] in ("with", "for") and scene.healthy(index + 1, index + 7):
                return True
    return False


def is_versus(scene: Scene, start: int, end: int) -> bool:
    """Whether a second party is named: "than in men", "compared with placebo", "versus before treatment"."""
    return any(
        text in VERSUS and is_second(scene, index + 1) for index, text in enumerate(scene.words.text[start:end], start)
    )


def is_second(scene: Scene, index: int) -> bool:
    """Whether the words after "than" or "compared with" name who or what is on the other side."""
    text = scene.words.text
    index += text[index : index + 1] in (["with"], ["to"])
    end = index + 9
    if any_party(scene, index, end) or scene.types(index, end) & DEEDS:
        return True
    return bool({*text[index : index + 2]} & _BASELINES)


def is_threshold(scene: Scene, index: int) -> bool:
    """Whether a comparative only bounds a number: "more than 300 patients", "a risk of 7 percent or greater"."""
    words = scene.words
    if index < 0:
        return False
    if (
        words.text[index + 1 : index + 2] == ["known"]
        or words.text[max(index - 1, 0)] == "or"
        or words.text[index + 1 : index + 3] == ["or", "equal"]
    ):
        return True
    if words.text[index + 1 : index + 2] != ["than"] or words.text[index] in ("better", "worse"):
        return False
    following = words.text[index + 2 : index + 3]
    return words.kind[index + 2 : index + 3] == "#" or bool(following and following[0].partition("-")[0] in _FIGURES)


def is_expected(scene: Scene, than: int) -> bool:
    """Whether a comparative only sets something against what was thought: "worse than expected"."""
    following = scene.words.text[than + 1 : than + 3]
    return bool(following) and (following[0] in _EXPECTED or following[-1] in ("thought", "expected"))


def is_of_tests(scene: Scene, last: int) -> bool:
    """Whether it is tests that are compared: "better than the blood test at detecting asthma"."""
    knowing = scene.marked("aims.knowing", last + 1, last + 9)
    return knowing is not None and knowing.gerund and scene.words.text[knowing.first - 1] in ("at", "for", "in")


def reach(scene: Scene, index: int) -> int:
    """The index after the last word of a clause, past what stands in brackets: "in 9 women (3%) who …"."""
    end, text = clause_end(scene.words, index), scene.words.text
    while text[end : end + 1] == ["("] and ")" in text[end:]:
        end = clause_end(scene.words, text.index(")", end) + 1)
    return end


def _is_kind(scene: Scene, mark: Mark, name: str) -> bool:
    """Whether the very name of people sets them apart: "smokers", "older women", "statin users", not "both groups"."""
    before = scene.words.text[max(mark.first - 2, 0) : mark.first]
    if _EVERY & {*before}:
        return False
    return (
        name == "association.parties"
        or bool(before and before[-1] in _AGES)
        or scene.healthy(mark.first - 1, mark.first)
    )


def _is_described(scene: Scene, mark: Mark, end: int) -> bool:
    """Whether people are described by what follows them: "those given zinc", "people with gout"."""
    words = scene.words
    index = mark.last + 1
    if index >= min(end, len(words.text)):
        return False
    word = words.text[index]
    if words.kind[index] == "R":
        return True
    held = scene.marked("association.holders", index, index + 1)
    if held is not None and not held.gerund and word not in _DESCRIBING:
        return False  # "patients experienced" tells what became of them
    if word in _SETTING:
        return True
    if word not in _DESCRIBING and not word.endswith(("ing", "ed")):
        return False
    stop = min(index + 9, end)
    return scene.healthy(index, stop) or bool(_TREATMENTS & {*words.text[index:stop]})


_MEASURES = ("measures", "quantities", "fates")
DEEDS = {"drug", "intervention", "behaviour", "food", "nutrient", "exposure"}
MORE = word_set(
    "more less fewer higher lower greater larger smaller better worse poorer longer shorter older younger "
    "faster slower stronger weaker heavier later earlier likelier safer sooner thinner leaner healthier fitter sicker "
    "milder quicker happier taller slimmer denser deeper deadlier"
)
_EXPECTED = word_set("previously expected thought normally usual usually ever they once anticipated average any others")
VERSUS = word_set("than versus vs compared relative")
_OCCASIONS = word_set(
    "after following during with since without under on post upon within while when end start completion"
)
PERIODS = word_set("days weeks months years hours sessions day week month year hour minutes nights")
_EXTRA = word_set("extra additional added more further increase increment unit")
_BASELINES = word_set("before baseline without when those placebo controls usual standard others")
_TREATMENTS = word_set(
    "treatment treatments therapy surgery procedure operation delivery birth injection injections infusion dose doses "
    "dosing sessions drug drugs medication medicine device pill pills program programme intervention transplant "
    "transplantation treated vaccinated placebo menopause protocol"
)
_EVERY = word_set("both all each either every same")
_AGES = word_set(
    "older younger pregnant elderly treated untreated male female black white obese healthy poor wealthy rich "
    "rural urban married single vaccinated unvaccinated disabled breastfed premature uninsured insured homeless "
    "tall short heavy light thin lean fit unfit active inactive sedentary overweight slim lonely happy depressed "
    "anxious stressed employed unemployed retired divorced widowed infected exposed screened unscreened left-handed"
)
_DESCRIBING = word_set(
    "with without on given taking who born in whose exposed under undergoing put told at from that not fed thought "
    "known found seen"
)
_SETTING = word_set("exposed born raised living assigned randomized randomised")
_FIGURES = word_set("half double twice triple a one two three four five six seven eight nine ten")
