"""The shipped samples: remade from their makers they are the same files, and they read as they should."""

from collections import Counter
from pathlib import Path

import pytest

from build.make_people import make_people
from build.make_samples import make_samples
from desktop_app.domain.regions import is_within
from desktop_app.domain.sheets import Participant, SheetKind, WorkbookReading, silent
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places
from desktop_app.resources import resource

SAMPLES = sorted(resource("samples").glob("*.xlsx"))


def reading_of(places: Places, word: str) -> WorkbookReading:
    [path] = [path for path in SAMPLES if word in path.name]
    return read_workbook(path, places, silent)


def test_the_shipped_files_are_what_their_makers_make(tmp_path: Path) -> None:
    made = [*make_samples(tmp_path), *make_people(5000, tmp_path)]
    assert sorted(path.name for path in made) == [path.name for path in SAMPLES]
    for path in made:
        assert path.read_bytes() == resource("samples", path.name).read_bytes(), path.name


def test_every_sample_has_its_source_named() -> None:
    text = resource("samples", "SOURCES.md").read_text("utf-8")
    assert all(path.name in text for path in SAMPLES)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_row_is_lost_and_nothing_is_refused(places: Places, path: Path) -> None:
    for table in read_workbook(path, places, silent).tables:
        assert table.refused == 0
        assert table.sample == path.name.startswith("DATA CONTOH")
        assert (table.period is None) == (table.kind is SheetKind.TARGET)


def test_bases(places: Places) -> None:
    tables = reading_of(places, "Sakernas").tables
    assert [table.base_name for table in tables] == [f"BPS bekerja Agustus {year}" for year in range(2018, 2026)]
    assert all(table.kind is SheetKind.PENYEBUT and table.document and not table.problems for table in tables)
    assert [table.base_name for table in reading_of(places, "UCJ").tables] == ["UCJ 2024", "UCJ 2025"]


def test_the_recap_agrees_with_itself(places: Places) -> None:
    tables = reading_of(places, "Rekap").tables
    assert [f"{table.period:%Y-%m}" for table in tables] == [
        "2023-12", "2024-05", "2024-12", "2025-03", "2025-06", "2025-09", "2025-12",
    ]  # fmt: skip
    assert not [problem for table in tables for problem in table.problems]


@pytest.mark.parametrize("word", ["SIPP", "peserta aktif"])
def test_invented_people(places: Places, word: str) -> None:
    [table] = reading_of(places, word).tables
    people = [row for row in table.rows if isinstance(row, Participant)]
    assert table.data_rows == len({person.nik for person in people})
    assert all(
        person.region == "51" or is_within(person.region or "", "51.05") or is_within(person.region or "", "51.07")
        for person in people
    )
    assert all(person.nik[12] == "9" for person in people)
    assert 0 < table.parked < 10
    assert Counter(problem.code for problem in table.problems)["nik_damaged"] == 3
