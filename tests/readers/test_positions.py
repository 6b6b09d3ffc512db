"""Every word of the prose is where the source map says, in every format, whatever the article."""

from __future__ import annotations

import re
import tarfile
import unicodedata
from html import unescape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.model.span import TextSpan
from healthlint.readers import read
from healthlint.readers.markdown import read_markdown
from tests.readers.soundness import assert_exact, assert_sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.model.document import Document

ARTICLES = sorted((Path(__file__).parents[1] / "fixtures" / "articles").iterdir())
TOKEN = re.compile(r"\w+")
MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>|[*_~`\\\[]", re.DOTALL)


def unmarked(written: str) -> str:
    """What a reader sees of a piece of source that markup divides."""
    return unicodedata.normalize("NFKC", unescape(MARKUP.sub("", written)))


def displaced(document: Document) -> Iterator[tuple[str, str]]:
    """The words of the prose that are not what stands at their place, with what stands there."""
    text, source = document.text, document.source
    for token in TOKEN.finditer(text):
        written = source[slice(*document.source_map.to_source(TextSpan(*token.span())))]
        word = unicodedata.normalize("NFKC", token[0].replace("_", ""))
        if unescape(written) != token[0] and unmarked(written) != word:
            yield token[0], written


def assert_monotone(document: Document) -> None:
    """No character of the prose stands before the one that precedes it."""
    starts = [document.source_map.to_source(TextSpan(at, at + 1)).start for at in range(len(document.text))]
    assert starts == sorted(starts)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_the_words_of_our_articles_are_in_their_places(path: Path, end: str) -> None:
    data = path.read_text(encoding="utf-8").replace("\n", end).encode()
    document = read(data, path.name)
    assert_sound(document)
    assert_exact(document)
    assert_monotone(document)
    assert list(displaced(document)) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_line_ends_do_not_change_the_prose(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    prose = {read(source.replace("\n", end).encode(), path.name).text for end in ("\n", "\r\n", "\r")}
    assert len(prose) == 1


@pytest.mark.parametrize("suffix", ["md", "mdx", "html", "txt"])
def test_the_words_of_real_articles_are_in_their_places(shared: Path, suffix: str) -> None:
    data = shared / "data"
    paths = [*(data / "articles").rglob(f"*.{suffix}"), *(data / "gold" / "docs").glob(f"*.{suffix}")]
    if not paths:
        pytest.skip(f"no .{suffix} files")
    wrong = []
    for path in paths:
        document = read(path.read_bytes(), path.name)
        assert_sound(document)
        wrong += [(path.name, *found) for found in displaced(document)]
    assert wrong == []


@pytest.mark.parametrize("path", ["news.md", "news.txt"])
def test_the_words_of_real_news_are_in_their_places(shared: Path, path: str) -> None:
    with tarfile.open(shared / "data" / "news.tar.xz") as archive:
        files = islice((member for member in archive if member.name.endswith(".md")), 200)
        stories = [file.read() for member in files if (file := archive.extractfile(member))]
    assert len(stories) == 200
    wrong = []
    for number, story in enumerate(stories):
        document = read(story, path)
        assert_sound(document)
        wrong += [(number, *found) for found in displaced(document)]
    assert wrong == []


WORDS = st.sampled_from(["sleep", "vitamin D", "5", "café", "Ω-3", "👋", "“so”", "a_b", "x\u00a0y"])
MARKS = st.sampled_from(
    ["*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "!", "<", ">", "&", "&amp;", "&lt;", "&nbsp;", "\\", "|", "$"]
    + ["^1^", "[^1]", "[^1]: ", "{{ ", " }}", "{{x}}", "{% y %}", "{{<z>}}", "{:.w}", "{", "}", "{/* healthlint-a */}"]
)
LINES = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r", "  \n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n    ", "\n\t", "\n---\n", "\n```\n"]
    + ["\n|-|-|\n", "\n:::a\n", "\n: ", "\n[b]: c\n"]
)
TAGS = st.sampled_from(
    ["<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<table>", "<td>", "</table>", "<br>"]
    + ["<sup>1</sup>", "<sup>", "</sup>", "<a href=u>", "</a>", "<h2>", "</h2>", "<pre>", "</pre>", "<nav>", "</nav>"]
    + ["<script>", "</script>", "<!--", "-->", "<img src=i>", "<A b={c}>", "</A>", "<x-y>", "<p hidden>", "<q>"]
)
MARKDOWN = st.lists(st.one_of(WORDS, MARKS, LINES, TAGS, st.text(max_size=4)), max_size=40).map("".join)


@settings(max_examples=100, deadline=None)
@given(MARKDOWN, st.sampled_from(["a.md", "a.mdx"]))
def test_any_text_is_markdown(source: str, path: str) -> None:
    document = read_markdown(source, path)
    assert_sound(document)
    assert_monotone(document)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_may_stand_in_front_matter(content: str) -> None:
    assert_sound(read_markdown(f"---\n{content}\n---\nBody", "a.md"))
    assert_sound(read_markdown(f"+++\n{content}\n+++\nBody", "a.md"))
