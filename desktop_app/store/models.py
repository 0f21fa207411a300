"""The schema. Nothing of it leaves this room: queries answer with values of `domain`."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

BIG_KEY = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only for INTEGER keys; PostgreSQL needs BIGINT for as many."""

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {dict[str, Any]: JSON, list[str]: JSON, list[int]: JSON}  # noqa: RUF012


_COMPACT = {"sqlite_with_rowid": False}
"""Tables whose rows are found by their key alone: SQLite then keeps them once, not beside an index."""


class RegionRow(Base):
    __tablename__ = "region"
    code: Mapped[str] = mapped_column(String(13), primary_key=True)
    parent: Mapped[str | None] = mapped_column(String(10), index=True)
    level: Mapped[str] = mapped_column(String(10))
    name: Mapped[str]


class RegionAliasRow(Base):
    __tablename__ = "region_alias"
    alias: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("region.code"))


class SheetImportRow(Base):
    """A table of a workbook. `place` is its upper left cell; `parts`, `areas` and `replaces` as in `domain.scopes`."""

    __tablename__ = "sheet_import"
    id: Mapped[int] = mapped_column(primary_key=True)
    file: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    sheet: Mapped[str]
    place: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    period: Mapped[date | None]
    sender: Mapped[str]
    complete: Mapped[bool]
    parts: Mapped[list[str]]
    areas: Mapped[list[str]]
    replaces: Mapped[list[int]]
    sample: Mapped[bool]
    columns: Mapped[dict[str, Any]]
    counts: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]
    imported_by: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    replaced_by: Mapped[int | None] = mapped_column(ForeignKey("sheet_import.id"))


class ImportProblemRow(Base):
    __tablename__ = "import_problem"
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    row: Mapped[int]
    column: Mapped[str]
    value: Mapped[str]
    code: Mapped[str] = mapped_column(String(30))
    message: Mapped[str]
    step: Mapped[str]
    state: Mapped[str] = mapped_column(String(10))
    __table_args__ = _COMPACT


class PersonRow(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    nik: Mapped[int] = mapped_column(BigInteger, unique=True)
    kpj: Mapped[str]
    name: Mapped[str]
    birth_date: Mapped[date | None]
    sex: Mapped[str] = mapped_column(String(1))


class PersonVersionRow(Base):
    """What rows of sheets say of a person: each different set of data once, numbered from 1 for each person.

    `person` keeps what follows from those that stand, in the order they came; a blank takes nothing away.
    """

    __tablename__ = "person_version"
    person_id: Mapped[int] = mapped_column(BIG_KEY, ForeignKey("person.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kpj: Mapped[str]
    name: Mapped[str]
    birth_date: Mapped[date | None]
    sex: Mapped[str] = mapped_column(String(1))
    __table_args__ = _COMPACT


class CompanyRow(Base):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(primary_key=True)
    npp: Mapped[str]
    name: Mapped[str]
    __table_args__ = (UniqueConstraint("npp", "name"),)


class ParticipationRow(Base):
    """A person's row in a participants sheet. `benefits` is a bit set in the order of `domain.segments.Benefit`."""

    __tablename__ = "participation"
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(BIG_KEY)
    version: Mapped[int]
    company_id: Mapped[int | None] = mapped_column(ForeignKey("company.id"))
    region: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    segment: Mapped[str] = mapped_column(String(5))
    benefits: Mapped[int] = mapped_column(SmallInteger)
    active: Mapped[bool]
    __table_args__ = (
        ForeignKeyConstraint(["person_id", "version"], ["person_version.person_id", "person_version.number"]),
        Index("ix_participation_person", "person_id", "version"),
        _COMPACT,
    )


class ListedCountRow(Base):
    """Distinct people of participants sheets, counted at commit; `segment` is empty for all of them together."""

    __tablename__ = "listed_count"
    period: Mapped[date] = mapped_column(primary_key=True)
    sample: Mapped[bool] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(String(13), primary_key=True)
    segment: Mapped[str] = mapped_column(String(5), primary_key=True)
    people: Mapped[int]
    __table_args__ = _COMPACT


class RecapFigureRow(Base):
    __tablename__ = "recap_figure"
    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), index=True)
    row: Mapped[int]
    cell: Mapped[str]
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    measure: Mapped[str] = mapped_column(String(10))
    people: Mapped[int | None]
    workers: Mapped[int | None]
    share: Mapped[float | None]
    base_name: Mapped[str]
    note: Mapped[str]
    __table_args__ = (Index("ix_recap_figure_key", "region", "measure"),)


class WorkerBaseRow(Base):
    __tablename__ = "worker_base"
    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), index=True)
    name: Mapped[str]
    document: Mapped[str]
    as_of: Mapped[date]


class BaseValueRow(Base):
    __tablename__ = "base_value"
    base_id: Mapped[int] = mapped_column(ForeignKey("worker_base.id"), primary_key=True)
    region: Mapped[str] = mapped_column(ForeignKey("region.code"), primary_key=True)
    sector: Mapped[str] = mapped_column(String(10), primary_key=True)
    row: Mapped[int]
    workers: Mapped[int]
    note: Mapped[str]
    __table_args__ = _COMPACT


class TargetRow(Base):
    __tablename__ = "target"
    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), index=True)
    row: Mapped[int]
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    sector: Mapped[str] = mapped_column(String(10))
    year: Mapped[int]
    share: Mapped[float]
    document: Mapped[str]
    note: Mapped[str]


class LetterRow(Base):
    """A letter that was written, with the figures it was made from as they were then."""

    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject: Mapped[str]
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    path: Mapped[str]
    figures: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]
    made_by: Mapped[str]


class OfficeRow(Base):
    __tablename__ = "office"
    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    data: Mapped[dict[str, Any]]


class AuditEventRow(Base):
    __tablename__ = "audit_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    what: Mapped[str]
    detail: Mapped[str]
