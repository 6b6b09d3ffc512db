"""What authors say is not to be reported: marks the diagnostics that a waiver covers, and keeps account of waivers.

This comes after linting, whose results are kept in the cache: a waiver changes what is shown, never what is found.
"""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.checks import check_of, speaks_on
from healthlint.engine.waivers import Selector, Stretch, Waiver
from healthlint.model.finding import Suppression
from healthlint.model.span import Position
from healthlint.ruleset.select import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from healthlint.engine.settings import Settings
    from healthlint.engine.sidecar import Sidecar
    from healthlint.engine.waivers import Waivers
    from healthlint.model.finding import Diagnostic
    from healthlint.ruleset.spec import Rule

JUDGE = "waivers"  # the check whose rules speak of waivers; no comment silences them


class Use(NamedTuple):
    """One selector of a waiver, or all rules where it has none."""

    waiver: Waiver
    selector: Selector | None
    codes: frozenset[str]  # that it means


class File:
    """The waivers of one article, and which of them have silenced something so far."""

    def __init__(self, waivers: Waivers, settings: Settings) -> None:
        self.waivers, self.settings = waivers, settings
        self.sidecars = {sidecar: waiver_of(sidecar) for sidecar in settings.sidecars}
        items = (*self.sidecars.values(), *waivers.items)
        self.by_waiver = [(waiver, tuple(_uses(waiver, settings.known))) for waiver in items]
        self.uses = [use for _, uses in self.by_waiver for use in uses]
        self.used: set[Use] = set()
        self.ran: frozenset[str] = frozenset()  # the rules that have had their say, once all have

    def apply(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics; those that a waiver covers say so."""
        return [self._judge(diagnostic) for diagnostic in diagnostics]

    def _judge(self, diagnostic: Diagnostic) -> Diagnostic:
        use = self._covering(diagnostic)
        if use is None:
            return diagnostic
        self.used.add(use)
        waiver = use.waiver
        return diagnostic._replace(suppressed=Suppression(waiver.kind, waiver.reason, waiver.reviewer, waiver.until))

    def _covering(self, diagnostic: Diagnostic) -> Use | None:
        """The waiver that covers a diagnostic: one for its line or block, else the last before it, else the file's."""
        offset = diagnostic.location.start.offset
        narrow = last = whole = None
        for use in self.uses:
            start, end = use.waiver.scope
            if diagnostic.code not in use.codes or not start <= offset < end or not holds(use.waiver, self.settings):
                continue
            if use.waiver.only and use.waiver.only not in diagnostic.excerpt.lower():
                continue
            match use.waiver.action:
                case "disable":
                    last = use
                case "enable":
                    last = None
                case "disable-file":
                    whole = whole or use
                case _:
                    narrow = narrow or use
        return narrow or last or whole


def waiver_of(sidecar: Sidecar) -> Waiver:
    """What a configuration says of an article, in the form of a comment; its place is the line in the configuration."""
    place = Stretch(Position(sidecar.line, 1, 0), Position(sidecar.line, 1, 0))
    return Waiver(
        "config",
        "disable-file",
        tuple(Selector(str(rule.value), place) for rule in sidecar.rules),
        sidecar.reason,
        sidecar.reviewer,
        sidecar.until,
        (0, sys.maxsize),
        ", ".join(str(rule.value) for rule in sidecar.rules),
        place,
        None,
        sidecar.words,
    )


def deadline(waiver: Waiver) -> date | None:
    """The last day on which a waiver holds. Raises ValueError for what is no date."""
    return date.fromisoformat(waiver.until) if waiver.until else None


def holds(waiver: Waiver, settings: Settings) -> bool:
    """Whether a waiver has not expired."""
    try:
        return (deadline(waiver) or date.max) >= settings.policy.today
    except ValueError:
        return False


def rules_that_ran(file: File, broken: frozenset[str], *, compared: bool) -> frozenset[str]:
    """The codes of the rules that had a say in an article; `compared`: those that compare articles, too."""
    return frozenset(
        rule.code
        for rule in file.settings.ruleset.rules
        if may_speak(file, rule)
        and rule.code not in broken
        and (file.waivers.read_alone if hasattr(check_of(rule), "check") else compared)
    )


def may_speak(file: File, rule: Rule) -> bool:
    """Whether a rule has a say in articles of this kind and language."""
    return speaks_on(rule, file.waivers.article, is_english=file.waivers.is_english)


def _uses(waiver: Waiver, known: Sequence[Rule]) -> Iterator[Use]:
    if not waiver.selectors:
        yield Use(waiver, None, _codes("ALL", known))
    for selector in waiver.selectors:
        yield Use(waiver, selector, _codes(selector.word, known))


def _codes(word: str, known: Sequence[Rule]) -> frozenset[str]:
    return frozenset(rule.code for rule in known if rule.file.check != JUDGE and names(word, rule))
