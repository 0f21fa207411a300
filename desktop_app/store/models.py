"""The schema. Nothing of it leaves this room: queries answer with values of `domain`."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

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
    opened: Mapped[date | None]
    closed: Mapped[date | None]
    heirs: Mapped[list[str]]
    document: Mapped[str]


class RegionAliasRow(Base):
    __tablename__ = "region_alias"
    alias: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("region.code"))


class SheetImportRow(Base):
    """A table of a workbook. `place` is its upper left cell; `parts`, `areas` and `replaces` as in `domain.scopes`.

    `returned` is the mark in the workbook that goes back to the sender, by which its return is recognised.
    """

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
    returned: Mapped[str] = mapped_column(String(32), index=True)
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
    cell: Mapped[str] = mapped_column(String(12))
    found: Mapped[float | None] = mapped_column(Double)
    expected: Mapped[float | None] = mapped_column(Double)
    __table_args__ = _COMPACT


class SenderMemoryRow(Base):
    """What sheets of a sender taught. `what`: columns (key: fingerprint of a header), places or values (key: question)."""

    __tablename__ = "sender_memory"
    sender: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(10), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]


class CompanyRow(Base):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(primary_key=True)
    npp: Mapped[str]
    name: Mapped[str]
    __table_args__ = (UniqueConstraint("npp", "name"),)


class CompanyFactRow(Base):
    """A row of a company sheet. Workers are people, `arrears` rupiah; `benefits` is a bit set as in participations.

    `category` is the one given, `by_rules` the one that the row's figures give; both may be empty.
    """

    __tablename__ = "company_fact"
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    division: Mapped[str]
    nib: Mapped[str] = mapped_column(String(13))
    npwp: Mapped[str] = mapped_column(String(16))
    address: Mapped[str]
    region: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    scale: Mapped[str]
    actual: Mapped[int | None] = mapped_column(BigInteger)
    registered: Mapped[int | None] = mapped_column(BigInteger)
    benefits: Mapped[int | None] = mapped_column(SmallInteger)
    arrears_months: Mapped[int | None] = mapped_column(BigInteger)
    arrears: Mapped[int | None] = mapped_column(BigInteger)
    category: Mapped[str]
    by_rules: Mapped[str]
    note: Mapped[str]
    __table_args__ = _COMPACT


class ParticipationRow(Base):
    """A person's row in a table of people, with all that it says. `benefits` as in `domain.people.BIT`.

    Companies and regions are not checked against their tables row by row: both are taken from there while reading.
    """

    __tablename__ = "participation"
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)
    nik: Mapped[int] = mapped_column(BigInteger, index=True)
    name: Mapped[str]
    kpj: Mapped[str]
    birth_date: Mapped[date | None]
    sex: Mapped[str] = mapped_column(String(1))
    company_id: Mapped[int | None] = mapped_column(Integer)
    region: Mapped[str | None] = mapped_column(String(13))
    segment: Mapped[str] = mapped_column(String(5))
    benefits: Mapped[int] = mapped_column(SmallInteger)
    active: Mapped[bool]
    fund: Mapped[str]
    __table_args__ = _COMPACT


class ListedCountRow(Base):
    """People of participants sheets by the parts of a dimension (`domain.breakdowns`), counted at commit.

    The parts of one region, month and dimension add up to its distinct people; those of “kepesertaan” to memberships.
    """

    __tablename__ = "listed_count"
    period: Mapped[date] = mapped_column(primary_key=True)
    sample: Mapped[bool] = mapped_column(primary_key=True)
    dimension: Mapped[str] = mapped_column(String(12), primary_key=True)
    region: Mapped[str] = mapped_column(String(13), primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    people: Mapped[int]
    __table_args__ = _COMPACT


class ListedFlowRow(Base):
    """Who came and went since the newest month before that has lists (`domain.flows`), counted at commit."""

    __tablename__ = "listed_flow"
    period: Mapped[date] = mapped_column(primary_key=True)
    sample: Mapped[bool] = mapped_column(primary_key=True)
    sector: Mapped[str] = mapped_column(String(10), primary_key=True)
    region: Mapped[str] = mapped_column(String(13), primary_key=True)
    earlier: Mapped[date]
    before: Mapped[int]
    joined: Mapped[int]
    moved_in: Mapped[int]
    lapsed: Mapped[int]
    moved_out: Mapped[int]
    after: Mapped[int]
    __table_args__ = _COMPACT


class MonthLockRow(Base):
    __tablename__ = "month_lock"
    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    period: Mapped[date]
    document: Mapped[str]
    locked_at: Mapped[datetime]
    locked_by: Mapped[str]
    opened_at: Mapped[datetime | None]
    opened_by: Mapped[str]
    reason: Mapped[str]


class LockedFigureRow(Base):
    """A figure as it was reported when its month was locked."""

    __tablename__ = "locked_figure"
    lock_id: Mapped[int] = mapped_column(ForeignKey("month_lock.id"), primary_key=True)
    region: Mapped[str] = mapped_column(String(13), primary_key=True)
    base: Mapped[str] = mapped_column(primary_key=True)
    sector: Mapped[str] = mapped_column(String(10), primary_key=True)
    active: Mapped[int | None]
    workers: Mapped[int | None]
    reported: Mapped[float | None] = mapped_column(Double)
    source: Mapped[str]
    __table_args__ = _COMPACT


class RecapFigureRow(Base):
    """`period` is the row's own month, where a recap has one for each row."""

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
    period: Mapped[date | None]
    __table_args__ = (
        Index("ix_recap_figure_key", "region", "measure"),
        Index("ix_recap_figure_months", "import_id", "period", "region"),
    )


