"""Traps of recaps: levels, orders, number styles, and what a recap is made of."""

import random
from collections.abc import Callable, Iterator, Sequence

from tests.messy.book import Book, Cell, Page
from tests.messy.counting import HEADERS, USUAL, Line, Write, kecamatans, lay_recap, regencies
from tests.messy.laying import title_block
from tests.messy.people import villages
from tests.messy.truth import Case, CheckTruth, FigureTruth, TableTruth, Truth
from tests.messy.writing import book_writer, csv_text, text_writer

TRAP = "rekap"
ALL = ("no", "wilayah", "angkatan_kerja", "pengangguran", "penduduk_bekerja", *USUAL[3:], "target_pct")


def recap_case(
    name: str, page: Page, figures: Sequence[FigureTruth], checks: Sequence[CheckTruth] = (), *, only: bool = True,
    file: str = "rekap.xlsx", write: Callable[..., None] | None = None, tables: tuple[TableTruth, ...] = (),
) -> Case:  # fmt: skip
    truth = Truth(
        figures=tuple(figures), checks=tuple(checks), only_checks=only, rows=(), rejected=(),
        tables=tables or (TableTruth(name=page.name, kind="rekap"),), counts={"read": page.filled, "parked": 0, "refused": 0},
    )  # fmt: skip
    return Case(trap=TRAP, name=name, file=file, write=write or book_writer(Book([page])), truth=truth)


def usual() -> Iterator[Case]:
    """Regions, base, segments, total and share, with a total row that agrees: nothing is challenged."""
    for number in range(8):
        rng = random.Random(f"rekap{number}")
        page = Page()
        row = title_block(rng, page, title="REKAPITULASI KEPESERTAAN JAMSOSTEK PER 31 MARET 2025")
        columns = list(ALL if number % 2 else USUAL)
        headers = {name: rng.choice(HEADERS[name]) for name in columns}
        total = rng.choice(["JUMLAH", "TOTAL", "Jumlah", "JML", "Total Bali"])
        figures = lay_recap(page, regencies(f"rekap{number}"), columns, row=row, headers=headers, total=total)
        yield recap_case(f"rekap_{number}", page, figures)


def number_styles() -> Iterator[Case]:
    """Thousands by dot, comma or space, shares as number, fraction or text; the style is decided per column."""
    counts: dict[str, Write] = {
        "titik": lambda v: f"{int(v):,}".replace(",", "."), "titik_desimal": lambda v: f"{int(v):,}".replace(",", ".") + ",00",
        "koma": lambda v: f"{int(v):,}", "spasi": lambda v: f"{int(v):,}".replace(",", " "), "polos": lambda v: str(int(v)),
        "nbsp": lambda v: f"{int(v):,}".replace(",", "\u00a0"), "desimal": float, "satuan": lambda v: f"{int(v):,} orang".replace(",", "."),
        "petik": lambda v: f"'{int(v):,}".replace(",", "."),
    }  # fmt: skip
    for name, count in counts.items():
        page = Page()
        figures = lay_recap(page, regencies(f"gaya{name}"), count=count)
        yield recap_case(f"angka_{name}", page, figures)
    page = Page(name="")
    figures = lay_recap(
        page, regencies("gaya_csv"), count=counts["titik"], share=lambda v: f"{v:.2f}".replace(".", ",")
    )
    yield recap_case("angka_csv", page, figures, file="rekap.csv", write=text_writer(csv_text(page.grid())))


def share_styles() -> Iterator[Case]:
    """39.41, 0.3941, “39,41%”, “39,41 %”, “39.41%” and rounded shares: decided per column, never challenged."""
    shares: dict[str, Write] = {
        "persen": lambda v: v, "pecahan": lambda v: round(v / 100, 6), "teks_koma": lambda v: f"{v:.2f}%".replace(".", ","),
        "teks_spasi": lambda v: f"{v:.2f} %".replace(".", ","), "teks_titik": lambda v: f"{v:.2f}%", "teks_polos": lambda v: f"{v:.2f}".replace(".", ","),
    }  # fmt: skip
    for name, share in shares.items():
        page = Page()
        figures = lay_recap(page, regencies(f"bagian{name}"), [*USUAL, "target_pct"], share=share)
        if name == "pecahan":
            page.formats |= {(row, column): "0.00%" for row in range(2, 12) for column in (8, 9)}
        yield recap_case(f"persen_{name}", page, figures)
    page = Page()
    lines = regencies("bulat")
    for line in lines:
        line.values["coverage_pct"] = round(line.values["coverage_pct"], 1)
    yield recap_case("persen_satu_desimal", page, lay_recap(page, lines, total=""))
    page = Page()
    lines = regencies("kecil")
    for line in lines:
        line.values |= {"penduduk_bekerja": line.values["total"] * 150 - 7}
        line.values["coverage_pct"] = round(line.values["total"] / line.values["penduduk_bekerja"] * 100, 2)
    yield recap_case("persen_di_bawah_satu", page, lay_recap(page, lines))


