"""Answers about a workbook out of a file, given before it is read (docs/terminal.md says how they are written)."""

from pathlib import Path

import msgspec

from desktop_app.domain.errors import BadAnswers, MissingFile
from desktop_app.domain.questions import Answers


def answers_in(path: Path) -> Answers:
    """The answers in a JSON file. MissingFile, BadAnswers: with the part of it that is wrong."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Answers)
    except OSError as error:
        raise MissingFile(path.name) from error
    except msgspec.MsgspecError as error:
        _, at, place = str(error).partition("`$")
        raise BadAnswers(path.name, place.rstrip("`") if at else "") from error