class WorkerBaseRow(Base):
    __tablename__ = "worker_base"
    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), index=True)
    name: Mapped[str]
    document: Mapped[str]
    as_of: Mapped[date]


class BaseValueRow(Base):
    """`workers` None: the value was taken out by hand, and earlier imports of this base no longer give it."""

    __tablename__ = "base_value"
    base_id: Mapped[int] = mapped_column(ForeignKey("worker_base.id"), primary_key=True)
    region: Mapped[str] = mapped_column(ForeignKey("region.code"), primary_key=True)
    sector: Mapped[str] = mapped_column(String(10), primary_key=True)
    row: Mapped[int]
    workers: Mapped[int | None]
    note: Mapped[str]
    __table_args__ = _COMPACT


class TargetRow(Base):
    """`share` None: the target was taken out by hand. `people`, `base_name`, `version`, `split_of` as in `Target`."""

    __tablename__ = "target"
    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("sheet_import.id"), index=True)
    row: Mapped[int]
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    sector: Mapped[str] = mapped_column(String(10))
    year: Mapped[int]
    share: Mapped[float | None]
    document: Mapped[str]
    note: Mapped[str]
    people: Mapped[int | None]
    base_name: Mapped[str]
    version: Mapped[int]
    split_of: Mapped[str]


class RateRow(Base):
    """`domain.reference.Rate`; a rate that was taken out by hand is gone, and its change says what it was."""

    __tablename__ = "rate"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    bracket: Mapped[str]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    share: Mapped[float | None] = mapped_column(Double)
    since: Mapped[date]
    until: Mapped[date | None]
    document: Mapped[str]
    note: Mapped[str]


class ReferenceChangeRow(Base):
    __tablename__ = "reference_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(10))
    title: Mapped[str]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    document: Mapped[str]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("sheet_import.id"))
    at: Mapped[datetime]
    by: Mapped[str]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str]


class LetterRow(Base):
    """A letter that was written (`domain.records.LetterRecord`).

    `request` and `content` are what it was made from and its finished text, `template` the SHA-256 of the template as it
    was laid out: with these three the file can be made again.
    """

    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    topic: Mapped[str]
    subject: Mapped[str]
    region: Mapped[str] = mapped_column(ForeignKey("region.code"))
    addressee: Mapped[str]
    addressee_key: Mapped[str]
    path: Mapped[str]
    figures: Mapped[dict[str, Any]]
    request: Mapped[dict[str, Any]]
    content: Mapped[dict[str, Any]]
    template: Mapped[str] = mapped_column(String(64))
    file_hash: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16), index=True)
    book: Mapped[str]
    number: Mapped[int | None]
    number_text: Mapped[str]
    letter_date: Mapped[date | None]
    reason: Mapped[str]
    batch: Mapped[str] = mapped_column(index=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str]


class LetterEventRow(Base):
    __tablename__ = "letter_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    note: Mapped[str]


class LetterTemplateRow(Base):
    """A template as it was when letters were made with it."""

    __tablename__ = "letter_template"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str]
    data: Mapped[bytes]


class NumberBookRow(Base):
    """`domain.letterbook.NumberBook`."""

    __tablename__ = "number_book"
    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    pattern: Mapped[str]
    code: Mapped[str]
    kinds: Mapped[list[str]]
    first: Mapped[int]
    keeper: Mapped[str]


class BookNumberRow(Base):
    """A number that was given (`domain.letterbook.NumberEntry`); its key forbids giving it twice."""

    __tablename__ = "book_number"
    book: Mapped[str] = mapped_column(ForeignKey("number_book.key"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    use: Mapped[str] = mapped_column(String(16))
    text: Mapped[str]
    day: Mapped[date | None]
    subject: Mapped[str]
    addressee: Mapped[str]
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    void: Mapped[bool]
    reason: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    __table_args__ = _COMPACT


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
