"""A publisher's own rules, lexicons and facts, which extend the shipped ones or take rows out of them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.errors import RuleError, did_you_mean
from healthlint.model.context import FactTable, Lexicon
from healthlint.ruleset.decode import Decoder
from healthlint.ruleset.knowledge import FactFile, LexiconFile, assemble, entries_of, facts_of, groups_of, index_forms
from healthlint.ruleset.located import Located
from healthlint.ruleset.rule_files import NO_RULES, load_rule
from healthlint.ruleset.spec import RuleSet
from healthlint.ruleset.yaml_tree import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from healthlint.model.context import Fact
    from healthlint.ruleset.spec import Folders

_OF_THE_SOURCE = ("source_title", "source_url", "source_date", "verified")


class _File(NamedTuple):
    """An own file without the keys that shipped ones do not have."""

    path: Path
    tree: Located
    decoder: Decoder
    reviewer: str
    removed: tuple[Located, ...]


def with_own(ruleset: RuleSet, folders: Folders) -> RuleSet:
    """The rule set with what lies in the folders. Raises RuleError with file and line for the first mistake."""
    both, problems = read_own(ruleset, folders)
    if problems:
        raise problems[0]
    return both


def read_own(ruleset: RuleSet, folders: Folders) -> tuple[RuleSet, list[RuleError]]:
    """The rule set with what lies in the folders, and the first mistake of each file that is left out.

    A folder of rules may have folders `lexicons` and `facts` in it.
    """
    problems: list[RuleError] = []
    lexicons = dict(ruleset.knowledge.lexicons)
    for path in _files([*_inside(folders.rules, "lexicons"), *folders.lexicons]):
        with _noted(problems):
            _add_lexicons(lexicons, path)
    facts = dict(ruleset.knowledge.facts)
    for path in _files([*_inside(folders.rules, "facts"), *folders.facts]):
        with _noted(problems):
            _add_facts(facts, path)
    rules = {rule.code: rule for rule in ruleset.rules}
    for path in rule_files(folders.rules):
        with _noted(problems):
            rule = load_rule(path, lexicons, rules)
            rules[rule.code] = rule
    ordered = tuple(rules[code] for code in sorted(rules))
    return RuleSet(ordered, assemble(lexicons.values(), facts)), problems


def rule_files(folders: Iterable[Path]) -> Iterator[Path]:
    """The rule files in folders of own rules, none twice."""
    folders = tuple(folders)
    others = {folder / name for folder in folders for name in NO_RULES}
    return (path for path in _files(folders) if others.isdisjoint(path.parents))


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    """The files in folders, in order; one that is reached twice counts once."""
    found = {path.resolve(): path for folder in folders for path in sorted(folder.rglob("*.yaml"))}
    yield from found.values()


def _inside(folders: Iterable[Path], name: str) -> Iterator[Path]:
    return (folder / name for folder in folders if (folder / name).is_dir())


@contextmanager
def _noted(problems: list[RuleError]) -> Iterator[None]:
    """Puts a mistake among the others."""
    try:
        yield
    except RuleError as problem:
        problems.append(problem)


def _open(path: Path) -> _File:
    """A file, once it is sure that somebody answers for it."""
    decoder = Decoder(str(path), RuleError)
    tree = read_yaml_file(path, RuleError)
    if not isinstance(tree.value, dict):
        raise decoder.fail("a file of your own is a mapping with `about`, `reviewer` and rows", tree.line)
    keys = dict(tree.value)
    if "reviewer" not in keys:
        raise decoder.fail('key "reviewer" is missing: say who checked these rows', tree.line)
    reviewer = decoder.decode(keys.pop("reviewer"), str, "reviewer")
    removed = decoder.decode(keys.pop("remove", Located([], tree.line)), tuple[Located, ...], "remove")
    return _File(path, Located(keys, tree.line), decoder, reviewer, removed)


def _add_lexicons(lexicons: dict[str, Lexicon], path: Path) -> None:
    """Extend the lexicon that the file is named after, or its groups, or make new ones."""
    own = _open(path)
    file = own.decoder.decode(own.tree, LexiconFile, "")
    source = _source_of(file.source, own, "source")
    for located in own.removed:
        _take_out(lexicons, located, own)
    for name, group in groups_of(file, path.stem).items():
        before = lexicons.get(name, Lexicon(name, ()))
        lines = [cast("Located", row).line for row in group.terms]
        added = tuple(
            entry._replace(notes={**entry.notes, **_mark(own, line, source)})
            for entry, line in zip(entries_of(group, own.decoder), lines, strict=True)
        )
        entries = (*before.entries, *added)
        is_looked_up = bool(before.lookup) or not file.scan
        lexicons[name] = Lexicon(name, entries, index_forms(entries) if is_looked_up else {})


def _take_out(lexicons: dict[str, Lexicon], located: Located, own: _File) -> None:
    """Take a term out of the lexicon that the file is named after, or out of its groups."""
    term, stem = own.decoder.decode(located, str, "remove"), own.path.stem
    named = [lexicon for name, lexicon in lexicons.items() if name == stem or name.startswith(f"{stem}.")]
    terms = {entry.term for lexicon in named for entry in lexicon.entries}
    if term not in terms:
        raise own.decoder.fail(f'{stem} has no term "{term}"{did_you_mean(term, terms)}', located.line)
    for lexicon in named:
        kept = tuple(entry for entry in lexicon.entries if entry.term != term)
        lexicons[lexicon.name] = Lexicon(lexicon.name, kept, index_forms(kept) if lexicon.lookup else {})


def _add_facts(facts: dict[str, FactTable], path: Path) -> None:
    """Extend the table that the file is named after, or make a new one."""
    own = _open(path)
    before = facts.get(path.stem)
    if before and before.rows and "columns" not in cast("dict[str, Located]", own.tree.value):
        columns = [Located(name, own.tree.line) for name in before.rows[0] if name not in _OF_THE_SOURCE]
        keys = {**cast("dict[str, Located]", own.tree.value), "columns": Located(columns, own.tree.line)}
        keys.setdefault("rows", Located([], own.tree.line))
        own = own._replace(tree=Located(keys, own.tree.line))
    file = own.decoder.decode(own.tree, FactFile, "")
    for name, source in file.sources.items():
        _source_of(source, own, f"sources.{name}")
    rows: list[Fact] = list(before.rows) if before else []
    for located in own.removed:
        wanted = own.decoder.decode(located, dict[str, str], "remove")
        for column in wanted:
            if rows and column not in rows[0]:
                raise own.decoder.fail(f'no column is called "{column}"{did_you_mean(column, rows[0])}', located.line)
        kept = [row for row in rows if any(row.get(column) != value for column, value in wanted.items())]
        if len(kept) == len(rows):
            raise own.decoder.fail(f"{path.stem} has no row like this to take out", located.line)
        rows = kept
    added = facts_of(own.tree, file, own.decoder)
    lines = [row.line for row in cast("dict[str, Located]", own.tree.value)["rows"].value]  # type: ignore[union-attr]
    for fact, line in zip(added, lines, strict=True):
        said = ", ".join(filter(None, (fact.get("source_title", ""), fact.get("source_date", ""))))
        rows.append({**fact, **_mark(own, line, said)})
    facts[path.stem] = FactTable(tuple(rows))


def _source_of(source: dict[str, str], own: _File, key: str) -> str:
    """A source in words, once it is sure that it has a title and the date on which it was looked up."""
    for name in ("title", "date"):
        if not source.get(name):
            raise own.decoder.fail(f"{key} must have a title and a date; {name} is missing", _line_of(own, key))
    try:
        date.fromisoformat(source["date"])
    except ValueError:
        message = f'{key}.date must be a date like 2026-01-31, not "{source["date"]}"'
        raise own.decoder.fail(message, _line_of(own, key)) from None
    return f"{source['title']}, {source['date']}"


def _line_of(own: _File, key: str) -> int:
    located = cast("dict[str, Located]", own.tree.value).get(key.split(".")[0])
    return located.line if located else own.tree.line


def _mark(own: _File, line: int, source: str) -> dict[str, str]:
    """What tells an own row from a shipped one."""
    return {"own_place": f"{own.path}:{line}", "own_reviewer": own.reviewer, "own_source": source}
