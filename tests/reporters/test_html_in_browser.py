"""The page for editors, as a browser shows it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from healthlint.cli.main import main
from healthlint.reporters import Screen, render
from tests.reporters import hostile
from tests.reporters.browser import Browser, started

IRON = """\
---
title: Iron and tired legs
---

# Iron and tired legs

Low iron causes restless legs. About 35% of all adults sleep badly because of it.

## What is known

A survey found an association between low iron and restless legs, but it cannot show what came first [1].

Stretch both calves against a wall before you go to bed, and hold each stretch for half a minute or so.

## What to do

Stretch both calves against a wall before you go to bed, and hold each stretch for a minute or even longer.

Ask your doctor before you take iron, since too much of it is harmful.

## References

1. Poe J. Iron and legs: a survey. Journal of Legs. 2019. https://example.org/legs
"""
COPY = """\
# Cramps at night

A cramp in the calf lets go when you pull the toes towards the knee and breathe out slowly for a while.

Walk a few steps on your heels afterwards, and rub the muscle with both hands until it feels warm again.

Stretch both legs against a wall before you go to bed on days on which you have stood more than usual.
"""
ATTACK = """\
---
title: "</title><script>window.hacked = 1</script>"
author: "\\" onmouseover=\\"window.hacked = 1\\" <img src=x onerror=window.hacked=1>"
---

# Iron <script>window.hacked = 1</script> causes tired legs

<img src="x" onerror="window.hacked = 1"> <svg onload="window.hacked = 1"></svg>

Low iron causes restless legs `</style><script>window.hacked = 1</script>` and
{{ constructor.constructor('window.hacked = 1')() }} ${window.hacked = 1}.

[Press here](javascript:window.hacked=1) or [there](JaVaScRiPt:window.hacked=1) or
[elsewhere](data:text/html,<script>window.hacked=1</script>) for iron.

About 35% of all \u202eadults\u202c sleep badly because of it, \u2066says nobody\u2069.
<a href="javascript:window.hacked=1" onclick="window.hacked=1">Or here</a>.

