"""Settings of this computer: the theme and the workspace used last. Saved as a small file beside the user's settings."""

import json
import os
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class Theme(StrEnum):
    SISTEM = "sistem"
    TERANG = "terang"
    GELAP = "gelap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    theme: Theme = Theme.SISTEM
    workspace: str = ""


def load_settings(path: Path) -> Settings:
    """The saved settings; the defaults where there are none or they cannot be read."""
    try:
        saved = json.loads(path.read_text("utf-8"))
        return Settings(theme=Theme(saved["theme"]), workspace=str(saved["workspace"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".baru")
    beside.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
    os.replace(beside, path)
