"""A rule-based content-quality linter for consumer health articles.

>>> from healthlint import lint_text
>>> for found in lint_text("# Iron and sleep\\n\\nIron cures tired legs."):
...     print(found.location.start.line, found.code, found.message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthlint.engine.api import lint_file, lint_text
    from healthlint.model.finding import Diagnostic
    from healthlint.ruleset.load import load_rules

__version__ = "0.1.0"
__all__ = ["Diagnostic", "__version__", "lint_file", "lint_text", "load_rules"]

_HOMES = {
    "Diagnostic": "healthlint.model.finding",
    "lint_file": "healthlint.engine.api",
    "lint_text": "healthlint.engine.api",
    "load_rules": "healthlint.ruleset.load",
}


def __getattr__(name: str) -> object:
    """The public names, imported when they are first used: `healthlint --version` needs none of them."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
