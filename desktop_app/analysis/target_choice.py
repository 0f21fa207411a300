"""Which target a region is measured against."""

from collections.abc import Sequence

from desktop_app.domain.facts import Target
from desktop_app.domain.segments import Sector


class TargetChoice:
    """The targets that count for regions in a year; asked once for each region of a table.

    A target of `year` comes first, then the nearest later year; of one year the region's own before its province's.
    Only when neither has any such, the latest earlier one counts. Rivals of one region and year: `document`, else the highest
    version, else the first imported.

    Source: docs/rumus.md, “Target”.
    """

    def __init__(self, targets: Sequence[Target], sector: Sector, year: int, document: str | None = None) -> None:
        self._year, self._document = year, document
        self._by_region: dict[str, list[Target]] = {}
        self._provinces: dict[str, Target | None] = {}
        for target in targets:
            if target.sector is sector:
                self._by_region.setdefault(target.region, []).append(target)

    def of(self, code: str) -> Target | None:
        """None where neither the region nor its province has one."""
        own = self._by_region.get(code, [])
        province = code[:2]
        if not own and code != province:
            return self._of_province(province)
        known = own if code == province else [*own, *self._by_region.get(province, [])]
        return min(known, key=lambda target: self._rank(target, code), default=None)

    def _of_province(self, province: str) -> Target | None:
        if province not in self._provinces:
            self._provinces[province] = self.of(province)
        return self._provinces[province]

    def _rank(self, target: Target, code: str) -> tuple[bool, int, bool, bool, int]:
        over = target.year < self._year
        other = target.document != self._document
        return over, abs(target.year - self._year), target.region != code, other, -target.version


def chosen_target(
    targets: Sequence[Target], code: str, sector: Sector, year: int, document: str | None = None
) -> Target | None:
    """The target of one region, see `TargetChoice`."""
    return TargetChoice(targets, sector, year, document).of(code)


def official_targets(targets: Sequence[Target], code: str, sector: Sector) -> tuple[Target, ...]:
    """The targets of each year: the region's own, for a year without any its province's; rivals in their import's order.

    As `TargetChoice` measures a month of that year.
    """
    known = [target for target in targets if target.sector is sector and target.region in (code, code[:2])]
    own = {target.year for target in known if target.region == code}
    found = [target for target in known if target.region == code or target.year not in own]
    return tuple(sorted(found, key=lambda target: target.year))
