"""What is remembered of a sender's earlier sheets, set against the tables of a new one."""

from dataclasses import dataclass

from desktop_app.operations.import_sheet import ImportReport


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """An earlier header of the sender that this table's is like: `exact` the very same, else what is `new` and `missing`."""

    exact: bool
    new: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def known_layouts(report: ImportReport) -> dict[str, KnownLayout]:
    """Key of a table -> what is remembered of its header; a table whose form is new to the sender is not there."""
    return {
        each.key: KnownLayout(
            not each.table.new_headers and not each.table.missing_headers, each.table.new_headers,
            each.table.missing_headers,
        )
        for each in report.tables if each.table.remembered
    }  # fmt: skip
