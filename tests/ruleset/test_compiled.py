"""The compiled form of the rules says what the YAML files say, and is never used where it might not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from healthlint.model.context import Knowledge
from healthlint.ruleset.compiled import from_bytes, keep_compiled, read_compiled, sources_of, to_bytes
from healthlint.ruleset.load import load_rules, rules_dir
from healthlint.ruleset.rule_files import read_rules
from healthlint.ruleset.spec import RuleSet

ROOT = Path(__file__).resolve().parents[2]
FOLDER = rules_dir()
SOURCES = b"a.yaml 3 4\n"
RULESET = read_rules(FOLDER)
COMPILED = to_bytes(RULESET, SOURCES)


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of caches for this user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def rows(ruleset: RuleSet) -> list[tuple[object, ...]]:
    """All that the rules say."""
    return [(rule.file, rule.topic, rule.path, rule.severity, rule.params, rule.examples) for rule in ruleset.rules]


def said(knowledge: Knowledge) -> tuple[object, ...]:
    """All that knowledge says."""
    phrases = knowledge.scanner.phrases
    tables = {name: table.rows for name, table in knowledge.facts.items()}
    return dict(knowledge.lexicons), tables, phrases, [knowledge.owners[phrase] for phrase in range(len(phrases))]


def test_compiled_rules_are_those_of_the_yaml_files() -> None:
    ruleset = from_bytes(COMPILED, FOLDER, SOURCES)
    assert ruleset is not None
    assert rows(ruleset) == rows(RULESET)
    assert said(ruleset.knowledge) == said(RULESET.knowledge)


def test_compiled_phrases_are_found_where_those_of_the_yaml_files_are() -> None:
    text = "restless legs (m.d.) causes [insert vitamin d deficiency, alzheimer's disease"
    ruleset = from_bytes(COMPILED, FOLDER, SOURCES)
    assert ruleset is not None
    found = ruleset.knowledge.scanner.scan(text)
    assert len(found) > 3
    assert found == RULESET.knowledge.scanner.scan(text)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        COMPILED[:-1],
        COMPILED[: len(SOURCES) + 4],
        COMPILED[:9000] + b"!" + COMPILED[9001:],
        SOURCES,
        b"a" + COMPILED,
    ],
    ids=["empty", "cut off", "cut short", "one byte", "the head alone", "shifted"],
)
def test_a_damaged_file_is_not_used(data: bytes) -> None:
    assert from_bytes(data, FOLDER, SOURCES) is None


@pytest.mark.parametrize("sources", [b"a.yaml 3 5\n", b"", SOURCES + b"b.yaml 1 1\n"])
def test_a_file_made_from_other_sources_is_not_used(sources: bytes) -> None:
    assert from_bytes(COMPILED, FOLDER, sources) is None


def test_every_change_of_a_rule_file_changes_the_sources(tmp_path: Path) -> None:
    path = tmp_path / "language" / "a.yaml"
    path.parent.mkdir()
    path.write_text("severity: error")
    before = sources_of(tmp_path)
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text("severity: aloud")
    os.utime(path, ns=times)
    assert sources_of(tmp_path) != before


def test_the_second_run_reads_what_the_first_one_kept(caches: Path) -> None:
    sources = sources_of(FOLDER)
    assert read_compiled(FOLDER, sources) is None
    assert rows(load_rules()) == rows(RULESET)
    kept = read_compiled(FOLDER, sources)
    assert kept is not None
    assert rows(kept) == rows(RULESET)
    assert len(list((caches / "healthlint").iterdir())) == 1  # and nothing half-written beside it


def test_a_damaged_cache_is_written_anew(caches: Path) -> None:
    load_rules()
    (path,) = (caches / "healthlint").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    assert rows(load_rules()) == rows(RULESET)
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(caches: Path) -> None:
    (caches / "healthlint").write_text("a file where the folder should be")
    assert rows(load_rules()) == rows(RULESET)


def test_what_was_compiled_long_ago_is_swept_out() -> None:
    keep_compiled(RULESET, FOLDER, SOURCES)
    (kept,) = (caches := Path(os.environ["XDG_CACHE_HOME"]) / "healthlint").glob("rules-*")
    old = caches / "rules-00000000"
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    keep_compiled(RULESET, FOLDER, SOURCES)
    assert [*caches.glob("rules-*")] == [kept]


def test_a_user_without_a_home_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "expanduser", _homeless)
    keep_compiled(RULESET, FOLDER, SOURCES)
    assert read_compiled(FOLDER, SOURCES) is None


def _homeless(path: Path) -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_a_check_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "README.md", tmp_path / "a.md")
    program = "import sys; from healthlint.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", program, "check", "-q", "--no-cache", "a.md"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(2):  # the first run compiles the rules
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
    needless = {
        "yaml",
        "inspect",
        "shutil",
        "difflib",
        "email",
        "json",
        "rapidfuzz",
        "pathspec",
        "statistics",
        "healthlint.analysis.folder",
    }
    assert not needless & set(done.stdout.split())
