"""What a worker process that was asked to stop still says."""

import multiprocessing

import pytest

from desktop_app.domain.errors import Cancelled
from desktop_app.operations.worker import _last_word


def test_work_done_before_the_stop_reached_it_is_answered_as_done() -> None:
    ours, theirs = multiprocessing.Pipe()
    theirs.send(("tick", (200, 400)))
    theirs.send(("done", 5))
    assert _last_word(ours) == 5


def test_a_stopped_or_dead_process_did_nothing() -> None:
    for last in (("failed", Cancelled()), None):
        ours, theirs = multiprocessing.Pipe()
        if last is not None:
            theirs.send(last)
        theirs.close()
        with pytest.raises(Cancelled):
            _last_word(ours)
