"""What is wrong with the waivers themselves, once it is known what each of them silenced."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.engine.config import relative_to
from healthlint.engine.fingerprint import Fingerprints
from healthlint.engine.messages import fill
from healthlint.engine.suppress import JUDGE, deadline, holds, may_speak, rules_that_ran
from healthlint.engine.waivers import ACTIONS, KEYS, Stretch
from healthlint.errors import did_you_mean
from healthlint.model.finding import Diagnostic, Fix, Location, SourceEdit
from healthlint.model.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from healthlint.checks.waivers import Params
    from healthlint.engine.report import RunError
    from healthlint.engine.settings import Settings
    from healthlint.engine.sidecar import Sidecar
    from healthlint.engine.suppress import File, Use
    from healthlint.engine.waivers import Waiver
    from healthlint.ruleset.spec import Rule

_LONGEST = 200


class _Fault(NamedTuple):
    waiver: Waiver
    place: Stretch
    data: dict[str, str | int] = {}
    variant: str | None = None
    fixes: tuple[Fix, ...] = ()


class Faults(NamedTuple):
    """What is wrong with the waivers in one file, be it an article or a configuration, and the lines to show."""

    file: str
    settings: Settings
    diagnostics: list[Diagnostic]
    lines: dict[int, str] = {}


def find_faults(files: Mapping[str, File], errors: Sequence[RunError], *, compared: bool) -> Iterator[Faults]:
    """What is wrong with the waivers of articles, and then with those that configurations hold for them.

    `compared`: the rules that compare articles have spoken, too.
    """
    everywhere = frozenset(error.rule for error in errors if error.rule and error.file not in files)
    for name, file in files.items():
        broken = {error.rule for error in errors if error.rule and error.file == name}
        file.ran = rules_that_ran(file, everywhere | broken, compared=compared)
    for name, file in files.items():
        yield Faults(name, file.settings, _in_article(name, file))
    for sidecar in dict.fromkeys(sidecar for file in files.values() for sidecar in file.sidecars):
        mine = [file for file in files.values() if sidecar in file.sidecars]
        yield _in_configuration(sidecar, mine, all_seen=compared or _names_files(sidecar))


def _in_article(name: str, file: File) -> list[Diagnostic]:
    """The diagnostics on the waivers that stand in an article."""
    fingerprints = Fingerprints(relative_to(Path(name).absolute(), file.settings.folder))
    return [
        fingerprints.stamp(_diagnostic(rule, fault, name))
        for rule in _judges(file)
        for waiver, uses in file.by_waiver
        if waiver.kind != "config"
        for fault in _faults(cast("Params", rule.params), waiver, [(file, use) for use in uses])
    ]


def _in_configuration(sidecar: Sidecar, files: list[File], *, all_seen: bool) -> Faults:
    """What is wrong with a suppression that the configuration holds for some files.

    Unless `all_seen` there may be further files in which it silences something: a hook sees some of a folder only.
    """
    index = LineIndex(Path(sidecar.path).read_text(encoding="utf-8-sig"))
    line = index.line(sidecar.line)
    end = index.begin(sidecar.line) + len(line)
    place = Stretch(index.position(end - len(line.lstrip())), index.position(end))
    waiver = files[0].sidecars[sidecar]
    uses = [(file, use) for file in files for use in file.uses if use.waiver == waiver]
    fingerprints = Fingerprints(relative_to(Path(sidecar.path).absolute(), files[0].settings.folder))
    found = [
        fingerprints.stamp(_diagnostic(rule, fault._replace(place=place), sidecar.path))
        for rule in _judges(files[0])
        if all_seen or cast("Params", rule.params).fault != "unused"
        for fault in _faults(cast("Params", rule.params), waiver, uses)
    ]
    return Faults(sidecar.path, files[0].settings, found, {sidecar.line: line})


def _names_files(sidecar: Sidecar) -> bool:
    """Whether a suppression is for one file that it names."""
    patterns = sidecar.files.patterns
    return len(patterns) == 1 and not set("*?[!") & set(patterns[0]) and not patterns[0].endswith("/")


def _judges(file: File) -> list[Rule]:
    return [rule for rule in file.settings.ruleset.rules if rule.file.check == JUDGE]


def _faults(params: Params, waiver: Waiver, uses: Sequence[tuple[File, Use]]) -> Iterator[_Fault]:
    """What one rule has to say of a waiver; `uses` are its selectors in each of the files in which it holds."""
    settings = uses[0][0].settings
    known = waiver.action in ACTIONS
    match params.fault:
        case "unknown":
            yield from _unknown(waiver, uses, settings.known)
        case "unused" if known and holds(waiver, settings):
            yield from _unused(waiver, uses)
        case "expired" if known:
            yield from _expired(waiver, settings, params.days)
        case "unexplained" if known and waiver.action != "enable" and not waiver.reason:
            yield _Fault(waiver, waiver.place)


def _unknown(waiver: Waiver, uses: Sequence[tuple[File, Use]], known: Sequence[Rule]) -> Iterator[_Fault]:
    """Words that are no rule, and instructions that nobody follows."""
    if waiver.action not in ACTIONS:
        is_comment = waiver.kind == "comment"
        hint = did_you_mean(waiver.action, ACTIONS if is_comment else KEYS)
        wrong = f"healthlint-{waiver.action}" if is_comment else waiver.action
        yield _Fault(waiver, waiver.place, {"rules": wrong, "hint": hint}, "action")
        return
    names = [name for rule in known for name in (rule.code, rule.file.name)]
    for _, use in uses:
        if use.selector and not use.codes:
            word, place = use.selector
            hint = did_you_mean(word, names) or did_you_mean(word.upper(), names)
            fixes = (_replacement(hint.split('"')[1], place),) if hint else _removal(waiver, [use])
            yield _Fault(waiver, place, {"rules": word, "hint": hint}, None, fixes)


def _unused(waiver: Waiver, uses: Sequence[tuple[File, Use]]) -> Iterator[_Fault]:
    """A waiver, or some of its codes, that silence nothing in any of the files."""
    busy = {use.selector for file, use in uses if not _is_idle(use, file)}
    idle = [use for _, use in uses if use.codes and use.selector not in busy]
    if idle:
        rules = ", ".join(dict.fromkeys(use.selector.word for use in idle if use.selector)) or "any rule"
        variant = "enable" if waiver.action == "enable" else None
        yield _Fault(waiver, waiver.place, {"rules": rules}, variant, _removal(waiver, idle))


def _is_idle(use: Use, file: File) -> bool:
    """Whether all rules that a selector means have spoken, and none of them was silenced by it."""
    if use.waiver.action == "enable":
        before = file.uses[: file.uses.index(use)]
        ended = (each for each in before if each.waiver.action == "disable" and each.codes & use.codes)
        return all(_is_idle(each, file) for each in ended)
    if use in file.used or not use.codes & file.ran:
        return False
    active = {rule.code for rule in file.settings.ruleset.rules}
    return all(
        rule.code in file.ran
        for rule in file.settings.known
        if rule.code in use.codes and may_speak(file, rule) and (rule.code in active or rule.file.status == "stable")
    )


def _expired(waiver: Waiver, settings: Settings, days: int) -> Iterator[_Fault]:
    data: dict[str, str | int] = {"date": waiver.until}
    try:
        last = deadline(waiver)
    except ValueError:
        yield _Fault(waiver, waiver.place, data, "unclear")
        return
    if not last:
        return
    if not holds(waiver, settings):
        yield _Fault(waiver, waiver.place, data, None, _deletion(waiver))
    elif last - settings.policy.today <= timedelta(days):
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
        message=fill((variant and variant.message) or rule.file.message, {"match": words, **fault.data}),
        help_url=None,
        location=Location(name, *fault.place),
        excerpt=words[:_LONGEST],
        heading_path=(),
        related=(),
        fixes=fault.fixes,
        fingerprint=words,
    )
