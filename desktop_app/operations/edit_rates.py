"""Contribution rates: what is stored, and edits by hand."""

from datetime import date

from desktop_app.domain.reference import Rate, ReferenceChange
from desktop_app.operations.workspace import Workspace


def rates(workspace: Workspace, on: date | None = None) -> list[Rate]:
    """All rates, by kind, bracket and date; only those in force on a day where given."""
    raise NotImplementedError


def save_rate(workspace: Workspace, rate: Rate) -> ReferenceChange | None:
    """Add a rate (`id` None) or change the one of that id. BadReference: nothing was changed."""
    raise NotImplementedError


def remove_rate(workspace: Workspace, rate_id: int, document: str = "") -> ReferenceChange | None:
    """None where there is no such rate."""
    raise NotImplementedError
