"""How many pasted passages healthlint finds, and how often it sees one in an article that nobody touched.

    python benchmarks/copies.py [FOLDER] [--articles 200] [--seed 1] [--show missed|false|both]

Copies one to six paragraphs of an article to another place in it, as they are or changed, and lints it. What may stand
in an article twice (disclaimers, advice to ask a doctor, quotations, summaries) is not copied. FOLDER holds articles in
Markdown, HTML or plain text; without it they are made of the sentences in the examples of the rules. The same seed and
folder give the same table. A copy is found when findings of HL101, HL102 and HL103 lie on at least half of it. Read
what is found in untouched articles (`--show false`): some real ones do repeat themselves.
"""

from __future__ import annotations

import argparse
import random
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.changes import CHANGES
from healthlint.analysis import Analysis
from healthlint.analysis.purposes import Purposes
from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from healthlint.model.document import Document
    from healthlint.model.finding import Diagnostic
    from healthlint.ruleset.spec import RuleSet

CODES = ("HL101", "HL102", "HL103")
SUFFIXES = (".md", ".mdx", ".html", ".htm", ".txt")
FEWEST_PARAGRAPHS, FEWEST_WORDS = 8, 20  # of an article that takes part, and of a paragraph that is copied
MOST_COPIED = 6
REPEATABLE = ("disclaimers.statements", "consult.professionals", "consult.yours", "boilerplate.notices")
POLICY = Policy(date(2026, 1, 15), article="advice")


class Paragraph(NamedTuple):
    """A block of an article as Markdown."""

    text: str
    prefix: str  # "## " of a heading, "- " of a list item
    is_body: bool
    may_be_copied: bool


class Score(NamedTuple):
    """What became of the copies of one kind."""

    copies: int = 0
    found: int = 0

    @property
    def recall(self) -> float:
        """The share that was found."""
        return self.found / self.copies if self.copies else 0.0


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--articles", type=int, default=200, help="how many articles at most")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", choices=["missed", "false", "both"], help="print these, to be read")
    chosen = options.parse_args()
    rules = load_rules()
    rules = rules._replace(rules=tuple(rule for rule in rules.rules if rule.code in CODES))
    documents = list(sample(chosen.folder, chosen.articles, chosen.seed))
    articles = [paragraphs for each in documents if (paragraphs := split(each, rules))]
    vocabulary = [
        word for paragraphs in articles for each in paragraphs for word in each.text.split() if word.isalpha()
    ]
    print(f"{len(documents)} articles, {len(articles)} of them long enough for a copy, seed {chosen.seed}\n")
    print(f"{'copied':20s} {'copies':>7s} {'found':>7s} {'recall':>7s}")
    for name in CHANGES:
        score = Score()
        for number, paragraphs in enumerate(articles):
            paste = Paste(paragraphs, name, vocabulary, random.Random(f"{chosen.seed} {name} {number}"), rules)
            if not paste.text:
                continue
            found = paste.is_found()
            score = Score(score.copies + 1, score.found + found)
            if not found and chosen.show in ("missed", "both"):
                print(f"  missed: {paste.copy[:300]!r}\n      of: {paste.original[:300]!r}")
        print(f"{name:20s} {score.copies:7d} {score.found:7d} {score.recall:7.3f}")
    report_untouched(documents, rules, show=chosen.show in ("false", "both"))


def report_untouched(documents: Sequence[Document], rules: RuleSet, *, show: bool) -> None:
    """Print how often something is found in articles as they are."""
    touched, count = 0, 0
    for document in documents:
        found = lint(document, rules, POLICY._replace(article=None)).diagnostics
        touched, count = touched + bool(found), count + len(found)
        for each in found if show else ():
            copy = each.related[0].location
            print(f"  {each.code} {each.variant or ''} {document.path}:{each.location.start.line}  {each.message}")
            print(f"    {cut(document, each.location.start.offset, each.location.end.offset)}")
            print(f"    {copy.start.line}: {cut(document, copy.start.offset, copy.end.offset)}")
    share = 100 * count / len(documents) if documents else 0.0
    print(f"\nuntouched: {count} findings in {touched} of {len(documents)} articles, {share:.1f} per 100")


def cut(document: Document, start: int, end: int) -> str:
    """A piece of the source in one line."""
    return " ".join(document.source[start:end].split())[:400]


def sample(folder: Path | None, most: int, seed: int) -> Iterator[Document]:
    """The articles of a folder, or made ones, in a random order that the seed decides."""
    if folder is None:
        yield from made_up(most, seed)
        return
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    random.Random(seed).shuffle(paths)
    for path in paths[:most]:
        yield read(path.read_bytes(), str(path))


