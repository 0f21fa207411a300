"""What all sections of a summary are read by: region, span, the imports there are, and whether invented data count."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.compliance.values import Span
from desktop_app.domain.compliance_rows import SentImport
from desktop_app.domain.periods import months_later
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.offices import office_of
from desktop_app.operations.workspace import Workspace
from desktop_app.store import regions
from desktop_app.store.compliance import lists
from desktop_app.store.figures import Session

OLDEST = 12
"""A list may be so many months older than the span's end; an older one is said to be missing."""

_VILLAGE = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What all sections are read by. `samples`: invented data count too; `places`: regions within, by code."""

    session: Session
    region: Region
    span: Span
    samples: bool
    imports: list[SentImport]
    places: dict[str, Region]
    request: ComplianceRequest

    @property
    def oldest(self) -> date:
        return months_later(self.span.last, -OLDEST)

    def counting(self, kind: SheetKind) -> list[SentImport]:
        return lists.counting(self.imports, kind, self.region.code, self.samples)

    def newest(self, kind: SheetKind, last: date | None = None) -> date | None:
        return lists.newest_month(self.counting(kind), self.oldest, last or self.span.last)

    def of_month(self, kind: SheetKind, period: date) -> list[SentImport]:
        return [one for one in self.counting(kind) if one.record.period == period]

    @property
    def villages(self) -> list[tuple[Region | None, Region]]:
        """Kecamatan and village of those that stand at the end of the span, by code."""
        return [
            (self.places.get(one.parent or ""), one)
            for code, one in sorted(self.places.items())
            if depth(code) == _VILLAGE and one.stands(self.span.last)
        ]

    @property
    def village_names(self) -> frozenset[str]:
        return frozenset(village.name.casefold() for _, village in self.villages)


def asked_of(workspace: Workspace, session: Session, region: Region, span: Span, request: ComplianceRequest) -> Asked:
    office = office_of(workspace)
    places = {one.code: one for one in regions.all_regions(session, within=region.code)}
    samples = office is not None and office.sample
    return Asked(session, region, span, samples, lists.sent_imports(session), places, request)
