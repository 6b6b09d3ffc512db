"""The build hook: puts the compiled form of the rules into the wheel, so that not even the first run reads YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the rules for a wheel; an editable install keeps them in the cache of its user."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file to what is packed."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from healthlint.ruleset.compiled import SHIPPED, sources_of, to_bytes
        from healthlint.ruleset.rule_files import read_rules

        rules = Path(self.root) / "rules"
        self._folder = TemporaryDirectory()
        compiled = Path(self._folder.name) / SHIPPED
        compiled.write_bytes(to_bytes(read_rules(rules), sources_of(rules)))
        build_data["force_include"][str(compiled)] = f"healthlint/{SHIPPED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clean up."""
        if version != "editable":
            self._folder.cleanup()
