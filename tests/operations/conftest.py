"""A fresh workspace, and one filled with the shipped samples; both are made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.operations.demo import fill_demo
from desktop_app.operations.workspace import Workspace, open_workspace


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("baru") / "ruang kerja"
    open_workspace(folder).close()
    return folder


@pytest.fixture
def workspace(empty_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(Path(shutil.copytree(empty_folder, tmp_path / "ruang kerja")))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def filled_folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh") / "ruang kerja"
    workspace = open_workspace(Path(shutil.copytree(empty_folder, folder)))
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
