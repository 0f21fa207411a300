"""What a compliance summary is asked for with."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.compliance.arrears import USUAL_CLASSES, AgeClass
from desktop_app.analysis.compliance.spans import SpanKind
from desktop_app.analysis.compliance.vulnerable import AGES, QUOTA
from desktop_app.domain.segments import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplianceRequest:
    """The summary of `region` (code or name; the office's own when empty) over the month, quarter or year of `day`.

    `day` None: of the newest month with a figure. `base` None: the one that the figures name. `target_year`,
    `target_document` None: the target of that year, as coverage chooses it. `level`: depth of the coverage table's parts
    (3 kecamatan, 4 desa), those directly below when None. `quota` people per village; `ages` (youngest, oldest) of
    vulnerable workers; `classes` of arrears by age. `outside`: it leaves the office, so that no sentence tells of fewer than five
    people; tables are covered by whoever writes them.
    """

    region: str = ""
    span: SpanKind = SpanKind.BULAN
    day: date | None = None
    base: str | None = None
    sector: Sector = Sector.SEMUA
    target_year: int | None = None
    target_document: str | None = None
    level: int | None = None
    quota: int = QUOTA
    ages: tuple[int, int] = AGES
    classes: tuple[AgeClass, ...] = USUAL_CLASSES
    outside: bool = False
