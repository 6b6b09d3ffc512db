"""The sheets of an article: what it claims and what that rests on, and its references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.source_tiers import tier_of, tier_of_name
from healthlint.reporters._html import NOTHING, Html, element, joined, link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.references import Reference

    Address = Callable[[int], Html]  # a link to the block at an offset of the prose, with its line

_ABOUT_CLAIMS = (
    "What the article says about causes and effects: how strongly it is worded, and the strongest word that the "
    "article's own evidence and sources can carry. Where that is weaker, soften the wording or cite what shows more."
)
_ABOUT_REFERENCES = (
    "The entries of the article's list of references: what kind of source each is, as far as address and name tell, "
    "and where the text cites it. None of them was opened."
)
_CARRIES = {"conditional": "“may”", "can": "“can”", "causal": "“causes”"}


def claim_sheet(analysis: Analysis, address: Address) -> Html:
    """Every claim with how strongly it is made and how strongly the article may make it."""
    if not analysis.language.is_english or not analysis.claims:
        return NOTHING
    rows = [_claim(claim, analysis, address) for claim in analysis.claims]
    title = f"Claim sheet: {len(rows)} claim{'s' * (len(rows) != 1)}"
    heads = ("Place", "What the article says", "How strongly", "What it can carry", "Cited")
    return _sheet(title, _ABOUT_CLAIMS, heads, rows)


def reference_audit(analysis: Analysis, address: Address) -> Html:
    """Every entry of the reference lists, what kind of source it is, and where it is cited."""
    entries = analysis.references.entries
    if not entries:
        return NOTHING
    rows = [
        _reference(entry, analysis, address, sorted({use.start for use in uses}))
        for entry, uses in zip(entries, analysis.reference_uses, strict=True)
    ]
    title = f"References: {len(rows)} {'entries' if len(rows) != 1 else 'entry'}"
    return _sheet(title, _ABOUT_REFERENCES, ("Place", "Entry", "Found at", "Kind of source", "Cited"), rows)


def _sheet(title: str, about: str, heads: Sequence[str], rows: Sequence[Html]) -> Html:
    head = element("thead", element("tr", *(element("th", word, scope="col") for word in heads)))
    table = element("table", head, element("tbody", *rows))
    scroll = element("div", table, class_="scroll", tabindex=0, role="group", aria_label=title)
    return element("details", element("summary", title), element("p", about, class_="faint"), scroll, class_="sheet")


def _claim(claim: Claim, analysis: Analysis, address: Address) -> Html:
    sentence = claim.sentence
    ceiling = analysis.evidence.ceiling(claim)
    before, words, after = (
        analysis.text[start:end]
        for start, end in ((sentence.start, claim.start), (claim.start, claim.end), (claim.end, sentence.end))
    )
    cited = analysis.citations.covering(sentence)
    seen = [joined([", ", address(entry.start)]) for entry in ceiling.evidence]
    return _row(
        address(claim.start),
        joined([before, element("strong", words), after, _sides(claim, analysis)]),
        f"{claim.strength}{' (can)' if claim.modal else ''}"
        + (f", said by {claim.attribution}" if claim.attribution else ""),
        joined([f"{_CARRIES[ceiling.level]}: {ceiling.why}", *seen]),
        _targets([citation.target for citation in cited]) if cited else "no source",
    )


def _sides(claim: Claim, analysis: Analysis) -> Html:
    """What is said to act, and on what: one sentence may have many such pairs."""
    if not (claim.exposure or claim.outcome):
        return NOTHING
    sign = " – " if claim.strength == "correlational" else " → "
    told = (analysis.text[term.start : term.end] if term else "…" for term in (claim.exposure, claim.outcome))
    return joined([element("br"), element("span", sign.join(told), class_="faint")])


def _reference(entry: Reference, analysis: Analysis, address: Address, uses: Sequence[int]) -> Html:
    tier = tier_of(entry.url, entry.doi, analysis.knowledge) or tier_of_name(analysis.hits, entry.start, entry.end)
    known = [f"doi {entry.doi}" if entry.doi else "", f"PubMed {entry.pmid}" if entry.pmid else "", entry.pmcid]
    found = [link(entry.url, entry.url)] if entry.url else []
    found += [joined([each]) for each in known if each]
    cited = [part for use in uses for part in (address(use), joined([", "]))][:-1]
    return _row(
        address(entry.start),
        " ".join(analysis.text[entry.start : entry.end].split()),
        joined(part for each in found for part in (each, element("br"))) if found else "no address",
        tier or "unknown",
        joined(cited) if cited else "never",
    )


def _targets(targets: Sequence[str]) -> Html:
    told = [
        joined([f"[{target}]"]) if target.isdigit() else link(target, target)
        for target in dict.fromkeys(targets)
        if target
    ]
    return joined(part for each in told for part in (each, element("br"))) if told else joined(["cited"])


def _row(*cells: Html | str) -> Html:
    return element("tr", *(element("td", cell) for cell in cells))
