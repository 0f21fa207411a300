"""Templates of the office's region; filled in, they are read without a single question."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.documents.blank_template import FIRST_ROW, HEADER_ROW, PERIOD_CELL, SENDER_CELL
from desktop_app.domain.errors import NoOffice, UnknownRegion
from desktop_app.domain.sheets import CompanyFact, Participant, RecapFigure, SheetKind, Table, silent
from desktop_app.domain.templates import TemplateKind, TooSmallRegion
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places
from desktop_app.operations.offices import name_office
from desktop_app.operations.places import places_of
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_template import write_template

SUANA = {"Kecamatan": "Nusa Penida", "Desa/Kelurahan": "Suana"}
JANUARY = date(2026, 1, 31)


def filled(template: Path, rows: list[dict[str, Any]]) -> Path:
    """The template with rows as a village would fill them in."""
    book = load_workbook(template)
    sheet = book.worksheets[0]
    sheet[PERIOD_CELL], sheet[SENDER_CELL] = "Januari 2026", "Perbekel Suana"
    columns = {cell.value: cell.column or 0 for cell in sheet[HEADER_ROW]}
    for number, row in enumerate(rows, start=FIRST_ROW):
        for title, value in row.items():
            sheet.cell(number, columns[title], value)
    path = template.with_name("terisi.xlsx")
    book.save(path)
    return path


def read(path: Path, places: Places) -> Table:
    reading = read_workbook(path, places, silent)
    [table] = reading.tables
    assert table.questions == ()
    assert (table.period, table.sender) == (JANUARY, "Perbekel Suana")
    assert set(reading.skipped) == {"Petunjuk", "Daftar"}
    return table


@pytest.mark.parametrize(
    ("kind", "region"), [*((kind, "51.05") for kind in TemplateKind), (TemplateKind.PERUSAHAAN, "51")]
)
def test_an_empty_template_holds_no_data(workspace: Workspace, tmp_path: Path, kind: TemplateKind, region: str) -> None:
    path = write_template(workspace, kind, region, tmp_path / "templat.xlsx")
    [table] = read_workbook(path, places_of(workspace), silent).tables
    assert (table.data_rows, table.parked, table.refused, table.questions) == (0, 0, 0, ())


names = st.text("abcdefghijklmnopqrstuvwxyz ", min_size=3, max_size=20).map(lambda text: f"Ni {text}".title().strip())
people = st.fixed_dictionaries(
    {
        "Nama lengkap": names, "Tanggal lahir": st.dates(date(1940, 1, 1), date(2008, 1, 1)),
        "Jenis kelamin": st.sampled_from(["L", "P"]),
    },
    optional={"JKK": st.sampled_from(["Y", "T"]), "JKM": st.just("Y"), "Keterangan": names},
)  # fmt: skip


def with_nik(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"No": place + 1, "NIK": f"510501410190{9001 + place}", **SUANA, **row} for place, row in enumerate(rows)]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(people, min_size=1, max_size=6))
@pytest.mark.parametrize(("kind", "segment"), [(TemplateKind.PESERTA_PU, "PU"), (TemplateKind.PESERTA_BPU, "BPU")])
def test_people_come_back_as_they_were_written(
    workspace: Workspace, tmp_path: Path, kind: TemplateKind, segment: str, rows: list[dict[str, Any]]
) -> None:
    template = tmp_path / f"{kind}.xlsx"
    if not template.exists():
        write_template(workspace, kind, "51.05", template)
    written = with_nik(rows)
    table = read(filled(template, written), places_of(workspace))
    found = [row for row in table.rows if isinstance(row, Participant)]
    assert [(row.nik, row.name, row.birth_date, row.sex) for row in found] == [
        (row["NIK"], " ".join(row["Nama lengkap"].split()), row["Tanggal lahir"], row["Jenis kelamin"]) for row in written
    ]  # fmt: skip
    assert {(row.segment, row.region) for row in found} == {(segment, "51.05.01.2007")}
    assert [{str(each) for each in row.benefits} for row in found] == [
        {title for title in ("JKK", "JKM") if row.get(title) == "Y"} for row in written
    ]  # fmt: skip
    assert table.kind is SheetKind.PESERTA


def test_vulnerable_workers_are_told_from_participants(workspace: Workspace, tmp_path: Path) -> None:
    template = write_template(workspace, TemplateKind.RENTAN, "51.05", tmp_path / "t.xlsx")
    rows = with_nik([{"Nama lengkap": "Ni Wayan Rekaan", "Sumber dana": "APBDes", "Desil": "2"}])
    table = read(filled(template, rows), places_of(workspace))
    assert (table.kind, table.data_rows) == (SheetKind.RENTAN, 1)


def test_a_province_names_its_regencies(workspace: Workspace, tmp_path: Path) -> None:
    template = write_template(workspace, TemplateKind.PESERTA_BPU, "51", tmp_path / "t.xlsx")
    place = {"Kabupaten/Kota": "Kabupaten Karangasem", "Kecamatan": "Selat", "Desa/Kelurahan": "Selat"}
    rows = [{**row, **place} for row in with_nik([{"Nama lengkap": "Ni Wayan Rekaan"}])]
    [row] = read(filled(template, rows), places_of(workspace)).rows
    assert isinstance(row, Participant)
    assert row.region == "51.07.07.2002"


def test_companies_come_back_as_they_were_written(workspace: Workspace, tmp_path: Path) -> None:
    template = write_template(workspace, TemplateKind.PERUSAHAAN, "51.05", tmp_path / "t.xlsx")
    company = {
        "No": 1, "NPP": "00123456", "NIB": "0912345678901", "Nama perusahaan": "PT Rekaan Jaya", "Jumlah TK": 12,
        "TK terdaftar": 10, "Skala usaha": "Kecil", "Kategori": "PDS TK", "Bulan tunggakan": 2,
        "Nilai tunggakan (Rp)": 1_250_000, "JKK": "Y", "JKM": "Y", **SUANA,
    }  # fmt: skip
    [row] = read(filled(template, [company]), places_of(workspace)).rows
    assert isinstance(row, CompanyFact)
    assert (row.npp, row.nib, row.name, row.region) == ("00123456", "0912345678901", "PT Rekaan Jaya", "51.05.01.2007")
    assert (row.actual, row.registered, row.arrears_months, row.arrears) == (12, 10, 2, 1_250_000)
    assert (row.scale, row.category) == ("kecil", "PDS TK")


@pytest.mark.parametrize(
    ("kind", "first"), [(TemplateKind.REKAP_DESA, "51.05.01.2001"), (TemplateKind.REKAP_KECAMATAN, "51.05.01")]
)
def test_recaps_come_back_as_they_were_written(
    workspace: Workspace, tmp_path: Path, kind: TemplateKind, first: str
) -> None:
    template = write_template(workspace, kind, "51.05", tmp_path / "t.xlsx")
    rows = [
        {"Penduduk bekerja": 1000 + n, "Peserta PU": 10 + n, "Peserta BPU": 5, "Peserta Jakon": 0} for n in range(4)
    ]
    table = read(filled(template, rows), places_of(workspace))
    figures = [row for row in table.rows if isinstance(row, RecapFigure)]
    assert table.kind is SheetKind.REKAP
    assert len({figure.region for figure in figures}) == 4
    assert {str(f.measure): f.people for f in figures if f.region == first} == {"pu": 10, "bpu": 5, "jakon": 0}


def test_it_is_made_for_the_office_and_put_into_the_workspace(workspace: Workspace) -> None:
    with pytest.raises(NoOffice):
        write_template(workspace, TemplateKind.RENTAN)
    name_office(workspace, region="51.05", agency="Dinas Tenaga Kerja")
    path = write_template(workspace, TemplateKind.RENTAN)
    assert path.parent == workspace.templates
    assert path.name.startswith("Templat Pekerja Rentan Kabupaten Klungkung")
    with pytest.raises(UnknownRegion):
        write_template(workspace, TemplateKind.RENTAN, "Entahlah")
    with pytest.raises(TooSmallRegion, match="Suana"):
        write_template(workspace, TemplateKind.REKAP_KECAMATAN, "51.05.01.2007")