def two_level_headers() -> Iterator[Case]:
    """“Peserta Aktif” merged over PU, BPU, Jakon and the total; the others merged down; a number row below."""
    page = Page()
    page.line(1, "REKAPITULASI KEPESERTAAN")
    page.line(2, "per 31 Maret 2025")
    page.line(4, "No", "Kabupaten/Kota", "Penduduk Bekerja", "Peserta Aktif", None, None, None, "Cakupan (%)")
    page.line(5, "PU", "BPU", "Jakon", "Jumlah", column=4)
    page.line(6, *range(1, 9))
    page.merge(4, 4, 4, 7)
    for column in (1, 2, 3, 8):
        page.merge(4, column, 5, column)
    figures = lay_recap(page, regencies("dua_tingkat"), row=6, header=False)
    page.line(18, "Sumber: data cabang, diolah")
    table = TableTruth(name="Data", kind="rekap", period="2025-03")
    yield recap_case("judul_dua_tingkat_rekap", page, figures, tables=(table,))


def kecamatan_level() -> Iterator[Case]:
    """A recap per kecamatan; the regency stands in a column, or in the title."""
    page = Page()
    page.line(1, "REKAP KEPESERTAAN PER KECAMATAN KABUPATEN GIANYAR MARET 2025")
    figures = lay_recap(page, kecamatans("kec", "51.04"), row=3, headers={"wilayah": "Kecamatan"})
    yield recap_case("per_kecamatan_judul", page, figures)
    page = Page()
    page.line(1, "No", "Kabupaten", "Kecamatan", "PU", "BPU", "Jumlah")
    figures_too, row = [], 2
    for regency, name in (("51.05", "Klungkung"), ("51.06", "Bangli")):
        lines = kecamatans("kec2", regency)
        for line in lines:
            pu, bpu = int(line.values["pu"]), int(line.values["bpu"])
            page.line(row, row - 1, name, line.name, pu, bpu, pu + bpu)
            figures_too.append(
                FigureTruth(region=line.region, sheet="Data", row=row, pins={"pu": pu, "bpu": bpu, "total": pu + bpu})
            )
            row += 1
        page.merge(row - len(lines), 2, row - 1, 2)
        for empty in range(row - len(lines) + 1, row):
            del page.cells[empty, 2]
    yield recap_case("per_kecamatan_kolom", page, figures_too)


def village_level() -> Iterator[Case]:
    """A recap per desa with kecamatan merged over its villages and a subtotal after each."""
    page = Page()
    page.line(1, "REKAP PEKERJA TERLINDUNGI PER DESA KABUPATEN BANGLI")
    page.line(3, "No", "Kecamatan", "Desa/Kelurahan", "PU", "BPU", "Jumlah")
    figures, row, rng = [], 4, random.Random("desa")
    for kecamatan in ("51.06.01", "51.06.02"):
        top, sums = row, [0, 0]
        for place in villages(kecamatan)[:5]:
            pu, bpu = rng.randrange(101, 900), rng.randrange(101, 900)
            page.line(row, row - 3, place.kecamatan if row == top else None, place.name, pu, bpu, pu + bpu)
            figures.append(
                FigureTruth(region=place.code, sheet="Data", row=row, pins={"pu": pu, "bpu": bpu, "total": pu + bpu})
            )
            sums = [sums[0] + pu, sums[1] + bpu]
            row += 1
        page.merge(top, 2, row - 1, 2)
        page.line(row, None, "Sub Jumlah", None, sums[0], sums[1], sum(sums))
        row += 1
    yield recap_case("per_desa", page, figures)


