"""All regions of Indonesia, built once, and a way to write small workbooks in sight of the test."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.ingest.regions.places import Places
from desktop_app.operations.reference import bps_codes, shipped_regions
from desktop_app.resources import resource

Write = Callable[..., Path]


@pytest.fixture(scope="session")
def places() -> Places:
    with resource("regions", "aliases.csv").open(encoding="utf-8", newline="") as lines:
        aliases = {row["alias"]: row["code"] for row in csv.DictReader(lines)}
    return Places(shipped_regions(), aliases, bps_codes(), home="51")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(*rows, merged=("A1:C1",), name="lembar.xlsx")`: a workbook of one sheet."""

    def written(*rows: Sequence[object], merged: Sequence[str] = (), name: str = "lembar.xlsx") -> Path:
        book = Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        for area in merged:
            sheet.merge_cells(area)
        book.save(tmp_path / name)
        return tmp_path / name

    return written
