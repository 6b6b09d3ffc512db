"""`healthlint test-rules`: what is wrong with the rules of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from healthlint.cli.main import main

RULE = """\
code: {code}
name: {name}
severity: warning
confidence: high
status: stable
articles: [advice, news, reference, other]
check: existence
message: "“{{match}}” is no word of ours"
why: The house says it otherwise.
fix: Write something else.
params: {params}
examples:
  bad: {bad}
  good: {good}
"""
BAD = '["⟦Superfoods⟧ sell.", "A ⟦superfood⟧.", "We like ⟦superfood⟧."]'
GOOD = '["A food.", "Food is super.", "Superb."]'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests stand in their own folder."""
    monkeypatch.chdir(tmp_path)


def rule(
    path: str = "ours/style/XY001-house-word.yaml",
    params: str = "{phrases: [superfood, superfoods]}",
    bad: str = BAD,
    good: str = GOOD,
    **changes: str,
) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    code, name = file.stem.split("-", 1)
    file.write_text(RULE.format(params=params, bad=bad, good=good, **{"code": code, "name": name, **changes}), "utf-8")


def told(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str]]:
    code = main(["test-rules", "ours", *options])
    return code, capsys.readouterr().out.splitlines()


def test_rules_that_hold_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    rule()
    assert told(capsys) == (0, ["1 rule, 6 examples: all hold"])


def test_an_example_that_fails_is_shown_with_its_marks(capsys: pytest.CaptureFixture[str]) -> None:
    rule(bad='["⟦Superfoods⟧ sell.", "A ⟦superfood⟧.", "Two superfoods, one ⟦super food⟧."]')
    place = "ours/style/XY001-house-word.yaml:13: XY001"
    assert told(capsys) == (
        1,
        [
            f"{place}: not found: 'super food'",
            f"{place}: found, but not marked: 'superfoods'",
            "    expected: Two superfoods, one ⟦super food⟧.",
            "    found:    Two ⟦superfoods⟧, one super food.",
            "1 rule, 6 examples: 2 problems",
        ],
    )


def test_a_good_example_that_is_reported_fails(capsys: pytest.CaptureFixture[str]) -> None:
    rule(good='["A food.", "Food is super.", "One\\n\\nsuperfood\\n\\nmore."]')
    code, lines = told(capsys)
    assert (code, lines[1:3]) == (1, ["    expected: nothing", "    found:    ⟦superfood⟧"])


def test_marks_are_in_colour(capsys: pytest.CaptureFixture[str]) -> None:
    rule(good='["A superfood.", "Food.", "Super."]')
    assert "    found:    A \x1b[31m⟦superfood⟧\x1b[0m." in told(capsys, "--color", "always")[1]


def test_each_file_tells_its_mistake_and_the_examples_of_the_others_run(capsys: pytest.CaptureFixture[str]) -> None:
    rule("ours/XY001-a.yaml", params="{pharses: [a]}")
    rule("ours/XY002-b.yaml", params="{phrases: {lexicon: conditons}}")
    rule("ours/HL999-c.yaml")
    rule("ours/XY004-hype.yaml")
    rule("ours/XY005-e.yaml", bad='["⟦never said⟧", "⟦superfood⟧", "⟦superfood⟧"]')
    rule("ours/XY006-f.yaml", bad='["⟦superfood"]')
    rule("ours/XY007-g.yaml", bad="[{text: ⟦superfood⟧, config: {regoin: uk}}]")
    rule("ours/XY008-h.yaml", bad="[{text: ⟦superfood⟧, wrap: advice-artikel}]")
    Path("ours/facts").mkdir()
    Path("ours/facts/mine.yaml").write_bytes(b"about: caf\xe9\n")
    code, lines = told(capsys)
    assert code == 2
    assert [line for line in lines if line[0] != " "] == [
        "ours/HL999-c.yaml:1: code HL999: HL is for shipped rules; take letters of your own",
        'ours/XY001-a.yaml:11: unknown key "pharses" in params; did you mean "phrases"?',
        'ours/XY002-b.yaml:11: no lexicon is called "conditons"; did you mean "conditions"?',
        "ours/XY004-hype.yaml:2: name hype is taken by HL805; take another",
        "ours/XY005-e.yaml:13: XY005: not found: 'never said'",
        "ours/XY006-f.yaml:13: an example's ⟦ has no partner",
        'ours/XY007-g.yaml:13: unknown key "regoin" in examples.bad.config; did you mean "region"?',
        "ours/XY008-h.yaml: XY008: 1 bad and 3 good examples; write 3 of each, one of which almost fires",
        'ours/XY008-h.yaml:13: XY008: no stock article is called "advice-artikel"; did you mean "advice-article"?',
        "ours/facts/mine.yaml: not in UTF-8: save it in that encoding",
        "2 rules, 10 examples: 10 problems",
    ]


def test_few_examples_are_told_and_none_at_all_fail(capsys: pytest.CaptureFixture[str]) -> None:
    rule(bad="[⟦superfood⟧]")
    code, (line, _) = told(capsys)
    assert (code, line.partition("yaml: ")[2]) == (
        0,
        "XY001: 1 bad and 3 good examples; write 3 of each, one of which almost fires",
    )
    rule(good="[]")
    assert told(capsys)[0] == 1


def test_the_lexicons_and_facts_of_the_folder_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    rule(params="{phrases: {lexicon: house}}")
    Path("ours/lexicons").mkdir()
    Path("ours/lexicons/house.yaml").write_text(
        "about: words\nreviewer: Ana Ruiz\nsource: {title: Style, date: 2026-01-10}\nterms: [superfood, superfoods]\n"
    )
    assert told(capsys)[0] == 0


def test_a_check_of_the_same_folder_knows_them_too(capsys: pytest.CaptureFixture[str]) -> None:
    test_the_lexicons_and_facts_of_the_folder_are_known(capsys)
    Path("healthlint.yaml").write_text("own_rules: ours\nselect: [style]\n")
    Path("a.md").write_text("They sell superfoods.\n")
    assert main(["check", "a.md", "--format", "json", "--no-cache"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["id"], found["topic"], found["message"]) == ("XY001", "style", "“superfoods” is no word of ours")


def test_machines_are_told_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rule(good='["A superfood.", "Food.", "Super."]')
    code, lines = told(capsys, "--format", "json")
    assert code == 1
    assert json.loads("\n".join(lines)) == {
        "schema_version": 1,
        "summary": {"rules": 1, "examples": 6, "problems": 1},
        "problems": [
            {
                "kind": "example",
                "file": "ours/style/XY001-house-word.yaml",
                "line": 14,
                "rule": "XY001",
                "message": "a good example is reported: 'superfood'",
                "expected": [],
                "found": ["A ⟦superfood⟧."],
            }
        ],
    }


def test_a_folder_without_rules_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys) == (2, [])
    Path("ours").mkdir()
    assert told(capsys)[0] == 2


def test_own_rules_are_explained_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    rule()
    Path("healthlint.yaml").write_text("own_rules: ours\n")
    assert main(["explain", "XY001"]) == 0
    assert "The house says it otherwise." in capsys.readouterr().out
    assert main(["rules", "style"]) == 0
    assert capsys.readouterr().out.split() == ["XY001", "house-word", "warning", "style"]
