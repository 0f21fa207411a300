"""Counts by parts, who came and went, locked months, rates, changes by hand, regions with dates, versions of targets.

Counts are made anew from the rows when the workspace is opened (`store.listed.count_missing`).
"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_VALUES = "base_id, region, sector, row, workers, note"
_TARGETS = "id, import_id, row, region, sector, year, share, document, note"


def upgrade() -> None:
    op.add_column("participation", sa.Column("fund", sa.String(), nullable=False, server_default=""))
    op.add_column("region", sa.Column("opened", sa.Date(), nullable=True))
    op.add_column("region", sa.Column("closed", sa.Date(), nullable=True))
    op.add_column("region", sa.Column("heirs", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("region", sa.Column("document", sa.String(), nullable=False, server_default=""))
    _made_again("base_value", _VALUES, _base_value)
    _made_again("target", _TARGETS, _target)
    op.drop_table("listed_count")
    _create_counts()
    _create_locks()
    _create_reference()
    # Which months a recap speaks of, and of which regions, is read from the index alone.
    op.create_index("ix_recap_figure_months", "recap_figure", ["import_id", "period", "region"])


def _made_again(table: str, columns: str, create: Callable[[], None]) -> None:
    """SQLite changes no column in place: the rows wait beside while their table is made anew."""
    op.execute(f"CREATE TEMPORARY TABLE moved_row AS SELECT {columns} FROM {table}")
    op.drop_table(table)
    create()
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM moved_row")
    op.execute("DROP TABLE moved_row")


def _base_value() -> None:
    op.create_table(
        "base_value",
        sa.Column("base_id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=False),
        sa.Column("sector", sa.String(length=10), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["base_id"], ["worker_base.id"], name=op.f("fk_base_value_base_id_worker_base")),
        sa.ForeignKeyConstraint(["region"], ["region.code"], name=op.f("fk_base_value_region_region")),
        sa.PrimaryKeyConstraint("base_id", "region", "sector", name=op.f("pk_base_value")),
        sqlite_with_rowid=False,
    )


def _target() -> None:
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=False),
        sa.Column("sector", sa.String(length=10), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("share", sa.Double(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("base_name", sa.String(), nullable=False, server_default=""),
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("split_of", sa.String(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["import_id"], ["sheet_import.id"], name=op.f("fk_target_import_id_sheet_import")),
        sa.ForeignKeyConstraint(["region"], ["region.code"], name=op.f("fk_target_region_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    op.create_index(op.f("ix_target_import_id"), "target", ["import_id"])


def _create_counts() -> None:
    op.create_table(
        "listed_count",
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("dimension", sa.String(length=12), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("period", "sample", "dimension", "region", "part", name=op.f("pk_listed_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "listed_flow",
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("sector", sa.String(length=10), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=False),
        sa.Column("earlier", sa.Date(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("before", "joined", "moved_in", "lapsed", "moved_out", "after")
        ),
        sa.PrimaryKeyConstraint("period", "sample", "sector", "region", name=op.f("pk_listed_flow")),
        sqlite_with_rowid=False,
    )


def _create_locks() -> None:
    op.create_table(
        "month_lock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("locked_at", sa.DateTime(), nullable=False),
        sa.Column("locked_by", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["region"], ["region.code"], name=op.f("fk_month_lock_region_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_month_lock")),
    )
    op.create_table(
        "locked_figure",
        sa.Column("lock_id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("sector", sa.String(length=10), nullable=False),
        sa.Column("active", sa.Integer(), nullable=True),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("reported", sa.Double(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lock_id"], ["month_lock.id"], name=op.f("fk_locked_figure_lock_id_month_lock")),
        sa.PrimaryKeyConstraint("lock_id", "region", "base", "sector", name=op.f("pk_locked_figure")),
        sqlite_with_rowid=False,
    )


def _create_reference() -> None:
    op.create_table(
        "rate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("bracket", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("share", sa.Double(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate")),
    )
    op.create_table(
        "reference_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["sheet_import.id"], name=op.f("fk_reference_change_import_id_sheet_import")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_change")),
    )
