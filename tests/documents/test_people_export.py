"""Many people as rows: text stays text, dates are dates, NIK stay masked, and what is written can be read back in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.documents import people_export
from desktop_app.documents.people_export import WIDTHS, write_people
from desktop_app.documents.reports.limits import TooManyRows
from desktop_app.domain.records import ListedPerson
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import silent
from desktop_app.ingest.formats import open_file
from tests.documents.hostile import NAMES

MADE = ListedPerson(
    nik="5104••••••••0001", name="Ni Made Contoh", birth_date=date(1990, 1, 31), sex="P", segments=(Segment.PU, Segment.JAKON),
    region="51.04.01.2001", company="PT Contoh Sejahtera", sources=("Peserta.xlsx, lembar Data, baris 12",),
)  # fmt: skip
"""Invented."""


def test_a_person_is_a_row(tmp_path: Path) -> None:
    path = tmp_path / "peserta.xlsx"
    assert write_people([MADE, replace(MADE, birth_date=None)], path) == 2
    sheet = load_workbook(path)["Peserta"]
    header, first, second = sheet.iter_rows()
    assert [cell.value for cell in header] == list(WIDTHS)
    assert [cell.value for cell in first] == [
        "5104••••••••0001", "Ni Made Contoh", datetime(1990, 1, 31), "P", "PU, JAKON", "51.04.01.2001", "PT Contoh Sejahtera",
        "Peserta.xlsx, lembar Data, baris 12",
    ]  # fmt: skip
    assert second[2].value is None
    assert (first[0].number_format, first[2].number_format, first[5].number_format) == ("@", "dd-mm-yyyy", "@")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:H3", "$1:$1")


def test_nobody_is_a_sheet_with_a_header(tmp_path: Path) -> None:
    path = tmp_path / "peserta.xlsx"
    assert write_people([], path) == 0
    assert [cell.value for cell in next(load_workbook(path)["Peserta"].iter_rows())] == list(WIDTHS)


def test_a_nik_is_masked_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "peserta.xlsx"
    write_people([replace(MADE, nik="5104014101900001", name="Made 5104014101900001")], path)
    row = [cell.value for cell in load_workbook(path)["Peserta"][2]]
    assert row[:2] == ["5104••••••••0001", "Made 5104••••••••0001"]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_come_back_in_unchanged(tmp_path: Path, name: str) -> None:
    path = tmp_path / "peserta.xlsx"
    write_people([replace(MADE, name=name, company=name)], path)
    [grid] = open_file(path).grids
    _, row = grid.rows()
    assert (row[1], row[6]) == (name, name)
    [cell] = load_workbook(path)["Peserta"]["B2:B2"][0]
    assert cell.data_type == "s"


def people(count: int) -> Iterator[ListedPerson]:
    return (MADE for _ in range(count))


def test_more_people_than_a_sheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_export, "_MOST", 100)
    path = tmp_path / "peserta.xlsx"
    assert write_people(people(100), path) == 100
    before = path.read_bytes()
    with pytest.raises(TooManyRows, match="Peserta"):
        write_people(people(101), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


class StoppedError(Exception):
    """What a tick raises when the user stops the work."""


def test_it_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_people(people(5_000), tmp_path / "a.xlsx", lambda done, total: told.append((done, total)), total=5_000)
    assert told == [(2_000, 5_000), (4_000, 5_000)]

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        write_people(people(5_000), tmp_path / "b.xlsx", stop)
    assert not (tmp_path / "b.xlsx").exists()
    assert write_people(people(3), tmp_path / "c.xlsx", silent) == 3
