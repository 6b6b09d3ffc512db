"""YAML whose values know their lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from healthlint.errors import RuleError
from healthlint.ruleset.yaml_tree import read_yaml


def complaint(text: str) -> str:
    with pytest.raises(RuleError) as raised:
        read_yaml(text, "r.yaml", RuleError)
    return str(raised.value)


def test_a_value_of_a_mapping_has_the_line_of_its_key() -> None:
    tree = read_yaml("a: 1\nb:\n  c: two\n", "r.yaml", RuleError)
    assert isinstance(tree.value, dict)
    assert tree.value["b"].line == 2
    assert isinstance(tree.value["b"].value, dict)
    assert tree.value["b"].value["c"] == ("two", 3)


def test_a_date_stays_as_it_was_written() -> None:
    tree = read_yaml("on: 2026-02-03\n", "r.yaml", RuleError)
    assert isinstance(tree.value, dict)
    assert tree.value["on"].value == "2026-02-03"


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert read_yaml("", "r.yaml", RuleError).value == {}


def test_a_syntax_error_names_its_line() -> None:
    assert complaint("a: 1\nb: [1,\n").startswith("r.yaml:3: not valid YAML")


def test_a_key_that_stands_twice_is_refused() -> None:
    assert complaint("a: 1\na: 2\n") == 'r.yaml:2: key "a" stands twice; keep one'


def test_aliases_cannot_grow_without_bound() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, after in pairwise("abcdefgh"):
        bomb += f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    assert "too large" in complaint(bomb)


def test_a_list_within_itself_is_refused() -> None:
    assert "too deeply nested" in complaint("a: &a [*a]\n")


def test_a_custom_tag_runs_nothing() -> None:
    tree = read_yaml("a: !!python/object/apply:os.system [echo]\n", "r.yaml", RuleError)
    assert isinstance(tree.value, dict)
    assert isinstance(tree.value["a"].value, list)
