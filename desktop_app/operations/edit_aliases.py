"""Spellings by which sheets call a region, added, changed and removed by hand."""

from desktop_app.domain.reference import ReferenceChange
from desktop_app.operations.workspace import Workspace


def save_alias(workspace: Workspace, alias: str, code: str, document: str = "") -> ReferenceChange | None:
    """`alias` means the region `code` from the next reading on; None where it does already.

    Raises:
        UnknownRegion, BadAlias: it is empty, or the official name of other regions. Nothing was changed.
    """
    raise NotImplementedError


def remove_alias(workspace: Workspace, alias: str, document: str = "") -> ReferenceChange | None:
    """The spelling is no longer known, shipped ones too; None where it was not."""
    raise NotImplementedError
