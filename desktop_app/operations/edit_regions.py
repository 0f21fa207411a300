"""Regions that come, go or change their name: new and split-off villages, merged ones, corrections of the list."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.reference import ReferenceChange
from desktop_app.domain.regions import Region
from desktop_app.operations.workspace import Workspace


def add_region(workspace: Workspace, region: Region) -> ReferenceChange | None:
    """A region that the list does not have: its code, name, level, `opened` and `document`.

    Raises:
        BadReference: the code is taken, has the wrong shape for its level, or nothing stands above it.
    """
    raise NotImplementedError


def split_region(
    workspace: Workspace, source: str, parts: Sequence[Region], day: date, document: str, *, closes: bool = False
) -> ReferenceChange | None:
    """New regions out of `source` from `day` on, as one change; `closes`: the old one ends that day, they are its heirs."""
    raise NotImplementedError


def close_region(
    workspace: Workspace, code: str, day: date, heirs: Sequence[str] = (), document: str = ""
) -> ReferenceChange | None:
    """The region stands until the day before `day`; `heirs` took its people over.

    Raises:
        UnknownRegion, BadReference: nothing was changed.
    """
    raise NotImplementedError


def reopen_region(workspace: Workspace, code: str, document: str = "") -> ReferenceChange | None:
    """The region was not closed after all; None where it stands."""
    raise NotImplementedError


def rename_region(workspace: Workspace, code: str, name: str, document: str = "") -> ReferenceChange | None:
    """Another official name. The old one stays known as a spelling where it is not the name of another region."""
    raise NotImplementedError
