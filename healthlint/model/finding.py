"""What a check finds, and what the user is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from healthlint.model.span import Place, Position

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Role = Literal["evidence", "copy", "also", "reference"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")


class Related(NamedTuple):
    """Another place that a finding speaks of. `words` picks its wording from `related` in the rule file."""

    role: Role
    place: Place
    words: str = ""
    data: Mapping[str, str | int] = {}  # words for that wording, besides those of the finding
    file: str = ""  # where the place is, if that is another article


class Edit(NamedTuple):
    """Replace what stands at `place` by `text`; an empty place inserts."""

    place: Place
    text: str


class Suggestion(NamedTuple):
    """One way to mend a finding. Without edits it is advice in words only; `safe` ones may be applied unseen."""

    message: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False


class Finding(NamedTuple):
    """What a check found. It knows neither code nor wording nor severity: those are the rule's."""

    place: Place
    data: Mapping[str, str | int] = {}  # words for the rule's message, by placeholder
    related: tuple[Related, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    variant: str | None = None
    confidence: Confidence | None = None  # None: the rule's own
    file: str = ""  # the article, where a check looks at many


class Location(NamedTuple):
    """A place in a file; `end` is exclusive."""

    file: str
    start: Position
    end: Position


class RelatedLocation(NamedTuple):
    """A second place of a diagnostic and what it has to do with the first."""

    role: Role
    message: str
    location: Location


class SourceEdit(NamedTuple):
    """An edit in the coordinates of the file."""

    start: Position
    end: Position
    text: str


class Fix(NamedTuple):
    """A suggestion in the coordinates of the file."""

    message: str
    safe: bool
    edits: tuple[SourceEdit, ...]


class Suppression(NamedTuple):
    """Who said that a diagnostic is not to be reported, and why."""

    kind: Literal["comment", "front-matter", "config", "baseline"]
    reason: str = ""
    reviewer: str = ""
    until: str = ""  # the last day on which it holds


class Diagnostic(NamedTuple):
    """A finding of a rule at a place in a file: what every reporter prints."""

    code: str
    name: str
    topic: str
    variant: str | None
    severity: Severity
    confidence: Confidence
    message: str
    help_url: str | None
    location: Location
    excerpt: str
    heading_path: tuple[str, ...]
    related: tuple[RelatedLocation, ...]
    fixes: tuple[Fix, ...]
    fingerprint: str
    suppressed: Suppression | None = None
    on_whole: bool = False  # it speaks of the article, and its location only has to be somewhere
