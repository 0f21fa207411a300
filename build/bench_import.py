"""Measures the import against what it stands on, side by side in one run: `python -m build.bench_import 100000 1000000`.

For each number of rows: calamine alone reading the same file, the whole import (check and store) in its worker, SQLite
copying the stored rows itself, and the longest pause of a 10 ms timer in the window meanwhile. What counts are ratios;
seconds depend on the machine.
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import cast

from build.big_sheet import write

_CALAMINE = """
import json, sys, time
from python_calamine import CalamineWorkbook
from desktop_app.operations.processes import peak_memory_mb
started = time.perf_counter()
rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
print(json.dumps({"seconds": time.perf_counter() - started, "mb": peak_memory_mb()}))
"""
_IMPORT = """
import json, sys, time
from datetime import date
from itertools import pairwise
from pathlib import Path
from desktop_app.operations.import_sheet import ImportRequest, check_sheet, store_draft
from desktop_app.operations.places import places_of
from desktop_app.operations.processes import peak_memory_mb
from desktop_app.operations.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[2]))
places_of(workspace)
request = ImportRequest(path=Path(sys.argv[1]), sender="Cabang Contoh", period=date(2026, 1, 31))
wall = time.perf_counter()
report = check_sheet(workspace, request)
checked, mb = time.perf_counter() - wall, peak_memory_mb()
cpu = time.process_time()
stored = store_draft(workspace, report.draft, request)
print(json.dumps({
    "seconds": time.perf_counter() - wall, "check": checked, "mb": mb, "load": time.process_time() - cpu,
    "rows": stored.counts.stored,
}))
workspace.close()
"""
_VALIDATE = """
import json, sys, time
from collections import deque
from pathlib import Path
from unittest.mock import patch
from desktop_app.domain.sheets import silent
from desktop_app.ingest import reading
from desktop_app.ingest.formats import open_file
from desktop_app.operations.places import places_of
from desktop_app.operations.processes import without_collector
from desktop_app.operations.workspace import open_workspace
from desktop_app.store.drafts import DraftWriter
workspace = open_workspace(Path(sys.argv[2]))
places, opened = places_of(workspace), open_file(Path(sys.argv[1]))
for grid in opened.grids:
    next(grid.rows(), None)
cpu = time.process_time()
for grid in opened.grids:
    deque(grid.rows(), maxlen=0)
handed = time.process_time() - cpu
writer = DraftWriter(Path(sys.argv[2]) / "ukur.draf")
with without_collector(), patch.object(reading, "open_file", lambda path: opened):
    cpu = time.process_time()
    writer.finish(reading.read_workbook(Path(sys.argv[1]), places, silent, None, writer), {})
print(json.dumps({"seconds": time.process_time() - cpu, "handed": handed}))
workspace.close()
"""
"""Everything from the rows as calamine holds them to a finished draft; rows are handed over twice, which is calamine's part."""


_RUNS = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One file: seconds of wall time and megabytes; `pause` in milliseconds, None where no window was opened."""

    rows: int
    calamine: dict[str, float]
    imported: dict[str, float]
    validate_cpu: float
    copy_cpu: float
    pause: float | None


def _run(code: str, *words: str, times: int = 1) -> dict[str, float]:
    """The best of some runs, each a process of its own."""
    runs = [json.loads(subprocess.check_output([sys.executable, "-c", code, *words], text=True)) for _ in range(times)]
    found: dict[str, float] = min(runs, key=lambda run: float(run["seconds"]))
    return found


def _copy_cpu(database: Path) -> float:
    """CPU seconds that SQLite takes to copy the stored rows with their keys and index."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for statement in (
            "PRAGMA cache_size = -65536",
            "CREATE TABLE copied AS SELECT * FROM participation WHERE 0",
            "CREATE INDEX copied_nik ON copied (nik)",
        ):
            connection.execute(statement)
        started = time.process_time()
        connection.execute("INSERT INTO copied SELECT * FROM participation")
        return time.process_time() - started


def _pause(file: Path, folder: Path) -> float:
    """Longest gap between two beats of a 10 ms timer while the file is imported from a window, in ms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.operations.import_sheet import ImportRequest, import_sheet
    from desktop_app.operations.settings import Theme
    from desktop_app.operations.worker import in_worker
    from desktop_app.operations.workspace import open_workspace
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.look import Look

    application = cast(QApplication, QApplication.instance() or QApplication([]))
    workspace = open_workspace(folder)
    desk = Desk(workspace, Look(application, Theme.TERANG))
    beats: list[float] = []
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    request = ImportRequest(path=file, sender="Cabang Contoh", period=date(2026, 1, 31))
    desk.write(
        lambda workspace, tick: in_worker(import_sheet, folder, tick, request),
        lambda _: application.quit(), lambda error: application.quit(),
    )  # fmt: skip
    application.exec()
    desk.close()
    return 1000 * max(after - before for before, after in pairwise(beats))


def _fresh(file: Path, workspace: Path) -> dict[str, float]:
    shutil.rmtree(workspace, ignore_errors=True)
    return _run(_IMPORT, str(file), str(workspace))


def measure(rows: int, folder: Path, *, window: bool) -> Measured:
    file = folder / f"{rows}.xlsx"
    if not file.exists():
        write(file, rows)
    workspace = folder / "ruang"
    calamine = _run(_CALAMINE, str(file), times=_RUNS)
    imported = min((_fresh(file, workspace) for _ in range(_RUNS)), key=lambda run: run["seconds"])
    run = _run(_VALIDATE, str(file), str(workspace))
    validated = run["seconds"] - 2 * run["handed"]
    copied = _copy_cpu(workspace / "cakupan.db")
    shutil.rmtree(workspace, ignore_errors=True)
    pause = _pause(file, workspace) if window else None
    return Measured(rows, calamine, imported, validated, copied, pause)


def _say(found: Measured) -> None:
    seconds, alone = found.imported["seconds"], found.calamine["seconds"]
    print(f"{found.rows} rows: calamine {alone:.1f} s, {found.calamine['mb']:.0f} MB")
    print(f"  import {seconds:.1f} s (check {found.imported['check']:.1f} s) = {seconds / alone:.2f} x calamine")
    print(f"  peak of the worker {found.imported['mb']:.0f} MB = {found.imported['mb'] / found.calamine['mb']:.2f} x")
    load = found.imported["load"]
    print(
        f"  validate {found.validate_cpu:.1f} s + load {load:.1f} s CPU"
        f" = {(found.validate_cpu + load) / found.copy_cpu:.1f} x SQLite copying ({found.copy_cpu:.1f} s)"
    )
    if found.pause is not None:
        print(f"  longest pause of a 10 ms timer in the window: {found.pause:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--folder", type=Path, help="where big files are kept between runs")
    parser.add_argument("--window", action="store_true", help="also measure the pauses of a window")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for rows in arguments.rows:
            _say(measure(rows, folder, window=arguments.window))


if __name__ == "__main__":
    main()
