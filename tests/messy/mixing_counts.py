"""Recaps and company lists with many traps at once, drawn by a seed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.messy.book import Cell, Page
from tests.messy.cases_companies import HEADERS as COMPANY_HEADERS
from tests.messy.cases_companies import Company, companies, lay_companies, truth_of
from tests.messy.counting import HEADERS, Line, Write, kecamatans, lay_recap, regencies
from tests.messy.laying import title_block
from tests.messy.truth import CheckTruth, FigureTruth

COUNTS: Sequence[Write] = (
    int, int, lambda v: f"{int(v):,}".replace(",", "."), lambda v: f"{int(v):,}", lambda v: f"{int(v):,}".replace(",", "\u00a0"), str,
)  # fmt: skip
SHARES: Sequence[Write] = (
    lambda v: v, lambda v: f"{v:.2f}%".replace(".", ","), lambda v: f"{v:.2f} %".replace(".", ","), lambda v: round(v / 100, 4),
    lambda v: f"{v:.2f}".replace(".", ","),
)  # fmt: skip
MONEY: Sequence[Callable[[int], Cell]] = (
    int, lambda v: f"Rp {v:,}".replace(",", "."), lambda v: f"Rp{v:,}".replace(",", ".") + ",-", lambda v: f"{v:,}".replace(",", ".") + ",00",
)  # fmt: skip
CASES: Sequence[Callable[[str], str]] = (str, str, str.upper)


@dataclass(slots=True)
class MixedRecap:
    """A page and what is true of it; `only`: no finding but `checks` may stand there."""

    page: Page
    figures: tuple[FigureTruth, ...] = ()
    checks: list[CheckTruth] = field(default_factory=list)
    only: bool = True


def mix_recap(seed: str, name: str) -> MixedRecap:
    """Regencies or kecamatan, any columns in a sensible order, any number style, at most one kind of error."""
    rng = random.Random(seed)
    page = Page(name=name)
    regency = rng.choice(["", "", "51.04", "51.08"])
    where = {"": "PROVINSI BALI", "51.04": "KABUPATEN GIANYAR", "51.08": "KABUPATEN BULELENG"}[regency]
    lines = kecamatans(seed, regency) if regency else regencies(seed)
    columns = _recap_columns(rng)
    total = rng.choice(["", "JUMLAH", "TOTAL", "Jumlah"])
    error, made = _spoil(rng, lines, columns, total), MixedRecap(page)
    row = title_block(rng, page, title=f"REKAPITULASI KEPESERTAAN {where} PER 31 MARET 2025")
    change = rng.choice(CASES)
    headers = {name: change(rng.choice(HEADERS[name])) for name in columns}
    headers["wilayah"] = change("Kecamatan" if regency else rng.choice(HEADERS["wilayah"]))
    made.figures = lay_recap(
        page,
        lines,
        columns,
        row=row,
        column=rng.choice([1, 1, 2, 4]),
        headers=headers,
        count=rng.choice(COUNTS),
        share=rng.choice(SHARES),
        total=total,
    )
    if error:
        made.checks.append(CheckTruth(row + 3, error))
    if rng.random() < 0.5:
        page.line(
            row + len(lines) + 3,
            rng.choice(["Sumber: data cabang, diolah", "*) angka sementara", "Keterangan: per akhir bulan"]),
        )
    return made


def _recap_columns(rng: random.Random) -> list[str]:
    columns = ["no"] * (rng.random() < 0.7) + ["wilayah"]
    columns += rng.choice([[], ["penduduk_bekerja"], ["angkatan_kerja", "pengangguran", "penduduk_bekerja"]])
    parts = rng.choice([["pu", "bpu", "jakon"], ["pu", "bpu", "jakon"], ["pu", "bpu"], []])
    columns += parts
    if len(parts) != 2:
        columns.append("total")
    if "penduduk_bekerja" in columns and "total" in columns:
        columns.append("coverage_pct")
    return columns + ["target_pct"] * (rng.random() < 0.4)


def _spoil(rng: random.Random, lines: Sequence[Line], columns: Sequence[str], total: str) -> str:
    """Break the third line in one way that leaves all else right; the code of the finding, or none."""
    values = lines[2].values
    kind = rng.randrange(6)
    if kind == 0 and "coverage_pct" in columns:
        values["coverage_pct"] = round(values["coverage_pct"] + 7, 2)
        return "pct_mismatch"
    if kind == 1 and "jakon" in columns and not total:
        values["pu"] += 137
        return "sum_mismatch"
    if kind == 2 and "coverage_pct" in columns and not total:
        values["penduduk_bekerja"] = values["total"] - 900
        values["coverage_pct"] = round(values["total"] / values["penduduk_bekerja"] * 100, 2)
        return "" if "angkatan_kerja" in columns else "pct_over_100"
    return ""


@dataclass(slots=True)
class MixedCompanies:
    page: Page
    rows: list[Company]
    columns: list[str]

    @property
    def truth(self) -> dict[str, object]:
        return truth_of(self.rows, self.columns)


def mix_companies(seed: str, name: str) -> MixedCompanies:
    """Company lists with columns left out, in any order, money in any dress, with a total or without."""
    rng = random.Random(seed)
    page, rows = Page(name=name), companies(seed, rng.randrange(7, 25))
    more = rng.sample(["alamat", "kecamatan", "skala", "program", "months"], rng.randrange(1, 5))
    columns = ["npp", "nama", "actual", "registered", *more, *rng.sample(["arrears", "category"], rng.randrange(1, 3))]
    rng.shuffle(columns)
    columns = ["no", *columns]
    row = title_block(rng, page, title="DAFTAR PERUSAHAAN KABUPATEN GIANYAR MARET 2025")
    change = rng.choice(CASES)
    headers = {name: change(rng.choice(COMPANY_HEADERS[name])) for name in columns}
    after = lay_companies(page, rows, columns, row=row, headers=headers, money=rng.choice(MONEY))
    if rng.random() < 0.5:
        sums: dict[str, Cell] = {key: sum(getattr(c, key) for c in rows) for key in ("actual", "registered", "arrears")}
        sums |= {"no": rng.choice(["JUMLAH", "TOTAL"]), "months": None}
        page.line(after + rng.randrange(2), *(sums.get(name) for name in columns))
    return MixedCompanies(page, rows, columns)
