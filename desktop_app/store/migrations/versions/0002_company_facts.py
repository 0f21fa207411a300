"""What company sheets say of employers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "company_fact",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("nib", sa.String(length=13), nullable=False),
        sa.Column("npwp", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("region", sa.String(length=13), nullable=True),
        sa.Column("scale", sa.String(), nullable=False),
        sa.Column("actual", sa.BigInteger(), nullable=True),
        sa.Column("registered", sa.BigInteger(), nullable=True),
        sa.Column("benefits", sa.SmallInteger(), nullable=True),
        sa.Column("arrears_months", sa.BigInteger(), nullable=True),
        sa.Column("arrears", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("by_rules", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_company_fact_company_id_company")),
        sa.ForeignKeyConstraint(
            ["import_id"], ["sheet_import.id"], name=op.f("fk_company_fact_import_id_sheet_import")
        ),
        sa.ForeignKeyConstraint(["region"], ["region.code"], name=op.f("fk_company_fact_region_region")),
        sa.PrimaryKeyConstraint("import_id", "row", name=op.f("pk_company_fact")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("company_fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_company_fact_company_id"), ["company_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("company_fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_company_fact_company_id"))

    op.drop_table("company_fact")
