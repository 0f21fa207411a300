"""Spellings by which sheets call a region, added, changed and removed by hand."""

from collections.abc import Sequence

from desktop_app.domain.errors import BadAlias, BadReference, UnknownRegion
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.regions import Region, depth
from desktop_app.operations.keep_reference import keep
from desktop_app.operations.workspace import Workspace
from desktop_app.store import regions
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import Entries, alias_entry

_NAMED = 3
"""Regions that a sentence names."""


def save_alias(
    workspace: Workspace, alias: str, code: str, document: str = "", instead_of: str = ""
) -> ReferenceChange | None:
    """`alias` means the region `code` from the next reading on; None where it does already.

    `instead_of`: the spelling that this one corrects goes with the same change.

    Raises:
        UnknownRegion, BadReference, BadAlias: it is empty, or the official name of other regions. Nothing was changed.
    """
    alias = plain_alias(alias)
    with workspace.sessions.begin() as session:
        check_alias(session, alias, code)
        wanted: Entries = {alias: alias_entry(code)}
        title = title_of(alias)
        if instead_of and instead_of != alias:
            wanted, title = {instead_of: None, **wanted}, f"{title_of(instead_of)} menjadi “{alias}”"
        return keep(session, Subject.ALIAS, title, wanted, document)


def remove_alias(workspace: Workspace, alias: str, document: str = "") -> ReferenceChange | None:
    """The spelling is no longer known, shipped ones too; None where it was not."""
    with workspace.sessions.begin() as session:
        return keep(session, Subject.ALIAS, title_of(alias), {alias: None}, document)


def plain_alias(text: str) -> str:
    """Without white space around and doubled inside. BadReference where nothing is left."""
    alias = " ".join(text.split())
    if not any(character.isalnum() for character in alias):
        raise BadReference("Ejaan belum diisi.")
    return alias


def title_of(alias: str) -> str:
    return f"Ejaan “{alias}”"


def check_alias(session: Session, alias: str, code: str, called: Sequence[Region] | None = None) -> None:
    """UnknownRegion for a code that is not there; BadAlias for a name that officially means other places.

    `called`: the regions officially called so, where they are known already.
    """
    region = regions.region(session, code)
    if region is None:
        raise UnknownRegion(code)
    if misleading := _misleading(session, alias, region, called):
        raise BadAlias(_refusal(alias, misleading))


def is_free(session: Session, alias: str, code: str) -> bool:
    """Whether a known region can have the spelling, and no other has it yet."""
    region = regions.region(session, code)
    return region is not None and alias not in regions.aliases(session) and not _misleading(session, alias, region)


def _misleading(session: Session, alias: str, region: Region, called: Sequence[Region] | None = None) -> list[Region]:
    """Others of its level that are officially called so: several, or one beside it.

    One elsewhere is told apart by its parents, and “Bangli” the regency is no rival of a village of that name.
    """
    called = regions.officially_called(session, [alias])[alias] if called is None else called
    others = [one for one in called if one.code != region.code and depth(one.code) == depth(region.code)]
    return others if len(others) > 1 or any(one.parent == region.parent for one in others) else []


def _refusal(alias: str, others: list[Region]) -> str:
    named = ", ".join(f"{one.full_name} ({one.code})" for one in others[:_NAMED])
    more = f", dan {len(others) - _NAMED} lainnya" if len(others) > _NAMED else ""
    count = f"{len(others)} wilayah lain" if len(others) > 1 else "wilayah lain di tempat yang sama"
    return f"“{alias}” adalah nama resmi {count}: {named}{more}. Sebagai ejaan ia akan menunjuk tempat yang salah."