1. Poe J. "><script>window.hacked = 1</script>. Journal of Legs. 2019. javascript:window.hacked=1
"""
PROBES = (
    "<script>window.hacked = 1</script>",
    '<img src="data:," onerror="window.hacked = 1">',
    '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
    '<a id="probe" href="javascript:window.hacked=1">x</a>',
    '<p onclick="window.hacked = 1" id="probe">x</p>',
    '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _as_usual(browser: Browser) -> None:
    browser.resize(1280, 900)
    browser.prefer("light")
    browser.complaints()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a folder of articles."""
    posts = tmp_path_factory.mktemp("posts")
    copy = COPY.replace("at night", "while you sleep").replace("feels warm", "is soft and warm")
    for name, text in (
        ("iron.md", IRON),
        ("cramps.md", COPY),
        ("sleep.md", copy),
        ("empty.md", "# Nothing\n\nTo see.\n"),
    ):
        (posts / name).write_text(text, encoding="utf-8")
    return written(posts)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of one article."""
    path = tmp_path_factory.mktemp("post") / "iron.md"
    path.write_text(IRON, encoding="utf-8")
    return written(path)


def written(path: Path) -> Path:
    page = (path if path.is_dir() else path.parent) / "report.html"
    assert main(["check", str(path), "--isolated", "--no-cache", "--no-progress", "--quiet", "--exit-zero",
                 "--min-severity", "info", "--format", f"html:{page}"]) == 0  # fmt: skip
    return page


def test_a_box_hides_the_findings_of_a_severity(browser: Browser, article: Path) -> None:
    browser.open(article)
    before = browser.count(".note"), browser.count(".note.error"), browser.count("mark.error:not(.off)")
    assert min(before) > 0
    browser.find("#filters input[value=error]").click()
    assert browser.count(".note") == before[0] - before[1]
    assert browser.count("mark.error:not(.off)") == 0
    assert browser.find("#status").text == f"{before[0] - before[1]} of {before[0]} findings"


@pytest.mark.parametrize("name", ["topic", "rule"])
def test_a_choice_leaves_the_findings_of_a_topic_or_rule(name: str, browser: Browser, article: Path) -> None:
    browser.open(article)
    value = browser.run(f"return document.querySelector('.note.error').dataset.{name}")
    browser.find(f"#{name} option[value='{value}']").click()
    kinds = f"return [...document.querySelectorAll('.note:not([hidden])')].map(each => each.dataset.{name})"
    assert set(browser.run(kinds)) == {value}


def test_the_index_leaves_out_articles_of_which_nothing_is_shown(browser: Browser, folder: Path) -> None:
    browser.open(folder)
    assert browser.count("tr[data-view]") == 4
    browser.find("#topic option[value=causality]").click()
    assert browser.find("tbody").text.startswith("Iron and tired legs\niron.md 1 ")
    assert browser.count("tr[data-view]") == 1


def test_the_bar_counts_what_is_in_the_article_that_is_shown(browser: Browser, folder: Path) -> None:
    browser.open(folder)
    total = browser.run("return document.querySelectorAll('.note').length")
    assert browser.find("#status").text == f"{total} findings"
    browser.open(folder, "#a1")
    here = browser.count(".note"), browser.count(".note.error")
    assert browser.find("#status").text == f"{here[0]} findings here"
    assert browser.find("[data-count=error]").text == str(here[1])
    browser.find("#next").click()
    assert browser.find("#status").text == f"Finding 1 of {here[0]}"


def test_an_article_leads_to_the_next_in_need(browser: Browser, folder: Path) -> None:
    browser.open(folder, "#a1")
    browser.find("#a1 > .up:last-child a:last-child").click()
    assert browser.find(".view.current").get_attribute("id") == "a2"
    assert len(browser.driver.find_elements("css selector", "#a4 > .up:last-child a")) == 1


def test_evidence_is_one_click_away(browser: Browser, article: Path) -> None:
    browser.open(article)
    browser.find(".note[data-rule=HL201] .related a").click()
    focused = browser.driver.switch_to.active_element
    assert "association" in focused.text
    assert "here" in focused.get_attribute("class")


def test_a_mark_leads_to_its_note_and_back(browser: Browser, article: Path) -> None:
    browser.open(article)
    browser.find("mark.error").click()
    assert "Low iron causes restless legs" in browser.find(".note.here").text
    browser.find(".note.here .no a").click()
    assert browser.driver.switch_to.active_element.text == "Low iron causes restless legs"


def test_both_sides_of_a_copy_stand_next_to_each_other(browser: Browser, article: Path) -> None:
    browser.open(article)
    browser.driver.find_element("link text", "Compare both sides").click()
    here, there = browser.driver.find_elements("css selector", ".sides[open] .side")
    assert here.location["y"] == there.location["y"]
    assert [each.text for each in here.find_elements("css selector", "del")] == ["even longer."]
    assert [each.text for each in there.find_elements("css selector", "ins")] == ["half", "so."]


def test_the_index_leads_to_copies_in_other_articles(browser: Browser, folder: Path) -> None:
    browser.open(folder)
    browser.find("#all ul a").click()
    assert browser.find(".view.current h2").text == "Cramps at night"
    assert "while you" in browser.find(".sides[open] ins").text


def test_the_sheets_lead_to_the_text(browser: Browser, article: Path) -> None:
    browser.open(article)
    claims, references = browser.driver.find_elements("css selector", ".sheet")
    claims.find_element("css selector", "summary").click()
    assert "Low iron causes restless legs.\niron → restless legs" in claims.text
    claims.find_element("link text", "line 7").click()
    assert browser.driver.switch_to.active_element.text.startswith("Low iron causes")
    references.find_element("css selector", "summary").click()
    assert "https://example.org/legs" in references.text


def test_everything_can_be_done_by_keyboard(browser: Browser, article: Path) -> None:
    tab, enter, space = "\ue004", "\ue007", " "
    browser.open(article)
    browser.press(tab)
    assert browser.driver.switch_to.active_element.text == "Skip to the report"
    browser.press(
        tab,
    )
    browser.press(space)
    assert browser.count(".note.error") == 0
    browser.press(space)
    browser.run("document.getElementById('next').focus()")
    browser.press(enter)
    first = browser.driver.switch_to.active_element
    assert first.get_attribute("id") == "a1-n1"
    browser.press(tab)
    assert browser.run("return arguments[0].contains(document.activeElement)", first)


def test_one_article_is_shown_at_a_time(browser: Browser, folder: Path) -> None:
    browser.open(folder)
    assert browser.count(".view") == 1
    browser.find("tr[data-view] a").click()
    assert [browser.count(".view"), browser.find(".view.current h2").text] == [1, "Iron and tired legs"]
    browser.driver.back()
    browser.run("dispatchEvent(new HashChangeEvent('hashchange'))")  # which otherwise comes in its own time
    assert browser.find(".view.current h2").text == "All articles"


def test_it_can_be_printed(browser: Browser, article: Path) -> None:
    browser.open(article)
    browser.run("addEventListener('beforeprint', () => window.opened = document.querySelectorAll('[open]').length)")
    paper = base64.b64decode(browser.driver.print_page())
    assert paper.startswith(b"%PDF")
    assert browser.run("return window.opened") > 5
    assert browser.run("return document.querySelectorAll('[open]').length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("place", ["", "#a1", "#a1-n1"])
def test_axe_finds_nothing_wrong(place: str, width: int, scheme: str, browser: Browser, folder: Path) -> None:
    browser.resize(width, 900)
    browser.prefer(scheme)
    browser.open(folder, place)
    browser.run("for (const each of document.querySelectorAll('.current details')) each.open = true")
    assert browser.violations() == []


@pytest.mark.parametrize("place", ["", "#a1"])
def test_a_phone_need_not_scroll_sideways(place: str, browser: Browser, folder: Path) -> None:
    browser.resize(390, 844)
    browser.open(folder, place)
    assert browser.run("return document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", ["attack.md", "attack.html", "attack.txt", "<img src=x onerror=hacked=1>.md"])
def test_nothing_in_an_article_runs(name: str, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(ATTACK, encoding="utf-8")
    browser.open(written(tmp_path))
    assert_nothing_ran(browser)
    assert "Low iron causes restless legs" in browser.run("return document.body.textContent")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", browser.run("return document.body.textContent"))


def test_nothing_in_names_messages_and_rules_runs(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(render("html", hostile.report(), hostile.rules(tmp_path), Screen()), encoding="utf-8")
    browser.open(page, "#a2")
    assert_nothing_ran(browser)
    browser.open(page, "#a2")
    assert "<script>@who" in browser.find(".view.current").text


def assert_nothing_ran(browser: Browser) -> None:
    for each in browser.driver.find_elements("css selector", "main a, main span, main mark"):
        browser.run("arguments[0].dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))", each)
        browser.run("if (!/^http/.test(arguments[0].href ?? '')) arguments[0].click()", each)
    assert browser.run("return window.hacked ?? null") is None
    assert browser.run("return document.scripts.length") == 2
    assert browser.run("return document.querySelectorAll('img, svg, iframe, object, embed, link, base').length") == 0
    attributes = "return [...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())"
    assert [
        name for name in browser.run(attributes) if name.startswith("on") or name in ("style", "src", "srcdoc")
    ] == []
    addresses = "return [...document.querySelectorAll('[href]')].map(each => each.getAttribute('href'))"
    assert [each for each in browser.run(addresses) if not re.match("#|https?://", each)] == []
    assert browser.complaints() == []


@pytest.mark.parametrize("probe", PROBES)
def test_the_policy_stops_what_escaping_would_let_through(probe: str, browser: Browser, article: Path) -> None:
    page = article.with_name("probe.html")
    page.write_text(article.read_text(encoding="utf-8").replace("</main>", f"{probe}</main>"), encoding="utf-8")
    browser.open(page)
    browser.run("document.getElementById('probe')?.click()")
    assert browser.run("return window.hacked ?? null") is None
    assert any("Content Security Policy" in each for each in browser.complaints())


def test_nothing_is_fetched_and_no_script_fails(browser: Browser, folder: Path) -> None:
    browser.open(folder)
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert browser.complaints() == []


def test_of_many_alike_all_but_some_take_one_line(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "many.md"
    towns = "".join(f"About {number}% of all adults sleep badly in town {number}.\n\n" for number in range(11, 19))
    path.write_text(f"---\narticle: advice\n---\n\n# Iron\n\n{towns}", encoding="utf-8")
    browser.open(written(path))
    notes = browser.driver.find_elements("css selector", ".note[data-rule=HL301]")
    assert [each.tag_name for each in notes] == 3 * ["div"] + 5 * ["details"]
    notes[4].find_element("css selector", "summary").click()
    assert "What to do: Link to" in notes[4].text
    assert browser.violations() == []
