"""The frozen format for programs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from healthlint import __version__
from healthlint.engine.report import Report, RunError
from healthlint.model.finding import Fix, SourceEdit
from healthlint.reporters import Screen
from healthlint.reporters.json import render
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.spec import RuleSet

TEXT = "# Iron\n\nIron cures “tired” legs.\n\nA study found an association.\n"


@pytest.fixture
def no_rules(tmp_path: Any) -> RuleSet:
    return load_rules(tmp_path)


def test_every_key_of_version_1(article: Any, no_rules: RuleSet) -> None:
    iron = article(TEXT)
    place = iron.place("cures")
    edit = SourceEdit(place.start, place.end, "may help")
    iron.find(
        "cures",
        related=(("evidence", "only an association", "association"),),
        fixes=(Fix("“may help”", False, (edit,)),),
    )
    report = iron.report()._replace(errors=(RunError("b.md", None, None, "cannot be read: Is a directory"),))
    start, end = {"line": 3, "column": 6, "offset": 13}, {"line": 3, "column": 11, "offset": 18}
    assert json.loads(render(report, no_rules, Screen())) == {
        "schema_version": 1,
        "tool": {"name": "healthlint", "version": __version__},
        "summary": {"files": 1, "error": 1, "warning": 0, "info": 0},
        "findings": [
            {
                "id": "HL201",
                "name": "causal-contradicts-own-evidence",
                "topic": "causality",
                "variant": None,
                "severity": "error",
                "confidence": "high",
                "message": "“Iron cures” is more than anyone knows",
                "help_url": None,
                "file": "articles/iron.md",
                "start": start,
                "end": end,
                "excerpt": "cures",
                "heading_path": ["Iron"],
                "related": [
                    {
                        "role": "evidence",
                        "message": "only an association",
                        "file": "articles/iron.md",
                        "start": {"line": 5, "column": 18, "offset": 51},
                        "end": {"line": 5, "column": 29, "offset": 62},
                    }
                ],
                "suggestions": [
                    {
                        "message": "“may help”",
                        "safe": False,
                        "edits": [{"start": start, "end": end, "text": "may help"}],
                    }
                ],
                "fingerprint": "0000000000000000:1",
                "suppressed": None,
            }
        ],
        "errors": [{"file": "b.md", "line": None, "rule": None, "message": "cannot be read: Is a directory"}],
    }


def test_it_is_ascii_so_that_no_pipe_can_spoil_it(article: Any, no_rules: RuleSet) -> None:
    iron = article(TEXT)
    iron.find("“tired”")
    assert render(iron.report(), no_rules, Screen()).isascii()


def test_nothing_found_is_still_an_object(no_rules: RuleSet) -> None:
    whole = json.loads(render(Report(0, (), (), 0, 0, {}), no_rules, Screen()))
    assert (whole["findings"], whole["errors"], whole["summary"]["files"]) == ([], [], 0)
