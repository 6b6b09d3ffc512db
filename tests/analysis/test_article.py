"""The kind of article."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from healthlint.analysis.article import classify
from healthlint.analysis.languages import Language
from healthlint.analysis.sentences import find_sentences
from healthlint.model.context import Policy
from healthlint.ruleset.load import rules_dir

if TYPE_CHECKING:
    from conftest import ReadFrame

    from healthlint.analysis.article import Article

POLICY = Policy(today=date(2026, 1, 15))
SOFTWARE = (
    "# Readme\n\nThis repository holds the source code of the pill counter. Install the dependencies with npm, set the "
    "API key in the config and run the build script from the command line. The backend is written in Python and keeps "
    "its data as JSON; see the schema. A deployment to the server needs a commit on the main branch of the repository. "
    "Doctors use the app to count tablets such as aspirin, ibuprofen, metformin and iron for patients with diabetes.\n"
)
DIARY = (
    "I lost my keys on Monday, so my sister and I took the ferry, and I saw the lighthouse for the first time. " * 12
)
TABLE = "# Iron in food\n\n| Food | Iron |\n|---|---|\n" + "\n".join(
    f"| {food}, boiled, without salt or added fat, per plate of 100 g | {amount} mg of iron, and zinc |"
    for food, amount in (
        ("Lentils", 3),
        ("Spinach", 2),
        ("Eggs", 1),
        ("Peas", 1),
        ("Beans", 2),
        ("Oats", 4),
        ("Rice", 1),
    )
)
OFFICE = (
    "# Claims for hearing aids\n\nYou may be eligible for coverage of hearing aids, insulin and medicines for high "
    "blood pressure, asthma and diabetes. To apply for benefits, send the application form with your insurance card. "
    "Copays depend on your plan, your income and your priority group. If your claim is denied, you can file an appeal; "
    "the form is on the back of the letter. Enrollment is open until March. Members with Medicare keep their coverage. "
    "The premium of their plan does not change. Reimbursement takes two weeks, and the deductible is on your account. "
) * 2


def kind_of(read: ReadFrame, text: str, path: str = "a.md", policy: Policy = POLICY) -> Article:
    frame = read(text, path)
    return classify(
        frame.document, policy, frame.metadata, frame.zones, Language(), find_sentences(frame.document), frame.hits
    )


def stock(name: str) -> str:
    return (rules_dir() / "wraps" / name).read_text(encoding="utf-8").replace("{example}", "")


@pytest.mark.parametrize("name", ["advice-article.md", "advice-article.txt", "advice-article.html", "bare-article.md"])
def test_health_advice_is_advice_in_every_format(frame: ReadFrame, name: str) -> None:
    assert kind_of(frame, stock(name), name).kind == "advice"


def test_a_report_of_a_study_is_news(frame: ReadFrame) -> None:
    assert kind_of(frame, stock("news-article.md")).kind == "news"


def test_a_page_that_says_it_is_news_is_believed(frame: ReadFrame) -> None:
    page = (
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script><p>' + "Honey eases a sore throat. " * 40
    )
    assert kind_of(frame, page, "a.html").kind == "news"


@pytest.mark.parametrize("text", [SOFTWARE, DIARY, OFFICE], ids=["software", "diary", "office"])
def test_what_is_not_about_health_is_other(frame: ReadFrame, text: str) -> None:
    assert kind_of(frame, text).kind == "other"


def test_notes_on_the_making_of_a_site_are_other_whatever_they_speak_of(frame: ReadFrame) -> None:
    assert kind_of(frame, stock("bare-article.md"), "blog/CONTENT-TODO.md").kind == "other"


def test_tables_of_data_are_reference(frame: ReadFrame) -> None:
    assert kind_of(frame, TABLE).kind == "reference"


def test_a_drug_monograph_is_reference(frame: ReadFrame) -> None:
    line = "Examplamine lowers the blood pressure of adults with hypertension; nausea, headache and cough are common. "
    headings = ("Indications and usage", "Contraindications", "Adverse reactions", "Mechanism of action")
    assert (
        kind_of(frame, "# Examplamine\n\n" + "\n\n".join(f"## {each}\n\n{line * 4}" for each in headings)).kind
        == "reference"
    )


def test_the_front_matter_wins_over_the_configuration(frame: ReadFrame) -> None:
    policy = POLICY._replace(article="reference")
    assert kind_of(frame, DIARY, policy=policy).kind == "reference"
    assert kind_of(frame, f"---\narticle: advice\n---\n\n{DIARY}", policy=policy).kind == "advice"


def test_a_few_words_are_taken_for_advice(frame: ReadFrame) -> None:
    found = kind_of(frame, "Honey eases a sore throat.")
    assert (found.kind, found.words) == ("advice", 5)


def test_most_news_is_known_as_news(frame: ReadFrame, shared: Path, tmp_path: Path) -> None:
    import tarfile

    with tarfile.open(shared / "data" / "news.tar.xz") as archive:
        members = [member for member in archive if member.isfile()][::40]
        texts = [(archive.extractfile(member) or pytest.fail("no file")).read().decode() for member in members]
    long_ones = [text for text in texts if len(text.split()) >= 150]
    kinds = [kind_of(frame, text).kind for text in long_ones]
    assert kinds.count("news") >= 0.93 * len(kinds)


def test_notes_for_oneself_are_other(frame: ReadFrame) -> None:
    text = stock("bare-article.md").replace("# Why calves cramp at night", "# Night cramps: research notes")
    assert kind_of(frame, text).kind == "other"


def test_a_page_about_the_body_that_sends_readers_to_a_doctor_is_advice(frame: ReadFrame) -> None:
    care = "Lift the heel, feel the calf and the knee, breathe until the heart slows, and rub the warm skin. " * 10
    assert kind_of(frame, care).kind == "other"
    assert kind_of(frame, care + "See a doctor if the heel hurts at night.").kind == "advice"
