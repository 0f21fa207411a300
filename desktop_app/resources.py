"""Where the shipped data lie: templates, samples, regions, boundaries, icons, fonts."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a file or folder under `resources/`, from source and in the frozen program."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1]))
    return root.joinpath("resources", *parts)
