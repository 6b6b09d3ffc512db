"""The product's knowledge as values: rules, lexicons and facts read from YAML files."""

from __future__ import annotations
