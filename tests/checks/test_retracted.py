"""Sources that were retracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from healthlint.engine.retractions import build, find_database

if TYPE_CHECKING:
    from pathlib import Path

    from healthlint.model.context import Retractions
    from tests.checks.conftest import Findings


@pytest.fixture(scope="module")
def retractions(tmp_path_factory: pytest.TempPathFactory) -> Retractions | None:
    """A database with two papers."""
    folder: Path = tmp_path_factory.mktemp("retractions")
    (folder / "list.txt").write_text("10.5555/magnet.1\nPMID 31000001\n")
    build(folder / "list.txt", folder / "retractions.sqlite")
    return find_database(folder / "retractions.sqlite")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Magnets help (doi:10.5555/Magnet.1).", ["doi:10.5555/Magnet.1"]),
        ("Magnets [help](https://doi.org/10.5555/magnet.1).", ["https://doi.org/10.5555/magnet.1"]),
        ("Magnets help (PMID: 31000001).", ["PMID: 31000001"]),
        ("Magnets [help](https://pubmed.ncbi.nlm.nih.gov/31000001/).", ["https://pubmed.ncbi.nlm.nih.gov/31000001/"]),
        ("Magnets help (doi:10.5555/magnet.12).", []),
        ("Magnets help, said a paper that was retracted (doi:10.5555/magnet.1).", []),
    ],
)
def test_a_paper_in_the_text_is_looked_up(
    findings: Findings, retractions: Retractions, text: str, found: list[str]
) -> None:
    assert findings("HL510", text, article="advice", retractions=retractions) == found


def test_a_paper_is_reported_once_and_in_the_list(findings: Findings, retractions: Retractions) -> None:
    text = "Magnets help (doi:10.5555/magnet.1).\n\n## References\n\n1. Poe J. Heels. 2019. doi:10.5555/magnet.1\n"
    assert findings("HL510", text, article="advice", retractions=retractions) == ["10.5555/magnet.1"]


def test_without_a_database_nothing_is_looked_up(findings: Findings) -> None:
    assert findings("HL510", "Magnets help (doi:10.5555/magnet.1).", article="advice") == []
