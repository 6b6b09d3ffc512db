"""Lexicon and fact files -> `Knowledge`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.errors import RuleError, did_you_mean
from healthlint.language.inflection import plural, verb_forms
from healthlint.language.phrases import PhraseScanner, fold, index_phrases
from healthlint.model.context import Entry, FactTable, Form, Knowledge, Lexicon, Owner, Vocabulary
from healthlint.ruleset.decode import Decoder
from healthlint.ruleset.located import Located
from healthlint.ruleset.yaml_tree import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from healthlint.model.context import Fact

Inflect = Literal["none", "noun", "verb"]


class Group(NamedTuple):
    """A list of terms with how they are looked for."""

    terms: tuple[object, ...]
    inflect: Inflect = "none"  # noun: with the plural of the noun; verb: with all forms of the first
    exact: bool = False
    columns: tuple[str, ...] = ()  # further keys that the rows may have
    about: str = ""


class LexiconFile(NamedTuple):
    """A lexicon, or several: `groups: {verbs: …}` of causal.yaml is the lexicon `causal.verbs`."""

    about: str
    terms: tuple[object, ...] = ()
    inflect: Inflect = "none"
    exact: bool = False
    columns: tuple[str, ...] = ()
    groups: dict[str, Group] = {}
    source: dict[str, str] = {}
    scan: bool = True  # false: articles are not searched for the terms; their words are looked up here


class FactFile(NamedTuple):
    """A table. Each row names one of `sources` (title, url, date) as `source`, or says `verified: false`."""

    about: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, bool | str], ...]
    sources: dict[str, dict[str, str]] = {}


def load_lexicons(folder: Path) -> dict[str, Lexicon]:
    """All lexicons of a folder, by name."""
    found: dict[str, Lexicon] = {}
    for path in sorted(folder.glob("*.yaml")):
        decoder = Decoder(str(path), RuleError)
        tree = read_yaml_file(path, RuleError)
        file = decoder.decode(tree, LexiconFile, "")
        for name, group in groups_of(file, path.stem).items():
            entries = entries_of(group, decoder)
            found[name] = Lexicon(name, entries, {} if file.scan else index_forms(entries))
    return found


def groups_of(file: LexiconFile, stem: str) -> dict[str, Group]:
    """The groups of a lexicon file by the names of the lexicons that they make."""
    groups = {f"{stem}.{name}": group for name, group in file.groups.items()}
    if file.terms:
        groups[stem] = Group(file.terms, file.inflect, file.exact, file.columns)
    return groups


def entries_of(group: Group, decoder: Decoder) -> tuple[Entry, ...]:
    """The rows of a group."""
    return tuple(_entry(row, group, decoder) for row in group.terms)


def inline_lexicon(name: str, located: Located, decoder: Decoder) -> Lexicon:
    """The phrases that a rule file lists for itself, or maps to those that it prefers."""
    if isinstance(located.value, dict):
        preferred = {term: decoder.decode(better, str, term) for term, better in located.value.items()}
        return Lexicon(name, tuple(Entry(term, (Form(term),), {"prefer": it}) for term, it in preferred.items()))
    rows = located.value if isinstance(located.value, list) else [located]
    group = Group(tuple(rows))
    return Lexicon(name, tuple(_entry(row, group, decoder) for row in rows))


def load_facts(folder: Path) -> dict[str, FactTable]:
    """All tables of a folder, by name. A row gains `source_title`, `source_url`, `source_date` and `verified`."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        decoder = Decoder(str(path), RuleError)
        tree = read_yaml_file(path, RuleError)
        file = decoder.decode(tree, FactFile, "")
        found[path.stem] = FactTable(facts_of(tree, file, decoder))
    return found


def facts_of(tree: Located, file: FactFile, decoder: Decoder) -> tuple[Fact, ...]:
    """The rows of a table, whose file is also given as a tree, which knows their lines."""
    lines = [row.line for row in tree.value["rows"].value]  # type: ignore[union-attr, call-overload, index]
    return tuple(_fact(row, file, decoder, line) for row, line in zip(file.rows, lines, strict=True))


