"""Fixtures that several test packages share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what takes a minute unless it is asked for."""
    if item.get_closest_marker("slow") and not os.environ.get("SLOW"):
        pytest.skip("slow; runs with SLOW=1")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The optional folder of real articles beside the checkout; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared folder with real articles on this machine")
    return folder
