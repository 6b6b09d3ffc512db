"""Fixes change what they say and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from healthlint.engine.files import write_whole
from healthlint.engine.fix import apply, choose, difference, mend
from healthlint.errors import ReadError
from healthlint.model.finding import Diagnostic, Fix, Location, SourceEdit
from healthlint.model.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def diagnostic(source: str, *edits: tuple[int, int, str], safe: bool = True, code: str = "HL907") -> Diagnostic:
    position = LineIndex(source).position
    fix = Fix("", safe, tuple(SourceEdit(position(start), position(end), text) for start, end, text in edits))
    place = Location("a.md", position(0), position(0))
    return Diagnostic(code, "", "", None, "warning", "high", "", None, place, "", (), (), (fix,), "")


def edits_of(*diagnostics: Diagnostic) -> list[SourceEdit]:
    return [edit for each in diagnostics for fix in each.fixes for edit in fix.edits]


def doubled(word: str) -> Callable[[bytes], list[Diagnostic]]:
    """Finds a word that stands twice, whatever the encoding of the plain file."""

    def diagnose(data: bytes) -> list[Diagnostic]:
        encoding = "utf-16" if data.startswith(b"\xff\xfe") else "utf-8-sig"
        source = data.decode(encoding)
        at = source.find(f"{word} {word}")
        return [diagnostic(source, (at, at + len(word) + 1, ""))] if at >= 0 else []

    return diagnose


def test_edits_are_applied_from_their_own_places() -> None:
    source = "one two three"
    both = diagnostic(source, (0, 3, "1"), (8, 13, "3"))
    assert apply(source, edits_of(both)) == "1 two 3"


def test_of_two_fixes_that_overlap_the_first_is_chosen() -> None:
    source = "one two three"
    first, second = diagnostic(source, (0, 7, "x"), code="HL901"), diagnostic(source, (4, 13, "y"), code="HL902")
    assert [code for code, _ in choose([first, second])] == ["HL901"]


def test_two_insertions_at_one_place_are_not_applied_together() -> None:
    source = "one two"
    assert len(choose([diagnostic(source, (3, 3, ",")), diagnostic(source, (3, 3, ";"))])) == 1


def test_a_fix_is_applied_with_all_its_edits_or_not_at_all() -> None:
    source = "one two three"
    first, second = diagnostic(source, (4, 7, "2")), diagnostic(source, (0, 3, "1"), (5, 6, "w"))
    assert apply(source, [edit for _, fix in choose([first, second]) for edit in fix.edits]) == "one 2 three"


def test_an_unsafe_fix_waits_until_it_is_asked_for() -> None:
    risky = diagnostic("one", (0, 3, "1"), safe=False)
    assert choose([risky]) == []
    assert len(choose([risky], unsafe=True)) == 1


def test_fixes_are_applied_until_none_is_left() -> None:
    mended = mend("a.md", b"the the the end\n", doubled("the"))
    assert mended.data == b"the end\n"
    assert mended.codes == ("HL907", "HL907")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_stay_and_inserted_lines_have_them_too(ends: str) -> None:
    source = f"one{ends}two{ends}"
    assert apply(source, edits_of(diagnostic(source, (3, 3, "\nnew")))) == f"one{ends}new{ends}two{ends}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_byte_order_mark_stay(encoding: str) -> None:
    mended = mend("a.md", "Näher to to you…\r\n".encode(encoding), doubled("to"))
    assert mended.data == "Näher to you…\r\n".encode(encoding)


def test_a_file_whose_bytes_had_to_be_guessed_is_left_alone() -> None:
    data = "the the “naïve” ".encode() + b"caf\xe9\n"

    def diagnose(_: bytes) -> list[Diagnostic]:
        return [diagnostic("the the", (0, 4, ""))]

    with pytest.raises(ReadError, match="would change more than the fixes"):
        mend("a.md", data, diagnose)


def test_a_difference_reads_as_git_has_it() -> None:
    mended = mend("a.md", b"keep\nthe the end", doubled("the"))
    assert "".join(difference(mended)) == (
        "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n keep\n-the the end\n\\ No newline at end of file\n"
        "+the end\n\\ No newline at end of file\n"
    )


def test_a_written_file_keeps_its_mode_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [*tmp_path.iterdir()] == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").symlink_to("a.md")
    write_whole(tmp_path / "b.md", b"new")
    assert (tmp_path / "b.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_read_only_file_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