def assemble(lexicons: Iterable[Lexicon], facts: dict[str, FactTable]) -> Knowledge:
    """The knowledge with its scanner, which finds every form of every entry."""
    owners: dict[str, list[Owner]] = {}
    by_name = {lexicon.name: lexicon for lexicon in lexicons}
    for lexicon in by_name.values():
        for entry in lexicon.entries if not lexicon.lookup else ():
            for form in entry.forms:
                owners.setdefault(fold(form.text), []).append(
                    Owner(lexicon.name, entry, form.inflection, form.text if entry.exact else "")
                )
    scanner = PhraseScanner(index_phrases(tuple(owners)))
    return Knowledge(by_name, facts, scanner, tuple(map(tuple, owners.values())), Vocabulary(by_name))


def _entry(row: object, group: Group, decoder: Decoder) -> Entry:
    """One row: a term alone, or a mapping with `term`, `also` and the columns of the group."""
    assert isinstance(row, Located)
    if not isinstance(row.value, dict):
        return Entry(term := decoder.decode(row, str, "a term"), _forms([term], group.inflect), {}, group.exact)
    allowed = {"term", "also", "exact", "inflect", *group.columns}
    for key, item in row.value.items():
        if key not in allowed:
            raise decoder.fail(f'unknown key "{key}" in a term{did_you_mean(key, allowed)}', item.line)
    if "term" not in row.value:
        raise decoder.fail('key "term" is missing', row.line)
    cells = dict(row.value)
    term = decoder.decode(cells.pop("term"), str, "term")
    also: tuple[str, ...] = ()
    if "also" in cells:
        also = decoder.decode(cells.pop("also"), tuple[str, ...], "also")
    exact = decoder.decode(cells.pop("exact"), bool, "exact") if "exact" in cells else group.exact
    inflect: Inflect = group.inflect
    if "inflect" in cells:
        inflect = decoder.decode(cells.pop("inflect"), Inflect, "inflect")  # type: ignore[arg-type]
    notes = {key: decoder.decode(item, str, key) for key, item in cells.items()}
    return Entry(term, _forms([term, *also], inflect), notes, exact)


def index_forms(entries: Iterable[Entry]) -> dict[bytes, bytes]:
    """The term of each form; of two terms with a form in common the first counts."""
    table: dict[bytes, bytes] = {}
    for entry in entries:
        for form in entry.forms:
            table.setdefault(fold(form.text).encode(), entry.term.encode())
    return table


def _forms(terms: list[str], inflect: Inflect) -> tuple[Form, ...]:
    """Each term with its inflected forms, none twice."""
    forms: dict[str, Form] = {}
    for term in terms:
        forms.setdefault(term, Form(term))
        if inflect == "noun":
            forms.setdefault(many := plural(term), Form(many, "plural"))  # "causes of death", not "cause of deaths"
        elif inflect == "verb":
            first, space, rest = term.partition(" ")
            verb = verb_forms(first)
            for word, inflection in (
                (verb.third, "third"), (verb.past, "past"), (verb.participle, "participle"), (verb.gerund, "gerund"),
            ):  # fmt: skip
                text = f"{word}{space}{rest}"
                forms.setdefault(text, Form(text, inflection))  # type: ignore[arg-type]
    return tuple(forms.values())


def _fact(row: dict[str, str | bool], file: FactFile, decoder: Decoder, line: int) -> Fact:
    """One row with its source spelled out."""
    allowed = {*file.columns, "source", "verified"}
    for key in row:
        if key not in allowed:
            raise decoder.fail(f'unknown column "{key}"{did_you_mean(key, allowed)}', line)
    name = str(row.get("source", ""))
    if name and name not in file.sources:
        raise decoder.fail(f'no source is called "{name}"{did_you_mean(name, file.sources)}', line)
    if not name and row.get("verified") is not False:
        raise decoder.fail("a row needs a source that was looked up, or `verified: false`", line)
    fact = {key: str(row.get(key, "")) for key in file.columns}
    fact.update({f"source_{key}": file.sources[name].get(key, "") for key in ("title", "url", "date")} if name else {})
    fact["verified"] = "no" if row.get("verified") is False else "yes"
    return fact
