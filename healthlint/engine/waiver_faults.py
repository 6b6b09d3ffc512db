"""What is wrong with the waivers themselves, once it is known what each of them silenced."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.engine.config import relative_to
from healthlint.engine.fingerprint import Fingerprints
from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.lint import by_place
from healthlint.engine.suppress import JUDGE, deadline, holds, may_speak, rules_that_ran
from healthlint.engine.waivers import ACTIONS, KEYS
from healthlint.errors import did_you_mean
from healthlint.model.finding import Diagnostic, Fix, Location, SourceEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from healthlint.checks.waivers import Params
    from healthlint.engine.report import Report
    from healthlint.engine.suppress import File, Use
    from healthlint.engine.waivers import Stretch, Waiver
    from healthlint.ruleset.spec import Rule

_LONGEST = 200


class _Fault(NamedTuple):
    waiver: Waiver
    place: Stretch
    data: dict[str, str | int] = {}
    variant: str | None = None
    fixes: tuple[Fix, ...] = ()


def add_faults(report: Report, files: Mapping[str, File], order: Sequence[str], *, compared: bool) -> Report:
    """The report with what is wrong with the waivers of its files, which are in some `order`."""
    broken: dict[str, set[str]] = {"": set()}
    for error in report.errors:
        if error.rule:
            broken.setdefault(error.file if error.file in files else "", set()).add(error.rule)
    found = [
        (diagnostic, file.settings)
        for name, file in files.items()
        for diagnostic in faults_of(name, file, frozenset(broken[""] | broken.get(name, set())), compared=compared)
    ]
    if not found:
        return report
    mine = [(each, settings) for each, settings in found if is_shown(each, settings)]
    number = {name: i for i, name in enumerate(order)}
    shown = sorted(
        (*report.diagnostics, *(each for each, _ in mine)),
        key=lambda each: (number[each.location.file], *by_place(each)),
    )
    return report._replace(
        diagnostics=tuple(shown),
        failing=report.failing + sum(is_failing(*each) for each in mine),
        hidden=report.hidden + len(found) - len(mine),
    )


def faults_of(name: str, file: File, broken: frozenset[str], *, compared: bool) -> list[Diagnostic]:
    """The diagnostics on the waivers of an article; `broken` are the rules that failed, `compared` as in suppress."""
    judges = [rule for rule in file.settings.ruleset.rules if rule.file.check == JUDGE]
    ran = rules_that_ran(file, broken, compared=compared) if judges else frozenset()
    fingerprints = Fingerprints(relative_to(Path(name).absolute(), file.settings.folder))
    return [fingerprints.stamp(_diagnostic(rule, fault, name)) for rule in judges for fault in _faults(rule, file, ran)]


def _faults(rule: Rule, file: File, ran: frozenset[str]) -> Iterator[_Fault]:
    params = cast("Params", rule.params)
    for waiver, uses in file.by_waiver:
        known = waiver.action in ACTIONS
        match params.fault:
            case "unknown":
                yield from _unknown(waiver, uses, file)
            case "unused" if known and holds(waiver, file.settings):
                yield from _unused(waiver, uses, file, ran)
            case "expired" if known:
                yield from _expired(waiver, file, params.days)
            case "unexplained" if known and waiver.action != "enable" and not waiver.reason:
                yield _Fault(waiver, waiver.place)


def _unknown(waiver: Waiver, uses: Sequence[Use], file: File) -> Iterator[_Fault]:
    """Words that are no rule, and instructions that nobody follows."""
    if waiver.action not in ACTIONS:
        is_comment = waiver.kind == "comment"
        hint = did_you_mean(waiver.action, ACTIONS if is_comment else KEYS)
        wrong = f"healthlint-{waiver.action}" if is_comment else waiver.action
        yield _Fault(waiver, waiver.place, {"rules": wrong, "hint": hint}, "action")
        return
    names = [name for rule in file.settings.known for name in (rule.code, rule.file.name)]
    for use in uses:
        if use.selector and not use.codes:
            word, place = use.selector
            hint = did_you_mean(word, names) or did_you_mean(word.upper(), names)
            fixes = (_replacement(hint.split('"')[1], place),) if hint else _removal(waiver, [use])
            yield _Fault(waiver, place, {"rules": word, "hint": hint}, None, fixes)


def _unused(waiver: Waiver, uses: Sequence[Use], file: File, ran: frozenset[str]) -> Iterator[_Fault]:
    """A waiver, or some of its codes, that silence nothing."""
    idle = [use for use in uses if use.codes and _is_idle(use, file, ran)]
    if idle:
        rules = ", ".join(use.selector.word for use in idle if use.selector) or "any rule"
        variant = "enable" if waiver.action == "enable" else None
        yield _Fault(waiver, waiver.place, {"rules": rules}, variant, _removal(waiver, idle))


def _is_idle(use: Use, file: File, ran: frozenset[str]) -> bool:
    """Whether all rules that a selector means have spoken, and none of them was silenced by it."""
    if use.waiver.action == "enable":
        before = file.uses[: file.uses.index(use)]
        ended = (each for each in before if each.waiver.action == "disable" and each.codes & use.codes)
        return all(_is_idle(each, file, ran) for each in ended)
    if use in file.used or not use.codes & ran:
        return False
    active = {rule.code for rule in file.settings.ruleset.rules}
    return all(
        rule.code in ran
        for rule in file.settings.known
        if rule.code in use.codes and may_speak(file, rule) and (rule.code in active or rule.file.status == "stable")
    )


def _expired(waiver: Waiver, file: File, days: int) -> Iterator[_Fault]:
    data: dict[str, str | int] = {"date": waiver.until}
    try:
        last = deadline(waiver)
    except ValueError:
        yield _Fault(waiver, waiver.place, data, "unclear")
        return
    if not last:
        return
    if not holds(waiver, file.settings):
        yield _Fault(waiver, waiver.place, data, None, _deletion(waiver))
    elif last - file.settings.policy.today <= timedelta(days):
        yield _Fault(waiver, waiver.place, data, "soon")


def _removal(waiver: Waiver, idle: Sequence[Use]) -> tuple[Fix, ...]:
    """The waiver without some of its selectors; nothing is left of it where none remains."""
    gone = {use.selector for use in idle}
    kept = [selector for selector in waiver.selectors if selector not in gone]
    if not kept:
        return _deletion(waiver)
    first, last = waiver.selectors[0].place.start, waiver.selectors[-1].place.end
    words = ", ".join(selector.word for selector in kept)
    return (Fix(f"keep only {words}", True, (SourceEdit(first, last, words),)),)


def _deletion(waiver: Waiver) -> tuple[Fix, ...]:
    edits = (SourceEdit(*waiver.cut, ""),) if waiver.cut else ()
    return (Fix("take it out", bool(edits), edits),)


def _replacement(word: str, place: Stretch) -> Fix:
    return Fix(f"write {word}", False, (SourceEdit(*place, word),))


def _diagnostic(rule: Rule, fault: _Fault, name: str) -> Diagnostic:
    """A fault in the words of its rule; its fingerprint is still the bare comment."""
    variant = rule.file.variants.get(fault.variant) if fault.variant else None
    words = fault.waiver.words
    return Diagnostic(
        code=rule.code,
        name=rule.file.name,
        topic=rule.topic,
        variant=fault.variant,
        severity=(variant and variant.severity) or rule.severity,
        confidence=(variant and variant.confidence) or rule.file.confidence,
        message=((variant and variant.message) or rule.file.message).format_map({"match": words, **fault.data}),
        help_url=None,
        location=Location(name, *fault.place),
        excerpt=words[:_LONGEST],
        heading_path=(),
        related=(),
        fixes=fault.fixes,
        fingerprint=words,
    )
