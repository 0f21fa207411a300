"""Runs an operation in a process of its own, so that reading a big sheet never holds up the window.

calamine builds its results while holding the interpreter lock; a thread would freeze the window for seconds. A file
that makes the process grow beyond its ceiling, fall silent or die takes nothing down but the process.
"""

import multiprocessing
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import psutil

from desktop_app.domain.errors import AppError, Cancelled
from desktop_app.domain.sheets import Tick
from desktop_app.operations.workspace import Workspace, open_workspace

P = ParamSpec("P")
T = TypeVar("T")

_POLL_SECONDS = 0.1
_GRACE_SECONDS = 10
_MIB = 1 << 20
_MOST_BYTES = 2200 * _MIB
_LEAST_BYTES = 700 * _MIB
_SHARE_OF_MACHINE = 0.6
_SILENT_SECONDS = 600.0


class WorkerDied(AppError):
    """The process ended without an answer."""

    hint = "Coba lagi. Bila terulang, tutup program lain atau bagi berkas itu menjadi dua."

    def __init__(self) -> None:
        super().__init__("Pekerjaan berhenti di tengah jalan. Tidak ada yang berubah di ruang kerja.")


class WorkerOutOfMemory(WorkerDied):
    """The process asked for more memory than it may have."""

    title = "Berkas tidak dapat diimpor"
    hint = (
        "Bagi berkas itu menjadi beberapa berkas yang lebih kecil (misalnya per kecamatan), lalu impor satu per satu."
    )

    def __init__(self) -> None:
        AppError.__init__(self, "Berkas ini terlalu besar untuk dibaca di komputer ini. Tidak ada yang tersimpan.")


class WorkerSilent(WorkerDied):
    """The process said nothing for so long that it will not come back."""

    title = "Berkas tidak dapat diimpor"
    hint = "Buka berkas itu di Excel, simpan sebagai “Excel Workbook (.xlsx)”, lalu coba lagi."

    def __init__(self) -> None:
        AppError.__init__(self, "Berkas ini terlalu lama dibaca, sehingga dihentikan. Tidak ada yang tersimpan.")


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """`memory`: bytes of the process in RAM; `silence`: seconds without a sign of progress."""

    memory: int
    silence: float = _SILENT_SECONDS


def machine_limits() -> WorkerLimits:
    """2.2 GiB, less on a small machine: the window and Excel want to live beside it."""
    share = int(psutil.virtual_memory().total * _SHARE_OF_MACHINE)
    return WorkerLimits(memory=max(min(_MOST_BYTES, share), _LEAST_BYTES))


def in_worker(
    operation: Callable[Concatenate[Workspace, P], T], folder: Path, tick: Tick, *args: P.args, **kwargs: P.kwargs
) -> T:
    """`operation(workspace, *args, tick=…)` in a new process on the workspace in `folder`; its result or its error.

    `operation` is a function of a module and takes a keyword `tick`; arguments and result can be pickled. When
    `tick` raises `Cancelled` the process is asked to stop, its transaction rolls back, and `Cancelled` passes on; work
    that was done before the stop reached it is answered as done.

    Raises:
        WorkerOutOfMemory, WorkerSilent, WorkerDied: the process was ended or ended itself.
    """
    return in_limited_worker(machine_limits(), operation, folder, tick, *args, **kwargs)


def in_limited_worker(
    limits: WorkerLimits,
    operation: Callable[Concatenate[Workspace, P], T],
    folder: Path,
    tick: Tick,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """`in_worker` with limits of the caller's."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    stop = context.Event()
    process = context.Process(target=_serve, args=(theirs, stop, operation, folder, args, kwargs), daemon=True)
    process.start()
    theirs.close()
    try:
        return cast(T, _await(ours, tick, _Watch(process, limits)))
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


class _Watch:
    """Looks at the process from outside, a few times a second; ends it when it goes beyond its limits."""

    def __init__(self, process: BaseProcess, limits: WorkerLimits) -> None:
        self._process, self._limits = process, limits
        self._looked = self._heard = time.monotonic()

    def heard(self) -> None:
        self._heard = time.monotonic()

    def look(self) -> None:
        now = time.monotonic()
        if now - self._looked < _POLL_SECONDS:
            return
        self._looked = now
        if _memory_of(self._process) > self._limits.memory:
            self._process.kill()
            raise WorkerOutOfMemory
        if now - self._heard > self._limits.silence:
            self._process.kill()
            raise WorkerSilent


def _memory_of(process: BaseProcess) -> int:
    """Bytes in RAM; 0 where the process has ended."""
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _await(connection: Connection, tick: Tick, watch: _Watch) -> object:
    done, total = 0, 0
    while True:
        if connection.poll(_POLL_SECONDS):
            try:
                word, value = connection.recv()
            except (EOFError, OSError):
                raise WorkerDied from None
            if word == "done":
                return value
            if word == "failed":
                raise value
            done, total = value
            watch.heard()
        watch.look()
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

    # Ctrl+C reaches this process too; it is for the one that waits, which then stops this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        workspace = open_workspace(folder)
        try:
            answer: tuple[str, object] = ("done", operation(workspace, *args, tick=tick, **kwargs))
        finally:
            workspace.close()
    except MemoryError:
        answer = ("failed", WorkerOutOfMemory())
    except Exception as error:
        if not isinstance(error, AppError):
            # A traceback does not cross to the process that writes the log; a note does.
            error.add_note(traceback.format_exc())
        answer = ("failed", error)
    connection.send(answer)
    connection.close()
