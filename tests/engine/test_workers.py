"""Work that is shared out comes back in order, or the run ends with one clear error."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import active_children

import pytest

from healthlint.engine.workers import work_in_parallel
from healthlint.errors import HealthlintError

WORDS = [f"word{number}" for number in range(100)]


def slower_first(word: str) -> str:
    time.sleep(0.01 if word.endswith("0") else 0)
    return word.upper()


def die(word: str) -> str:
    if word == "word50":
        os.kill(os.getpid(), signal.SIGKILL)
    return word


def test_results_come_in_the_order_of_the_work() -> None:
    assert list(work_in_parallel(slower_first, WORDS, 3)) == [word.upper() for word in WORDS]
    assert not active_children()


def test_processes_may_be_started_from_nothing() -> None:
    assert list(work_in_parallel(str.upper, WORDS, 2, "spawn")) == [word.upper() for word in WORDS]


def test_a_killed_worker_ends_the_run() -> None:
    with pytest.raises(HealthlintError, match=r"^a worker was killed by SIGKILL, perhaps for want of memory,"):
        list(work_in_parallel(die, WORDS, 2))
    assert not active_children()


def test_who_stops_listening_leaves_no_worker() -> None:
    results = work_in_parallel(slower_first, WORDS, 2)
    assert next(results) == "WORD0"
    results.close()  # type: ignore[attr-defined]
    assert not active_children()
