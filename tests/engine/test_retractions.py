"""The database of retractions: built out of lists, looked up without a network."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from healthlint.analysis.retractions import edition_of, look_up
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.retractions import build, find_database, notes
from healthlint.engine.settings import AllSettings
from healthlint.errors import ConfigError, ReadError
from healthlint.model.context import Retractions
from healthlint.ruleset.load import load_rules

HEADER = "Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature"
CSV = f"""{HEADER}
1,"Magnets, and heels",3/14/2021 0:00,10.5555/Magnet.1,31000001,Retraction
2,Insoles,1/2/2020 0:00,10.5555/insole.2,0,Expression of concern
3,Socks,5/6/2019 0:00,unavailable,31000003,Retraction
4,Boots,5/6/2019 0:00,10.5555/boot.4,0,Correction
5,Laces,5/6/2018 0:00,10.5555/lace.5,0,Retraction
6,Laces,7/8/2019 0:00,10.5555/lace.5,0,Reinstatement
7,Clogs,5/6/2018 0:00,10.5555/clog.7,0,Retraction
8,Clogs,7/8/2019 0:00,10.5555/clog.7,0,Expression of concern
9,Nothing,,unavailable,0,Retraction
"""


def database(folder: Path, content: str | bytes, name: str = "list.csv", **more: date) -> Retractions:
    """The database built out of a list."""
    source, target = folder / name, folder / "data" / "retractions.sqlite"
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    build(source, target, **more)
    found = find_database(target)
    assert found is not None
    return found


def known(found: Retractions, *papers: str) -> dict[str, tuple[str, str]]:
    return {paper: (each.kind, each.date) for paper, each in look_up(found, papers).items()}


def test_a_paper_is_found_by_doi_and_by_pubmed_number(tmp_path: Path) -> None:
    found = database(tmp_path, CSV)
    expected = ("retraction", "2021-03-14")
    assert known(found, "doi:10.5555/magnet.1", "pmid:31000001", "doi:10.5555/other") == {
        "doi:10.5555/magnet.1": expected,
        "pmid:31000001": expected,
    }


def test_a_warning_is_no_retraction(tmp_path: Path) -> None:
    assert known(database(tmp_path, CSV), "doi:10.5555/insole.2") == {"doi:10.5555/insole.2": ("concern", "2020-01-02")}


def test_a_correction_is_neither(tmp_path: Path) -> None:
    assert known(database(tmp_path, CSV), "doi:10.5555/boot.4") == {}


def test_a_paper_that_was_reinstated_is_good_again(tmp_path: Path) -> None:
    assert known(database(tmp_path, CSV), "doi:10.5555/lace.5") == {}


def test_a_retraction_outweighs_a_later_warning(tmp_path: Path) -> None:
    assert known(database(tmp_path, CSV), "doi:10.5555/clog.7")["doi:10.5555/clog.7"][0] == "retraction"


def test_zero_is_no_pubmed_number(tmp_path: Path) -> None:
    assert known(database(tmp_path, CSV), "pmid:0", "pmid:") == {}


def test_the_day_of_the_list_is_that_of_its_newest_notice(tmp_path: Path) -> None:
    assert edition_of(database(tmp_path, CSV)).as_of == "2021-03-14"


def test_the_day_of_the_list_can_be_told(tmp_path: Path) -> None:
    assert edition_of(database(tmp_path, CSV, as_of=date(2025, 4, 5))).as_of == "2025-04-05"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("marked.csv", "\N{ZERO WIDTH NO-BREAK SPACE}" + CSV),
        ("windows.csv", CSV.replace("\n", "\r\n")),
        ("packed.csv.gz", gzip.compress(CSV.encode())),
        ("latin.csv", CSV.replace("Magnets", "Aimants naïfs").encode("latin-1")),
        ("plain.txt", "# ours\n10.5555/MAGNET.1\n\nhttps://doi.org/10.5555/clog.7\nPMID 31000003\n"),
        ("bare.json", json.dumps(["10.5555/magnet.1"])),
        ("groups.json", json.dumps({"retractions": {"10.5555/magnet.1": "10.5555/notice"}, "concerns": []})),
    ],
)
def test_a_list_comes_in_many_forms(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert "doi:10.5555/magnet.1" in known(database(tmp_path, content, name), "doi:10.5555/magnet.1")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("Title,OriginalPaperDOI\nHeels,10.5555/a\n", 1, 'the column "OriginalPaperPubMedID" is missing'),
        (CSV.replace("RetractionDate", "RetractionDay"), 1, 'did you mean "RetractionDay"?'),
        (CSV.replace(",", ";"), 1, "nor is this the CSV"),
        ("10.5555/a\nheels\n", 2, '"heels" is neither'),
        (CSV.encode("utf-16"), None, "is UTF-16"),
        (f"{HEADER}\n", None, "holds no retraction"),
        ("", None, "holds no retraction"),
        ('{"retractions": [', 1, "is no JSON"),
        ('{"papers": []}', None, '"papers" is not expected here'),
        (b"\x1f\x8b\x08broken", None, "cannot be read"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, content: str | bytes, line: int | None, message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        database(tmp_path, content, "list")
    assert error.value.line == line
    assert message in str(error.value)


def test_a_list_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        build(tmp_path / "none.csv", tmp_path / "retractions.sqlite")


def test_the_old_database_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    old = database(tmp_path, CSV)
    with pytest.raises(ConfigError):
        database(tmp_path, "10.5555/a\nheels\n", "list.txt")
    assert "doi:10.5555/magnet.1" in known(old, "doi:10.5555/magnet.1")
    assert [path.name for path in Path(old.path).parent.iterdir()] == ["retractions.sqlite"]


def test_a_thousand_papers_are_looked_up_at_once(tmp_path: Path) -> None:
    papers = [f"doi:10.5555/heel.{number}" for number in range(1200)]
    found = database(tmp_path, "\n".join(paper.removeprefix("doi:") for paper in papers), "list.txt")
    assert len(look_up(found, papers)) == 1200


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "retractions.sqlite"
    path.write_text("nothing of the kind, and long enough to be read as a page of it")
    with pytest.raises(ReadError, match="no database of retractions"):
        look_up(Retractions(str(path)), ["pmid:1"])


def test_a_new_list_changes_the_stamp(tmp_path: Path) -> None:
    before = database(tmp_path, CSV)
    assert database(tmp_path, "10.5555/a\n", "list.txt").stamp != before.stamp


def settings_with(path: Path, said: str) -> AllSettings:
    """The settings of a configuration file with one line on retractions."""
    config = path / "healthlint.yaml"
    config.write_text(f"retractions: {said}\n")
    return AllSettings(load_rules(), Configs(config), Layer(), date(2026, 1, 15))


def test_a_configuration_names_its_own_database(tmp_path: Path) -> None:
    found = database(tmp_path, CSV)
    settings = settings_with(tmp_path, "data/retractions.sqlite").of(tmp_path / "a.md")
    assert settings.policy.retractions == found
    assert notes([settings]) == [f"HL510 looked up retractions as of 2021-03-14 (5 papers): {found.path}"]


def test_a_database_that_the_configuration_names_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no database"):
        settings_with(tmp_path, "none.sqlite").of(tmp_path / "a.md")


def test_a_configuration_can_do_without(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, "false").of(tmp_path / "a.md")
    assert settings.policy.retractions is None
    assert "looked up no retractions" in notes([settings])[0]
