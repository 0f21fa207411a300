"""People by NIK: each row of a table of people holds all that it says.

Also months of single recap figures, what sheets of a sender taught, cells and numbers of problems, and the mark of returned workbooks.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KEEP = (
    "CREATE TEMPORARY TABLE moved_row AS SELECT p.import_id, p.row, q.nik, v.name, v.kpj, v.birth_date, v.sex,"
    " p.company_id, p.region, p.segment, p.benefits, p.active FROM participation p"
    " JOIN person q ON q.id = p.person_id"
    " JOIN person_version v ON v.person_id = p.person_id AND v.number = p.version"
)
_COLUMNS = "import_id, row, nik, name, kpj, birth_date, sex, company_id, region, segment, benefits, active"
_BRING_BACK = f"INSERT INTO participation ({_COLUMNS}) SELECT {_COLUMNS} FROM moved_row ORDER BY import_id, row"


def upgrade() -> None:
    op.execute(_KEEP)
    for table in ("participation", "person_version", "person"):
        op.drop_table(table)
    _create_participation()
    op.execute(_BRING_BACK)
    op.execute("DROP TABLE moved_row")
    op.add_column("sheet_import", sa.Column("returned", sa.String(length=32), nullable=False, server_default=""))
    op.create_index(op.f("ix_sheet_import_returned"), "sheet_import", ["returned"])
    op.add_column("import_problem", sa.Column("cell", sa.String(length=12), nullable=False, server_default=""))
    op.add_column("import_problem", sa.Column("found", sa.Double(), nullable=True))
    op.add_column("import_problem", sa.Column("expected", sa.Double(), nullable=True))
    op.add_column("recap_figure", sa.Column("period", sa.Date(), nullable=True))
    op.create_table(
        "sender_memory",
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "what", "key", name=op.f("pk_sender_memory")),
    )


def _create_participation() -> None:
    op.create_table(
        "participation",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("nik", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kpj", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(length=1), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=True),
        sa.Column("region", sa.String(length=13), nullable=True),
        sa.Column("segment", sa.String(length=5), nullable=False),
        sa.Column("benefits", sa.SmallInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["sheet_import.id"], name=op.f("fk_participation_import_id_sheet_import")
        ),
        sa.PrimaryKeyConstraint("import_id", "row", name=op.f("pk_participation")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_participation_nik"), "participation", ["nik"])
