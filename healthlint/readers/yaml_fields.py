"""YAML -> fields, from the parser's events: no object is built, so no tag, anchor or depth can do harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Field
from healthlint.model.span import SourceSpan
from healthlint.readers.frontmatter import FrontMatterError, empty_or

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class _Mark(Protocol):
        @property
        def index(self) -> int: ...


_DEEPEST = 50
_OWN_TAG = lazy_pattern(r"tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map|set|omap|pairs|binary|merge)")
_PROPERTIES = lazy_pattern(r"(?:[&!]\S*\s+)*")  # "&anchor !!str " before a value
_NULLS = frozenset({"~", "null", "Null", "NULL"})


def read_yaml(text: str, begin: int) -> list[Field]:
    """The fields of a YAML mapping; `begin` is the offset of `text` in the file."""
    try:
        return _Walker(text, begin).walk()
    except yaml.MarkedYAMLError as error:
        reason, mark = error.problem or error.context or "it breaks off", error.problem_mark or error.context_mark
        raise FrontMatterError(f"is not valid YAML: {reason}", _index(mark), lenient=True) from error
    except yaml.YAMLError as error:  # such as a control character
        raise FrontMatterError("is not valid YAML", getattr(error, "position", 0), lenient=True) from error


class _Level:
    """A mapping or a list that is being read."""

    __slots__ = ("is_mapping", "key", "key_place", "prefix", "size")

    def __init__(self, prefix: str, key_place: SourceSpan, *, is_mapping: bool) -> None:
        self.prefix, self.key_place, self.is_mapping = prefix, key_place, is_mapping
        self.key: str | None = None  # of a mapping: the key whose value comes next
        self.size = 0


class _Walker:
    """Reads the events of one document."""

    def __init__(self, text: str, begin: int) -> None:
        self.text, self.begin = text, begin
        self.fields: list[Field] = []
        self.levels: list[_Level] = []
        self.anchors: dict[str, str] = {}

    def walk(self) -> list[Field]:
        """All fields in the order of the file."""
        ignored = 0  # depth inside a key that is itself a mapping or a list
        for event in self._events():
            if isinstance(event, yaml.CollectionStartEvent):
                if ignored or (self.levels and self._expects_key()):
                    ignored += 1
                else:
                    self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                if not ignored:
                    self._close()
                elif ignored == 1:
                    self.levels[-1].key = ""
                ignored -= bool(ignored)
            elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)) and not ignored:
                self._scalar(event)
        return self.fields

    def _events(self) -> Iterator[yaml.Event]:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for event in yaml.parse(self.text, Loader=loader):
            tag = getattr(event, "tag", None)
            if tag and tag != "!" and not _OWN_TAG.fullmatch(tag):
                raise FrontMatterError(f"has a tag that YAML does not know: {tag[:40]}", _index(event.start_mark))
            yield event

    def _expects_key(self) -> bool:
        return self.levels[-1].is_mapping and self.levels[-1].key is None

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if not self.levels:
            if not is_mapping:
                raise FrontMatterError("is a list, not a mapping", _index(event.start_mark))
            self.levels.append(_Level("", SourceSpan(0, 0), is_mapping=True))
            return
        if len(self.levels) > _DEEPEST:
            raise FrontMatterError("is nested too deeply and was not read", _index(event.start_mark))
        self.levels.append(_Level(self._name(), self.levels[-1].key_place, is_mapping=is_mapping))

    def _close(self) -> None:
        level = self.levels.pop()
        if not self.levels:
            return
        if not level.size:
            self.fields.append(Field("front-matter", level.prefix, "", level.key_place))
        self._value_done()

    def _scalar(self, event: yaml.ScalarEvent | yaml.AliasEvent) -> None:
        span = (_index(event.start_mark), _index(event.end_mark))
        value, place = self._value(event, *span)
        if not self.levels:
            # Prose between two rules is one long scalar, an empty document an empty one.
            raise FrontMatterError("is not a mapping", span[0], lenient=True)
        level = self.levels[-1]
        if self._expects_key():
            level.key, level.key_place = value.lower(), place
            return
        if name := self._name():
            self.fields.append(Field("front-matter", name, *empty_or(value, level.key_place, place)))
        self._value_done()

    def _value(self, event: yaml.ScalarEvent | yaml.AliasEvent, start: int, end: int) -> tuple[str, SourceSpan]:
        """The value of a scalar with its place, without quotation marks, block sign, anchor and tag."""
        written = self.text[start:end].rstrip()
        if isinstance(event, yaml.AliasEvent):
            return self.anchors.get(event.anchor or "", written), self._place(start, len(written))
        value, style = event.value, event.style
        skipped = _PROPERTIES.match(written)
        if event.anchor or event.tag:
            start, written = start + (skipped.end() if skipped else 0), written[skipped.end() if skipped else 0 :]
        if style in ("|", ">"):
            value = value.strip("\n")
            sign, line_end, written = written.partition("\n")
            start += len(sign) + len(line_end) + len(written) - len(written.lstrip())
            written = written.strip()
        elif style in ("'", '"'):
            start, written = start + 1, written[1:-1]
        elif value in _NULLS and not (self.levels and self._expects_key()):
            value = ""
        if event.anchor:
            self.anchors[event.anchor] = value
        return value, self._place(start, len(written))

    def _place(self, start: int, length: int) -> SourceSpan:
        return SourceSpan(self.begin + start, self.begin + start + length)

    def _name(self) -> str:
        """The full name of what comes next."""
        level = self.levels[-1]
        if not level.is_mapping:
            return level.prefix
        return f"{level.prefix}.{level.key}" if level.prefix else level.key or ""

    def _value_done(self) -> None:
        self.levels[-1].size += 1
        self.levels[-1].key = None


def _index(mark: _Mark | None) -> int:
    return mark.index if mark else 0
