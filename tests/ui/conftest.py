"""A look, a fresh workspace and a desk for the pages, and a desk with the shipped samples (filled once, copied)."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.operations.demo import fill_demo
from desktop_app.operations.settings import Theme
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look


@pytest.fixture(autouse=True)
def garbage_in_the_gui_thread() -> Iterator[None]:
    """As the application does it: no job's thread destroys a widget."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, Theme.TERANG)


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kosong") / "ruang kerja"
    open_workspace(folder).close()
    return folder


@pytest.fixture
def workspace(empty_folder: Path, tmp_path: Path) -> Workspace:
    return open_workspace(shutil.copytree(empty_folder, tmp_path / "ruang kerja"))


@pytest.fixture
def desk(workspace: Workspace, look: Look) -> Iterator[Desk]:
    made = Desk(workspace, look)
    yield made
    made.close()


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh") / "ruang kerja"
    workspace = open_workspace(folder)
    fill_demo(workspace)
    workspace.close()
    return folder


@pytest.fixture
def filled_desk(filled_folder: Path, tmp_path: Path, look: Look) -> Iterator[Desk]:
    folder = tmp_path / "salinan"
    shutil.copytree(filled_folder, folder)
    made = Desk(open_workspace(folder), look)
    yield made
    made.close()
