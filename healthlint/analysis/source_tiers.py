"""What kind of source an address leads to: a journal, an agency, a shop, a video."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.hits import Hits
    from healthlint.model.context import FactTable, Knowledge, Policy
    from healthlint.model.document import Document


class Address(NamedTuple):
    """The parts of a web address that tell whose it is; both empty where it cannot be read."""

    host: str  # lower case, without `www.`
    path: str  # lower case, with a slash at both ends


def read_address(url: str) -> Address:
    """The host and the path of an address, with or without its scheme."""
    url = url.strip()
    try:
        parts = urlsplit(url if "//" in url[:9] else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:  # "https://[broken"
        return Address("", "")
    if parts.scheme not in ("", "http", "https") or "." not in host:
        return Address("", "")
    return Address(host, f"{parts.path.lower().rstrip('/')}/")


def tier_of(url: str, doi: str, knowledge: Knowledge) -> str:
    """The tier of a source by its address or else its DOI; empty where nothing is known of it."""
    table = knowledge.facts["source-tiers"]
    address = read_address(url)
    if not doi and address.host in _RESOLVERS:
        doi = address.path.strip("/")
    if doi:
        return _by_doi(doi.lower(), table) or "journal"
    return _by_host(address, table) or _by_form(address, table)


def tier_of_name(hits: Hits, start: int, end: int) -> str:
    """The tier of the first body or journal that a reference without an address names; empty where it names none."""
    named = (_OF_NAMES.get(hit.entry.notes.get("type", ""), "") for hit in hits.within("named-sources", start, end))
    return next((tier for tier in named if tier), "")


def own_hosts(document: Document, policy: Policy) -> tuple[str, ...]:
    """The hosts of the publisher: as configured, and that of the page itself."""
    own = [domain.lower().removeprefix("www.") for domain in policy.own_domains]
    own += [read_address(field.value).host for field in document.fields if field.key in _OF_THE_PAGE]
    return tuple(dict.fromkeys(host for host in own if host))


def is_at(host: str, domain: str) -> bool:
    """Whether a host is a domain or a part of it."""
    return host == domain or host.endswith(f".{domain}")


def site_of(host: str) -> str:
    """The domain that somebody registered: `example.co.uk` of `blog.example.co.uk`."""
    return match[0] if (match := _REGISTERED.search(host)) else host


def _by_doi(doi: str, table: FactTable) -> str:
    return next((row["tier"] for row in table.by("match")["doi"] if doi.startswith(row["address"])), "")


def _by_host(address: Address, table: FactTable) -> str:
    """The tier of the longest host and path that the table knows, whole domains like `gov` aside."""
    known = table.by("address")
    for key in _keys(address):
        if (rows := known.get(key)) and not rows[0]["match"]:
            return rows[0]["tier"]
    return ""


def _by_form(address: Address, table: FactTable) -> str:
    """The tier that the form of an address gives away: `shop.…`, `/blogs/`."""
    forms = table.by("match")
    for row in forms.get("host", ()):
        if address.host.startswith(row["address"]):
            return row["tier"]
    return next((row["tier"] for row in forms.get("path", ()) if row["address"] in address.path), "")


def _keys(address: Address) -> Iterator[str]:
    """What the table may know an address by, the most exact first: `a.org/b/c`, `a.org/b`, `a.org`, `org`."""
    labels = address.host.split(".")
    steps = [step for step in address.path.split("/") if step][:_DEEPEST]
    for first in range(len(labels)):
        host = ".".join(labels[first:])
        for depth in range(len(steps), -1, -1):
            yield "/".join([host, *steps[:depth]])


_OF_NAMES = {
    "agency": "agency",
    "charity": "patients",
    "database": "database",
    "guideline": "guideline",
    "institution": "academic",
    "journal": "journal",
    "society": "guideline",
}
_RESOLVERS = frozenset({"doi.org", "dx.doi.org"})
_OF_THE_PAGE = frozenset({"canonical", "og:url", "url", "permalink", "mainentityofpage", "mainentityofpage.@id"})
_DEEPEST = 3  # steps of a path that the table goes down
_REGISTERED = lazy_pattern(r"[^.]+\.(?:(?:co|com|org|net|ac|gov|edu|nhs)\.)?[^.]+\Z")
