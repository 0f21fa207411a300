"""The page Data Acuan: bases, targets, and the regions of all Indonesia."""

from dataclasses import dataclass

from desktop_app.domain.facts import Target, WorkerBase
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.regions import Level, Region, parent_code
from desktop_app.operations.workspace import Workspace, now
from desktop_app.store import figures, reference, regions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceData:
    """`bases` and `targets` newest first; `regions` counts those that stand by level, `aliases` the spellings known beside names."""

    bases: tuple[WorkerBase, ...]
    targets: tuple[Target, ...]
    regions: dict[Level, int]
    aliases: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """`alias`, as sheets write it, is understood as `region`; `document` says by what it was added by hand."""

    alias: str
    region: Region
    document: str = ""


def reference_data(workspace: Workspace) -> ReferenceData:
    with workspace.sessions() as session:
        bases = figures.worker_bases(session)
        targets = figures.targets(session)
        return ReferenceData(
            bases=tuple(sorted(bases, key=lambda base: (base.as_of, base.name), reverse=True)),
            targets=tuple(sorted(targets, key=lambda target: (-target.year, target.region, target.document))),
            regions=regions.count_by_level(session, now().date()),
            aliases=regions.count_aliases(session),
        )


def search_regions(workspace: Workspace, text: str, limit: int = 200) -> list[Region]:
    """Regions whose name holds `text` or whose code begins with it, those of this very name first; all provinces for “”."""
    with workspace.sessions() as session:
        return regions.search_regions(session, text, limit) if text.strip() else regions.children(session, None)


def region_path(workspace: Workspace, code: str) -> list[Region]:
    """The province, and so on down to the region itself; empty where the code is not known."""
    codes = [code]
    while (above := parent_code(codes[0])) is not None:
        codes.insert(0, above)
    with workspace.sessions() as session:
        found = [regions.region(session, each) for each in codes]
    return [region for region in found if region is not None]


def spellings(workspace: Workspace) -> list[Spelling]:
    """All spellings known beside the official names, in alphabetical order."""
    with workspace.sessions() as session:
        known = regions.aliases(session)
        named = regions.regions_of(session, set(known.values()))
        documents = _documents(reference.changes(session, Subject.ALIAS))
    found = [Spelling(alias, named[code], documents.get(alias, "")) for alias, code in known.items() if code in named]
    return sorted(found, key=lambda spelling: (spelling.alias.casefold(), spelling.region.code))


def dated_regions(workspace: Workspace) -> list[Region]:
    """Regions that were closed or opened by hand, by code."""
    with workspace.sessions() as session:
        dated = {one.code: one for one in (*regions.opened_regions(session), *regions.closed_regions(session))}
    return [dated[code] for code in sorted(dated)]


def _documents(newest_first: list[ReferenceChange]) -> dict[str, str]:
    """Spelling -> the document of the change that stands behind it."""
    found: dict[str, str] = {}
    for change in newest_first:
        for alias in (change.after or {}).get("entries", {}) if change.undone_at is None else ():
            found.setdefault(alias, change.document)
    return found
