"""Which target a region is measured against."""

from collections.abc import Sequence

from desktop_app.domain.facts import Target
from desktop_app.domain.segments import Sector


def chosen_target(
    targets: Sequence[Target], code: str, sector: Sector, year: int, document: str | None = None
) -> Target | None:
    """The target of `code` for `year`; None where neither the region nor its province has one.

    A target of `year` comes first, then the nearest later year; the region's own before its province's. Only when
    neither has any such, the latest earlier one counts. Rivals of one region and year: `document`, else the first
    imported.

    Source: docs/rumus.md, “Target”.
    """

    def rank(target: Target) -> tuple[bool, bool, int, bool]:
        return target.year < year, target.region != code, abs(target.year - year), target.document != document

    return min((t for t in targets if t.sector is sector and t.region in (code, code[:2])), key=rank, default=None)


def official_targets(targets: Sequence[Target], code: str, sector: Sector) -> tuple[Target, ...]:
    """All targets of a region, else all of its province; by year, then in the order of their import."""
    mine = [target for target in targets if target.sector is sector and target.region == code]
    found = mine or [target for target in targets if target.sector is sector and target.region == code[:2]]
    return tuple(sorted(found, key=lambda target: target.year))
