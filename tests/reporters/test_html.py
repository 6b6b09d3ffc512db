"""HTML that is safe by construction, and the page for editors where no browser is needed to see it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from healthlint.cli.main import main
from healthlint.reporters._html import element, joined, link, text, told


def test_words_never_become_markup() -> None:
    assert joined(["<b>", element("bdi", "a & b", title='"')]) == '&lt;b&gt;<bdi title="&quot;">a &amp; b</bdi>'


def test_markup_is_kept_only_where_it_was_made_by_elements() -> None:
    assert element("bdi", str(element("span"))) == "<bdi>&lt;span&gt;&lt;/span&gt;</bdi>"


@pytest.mark.parametrize("name", ["script", "style", "img", "iframe", "svg", "a href=javascript:x", "P"])
def test_elements_that_run_or_load_something_cannot_be_made(name: str) -> None:
    with pytest.raises(ValueError, match="no element"):
        element(name)


@pytest.mark.parametrize("name", ["onclick", "style", "src", "srcset", "formaction", "x y"])
def test_attributes_that_run_or_load_something_cannot_be_made(name: str) -> None:
    with pytest.raises(ValueError, match="no attribute"):
        element("p", **{name: "x"})


@pytest.mark.parametrize(
    "address", ["javascript:x", " javascript:x", "data:text/html,x", "//example.org", "a.html", ""]
)
def test_links_lead_to_pages_of_the_web_alone(address: str) -> None:
    assert link(address, "words").startswith('<span class="address"')
    with pytest.raises(ValueError, match="no address"):
        element("a", href=address)


def test_signs_that_mislead_the_eye_are_shown() -> None:
    assert text("a\u202eb\x1b\udcff\u2066") == "a\N{REPLACEMENT CHARACTER}b" + 3 * "\N{REPLACEMENT CHARACTER}"


def test_backticks_of_rules_enclose_code() -> None:
    assert told("set `a<b`; a ` alone") == "set `a&lt;b`; a ` alone"
    assert told("set `a<b`") == "set <code>a&lt;b</code>"


def test_duplicates_have_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passage = "A cramp in the calf lets go when you pull the toes towards the knee and breathe out slowly for a while."
    other = "Walk a few steps on your heels afterwards, and rub the muscle with both hands until it feels warm again."
    for name, end in (("a", "while"), ("b", "minute")):
        (tmp_path / f"{name}.md").write_text(f"# Cramps\n\n{passage.replace('while', end)}\n\n{other}\n", "utf-8")
    assert main(["duplicates", str(tmp_path), "--isolated", "--no-progress", "--format", "html"]) == 0
    page = unescape(capsys.readouterr().out)
    assert "Cluster 1: 2 articles" in page
    assert page.count("<td>Cramps</td>") == 2
    assert re.search(r"<(del|ins)>while\.</\1>", page)
    assert f"the same:</p>\n<p>{other}</p>" in page


def test_standard_input_is_shown_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import io
    from types import SimpleNamespace

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"# Iron\n\nLow iron causes restless legs.\n")))
    main(["check", "-", "--isolated", "--no-progress", "--quiet", "--exit-zero", "--format", "html"])
    assert re.search("<h3>.*Iron.*</h3>", capsys.readouterr().out)


def shown(tmp_path: Path, article: str) -> str:
    """The page of an article, without markup within lines."""
    (tmp_path / "a.md").write_text(article, encoding="utf-8")
    main(["check", str(tmp_path / "a.md"), "--isolated", "--no-cache", "--no-progress", "--quiet", "--exit-zero",
          "--format", f"html:{tmp_path / 'a.html'}"])  # fmt: skip
    return unescape((tmp_path / "a.html").read_text(encoding="utf-8"))


def test_a_title_in_the_metadata_is_the_title(tmp_path: Path) -> None:
    page = shown(tmp_path, "---\ntitle: Iron and legs\n---\n\n## Intro\n\nLegs can be tired.\n")
    assert re.search("<h2[^>]*>Iron and legs</h2>", page)


def test_an_article_without_a_title_goes_by_its_file(tmp_path: Path) -> None:
    assert re.search("<h2[^>]*>[^<]*a.md</h2>", shown(tmp_path, "Legs can be tired.\n\n## Why\n\nNobody knows.\n"))


def test_a_proposal_says_for_which_words_it_is(tmp_path: Path) -> None:
    page = shown(tmp_path, "# Iron\n\nLow iron causes restless legs.\n\nA survey found only an association between "
                 "low iron and restless legs.\n")  # fmt: skip
    assert "write “is associated with” for “causes”" in page


def test_a_link_is_marked_whose_address_is_wrong(tmp_path: Path) -> None:
    page = shown(tmp_path, "# Iron\n\nIron is [a metal](http://localhost/iron) in the blood.\n")
    assert re.search('<mark class="warning"[^>]*>a metal</mark>', page)


def test_the_first_row_of_a_table_heads_it(tmp_path: Path) -> None:
    page = shown(tmp_path, "# Iron\n\n| Food | Iron |\n|---|---|\n| Lentils | much |\n")
    assert '<th scope="col">Food</th><th scope="col">Iron</th>' in page
    assert "<td>Lentils</td>" in page


def test_what_stands_as_data_heads_nothing(tmp_path: Path) -> None:
    page = shown(tmp_path, "# Iron\n\n<table><tr><td>Beans</td></tr><tr><td>Lentils</td></tr></table>\n")
    assert "<td>Beans</td>" in page
