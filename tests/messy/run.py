"""Asks the program about a sheet, in this process: words of a terminal in, object and exit code out."""

import io
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop_app.cli import commands
from desktop_app.cli.commands import parse, run
from desktop_app.operations.workspace import open_workspace

PURPOSE = "uji lembar contoh"


def check(path: Path, folder: Path, options: Sequence[str], *, apart: bool = False) -> tuple[dict[str, Any], int]:
    """`check PATH --json --show-nik …` on the workspace in `folder`.

    `apart`: in the worker process, as the program does it; else here, which spares its start.
    """
    said = io.StringIO()
    place: AbstractContextManager[object] = nullcontext() if apart else patch.object(commands, "in_worker", _here)
    with redirect_stdout(said), place:
        words = ["check", str(path), "--json", "--show-nik", PURPOSE, *options]
        code = run(parse(words), folder, _no_pictures)
    return json.loads(said.getvalue()), code


def _here(operation: Any, folder: Path, tick: Any, *args: Any) -> Any:
    workspace = open_workspace(folder)
    try:
        return operation(workspace, *args, tick=tick)
    finally:
        workspace.close()


def _no_pictures(values: object, path: Path) -> None:
    raise AssertionError("a check draws nothing")
