"""Asking addresses, of a server on this machine."""

from __future__ import annotations

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from healthlint.engine.link_check import Limits, Memory, check_links
from healthlint.engine.web import Manners, ascii_address, ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANNERS = Manners(timeout=1, retries=2, pause=0)
LIMITS = Limits(delay=0)
DAY = 24 * 60 * 60


class Server(ThreadingHTTPServer):
    """Answers by the path of an address, and counts what it was asked."""

    asked: Counter[str]

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """`/404` answers with that status, `/to/x` leads to `/x` for good, `/for-now/x` for now."""

    server: Server

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.server.asked[f"{self.command} {self.path}"] += 1
        step = self.path.strip("/").partition("/")
        if step[0] in ("to", "for-now"):
            self.send_response(301 if step[0] == "to" else 302)
            self.send_header("Location", f"/{step[2]}")
        elif step[0] == "round":
            self.send_response(301)
            self.send_header("Location", "/round")
        elif step[0] == "busy-once":
            self.send_response(503 if self.server.asked[f"HEAD {self.path}"] == 1 else 200)
        elif step[0] == "no-head":
            self.send_response(405 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(step[0]) if step[0].isdecimal() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of the test's own."""
    own = Server(("127.0.0.1", 0), Handler)
    own.asked = Counter()
    thread = threading.Thread(target=own.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield own
    own.shutdown()
    own.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "state", "status"),
    [
        ("/a", "ok", 200),
        ("/404", "gone", 404),
        ("/410", "gone", 410),
        ("/403", "refused", 403),
        ("/500", "unreachable", 500),
        ("/to/a", "moved", 200),
        ("/for-now/a", "ok", 200),
        ("/to/404", "gone", 404),
        ("/for-now/to/a", "ok", 200),
        ("/busy-once", "ok", 200),
        ("/no-head", "ok", 200),
    ],
)
def test_a_server_tells_what_became_of_a_page(server: Server, path: str, state: str, status: int) -> None:
    answer = ask(server.url + path, MANNERS)
    assert (answer.state, answer.status) == (state, status)


def test_a_page_that_moved_tells_where_to(server: Server) -> None:
    assert ask(f"{server.url}/to/a", MANNERS).note == f"{server.url}/a"


def test_a_redirect_is_followed_with_the_same_method(server: Server) -> None:
    ask(f"{server.url}/to/a", MANNERS)
    assert server.asked == {"HEAD /to/a": 1, "HEAD /a": 1}


def test_redirects_that_go_round_come_to_an_end(server: Server) -> None:
    assert ask(f"{server.url}/round", MANNERS).state != "ok"
    assert server.asked["HEAD /round"] < 10


def test_a_fault_of_the_server_is_asked_again_as_often_as_told(server: Server) -> None:
    ask(f"{server.url}/500", MANNERS)
    assert server.asked["HEAD /500"] == 3


def test_a_page_that_is_gone_is_not_asked_again_and_again(server: Server) -> None:
    ask(f"{server.url}/404", MANNERS)
    assert server.asked == {"HEAD /404": 1, "GET /404": 1}


def test_where_nobody_listens_nobody_answers(server: Server) -> None:
    server.shutdown()
    server.server_close()
    answer = ask(f"{server.url}/a", MANNERS)
    assert (answer.state, answer.status) == ("unreachable", 0)
    assert answer.note


@pytest.mark.parametrize("url", ["ftp://feet.example/a", "https:///a", "http://[broken", "heels"])
def test_what_is_no_address_is_not_asked(url: str) -> None:
    assert ask(url, MANNERS).state == "gone"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://ärzte.example/wörter?q=ö#da", "https://xn--rzte-koa.example/w%C3%B6rter?q=%C3%B6"),
        ("http://feet.example/a b%20c", "http://feet.example/a%20b%20c"),
        ("http://feet.example:8080/a(1)", "http://feet.example:8080/a(1)"),
        ("http://user:secret@feet.example/", "http://feet.example/"),
    ],
)
def test_an_address_goes_over_the_wire_in_ascii(url: str, address: str) -> None:
    assert ascii_address(url) == address


def test_an_address_is_asked_once(server: Server) -> None:
    url = f"{server.url}/a"
    assert len(list(check_links([url, url], MANNERS, LIMITS, Memory(None, 0)))) == 1
    assert server.asked == {"HEAD /a": 1}


def test_what_is_beyond_the_limit_is_told_and_not_asked(server: Server) -> None:
    urls = [f"{server.url}/{name}" for name in "abc"]
    answers = dict(check_links(urls, MANNERS, LIMITS._replace(most=2), Memory(None, 0)))
    assert answers[urls[2]] is None
    assert sum(server.asked.values()) == 2


def test_what_answered_lately_is_not_asked_again(server: Server, tmp_path: Path) -> None:
    url, path = f"{server.url}/a", tmp_path / "links.json"
    for now in (0, 6 * DAY, 8 * DAY):
        assert dict(check_links([url], MANNERS, LIMITS, Memory(path, now)))[url] is not None
    assert server.asked == {"HEAD /a": 2}


def test_what_did_not_answer_is_asked_again_soon(server: Server, tmp_path: Path) -> None:
    url, path = f"{server.url}/410", tmp_path / "links.json"
    for now in (0, DAY):
        list(check_links([url], MANNERS, LIMITS, Memory(path, now)))
    assert server.asked == {"HEAD /410": 2}


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"version": 1, "answers": {"http://a.example": 3}}', '{"version": 9}']
)
def test_a_damaged_memory_is_forgotten(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "links.json"
    path.write_text(damage)
    assert Memory(path, 0).answer("http://a.example") is None
