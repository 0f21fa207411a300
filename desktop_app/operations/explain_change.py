"""Why a region's figure changed since an earlier month."""

from datetime import date

from desktop_app.analysis.change import Change
from desktop_app.operations.coverage import CoverageQuery
from desktop_app.operations.workspace import Workspace


def explain_change(workspace: Workspace, query: CoverageQuery, since: date | None = None) -> Change | None:
    """The change of the figure that `query` asks for, from `since` (the newest earlier month with a figure) on.

    None where either month has no people of the region.

    Raises:
        NoFigures, UnknownBase, UnknownRegion: as for `coverage`.
    """
    return None
