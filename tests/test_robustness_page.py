"""docs/robustness.md says what the tests of hostile input hold, one row a test (`make snapshots` writes it)."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = ROOT / "docs" / "robustness.md"

HEAD = """\
# Robustness

What healthlint does with files, folders and machines that mean no good. Each row is a test, named at its end;
tests marked with * take a minute and run with `make fuzz`, the others with every change. This page is written by
`tests/test_robustness_page.py`.

| what comes | what happens | test |
|---|---|---|
"""


def test_the_page_has_all_rows() -> None:
    page = HEAD + "".join(sorted(_rows(), key=str.lower))
    if os.environ.get("WRITE_SNAPSHOTS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def _rows() -> Iterator[str]:
    for path in (ROOT / "tests").rglob("test_*.py"):
        source = path.read_text(encoding="utf-8")
        if "mark.hostile" in source:
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.FunctionDef):
                    yield from _row(node)


def _row(test: ast.FunctionDef) -> Iterator[str]:
    marks = {ast.unparse(each).split("(")[0]: each for each in test.decorator_list}
    mark = marks.get("pytest.mark.hostile")
    if isinstance(mark, ast.Call):
        what, happens = map(ast.literal_eval, mark.args)
        star = " *" * ("pytest.mark.slow" in marks)
        yield f"| {what} | {happens} | `{test.name}`{star} |\n"
