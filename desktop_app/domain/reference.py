"""Reference data that an office keeps itself: rates, and the log of what was changed by hand."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class RateKind(StrEnum):
    """What a rate is for; the value is its key in the store."""

    JKK_BPU = "jkk_bpu"
    JKM_BPU = "jkm_bpu"
    JHT_BPU = "jht_bpu"
    JKK_PU = "jkk_pu"
    JKM_PU = "jkm_pu"
    JHT_PU = "jht_pu"
    JP_PU = "jp_pu"
    JKP_PU = "jkp_pu"
    JAKON = "jakon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A contribution rate from `since` until the day before `until` (None: still in force).

    `amount` is rupiah a month, or where it is None `share` of the wage, of the income bracket or of the contract
    (0.0024 = 0.24 %). `bracket`: what it holds for, in words (“penghasilan sampai Rp1.099.999”, “kelompok risiko I”).
    """

    kind: RateKind
    bracket: str
    amount: int | None
    share: float | None
    since: date
    until: date | None
    document: str
    note: str = ""
    id: int | None = None


class Subject(StrEnum):
    """What a change by hand is about."""

    BASE = "penyebut"
    TARGET = "target"
    ALIAS = "ejaan"
    REGION = "wilayah"
    RATE = "tarif"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceChange:
    """One change by hand: `before` and `after` as they were written (None: there was, or is, nothing).

    `title` says in words what it is about. `import_id`: bases and targets are kept as imports, and are taken back as such.
    """

    id: int
    subject: Subject
    title: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    document: str
    at: datetime
    by: str
    import_id: int | None = None
    undone_at: datetime | None = None
    undone_by: str = ""
    details: tuple[str, ...] = field(default=())
