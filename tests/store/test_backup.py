"""Backups: opened and checked before they count, and a damaged one never takes the place of good data."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from desktop_app.domain.errors import BadBackup
from desktop_app.store.backup import back_up, check, list_backups, restore
from desktop_app.store.database import Sessions
from desktop_app.store.models import RegionRow

MORNING = datetime(2026, 2, 1, 7, 58)


def bali(sessions: Sessions) -> str | None:
    with sessions() as session:
        return session.scalar(select(RegionRow.name).where(RegionRow.code == "51"))


def rename(sessions: Sessions, name: str) -> None:
    with sessions.begin() as session:
        session.execute(text("UPDATE region SET name = :name WHERE code = '51'"), {"name": name})


def test_a_restore_brings_back_what_was(sessions: Sessions, tmp_path: Path) -> None:
    made = back_up(tmp_path / "cakupan.db", tmp_path / "cadangan", MORNING)
    rename(sessions, "Pulau lain")
    restore(made.path, tmp_path / "cakupan.db")
    assert bali(sessions) == "Bali"


def test_a_backup_is_one_file_named_by_its_time(sessions: Sessions, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    first = back_up(tmp_path / "cakupan.db", folder, MORNING)
    second = back_up(tmp_path / "cakupan.db", folder, MORNING)
    (folder / "catatan.db").write_bytes(b"bukan cadangan")
    assert [found.path for found in list_backups(folder)] == [second.path, first.path]
    assert sorted(path.name for path in folder.iterdir()) == [
        "cakupan 2026-02-01 07.58.00 (2).db", "cakupan 2026-02-01 07.58.00.db", "catatan.db",
    ]  # fmt: skip
    assert first.size == first.path.stat().st_size > 0


@pytest.mark.parametrize(
    "damage", [lambda data: data[: len(data) // 2], lambda data: b"bukan cadangan", lambda data: b""]
)
def test_a_damaged_backup_is_refused_and_nothing_changes(sessions: Sessions, tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    made = back_up(tmp_path / "cakupan.db", tmp_path / "cadangan", MORNING)
    rename(sessions, "Keadaan sekarang")
    made.path.write_bytes(damage(made.path.read_bytes()))
    with pytest.raises(BadBackup, match="rusak") as refused:
        restore(made.path, tmp_path / "cakupan.db")
    assert "tidak berubah" in refused.value.hint
    assert bali(sessions) == "Keadaan sekarang"


def test_a_backup_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(BadBackup):
        check(tmp_path / "hilang.db")
