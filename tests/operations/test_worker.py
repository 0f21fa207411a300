"""What a worker process says that was asked to stop, or that failed."""

import multiprocessing

import pytest

from desktop_app.domain.errors import Cancelled, NoFigures
from desktop_app.domain.sheets import Tick
from desktop_app.operations.worker import _last_word, _serve
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
