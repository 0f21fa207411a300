"""What a worker process says that was asked to stop, or that failed."""

import multiprocessing
import os
import threading
from collections.abc import Callable

import pytest

from desktop_app.domain.errors import Cancelled, NoFigures
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.worker import (
    WorkerDied,
    WorkerLimits,
    WorkerOutOfMemory,
    WorkerSilent,
    _last_word,
    _serve,
    in_limited_worker,
    machine_limits,
)
from desktop_app.operations.workspace import Workspace


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


def stumble(workspace: Workspace, tick: Tick, error: Exception) -> None:
    raise error


def failed_with(workspace: Workspace, error: Exception) -> Exception:
    ours, theirs = multiprocessing.Pipe()
    _serve(theirs, multiprocessing.get_context("spawn").Event(), stumble, workspace.folder, (), {"error": error})
    word, told = ours.recv()
    assert word == "failed"
    assert isinstance(told, Exception)
    return told


def test_a_bug_brings_its_traceback_along(workspace: Workspace) -> None:
    told = failed_with(workspace, RuntimeError("bug"))
    assert str(told) == "bug"
    assert "in stumble" in told.__notes__[0]


def test_what_the_user_can_mend_comes_bare(workspace: Workspace) -> None:
    told = failed_with(workspace, NoFigures("Belum ada angka."))
    assert isinstance(told, NoFigures)
    assert str(told) == "Belum ada angka."
    assert not hasattr(told, "__notes__")


def swell(workspace: Workspace, tick: Tick) -> int:
    """Takes 2 GB in small bites."""
    return len([b"x" * (1 << 22) for _ in range(500)])


def never_end(workspace: Workspace, tick: Tick) -> None:
    threading.Event().wait()


def fall_over(workspace: Workspace, tick: Tick) -> None:
    os.abort()


def run_out(workspace: Workspace, tick: Tick) -> None:
    raise MemoryError


MANY = 1 << 40


@pytest.mark.parametrize(
    ("operation", "limits", "error"),
    [
        (swell, WorkerLimits(memory=400 << 20), WorkerOutOfMemory),
        (never_end, WorkerLimits(memory=MANY, silence=0.2), WorkerSilent),
        (fall_over, WorkerLimits(memory=MANY), WorkerDied),
        (run_out, WorkerLimits(memory=MANY), WorkerOutOfMemory),
    ],
)
def test_a_process_beyond_its_limits_ends_alone(
    workspace: Workspace, operation: Callable[..., object], limits: WorkerLimits, error: type[WorkerDied]
) -> None:
    with pytest.raises(WorkerDied) as ended:
        in_limited_worker(limits, operation, workspace.folder, silent)
    assert type(ended.value) is error
    assert ended.value.hint.endswith(".")


def test_the_ceiling_is_sized_to_the_machine() -> None:
    assert 700 <= machine_limits().memory >> 20 <= 2200