def made_up(count: int, seed: int) -> Iterator[Document]:
    """Articles of sentences from the examples of the rules, no two of them alike."""
    pool: dict[frozenset[str], str] = {}
    for sentence in example_sentences():
        words = frozenset(sentence.lower().split())
        if not any(len(words & known) > 0.4 * min(len(words), len(known)) for known in pool):
            pool[words] = sentence
    for number in range(count):
        rng = random.Random(f"{seed} article {number}")
        left = rng.sample(list(pool.values()), len(pool))
        blocks = ["# A day in the clinic"]
        for section in range(rng.randint(3, 7)):
            blocks.append(f"## Part {section + 1}")
            blocks += [" ".join(left.pop() for _ in range(rng.randint(1, 5))) for _ in range(rng.randint(2, 5))]
        yield read("\n\n".join(blocks).encode(), f"made-up-{number}.md")


def example_sentences() -> Iterator[str]:
    """The sentences of prose in the examples of the rules, but for those on repetition."""
    for rule in (rules := load_rules()).rules:
        for example in (*rule.examples.bad, *rule.examples.good) if rule.topic != "duplication" else ():
            document = read(example.text.replace("⟦", "").replace("⟧", "").encode(), f"a.{example.as_}")
            sentences = Analysis(document, rules.knowledge, POLICY).sentences.all
            for text in (document.text[each.start : each.end] for each in sentences):
                if len(text.split()) >= 8 and text.endswith(".") and text.isascii():  # which leaves English prose
                    yield " ".join(text.split())


def split(document: Document, rules: RuleSet) -> list[Paragraph]:
    """The blocks of an article, or nothing where it is too short. What is found in it already is not copied."""
    analysis = Analysis(document, rules.knowledge, POLICY)
    purposes = Purposes(document, analysis.sections, analysis.hits)
    known = [span for each in lint(document, rules, POLICY).diagnostics for span in places(each)]
    prefixes = {"heading": "## ", "item": "- "}
    paragraphs = [
        Paragraph(
            text := " ".join(document.text[slice(*block.span)].split()),
            prefixes.get(block.kind, ""),
            is_body := zone == "body" and not purposes.is_summary(index),
            is_body
            and block.kind != "heading"
            and len(text.split()) >= FEWEST_WORDS
            and text[0] not in '"“'
            and not any(analysis.hits.any_within(name, *block.span) for name in REPEATABLE)
            and not any(start < block.source.end and block.source.start < end for start, end in known),
        )
        for index, (block, zone) in enumerate(zip(document.blocks, analysis.zones, strict=True))
        if block.kind in ("heading", "paragraph", "item") and zone != "references"
    ]
    return paragraphs if sum(each.may_be_copied for each in paragraphs) >= FEWEST_PARAGRAPHS else []


class Paste:
    """An article with a copy of some of its paragraphs pasted in."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        change: str,
        vocabulary: Sequence[str],
        rng: random.Random,
        rules: RuleSet,
    ) -> None:
        """`text` is empty where no paragraph allows the change."""
        self._rules = rules
        self.text = self.copy = self.original = ""
        runs = list(runs_of(paragraphs, rng))
        rng.shuffle(runs)
        for run in runs:
            copies = [CHANGES[change](paragraphs[index].text, vocabulary, rng) for index in run]
            if all(copy is not None for copy in copies):
                self.original = "\n\n".join(paragraphs[index].text for index in run)
                self._insert(paragraphs, run, [copy or "" for copy in copies], rng)
                return

    def _insert(
        self, paragraphs: Sequence[Paragraph], run: Sequence[int], copies: Sequence[str], rng: random.Random
    ) -> None:
        """Write the article with the copies at least two blocks away from what they are copies of."""
        places = [place + 1 for place, each in enumerate(paragraphs) if each.is_body and each.prefix != "## "]
        place = rng.choice([place for place in places if place < run[0] - 1 or place > run[-1] + 2] or [run[-1] + 1])
        blocks = [each.prefix + each.text for each in paragraphs]
        self.copy = "\n\n".join(paragraphs[index].prefix + copy for index, copy in zip(run, copies, strict=True))
        before = "\n\n".join(blocks[:place])
        self.start = len(before) + 2
        self.text = "\n\n".join([before, self.copy, *blocks[place:]])

    def is_found(self) -> bool:
        """Whether findings lie on at least half of the copy."""
        found = lint(read(self.text.encode(), "a.md"), self._rules, POLICY).diagnostics
        end = self.start + len(self.copy)
        on_copy: set[int] = set()
        for start, stop in (span for each in found for span in places(each)):
            on_copy.update(range(max(start, self.start), min(stop, end)))
        return 2 * len(on_copy) >= len(self.copy)


def runs_of(paragraphs: Sequence[Paragraph], rng: random.Random) -> Iterator[list[int]]:
    """For each place in an article a run of one to six paragraphs that may be copied."""
    for first, paragraph in enumerate(paragraphs):
        run = []
        for index in range(first, min(first + rng.randint(1, MOST_COPIED), len(paragraphs))):
            if not paragraphs[index].may_be_copied:
                break
            run.append(index)
        if run and paragraph.may_be_copied:
            yield run


def places(found: Diagnostic) -> Iterable[tuple[int, int]]:
    """The offsets of a finding and of the places that it names besides."""
    for location in (found.location, *(related.location for related in found.related)):
        yield location.start.offset, location.end.offset


if __name__ == "__main__":
    main()
