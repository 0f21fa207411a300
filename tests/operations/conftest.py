"""A fresh workspace, and one filled with the shipped samples (made once, copied for each test)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.operations.demo import fill_demo
from desktop_app.operations.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "ruang kerja")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh") / "ruang kerja"
    workspace = open_workspace(folder)
    fill_demo(workspace)
    workspace.close()
    return folder


@pytest.fixture
def filled(filled_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "salinan"
    shutil.copytree(filled_folder, folder)
    opened = open_workspace(folder)
    yield opened
    opened.close()
