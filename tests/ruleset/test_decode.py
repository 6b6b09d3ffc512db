"""Typed values out of located ones, and the line in every complaint."""

from __future__ import annotations

from typing import Literal, NamedTuple

import pytest

from healthlint.checks import Regex
from healthlint.errors import RuleError
from healthlint.ruleset.decode import Decoder
from healthlint.ruleset.yaml_tree import read_yaml


class Within(NamedTuple):
    sentences: int = 1


class Params(NamedTuple):
    needs: str
    severity: Literal["error", "warning"] = "error"
    share: float = 0.5
    words: tuple[str, ...] = ()
    within: Within = Within()
    limit: int | None = None
    pattern: Regex = Regex("")
    by_name: dict[str, int] = {}


def decode(text: str) -> Params:
    return Decoder("r.yaml", RuleError).decode(read_yaml(text, "r.yaml", RuleError), Params, "")


def complaint(text: str) -> str:
    with pytest.raises(RuleError) as raised:
        decode(text)
    return str(raised.value)


def test_what_is_left_out_has_its_default() -> None:
    assert decode("needs: x") == Params("x")


def test_nested_values_are_decoded() -> None:
    params = decode("needs: x\nwithin: {sentences: 3}\nby_name: {a: 1}\nwords: [b, c]\nlimit: 4\nshare: 1")
    assert params == Params("x", share=1.0, words=("b", "c"), within=Within(3), limit=4, by_name={"a": 1})


def test_one_value_stands_for_a_list_of_one() -> None:
    assert decode("needs: x\nwords: b").words == ("b",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("needs: x\nwihtin: {}", 'r.yaml:2: unknown key "wihtin"; did you mean "within"?'),
        ("needs: x\nwithin:\n  sentence: 2", 'r.yaml:3: unknown key "sentence" in within; did you mean "sentences"?'),
        ("share: 1", 'r.yaml:1: key "needs" is missing'),
        ("needs: x\nshare: much", 'r.yaml:2: share must be a number, not "much"'),
        ("needs: x\nlimit: true", "r.yaml:2: limit must be a whole number, not true"),
        ("needs: []", "r.yaml:1: needs must be text, not a list"),
        (
            "needs: x\nseverity: eror",
            'r.yaml:2: severity must be one of error, warning, not "eror"; did you mean "error"?',
        ),
        ("needs: x\nwithin: 3", 'r.yaml:2: within must be a mapping, not "3"'),
        ("needs: x\nby_name: []", "r.yaml:2: by_name must be a mapping, not a list"),
    ],
)
def test_a_mistake_names_line_and_remedy(text: str, message: str) -> None:
    assert complaint(text) == message


def test_a_broken_regular_expression_is_refused() -> None:
    assert complaint("needs: x\npattern: '(a'").startswith(
        "r.yaml:2: pattern is no regular expression of RE2: missing )"
    )
