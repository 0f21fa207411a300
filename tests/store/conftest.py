"""A database with a handful of regions, migrated once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store import regions
from desktop_app.store.database import Sessions, open_database
from tests.store.builders import REGIONS


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "cakupan.db"
    sessions = open_database(path)
    with sessions.begin() as session:
        regions.load_regions(session, REGIONS, {"nusa": "51.05.01"})
    sessions.close()
    return path


@pytest.fixture
def sessions(template: Path, tmp_path: Path) -> Iterator[Sessions]:
    opened = open_database(Path(shutil.copy(template, tmp_path / "cakupan.db")))
    yield opened
    opened.close()
