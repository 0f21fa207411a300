"""What is remembered of a sender's earlier sheets, set against the tables of a new one."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.sheets import Table
from desktop_app.ingest.mapping.fields import plain
from desktop_app.operations.import_sheet import ImportReport
from desktop_app.operations.workspace import Workspace
from desktop_app.store import memory

_ALIKE = 0.6
"""Share of the headers in common from which a remembered form is the same one, changed a little."""


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """An earlier header of the sender that this table's is like: `exact` the very same, else what is `new` and `missing`."""

    exact: bool
    new: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def known_layouts(workspace: Workspace, report: ImportReport, sender: str = "") -> dict[str, KnownLayout]:
    """Key of a table -> what is remembered of its header; a table whose form is new to the sender is not there.

    `sender` where it is not the one that the table says.
    """
    with workspace.sessions() as session:
        known = {name: memory.memory_of(session, name).columns for name in _senders(report, sender)}
    found = {each.key: _layout(each.table, known.get(sender or each.table.sender, {})) for each in report.tables}
    return {key: layout for key, layout in found.items() if layout is not None}


def _senders(report: ImportReport, sender: str) -> set[str]:
    return {sender or each.table.sender for each in report.tables} - {""}


def _layout(table: Table, known: Mapping[str, Mapping[str, str]]) -> KnownLayout | None:
    if table.fingerprint and table.fingerprint in known:
        return KnownLayout(exact=True)
    printed = {plain(column.header): column.header for column in table.columns if column.header}
    alike = {_likeness(set(printed), set(names)): names for names in known.values()}
    best = max(alike, default=0.0)
    if best < _ALIKE:
        return None
    names = alike[best]
    new = tuple(text for name, text in printed.items() if name not in names)
    return KnownLayout(False, new, tuple(name for name in names if name not in printed))


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
