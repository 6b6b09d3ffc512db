"""Every format on a report full of traps, and by the schema of those who read it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import pytest

from healthlint import __version__
from healthlint.engine.report import Report
from healthlint.reporters import Screen, formats, render
from healthlint.ruleset.spec import RuleSet
from tests.reporters import hostile

SNAPSHOTS = Path(__file__).parent / "snapshots"
NOTHING = Report(3, (), (), 0, 0, {})
XML = ("checkstyle", "junit")
ONE_JSON = ("gitlab", "json", "rdjson", "sarif")


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RuleSet:
    """The rule of the report; no CI service says where the project lies."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("CI_PROJECT_DIR", raising=False)
    return hostile.rules(tmp_path)


@pytest.fixture
def schemas(shared: Path) -> Path:
    """The official schemas, which are not part of the project."""
    folder = shared / "reference" / "schemas"
    if not folder.is_dir():
        pytest.skip("no ../shared/reference/schemas on this machine")
    return folder


@pytest.mark.hostile("words, names and messages that are markup, commands or escapes of each format", "written as text")
@pytest.mark.parametrize("form", formats())
def test_a_report_full_of_traps(form: str, rules: RuleSet) -> None:
    shown = render(form, hostile.report(), rules, Screen()).replace(f'"{__version__}"', '"VERSION"')
    shown = re.sub(r"(<(style|script)>).*?(</\2>)|'sha256-.*?'", r"\1\3", shown, flags=re.DOTALL)  # the design of HTML
    path = SNAPSHOTS / f"{form}.snap"
    if os.environ.get("WRITE_SNAPSHOTS"):
        path.write_bytes(shown.encode("utf-8", "replace"))
    assert shown.encode("utf-8", "replace") == path.read_bytes()


def test_every_snapshot_is_of_a_format() -> None:
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(formats())


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("shown", [NOTHING, hostile.report()], ids=["nothing", "traps"])
def test_a_format_ends_with_a_line_end_and_steers_no_terminal(form: str, shown: Report, rules: RuleSet) -> None:
    text = render(form, shown, rules, Screen(explained=True))
    assert text.endswith("\n") or not text
    assert not re.search("[\x00\x1b\udcff]", text)


@pytest.mark.parametrize("form", ONE_JSON)
@pytest.mark.parametrize("shown", [NOTHING, hostile.report()], ids=["nothing", "traps"])
def test_json_is_ascii_and_one_value(form: str, shown: Report, rules: RuleSet) -> None:
    text = render(form, shown, rules, Screen())
    assert text.isascii()
    assert json.loads(text) is not None


@pytest.mark.parametrize("form", [form for form in ONE_JSON if form != "json"])
def test_no_half_characters_reach_strict_parsers(form: str, rules: RuleSet) -> None:
    assert not re.search(r"\\ud[89ab]..(?!\\u)|\\udcff", render(form, hostile.report(), rules, Screen()))


def test_each_line_of_jsonl_is_an_object(rules: RuleSet) -> None:
    kinds = [json.loads(line)["type"] for line in render("jsonl", hostile.report(), rules, Screen()).splitlines()]
    assert kinds == ["finding"] * 10 + ["error"] * 3 + ["summary"]


@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize("shown", [NOTHING, hostile.report()], ids=["nothing", "traps"])
def test_xml_is_ascii_and_can_be_parsed(form: str, shown: Report, rules: RuleSet) -> None:
    text = render(form, shown, rules, Screen())
    assert text.isascii()
    assert ElementTree.fromstring(text).tag in ("checkstyle", "testsuites")


def test_a_file_name_survives_xml(rules: RuleSet) -> None:
    root = ElementTree.fromstring(render("checkstyle", hostile.report(), rules, Screen()))
    names = [file.get("name") for file in root.iter("file")]
    assert names[1] == hostile.NAME.replace("\x1b", "\N{REPLACEMENT CHARACTER}").replace(
        "\udcff", "\N{REPLACEMENT CHARACTER}"
    )


def test_junit_has_a_case_that_passed_where_nothing_was_found(rules: RuleSet) -> None:
    root = ElementTree.fromstring(render("junit", NOTHING, rules, Screen()))
    (case,) = root.iter("testcase")
    assert (len(case), root.get("tests"), root.get("failures")) == (0, "1", "0")


