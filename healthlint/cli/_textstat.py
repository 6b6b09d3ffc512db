"""What textstat says of a text, where it is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SCORES = (
    "sentence_count", "lexicon_count", "syllable_count", "polysyllabcount", "difficult_words", "flesch_kincaid_grade",
    "flesch_reading_ease", "smog_index", "gunning_fog", "coleman_liau_index", "automated_readability_index",
    "dale_chall_readability_score", "spache_readability", "linsear_write_formula", "lix", "rix", "mcalpine_eflaw",
    "reading_time", "text_standard",
)  # fmt: skip
MISSING = "textstat is not installed, so only our own figures are shown: pip install 'healthlint[readability]'"


def find_textstat() -> Callable[[str], dict[str, float]] | None:
    """What gives textstat's own scores of a text, by the names that they have there; None where it is missing."""
    try:
        import textstat  # 0.7 s with its dictionary
    except ImportError:
        return None

    def score(text: str) -> dict[str, float]:
        scores = {name: round(float(getattr(textstat, name)(text)), 2) for name in SCORES if name != "text_standard"}
        return scores | {"text_standard": textstat.text_standard(text, float_output=True)}

    return score
