"""Sentence ends; in each case `|` stands where a sentence ends, with the white space around it."""

from __future__ import annotations

import pytest

from healthlint.language.sentences import split_sentences

CASES = [
    # titles and initials
    "Dr. Osei slept badly. | She tried iron.",
    "Ask Mrs. Lindqvist or Prof. Adeyemi. | Both know the ward.",
    "J. R. Okafor led the trial. | It ended early.",
    "The idea came from T. Halvorsen. | The trial did not.",
    "St. John's wort can weaken the pill. | Tell your doctor.",
    "She lives on Mill St. The clinic is near.".replace("St. The", "St. | The"),
    "A talk by Ana Brandt, Ph.D., opened the day. | Lunch followed.",
    "It was led by Ana Brandt, Ph.D. | The others helped.",
    "Ask Ivo Brandt, M.D. Anderson fellow, about it. | He knows.",
    # letters that are names, not initials
    "Few foods hold vitamin D. | Oily fish does.",
    "She was tested for hepatitis B. | Adults need three doses.",
    "Fruit is rich in vitamins A, C and E. | Nuts are too.",
    "He was as tired as I. | Nobody slept.",
    "Infection with E. coli or C. difficile is common. | Wash your hands.",
    "It may slow Parkinson's. | Nobody knows. | It may not slow Crohn’s. | Ask.",
    # short forms
    "We compared iron vs. Placebo tablets were blue.".replace("vs. Placebo", "vs. placebo. | Placebo"),
    "Eat oily fish, e.g. Baltic herring. | Twice a week is fine.",
    "Some minerals, i.e. Iron and zinc, compete.",
    "Fuchs et al. Found no link.".replace("Found", "found"),
    "The review is by Fuchs et al. | The authors found no link.",
    "The text (Fuchs et al. 2016) was withdrawn. | Nobody noticed.",
    "Take approx. 40 drops. | Then rest.",
    "Legs, arms, etc. | Hands are rarer.",
    "Legs, arms, etc. can ache at night.",
    # countries, states, companies
    "In the U.S. Army hospitals, beds were few. | Care was slow.",
    "It is common in the U.S. | In Norway it is rare.",
    "It is common in the U.S. | However, few are treated.",
    "He moved to Washington, D.C. | The move helped.",
    "Norvik Labs Inc. Chairman Ola Berg resigned. | Shares fell.",
    "The pills are made by Norvik Labs Inc. | They are blue.",
    # before a number
    "Ward No. 5 was closed. | Ward No. 6 was not.",
    "Is it safe? | No. | Nobody has tested it.",
    "See Fig. 2 and Vol. 7. | Both are clear.",
    "It began on Jan. 14 and ended in Dec. | Winter was over.",
    "The dose was 2.5 mg. | It rose to .75 g.",
    "It cost 40 euros in 2019. | 12 people paid.",
    # time of day
    "Stop coffee at 2 p.m. | Sleep will come.",
    "The line opens at 9 a.m. Eastern and closes at noon. | It is free.",
    "Bed by 11 p.m. is fine. | Later is not.",
    # citation marks
    "Iron helps [1]. | Zinc does not [2, 3].",
    "Iron helps.[1] | Zinc does not.[2–4] | Rest.",
    "Iron helps.¹ | Zinc does not.²,³ | Rest.",
    "Iron helps.4 | Zinc does not.5,6 | Rest well.",
    "Iron helps. [7] | Zinc does not.",
    "Iron helps.[1]|Zinc does not.",
    # other stops
    "What is RLS? | A: While resting, the legs twitch.",
    "Really!? | Yes. | So it seems!",
    "Wait… what? | We saw ... nothing. | The end…",
    "It stopped ... | The legs were calm.",
    "She said it . . . | The room went still.",
    "We use Yahoo! Groups for that. | Join us.",
    # quotation marks and brackets
    "“It is safe.” | The pharmacist nodded.",
    '"It is safe." | The pharmacist nodded.',
    "“Is it safe?” | The pharmacist nodded.",
    "“Is it safe?” Mara Lund asked. | Nobody knew.",
    "“Is it safe?” she asked. | Nobody knew.",
    "It helped. | (See the table.) | We stopped.",
    "It helped (see p. 3). | We stopped.",
    "Rest helps (walks do too!) and so does heat. | Try both.",
    # no white space, lower case, addresses
    "Iron affects sleep.|The effect is small.",
    "They had RLS.|The others did not.",
    "Write to help@norvik.example. | Or visit www.norvik.example/Legs.Html today.",
    "Buy it at Norvik.Com or Legs.Org. | Or do not.",
    "The shots are new. | mRNA vaccines need cold. | iPhones do not.",
    "The diet was strict. therefore few kept to it.",
    # lists and lines
    "1. Rest your legs. | 2. Stretch them.",
    "a. Rest. | b. Stretch.",
    "Q. What is RLS? | A. It is a disorder.",
    "First line\n|second line. | Third.",
    "  Padded. |   Trimmed.  ",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_the_case_says(case: str) -> None:
    text = case.replace(" | ", " ").replace("|", "")
    expected = [part.strip() for part in case.split("|")]
    assert [text[slice(*span)] for span in split_sentences(text, 0, len(text))] == expected


def test_only_the_asked_part_is_split() -> None:
    text = "One. Two. Three. Four."
    assert [text[slice(*span)] for span in split_sentences(text, 5, 16)] == ["Two.", "Three."]


@pytest.mark.parametrize("text", ["", "   ", "\n\n \n"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert split_sentences(text, 0, len(text)) == []


@pytest.mark.parametrize("unit", ["word ", ".", ". ", "a.A", "A. ", "! ?", "(\"'", "U.S. ", "x.[1", "sleep.5 "])
def test_endless_repetition_loses_no_text(unit: str) -> None:
    text = unit * 5000
    spans = split_sentences(text, 0, len(text))
    assert "".join(text[slice(*span)] for span in spans).replace(" ", "") == text.replace(" ", "")
