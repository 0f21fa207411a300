"""Work off the GUI thread: the window starts a job, shows its progress and may stop it."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import AppError, Cancelled
from desktop_app.domain.sheets import Tick

log = logging.getLogger(__name__)


class Job(QObject):
    """`work(tick)` off the GUI thread: one of succeeded, failed or cancelled, then finished."""

    progress = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Callable[[Tick], object]) -> None:
        super().__init__()
        self._work, self._stop = work, threading.Event()

    def cancel(self) -> None:
        self._stop.set()

    def _tick(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progress.emit(done, total)

    def run(self) -> None:
        try:
            self.succeeded.emit(self._work(self._tick))
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            if not isinstance(error, AppError):
                log.exception("job failed")
            self.failed.emit(error)
        finally:
            self.finished.emit()
