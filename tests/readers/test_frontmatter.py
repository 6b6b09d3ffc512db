"""Front matter: values as written, at their exact places, and nothing that can do harm."""

from __future__ import annotations

import time

import pytest

from healthlint.readers.frontmatter import FrontMatter, read_front_matter
from healthlint.readers.simple_yaml import read_simple
from healthlint.readers.yaml_fields import read_yaml


def pairs(front: FrontMatter) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in front.fields]


def places(source: str) -> list[str]:
    return [source[slice(*field.source)] for field in read_front_matter(source).fields]


YAML = """---
Title: "Knee pain: first steps"
date: 2024-01-09
draft: no
author:
  - name: Zoë Ümit
    url: ''
  - name: 'O''Hara'
reviewer:
checked: ~
tags: [knee, "joint & bone"]
empty: []
summary: |
  Two lines
  of text.
folded: >-
  one
  line
---
Body
"""


def test_yaml_fields_have_their_values_as_written() -> None:
    assert pairs(read_front_matter(YAML)) == [
        ("title", "Knee pain: first steps"),
        ("date", "2024-01-09"),
        ("draft", "no"),
        ("author.name", "Zoë Ümit"),
        ("author.url", ""),
        ("author.name", "O'Hara"),
        ("reviewer", ""),
        ("checked", ""),
        ("tags", "knee"),
        ("tags", "joint & bone"),
        ("empty", ""),
        ("summary", "Two lines\nof text."),
        ("folded", "one line"),
    ]


def test_yaml_fields_know_their_places_and_empty_ones_that_of_their_key() -> None:
    assert places(YAML) == [
        "Knee pain: first steps",
        "2024-01-09",
        "no",
        "Zoë Ümit",
        "url",
        "O''Hara",
        "reviewer",
        "checked",
        "knee",
        "joint & bone",
        "empty",
        "Two lines\n  of text.",
        "one\n  line",
    ]


def test_the_body_begins_behind_the_closing_line() -> None:
    assert YAML[read_front_matter(YAML).end :] == "Body\n"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_end_will_do(end: str) -> None:
    source = "---\ntitle: Sleep\nauthor: Kim\n---\nBody".replace("\n", end)
    assert pairs(read_front_matter(source)) == [("title", "Sleep"), ("author", "Kim")]
    assert places(source) == ["Sleep", "Kim"]
    assert source[read_front_matter(source).end :] == "Body"


TOML = """+++
title = "A \\"warm\\" bath"   # comment
date = 2023-05-06 07:08:09
"Site Name" = 'Bath = good'
tags = [
  "bath", 'sleep',
]
authors = [{name = "Ana", url = ""}, {name = "Bo"}]
[params.review]
by = \"\"\"
Dr Lee\"\"\"
none = []
weight = 3
[[faq]]
q = "Why?"
+++
Body
"""


def test_toml_fields_have_their_values_as_written() -> None:
    assert pairs(read_front_matter(TOML)) == [
        ("title", 'A "warm" bath'),
        ("date", "2023-05-06 07:08:09"),
        ("site name", "Bath = good"),
        ("tags", "bath"),
        ("tags", "sleep"),
        ("authors.name", "Ana"),
        ("authors.url", ""),
        ("authors.name", "Bo"),
        ("params.review.by", "Dr Lee"),
        ("params.review.none", ""),
        ("params.review.weight", "3"),
        ("faq.q", "Why?"),
    ]


def test_toml_fields_know_their_places() -> None:
    assert places(TOML)[:7] == [
        'A \\"warm\\" bath',
        "2023-05-06 07:08:09",
        "Bath = good",
        "bath",
        "sleep",
        "Ana",
        "url",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "Text",
        "--- \n",
        "---\ntitle: open\n",
        "----\ntitle: x\n----\n",
        "\n---\ntitle: x\n---\n",
        "+++\na = 1\n---\n",
    ],
)
def test_a_file_may_have_no_front_matter(source: str) -> None:
    assert read_front_matter(source) == FrontMatter()


