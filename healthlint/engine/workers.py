"""Work shared out to processes; what they make comes back in the order of the work."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Pipe, wait
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from healthlint.errors import HealthlintError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Made = TypeVar("Made")

_LARGEST, _SHARES = 16, 8  # items that are given at a time, and in how many pieces a worker gets its share at least
_AHEAD = 2  # pieces that a worker has at a time, so that it need not wait for the next


def work_in_parallel(
    work: Callable[[Item], Made], items: Sequence[Item], jobs: int, method: str | None = None
) -> Iterator[Made]:
    """What `work` makes of each item, in order, by so many processes. Raises HealthlintError if one of them dies.

    `method` is how processes are started, by default `fork` on Linux and elsewhere what is usual there.
    """
    context = get_context(method or ("fork" if sys.platform == "linux" else None))
    size = max(min(_LARGEST, len(items) // (jobs * _SHARES)), 1)
    pieces = [range(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    crew: _Crew[Item, Made] = _Crew(context, work, items, min(jobs, len(pieces)))
    try:
        yield from crew.share_out(pieces)
    finally:
        crew.stop()


class _Crew(Generic[Item, Made]):
    """Some processes, each at the other end of a pipe."""

    def __init__(self, context: BaseContext, work: Callable[[Item], Made], items: Sequence[Item], size: int) -> None:
        self._members: dict[Connection, BaseProcess] = {}
        with _deaf_to_interrupts():  # so that they are, too: to stop them is our business
            for _ in range(size):
                ours, theirs = Pipe()
                inherited = [*self._members, ours] if context.get_start_method() == "fork" else []
                process = context.Process(target=_serve, args=(work, items, theirs, inherited), daemon=True)  # type: ignore[attr-defined]
                process.start()
                theirs.close()
                self._members[ours] = process

    def share_out(self, pieces: Sequence[range]) -> Iterator[Made]:
        """What was made of all pieces, in their order."""
        waiting = iter(enumerate(pieces))
        done: dict[int, list[Made]] = {}
        for pipe in self._members:
            for _ in range(_AHEAD):
                self._give(pipe, waiting)
        for number in range(len(pieces)):
            while number not in done:
                for pipe in cast("list[Connection]", wait(list(self._members))):
                    finished, made = self._take(pipe)
                    done[finished] = made
                    self._give(pipe, waiting)
            yield from done.pop(number)

    def stop(self) -> None:
        """End all processes, whatever they are doing."""
        for pipe, process in self._members.items():
            pipe.close()
            process.terminate()
        for process in self._members.values():
            process.join()

    def _give(self, pipe: Connection, waiting: Iterator[tuple[int, range]]) -> None:
        if piece := next(waiting, None):
            with suppress(OSError):  # that it died will be seen when its work is missing
                pipe.send(piece)

    def _take(self, pipe: Connection) -> tuple[int, list[Made]]:
        try:
            return pipe.recv()  # type: ignore[no-any-return]
        except (EOFError, OSError):
            process = self._members[pipe]
            process.join(1)
            raise HealthlintError(f"{_ended(process.exitcode)} while it read articles; --jobs 1 does without") from None


def _serve(
    work: Callable[[Item], Made], items: Sequence[Item], pipe: Connection, inherited: Sequence[Connection]
) -> None:
    """Work on what comes through the pipe until nobody is at its other end."""
    for other in inherited:  # a pipe is closed only when nobody holds it any more
        other.close()
    with suppress(EOFError, OSError):
        while True:
            number, piece = pipe.recv()
            pipe.send((number, [work(items[index]) for index in piece]))


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ended(exit_code: int | None) -> str:
    """How a worker ended, in words."""
    if exit_code is not None and exit_code < 0:
        return f"a worker was killed by {signal.Signals(-exit_code).name}, perhaps for want of memory,"
    return "a worker ended"
