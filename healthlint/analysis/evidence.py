"""The ledger: what the article itself says about the evidence for each pair, and what claims that can carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthlint.analysis.citations import Citations
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import References
    from healthlint.analysis.sentences import Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Knowledge
    from healthlint.model.document import Document


class Ledger:
    """What stands in the article about each pair of exposure and outcome."""


def keep_ledger(
    document: Document,
    knowledge: Knowledge,
    zones: tuple[Zone, ...],
    sentences: Sentences,
    hits: Hits,
    references: References,
    citations: Citations,
    claims: tuple[Claim, ...],
) -> Ledger:
    """The ledger of the whole article, in whatever order it says things."""
    return Ledger()
