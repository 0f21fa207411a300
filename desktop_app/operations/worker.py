"""Runs an operation in a process of its own, so that reading a big sheet never holds up the window.

calamine builds its results while holding the interpreter lock; a thread would freeze the window for seconds.
"""

import multiprocessing
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from desktop_app.domain.errors import AppError, Cancelled
from desktop_app.domain.sheets import Tick
from desktop_app.operations.workspace import Workspace, open_workspace

P = ParamSpec("P")
T = TypeVar("T")

_POLL_SECONDS = 0.1
_GRACE_SECONDS = 10


class WorkerDied(AppError):
    """The process ended without an answer: killed, or out of memory."""

    hint = "Coba lagi. Bila terulang, tutup program lain atau bagi berkas itu menjadi dua."

    def __init__(self) -> None:
        super().__init__("Pekerjaan berhenti di tengah jalan. Tidak ada yang berubah di ruang kerja.")


def in_worker(
    operation: Callable[Concatenate[Workspace, P], T], folder: Path, tick: Tick, *args: P.args, **kwargs: P.kwargs
) -> T:
    """`operation(workspace, *args, tick=…)` in a new process on the workspace in `folder`; its result or its error.

    `operation` is a function of a module and takes a keyword `tick`; arguments and result can be pickled. When
    `tick` raises `Cancelled` the process is asked to stop, its transaction rolls back, and `Cancelled` passes on; work
    that was done before the stop reached it is answered as done.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    stop = context.Event()
    process = context.Process(target=_serve, args=(theirs, stop, operation, folder, args, kwargs), daemon=True)
    process.start()
    theirs.close()
    try:
        return cast(T, _await(ours, tick))
    except Cancelled:
        stop.set()
        return cast(T, _last_word(ours))
    finally:
        stop.set()
        process.join(_GRACE_SECONDS)
        if process.is_alive():
            process.terminate()
            process.join()
        ours.close()


def _await(connection: Connection, tick: Tick) -> object:
    done, total = 0, 0
    while True:
        if connection.poll(_POLL_SECONDS):
            try:
                word, value = connection.recv()
            except EOFError:
                raise WorkerDied from None
            if word == "done":
                return value
            if word == "failed":
                raise value
            done, total = value
        tick(done, total)


def _last_word(connection: Connection) -> object:
    """What a process that was asked to stop still did: to say “cancelled” of something stored would be wrong."""
    end = time.monotonic() + _GRACE_SECONDS
    while connection.poll(max(end - time.monotonic(), 0)):
        try:
            word, value = connection.recv()
        except EOFError:
            break
        if word == "done":
            return value
        if word == "failed":
            raise value
    raise Cancelled


def _serve(
    connection: Connection,
    stop: Event,
    operation: Callable[..., object],
    folder: Path,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> None:
    def tick(done: int, total: int) -> None:
        if stop.is_set():
            raise Cancelled
        connection.send(("tick", (done, total)))

    try:
        workspace = open_workspace(folder)
        try:
            answer: tuple[str, object] = ("done", operation(workspace, *args, tick=tick, **kwargs))
        finally:
            workspace.close()
    except Exception as error:
        if not isinstance(error, AppError):
            # A traceback does not cross to the process that writes the log; a note does.
            error.add_note(traceback.format_exc())
        answer = ("failed", error)
    connection.send(answer)
    connection.close()
