"""A browser without a window, for pages in files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / ".venv" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


class Browser:
    """Chromium with one page open."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, page: Path, place: str = "") -> None:
        self.driver.get("about:blank")  # else another place on the same page would not load it anew
        self.driver.get(f"{page.as_uri()}{place}")

    def run(self, script: str, *values: object) -> Any:
        return self.driver.execute_script(script, *values)

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def count(self, selector: str) -> int:
        """How many elements can be seen."""
        script = "return [...document.querySelectorAll(arguments[0])].filter(each => each.checkVisibility()).length"
        return int(self.run(script, selector))

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def prefer(self, scheme: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def complaints(self) -> list[str]:
        """What the console says: errors of scripts, and what the policy of a page forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it is now."""
        if not AXE.is_file():
            pytest.skip("axe-core is not installed: run `sh tools/browser.sh`, which needs npm")
        self.run(AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script("axe.run(document).then(arguments[0])")
        return [
            f"{each['id']}: {json.dumps([node['html'] for node in each['nodes']][:3])}" for each in found["violations"]
        ]


@contextmanager
def started(profile: Path) -> Iterator[Browser]:
    """A browser, which is skipped with a reason where there is none."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("no browser: `chromium` and `chromedriver` are not installed (run `sh tools/browser.sh` as root)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(driver)
    opened = webdriver.Chrome(options=options, service=service)
    try:
        yield Browser(opened)
    finally:
        opened.quit()
