"""What a configuration can say beyond the choice of rules: other files, versions, suffixes, profiles, suppressions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.article import Article
from healthlint.engine.assemble import assemble
from healthlint.engine.config import Configs, read_config
from healthlint.engine.config_keys import Layer
from healthlint.engine.discover import find_files
from healthlint.engine.report import Report
from healthlint.engine.runner import lint_all
from healthlint.engine.settings import AllSettings, Settings
from healthlint.errors import ConfigError
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.located import Located

RULES = load_rules()
WORDS = "They call it a miracle cure for poor sleep.\n"  # HL805


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests stand in their own folder, so that messages name files as a user would."""
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def everything(command: Layer | None = None) -> AllSettings:
    return AllSettings(RULES, Configs(), command or Layer(), date(2026, 1, 15))


def settings(config: str, name: str = "a.md", command: Layer | None = None) -> Settings:
    write("healthlint.yaml", config)
    return everything(command).of(Path(name).absolute())


def codes(found: Settings) -> set[str]:
    return {rule.code for rule in found.ruleset.rules}


def severity(found: Settings, code: str) -> str:
    rule = found.ruleset.find(code)
    assert rule is not None
    return rule.severity


def complaint(text: str) -> str:
    write("healthlint.yaml", text)
    with pytest.raises(ConfigError) as raised:
        everything().of(Path("a.md").absolute())
    return str(raised.value)


def check(*names: str) -> Report:
    return assemble(lint_all([Article(name) for name in names], everything()))


# extends


def test_a_file_beats_what_it_extends() -> None:
    write("base.yaml", "region: uk\nsite_author: true\n")
    found = settings("extends: base.yaml\nregion: au\n").policy
    assert (found.region, found.site_author) == ("au", True)


def test_of_two_bases_the_later_wins() -> None:
    write("one.yaml", "region: uk\nsite_date: true\n")
    write("two.yaml", "region: eu\n")
    found = settings("extends: [one.yaml, two.yaml]\n").policy
    assert (found.region, found.site_date) == ("eu", True)


def test_a_base_may_have_a_base_and_globs_go_by_the_file_that_says_them() -> None:
    write("all/deep.yaml", "region: ca\n")
    write("all/base.yaml", "extends: deep.yaml\nexclude: [old/]\noverrides: [{files: [news/*], article: news}]\n")
    write("healthlint.yaml", "extends: all/base.yaml\n")
    found = everything()
    assert found.of(Path("a.md").absolute()).policy.region == "ca"
    assert found.of(Path("all/news/a.md").absolute()).policy.article == "news"
    assert found.of(Path("news/a.md").absolute()).policy.article is None
    assert found.excludes(Path("all/old/a.md").absolute())


def test_a_pyproject_may_be_extended() -> None:
    write("base/pyproject.toml", '[tool.healthlint]\nregion = "uk"\n')
    assert settings("extends: base/pyproject.toml\n").policy.region == "uk"


def test_a_circle_of_files_is_told() -> None:
    write("b.yaml", "region: uk\nextends: healthlint.yaml\n")
    message = complaint("extends: b.yaml\n")
    assert message == "b.yaml:2: extends: healthlint.yaml extends this file in turn; take one of the two out"


def test_a_file_that_is_not_there_is_told() -> None:
    expected = "healthlint.yaml:1: extends: there is no file base.yml; its path is relative to this file"
    assert complaint("extends: base.yml\n") == expected


def test_a_mistake_in_a_base_is_told_with_its_own_name() -> None:
    write("base.yaml", "region: uk\nselect: [HL999]\n")
    assert complaint("extends: base.yaml\n").startswith('base.yaml:2: no rule, topic or prefix is called "HL999"')


# choosing rules


def test_extend_select_adds_to_what_runs() -> None:
    found = codes(settings("extend-select: [HL404]\nignore: [HL805]\n"))
    assert {"HL404", "HL301"} <= found
    assert "HL805" not in found


def test_extend_select_adds_to_a_selection() -> None:
    assert codes(settings("select: [HL301]\nextend_select: [HL805]\n")) == {"HL301", "HL805"}


def test_an_override_may_extend_the_selection() -> None:
    config = "select: [HL301]\noverrides: [{files: [shop/*], extend-select: [HL404]}]\n"
    assert codes(settings(config, "shop/a.md")) == {"HL301", "HL404"}


# profiles


