"""Messages agree in number with what they count."""

from __future__ import annotations

from healthlint.engine.messages import fill


def test_a_counted_noun_agrees_with_its_number() -> None:
    assert [fill("{lines:line} in all", {"lines": number}) for number in (1, 2)] == ["1 line in all", "2 lines in all"]


def test_the_head_of_a_phrase_is_what_takes_the_plural() -> None:
    assert fill("{lines:line of prose}", {"lines": 3}) == "3 lines of prose"


def test_a_bare_number_stays_a_number() -> None:
    assert fill("{count} of “{match}”", {"count": 1, "match": "{count:line}"}) == "1 of “{count:line}”"
