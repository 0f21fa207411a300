"""Commands whose files go to those who send lists: the answer to a sheet, and blank templates."""

from argparse import Namespace

from desktop_app.cli.answers import written_object
from desktop_app.domain.sheets import silent
from desktop_app.operations.drafts import discard_draft
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.import_sheet import ImportRequest, check_sheet
from desktop_app.operations.return_sheet import imports_from, return_sheet, what_is_lost
from desktop_app.operations.worker import in_worker
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_template import write_template

Words = tuple[dict[str, object], list[str]]


def answer_sender(workspace: Workspace, arguments: Namespace, draw: Draw) -> Words:
    """The answer to a sheet that was imported; to one that was not, as its check would have it."""
    source, folder = arguments.sheet, workspace.folder
    numbers = imports_from(workspace, source)
    if numbers:
        path = in_worker(return_sheet, folder, silent, numbers, source, arguments.out)
    else:
        draft = in_worker(check_sheet, folder, silent, ImportRequest(path=source)).draft
        try:
            path = in_worker(return_sheet, folder, silent, draft, source, arguments.out)
        finally:
            discard_draft(workspace, draft)
    lost = what_is_lost(source)
    return written_object(path, imports=numbers, lost=list(lost)), [f"Lembar balasan: {path}", *lost]


def give_template(workspace: Workspace, arguments: Namespace, draw: Draw) -> Words:
    path = write_template(workspace, arguments.kind, arguments.region, arguments.out)
    return written_object(path), [f"Templat: {path}"]