def test_a_profile_changes_what_rules_weigh() -> None:
    found = settings("profile: commerce\n")
    assert (severity(found, "HL205"), "HL404" in codes(found), "HL602" in codes(found)) == ("error", True, False)
    assert severity(settings("profile: clinical\n"), "HL412") == "error"


def test_editorial_is_the_default() -> None:
    assert codes(settings("profile: editorial\n")) == codes(settings("{}\n"))


def test_the_file_beats_its_profile() -> None:
    assert severity(settings("profile: commerce\nrules: {HL205: info}\n"), "HL205") == "info"


def test_the_command_line_beats_the_profile_of_the_file() -> None:
    found = settings("profile: commerce\n", command=Layer(profile=Located("clinical", 0)))
    assert (severity(found, "HL205"), severity(found, "HL412")) == ("warning", "error")


def test_some_files_may_have_a_profile_of_their_own() -> None:
    config = "overrides: [{files: [shop/*], profile: commerce}]\n"
    assert severity(settings(config, "shop/a.md"), "HL205") == "error"
    assert severity(settings(config, "a.md"), "HL205") == "warning"


# files


def test_a_further_suffix_is_found_and_read_as_it_says() -> None:
    write("healthlint.yaml", "extensions: {.njk: html}\n")
    write("page.njk", f"<p>{WORDS.replace('miracle', '<b>miracle</b>')}</p>")
    found = everything()
    assert find_files(["."], found).files == ("page.njk",)
    assert "HL805" in {each.code for each in check("page.njk").diagnostics}
    assert found.of(Path("page.NJK").absolute()).format_of("page.NJK") == "html"


def test_what_git_ignores_is_passed_over() -> None:
    Path(".git").mkdir()
    write(".gitignore", "# built\nbuild/\n*.draft.md\n!keep.draft.md\n")
    write("posts/.gitignore", "!two.draft.md\n/three.md\n")
    for name in ("a.md", "b.draft.md", "keep.draft.md", "build/x.md", "posts/two.draft.md", "posts/three.md"):
        write(name, WORDS)
    assert find_files(["."], everything()).files == ("a.md", "keep.draft.md", "posts/two.draft.md")
    assert find_files(["build/x.md"], everything()).files == ("build/x.md",)


def test_what_git_ignores_may_be_linted() -> None:
    Path(".git").mkdir()
    write(".gitignore", "build/\n")
    write("build/x.md", WORDS)
    write("healthlint.yaml", "respect_gitignore: false\n")
    assert find_files(["."], everything()).files == ("build/x.md",)


def test_a_gitignore_outside_of_a_repository_means_nothing() -> None:
    write(".gitignore", "*.md\n")
    write("a.md", WORDS)
    assert find_files(["."], everything()).files == ("a.md",)


def test_a_line_that_means_nothing_to_git_does_no_harm() -> None:
    Path(".git").mkdir()
    write(".gitignore", "a[\n!\n*.txt\n\\\n")
    write("a.txt", WORDS)
    write("b.md", WORDS)
    assert find_files(["."], everything()).files == ("b.md",)


# what is shown


def test_findings_may_have_to_be_sure() -> None:
    write("a.md", WORDS)
    write("healthlint.yaml", "select: [HL805]\nmin_confidence: high\n")
    assert check("a.md").diagnostics == ()
    write("healthlint.yaml", "select: [HL805]\nmin_confidence: medium\nfail_on: warning\n")
    assert check("a.md").failing == 1


# suppressions

SUPPRESSIONS = """\
select: [HL805, HL00]
suppressions:
  - files: [a.txt]
    rules: [hype]
    reason: an advertisement
    reviewed-by: Ana Ruiz
"""


def test_a_configuration_may_silence_a_rule_in_a_file() -> None:
    write("healthlint.yaml", SUPPRESSIONS)
    write("a.txt", WORDS)
    write("b.txt", WORDS)
    report = check("a.txt", "b.txt")
    assert [(each.code, each.location.file) for each in report.diagnostics] == [("HL805", "b.txt")]
    assert report.suppressed == 1


def test_only_findings_with_the_given_words_are_silenced() -> None:
    write("healthlint.yaml", SUPPRESSIONS + "    words: Miracle  cure\n")
    write("a.txt", f"{WORDS}\nIt is a wonder drug, they say.\n")
    assert [each.excerpt for each in check("a.txt").diagnostics] == ["wonder drug"]


