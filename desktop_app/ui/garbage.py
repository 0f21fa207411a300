"""Collects Python's cyclic garbage in the GUI thread only.

Python collects in whatever thread happens to allocate; in a job's thread that would destroy widgets outside the GUI
thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

MILLISECONDS = 10_000


class GuiThreadCollector(QObject):
    """From now on garbage waits for the GUI thread's timer; what lives already is not looked at again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self)
        timer.timeout.connect(lambda: gc.collect())
        timer.start(MILLISECONDS)
