"""The crossing between prose and source."""

from __future__ import annotations

from healthlint.model.source_map import SourceMap, TextBuilder
from healthlint.model.span import SourceSpan, TextSpan

SOURCE = "A **bold**&amp;brave *plan*.\n"
#         01234567890123456789012345678


def built() -> tuple[str, SourceMap]:
    builder = TextBuilder()
    builder.add("A ", 0, 2)
    builder.add("bold", 4, 8)
    builder.add("&", 10, 15)
    builder.add("brave ", 15, 21)
    builder.add("plan", 22, 26)
    builder.add(".", 27, 28)
    return builder.build()


def span_of(text: str, words: str) -> TextSpan:
    start = text.index(words)
    return TextSpan(start, start + len(words))


def written(words: str) -> str:
    text, source_map = built()
    return SOURCE[slice(*source_map.to_source(span_of(text, words)))]


def test_the_prose_is_what_was_added() -> None:
    assert built()[0] == "A bold&brave plan."


def test_words_within_one_piece_map_to_themselves() -> None:
    assert written("old") == "old"


def test_words_across_markup_map_to_all_between_their_edges() -> None:
    assert written("brave plan") == "brave *plan"


def test_an_entity_maps_to_all_of_its_source() -> None:
    assert written("&") == "&amp;"


def test_words_that_end_in_an_entity_include_all_of_it() -> None:
    assert written("ld&") == "ld**&amp;"


def test_an_empty_span_maps_to_a_point() -> None:
    text, source_map = built()
    at = text.index("brave")
    assert source_map.to_source(TextSpan(at, at)) == (15, 15)


def test_added_text_maps_to_a_point_behind_what_precedes_it() -> None:
    builder = TextBuilder()
    builder.add("one", 2, 5)
    builder.gap("\n\n")
    builder.add("two", 9, 12)
    _, source_map = builder.build()
    assert source_map.to_source(TextSpan(3, 5)) == (5, 5)
    assert source_map.to_source(TextSpan(0, 8)) == (2, 12)


def test_an_empty_document_maps_to_its_beginning() -> None:
    assert TextBuilder().build()[1].to_source(TextSpan(0, 0)) == (0, 0)


def test_text_without_markup_is_contiguous() -> None:
    text, source_map = built()
    assert source_map.is_contiguous(span_of(text, "bold"))
    assert source_map.is_contiguous(span_of(text, "&brave"))


def test_text_with_markup_in_it_is_not_contiguous() -> None:
    text, source_map = built()
    assert not source_map.is_contiguous(span_of(text, "A bold"))
    assert not source_map.is_contiguous(span_of(text, "plan."))


def test_added_text_is_not_contiguous() -> None:
    builder = TextBuilder()
    builder.add("one", 0, 3)
    builder.gap("\n\n")
    builder.add("two", 3, 6)
    assert not builder.build()[1].is_contiguous(TextSpan(0, 8))


def test_text_is_inserted_inside_of_markup_after_a_word_and_outside_before_the_next() -> None:
    text, source_map = built()
    at = text.index("plan")
    assert SOURCE[source_map.insertion(at, "before") :].startswith("plan*")
    assert SOURCE[: source_map.insertion(at, "after")].endswith("brave ")


def test_text_is_inserted_behind_an_entity_at_the_end() -> None:
    builder = TextBuilder()
    builder.add("a", 0, 1)
    builder.add("&", 1, 6)
    _, source_map = builder.build()
    assert source_map.insertion(2, "before") == 6
    assert source_map.insertion(2, "after") == 6
    assert source_map.insertion(1, "before") == 1


def test_adjoining_pieces_of_equal_length_are_one() -> None:
    builder = TextBuilder()
    builder.add("some ", 10, 15)
    builder.add("words", 15, 20)
    text, source_map = builder.build()
    assert source_map.to_source(span_of(text, "me wo")) == (12, 17)


def test_prose_taken_back_leaves_no_trace() -> None:
    builder = TextBuilder()
    builder.add("keep this", 0, 9)
    builder.add(" not that", 9, 18)
    builder.cut(9)
    builder.add(".", 30, 31)
    text, source_map = builder.build()
    assert text == "keep this."
    assert source_map.to_source(TextSpan(5, 10)) == (5, 31)


def test_a_cut_goes_through_pieces() -> None:
    builder = TextBuilder()
    builder.add("abc", 0, 3)
    builder.add("def", 5, 8)
    builder.add("ghi", 9, 12)
    builder.cut(4)
    assert builder.length == 4
    assert builder.build()[0] == "abcd"
    assert builder.source_end == 6


def test_trimming_stops_where_it_is_told() -> None:
    builder = TextBuilder()
    builder.add("one  ", 0, 5)
    builder.add(" \n", 5, 7)
    assert builder.trimmed_length(0) == 3
    builder.trim(4)
    assert builder.tail(0) == "one "


def test_the_tail_reaches_over_pieces() -> None:
    builder = TextBuilder()
    builder.add("vitamin", 0, 7)
    builder.add(" ", 7, 8)
    builder.add("D", 10, 11)
    assert builder.tail(5) == "in D"
    assert builder.tail(9) == ""
    assert not builder.ends_with_space()


def test_the_source_leads_back_to_the_prose() -> None:
    text, source_map = built()
    for words in ("bold", "brave", "old&brave plan", "A bold"):
        span = span_of(text, words)
        assert source_map.to_text(source_map.to_source(span)) == span


def test_markup_leads_to_no_prose() -> None:
    assert built()[1].to_text(SourceSpan(2, 4)) is None
