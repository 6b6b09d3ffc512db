"""Which sentences of two copies are versions of each other, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.copies import Pair
from healthlint.analysis.sentences import find_sentences
from healthlint.analysis.versions import find_versions

if TYPE_CHECKING:
    from tests.analysis.conftest import ReadFrame

Versions = list[tuple[str, str, list[tuple[str, str]]]]


def versions(frame: ReadFrame, one: str, other: str) -> Versions:
    """The sentences of each version with the words that differ."""
    article = frame(f"{one}\n\n{other}")
    document = article.document
    earlier, later = (block.span for block in document.blocks)
    found = find_versions(Pair(0, 1, "near", 0.9, earlier, later), find_sentences(document), article.hits.folded)

    def words(span: tuple[int, int]) -> str:
        return document.text[slice(*span)]

    return [
        (
            words(each.earlier),
            words(each.later),
            [(words(change.earlier), words(change.later)) for change in each.changes],
        )
        for each in found
    ]


def test_the_words_between_the_common_ones_are_changes(frame: ReadFrame) -> None:
    one, other = "Warm milk makes most people sleepy.", "Warm milk may make some people a bit sleepy."
    changes = [("makes most", "may make some"), ("", "a bit")]
    assert versions(frame, one, other) == [(one, other, changes)]


def test_sentences_that_are_the_same_are_no_versions(frame: ReadFrame) -> None:
    text = "Warm milk makes most people sleepy. A book does so, too."
    assert versions(frame, text, text) == []


def test_marks_and_case_are_no_change(frame: ReadFrame) -> None:
    assert versions(frame, "Warm milk, then, makes you sleepy.", "Warm milk then makes you *Sleepy*!") == []


def test_sentences_are_paired_with_those_most_like_them(frame: ReadFrame) -> None:
    found = versions(
        frame,
        "Warm milk makes most people sleepy. A dull book makes most children sleepy.",
        "A dull book makes some children sleepy. Warm milk makes some people sleepy.",
    )
    assert [(one.split()[0], other.split()[0]) for one, other, _ in found] == [("A", "A"), ("Warm", "Warm")]


def test_a_sentence_of_another_kind_has_no_version(frame: ReadFrame) -> None:
    assert versions(frame, "Warm milk makes you sleepy.", "Turn the lamp off at ten every night.") == []


def test_a_sentence_before_the_first_has_no_version(frame: ReadFrame) -> None:
    assert versions(frame, "Read a dull book. Rest.", "Some lie awake. Turn it off. Read a dull book. Rest.") == []


def test_neighbours_pair_what_stands_between_them(frame: ReadFrame) -> None:
    frame_ = "Some lie awake for hours. {} Warm milk helps a few of them."
    one, other = "A main cause is coffee.", "One field of study is coffee."
    assert [each[:2] for each in versions(frame, frame_.format(one), frame_.format(other))] == [(one, other)]
    assert versions(frame, one, other) != []
    assert versions(frame, f"{one} Read a book.", f"Read a book. {other}") == []
