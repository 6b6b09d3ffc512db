"""Where the time goes: how long each stage of linting takes, its part in others left out."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import cached_property
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.engine.article import content_of
from healthlint.engine.checks import check_of, speaks_on
from healthlint.engine.lint import subsume
from healthlint.engine.locate import Locator
from healthlint.errors import ReadError
from healthlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from healthlint.engine.article import Article
    from healthlint.engine.settings import AllSettings, Settings
    from healthlint.model.finding import Finding
    from healthlint.ruleset.spec import Rule


class Timings(NamedTuple):
    """The seconds of CPU that each stage took with some articles."""

    articles: int
    size: int  # bytes
    stages: Mapping[str, float]

    @property
    def total(self) -> float:
        """The seconds of all stages."""
        return sum(self.stages.values())


def time_stages(articles: Iterable[Article], settings: AllSettings) -> Timings:
    """The times of all articles that can be read, one after the other. Raises ConfigError."""
    clock = _Clock()
    number = size = 0
    for article in articles:
        mine = settings.of_file(article.path)
        _ = mine.ruleset  # whose reading is no stage of an article
        with suppress(OSError, ReadError):
            size += _lint(article, mine, clock)
            number += 1
    return Timings(number, size, clock.seconds)


def table(timings: Timings, most: int = 10) -> str:
    """The most expensive stages, one a line."""
    articles, size, stages = timings
    total = timings.total
    plural = "" if articles == 1 else "s"
    lines = [f"{articles} article{plural}, {size / 1e6:.2f} MB, {total:.2f} s of CPU"]
    if total and size:
        lines[0] += f", {size / total / 1e6:.2f} MB/s"
        lines.append("   share      ms   µs/KB  stage")
        dearest = sorted(stages.items(), key=lambda item: (-item[1], item[0]))[:most]
        lines += [f"{s / total:8.1%}{s * 1e3:8.1f}{s / size * 1e9:8.1f}  {name}" for name, s in dearest]
    return "\n".join(lines) + "\n"


class _Clock:
    """Gives each moment to the innermost stage that runs."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        self._turn()
        self._running.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def _turn(self) -> None:
        now = process_time()
        if self._running:
            stage = self._running[-1]
            self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now


def _lint(article: Article, settings: Settings, clock: _Clock) -> int:
    """Lint an article as `lint_article` does; gives its size."""
    with clock("read the file"):
        data = content_of(article, settings)
    with clock("parse"):
        document = read(data, article.path, settings.format_of(article.path))
    analysis = _TimedAnalysis(document, settings.ruleset.knowledge, settings.policy)
    analysis.clock = clock
    found: list[tuple[Rule, Finding]] = []
    for rule in settings.ruleset.rules:
        with clock(f"rule {rule.code}"), suppress(Exception):  # a check that breaks is told when articles are linted
            found += [(rule, finding) for finding in _findings(rule, analysis)]
    with clock("locate"):
        locator = Locator(analysis)
        for rule, finding in subsume(found, locator):
            locator.locate(rule, finding)
    return len(data)


def _findings(rule: Rule, analysis: Analysis) -> Iterable[Finding]:
    if speaks_on(rule, analysis.article.kind, is_english=analysis.language.is_english):
        module = check_of(rule)
        if hasattr(module, "check"):
            return module.check(analysis, rule.params)
    return ()


class _TimedAnalysis(Analysis):
    """An analysis each of whose views is a stage, whoever asks for it first."""

    clock: _Clock


def _timed(name: str, view: Callable[[Analysis], object]) -> cached_property[object]:
    stage = {"hits": "phrase scan", "sentences": "sentences"}.get(name, f"view {name}")

    def compute(self: _TimedAnalysis) -> object:
        with self.clock(stage):
            return view(self)

    return cached_property(compute)


for _name, _view in vars(Analysis).items():
    if isinstance(_view, cached_property):
        _made = _timed(_name, _view.func)
        _made.__set_name__(_TimedAnalysis, _name)
        setattr(_TimedAnalysis, _name, _made)
