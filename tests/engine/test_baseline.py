"""A baseline knows its findings again and says which of them are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.engine.baseline import Accepted, Baseline, Judged, accept, read_baseline, write_baseline
from healthlint.errors import ConfigError
from healthlint.model.finding import Diagnostic, Location, Suppression
from healthlint.model.span import Position


def diagnostic(fingerprint: str, code: str = "HL301") -> Diagnostic:
    place = Location("a.md", Position(1, 1, 0), Position(1, 2, 1))
    return Diagnostic(code, "", "", None, "error", "high", "", None, place, "40%", (), (), (), fingerprint)


def baseline(*entries: Accepted) -> Baseline:
    return Baseline(Path("healthlint-baseline.json"), {"a.md": entries})


def known(judged: Judged) -> list[bool]:
    return [bool(each.suppressed) for each in judged.diagnostics]


def test_a_finding_of_the_baseline_is_known_and_another_is_not() -> None:
    judged = baseline(Accepted("HL301", "aa:1", "")).judge("a.md", [diagnostic("aa:1"), diagnostic("bb:1")])
    assert (known(judged), judged.left) == ([True, False], [])


def test_an_entry_accepts_one_finding_only() -> None:
    judged = baseline(Accepted("HL301", "aa:1", "")).judge("a.md", [diagnostic("aa:1"), diagnostic("aa:1")])
    assert known(judged) == [True, False]


def test_what_is_suppressed_needs_no_entry() -> None:
    silent = diagnostic("aa:1")._replace(suppressed=Suppression("comment"))
    entry = Accepted("HL301", "aa:1", "")
    assert baseline(entry).judge("a.md", [silent]).left == [entry]


def test_an_entry_without_its_finding_is_left_over() -> None:
    gone = Accepted("HL301", "aa:1", "")
    assert baseline(gone).judge("a.md", []).left == [gone]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    written = Baseline(tmp_path / "healthlint-baseline.json", {"b “x”.md": accept([diagnostic("aa:1")]), "a.md": ()})
    write_baseline(written)
    read = read_baseline(written.path)
    assert read.files == {"b “x”.md": (Accepted("HL301", "aa:1", "40%"),)}


def test_an_empty_baseline_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "healthlint-baseline.json"
    write_baseline(Baseline(path, {}))
    assert read_baseline(path).files == {}


def test_a_baseline_has_one_line_for_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "healthlint-baseline.json"
    write_baseline(Baseline(path, {"a.md": accept([diagnostic("bb:1"), diagnostic("aa:1")])}))
    assert [line.split('"')[7] for line in path.read_text().splitlines() if "fingerprint" in line] == ["aa:1", "bb:1"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "is not JSON"),
        ("[]", "has no schema_version"),
        ('{"schema_version": 9, "findings": {}}', "has schema_version 9, not 1"),
        ('{"schema_version": 1, "findings": {"a.md": [{"id": "HL301"}]}}', "does not hold findings by file"),
        ('{"schema_version": 1, "findings": []}', "does not hold findings by file"),
    ],
)
def test_a_broken_baseline_says_what_to_do(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "healthlint-baseline.json"
    path.write_text(text)
    with pytest.raises(ConfigError, match=rf"{complaint}.*`healthlint baseline`"):
        read_baseline(path)


def test_a_baseline_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        read_baseline(tmp_path / "none.json")
