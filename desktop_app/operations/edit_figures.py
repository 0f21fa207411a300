"""Bases and targets typed by hand: kept as an import of their kind, so that the later value counts and undo is that of the import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.facts import Target
from desktop_app.domain.reference import ReferenceChange
from desktop_app.domain.segments import Sector
from desktop_app.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseEdit:
    """Values of the base `name` that shall hold from now on; those it does not name stay as they are.

    `values`: (region code, sector) -> people; None takes the value out. A name that is not known makes a new base.
    """

    name: str
    document: str
    as_of: date
    values: Mapping[tuple[str, Sector], int | None]
    notes: Mapping[tuple[str, Sector], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEdit:
    """A target as it shall be. `share` (0.6728 = 67,28 %) or `people`; with `people` alone the share is that of the base.

    One target is known by region, sector, year and document: another document makes a rival beside it.
    """

    region: str
    sector: Sector
    year: int
    share: float | None = None
    people: int | None = None
    base: str = ""
    document: str = ""
    note: str = ""
    split_of: str = ""


def save_base(workspace: Workspace, edit: BaseEdit) -> ReferenceChange | None:
    """Raises BadReference, UnknownRegion: nothing was changed."""
    raise NotImplementedError


def remove_base(workspace: Workspace, name: str, document: str = "") -> ReferenceChange | None:
    """Take all values of a base out. UnknownBase where there is none."""
    raise NotImplementedError


def save_target(workspace: Workspace, edit: TargetEdit, instead_of: Target | None = None) -> ReferenceChange | None:
    """`instead_of`: the target that this one corrects, where region, sector, year or document change too.

    Raises BadReference, UnknownRegion, UnknownBase: nothing was changed.
    """
    raise NotImplementedError


def save_targets(workspace: Workspace, edits: Sequence[TargetEdit], title: str) -> int:
    """Many targets as one change (an apportionment, asked for by operations/apportion_target.py): the import that holds them.

    Their version is one more than the highest that any of their regions has for this sector and year among targets
    with `split_of`. All or none. Raises as `save_target`.
    """
    raise NotImplementedError


def remove_target(workspace: Workspace, target: Target, document: str = "") -> ReferenceChange | None:
    """Take one target out; None where it is not there."""
    raise NotImplementedError
