"""Letters with state, number and the text they were made from; number books and templates as they were."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WORDS = ("topic", "addressee", "addressee_key", "book", "number_text", "reason", "batch")


def upgrade() -> None:
    for name in _WORDS:
        op.add_column("letter", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in ("template", "file_hash"):
        op.add_column("letter", sa.Column(name, sa.String(length=64), nullable=False, server_default=""))
    op.add_column("letter", sa.Column("state", sa.String(length=16), nullable=False, server_default="draf"))
    for name in ("request", "content"):
        op.add_column("letter", sa.Column(name, sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("letter", sa.Column("number", sa.Integer(), nullable=True))
    op.add_column("letter", sa.Column("letter_date", sa.Date(), nullable=True))
    op.execute("UPDATE letter SET kind = 'se-bupati', topic = 'rentan-desa'")
    op.create_index(op.f("ix_letter_state"), "letter", ["state"])
    op.create_index(op.f("ix_letter_batch"), "letter", ["batch"])
    _create_events()
    _create_numbers()


def _create_events() -> None:
    op.create_table(
        "letter_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_letter_event_letter_id_letter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_event")),
    )
    op.create_index(op.f("ix_letter_event_letter_id"), "letter_event", ["letter_id"])
    op.create_table(
        "letter_template",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_letter_template")),
    )


def _create_numbers() -> None:
    op.create_table(
        "number_book",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("keeper", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_number_book")),
    )
    op.create_table(
        "book_number",
        sa.Column("book", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("use", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("void", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["book"], ["number_book.key"], name=op.f("fk_book_number_book_number_book")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_book_number_letter_id_letter")),
        sa.PrimaryKeyConstraint("book", "year", "number", name=op.f("pk_book_number")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_book_number_letter_id"), "book_number", ["letter_id"])
