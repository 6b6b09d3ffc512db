"""What is the article, and what only stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import ReadFrame

LEAD = (
    "Most sore throats get better on their own within a week, and honey in warm water is as good a comfort as any that "
    "can be bought without a prescription, whatever the label on the bottle says about it."
)
MORE = (
    "Gargling with salt water does no harm, and many people say that they swallow more easily for an hour or so "
    "afterwards, which may be reason enough to do it before meals in the first days of a cold. A hoarse voice wants "
    "rest more than it wants medicine, and whispering is no rest."
)


def test_title_byline_and_contents_are_front(frame: ReadFrame) -> None:
    contents = "## Table of contents\n\n- [Why it hurts](#why)\n- [What helps](#what)"
    read = frame(
        f"# Sore throats\n\nBy Ines Kaur\n\n{contents}\n\n## Why it hurts\n\n{LEAD}\n\n## What helps\n\n{MORE}\n"
    )
    assert read.words("front") == ["Sore throats", "By Ines Kaur", "Table of contents", "Why it hurts", "What helps"]


def test_contents_without_a_heading_repeat_the_headings(frame: ReadFrame) -> None:
    contents = "- Why it hurts\n- What helps\n- Next steps"
    body = f"## Why it hurts\n\n{LEAD}\n\n## What helps\n\n{MORE}\n\n## Next steps\n\n{MORE}"
    assert frame(f"{contents}\n\n{body}\n").words("front") == ["Why it hurts", "What helps", "Next steps"]


def test_links_into_the_page_are_contents(frame: ReadFrame) -> None:
    links = "- [Why it hurts](#why)\n- [What helps](https://example.org/help)"
    assert frame(f"# Sore throats\n\n{LEAD}\n\n{links}\n\n{MORE}\n").words("front") == ["Sore throats", "Why it hurts"]


def test_a_path_above_the_title_is_chrome(frame: ReadFrame) -> None:
    read = frame(f"Health Library\n\n|\n\n# Sore throats\n\n{LEAD}\n")
    assert read.words("chrome") == ["Health Library", "|"]


def test_chrome_begins_after_the_last_section_of_prose(frame: ReadFrame) -> None:
    tail = "## Latest posts\n\n- Ten soups for a cold\n- Bees in winter\n\nSubscribe to our newsletter\n\nGo home"
    read = frame(f"# Sore throats\n\n{LEAD}\n\n## What helps\n\n{MORE}\n\n{tail}\n")
    assert read.words("body") == [LEAD, "What helps", MORE]
    assert read.words("chrome")[0] == "Latest posts"


def test_references_stay_references_among_the_chrome(frame: ReadFrame) -> None:
    entries = "\n\n".join(
        f"Osei, B. ({year}). Honey for throats. Invented Voices, 4, 11–19." for year in (2019, 2020, 2021)
    )
    read = frame(f"# Sore throats\n\n{LEAD}\n\n{MORE}\n\nRead more\n\n{entries}\n\nThanks for subscribing!\n")
    assert len(read.words("references")) == 3
    assert read.words("chrome") == ["Read more", "Thanks for subscribing!"]


def test_chrome_in_the_middle_does_not_swallow_the_body_after_it(frame: ReadFrame) -> None:
    middle = "Advertisement\n\n## Related articles\n\n- Ten soups for a cold\n\n## What helps"
    read = frame(f"# Sore throats\n\n{LEAD}\n\n{middle}\n\n{MORE}\n\n{MORE}\n")
    assert read.words("chrome") == ["Advertisement", "Related articles", "Ten soups for a cold"]
    assert read.words("body") == [LEAD, "What helps", MORE, MORE]


def test_a_section_of_prose_is_no_chrome_whatever_its_heading(frame: ReadFrame) -> None:
    read = frame(f"# Sore throats\n\n{LEAD}\n\n## Learn more\n\n{MORE}\n")
    assert read.words("chrome") == []


def test_a_sentence_with_such_words_is_no_chrome(frame: ReadFrame) -> None:
    lines = "- Share your results with your doctor.\n- Learn more about honey in our guide to sweeteners."
    assert frame(f"# Sore throats\n\n{LEAD}\n\n{lines}\n\n{MORE}\n").words("chrome") == []


def test_the_zones_do_not_depend_on_the_format(frame: ReadFrame) -> None:
    markdown = (
        f"# Why throats hurt\n\nBy Ines Kaur\n\n{LEAD}\n\n## What helps\n\n{MORE}\n\n## Related posts\n\n- Ten soups\n"
    )
    text = markdown.replace("#", "").replace("\n ", "\n").strip()
    html = (
        f"<main><h1>Why throats hurt</h1><p>By Ines Kaur</p><p>{LEAD}</p><h2>What helps</h2><p>{MORE}</p>"
        "<h2>Related posts</h2><ul><li>Ten soups</li></ul></main>"
    )
    zones = [frame(source, path).zones for source, path in ((markdown, "a.md"), (text, "a.txt"), (html, "a.html"))]
    assert zones == [("front", "front", "body", "body", "body", "chrome", "chrome")] * 3


def test_furniture_early_in_an_article_without_headings_takes_nothing_with_it(frame: ReadFrame) -> None:
    for line in ("Advertisement", "Related articles", "Read more"):
        read = frame(f"# Sore throats\n\n{LEAD}\n\n{line}\n\n{MORE}\n\n{MORE}\n\n{MORE}\n")
        assert read.words("chrome") == [line]
