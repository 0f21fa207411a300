"""The schema and the file: one schema for both databases, and what the computer refuses told in words."""

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import ClauseElement, delete, event, select, text
from sqlalchemy.dialects import postgresql

from desktop_app.domain.breakdowns import Dimension, PeopleFilter
from desktop_app.domain.errors import DamagedDatabase, NewerDatabase, WorkspaceBusy, WorkspaceError
from desktop_app.domain.segments import Sector, Segment
from desktop_app.domain.sheets import Participant
from desktop_app.store import audit, database, figures, imports, letters, listed, offices, regions
from desktop_app.store.database import Sessions, open_database
from desktop_app.store.models import Base, ListedCountRow, ListedFlowRow, RegionRow
from tests.store.builders import (
    FEBRUARY,
    JANUARY,
    NIK_1,
    REGIONS,
    SAKTI,
    arrival,
    base,
    people,
    recap,
    store_table,
    target,
)

VILLAGES = [f"51.05.01.{2001 + number}" for number in range(200)]


def part_of(dimension: Dimension) -> PeopleFilter:
    return PeopleFilter(dimension=dimension, part="PU")


NOW = datetime(2026, 2, 3, 8, 0)


def test_the_migrations_make_what_the_models_say(sessions: Sessions) -> None:
    with sessions() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_postgresql_takes_the_migrations() -> None:
    said = StringIO()
    context = MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True, "output_buffer": said})
    scripts = ScriptDirectory(str(database.MIGRATIONS))
    with Operations.context(context):
        for script in reversed(list(scripts.walk_revisions())):
            script.module.upgrade()
    made = re.findall(r"CREATE (?:TEMPORARY )?TABLE", said.getvalue())
    assert len(made) - said.getvalue().count("DROP TABLE") == len(Base.metadata.tables)
    for lite in ("AUTOINCREMENT", "WITHOUT ROWID", "PRAGMA"):
        assert lite not in said.getvalue()


def test_postgresql_takes_every_statement(sessions: Sessions) -> None:
    """Imports, their undo and all queries, seen as they go to SQLite and said again for PostgreSQL."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    said: set[str] = set()

    def hear(_connection: object, statement: ClauseElement | str, *_: object) -> None:
        if isinstance(statement, ClauseElement):
            said.add(str(statement.compile(dialect=dialect)))

    event.listen(sessions.engine, "before_execute", hear)
    with sessions.rehearse() as session:
        for table in (
            people(Participant(5, NIK_1, "Contoh", region=SAKTI, company="PT Contoh"), parked=1), recap({"51.05": 1}),
            base("UCJ", {"51": 1}), target(0.7),
        ):  # fmt: skip
            stored = store_table(session, table, arrival(table, "a.xlsx"))
            imports.require(session, [stored.import_id])
            imports.problems_of(session, stored.import_id)
        figures.recap_facts(session, "51"), figures.worker_bases(session), figures.targets(session)
        store_table(
            session,
            later := people(Participant(5, NIK_1, "Contoh", region=SAKTI), period=FEBRUARY),
            arrival(later, "b.xlsx"),
        )
        listed.listed_people(session, ["51"], [JANUARY]), listed.listed_people(session, VILLAGES)
        listed.listed_months(session, "51"), listed.missing_months(session)
        listed.breakdowns(session, "51", JANUARY, False)
        listed.flows(session, "51", Sector.FORMAL, JANUARY, FEBRUARY)
        for only in (PeopleFilter(), PeopleFilter(frozenset({Segment.PU})), *map(part_of, Dimension)):
            listed.people(session, "51", JANUARY, False, 0, 9, only)
            listed.count_people(session, "0", JANUARY, False, only)
        imports.list_imports(session), imports.waiting(session)
        regions.search_regions(session, "desa sakti", 9), regions.children(session, None), regions.aliases(session)
        regions.count_by_level(session), regions.count_aliases(session), regions.all_regions(session, "51")
        audit.record(session, "impor", "a.xlsx", "petugas", NOW)
        audit.events(session, 5), letters.list_letters(session, 5), offices.office(session)
        imports.undo_import(session, 1)
    assert len(said) > 40
    for statement in said:
        for lite in ("IFNULL", "GLOB", "julianday", "INSERT OR", "rowid"):
            assert lite not in statement


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


def test_counts_that_are_missing_are_made_anew_when_it_is_opened(sessions: Sessions, tmp_path: Path) -> None:
    """As after a migration that emptied them."""
    with sessions.begin() as session:
        for month, file in ((JANUARY, "a.xlsx"), (FEBRUARY, "b.xlsx")):
            table = people(Participant(5, NIK_1, "Contoh", region=SAKTI, fund="CSR"), period=month)
            store_table(session, table, arrival(table, file))
        before = [session.execute(select(kept.__table__)).all() for kept in (ListedCountRow, ListedFlowRow)]
        for kept in (ListedCountRow, ListedFlowRow):
            session.execute(delete(kept))
    sessions.close()
    again = open_database(tmp_path / "cakupan.db")
    with again() as session:
        assert [session.execute(select(kept.__table__)).all() for kept in (ListedCountRow, ListedFlowRow)] == before
        assert listed.missing_months(session) == []
    again.close()
    assert all(before)


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
