"""Hostile names through the summary's workbook and back in through the importer."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.ingest.formats import open_file
from tests.documents.hostile import NAMES
from tests.documents.reports.parts import faults
from tests.documents.reports.test_summary_xlsx import write
from tests.documents.reports.values import compliance, detail


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    values = compliance()
    assert values.companies is not None
    companies = replace(values.companies, details=tuple(detail(name, None) for name in NAMES))
    return write(replace(values, companies=companies), tmp_path_factory.mktemp("xlsx") / "ringkasan.xlsx")


def test_they_come_back_in_unchanged(path: Path) -> None:
    [grid] = [grid for grid in open_file(path).grids if grid.name == "Lampiran perusahaan"]
    names = [row[0] for row in grid.rows() if row]
    first = names.index("Perusahaan") + 1
    assert names[first : first + len(NAMES)] == list(NAMES)


def test_the_file_is_sound(path: Path) -> None:
    assert faults(path) == []
