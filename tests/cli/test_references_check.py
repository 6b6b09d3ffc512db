"""`healthlint references check` as users run it, against a server on this machine."""

from __future__ import annotations

import csv
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.conftest import Cli


class Handler(BaseHTTPRequestHandler):
    """Has everything but `/gone`."""

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def article(*urls: str) -> str:
    """An article with a list of references."""
    lines = "\n".join(f"{number}. Poe J. Heels. 2019. {url}" for number, url in enumerate(urls, 1))
    return f"# Sore heels\n\nHeels hurt.\n\n## References\n\n{lines}\n"


QUICK = ("--delay", "0", "--no-cache")


def test_a_source_that_is_gone_is_told_with_its_place(cli: Cli, write: Callable[[str, str], Path], host: str) -> None:
    write("a.md", article(f"{host}/here", f"{host}/gone"))
    done = cli("references", "check", "a.md", *QUICK)
    assert done.returncode == 1
    assert done.stdout == f"a.md:8:24: {host}/gone: gone (404 Not Found)\n"
    assert done.stderr == "2 sources checked: 1 ok, 1 gone\n"


def test_sources_that_answer_are_no_news(cli: Cli, write: Callable[[str, str], Path], host: str) -> None:
    write("a.md", article(f"{host}/here"))
    done = cli("references", "check", "a.md", *QUICK)
    assert (done.returncode, done.stdout) == (0, "")


def test_machines_are_told_of_every_source(cli: Cli, write: Callable[[str, str], Path], host: str) -> None:
    write("a.md", article(f"{host}/here", f"{host}/gone"))
    links = json.loads(cli("references", "check", "a.md", "--format", "json", *QUICK).stdout)["links"]
    assert [(link["state"], link["status"], link["start"]["line"]) for link in links] == [
        ("ok", 200, 7),
        ("gone", 404, 8),
    ]
    table = cli("references", "check", "a.md", "--format", "csv", *QUICK).stdout
    assert [row["state"] for row in csv.DictReader(table.splitlines())] == ["ok", "gone"]


def test_no_more_is_asked_than_allowed(cli: Cli, write: Callable[[str, str], Path], host: str) -> None:
    write("a.md", article(f"{host}/here", f"{host}/gone"))
    done = cli("references", "check", "a.md", "--max-links", "1", *QUICK)
    assert done.returncode == 0
    assert "not asked" in done.stdout


def test_answers_are_kept_for_the_next_run(
    cli: Cli, write: Callable[[str, str], Path], host: str, tmp_path: Path
) -> None:
    write("a.md", article(f"{host}/here"))
    assert cli("references", "check", "a.md", env={"XDG_CACHE_HOME": str(tmp_path / "c")}).returncode == 0
    kept = json.loads((tmp_path / "c" / "healthlint" / "links.json").read_text())
    assert list(kept["answers"]) == [f"{host}/here"]


def test_an_option_that_is_no_number_is_told(cli: Cli) -> None:
    done = cli("references", "check", "--timeout", "soon")
    assert done.returncode == 2
    assert "not a number of seconds: soon" in done.stderr
