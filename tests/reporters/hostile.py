"""A report with everything in it that a format can stumble over."""

from __future__ import annotations

from pathlib import Path

from healthlint.engine.report import Report, RunError
from healthlint.model.finding import Fix, Location, RelatedLocation, SourceEdit, Suppression
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.spec import RuleSet
from tests.reporters.conftest import Article

RULE = """\
code: HL201
name: causal-contradicts-own-evidence
severity: error
confidence: high
status: stable
check: existence
message: "“{match}” is more than anyone knows"
why: Readers take “cures” & <b>causes</b> at their word.
fix: Write `may help`, or cite a trial.
sources: [{title: "How [strong] is it?", url: "https://example.org/strength"}, {title: A book}]
params: {phrases: [cures]}
examples: {bad: ["Iron ⟦cures⟧ it."], good: ["Iron is a metal."]}
"""

TEXT = """\
# Œdema and iron

Über 鉄分: iron cures tired legs, and
it cures restless ones.

A study found an association between iron and tired legs.
Iron cures. Iron cures. Iron cures. Iron cures. Iron cures. Iron cures.
"""

NAME = 'posts/a "b" <c>&d:e,f%0A\n::error::x\x1b[2J\udcff[1](2).md'
MESSAGE = "“[cures](http://x.example)” <script>@who #12 ]]> %0A |\x00\ud800` is too much"


def rules(folder: Path) -> RuleSet:
    """The rule that the findings are of."""
    (folder / "causality").mkdir()
    (folder / "causality" / "HL201-causal-contradicts-own-evidence.yaml").write_text(RULE, encoding="utf-8")
    return load_rules(folder)


def report() -> Report:
    """Two articles, one of them with a name that is an attack, and three that could not be linted."""
    iron, odd = Article(TEXT), Article(TEXT, NAME)
    legs, tired = iron.place("cures tired legs, and\nit cures"), iron.place("tired")
    instead = Fix("“may help”", True, (SourceEdit(legs.start, legs.end, "may help"),))
    twice = Fix("delete both", False, (SourceEdit(tired.start, tired.end, ""), SourceEdit(legs.start, legs.start, "x")))
    first = iron.find(
        "cures tired legs, and\nit cures",
        related=(("evidence", "“association” is all that is reported", "an association"), ("also", "", "Iron cures.")),
        fixes=(instead, twice, Fix("ask a colleague", False, ())),
    )
    elsewhere = RelatedLocation("copy", "there it stands word for word", Location(NAME, tired.start, tired.end))
    whole = iron.find("# Œdema", "The article names no author", severity="warning")
    at, found = TEXT.index("Iron cures."), []
    for number in range(6):
        here = iron.index.position(at + 12 * number), iron.index.position(at + 12 * number + 10)
        found.append(iron.find("Iron cures")._replace(location=Location(iron.file, *here)))
    found = [first._replace(related=(*first.related, elsewhere)), whole._replace(on_whole=True), *found]
    found.append(odd.find("cures tired", MESSAGE, severity="info"))
    silenced = odd.find("restless ones")._replace(suppressed=Suppression("comment", "the “editor” <agreed>\x1b"))
    found.append(silenced)
    lines = {number: iron.index.line(number) for number in range(1, 8)}
    errors = (
        RunError("photo.md", None, None, "is a binary file"),
        RunError(NAME, 3, None, "could not be read\nto its end"),
        RunError("articles/iron.md", None, "HL999", "the check failed: ZeroDivisionError: boom"),
    )
    return Report(2, tuple(found), errors, 7, 0, {iron.file: lines, NAME: lines})
