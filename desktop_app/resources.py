"""Where the shipped data lie: templates, samples, regions, boundaries, icons, fonts."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a file or folder under `resources/`, from source and in the frozen program."""
    return _root().joinpath("resources", *parts)


def guide(*parts: str) -> Path:
    """Path of a page or picture of the user's guide."""
    return _root().joinpath("docs", "panduan", *parts)


def _root() -> Path:
    return Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1]))
