"""The scale on which the readers of cues weigh a claim."""

from __future__ import annotations

from typing import NamedTuple

NONE, CORRELATIONAL, CONDITIONAL, CAN, CAUSAL = range(5)
STRENGTHS = ("none", "correlational", "conditional", "causal", "causal")
NAMES = {"none": NONE, "correlational": CORRELATIONAL, "conditional": CONDITIONAL, "can": CAN, "causal": CAUSAL}

# the types of terms that something may do to the body
AFFLICTIONS = frozenset({"condition", "symptom"})
EFFECTS = AFFLICTIONS | {"outcome", "state", "anatomy"}
# and of what may do it: what people take or do, and what befalls them
REMEDIES = frozenset({"nutrient", "drug", "intervention", "behaviour", "food"})
CAUSES = REMEDIES | {"exposure", "agent"}


class Reading(NamedTuple):
    """What a cue says where it stands; `governor` is the index of the word that sets its mood, or -1."""

    level: int
    role: str = ""
    governor: int = -1


SILENT = Reading(NONE)