def test_front_matter_may_be_empty() -> None:
    assert read_front_matter("---\n---\nBody") == FrontMatter((), 8, ())


def test_prose_between_two_rules_stays_prose() -> None:
    assert read_front_matter("---\n\nWarm baths help.\nNote: not all.\n\n---\n") == FrontMatter()


def test_an_unquoted_colon_costs_only_the_strict_reading() -> None:
    source = "---\ntitle: Folic acid: how much\nauthor: 'Ida'\n  - odd\nempty:\n---\nBody"
    front = read_front_matter(source)
    assert pairs(front) == [("title", "Folic acid: how much"), ("author", "Ida"), ("empty", "")]
    assert places(source) == ["Folic acid: how much", "Ida", "empty"]
    (problem,) = front.problems
    assert "not valid YAML" in problem.message
    assert source[slice(*problem.source)] == "title: Folic acid: how much"
    assert source[front.end :] == "Body"


def test_a_mistake_in_toml_is_a_problem_at_its_line() -> None:
    source = '+++\ntitle = "Rest"\nbroken =\n+++\n'
    front = read_front_matter(source)
    assert ("title", "Rest") in pairs(front)
    assert source[slice(*front.problems[0].source)] == "broken ="


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("- one\n- two\n", "not a mapping"),
        ("title: !!python/object/apply:os.system [ls]\n", "tag"),
        ("title: !mine x\n", "tag"),
        ("a: " + "[" * 50_000 + "\n", "too deeply"),
        ("a: " + "{b: " * 60 + "c" + "}" * 60 + "\n", "too deeply"),
        ("a: b\n" * 1_000_000, "longer than"),
    ],
)
def test_what_is_no_plain_mapping_gives_a_problem_and_no_fields(content: str, words: str) -> None:
    source = f"---\n{content}---\nBody"
    front = read_front_matter(source)
    assert front.fields == ()
    assert [words in problem.message for problem in front.problems] == [True]
    assert source[front.end :] == "Body"


@pytest.mark.hostile("YAML bombs in front matter", "read as what is written, once")
def test_a_bomb_of_anchors_is_read_as_what_is_written() -> None:
    levels = "".join(f"l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 9) + "]\n" for n in range(1, 30))
    begin = time.perf_counter()
    front = read_front_matter(f"---\nl0: &l0 lol\n{levels}---\n")
    assert time.perf_counter() - begin < 2
    assert len(front.fields) == 1 + 29 * 9
    assert pairs(front)[:2] == [("l0", "lol"), ("l1", "lol")]


@pytest.mark.parametrize(
    "content",
    [
        "title: Sleep\ndate: 2024-01-02 10:00:00 -0400\n",
        "Title: 'It is: late'   # comment\n\n# comment\nurl: https://a.example/b#c\n",
        'tags: [knee, "joint, bone", 3 mm]\nempty:\nother: ""\nnone: null\n',
        "tags:\n  - one\n  - 'two: three'\n# comment\nauthors:\n- Ida Ümit\n- null\nimage: /a/b.png\n",
        "a: b\r\nc:\r\n",
    ],
)
def test_simple_yaml_needs_no_parser_and_gives_the_same(content: str) -> None:
    fields = read_simple(content, 7)
    assert fields
    assert fields == read_yaml(content, 7)


@pytest.mark.parametrize(
    "content",
    [
        "a: b: c\n",
        "a: >-\n  b\n",
        "a: b\n  c\n",
        "a:\n  b: c\n",
        "a:\n- b\n  - c\n",
        "a: b\n- c\n",
        "a: &b c\n",
        'a: "b\\n"\n',
        "a: [b, [c]]\n",
        "a:\tb\n",
        "- a\n",
        "text\n",
        "a: b #c\n",
        "a: b\u2028c\n",
    ],
)
def test_other_yaml_is_left_to_the_parser(content: str) -> None:
    assert read_simple(content, 0) is None


def test_a_key_that_is_no_text_is_left_out() -> None:
    assert pairs(read_front_matter("---\n? [a, b]\n: c\nd: e\n---\n")) == [("d", "e")]