def across() -> Iterator[Case]:
    """Regions across, indicators down."""
    lines = regencies("melintang")
    for number, names in enumerate((USUAL[2:], ("angkatan_kerja", "pengangguran", "penduduk_bekerja"))):
        page = Page()
        page.line(1, "INDIKATOR KETENAGAKERJAAN MARET 2025")
        page.line(3, "Uraian", *(line.name for line in lines))
        for row, name in enumerate(names, 4):
            page.line(row, HEADERS[name][0], *(_whole(name, line) for line in lines))
        figures = [
            FigureTruth(region=line.region, sheet="Data", pins={name: _pin(name, line) for name in names}) for line in lines
        ]  # fmt: skip
        yield recap_case(f"melintang_{number}", page, figures, tables=(TableTruth(name="Data"),))


def _whole(name: str, line: Line) -> Cell:
    return line.values[name] if name == "coverage_pct" else int(line.values[name])


def _pin(name: str, line: Line) -> object:
    return float(line.values[name]) if name == "coverage_pct" else line.values[name]


def missing_is_not_zero() -> Iterator[Case]:
    """A blank count is unknown, 0 is zero, "-" and "nihil" are no trouble."""
    page = Page()
    lines = regencies("kosong_bukan_nol")
    figures = list(lay_recap(page, lines, ("no", "wilayah", "pu", "bpu", "jakon"), total=""))
    for row, value, truth in (
        (3, None, None),
        (4, 0, 0),
        (5, "-", frozenset({0, None})),
        (6, "nihil", frozenset({0, None})),
    ):
        page.cells[row, 5] = value
        old = figures[row - 2]
        figures[row - 2] = FigureTruth(region=old.region, sheet=old.sheet, row=row, pins={**old.pins, "jakon": truth})
    yield recap_case("kosong_bukan_nol", page, figures, only=False)


def sexes_and_sectors() -> Iterator[Case]:
    """Men and women, formal and informal: kept as they are called."""
    for name, columns in (
        ("kelamin", ("no", "wilayah", "jk_lk", "jk_pr", "total")),
        ("sektor", ("no", "wilayah", "formal", "informal", "penduduk_bekerja")),
    ):
        page = Page()
        page.line(1, "REKAP PEKERJA MENURUT KABUPATEN/KOTA 2025")
        figures = lay_recap(page, regencies(f"rekap_{name}"), columns, row=3)
        yield recap_case(f"rekap_{name}", page, figures, tables=(TableTruth(name="Data"),))


def regions_by_code() -> Iterator[Case]:
    """The region given by its code, in a column of its own, or in the spellings of regencies."""
    page = Page()
    lines = regencies("rekap_kode")
    page.line(1, "Kode", "Kabupaten/Kota", "PU", "BPU", "Jumlah Peserta")
    figures = []
    for row, line in enumerate(lines, 2):
        pu, bpu = int(line.values["pu"]), int(line.values["bpu"])
        page.line(row, line.region, line.name, pu, bpu, pu + bpu)
        figures.append(
            FigureTruth(region=line.region, sheet="Data", row=row, pins={"pu": pu, "bpu": bpu, "total": pu + bpu})
        )
    yield recap_case("rekap_kode", page, figures)
    page = Page()
    lines = regencies("rekap_ejaan")
    for line, said in zip(lines, ("KAB. JEMBRANA", "Tabanan", "Kab Badung", "GIANYAR", "Klungkung", "Kab. Bangli", "Karang Asem", "KAB.BULELENG", "Kodya Denpasar"), strict=True):  # fmt: skip
        line.name = said
    yield recap_case("rekap_ejaan", page, lay_recap(page, lines))


def people_and_recap() -> Iterator[Case]:
    """A recap below another recap, and a recap on a sheet beside a list of people."""
    page = Page()
    page.line(1, "A. KEPESERTAAN")
    figures = list(lay_recap(page, regencies("tumpuk1"), ("no", "wilayah", "pu", "bpu", "jakon"), row=3))
    page.line(16, "B. ANGKATAN KERJA")
    figures += lay_recap(page, regencies("tumpuk2"), ("no", "wilayah", "angkatan_kerja", "pengangguran"), row=18)
    yield recap_case("rekap_bertumpuk", page, figures, tables=(TableTruth(name="Data"), TableTruth(name="Data")))


TRAPS = (
    usual, number_styles, share_styles, two_level_headers, kecamatan_level, village_level, across, missing_is_not_zero,
    sexes_and_sectors, regions_by_code, people_and_recap,
)  # fmt: skip
