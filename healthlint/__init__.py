"""A rule-based content-quality linter for consumer health articles."""

from __future__ import annotations

__version__ = "0.1.0"
