"""Comments that speak to healthlint."""

from __future__ import annotations

import pytest

from healthlint.model.document import Directive
from healthlint.model.span import SourceSpan
from healthlint.readers.directives import parse_comment

PLACE = SourceSpan(3, 9)


def parsed(text: str) -> Directive:
    directive = parse_comment(text, PLACE)
    assert directive is not None
    return directive


def test_a_directive_has_an_action_codes_and_a_reason() -> None:
    assert parsed(" healthlint-disable-next-line HL301, HL304 -- the trial is cited below ") == Directive(
        "disable-next-line", ("HL301", "HL304"), "the trial is cited below", PLACE
    )


def test_codes_and_reason_may_be_missing() -> None:
    assert parsed("healthlint-enable") == Directive("enable", (), "", PLACE)


def test_a_reason_needs_no_codes() -> None:
    assert parsed("healthlint-disable-file -- a list of myths").reason == "a list of myths"


@pytest.mark.parametrize("separator", [", ", " ", ",", "\n", " ; "])
def test_codes_are_divided_by_commas_or_blanks(separator: str) -> None:
    assert parsed(f"healthlint-disable HL201{separator}HL202").codes == ("HL201", "HL202")


def test_codes_are_upper_case_and_names_stay() -> None:
    assert parsed("healthlint-disable hl301 empty-section").codes == ("HL301", "empty-section")


@pytest.mark.parametrize("dash", ["--", "---", "—", "–"])
def test_a_word_processor_may_turn_the_dashes_into_one(dash: str) -> None:
    directive = parsed(f"healthlint-disable HL301 {dash} why not")
    assert (directive.codes, directive.reason) == (("HL301",), "why not")


def test_a_reason_over_two_lines_is_one_line() -> None:
    assert parsed("healthlint-disable HL301 -- one\n   two").reason == "one two"


def test_a_dash_in_the_reason_belongs_to_it() -> None:
    assert parsed("healthlint-disable HL301 -- one -- two").reason == "one -- two"


def test_an_unknown_action_is_left_to_the_engine() -> None:
    assert parsed("healthlint-disabel HL301").action == "disabel"


@pytest.mark.parametrize(
    "text", ["more", "see healthlint-disable", "healthlint", "healthlint disable", "healthlint.toml", "eslint-disable"]
)
def test_other_comments_are_no_directives(text: str) -> None:
    assert parse_comment(text, PLACE) is None
