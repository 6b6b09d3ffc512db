"""Configuration files: which one holds for a file, and what is said about a mistake in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.engine.config import Configs, read_config
from healthlint.errors import ConfigError

TWO_OVERRIDES = """\
[tool.healthlint]
[[tool.healthlint.overrides]]
files = ['a']

[[tool.healthlint.overrides]]
files = ['b']
regoin = 'uk'
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def complaint(path: Path) -> str:
    with pytest.raises(ConfigError) as raised:
        read_config(path)
    return str(raised.value).removeprefix(str(path))


def test_the_closest_configuration_holds_and_is_not_merged(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.yaml", "region: uk\nsite_author: true\n")
    write(tmp_path / "blog" / ".healthlint.yaml", "region: au\n")
    layer = Configs().of(tmp_path / "blog" / "deep" / "a.md").layer
    assert (layer.region, layer.site_author) == ("au", None)


def test_a_folder_below_inherits_the_configuration(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.yaml", "region: uk\n")
    assert Configs().of(tmp_path / "a" / "b" / "c.md").layer.region == "uk"


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.yaml", "region: uk\n")
    write(tmp_path / "docs" / "pyproject.toml", '[project]\nname = "healthlint-docs"\n')
    assert Configs().of(tmp_path / "docs" / "a.md").layer.region == "uk"


def test_pyproject_with_our_table_holds(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.healthlint]\nregion = "ca"\ntoday = 2026-01-31\n')
    layer = Configs().of(tmp_path / "a.md").layer
    assert layer.region == "ca"
    assert layer.today is not None
    assert layer.today == ("2026-01-31", 3)


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.yaml", "region: uk\n")
    assert Configs(isolated=True).of(tmp_path / "a.md").path is None


def test_a_given_configuration_holds_everywhere(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.yaml", "region: uk\n")
    given = write(tmp_path / "ci" / "strict.yaml", "region: eu\n")
    assert Configs(given).of(tmp_path / "a.md").layer.region == "eu"


def test_overrides_go_by_globs_relative_to_the_file(tmp_path: Path) -> None:
    text = "overrides:\n  - files: [news/*.md]\n    article: news\n  - files: ['*.txt']\n    site_author: true\n"
    config = read_config(write(tmp_path / "healthlint.yaml", text))
    assert [layer.article for layer in config.layers_for(tmp_path / "news" / "a.md")] == [None, "news"]
    assert [layer.site_author for layer in config.layers_for(tmp_path / "deep" / "a.txt")] == [None, True]
    assert len(config.layers_for(tmp_path / "advice" / "a.md")) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("region: uk\nsite_authr: true\n", ':2: unknown key "site_authr"; did you mean "site_author"?'),
        ("exlude: [a]\n", ':1: unknown key "exlude"; did you mean "exclude"?'),
        ("region: mars\n", ':1: region must be one of us, uk, eu, au, ca, not "mars"'),
        ("fail_on: eror\n", ':1: fail_on must be one of error, warning, info, not "eror"; did you mean "error"?'),
        ("site_author: yeah\n", ':1: site_author must be true or false, not "yeah"'),
        ("- HL301\n", ":1: a configuration is a mapping such as `select: [HL3]`"),
        ("overrides:\n  - article: news\n", ':2: key "files" is missing in overrides'),
        (
            "overrides:\n  - files: [a]\n    exclude: [b]\n",
            ':3: unknown key "exclude"; it stands at the top of the file only',
        ),
        ("overrides: [HL301]\n", ":1: an override is a mapping with `files` and what holds for them"),
        ("select: [a\n", ":2: not valid YAML: did not find expected ',' or ']'"),
        ("region: uk\nregion: us\n", ':2: key "region" stands twice; keep one'),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    assert complaint(write(tmp_path / "healthlint.yaml", text)) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[tool.healthlint]\nregion = 'uk'\n\n[tool.healthlint.rules.HL301]\nsevrity = 'off'\n",
            None,  # the keys of a rule are looked at when the rules are chosen
        ),
        ("[tool.healthlint]\n\nregoin = 'uk'\n", ':3: unknown key "regoin"; did you mean "region"?'),
        ("[tool]\nhealthlint.regoin = 'uk'\n", ':2: unknown key "regoin"; did you mean "region"?'),
        (TWO_OVERRIDES, ':7: unknown key "regoin"; did you mean "region"?'),
        ("[tool.healthlint]\nregion = \n", ":2: not valid TOML: Invalid value"),
        ("[project]\nname = 'x'\n", ": there is no [tool.healthlint] in this file"),
    ],
)
def test_a_mistake_in_toml_is_told_with_its_line(tmp_path: Path, text: str, message: str | None) -> None:
    path = write(tmp_path / "pyproject.toml", text)
    if message is None:
        assert read_config(path).layer.rules["HL301"].line == 4
    else:
        assert complaint(path) == message


def test_a_misnamed_file_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.yml", "region: uk\n")
    with pytest.raises(ConfigError, match=r"healthlint\.yml: this file is not read; call it healthlint\.yaml"):
        Configs().of(tmp_path / "a.md")


def test_a_configuration_that_does_not_exist_is_told(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.yaml") == ": cannot be read: No such file or directory"


def test_a_configuration_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "healthlint.yaml"
    path.write_bytes(b"region: \xff\xfe\n")
    assert complaint(path) == ": is not UTF-8 text"
