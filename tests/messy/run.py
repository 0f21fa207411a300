"""Asks the program about a sheet, in this process: words of a terminal in, object and exit code out."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop_app.cli import commands
from desktop_app.cli.commands import parse, run
from desktop_app.ingest.regions.places import Places
from desktop_app.operations import import_sheet
from desktop_app.operations.workspace import Workspace, open_workspace

PURPOSE = "uji lembar contoh"


def check(
    path: Path, folder: Path, options: Sequence[str], *, apart: bool = False, purpose: str = PURPOSE
) -> tuple[dict[str, Any], int]:
    """`check PATH --json --show-nik …` on the workspace in `folder`.

    `apart`: in the worker process, as the program does it; else here, which spares its start.
    """
    said = io.StringIO()
    with redirect_stdout(said), nullcontext() if apart else _here():
        shown = ["--show-nik", purpose] if purpose else []
        words = ["check", str(path), "--json", *shown, *options]
        code = run(parse(words), folder, _no_pictures)
    return json.loads(said.getvalue()), code


@contextmanager
def _here() -> Iterator[None]:
    """The worker's work in this process, with the regions loaded once for all cases."""
    with patch.object(commands, "in_worker", _worker), patch.object(import_sheet, "places_of", _places):
        yield


def _worker(operation: Any, folder: Path, tick: Any, *args: Any) -> Any:
    workspace = open_workspace(folder)
    try:
        return operation(workspace, *args, tick=tick)
    finally:
        workspace.close()


_loaded: dict[Path, Places] = {}


def _places(workspace: Workspace) -> Places:
    if workspace.folder not in _loaded:
        _loaded[workspace.folder] = _load(workspace)
    return _loaded[workspace.folder]


_load: Callable[[Workspace], Places] = vars(import_sheet)["places_of"]


def _no_pictures(values: object, path: Path) -> None:
    raise AssertionError("a check draws nothing")
