"""Backups of a workspace: which are kept, and what happens when one cannot be made or used."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BadBackup, NewerDatabase, WorkspaceError
from desktop_app.domain.records import Backup
from desktop_app.operations.backups import back_up_now, backups_of, kept, restore_backup
from desktop_app.operations.import_sheet import list_imports
from desktop_app.operations.workspace import Workspace, open_workspace

START = datetime(2026, 1, 31, 23, 0)
HOURS = st.lists(st.integers(0, 24 * 800), unique=True, max_size=60)


def made(hours: list[int]) -> list[Backup]:
    """Backups so many hours before `START`, newest first."""
    return [Backup(Path(f"{hour}.db"), START - timedelta(hours=hour), 1) for hour in sorted(hours)]


@given(HOURS)
def test_the_newest_stay_and_of_each_day_and_month_the_last(hours: list[int]) -> None:
    backups = made(hours)
    stay = kept(backups)
    assert {each.path for each in backups[:10]} <= stay
    days = sorted({each.made_at.date() for each in backups}, reverse=True)[:14]
    for day in days:
        assert next(each for each in backups if each.made_at.date() == day).path in stay
    assert len(stay) <= 10 + 14 + 12
    # Thinning what is thinned out already takes nothing more away.
    assert kept([each for each in backups if each.path in stay]) == stay


def test_what_is_not_kept_is_removed(workspace: Workspace) -> None:
    back_up_now(workspace)
    for minute in range(15):
        (workspace.backups / f"cakupan 2026-01-31 08.{minute:02d}.00.db").write_bytes(b"")
    back_up_now(workspace)
    names = [each.path.name for each in backups_of(workspace)]
    # The last ten: two of now, eight of that day.
    assert names[2:] == [f"cakupan 2026-01-31 08.{minute:02d}.00.db" for minute in range(14, 6, -1)]


def test_a_folder_that_takes_no_backup(workspace: Workspace) -> None:
    workspace.backups.write_text("bukan folder")
    with pytest.raises(WorkspaceError, match="cadangan"):
        back_up_now(workspace)


def test_a_damaged_backup_is_refused_before_anything_happens(filled: Workspace) -> None:
    backup = back_up_now(filled)
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    before, count = list_imports(filled), len(backups_of(filled))
    with pytest.raises(BadBackup):
        restore_backup(filled, backup.path)
    assert list_imports(filled) == before
    assert len(backups_of(filled)) == count


def test_a_backup_of_a_newer_version_is_refused(filled: Workspace) -> None:
    backup = back_up_now(filled)
    with closing(sqlite3.connect(backup.path)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    before = list_imports(filled)
    with pytest.raises(NewerDatabase, match="lebih baru"):
        restore_backup(filled, backup.path)
    assert list_imports(filled) == before


def test_a_damaged_database_makes_way_and_is_kept(filled: Workspace) -> None:
    before, backup = list_imports(filled), back_up_now(filled)
    filled.close()
    filled.database.write_bytes(b"rusak" * 5000)
    restored = restore_backup(filled, backup.path)
    assert list_imports(restored) == before
    assert [path.read_bytes()[:5] for path in restored.folder.glob("cakupan rusak *.db")] == [b"rusak"]
    restored.close()


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(WorkspaceError, match="tidak dapat ditulis") as refused:
        open_workspace(tmp_path / "terkunci")
    assert "folder lain" in refused.value.hint
    assert not (tmp_path / "terkunci" / "cakupan.db").exists()