@pytest.mark.parametrize("shown", [NOTHING, hostile.report()], ids=["nothing", "traps"])
def test_junit_is_what_jenkins_takes(shown: Report, rules: RuleSet, schemas: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(schemas / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(render("junit", shown, rules, Screen()).encode()))


@pytest.mark.parametrize("shown", [NOTHING, hostile.report()], ids=["nothing", "traps"])
@pytest.mark.parametrize(
    ("form", "schema"), [("sarif", "sarif-schema-2.1.0.json"), ("rdjson", "rdf/DiagnosticResult.json")]
)
def test_json_is_what_its_schema_says(form: str, schema: str, shown: Report, rules: RuleSet, schemas: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    wanted = json.loads((schemas / schema).read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(wanted).validate(json.loads(render(form, shown, rules, Screen())))


@pytest.fixture
def sarif(rules: RuleSet) -> dict[str, Any]:
    """The run of the report in SARIF."""
    run: dict[str, Any] = json.loads(render("sarif", hostile.report(), rules, Screen()))["runs"][0]
    return run


def test_sarif_rules_tell_their_precision_and_are_no_security_alerts(sarif: dict[str, Any]) -> None:
    (rule,) = sarif["tool"]["driver"]["rules"]
    assert rule["properties"] == {"tags": ["causality"], "precision": "high", "problem.severity": "error"}
    assert rule["help"]["markdown"].startswith("Readers take “cures” \\& \\<b\\>causes\\</b\\> at their word.")


def test_sarif_fingerprints_are_our_own(sarif: dict[str, Any]) -> None:
    prints = [each["partialFingerprints"]["primaryLocationLineHash"] for each in sarif["results"]]
    assert prints == [each.fingerprint for each in hostile.report().diagnostics]


def test_sarif_says_what_was_suppressed(sarif: dict[str, Any]) -> None:
    suppressed = sarif["results"][-1]["suppressions"]
    assert suppressed == [{"kind": "inSource", "justification": "the “editor” <agreed>\x1b"}]


@pytest.mark.parametrize("form", ["checkstyle", "github", "gitlab", "rdjson"])
def test_formats_without_a_word_for_it_leave_the_suppressed_out(form: str, rules: RuleSet) -> None:
    report = hostile.report()
    assert render(form, report, rules, Screen()) == render(
        form, report._replace(diagnostics=report.standing), rules, Screen()
    )


def test_sarif_links_its_related_places_and_no_link_of_an_article(sarif: dict[str, Any]) -> None:
    first, *_, last, _ = sarif["results"]
    assert "[evidence](1): “association” is all that is reported." in first["message"]["text"]
    assert "[copy](3)" in first["message"]["text"]
    assert [each["id"] for each in first["relatedLocations"]] == [1, 2, 3]
    assert "[cures\\](http" in last["message"]["text"]


def test_sarif_names_files_by_their_bytes(sarif: dict[str, Any]) -> None:
    uri = sarif["results"][-1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert unquote_to_bytes(uri) == os.fsencode(hostile.NAME)


def test_sarif_says_what_could_not_be_linted(sarif: dict[str, Any]) -> None:
    (invocation,) = sarif["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 3


def test_rdjson_counts_bytes(rules: RuleSet) -> None:
    whole = json.loads(render("rdjson", hostile.report(), rules, Screen()))
    start = whole["diagnostics"][0]["location"]["range"]["start"]
    line = hostile.TEXT.split("\n")[2].encode()
    assert line[start["column"] - 1 :].startswith(b"cures tired")


def test_rdjson_takes_whole_lines_where_the_columns_are_not_known(rules: RuleSet) -> None:
    blind = hostile.report()._replace(lines={})
    first = json.loads(render("rdjson", blind, rules, Screen()))["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 3}, "end": {"line": 4}}
    assert "suggestions" not in first


def test_github_has_a_line_for_each_finding_whatever_a_file_is_called(rules: RuleSet) -> None:
    lines = render("github", hostile.report(), rules, Screen()).split("\n")
    assert len(lines) == 9 + 3 + 1
    assert all(re.match(r"::(error|warning|notice) title=healthlint", line) for line in lines[:-1])


def test_github_has_columns_only_within_a_line(rules: RuleSet) -> None:
    lines = render("github", hostile.report(), rules, Screen()).split("\n")
    over_two, within_one = lines[3], lines[5]
    assert "line=3,endLine=4::" in over_two
    assert "line=7,col=1,endLine=7,endColumn=11::" in within_one


@pytest.mark.parametrize(("form", "variable"), [("github", "GITHUB_WORKSPACE"), ("gitlab", "CI_PROJECT_DIR")])
def test_files_are_named_from_the_project(
    form: str, variable: str, rules: RuleSet, article: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.setenv(variable, str(tmp_path))
    iron = article("Iron cures.", "./posts/iron.md")
    iron.find("cures")
    shown = render(form, iron.report(), rules, Screen())
    assert re.search(r"(file=|\"path\": \")site/posts/iron\.md", shown)


def test_gitlab_gives_every_entry_a_fingerprint_of_its_own(rules: RuleSet) -> None:
    entries = json.loads(render("gitlab", hostile.report()._replace(diagnostics=()), rules, Screen()))
    assert len({each["fingerprint"] for each in entries}) == 3


def test_markdown_calls_nobody_and_runs_nothing(rules: RuleSet) -> None:
    shown = render("markdown", hostile.report(), rules, Screen())
    assert not re.search(r"@who|#12|(?<!\\)<(?!!-- -->)|(?<!\\)\]\(", re.sub(r"(`+).*?\1", "", shown))


@pytest.mark.parametrize("form", ["text", "grouped", "markdown"])
def test_people_get_repeats_counted(form: str, rules: RuleSet) -> None:
    assert "and 5 more HL201 like this, on line 7" in render(form, hostile.report(), rules, Screen())


@pytest.mark.parametrize("form", ["text", "grouped", "markdown"])
def test_people_are_told_why_if_they_ask(form: str, rules: RuleSet) -> None:
    plain, explained = (render(form, hostile.report(), rules, Screen(explained=each)) for each in (False, True))
    assert "at their word" not in plain
    assert explained.count("at their word") > 1
