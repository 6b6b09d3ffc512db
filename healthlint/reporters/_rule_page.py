"""A rule in Markdown: the page of the documentation, and the short help beside a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._markdown import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.ruleset.spec import Rule


def help_of(rule: Rule) -> tuple[str, str]:
    """Why a rule matters and what to do, as plain text and as Markdown."""
    file = rule.file
    text = f"{' '.join(file.why.split())}\n\nWhat to do: {' '.join(file.fix.split())}"
    lines = [words(file.why), "", f"**What to do:** {words(file.fix)}", *_sources(rule)]
    return text, "\n".join(lines)


def _sources(rule: Rule) -> Iterator[str]:
    if rule.file.sources:
        yield from ("", "**Sources:**", "")
        yield from (f"- {source(each.title, each.url)}" for each in rule.file.sources)


def source(title: str, url: str) -> str:
    """What a rule rests on, as a link where there is one."""
    return f"[{words(title)}]({url})" if url else words(title)
