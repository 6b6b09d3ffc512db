"""Comments that silence rules, and what is wrong with them; `engine.waiver_faults` asks when all rules have spoken."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Params(NamedTuple):
    """What to look for; `days` before a waiver ends its author is told."""

    fault: Literal["unused", "unknown", "expired", "unexplained"]
    days: int = 14


WORDS = ("rules", "hint", "date")
VARIANTS = ("action", "enable", "soon", "unclear")
