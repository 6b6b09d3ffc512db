"""The identifiers of papers, books, trials and pages: whether they are written as they must be."""

from __future__ import annotations

import re
from typing import Literal

from healthlint.language.patterns import lazy_pattern

Fault = Literal["scheme", "host", "space", "doi", "local", "tracking"]


def clean_doi(written: str) -> str:
    """A DOI in the one way to write it; empty where it is none: `https://doi.org/10.1000/ABC.` -> `10.1000/abc`."""
    match = _DOI.search(written)
    if not match:
        return ""
    doi = match[0].rstrip(".,;:'\"”’>*_")
    while doi.endswith((")", "]")) and doi.count(doi[-1]) > doi.count("(" if doi[-1] == ")" else "["):
        doi = doi[:-1].rstrip(".,;")
    return doi.lower()


def is_isbn(digits: str) -> bool:
    """Whether the check digit of an ISBN of 10 or 13 digits fits; hyphens and spaces are passed over."""
    plain = re.sub(r"[\s-]", "", digits).upper()
    if re.fullmatch(r"\d{9}[\dX]", plain):
        return sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(plain)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", plain):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(plain)) % 10 == 0
    return False


def is_pmid(digits: str) -> bool:
    """Whether a number can be one of PubMed's, which has given some 40 million since it began with 1."""
    return digits.isdecimal() and digits[0] != "0" and len(digits) <= _LONGEST_PMID


def is_pmcid(written: str) -> bool:
    """Whether this is a number of PubMed Central, with or without `PMC`."""
    return re.fullmatch(r"(?:PMC)?[1-9]\d{3,8}", written, re.IGNORECASE) is not None


def is_nct(written: str) -> bool:
    """Whether this is a number of ClinicalTrials.gov: NCT and eight digits."""
    return re.fullmatch(r"NCT\d{8}", written, re.IGNORECASE) is not None


def fault_of(url: str) -> Fault | None:
    """What is wrong with an address that should lead out of the page; None where it may work."""
    bare = url.strip()
    scheme = _SCHEME.match(bare)
    if not scheme:
        return "scheme" if _NEARLY_SCHEME.match(bare) else None  # else a path of the site, a mail address
    rest = bare[scheme.end() :]
    if _NEARLY_SCHEME.match(rest):
        return "scheme"  # "https://https://…"
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    name = host.partition(":")[0].lower().rstrip(".") if not host.startswith("[") else host
    if _LOCAL.search(name):
        return "local"
    if not _HOST.fullmatch(name):
        return "host"
    if re.search(r"\s", bare):
        return "space"
    if name in _RESOLVERS and not clean_doi(rest) and not _SHORT_DOI.fullmatch(rest):
        return "doi"
    return None


def is_tracked(url: str) -> bool:
    """Whether an address carries the mark of a campaign or of somebody who earns by the click."""
    return _TRACKED.search(url) is not None


_DOI = lazy_pattern(r"(?<![\d.])10\.\d{4,9}(?:\.\d+)*/[^\s\"<>“”]+")
_LONGEST_PMID = 8
_SCHEME = lazy_pattern(r"https?://(?!/)", re.IGNORECASE)
_NEARLY_SCHEME = lazy_pattern(r"h{1,2}t{1,3}p{1,2}s?(?:[:;]{1,2}/{0,3}|[.,]?//+)", re.IGNORECASE)
_LOCAL = lazy_pattern(
    r"(?:^|\.)(?:localhost|local|internal|test|invalid)$|^(?:staging|stage|dev|preview|test)[.-][^.]+\."
    r"|^(?:127\.|10\.\d+\.\d+\.\d+$|192\.168\.)|^0\.0\.0\.0$"
)
_HOST = lazy_pattern(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\]"
)
_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_SHORT_DOI = lazy_pattern(r"[^/]+/(?:10/)?[a-z0-9]{3,10}/?")
_TRACKED = lazy_pattern(
    r"[?&](?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|aff(?:_?id|iliate)?|affiliate_id|ref_?id|tag=[\w-]+-2\d)\b=?", re.I
)
