from __future__ import annotations

import pytest

from healthlint.language.inflection import is_plural, plural, verb_forms

VERBS = [
    "prevent prevents prevented prevented preventing",
    "heal heals healed healed healing",
    "cause causes caused caused causing",
    "relieve relieves relieved relieved relieving",
    "free frees freed freed freeing",
    "agree agrees agreed agreed agreeing",
    "die dies died died dying",
    "worry worries worried worried worrying",
    "destroy destroys destroyed destroyed destroying",
    "fix fixes fixed fixed fixing",
    "boost boosts boosted boosted boosting",
    "reach reaches reached reached reaching",
    "stop stops stopped stopped stopping",
    "swab swabs swabbed swabbed swabbing",
    "trim trims trimmed trimmed trimming",
    "ease eases eased eased easing",
    "treat treats treated treated treating",
    "benefit benefits benefited benefited benefiting",
    "inhibit inhibits inhibited inhibited inhibiting",
    "occur occurs occurred occurred occurring",
    "trigger triggers triggered triggered triggering",
    "mimic mimics mimicked mimicked mimicking",
    "slow slows slowed slowed slowing",
    "lead leads led led leading",
    "rise rises rose risen rising",
    "cut cuts cut cut cutting",
    "have has had had having",
    "undergo undergoes underwent undergone undergoing",
    "underlie underlies underlay underlain underlying",
    "overcome overcomes overcame overcome overcoming",
    "withdraw withdraws withdrew withdrawn withdrawing",
    "relay relays relayed relayed relaying",
    "behave behaves behaved behaved behaving",
    "put puts put put putting",
    "beat beats beat beaten beating",
    "shrink shrinks shrank shrunk shrinking",
    "begin begins began begun beginning",
]

PLURALS = {
    "risk": "risks",
    "therapy": "therapies",
    "toxin": "toxins",
    "diagnosis": "diagnoses",
    "metastasis": "metastases",
    "bacterium": "bacteria",
    "virus": "viruses",
    "ovary": "ovaries",
    "kidney": "kidneys",
    "woman": "women",
    "human": "humans",
    "child": "children",
    "foot": "feet",
    "criterion": "criteria",
    "streptococcus": "streptococci",
    "carcinoma": "carcinomas",
    "vertebra": "vertebrae",
    "calf": "calves",
    "belief": "beliefs",
    "potato": "potatoes",
    "embryo": "embryos",
    "stomach": "stomachs",
    "patch": "patches",
    "diabetes": "diabetes",
    "arthritis": "arthritis",
    "pelvis": "pelvises",
    "risk factor": "risk factors",
    "cause of death": "causes of death",
}

PLURAL_SUBJECTS = [
    "low levels of iron",
    "iron and zinc",
    "women with a sleep disorder",
    "bacteria",
    "NSAIDs",
    "these diagnoses",
    "a number of women",
    "most of the symptoms",
    "40% of adults",
    "eating disorders",
    "smoking and drinking",
    "low iron (ferritin) stores",
    "people",
]

SINGULAR_SUBJECTS = [
    "iron deficiency",
    "a lack of vitamins and minerals",
    "the number of patients",
    "diabetes",
    "arthritis",
    "a virus",
    "the news",
    "measles",
    "RLS",
    "illness",
    "each nerve and muscle",
    "taking supplements",
    "most of the pain",
    "Parkinson's",
    "this series",
    "stress",
    "",
]


@pytest.mark.parametrize("forms", VERBS)
def test_verbs_take_the_forms_of_the_table(forms: str) -> None:
    assert " ".join(verb_forms(forms.split()[0])) == forms


@pytest.mark.parametrize(("one", "many"), PLURALS.items())
def test_nouns_take_the_plural_of_the_table(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize("subject", PLURAL_SUBJECTS)
def test_subjects_that_take_a_plural_verb(subject: str) -> None:
    assert is_plural(subject)


@pytest.mark.parametrize("subject", SINGULAR_SUBJECTS)
def test_subjects_that_take_a_singular_verb(subject: str) -> None:
    assert not is_plural(subject)
