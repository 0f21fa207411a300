"""Columns get their fields by header and by values, with the doubt shown; what was said before wins."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Area, Header
from desktop_app.ingest.grid import Cell, Grid, Row
from desktop_app.ingest.mapping.columns import Mapping, drift, fingerprint, map_columns, nearest

NIKS = (
    "5103045506909001",
    "5104011203859002",
    "5105026411779003",
    "5108030108999004",
    "5171014712839005",
    "5102060201949006",
)
BIRTHS = ("15-06-1990", "12-03-1985", "24-11-1977", "01-08-1999", "07-12-1983", "02-01-1994")
NAMES = ("Ni Luh Contoh", "I Made Rekaan", "Ni Ketut Umpama", "I Wayan Misal", "Ni Putu Andai", "I Nyoman Contoh")
MOTHERS = ("Ni Wayan Satu", "Ni Made Dua", "Ni Nyoman Tiga", "Ni Ketut Empat", "Ni Putu Lima", "Ni Luh Enam")
SEXES = ("P", "L", "P", "L", "P", "L")
KKS = (
    "5103041201159001",
    "5103041201159001",
    "5105020304169002",
    "5105020304169002",
    "5171011107149003",
    "5171011107149003",
)
KPJS = ("00012345671", "00012345672", "18012345673", "18012345674", "98012345675", "98012345676")
PHONES = ("081234567801", "081234567802", "6281234567803", "+62 812-3456-7804", "08123456785", "081234567806")


def grid_of(rows: Sequence[Row]) -> Grid:
    return Grid("", lambda: iter(rows), len(rows))


def mapped(
    columns: Sequence[tuple[str, Sequence[Cell]]], kind: SheetKind = SheetKind.PESERTA, **said: dict[str, str]
) -> Mapping:
    """The mapping of a table given as its columns: header and values."""
    labels: dict[int, tuple[str, ...]] = {place: (text,) for place, (text, _) in enumerate(columns) if text}
    height = max(len(values) for _, values in columns)
    rows: list[Row] = [[values[row] if row < len(values) else "" for _, values in columns] for row in range(height)]
    top: list[Row] = [[text for text, _ in columns]] if labels else []
    header = Header(kind, (0,) if labels else (), labels)
    return map_columns(grid_of([*top, *rows]), header, **said)  # type: ignore[arg-type]


def fields(mapping: Mapping) -> list[str]:
    return [column.field for column in mapping.columns]


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        # A family card is no NIK, whatever stands first.
        ([("No. KK", KKS), ("NIK", NIKS), ("Nama", NAMES)], ["no_kk", "nik", "name"]),
        ([("Nomor", KKS), ("NIK", NIKS), ("Nama", NAMES)], ["no_kk", "nik", "name"]),
        ([("No Kartu", KKS), ("Nomor", NIKS), ("Nama", NAMES), ("Tgl Lahir", BIRTHS)], ["no_kk", "nik", "name", "birth_date"]),
        ([("NIK", KKS), ("No KTP", NIKS), ("Nama", NAMES), ("Tgl Lahir", BIRTHS)], ["no_kk", "nik", "name", "birth_date"]),
        # A company's own “NIK” is the number of an employee.
        ([("NIK", ["K-001", "K-002", "K-003"]), ("No KTP", NIKS[:3]), ("Nama", NAMES[:3])], ["", "nik", "name"]),
        ([("NIK", ["10021", "10022", "10023"]), ("No Identitas", NIKS[:3]), ("Nama", NAMES[:3])], ["", "nik", "name"]),
        ([("NIP", ["199006152015011001", "198503122010012002", "197711242005011003"]), ("NIK", NIKS[:3])], ["nip", "nik"]),
        ([("NIK", ["199006152015011001", "198503122010012002", "197711242005011003"]), ("Nama", NAMES[:3])], ["nip", "name"]),
        ([("NPWP", NIKS), ("NIK", NIKS), ("Nama", NAMES)], ["npwp", "nik", "name"]),
        ([("Nama Ibu Kandung", MOTHERS), ("NIK", NIKS), ("Nama", NAMES)], ["mother", "nik", "name"]),
        ([("Nama", MOTHERS), ("NIK", NIKS), ("Nama", NAMES)], ["", "nik", "name"]),
        ([("NIK Ibu", KKS), ("Nama", NAMES), ("Nomor Induk Kependudukan", NIKS)], ["relative_nik", "name", "nik"]),
        # Numbers that are no KPJ.
        ([("No. Peserta", PHONES), ("NIK", NIKS), ("Nama", NAMES)], ["phone", "nik", "name"]),
        ([("No Kartu", ["0001234567890", "0001234567891", "0001234567892"]), ("NIK", NIKS[:3])], ["", "nik"]),
        ([("No. Peserta", KPJS), ("No HP", PHONES), ("NIK", NIKS)], ["kpj", "phone", "nik"]),
        # Headers that the values correct.
        ([("No", NIKS), ("Nama", NAMES)], ["nik", "name"]),
        ([("Id", NIKS), ("Nama", NAMES)], ["nik", "name"]),
        ([("NIK", NIKS), ("Tanggal", BIRTHS), ("Tgl Daftar", ["01-01-2020"] * 6)], ["nik", "birth_date", "start_date"]),
        ([("NIK", NIKS), ("Tempat/Tgl Lahir", [f"Denpasar, {day}" for day in BIRTHS])], ["nik", "birth"]),
        ([("NIK", NIKS), ("Tempat Lahir", [f"Denpasar, {day}" for day in BIRTHS])], ["nik", "birth"]),
        ([("NIK", NIKS), ("TTL", BIRTHS)], ["nik", "birth_date"]),
        ([("NIK", NIKS), ("Tempat/Tgl Lahir", ["Bangli"] * 6), ("Tempat/Tgl Lahir", BIRTHS)], ["nik", "birth_place", "birth_date"]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Status", ["Kawin", "Belum Kawin", "Kawin", "Kawin", "Cerai", "Kawin"])], ["nik", "name", "marital"]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Status", ["PKWT", "PKWTT", "Tetap", "Kontrak", "PKWT", "PKWT"])], ["nik", "name", ""]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Status", ["Aktif", "Nonaktif", "AKTIF", "Aktif", "Aktif", "NA"])], ["nik", "name", "status"]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Kel", SEXES)], ["nik", "name", "sex"]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Desa", ["51.03.01.2001"] * 6)], ["nik", "name", "code"]),
        # Just “Kode”: a region's code by its values, not the number of a department.
        ([("NIK", NIKS), ("Nama", NAMES), ("Kode", ["51.04.05.2002", "5104052002", "51 04 05 2002", 5104052002, "51.04.05", "5104"])], ["nik", "name", "code"]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Kode", ["1101", "1102", "1101", "1203", "1101", "1102"])], ["nik", "name", ""]),
        ([("NIK", NIKS), ("Nama", NAMES), ("Kode", ["A-1", "A-2", "B-1", "B-2", "C-1", "C-2"])], ["nik", "name", ""]),
        ([("NIK", NIKS), ("Kategori", ["PU", "BPU", "BPU", "PU", "PU", "Jakon"])], ["nik", "segment"]),
    ],
)  # fmt: skip
def test_header_and_values_together(columns: list[tuple[str, Sequence[Cell]]], wanted: list[str]) -> None:
    assert fields(mapped(columns)) == wanted


def test_a_recap_headed_kode_has_the_codes_of_its_regions() -> None:
    columns: list[tuple[str, Sequence[Cell]]] = [
        ("Kode", ["5103", "51.04", 5106]),
        ("Kabupaten", ["Badung", "Gianyar", "Bangli"]),
        ("PU", [3, 4, 5]),
    ]
    assert fields(mapped(columns, SheetKind.REKAP)) == ["code", "kabupaten", "people_pu"]


def test_a_list_without_a_header_is_understood_by_its_values() -> None:
    mapping = mapped([
        ("", [1, 2, 3, 4, 5, 6]), ("", NIKS), ("", NAMES), ("", SEXES), ("", [datetime(1990, 6, 15), *BIRTHS[1:]]), ("", KPJS),
        ("", PHONES), ("", ["Kec. Kuta"] * 6), ("", ["Br. Contoh, Kuta"] * 6), ("", MOTHERS),
    ])  # fmt: skip
    assert fields(mapping) == ["no", "nik", "name", "sex", "birth_date", "kpj", "phone", "kecamatan", "banjar", ""]
    assert all(column.confidence < 0.8 for column in mapping.columns)


def test_rows_that_were_damaged_by_a_spreadsheet_are_still_the_nik() -> None:
    damaged: list[Cell] = [
        5103045506909000,
        5.10401e15,
        "5105026411779003.0",
        "'5108030108999004",
        "5171 0147 1283 9005",
    ]
    assert mapped([("Kolom1", damaged), ("Nama", NAMES[:5])]).at == {"nik": 0, "name": 1}


def test_dates_of_any_type_agree_with_the_nik() -> None:
    days: list[Cell] = [date(1990, 6, 15), 31118, "24 November 1977", "1999-08-01", "12/07/1983", "2 Jan 94"]
    assert mapped([("NIK", NIKS), ("Tgl", days)]).at["birth_date"] == 1


def test_the_doubt_is_shown() -> None:
    clear = mapped([("NIK", NIKS), ("Nama", NAMES), ("JK", SEXES)])
    assert [column.confidence for column in clear.columns] == [1.0, 1.0, 1.0]
    doubtful = mapped([("NIK", NIKS), ("No KTP", KKS), ("Nama", NAMES), ("JK", ["1", "7", "?", "x", "x", "x"])])
    nik, _, _, sex = doubtful.columns
    assert (nik.field, sex.field) == ("nik", "sex")
    assert sex.confidence < 0.6
    by_values = mapped([("Kolom", NIKS), ("Nama", NAMES)])
    assert by_values.columns[0].confidence <= 0.6
    disagreeing = mapped([("NIK", NIKS * 2), ("Tgl Lahir", ["31-05-1961"] * 12)])
    assert disagreeing.columns[0].confidence == 0.6


def test_examples_are_distinct_and_private_ones_masked() -> None:
    mapping = mapped([
        ("NIK", NIKS), ("Nama", ["Ni Luh"] * 4 + ["I Made", "I Gede"]), ("No HP", PHONES), ("No KK", KKS), ("Lain", NIKS),
    ])  # fmt: skip
    assert mapping.columns[0].examples == ("5103••••••••9001", "5104••••••••9002", "5105••••••••9003")
    assert mapping.columns[1].examples == ("Ni Luh", "I Made", "I Gede")
    shown = " ".join(text for column in mapping.columns for text in column.examples)
    assert not any(number in shown for number in (*NIKS, *PHONES, *KKS))


def test_penyebut_is_a_name_or_a_number_by_its_values() -> None:
    for value, field in (("UCJ 2025", "base_name"), (1_837_899, "workers_total")):
        columns = [("Kabupaten/Kota", ["Badung"]), ("Peserta aktif", [5]), ("Penyebut", [value])]
        assert mapped(columns, SheetKind.REKAP).at[field] == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Target", ["73,86%", "67,28%"], "target"), ("Target", [0.6728, 0.7386], "target"), ("Target", [67.28, 73.86], "target"),
        ("Target", ["12.500", "9.800"], "target_people"), ("Capaian", ["12.500", "9.800"], "people_total"),
        ("Peserta Aktif", ["58,68%", "61%"], "share_total"), ("Peserta Aktif", [5, 7], "people_total"),
    ],
)  # fmt: skip
def test_counts_and_shares_are_told_apart_by_their_size(header: str, values: list[Cell], field: str) -> None:
    assert fields(mapped([("Kabupaten", ["Badung", "Bangli"]), (header, values)], SheetKind.REKAP))[1] == field


COLUMNS: list[tuple[str, Sequence[Cell]]] = [
    ("No", [1, 2, 3, 4, 5, 6]), ("NIK", NIKS), ("No. KK", KKS), ("Nama Lengkap", NAMES), ("Nama Ibu Kandung", MOTHERS),
    ("Tempat Lahir", ["Bangli"] * 6), ("Tgl Lahir", BIRTHS), ("L/P", SEXES), ("No KPJ", KPJS), ("No HP", PHONES), ("Kecamatan", ["Kuta"] * 6),
    ("Catatan petugas", ["x"] * 6),
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(range(len(COLUMNS))), upper=st.booleans())
def test_any_order_of_columns_gives_the_same_fields(order: list[int], upper: bool) -> None:
    def cased(place: int) -> tuple[str, Sequence[Cell]]:
        text, values = COLUMNS[place]
        return (f" {text.upper()} " if upper else text), values

    usual, mixed = mapped(COLUMNS), mapped([cased(place) for place in order])
    assert {field: order[place] for field, place in mixed.at.items()} == usual.at
    assert set(usual.at) == {
        "no", "nik", "no_kk", "name", "mother", "birth_place", "birth_date", "sex", "kpj", "phone", "kecamatan",
    }  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(range(6)))
def test_any_order_of_columns_without_headers_gives_the_same_fields(order: list[int]) -> None:
    columns: list[tuple[str, Sequence[Cell]]] = [
        ("", NIKS),
        ("", KKS),
        ("", NAMES),
        ("", SEXES),
        ("", BIRTHS),
        ("", KPJS),
    ]
    mapping = mapped([columns[place] for place in order])
    assert {field: order[place] for field, place in mapping.at.items()} == {
        "nik": 0, "no_kk": 1, "name": 2, "sex": 3, "birth_date": 4, "kpj": 5,
    }  # fmt: skip


def test_what_the_clerk_says_wins_over_what_is_remembered_and_that_over_what_is_found() -> None:
    columns = [("Nomor", NIKS), ("Nama", NAMES), ("Nama Ibu", MOTHERS), ("Ket", KPJS)]
    assert mapped(columns).at == {"nik": 0, "name": 1, "mother": 2, "note": 3}
    remembered = {"nomor": "nik", "nama": "mother", "nama ibu": "name", "ket": "kpj"}
    assert mapped(columns, remembered=remembered).at == {"nik": 0, "mother": 1, "name": 2, "kpj": 3}
    chosen = {"B": "name", "D": ""}
    mapping = mapped(columns, remembered=remembered, chosen=chosen)
    assert mapping.at == {"nik": 0, "name": 1}
    assert mapping.columns[1].confidence == 1.0


def test_a_remembered_column_that_no_longer_fits_is_doubtful() -> None:
    mapping = mapped([("Nomor", KPJS), ("Nama", NAMES)], remembered={"nomor": "nik"})
    assert (mapping.columns[0].field, mapping.columns[0].confidence) == ("nik", 0.3)


def test_columns_of_earlier_months_are_left_alone() -> None:
    labels = {0: ("Kabupaten",), 1: ("Peserta", "2023"), 2: ("Peserta", "2024")}
    header = Header(SheetKind.REKAP, (0,), labels, older=frozenset({1}))
    assert map_columns(grid_of([["", "", ""], ["Badung", 5, 6]]), header).at == {"kabupaten": 0, "people_total": 2}


def test_only_the_columns_and_rows_of_the_table_are_looked_at() -> None:
    header = Header(SheetKind.PESERTA, (0,), {2: ("NIK",), 3: ("Nama",)})
    rows: list[Row] = [
        ["", "", "NIK", "Nama", ""],
        *[[nik, "", nik, name, nik] for nik, name in zip(NIKS, NAMES, strict=True)],
        ["x", "", "x"],
    ]
    area = Area(header=header, start=0, end=7, left=2, right=4)
    mapping = map_columns(grid_of(rows), header, area=area)
    assert [column.letter for column in mapping.columns] == ["C", "D"]
    assert [column.confidence for column in mapping.columns] == [1.0, 1.0]


def header_of(*texts: str) -> Header:
    return Header(SheetKind.PESERTA, (0,), {place: (text,) for place, text in enumerate(texts)})


def test_a_fingerprint_knows_the_header_in_any_order_case_and_spacing() -> None:
    one = fingerprint(header_of("NIK", "Nama Lengkap", "Tgl. Lahir"))
    assert len(one) == 16
    assert one == fingerprint(header_of("TGL_LAHIR", " nik ", "NAMA  LENGKAP"))
    assert one != fingerprint(header_of("NIK", "Nama", "Tgl. Lahir"))
    assert fingerprint(Header(SheetKind.PESERTA, (), {})) == ""


def test_a_changed_header_is_shown_and_the_form_still_known() -> None:
    remembered = {"nik": "nik", "nama lengkap": "name", "tgl lahir": "birth_date", "hp": "phone"}
    header = header_of("NIK", "Nama Lengkap", "Tgl. Lahir", "No. HP")
    assert drift(remembered, header) == (["No. HP"], ["hp"])
    assert drift(remembered, header_of("HP", "tgl lahir", "nama lengkap", "nik")) == ([], [])
    assert nearest({"0" * 16: remembered}, header) == remembered
    assert nearest({"0" * 16: remembered}, header_of("Wilayah", "Target", "NIK")) == {}
