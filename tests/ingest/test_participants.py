"""Lists of people: who is kept, who waits, who is refused, and why."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.segments import Benefit, Segment
from desktop_app.domain.sheets import Participant, ProblemState, SheetKind, Table, silent
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write

HEADER = ("No", "NIK", "Nama", "Tgl Lahir", "JK", "No KPJ", "Desa", "Kecamatan", "Kab/Kota")
SUANA = ("Suana", "Nusa Penida", "Kab. Klungkung")
NIK = "5105014101900001"


def read(path: Path, places: Places) -> Table:
    [table] = read_workbook(path, places, silent).tables
    return table


def people(table: Table) -> list[Participant]:
    return [row for row in table.rows if isinstance(row, Participant)]


def test_a_person(write: Write, places: Places) -> None:
    table = read(
        write(
            ("DAFTAR PESERTA BPU",),
            ("per 31 Januari 2026",),
            HEADER,
            (1, NIK, "Ni Wayan Contoh", "1 Januari 1990", "Perempuan", "00012345678", *SUANA),
        ),
        places,
    )
    assert table.kind is SheetKind.PESERTA
    assert (table.period, table.header_rows, table.first_row, table.last_row) == (date(2026, 1, 31), (3,), 4, 4)
    assert people(table) == [
        Participant(
            4, NIK, "Ni Wayan Contoh", date(1990, 1, 1), "P", "00012345678", Segment.BPU, "51.05.01.2007",
        )
    ]  # fmt: skip
    assert not table.problems


def test_trouble_is_named_with_row_column_value_and_step(write: Write, places: Places) -> None:
    table = read(
        write(
            HEADER,
            (1, 5105014101900000, "Ni Satu", "01-01-1990", "P", "", *SUANA),
            (2, None, "Ni Dua", "01-01-1990", "P", "", *SUANA),
            (3, None, None, "01-01-1990", "P", "", *SUANA),
            (4, NIK, "Ni Empat", "31-02-1990", "P", "", *SUANA),
            (5, "5105014101900002", "Ni Lima", "", "P", "", "Selat", "", ""),
            (6, "51050141019000O3", "Ni Enam", "", "P", "", *SUANA),
        ),
        places,
    )
    assert [(p.row, p.column, p.code, p.state) for p in table.problems] == [
        (1, "Segmen", "segment_assumed", ProblemState.NOTE),
        (2, "NIK", "nik_damaged", ProblemState.PARKED),
        (3, "NIK", "nik_blank", ProblemState.PARKED),
        (4, "NIK", "no_person", ProblemState.REFUSED),
        (5, "Tgl Lahir", "date_impossible", ProblemState.NOTE),
        (6, "Desa", "region_ambiguous", ProblemState.NOTE),
        (7, "NIK", "nik_letters", ProblemState.PARKED),
    ]
    assert table.problems[1].value == "5105014101900000"
    assert all(p.message.endswith(".") and p.step.endswith(".") for p in table.problems)
    assert (table.data_rows, table.parked, table.refused, table.not_data) == (2, 3, 1, 1)
    kept, open_place = people(table)
    assert (kept.row, kept.birth_date, kept.warn) == (5, None, ("date_impossible",))
    assert (open_place.row, open_place.region, open_place.warn) == (6, None, ("region_ambiguous",))
    [question] = table.questions
    assert (question.text, question.rows, len(question.candidates)) == ("Selat", 1, 6)


def test_what_stands_below_the_list_is_no_person(write: Write, places: Places) -> None:
    table = read(
        write(
            HEADER,
            (1, NIK, "Ni Satu", "01-01-1990", "P", "", *SUANA),
            (2,),
            HEADER,
            (3, "5105014101900002", "Ni Dua", "01-01-1990", "P", "", *SUANA),
            (),
            ("JUMLAH", None, 2),
            ("Sumber: cabang",),
            (None, None, "Gianyar, 5 Februari 2026"),
            (None, None, "Kepala Kantor"),
            (None, None, "Ni Luh Contoh", None, "NIP. 0"),
        ),
        places,
    )
    assert (table.data_rows, table.parked, table.refused, table.not_data) == (2, 0, 0, 8)
    assert table.last_row == 5


def test_a_person_without_nik_at_the_end_still_waits(write: Write, places: Places) -> None:
    table = read(
        write(HEADER, (1, NIK, "Ni Satu", "", "P", "", *SUANA), (2, None, "Ni Dua", "", "", "", None, None, None)),
        places,
    )
    assert (table.data_rows, table.parked, table.not_data) == (1, 1, 1)


def test_status_end_date_and_programmes(write: Write, places: Places) -> None:
    header = ("NIK", "Nama", "NPP", "Nama Perusahaan", "Status", "Tgl NA", "JHT", "JKK", "JKM", "JP")
    table = read(
        write(
            ("per 31 Januari 2026",),
            header,
            ("5105014101900001", "Ni A", "00AB", "PT Contoh", "AKTIF", "", "T", "Y", "Y", ""),
            ("5105014101900002", "Ni B", "00AB", "PT Contoh", "NON AKTIF", "", 5700, 1, 1, 0),
            ("5105014101900003", "Ni C", "00AB", "PT Contoh", "", "31-12-2025", "", "", "", ""),
            ("5105014101900004", "Ni D", "00AB", "PT Contoh", "", "31-12-2026", "", "", "", ""),
        ),
        places,
    )
    assert [person.active for person in people(table)] == [True, False, False, True]
    assert people(table)[0].benefits == {Benefit.JKK, Benefit.JKM}
    assert people(table)[1].benefits == {Benefit.JHT, Benefit.JKK, Benefit.JKM}
    assert (people(table)[0].npp, people(table)[0].company, people(table)[0].segment) == ("00AB", "PT Contoh", "PU")
    assert not table.problems


def test_a_row_per_programme(write: Write, places: Places) -> None:
    header = ("NOMOR_IDENTITAS", "KPJ", "NAMA_LENGKAP", "NPP", "NAMAPRS", "TGL_NA", "NM_PRG")
    rows = [(NIK, "00012345678", "Ni A", "00AB", "PT Contoh", "", programme) for programme in ("JKK", "JHT", "JKM")]
    table = read(write(header, *rows), places)
    assert [person.benefits for person in people(table)] == [{Benefit.JKK}, {Benefit.JHT}, {Benefit.JKM}]
    assert people(table)[0].company == "PT Contoh"


def test_a_kecamatan_merged_over_its_villages(write: Write, places: Places) -> None:
    table = read(
        write(
            ("Kecamatan", "Desa", "NIK", "Nama", "Perusahaan"),
            ("Nusa Penida", "Suana", "5105014101900001", "Ni A", "PT Contoh"),
            (None, "Sakti", "5105014101900002", "Ni B", "PT Contoh"),
            merged=("A2:A3",),
        ),
        places,
    )
    assert [person.region for person in people(table)] == ["51.05.01.2007", "51.05.01.2001"]


def sipp(path: Path, *, locations: bool) -> Path:
    book = Workbook()
    guide, data = book.worksheets[0], book.create_sheet("data_tk_baru")
    guide.title = "Petunjuk Pengisian"
    guide.append(["Bulan data: 31 Januari 2026"])
    data.append(["NAMA_LENGKAP", "TANGGAL_LAHIR", "JENIS_IDENTITAS", "NOMOR_IDENTITAS", "LOKASI_PEKERJAAN"])
    data.append(["NI CONTOH", "01-01-1990", "KTP", NIK, "9001"])
    data.append(["NI REKAAN", "01-01-1990", "KTP", "5105014101900002", "9999"])
    data.append(["MR SAMPLE", "01-01-1990", "PASSPORT", "X1234567", 9001])
    if locations:
        places = book.create_sheet("Lokasi Pekerjaan")
        places.append(["KODE", "KABUPATEN/KOTA", "KECAMATAN", "DESA/KELURAHAN"])
        places.append([9001, "KABUPATEN KLUNGKUNG", "NUSA PENIDA", "SUANA"])
    book.save(path)
    return path


def test_sipp_codes_resolve_through_the_third_sheet(tmp_path: Path, places: Places) -> None:
    reading = read_workbook(sipp(tmp_path / "sipp.xlsx", locations=True), places, silent)
    [table] = reading.tables
    assert (table.sheet, table.period, table.header_rows) == ("data_tk_baru", date(2026, 1, 31), (1,))
    assert set(reading.skipped) == {"Petunjuk Pengisian", "Lokasi Pekerjaan"}
    assert [(person.region, person.segment) for person in people(table)] == [
        ("51.05.01.2007", Segment.PU),
        (None, Segment.PU),
    ]
    assert [(p.row, p.code) for p in table.problems] == [(3, "location_unknown"), (4, "passport")]
    assert "paspor" in table.problems[1].message


def test_without_the_list_of_codes_the_region_is_unknown_and_said_once(tmp_path: Path, places: Places) -> None:
    table = read(sipp(tmp_path / "sipp.xlsx", locations=False), places)
    assert [person.region for person in people(table)] == [None, None]
    assert {p.code for p in table.problems} == {"passport", "location_list_missing"}


@pytest.mark.parametrize(("first", "second"), [("12/31/1990", "01/02/1991"), ("31/12/1990", "02/01/1991")])
def test_the_order_of_the_date_column_holds_for_all_its_cells(
    write: Write, places: Places, first: str, second: str
) -> None:
    rows = [(f"510501410190000{n}", "Ni A", day, "PT") for n, day in ((1, first), (2, second))]
    table = read(write(("NIK", "Nama", "Tanggal Lahir", "Perusahaan"), *rows), places)
    assert [person.birth_date for person in people(table)] == [date(1990, 12, 31), date(1991, 1, 2)]


def test_who_pays_is_kept_in_the_words_of_the_sheet(write: Write, places: Places) -> None:
    rows = [
        (f"510501410190000{n}", "Ni A", "PT Contoh", said)
        for n, said in enumerate(("  APBD  Kabupaten ", "CSR", "sda", "-", ""), 1)
    ]
    table = read(write(("NIK", "Nama", "Perusahaan", "Sumber Dana"), *rows), places)
    assert [person.fund for person in people(table)] == ["APBD Kabupaten", "CSR", "CSR", "", ""]
