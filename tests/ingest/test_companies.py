"""Company sheets: every employer kept as it was written, judged beside what was written, totals held against it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import Column, CompanyFact, SheetKind, silent
from desktop_app.ingest.company.companies import read_companies
from desktop_app.ingest.finding.headers import Header
from desktop_app.ingest.grid import Cell, Grid, Merged, is_empty
from desktop_app.ingest.mapping.columns import Mapping
from desktop_app.ingest.regions.places import Places
from desktop_app.ingest.tables import Layout, Progress, Tally

FIELDS = ("no", "npp", "company", "kecamatan", "scale", "actual", "registered", "programme", "arrears_months", "arrears", "category")  # fmt: skip
THREE = frozenset({Benefit.JKK, Benefit.JKM, Benefit.JHT})
FOUR = THREE | {Benefit.JP}


def read(
    places: Places, fields: Sequence[str], *rows: Sequence[Cell], merged: Sequence[Merged] = (), hidden: Sequence[int] = ()
) -> Tally:  # fmt: skip
    """Row 1 is a header of the fields' own names, so that the first row of data is Excel's row 2."""
    sheet: list[Sequence[Cell]] = [list(fields), *rows]
    labels: dict[int, tuple[str, ...]] = {place: (name,) for place, name in enumerate(fields)}
    layout = Layout(
        grid=Grid("Lembar1", lambda: iter(sheet), len(sheet), tuple(merged), hidden_rows=frozenset(hidden)),
        header=Header(SheetKind.PERUSAHAAN, (0,), labels),
        mapping=Mapping((), {name: place for place, name in enumerate(fields)}),
        titles=(), lines=(), period=None, places=places, within="51.03",
    )  # fmt: skip
    return read_companies(layout, Progress(silent, 0, len(sheet)))


def facts(tally: Tally) -> list[CompanyFact]:
    return [row for row in tally.rows if isinstance(row, CompanyFact)]


def codes(tally: Tally) -> list[tuple[int, str]]:
    return [(problem.row, problem.code) for problem in tally.problems]


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.data_rows, tally.parked, tally.refused, tally.not_data


def test_a_list_as_branches_send_it(places: Places) -> None:
    tally = read(
        places, FIELDS,
        (1, "JJ900001", "PT. Contoh Rekaan", "Kuta", "Menengah", 40.0, 30.0, "JKK,JKM,JHT,JP", 0, "-", "PDS-TK"),
        (2, "09900002", "CV Ombak Rekaan", "Kuta Selatan", "mikro", "1.025", "1.025", "JKK & JKM", "3 bln", "Rp 16.800.000,-", "Menunggak"),
        (3, "", "UD Rekaan Jaya", "", "", "12 orang", "", "-", "", "", "Wajib Belum Daftar"),
        ("JUMLAH", "", "", "", "", 1077, 1055, "", "", 16_800_000, ""),
        ("Sumber: Kantor Cabang Contoh",),
        ("", "", "", "", "", "", "", "Kepala Kantor Cabang"),
    )  # fmt: skip
    assert facts(tally) == [
        CompanyFact(
            row=2, name="PT. Contoh Rekaan", npp="JJ900001", region="51.03.01", scale="menengah", actual=40,
            registered=30, benefits=FOUR, arrears_months=0, category="PDS TK", by_rules="PDS TK",
        ),
        CompanyFact(
            row=3, name="CV Ombak Rekaan", npp="09900002", region="51.03.05", scale="mikro", actual=1025,
            registered=1025, benefits=frozenset({Benefit.JKK, Benefit.JKM}), arrears_months=3, arrears=16_800_000,
            category="PIUTANG", by_rules="PIUTANG",
        ),
        CompanyFact(row=4, name="UD Rekaan Jaya", actual=12, category="PWBD", by_rules="PWBD"),
    ]  # fmt: skip
    assert not tally.problems
    assert counts(tally) == (3, 0, 0, 4)


@pytest.mark.parametrize(
    ("cell", "npp", "division", "warn"),
    [
        ("JJ900001", "JJ900001", "", ()),
        ("'00900001", "00900001", "", ()),
        (" jj 900001\u200b", "JJ900001", "", ()),
        ("JJ-900001", "JJ900001", "", ()),
        ("JJ900001-001", "JJ900001", "001", ()),
        ("JJ900001 / 000", "JJ900001", "000", ()),
        ("JJ900001 (002)", "JJ900001", "002", ()),
        ("JJ900001 div. 3", "JJ900001", "3", ()),
        (19900001.0, "19900001", "", ()),
        ("19900001.0", "19900001", "", ()),
        (900001, "900001", "", ("npp_numeric",)),
        ("belum ada", "", "", ()),
        ("Belum terdaftar", "", "", ()),
        ("nihil", "", "", ()),
        ("00000000", "", "", ()),
        (0, "", "", ()),
        ("1,99E+07", "", "", ("npp_unreadable",)),
        ("hubungi cabang", "", "", ("npp_unreadable",)),
        (19900001.5, "", "", ("npp_unreadable",)),
        ("JJ900001, JJ900002", "JJ900001, JJ900002", "", ()),
    ],
)
def test_an_npp_is_text_as_it_stands(
    places: Places, cell: Cell, npp: str, division: str, warn: tuple[str, ...]
) -> None:  # fmt: skip
    [fact] = facts(tally := read(places, ("npp", "company", "category"), (cell, "PT Contoh", "Lain")))
    assert (fact.npp, fact.division, fact.warn) == (npp, division, warn)
    assert [problem.code for problem in tally.problems] == [*warn]
    assert fact.by_rules == ("PWBD" if not npp and not warn else "")


def test_a_division_of_its_own_column_goes_before(places: Places) -> None:
    [fact] = facts(read(places, ("npp", "division", "company"), ("JJ900001-001", "002", "PT Contoh")))
    assert (fact.npp, fact.division) == ("JJ900001", "002")


@pytest.mark.parametrize(
    ("field", "cell", "kept", "code"),
    [
        ("nib", "0220001234567", "0220001234567", None),
        ("nib", 9120001234567.0, "9120001234567", None),
        ("nib", "NIB 9120 0012 34567", "9120001234567", None),
        ("nib", 220001234567, "", "nib_length"),
        ("nib", "9,12E+12", "", "nib_damaged"),
        ("nib", "-", "", None),
        ("npwp", "01.234.567.8-901.000", "012345678901000", None),
        ("npwp", "0012345678901000", "0012345678901000", None),
        ("npwp", 123456789012345, "123456789012345", None),
        ("npwp", 5103010101900010, "", "npwp_damaged"),
        ("npwp", 5103010101900011, "5103010101900011", None),
        ("npwp", 9991010101900011, "", "npwp_damaged"),
        ("npwp", "1.23457E+14", "", "npwp_damaged"),
        ("npwp", "12345", "", "npwp_length"),
        ("npwp", "belum ada", "", None),
        ("npwp", "00.000.000.0-000.000", "", None),
    ],
)
def test_numbers_of_companies_are_exact_or_empty(
    places: Places, field: str, cell: Cell, kept: str, code: str | None
) -> None:  # fmt: skip
    tally = read(places, ("npp", "company", field), ("JJ900001", "PT Contoh", cell))
    [fact] = facts(tally)
    assert getattr(fact, field) == kept
    assert fact.warn == ((code,) if code else ())
    assert [(problem.code, problem.cell) for problem in tally.problems] == ([(code, "C2")] if code else [])


@pytest.mark.parametrize(
    ("cell", "rupiah"),
    [
        (16_800_000, 16_800_000), ("16.800.000", 16_800_000), ("Rp 16.800.000,-", 16_800_000),
        ("Rp16.800.000,00", 16_800_000), ("Rp. 16.800,-", 16_800), ("IDR 16,800,000.00", 16_800_000),
        ("16,8 juta", 16_800_000), ("Rp 1,5 miliar", 1_500_000_000), ("0", 0), ("nihil", None), ("-", None), ("", None),
        ("16.800.000 rupiah", 16_800_000),
    ],
)  # fmt: skip
def test_rupiah(places: Places, cell: Cell, rupiah: int | None) -> None:
    tally = read(places, ("npp", "company", "arrears"), ("JJ900001", "PT Contoh", cell))
    assert [fact.arrears for fact in facts(tally)] == [rupiah]
    assert not tally.problems


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("arrears", "-5.000", "number_negative"), ("arrears", "banyak", "number_unreadable"),
        ("actual", -3, "number_negative"), ("actual", 1.563, "thousands_lost"), ("actual", float("nan"), "number_unreadable"), ("actual", "dua puluh", "number_unreadable"), ("actual", 12.5, "not_whole"),
        ("arrears_months", "Jan-Mar", "number_unreadable"), ("registered", True, "number_unreadable"),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_said_and_left_open(places: Places, field: str, cell: Cell, code: str) -> None:
    tally = read(places, ("npp", "company", field), ("JJ900001", "PT Contoh", cell))
    [fact] = facts(tally)
    assert (getattr(fact, field), fact.warn, codes(tally)) == (None, (code,), [(2, code)])


@pytest.mark.parametrize(
    ("header", "factor"),
    [
        ("Nilai Tunggakan (Rp juta)", 10**6), ("Tunggakan (dalam jutaan rupiah)", 10**6), ("Piutang (Juta Rp)", 10**6),
        ("Tunggakan (Rp. ribu)", 1000), ("Tunggakan (x Rp1.000)", 1000), ("Tunggakan (x 1.000.000)", 10**6),
        ("Piutang (Rp miliar)", 10**9),
    ],
)  # fmt: skip
def test_amounts_in_millions_are_said_once(places: Places, header: str, factor: int) -> None:
    tally = read_scaled(places, header, ("JJ900001", "PT Contoh", "16,8"), ("JJ900002", "PT Rekaan", 2))
    assert [fact.arrears for fact in facts(tally)] == [16_800 * factor // 1000, 2 * factor]
    assert codes(tally) == ([(1, "arrears_scaled")] if factor > 1 else [])


def read_scaled(places: Places, header: str, *rows: Sequence[Cell]) -> Tally:
    sheet: list[Sequence[Cell]] = [("NPP", "Nama", header), *rows]
    layout = Layout(
        grid=Grid("Lembar1", lambda: iter(sheet), len(sheet)),
        header=Header(SheetKind.PERUSAHAAN, (0,), {0: ("NPP",), 1: ("Nama",), 2: (header,)}),
        mapping=Mapping((Column("C", header, "arrears", 1.0),), {"npp": 0, "company": 1, "arrears": 2}),
        titles=(), lines=(), period=None, places=places, within=None,
    )  # fmt: skip
    return read_companies(layout, Progress(silent, 0, len(sheet)))


def test_programmes_in_columns_or_in_one_text(places: Places) -> None:
    columns = ("npp", "company", "jkk", "jkm", "jht", "jp")
    tally = read(
        places,
        columns,
        ("JJ900001", "A", "Y", "Y", "Y", "T"),
        ("JJ900002", "B", "V", 1, "✓", "-"),
        ("JJ900003", "C", "", "", "", ""),
    )
    assert [fact.benefits for fact in facts(tally)] == [THREE, THREE, None]
    texts = (
        "JKK,JKM,JHT",
        "JHT + JKK + JKm",
        "Jaminan Kecelakaan Kerja, Kematian dan Hari Tua",
        "-",
        "lengkap",
        "belum JP",
    )
    tally = read(places, ("npp", "company", "programme"), *((f"JJ90000{n}", "A", text) for n, text in enumerate(texts)))
    assert [fact.benefits for fact in facts(tally)] == [THREE, THREE, THREE, None, None, None]
    assert codes(tally) == [(6, "programme_unreadable"), (7, "programme_unreadable")]


def test_the_category_stays_as_given_beside_the_one_by_rules(places: Places) -> None:
    row = (1, "JJ900001", "PT Contoh", "", "kecil", 40, 30, "JKK JKM JHT", 0, 0, "Patuh")
    tally = read(places, FIELDS, row, (2, "JJ900002", "PT Tutup", "", "", 4, 3, "", "", "", "Tutup sementara"))
    first, second = facts(tally)
    assert (first.category, first.by_rules, first.warn) == ("PATUH", "PDS TK", ("category_differs",))
    assert (second.category, second.by_rules, second.warn) == ("Tutup sementara", "PDS TK", ())
    [problem] = tally.problems
    assert (problem.row, problem.cell, problem.value) == (2, "K2", "PATUH")
    assert "PDS TK" in problem.message


@pytest.mark.parametrize("field", ["note", "status"])
def test_a_remark_that_is_a_category_where_no_column_is(places: Places, field: str) -> None:
    tally = read(
        places, ("npp", "company", field), ("", "UD Contoh", "PWBD"), ("JJ900001", "PT Contoh", "pindah alamat")
    )
    assert [fact.category for fact in facts(tally)] == ["PWBD", ""]


def test_more_registered_than_there_are(places: Places) -> None:
    tally = read(places, ("npp", "company", "actual", "registered"), ("JJ900001", "PT Contoh", 30, 40))
    [fact] = facts(tally)
    assert (fact.actual, fact.registered, fact.warn) == (30, 40, ("registered_over_actual",))
    [problem] = tally.problems
    assert (problem.found, problem.expected, problem.cell) == (40, 30, "D2")


def test_the_same_npp_twice_is_kept_and_said(places: Places) -> None:
    tally = read(
        places, ("npp", "company", "actual"),
        ("JJ900001-000", "PT Contoh", 30), ("JJ900001-001", "PT Contoh", 5), ("JJ900001", "PT Contoh", 30),
        ("", "UD Tanpa", 2), ("", "UD Tanpa", 2),
    )  # fmt: skip
    assert [fact.warn for fact in facts(tally)] == [(), (), ("npp_twice",), (), ()]
    assert "baris 2" in tally.problems[0].message
    assert counts(tally) == (5, 0, 0, 1)


def test_places_are_never_guessed(places: Places) -> None:
    tally = read(
        places, ("npp", "company", "kecamatan", "actual"),
        ("JJ900001", "PT A", "", 1), ("JJ900002", "PT B", "-", 2), ("JJ900003", "PT C", "Kuta", 3),
        ("JJ900004", "PT D", "Kutaa", 4), ("JUMLAH", "", "", 10),
    )  # fmt: skip
    assert [(fact.npp, fact.region) for fact in facts(tally)] == [("JJ900001", None), ("JJ900002", None), ("JJ900003", "51.03.01")]  # fmt: skip
    [problem] = tally.problems
    assert (problem.row, problem.value, problem.state.value) == (5, "Kutaa", "menunggu")
    assert counts(tally) == (3, 1, 0, 2)


def test_totals_are_checksums(places: Places) -> None:
    fields = ("no", "npp", "company", "actual", "registered", "arrears")
    tally = read(
        places, fields,
        ("", "", "KECAMATAN KUTA"),
        (1, "JJ900001", "PT A", 10, 5, 100), (2, "JJ900002", "PT B", 20, 15, 200),
        ("Sub Total", "", "", 30, 20, 300),
        ("B", "KECAMATAN MENGWI"),
        (3, "JJ900003", "PT C", 1, 1, 0), ("", "", "Jumlah Kec. Mengwi", 1, 1, 0),
        ("JUMLAH", "", "", 32, 21, 300),
    )  # fmt: skip
    assert [fact.row for fact in facts(tally)] == [3, 4, 7]
    [problem] = tally.problems
    assert (problem.row, problem.code, problem.found, problem.expected) == (9, "total_mismatch", 32, 31)
    assert counts(tally) == (3, 0, 0, 6)


def test_a_total_without_its_label_is_no_company(places: Places) -> None:
    fields = ("no", "npp", "company", "actual", "arrears")
    tally = read(places, fields, (1, "JJ900001", "PT A", 10, 5), (2, "JJ900002", "PT B", 20, 15), ("", "", "", 30, 20))
    assert counts(tally) == (2, 0, 0, 2)
    tally = read(places, fields, (1, "JJ900001", "PT A", 10, 5), (2, "", "", 20, 15), (3, "JJ900003", "PT C", 1, 1))
    assert codes(tally) == [(3, "no_company")]
    assert counts(tally) == (2, 0, 1, 1)


def test_companies_that_sound_like_totals_and_notes(places: Places) -> None:
    fields = ("no", "npp", "company", "address", "actual")
    tally = read(
        places, fields,
        (1, "JJ900001", "Total Bangun Persada", "Jl. Rekaan 1", 10), ("", "", "Total Rekaan Jaya", "Jl. Rekaan 2", 5),
        ("", "", "Sumber Rejeki Rekaan", "Jl. Rekaan 3", ""), (4, "", "Jumlah Rekaan", "", ""),
        (5, "JJ900005", "PT Akhir", "Jl. Rekaan 5", 2),
    )  # fmt: skip
    assert [fact.name for fact in facts(tally)] == [
        "Total Bangun Persada", "Total Rekaan Jaya", "Sumber Rejeki Rekaan", "Jumlah Rekaan", "PT Akhir",
    ]  # fmt: skip


def test_prepared_repeated_and_carried_rows_are_no_data(places: Places) -> None:
    fields = ("no", "npp", "company", "actual")
    tally = read(
        places, fields,
        (1, "JJ900001", "PT A", 10), ("Dipindahkan", "", "", 10), fields, ("Pindahan", "", "", 10),
        (2, "JJ900002", "PT B", 20), (3, "", "", ""), ("Denpasar, 31 Maret 2025",), ("", "", "I Contoh, S.E."),
    )  # fmt: skip
    assert [fact.row for fact in facts(tally)] == [2, 6]
    assert counts(tally) == (2, 0, 0, 7)
    assert not tally.problems


def test_merged_and_ditto_cells_count_for_the_rows_they_cover(places: Places) -> None:
    tally = read(
        places, ("npp", "division", "company", "actual"),
        ("JJ900001", "000", "PT Contoh", 10), ("", "001", "", 5), ("sda", "002", "sda", 4),
        merged=(Merged(1, 0, 2, 0), Merged(1, 2, 2, 2)),
    )  # fmt: skip
    assert [(fact.npp, fact.division, fact.name, fact.actual) for fact in facts(tally)] == [
        ("JJ900001", "000", "PT Contoh", 10), ("JJ900001", "001", "PT Contoh", 5), ("JJ900001", "002", "PT Contoh", 4),
    ]  # fmt: skip
    assert not tally.problems


def test_hidden_rows_are_data_and_say_so(places: Places) -> None:
    tally = read(places, ("npp", "company", "actual"), ("JJ900001", "A", 1), ("JJ900002", "B", 2), hidden=[2])
    assert [fact.warn for fact in facts(tally)] == [(), ("hidden_row",)]


def test_a_small_summary_below_the_list_is_no_data(places: Places) -> None:
    fields = ("no", "npp", "company", "actual", "category")
    tally = read(
        places, fields,
        (1, "JJ900001", "PT A", 10, "Patuh"), (2, "", "UD B", "", "PWBD"),
        ("", "", "PWBD", 1), ("", "", "Patuh", 1), ("", "", "UD C", "", "PWBD"), ("", "", "I Contoh, S.E."),
    )  # fmt: skip
    assert [fact.name for fact in facts(tally)] == ["PT A", "UD B", "UD C"]


FEW_PLACES = Places(
    [
        Region("51", "Bali", Level.PROVINSI),
        Region("51.03", "Kabupaten Badung", Level.KABUPATEN),
        Region("51.03.01", "Kuta", Level.KECAMATAN),
    ],
    {},
)
CELLS = st.one_of(
    st.sampled_from(["", "-", "JUMLAH", "sda", "JJ900001", "PT Contoh", "Kuta", "Rp 1.000,-", "PWBD", "1", "A", "Sumber: X", "\u200b"]),
    st.integers(-5, 10**17), st.floats(), st.booleans(), st.dates(), st.text(max_size=8),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=11), max_size=8))
def test_every_row_is_counted_once(rows: list[list[Cell]]) -> None:
    tally = read(FEW_PLACES, FIELDS, *rows)
    assert sum(counts(tally)) == 1 + sum(not is_empty(row) for row in rows)
    assert len(facts(tally)) == tally.data_rows
    assert all(fact.name or fact.npp for fact in facts(tally))
