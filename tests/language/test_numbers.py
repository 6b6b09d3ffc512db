"""What numbers are; `[…]` marks the whole number in each text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from healthlint.language.number_phrases import LEADING_WORDS
from healthlint.language.number_words import LEADING
from healthlint.language.numbers import find_numbers
from healthlint.language.phrases import fold

KINDS = [
    # shares
    ("About [5–10%] of adults have it", "percent", 5, 10, "%"),
    ("In all [56%] recommended rest", "percent", 56, None, "%"),
    ("It was [22.8 %] last year", "percent", 22.8, None, "%"),
    ("From [5 to 10 percent] of them", "percent", 5, 10, "%"),
    ("Some [5% to 10%] of nurses", "percent", 5, 10, "%"),
    ("At least [ten per cent] slept", "percent", 10, None, "%"),
    ("A [40-percent] drop", "percent", 40, None, "%"),
    ("It fell by [3 percentage points]", "points", 3, None, "%"),
    ("Up to [12,5 %] of them", "percent", 12.5, None, "%"),
    ("Take [0,5 mg] at night", "measure", 0.5, None, "mg"),
    ("Take [0,25 to 0,5 mg] at night", "measure", 0.25, 0.5, "mg"),
    ("Take [2–2,5 g] at night", "measure", 2, 2.5, "g"),
    ("Take [0,005 g] at night", "measure", 0.005, None, "g"),
    ("Take [5\u202f000 IU] at night", "measure", 5000, None, "IU"),
    ("Take [１，０００ mg] at night", "measure", 1000, None, "mg"),
    ("About [10,5 million people] have it", "count", 10_500_000, None, "people"),
    ("[1 in 5] adults", "ratio", 0.2, None, "5"),
    ("[One in five] adults", "ratio", 0.2, None, "5"),
    ("A [one-in-ten] chance", "ratio", 0.1, None, "10"),
    ("[3 out of 10] nurses", "ratio", 0.3, None, "10"),
    ("[1 in every 20] births", "ratio", 0.05, None, "20"),
    ("[22 in 1,000] women", "ratio", 0.022, None, "1000"),
    ("[Two out of every three] felt better", "ratio", 2 / 3, None, "3"),
    ("[12 deaths per 100,000] people", "ratio", 0.00012, None, "100000"),
    ("[Two-thirds] of patients", "fraction", 2 / 3, None, "patients"),
    ("[One third] of the women", "fraction", 1 / 3, None, "women"),
    ("[Half] of all older adults", "fraction", 0.5, None, "adults"),
    ("[A quarter] of them", "fraction", 0.25, None, "them"),
    ("[Three quarters] of the nurses", "fraction", 0.75, None, "nurses"),
    ("[1/3] of the children", "fraction", 1 / 3, None, "children"),
    ("[Half] of the 82 patients", "fraction", 0.5, None, "patients"),
    ("Nearly [half] reported cramps", "fraction", 0.5, None, ""),
    ("[Half] the patients recovered", "fraction", 0.5, None, "patients"),
    ("[One woman in three] stops", "ratio", 1 / 3, None, "3"),
    ("from [three to five per 100,000] people", "ratio", 3e-5, 5e-5, "100000"),
    ("[1 in a thousand] will", "ratio", 0.001, None, "1000"),
    ("about [7/100,000] people", "ratio", 7e-5, None, "100000"),
    # comparisons
    ("They were [twice] as likely to fall", "multiple", 2, None, ""),
    ("They ran [twice] the risk", "multiple", 2, None, ""),
    ("It was [three times] more common", "multiple", 3, None, ""),
    ("It had [four times] the risk", "multiple", 4, None, ""),
    ("It was [10x] higher", "multiple", 10, None, ""),
    ("A [3-fold] rise", "multiple", 3, None, ""),
    ("A [two- to three-fold] rise", "multiple", 2, 3, ""),
    ("A [threefold] rise", "multiple", 3, None, ""),
    ("It can [double] the risk", "multiple", 2, None, ""),
    ("It [doubles] the risk of falls", "multiple", 2, None, ""),
    ("Cases [tripled] in a decade", "multiple", 3, None, ""),
    ("It cut the risk by [half]", "multiple", 0.5, None, ""),
    ("It [halved] their risk", "multiple", 0.5, None, ""),
    ("Smokers had [half] the odds", "multiple", 0.5, None, ""),
    ("They were [half] as likely", "multiple", 0.5, None, ""),
    ("They were [a third] less likely", "multiple", 1 / 3, None, ""),
    # how many
    ("[Millions] of adults", "magnitude", 1e6, None, "adults"),
    ("[Hundreds of thousands] of people", "magnitude", 1e5, None, "people"),
    ("It affects [millions] worldwide", "magnitude", 1e6, None, ""),
    ("[103 million Americans] sleep badly", "count", 103e6, None, "americans"),
    ("There were [12,000 deaths]", "count", 12000, None, "deaths"),
    ("It had [4.6 billion] doors", "count", 4.6e9, None, ""),
    ("[Two hundred and fifty older women] came", "count", 250, None, "women"),
    ("[5 to 10 million people]", "count", 5e6, 10e6, "people"),
    ("[a million Americans]", "count", 1e6, None, "americans"),
    ("[Half a million children]", "count", 5e5, None, "children"),
    ("a group ([n = 120])", "count", 120, None, "participants"),
    ("[35,000 female nurses] and others", "count", 35000, None, "nurses"),
    ("a trial of [2000 patients] there", "count", 2000, None, "patients"),
    ("It cost [$4.6 billion]", "money", 4.6e9, None, "$"),
    ("It cost [£30]", "money", 30, None, "£"),
    ("It cost [$5 to $10]", "money", 5, 10, "$"),
    ("It cost [20 dollars]", "money", 20, None, "$"),
    ("It made [$2.5bn]", "money", 2.5e9, None, "$"),
    # statistics of studies
    ("a [hazard ratio 1.3] for falls", "effect", 1.3, None, "HR"),
    ("an [odds ratio of 2.1] for falls", "effect", 2.1, None, "OR"),
    ("([HR, 0.81])", "effect", 0.81, None, "HR"),
    ("a [95% CI 1.1–2.0] was given", "effect", 1.1, 2.0, "CI"),
    ("it was small ([p = .03])", "effect", 0.03, None, "P"),
    ("it was small ([p < 0.001])", "effect", 0.001, None, "P"),
    # measures
    ("Take [1,000–1,200 mg] of it", "measure", 1000, 1200, "mg"),
    ("Take [400 micrograms] of it", "measure", 400, None, "mcg"),
    ("Take [25 µg] of it", "measure", 25, None, "mcg"),
    ("Take [600 IU] a day", "measure", 600, None, "IU"),
    ("Take [600 international units]", "measure", 600, None, "IU"),
    ("Take [5mg] of it", "measure", 5, None, "mg"),
    ("Ferritin under [75 ng/mL] counts", "measure", 75, None, "ng/mL"),
    ("It rose to [7 mmol/L] then", "measure", 7, None, "mmol/L"),
    ("A pressure of [120/80 mm Hg] is fine", "measure", None, None, "mmHg"),
    ("At [38.5°C] call us", "measure", 38.5, None, "°C"),
    ("Lose [10 pounds] slowly", "measure", 10, None, "lb"),
    ("Add [1/2 cup] of oats", "measure", 0.5, None, "cup"),
    ("Add [1½ cups] of oats", "measure", 1.5, None, "cup"),
    ("Add [half a cup] of oats", "measure", 0.5, None, "cup"),
    ("Add [three-quarters of a teaspoon]", "measure", 0.75, None, "teaspoon"),
    ("About [2,000 calories] daily", "measure", 2000, None, "kcal"),
    ("with [0.5 parts per million] of it", "measure", 0.5, None, "ppm"),
    ("reduce it by 2015 to [3 g] at most", "measure", 3, None, "g"),
    ("Doses of [5 mg to 10 mg] are safe", "measure", 5, 10, "mg"),
    ("[two dozen] eggs", "plain", 24, None, ""),
    # ages
    ("women [over 50]", "age", 50, None, "year"),
    ("if you are [over 50], ask", "age", 50, None, "year"),
    ("adults [aged 18–65] came", "age", 18, 65, "year"),
    ("[ages 6 to 12] only", "age", 6, 12, "year"),
    ("at the [age of 40 years]", "age", 40, None, "year"),
    ("a [12-year-old] girl", "age", 12, None, "year"),
    ("he is [60 years old] now", "age", 60, None, "year"),
    ("babies [six months old]", "age", 6, None, "month"),
    ("adults [65 and older]", "age", 65, None, "year"),
    ("women [in their 40s]", "age", 40, None, "year"),
    ("Mara Lund, [52], agreed", "age", 52, None, "year"),
    ("women [40 to 54] every year", "age", 40, 54, "year"),
    ("They followed patients over [5 years] then", "duration", 5, None, "year"),
    ("between [ages 18 and 65]", "age", 18, 65, "year"),
    # time
    ("for [30 minutes]", "duration", 30, None, "minute"),
    ("a [12-week] course", "duration", 12, None, "week"),
    ("for [3 months]", "duration", 3, None, "month"),
    ("[half an hour] of rest", "duration", 0.5, None, "hour"),
    ("[two and a half hours] of rest", "duration", 2.5, None, "hour"),
    ("for [thousands of years]", "duration", 1000, None, "year"),
    ("rest [twice a day]", "frequency", 2, None, "day"),
    ("walk [3 times a week]", "frequency", 3, None, "week"),
    ("walk [two to three times per week]", "frequency", 2, 3, "week"),
    ("apply it [every 2 hours]", "frequency", 2, None, "hour"),
    ("walk [5 days a week]", "frequency", 5, None, "week"),
    ("a pill [once daily]", "frequency", 1, None, "day"),
    ("on [May 5, 2019], we met", "date", 2019, None, ""),
    ("on [5 May 2019] we met", "date", 2019, None, ""),
    ("in [March 2020] we met", "date", 2020, None, ""),
    ("seen on [2019-05-01] there", "date", None, None, ""),
    ("in [2016] it rose", "year", 2016, None, ""),
    ("the survey of [2003–04] said", "year", 2003, 2004, ""),
    ("In [2014] patients were asked", "year", 2014, None, ""),
    ("in the [1990s] it rose", "year", 1990, None, ""),
    ("at [7:30 p.m.] daily", "time", None, None, ""),
    ("after [2 p.m.] drink none", "time", 2, None, ""),
    # names and order
    ("the [first] visit", "ordinal", 1, None, ""),
    ("the [2nd] visit", "ordinal", 2, None, ""),
    ("the [third] visit", "ordinal", 3, None, ""),
    ("call [1-800-555-0100] now", "phone", None, None, ""),
    ("call [911] or go in", "phone", None, None, ""),
    ("dial [9-1-1] at once", "phone", None, None, ""),
    ("take vitamin [B12] daily", "name", None, None, ""),
    ("vitamin [D3] is fat-soluble", "name", None, None, ""),
    ("vitamin [B-6] is not", "name", None, None, ""),
    ("rich in [omega-3] fats", "name", None, None, ""),
    ("after [COVID-19] they", "name", None, None, ""),
    ("the [H1N1] strain", "name", None, None, ""),
    ("with [type 2] diabetes", "name", 2, None, "type"),
    ("measure [25(OH)D] first", "name", None, None, ""),
    ("the variant [C677T] is common", "name", None, None, ""),
    ("sunscreen of [SPF 30] or so", "name", 30, None, "spf"),
    ("a [BMI of 30] or so", "name", 30, None, "bmi"),
    ("[stage 3] disease", "name", 3, None, "stage"),
    ("a [phase 3] trial", "name", 3, None, "phase"),
    ("[Step 2 of 5]: stretch", "name", 2, None, "step"),
    ("see [Figure 2] there", "name", 2, None, "figure"),
    ("a [10-point] scale", "name", 10, None, "scale"),
    ("on a [scale of 1 to 10] it", "name", 1, 10, "scale"),
    ("[1]. Rest your legs", "list", 1, None, ""),
    ("it works [[3]]", "list", 3, None, ""),
    # neither
    ("[2%] milk", "label", 2, None, "%"),
    ("Endocrinology, [16], 1587055", "plain", 16, None, ""),
    ("the [two] can interact", "plain", 2, None, ""),
    ("[three] moles on her back", "plain", 3, None, ""),
    ("there are [two] kinds", "plain", 2, None, ""),
]

STATISTICS = {"percent", "points", "ratio", "fraction", "multiple", "magnitude", "count", "effect"}

TRAPS = [
    "She has double vision",
    "a double-blind trial",
    "a double dose of fun",
    "the scaffold of bone",
    "they fold twice",
    "rest twice a day",
    "he doubled over in pain",
    "double the dose",
    "2% milk",
    "70% dark chocolate",
    "20% DV",
    "20% of the Daily Value",
    "10% of your daily calories",
    "50% less sodium",
    "100% whole wheat",
    "100% fruit juice",
    "100% cotton sheets",
    "I am 100% sure",
    "100% natural",
    "70% isopropyl alcohol",
    "5% benzoyl peroxide",
    "one in a million",
    "a million reasons to rest",
    "the second half of 2016",
    "the other half",
    "over the second half of the study",
    "half an hour",
    "half your plate",
    "fill half of your plate with greens",
    "half a cup",
    "half past nine",
    "a half-hearted try",
    "a half-life of 6 hours",
    "a quarter past nine",
    "in close quarters",
    "headquarters",
    "open 24/7",
    "a 50/50 split",
    "dial 9-1-1",
    "1/2 cup of rice",
    "one of the nurses",
    "one in the morning",
    "cut the tablet in half",
    "halve the tomatoes",
    "a third dose",
    "the third visit",
    "1 in 3 months",
    "done in 2 of 2016",
    "one-to-one care",
    "rate it 7 out of 10 on a scale",
    "4 out of 5 stars",
    "thousands of years",
    "a few million reasons",
    "three times a day",
    "type 2 patients",
    "for the first time",
    "chapter 3 people",
    "The 2016 study",
    "B12 deaths",
    "over 300 reactions",
    "5 mg per 100 ml",
    "half of the pills",
    "three-quarter sleeves",
    "save 15% today",
    "now 15% off",
    "the doubling time of the virus",
    "Triple Strength oil",
    "660/850nm light",
    "they asked the women over 50 questions",
]


@pytest.mark.parametrize(("marked", "kind", "value", "high", "unit"), KINDS)
def test_a_number_is_what_its_words_make_of_it(
    marked: str, kind: str, value: float | None, high: float | None, unit: str
) -> None:
    before, _, rest = marked.replace("[[", "[\0").partition("[")
    span, _, after = rest.replace("]]", "\1]").rpartition("]")
    outer = ("[", "]") if span.startswith("\0") else ("", "")
    span = span.strip("\0\1")
    text = f"{before}{outer[0]}{span}{outer[1]}{after}"
    number = next(found for found in find_numbers(text) if found.kind == kind)
    assert text[number.start : number.end] == span
    assert number[3:] == (pytest.approx(value), pytest.approx(high) if high else None, unit)


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_statistic_is_none(text: str) -> None:
    assert [number for number in find_numbers(text) if number.kind in STATISTICS] == []


def test_every_leading_word_has_a_reader() -> None:
    assert LEADING_WORDS.keys() == LEADING


def test_numbers_come_in_order_and_do_not_overlap() -> None:
    text = "In 2019, 1 in 5 women over 50 took 5–10 mg twice a day for 12 weeks (95% CI 1.1–2.0)."
    spans = [(number.start, number.end) for number in find_numbers(text)]
    assert [text[slice(*span)] for span in spans] == [
        "2019", "1 in 5", "over 50", "5–10 mg", "twice a day", "12 weeks", "95% CI 1.1–2.0",
    ]  # fmt: skip


def test_a_folded_text_may_be_handed_in() -> None:
    text = "About 1\u00a0IN\u00a05 of İnci’s patients"
    assert find_numbers(text, fold(text)) == find_numbers(text)
    assert find_numbers(text)[0].kind == "ratio"


def test_a_change_from_one_share_to_another_is_two_numbers() -> None:
    text = "It fell from 4.1% to 2.2%."
    assert [text[number.start : number.end] for number in find_numbers(text)] == ["4.1%", "2.2%"]


def test_no_number_crosses_a_blank_line() -> None:
    text = "It was 5\n\npercent of them, aged\n\n18"
    assert [number.kind for number in find_numbers(text)] == ["plain", "plain"]


@pytest.mark.parametrize(
    "text", ["", "No figures here.", "one of the nurses", "someone phoned", "At one point she slept", "half-moon"]
)
def test_a_text_without_numbers_has_none(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize("unit", ["1,", "1-", "1/", "1.a", "9", "1 in ", "half ", "one ", "and 1 ", "per 1 "])
def test_endless_repetition_is_read_to_the_end(unit: str) -> None:
    numbers = find_numbers(unit * 2000)
    assert all(one.end <= other.start for one, other in pairwise(numbers))
