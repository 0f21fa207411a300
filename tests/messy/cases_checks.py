"""Traps of recaps that do not agree with themselves: each finding by its code, at its row, and no other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.messy.book import Page
from tests.messy.cases_recaps import recap_case
from tests.messy.counting import USUAL, Line, lay_recap, regencies
from tests.messy.truth import Case, CheckTruth, FigureTruth, TableTruth

PARTS = ("no", "wilayah", "pu", "bpu", "jakon", "total")
AT = 4
"""The third region is the broken one; its row on the page is 4."""


def _page(
    lines: Sequence[Line], columns: Sequence[str] = USUAL, total: str = ""
) -> tuple[Page, tuple[FigureTruth, ...]]:
    page = Page()
    return page, lay_recap(page, lines, columns, total=total)


def pct_mismatch() -> Iterator[Case]:
    """A printed share that is not numerator over base; one case of two swapped digits in the base."""
    lines = regencies("pct")
    right = lines[2].values["coverage_pct"]
    lines[2].values["coverage_pct"] = round(right + 5, 2)
    page, figures = _page(lines)
    wrong = CheckTruth(AT, "pct_mismatch", {"sheet": "Data", "found": round(right + 5, 2), "expected": right})
    yield recap_case("pct_mismatch", page, figures, [wrong])
    page = Page()
    page.line(1, "Provinsi", "Penduduk Bekerja", "Peserta Aktif", "Cakupan (%)")
    page.line(2, "Bali", 1_873_899, 935_079, 50.88)
    pins = {"penduduk_bekerja": 1_873_899, "total": 935_079, "coverage_pct": 50.88}
    swap = CheckTruth(2, "pct_mismatch", {"found": 50.88, "expected": 49.9}, mentions="1.837.899")
    yield recap_case("pct_mismatch_angka_bertukar", page, [FigureTruth(region="51", pins=pins)], [swap])
    page = Page()
    page.line(1, "Kabupaten/Kota", "Penduduk Bekerja", "Jumlah Peserta", "Cakupan (%)")
    page.lines(
        2,
        [
            ["Kab. Gianyar", 198_628, 130_300, 65.6],
            ["Kab. Badung", 109_417, 70_017, 63.99],
            ["Kab. Bangli", "99.700", "36.690", "36,80%"],
        ],
    )
    good = [FigureTruth(region="51.04", pins={"coverage_pct": 65.6}), FigureTruth(region="51.03", pins={"coverage_pct": 63.99}),
            FigureTruth(region="51.06", pins={"total": 36_690, "penduduk_bekerja": 99_700})]  # fmt: skip
    yield recap_case("pct_cocok", page, good)


def pct_over_100() -> Iterator[Case]:
    """A share above 100 %, correctly computed."""
    lines = regencies("lebih")
    lines[2].values["penduduk_bekerja"] = lines[2].values["total"] - 1000
    lines[2].values["coverage_pct"] = round(lines[2].values["total"] / lines[2].values["penduduk_bekerja"] * 100, 2)
    page, figures = _page(lines)
    yield recap_case("pct_over_100", page, figures, [CheckTruth(AT, "pct_over_100", {"sheet": "Data"})])


def sum_mismatch() -> Iterator[Case]:
    """PU + BPU + Jakon is not the total of the row."""
    lines = regencies("jumlah_baris")
    found = lines[2].values["total"] + 90
    right = lines[2].values["total"]
    lines[2].values["total"] = found
    page, figures = _page(lines, PARTS)
    yield recap_case(
        "sum_mismatch", page, figures, [CheckTruth(AT, "sum_mismatch", {"found": found, "expected": right})]
    )
    lines = regencies("jumlah_baris_cocok")
    page, figures = _page(lines, PARTS, total="JUMLAH")
    yield recap_case("sum_cocok", page, figures)


def total_mismatch() -> Iterator[Case]:
    """The total row is not the sum of the rows above; its row is the one that is named."""
    for number, label in enumerate(("JUMLAH", "TOTAL", "Jumlah Total", "Grand Total", "PROVINSI BALI")):
        lines = regencies(f"jumlah_kolom{number}")
        page, figures = _page(lines, ("no", "wilayah", "pu", "bpu"), total=label)
        page.cells[11, 3] = int(sum(line.values["pu"] for line in lines)) + 1000
        right = sum(line.values["pu"] for line in lines)
        check = CheckTruth(11, "total_mismatch", {"found": right + 1000, "expected": right})
        yield recap_case(f"total_mismatch_{number}", page, figures, [check])


def value_missing() -> Iterator[Case]:
    """One region without its figure among regions that have it."""
    lines = regencies("hilang")
    del lines[2].values["bpu"]
    page, figures = _page(lines, ("no", "wilayah", "pu", "bpu"))
    empty = FigureTruth(region=figures[2].region, sheet="Data", row=AT, pins={**figures[2].pins, "bpu": None})
    yield recap_case(
        "value_missing", page, [*figures[:2], empty, *figures[3:]], [CheckTruth(AT, "value_missing", {"sheet": "Data"})]
    )


def numerator_equals_denominator() -> Iterator[Case]:
    """The base printed as the number of participants."""
    lines = regencies("pembilang")
    lines[2].values["total"] = lines[2].values["penduduk_bekerja"]
    page, figures = _page(lines, ("no", "wilayah", "penduduk_bekerja", "total", "coverage_pct"))
    yield recap_case(
        "numerator_equals_denominator", page, figures, [CheckTruth(AT, "numerator_equals_denominator")], only=False
    )
    page = Page()
    page.line(1, "Provinsi", "Penduduk Bekerja", "Jumlah Peserta", "Cakupan (%)")
    page.line(2, "Bali", 2_617_816, 2_617_816, 41.61)
    yield recap_case(
        "pembilang_sama_bali",
        page,
        [FigureTruth(region="51", pins={})],
        [CheckTruth(2, "numerator_equals_denominator")],
        only=False,
    )


def thousands_lost() -> Iterator[Case]:
    """1.563 as a number beside 758: Excel took the dot of the thousands for a decimal point."""
    page = Page()
    page.line(1, "No", "Kabupaten/Kota", "PU", "BPU")
    values = ((758, 912), (1.563, 640), (2.114, 1.022), (905, 350), (644, 478))
    names = ("Jembrana", "Tabanan", "Badung", "Gianyar", "Klungkung")
    checks = []
    for row, (name, (pu, bpu)) in enumerate(zip(names, values, strict=True), 2):
        page.line(row, row - 1, name, pu, bpu)
        checks += [CheckTruth(row, "thousands_lost") for value in (pu, bpu) if isinstance(value, float)][:1]
    figures = [
        FigureTruth(region=f"51.0{n}", pins={"pu": _restored(pu), "bpu": _restored(bpu)})
        for n, (pu, bpu) in enumerate(values, 1)
    ]
    yield recap_case("thousands_lost", page, figures, checks, only=False)
    page = Page()
    page.line(1, "No", "Kabupaten/Kota", "PU", "BPU")
    for row, (name, (pu, bpu)) in enumerate(zip(names, values, strict=True), 2):
        page.line(
            row,
            row - 1,
            name,
            f"{pu:.3f}" if isinstance(pu, float) else str(pu),
            f"{bpu:.3f}" if isinstance(bpu, float) else str(bpu),
        )
    sure = [
        FigureTruth(region=f"51.0{n}", pins={"pu": round(pu * 1000) if isinstance(pu, float) else pu})
        for n, (pu, _) in enumerate(values, 1)
    ]
    yield recap_case("ribuan_teks", page, sure)


def _restored(value: float) -> object:
    """What a damaged count may become: its thousands again, or unknown; never 1.563 people."""
    return frozenset({round(value * 1000), None}) if isinstance(value, float) else value


def unlike_units() -> Iterator[Case]:
    """A total that adds employers and workers."""
    page = Page()
    page.line(1, "Kabupaten/Kota", "Jumlah Perusahaan", "Jumlah Tenaga Kerja", "Total")
    page.lines(2, [["Kab. Badung", 1233, 82_001, 83_234], ["Kab. Gianyar", 2100, 43_000, 45_100]])
    checks = [CheckTruth(2, "unlike_units"), CheckTruth(3, "unlike_units")]
    truth = recap_case("unlike_units_kolom", page, (), checks, only=False, tables=(TableTruth(name="Data"),))
    yield _without_figures(truth)
    page = Page()
    page.line(1, "DATA KEPESERTAAN KABUPATEN BADUNG TAHUN 2024")
    page.line(3, "Uraian", "2023", "2024")
    page.lines(
        4, [["Jumlah Perusahaan", 1201, 1233], ["Jumlah Tenaga Kerja", 80_100, 82_001], ["Total", 81_301, 83_234]]
    )
    yield _without_figures(
        recap_case(
            "unlike_units_baris",
            page,
            (),
            [CheckTruth(6, "unlike_units")],
            only=False,
            tables=(TableTruth(name="Data"),),
        )
    )


def _without_figures(case: Case) -> Case:
    return replace(case, truth=replace(case.truth, figures=None, rejected=None, counts={}))


TRAPS = (
    pct_mismatch, pct_over_100, sum_mismatch, total_mismatch, value_missing, numerator_equals_denominator, thousands_lost,
    unlike_units,
)  # fmt: skip
