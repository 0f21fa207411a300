"""What an office keeps by hand on the page Data Acuan: bases, targets, spellings, regions, rates.

Each edit is one transaction: the change, its line in the log of changes and its audit event. Each answers with the
change it made, or None where what was asked for is what stands already: then nothing was written.
"""

from desktop_app.operations.edit_aliases import remove_alias, save_alias
from desktop_app.operations.edit_bases import BaseEdit, remove_base, save_base
from desktop_app.operations.edit_rates import monthly_contribution, rates, remove_rate, save_rate
from desktop_app.operations.edit_regions import (
    add_region,
    close_region,
    rename_region,
    reopen_region,
    split_region,
)
from desktop_app.operations.edit_targets import TargetEdit, remove_target, save_target, save_targets
from desktop_app.operations.export_reference import write_reference
from desktop_app.operations.import_reference import ReferenceImport, ReferenceProblem, import_reference
from desktop_app.operations.reference_changes import changes, undo_change
from desktop_app.operations.rename_base import rename_base

__all__ = [
    "BaseEdit",
    "ReferenceImport",
    "ReferenceProblem",
    "TargetEdit",
    "add_region",
    "changes",
    "close_region",
    "import_reference",
    "monthly_contribution",
    "rates",
    "remove_alias",
    "remove_base",
    "remove_rate",
    "remove_target",
    "rename_base",
    "rename_region",
    "reopen_region",
    "save_alias",
    "save_base",
    "save_rate",
    "save_target",
    "save_targets",
    "split_region",
    "undo_change",
    "write_reference",
]
