"""What a rule file says, and the rule that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from healthlint.model.finding import SEVERITIES, Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from healthlint.model.context import Knowledge

T = TypeVar("T")

SHIPPED_CODES = "HL"  # what the codes of shipped rules begin with, and those of a publisher's own do not

ArticleKind = Literal["advice", "news", "reference", "other"]
ExampleFormat = Literal["md", "html", "txt"]


class Variant(NamedTuple):
    """A case of a rule with its own words or weight; what is left out is the rule's."""

    message: str | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None


class Source(NamedTuple):
    """What a rule rests on; `url` only where the page was looked up."""

    title: str
    url: str = ""


class Expected(NamedTuple):
    """A finding that an example must yield. `at` is the exact words; without it the finding is on the whole article."""

    at: str | None = None
    file: str | None = None
    variant: str | None = None
    related: tuple[str, ...] = ()  # the exact words of each related place


class Example(NamedTuple):
    """Text that must, or must not, make the rule speak. ⟦ ⟧ in it mark the exact places that are expected."""

    text: str = ""
    as_: ExampleFormat = "md"
    files: dict[str, str] = {}
    wrap: str | None = None  # a stock article from rules/wraps that the text is put into
    config: dict[str, object] = {}
    finds: tuple[Expected, ...] | None = None
    line: int = 0  # of the rule file


class Examples(NamedTuple):
    """The tests of a rule."""

    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()


class RuleFile(NamedTuple):
    """The keys of a rule file, as docs/rules/schema.json describes them. `params` and `examples` are decoded apart."""

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    check: str
    message: str
    why: str
    fix: str
    status: Literal["stable", "preview"] = "preview"
    articles: tuple[ArticleKind, ...] = ("advice", "news", "reference")
    language: Literal["en", "any"] = "en"  # any: it reads no words, or words that are the same in every language
    scope: object = None
    params: object = None
    variants: dict[str, Variant] = {}
    related: dict[str, str] = {}
    covers: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    examples: object = None


class Later(Generic[T]):
    """A value that is made when it is first asked for."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make

    def get(self) -> T:
        """The value."""
        if self._make:
            self._value, self._make = self._make(), None
        return self._value


class Rule(NamedTuple):
    """A rule that is ready to run; its check and its examples are not imported and read before they are needed."""

    file: RuleFile
    topic: str
    path: str
    severity: Severity
    later_params: Later[object]
    later_examples: Later[Examples]

    @property
    def params(self) -> object:
        """A value of its check's own `Params`."""
        return self.later_params.get()

    @property
    def examples(self) -> Examples:
        """Its tests."""
        return self.later_examples.get()

    @property
    def code(self) -> str:
        """Its code, such as HL301."""
        return self.file.code

    def may_be(self, severity: Severity) -> bool:
        """Whether it has findings of a severity, or of a worse one."""
        own = (self.severity, *(each.severity for each in self.file.variants.values() if each.severity))
        return max(map(SEVERITIES.index, own)) >= SEVERITIES.index(severity)


class RuleSet(NamedTuple):
    """The rules that run, in the order of their codes, and the knowledge that they share."""

    rules: tuple[Rule, ...]
    knowledge: Knowledge

    def find(self, word: str) -> Rule | None:
        """The rule with this code or name."""
        return next((rule for rule in self.rules if word in (rule.file.code, rule.file.name)), None)


class Folders(NamedTuple):
    """The folders of a publisher's own rules, lexicons and facts."""

    rules: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
