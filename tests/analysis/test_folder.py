"""Articles side by side: copies, shared passages, and what many may share."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date

import pytest

from healthlint.analysis import Analysis
from healthlint.analysis.folder import Folder
from healthlint.analysis.likeness import Likeness
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

KNOWLEDGE = load_rules().knowledge
POLICY = Policy(date(2026, 1, 15), article="advice")

CALVES = "A cramp in the calf lets go when you pull the toes towards the knee and breathe out slowly for a while."
HEELS = "Walk a few steps on your heels afterwards, and rub the muscle with both hands until it feels warm again."
WALL = "Stretch both legs against a wall before you go to bed on days on which you have stood more than usual."
SHOES = "Shoes with a low heel spare the calf, which has to hold the body up all day when the heel stands high."
SALT = "Whoever sweats a lot in the garden should drink broth in the evening, since sweat carries away the salt."
STAIRS = "Climbing stairs on the balls of the feet makes the muscle longer and stronger in the course of a month."
BIKE = "On a bicycle the saddle is too low for most people, which shortens the stroke and tires the calf early."
POOL = "Cold water in the pool makes the vessels narrow, so that the first lengths should be swum at an easy pace."
SOCKS = "Tight socks leave a mark below the knee, and what leaves a mark holds up the blood on its way to the foot."
DESK = "Two colleagues who share a desk should agree on a chair that can be set for both of them within a minute."
ALL = [CALVES, HEELS, WALL, SHOES, SALT, STAIRS, BIKE, POOL, SOCKS, DESK]


def page(title: str, *paragraphs: str, date: str = "") -> str:
    head = f"---\ndate: {date}\n---\n\n" if date else ""
    return f"{head}# {title}\n\n" + "\n\n".join(paragraphs)


def unlike(number: int, count: int = 4) -> list[str]:
    """Paragraphs that nothing else is like."""
    return [
        " ".join(f"w{number}x{place}y{word}" for word in range(20)) + f" and so on, as told in part {place}."
        for place in range(count)
    ]


def analyse(file: str, text: str, policy: Policy = POLICY) -> Analysis:
    return Analysis(read(text.encode(), file), KNOWLEDGE, policy)


def folder(texts: dict[str, str], policy: Policy = POLICY) -> Folder:
    signatures = [analyse(file, text, policy).signature for file, text in texts.items()]
    return Folder(signatures, lambda file: analyse(file, texts[file], policy))


def files(found: tuple[Likeness, ...] | list[Likeness]) -> list[tuple[str, str]]:
    return [(each.article.file, each.keep.file) for each in found]


def sharing(texts: dict[str, str], policy: Policy = POLICY) -> list[tuple[str, str]]:
    return files(list(folder(texts, policy).sharing(2, 0.15)))


@pytest.mark.parametrize(
    ("first", "second", "worse"),
    [
        (page("A", *ALL, date="2024-01-01"), page("B", *ALL, date="2025-01-01"), "a.md"),
        (page("A", *ALL, date="2025-01-01"), page("B", *ALL, date="2024-01-01"), "b.md"),
        (page("A", *ALL), page("B", *ALL[:9]), "b.md"),
        (page("A", *ALL[:9]), page("B", *ALL), "a.md"),
        (page("A", *ALL), page("B", *ALL), "b.md"),
    ],
    ids=["older", "older-second", "shorter", "shorter-first", "later-by-name"],
)
def test_of_two_copies_the_worse_one_is_to_go(first: str, second: str, worse: str) -> None:
    keep = {"a.md": "b.md", "b.md": "a.md"}[worse]
    assert files(folder({"a.md": first, "b.md": second}).duplicates) == [(worse, keep)]


def test_a_copy_with_some_words_changed_is_a_copy() -> None:
    changed = [text.replace("the calf", "the lower leg").replace("foot", "ankle") for text in ALL]
    assert changed != ALL
    assert files(folder({"a.md": page("A", *ALL), "b.md": page("B", *changed)}).duplicates) == [("a.md", "b.md")]


def test_the_same_article_in_another_format_is_a_copy() -> None:
    html = "<h1>A</h1>" + "".join(f"<p>{text}</p>" for text in ALL)
    assert files(folder({"a.md": page("A", *ALL), "b.html": html}).duplicates) == [("b.html", "a.md")]


def test_half_an_article_is_no_copy_but_shared() -> None:
    texts = {"a.md": page("A", *ALL[:5], *unlike(1)), "b.md": page("B", *unlike(2), *ALL[:5])}
    assert folder(texts).duplicates == ()
    assert len(sharing(texts)) == 1


def test_pages_for_many_towns_are_copies_and_no_boilerplate() -> None:
    towns = [f"town{number}.md" for number in range(12)]
    texts = {town: page(town, *(f"{text} Ask in {town}." for text in ALL)) for town in towns}
    found = folder(texts).duplicates
    assert len(found) == 11
    assert {each.keep.file for each in found} == {"town0.md"}


def test_copies_are_not_told_again_as_articles_that_share_text() -> None:
    texts = {name: page(name, *ALL) for name in ("a.md", "b.md")} | {"c.md": page("C", *ALL[:3], *unlike(1, 8))}
    assert sharing(texts) == [("a.md", "c.md")]


@pytest.mark.parametrize(("articles", "found"), [(4, 6), (5, 0)])
def test_what_stands_in_five_articles_is_boilerplate(articles: int, found: int) -> None:
    texts = {f"{n}.md": page(f"P {n}", *unlike(n), CALVES, HEELS, WALL, *unlike(n + 50)) for n in range(articles)}
    assert len(sharing(texts)) == found


def test_two_short_paragraphs_in_long_articles_are_not_enough() -> None:
    short = "Set the chair so that both feet rest on the floor.", "The screen belongs at the height of your two eyes."
    short = tuple(f"{text} That is all." for text in short)
    texts = {f"{n}.md": page(f"P {n}", *unlike(n, 9), *short, *unlike(n + 50, 9)) for n in range(2)}
    assert sharing(texts) == []


def test_one_paragraph_counts_if_it_is_much_of_an_article() -> None:
    long = f"{CALVES} {HEELS} {WALL}"
    texts = {"a.md": page("A", long, *unlike(1)), "b.md": page("B", *unlike(2), long, *unlike(3))}
    assert sharing(texts) == [("a.md", "b.md")]


def test_what_two_articles_end_with_is_about_the_publisher() -> None:
    texts = {f"{n}.md": page(f"P {n}", *unlike(n, 9), CALVES, HEELS, WALL) for n in range(2)}
    assert sharing(texts) == []


def test_a_closing_section_of_many_that_are_shared_counts() -> None:
    sections = f"## Cramps\n\n{CALVES}\n\n{HEELS}\n\n## Shoes\n\n{SHOES}\n\n{SALT}"
    texts = {f"{n}.md": page(f"P {n}", *unlike(n), sections) for n in range(2)}
    (found,) = folder(texts).sharing(2, 0.15)
    assert [match.passage.path for match in found.matches] == [("P 1", "Cramps")] * 2


@pytest.mark.parametrize(
    "notice",
    [
        "This page is not medical advice, and nobody should put off a visit to a practice because of it.",
        "If you think of suicide, call 988 at any time of the day, and somebody will listen and stay on the line.",
        "Our institute was founded in a barn by the lake, and people from thirty countries work there now.",
    ],
)
def test_notices_may_stand_in_two_articles(notice: str) -> None:
    texts = {f"{n}.md": page(f"P {n}", *unlike(n, 2), notice, f"{notice} {notice}", *unlike(n + 9)) for n in range(2)}
    assert sharing(texts) == []


def test_approved_text_may_stand_in_two_articles() -> None:
    texts = {f"{n}.md": page(f"P {n}", *unlike(n), f"*{CALVES}*", HEELS, *unlike(n + 9)) for n in range(2)}
    assert len(sharing(texts)) == 1
    approved = POLICY._replace(shared_blocks=(f"{CALVES.upper()}\n\n{HEELS}",))
    assert sharing(texts, approved) == []


def test_what_an_approved_text_stands_in_is_still_compared() -> None:
    texts = {f"{n}.md": page(f"P {n}", *unlike(n), f"{CALVES} {HEELS} {WALL}", *unlike(n + 9)) for n in range(2)}
    assert len(sharing(texts, POLICY._replace(shared_blocks=(CALVES, "")))) == 1


def test_an_article_with_the_title_of_another_is_a_namesake() -> None:
    texts = {"a.md": page("Cramps in the calf", *ALL), "b.md": page("Cramps in the Calf?", *unlike(1))}
    assert files(folder(texts).namesakes) == [("b.md", "a.md")]


@pytest.mark.parametrize("title", ["About us", "Cramps in the calf"])
def test_short_titles_and_those_of_columns_make_no_namesakes(title: str) -> None:
    texts = {f"{number}.md": page(title, *unlike(number)) for number in range(2 if title == "About us" else 4)}
    assert folder(texts).namesakes == ()


def test_pages_of_a_sentence_are_no_copies() -> None:
    assert folder({"a.md": page("A", CALVES), "b.md": page("B", CALVES)}).duplicates == ()


def test_the_order_of_the_articles_makes_no_difference() -> None:
    texts = {f"{n}.md": page(f"P {n}", *ALL[n : n + 4], *unlike(n)) for n in range(6)}
    forwards, backwards = sharing(texts), sharing(dict(reversed(texts.items())))
    assert forwards
    assert forwards == backwards


def test_an_article_that_is_gone_has_nothing_in_common_but_what_is_the_same() -> None:
    changed = [text.replace("the calf", "the lower leg") for text in ALL]
    texts = {"a.md": page("A", *ALL), "b.md": page("B", *changed)}
    gone = Folder(folder(texts).signatures, lambda file: None)
    (match, *_) = gone.compare(0, 1).matches
    assert match.shared == 1
    assert len(gone.compare(0, 1).matches) == sum(one == other for one, other in zip(ALL, changed, strict=True))


def test_a_signature_knows_the_places_of_its_passages() -> None:
    text = page("A", CALVES, f"## Shoes\n\n- {SHOES}\n\n> {SALT}")
    signature = pickle.loads(pickle.dumps(analyse("a.md", text).signature))
    assert [text[slice(*each.source)] for each in signature.passages()] == [CALVES, f"- {SHOES}", SALT]
    assert [each.path for each in signature.passages()] == [("A",), ("A", "Shoes"), ("A", "Shoes")]
    assert len(signature.records) + len(signature.runs) < 80 * signature.size


@pytest.mark.parametrize("text", ["", "# A\n\n## B", "---\ntitle: A\n---\n", "| a | b |\n|---|---|\n| c | d |\n"])
def test_articles_with_no_prose_have_nothing_in_common(text: str) -> None:
    both = folder({"a.md": text, "b.md": text, "c.md": page("C", *ALL)})
    assert (both.duplicates, both.namesakes, list(both.sharing(2, 0.15))) == ((), (), [])


def test_no_articles_have_nothing_in_common() -> None:
    assert (folder({}).duplicates, list(folder({}).sharing(2, 0.15))) == ((), [])


def test_a_line_of_two_megabytes_has_a_small_signature() -> None:
    line = " ".join(f"word{number % 5000} stands here" for number in range(100_000))
    signature = analyse("a.txt", line).signature
    assert len(signature.runs) <= 4 * 256
    assert files(Folder([signature, signature._replace(file="b.txt")], lambda file: None).duplicates) == [
        ("b.txt", "a.txt")
    ]


def test_a_copy_of_an_article_that_repeats_itself_is_a_copy() -> None:
    texts = {"a.md": page("A", *[CALVES] * 30), "b.md": page("B", *[CALVES] * 30)}
    assert files(folder(texts).duplicates) == [("b.md", "a.md")]


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], int]:
    """How many pairs of articles are compared in a folder of so many copies."""

    def count(copies: int) -> int:
        compared = folder({f"{number:04}.md": page("A", *ALL) for number in range(copies)})
        calls: list[int] = []
        compare = compared.compare

        def counted(one: int, other: int, families: set[int] | None = None) -> Likeness:
            calls.append(one)
            return compare(one, other, families)

        monkeypatch.setattr(compared, "compare", counted)
        assert len(compared.duplicates) == copies - 1
        return len(calls)

    return count


def test_many_copies_are_not_compared_each_with_each(count: Callable[[int], int]) -> None:
    assert count(60) <= 4 * 60