def test_a_suppression_that_silences_nothing_is_told_at_its_line() -> None:
    config = write("healthlint.yaml", SUPPRESSIONS)
    write("a.txt", "They say that it is good for people who cannot sleep.\n")
    (found,) = check("a.txt").diagnostics
    assert (found.code, found.location.file, found.location.start.line) == ("HL001", "healthlint.yaml", 3)
    start, end = found.location.start.offset, found.location.end.offset
    assert config.read_text(encoding="utf-8")[start:end] == "- files: [a.txt]"


def test_a_suppression_whose_files_were_not_linted_is_not_told() -> None:
    write("healthlint.yaml", SUPPRESSIONS)
    write("b.txt", "They say that it is good for people who cannot sleep.\n")
    assert check("b.txt").diagnostics == ()


def test_a_suppression_for_many_files_is_not_unused_as_long_as_only_some_were_linted() -> None:
    write("healthlint.yaml", SUPPRESSIONS.replace("a.txt", "'*.txt'"))
    write("b.txt", "They say that it is good for people who cannot sleep.\n")
    assert check("b.txt").diagnostics == ()


def test_an_expired_suppression_is_told_once_for_all_files() -> None:
    write("healthlint.yaml", SUPPRESSIONS.replace("a.txt", "'*.txt'") + "    until: 2026-01-10\n")
    write("a.txt", WORDS)
    write("b.txt", WORDS)
    assert [each.code for each in check("a.txt", "b.txt").diagnostics] == ["HL805", "HL805", "HL003"]


# mistakes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extend: base.yaml\n", ':1: unknown key "extend"; did you mean "extends"?'),
        ("per-file-ignores: {}\n", ':1: unknown key "per-file-ignores"; did you mean "overrides"?'),
        ("region: uk\nfiles: [a]\n", ':2: unknown key "files"; it stands in an override only'),
        ("fail-on: error\nfail_on: warning\n", ':2: key "fail_on" stands twice; keep one'),
        (
            "profile: comerce\n",
            ':1: no profile is called "comerce"; did you mean "commerce"? (there are clinical, commerce, editorial)',
        ),
        ("min_confidence: sure\n", ':1: min_confidence must be one of high, medium, low, not "sure"'),
        (
            "extensions: {njk: html}\n",
            ':1: extensions: write a suffix such as .njk, not "njk"',
        ),
        (
            "extensions: {.njk: nunjucks}\n",
            ':1: extensions..njk must be one of markdown, html, text, not "nunjucks"',
        ),
        ("required_version: newest\n", ':1: required_version must be like ">=0.2,<1", not "newest"'),
        ("select: [HL301, HL99]\n", ':1: no rule, topic or prefix is called "HL99"; did you mean "HL909"?'),
        ("rules: {HL301: fatal}\n", ':1: rules.HL301.severity must be one of error, warning, info, off, not "fatal"'),
        ("today: tomorrow\n", ':1: today must be a date like 2026-01-31, not "tomorrow"'),
        ("suppressions: [HL301]\n", ":1: a suppression is a mapping with `files`, `rules` and `reason`"),
        ("suppressions:\n- {files: [a], rules: [HL3]}\n", ':2: key "reason" is missing in suppressions'),
        (
            "suppressions:\n- {files: [a], rules: [HL3], reason: ''}\n",
            ":2: suppressions.reason must say why; it is empty",
        ),
        (
            "suppressions:\n- {files: [a], rules: [HL3], reason: b, until: May}\n",
            ':2: suppressions.until must be a date like 2027-03-01, not "May"',
        ),
        (
            "suppressions:\n- {files: [a], rules: [hypes], reason: b}\n",
            ':2: no rule, topic or prefix is called "hypes"; did you mean "hype"?',
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_what_to_write(text: str, message: str) -> None:
    assert complaint(text) == f"healthlint.yaml{message}"


def test_another_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("healthlint.engine.requirement.__version__", "0.3.1")
    assert settings("required_version: '>=0.3, <0.4'\n")
    assert settings("required_version: 0.3.1\n")
    expected = "healthlint.yaml:1: required_version is >=0.4, and this is healthlint 0.3.1; install a version that fits"
    assert complaint("required-version: '>=0.4'\n") == expected


def test_an_extension_of_toml_is_read_like_yaml() -> None:
    path = write(
        "pyproject.toml",
        '[tool.healthlint]\nextend-select = ["HL404"]\n[tool.healthlint.extensions]\n".qmd" = "markdown"\n',
    )
    assert read_config(path).extensions == {".qmd": "markdown"}
