"""Asks one web address whether it still leads anywhere."""

from __future__ import annotations

import time
from http.client import HTTPException
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from healthlint import __version__

if TYPE_CHECKING:
    from email.message import Message
    from typing import IO
    from urllib.request import OpenerDirector

State = Literal["ok", "moved", "gone", "refused", "unreachable"]


class Answer(NamedTuple):
    """What came of asking an address."""

    state: State  # refused: there is a page, but none for programs
    status: int = 0  # of HTTP; 0 where nobody answered
    note: str = ""  # where it moved to, or why nobody answered


class Manners(NamedTuple):
    """How servers are asked."""

    timeout: float = 10  # seconds
    retries: int = 2  # where a server is busy or does not answer
    pause: float = 0.5  # seconds before the first retry; twice as long before each further one


def ask(url: str, manners: Manners) -> Answer:
    """The answer to a HEAD request; where the server denies or refuses it, that to a GET whose body is not read."""
    try:
        address = ascii_address(url)
    except ValueError as problem:
        return Answer("gone", 0, str(problem))
    answer, pause = _request(address, "HEAD", manners), manners.pause
    for _ in range(manners.retries):
        if not _is_passing(answer):
            break
        time.sleep(pause)
        answer, pause = _request(address, "HEAD", manners), pause * 2
    return _request(address, "GET", manners) if answer.status in _HEAD_REFUSED else answer


def ascii_address(url: str) -> str:
    """An address as it goes over the wire, without the part behind `#`. Raises ValueError where it has no host."""
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("no address of the web")
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    host = f"[{host}]" if ":" in host else host
    place = f"{host}:{parts.port}" if parts.port else host
    return urlunsplit((parts.scheme.lower(), place, quote(parts.path, _KEPT), quote(parts.query, _KEPT), ""))


def _request(address: str, method: str, manners: Manners) -> Answer:
    request = Request(address, method=method, headers=_HEADERS)
    redirects = _Redirects()
    try:
        with _opener(redirects).open(request, timeout=manners.timeout) as response:
            if redirects.is_permanent and response.url != address:
                return Answer("moved", response.status, response.url)
            return Answer("ok", response.status)
    except HTTPError as problem:
        problem.close()
        state: State = (
            "gone" if problem.code in _GONE else "refused" if problem.code < _SERVERS_FAULT else "unreachable"
        )
        return Answer(state, problem.code, problem.reason if isinstance(problem.reason, str) else "")
    except URLError as problem:
        return Answer("unreachable", 0, str(getattr(problem.reason, "strerror", "") or problem.reason))
    except (OSError, HTTPException, ValueError) as problem:
        return Answer("unreachable", 0, str(problem) or type(problem).__name__)


def _is_passing(answer: Answer) -> bool:
    """Whether to ask again: the server is busy, has a fault of its own, or was not reached."""
    return answer.state == "unreachable" or answer.status == _BUSY


class _Redirects(HTTPRedirectHandler):
    """Follows redirects with the method that was asked for, and remembers whether all of them were for good."""

    max_redirections = 5

    def __init__(self) -> None:
        self.is_permanent = True

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        self.is_permanent = self.is_permanent and code in _FOR_GOOD
        request = super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
        if request is not None:
            request.method = req.get_method()
        return request


def _opener(redirects: _Redirects) -> OpenerDirector:
    return build_opener(redirects)


_HEADERS = {"User-Agent": f"healthlint/{__version__} (checks links)", "Accept": "*/*"}
_KEPT = "/%:@!$&'()*+,;=~?-._[]"
_HEAD_REFUSED = frozenset({403, 404, 405, 501})
_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})
_BUSY = 429
_SERVERS_FAULT = 500
