"""The schema and the file: one schema for both databases, and what the computer refuses told in words."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_mock_engine, select, text
from sqlalchemy.dialects import postgresql

from desktop_app.domain.errors import DamagedDatabase, NewerDatabase, WorkspaceBusy, WorkspaceError
from desktop_app.store import database
from desktop_app.store.database import Sessions, open_database
from desktop_app.store.models import Base, ParticipationRow, RegionRow
from tests.store.conftest import REGIONS


def test_the_migrations_make_what_the_models_say(sessions: Sessions) -> None:
    with sessions() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_postgresql_takes_the_schema_and_the_queries() -> None:
    said: list[str] = []
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda sql, *_, **__: said.append(str(sql.compile(dialect=dialect)))
    )
    Base.metadata.create_all(engine)
    assert sum("CREATE TABLE" in statement for statement in said) == len(Base.metadata.tables)
    query = select(ParticipationRow).where(ParticipationRow.region.startswith("51.05."), ParticipationRow.active)
    assert "participation.active" in str(query.compile(dialect=dialect))


def test_sqlite_waits_checks_keys_and_writes_ahead(sessions: Sessions) -> None:
    with sessions() as session:
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": database.BUSY_MILLISECONDS}


def test_opening_again_changes_nothing(sessions: Sessions, tmp_path: Path) -> None:
    sessions.close()
    path = tmp_path / "cakupan.db"
    before = path.stat().st_mtime_ns
    again = open_database(path)
    with again() as session:
        assert len(session.scalars(select(RegionRow)).all()) == len(REGIONS)
    again.close()
    assert path.stat().st_mtime_ns == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cakupan.db"
    path.write_bytes(b"bukan basis data " * 100)
    with pytest.raises(DamagedDatabase, match="rusak") as refused:
        open_database(path)
    assert "cadangan" in refused.value.hint
    assert path.read_bytes().startswith(b"bukan basis data")


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cakupan.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE milik_orang (id INTEGER)")
    with pytest.raises(DamagedDatabase):
        open_database(path)


def test_a_database_of_a_newer_version_is_not_touched(sessions: Sessions, tmp_path: Path) -> None:
    with sessions.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    sessions.close()
    with pytest.raises(NewerDatabase, match="lebih baru") as refused:
        open_database(tmp_path / "cakupan.db")
    assert "versi terbaru" in refused.value.hint


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        open_database(tmp_path / "tidak ada" / "cakupan.db")


def test_a_writer_that_waits_too_long_is_told_so(
    sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    second = open_database(tmp_path / "cakupan.db")
    with sessions.begin() as first:
        first.execute(text("UPDATE region SET name = name"))
        with pytest.raises(WorkspaceBusy, match="sedang dipakai"), second.begin() as other:
            other.execute(text("UPDATE region SET name = name"))
    second.close()


def test_a_unit_of_work_that_fails_leaves_nothing(sessions: Sessions) -> None:
    def fail() -> None:
        with sessions.begin() as session:
            session.execute(text("UPDATE region SET name = 'hilang'"))
            raise RuntimeError("di tengah jalan")

    with pytest.raises(RuntimeError):
        fail()
    with sessions() as session:
        assert session.scalar(select(RegionRow.name).where(RegionRow.code == "51")) == "Bali"
