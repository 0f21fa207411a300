"""The files that were made are found, newest first, and nothing else."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.domain.errors import FileInUse
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.draw_charts import Chart, draw_bars
from desktop_app.operations.reports import reports_of
from desktop_app.operations.workspace import Workspace


def made(folder: Path, name: str, at: datetime, size: int) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(bytes(size))
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def test_reports_and_pictures_newest_first(workspace: Workspace) -> None:
    assert reports_of(workspace) == []
    older = made(workspace.reports, "Ringkasan.xlsx", datetime(2026, 1, 1, 8), 12_000)
    newer = made(workspace.pictures, "Peta.svg", datetime(2026, 1, 2, 8), 700)
    for beside in ("~$Ringkasan.xlsx", ".kunci.png", "catatan.txt"):
        made(workspace.reports, beside, datetime(2026, 1, 3), 1)
    found = reports_of(workspace)
    assert [file.path for file in found] == [newer, older]
    assert [(file.made_at, file.size) for file in found] == [
        (datetime(2026, 1, 2, 8), 700),
        (datetime(2026, 1, 1, 8), 12_000),
    ]


def test_a_picture_that_cannot_be_written_is_said_to_be_in_use(filled: Workspace, tmp_path: Path) -> None:
    def refuse(values: Chart, path: Path) -> None:
        raise PermissionError(path)

    with pytest.raises(FileInUse, match=r"Grafik\.png"):
        draw_bars(coverage(filled, CoverageQuery()), refuse, tmp_path / "Grafik.png")
