"""The documentation can be built as a site that has no broken link and asks no other host for anything."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

# What a browser loads by itself. A link is only followed by a reader who wants to.
LOADED = re.compile(
    r"<(?:script|img|iframe|source|audio|video|embed|object)\b[^>]*\b(?:src|data|srcset)=[\"']?(?:https?:)?//[^\"'> ]+"
    r"|<link\b(?=[^>]*rel=[\"']?(?:stylesheet|icon|pre\w+|dns-prefetch))[^>]*href=[\"']?(?:https?:)?//[^\"'> ]+"
    r"|url\([\"']?(?:https?:)?//[^)]+\)|@import [\"'](?:https?:)?//[^\"']+"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built with every warning an error."""
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_in_the_site(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {page.replace("README.html", "index.html") for page in pages} <= built


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    for path in (*site.rglob("*.html"), *site.rglob("*.css")):
        assert not LOADED.findall(path.read_text(encoding="utf-8")), path.name
