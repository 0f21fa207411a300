"""Scorecard, quarterly report, Paritrana binder and “siapa belum”, each as workbook and PDF."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.analysis.compliance.missing_people import (
    MissingAtCompanies,
    MissingAtCompany,
    MissingInVillage,
    MissingPerson,
)
from desktop_app.analysis.compliance.paritrana import Aspect as Aspect
from desktop_app.analysis.compliance.paritrana import AspectPart, AttachedFile, Binder, Evidence, Need
from desktop_app.analysis.compliance.public import PublicRow, QuarterlyPublic
from desktop_app.analysis.compliance.public_employers import PublicKind
from desktop_app.analysis.compliance.scorecard import Scorecard, scorecard
from desktop_app.analysis.compliance.values import Span
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.documents.reports.missing import (
    MASKED,
    WHOLE,
    write_missing_at_companies,
    write_missing_in_villages,
)
from desktop_app.documents.reports.nonasn import write_nonasn
from desktop_app.documents.reports.paritrana import write_binder
from desktop_app.documents.reports.report import OUTSIDE, named_apart
from desktop_app.documents.reports.scorecard import write_scorecards
from desktop_app.documents.reports.tables import Section
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.regions import Level, Region
from tests.documents.figures import GIANYAR, SEPTEMBER, UCJ
from tests.documents.reports.parts import computed, faults, stored_results
from tests.documents.reports.pdf_reading import page_texts
from tests.documents.reports.test_summary_xlsx import all_text, text_of
from tests.documents.reports.values import LIST, MADE, SIGNING, SUKAWATI, villages

JUNE = date(2025, 6, 30)
NIK = "5104014101900001"


def card() -> Scorecard:
    section = villages()
    funnels = [one for one in section.villages if one.kecamatan == SUKAWATI]
    rows = tuple(
        RegionCoverage(region=one.village, base=UCJ.name, active=400 + 3 * place, period=SEPTEMBER, rank=None)
        for place, one in enumerate(funnels)
    )  # fmt: skip
    whole = RegionCoverage(region=SUKAWATI, base=UCJ.name, active=9_000, period=SEPTEMBER)
    table = CoverageTable(period=SEPTEMBER, base=UCJ, sector=rows[0].sector, whole=whole, rows=rows)
    return scorecard(
        SUKAWATI, GIANYAR, table, replace(section, villages=tuple(funnels)), None, quota=100, today=date(2025, 11, 24)
    )  # fmt: skip


def public_row(name: str, kind: PublicKind, people: int, before: int | None) -> PublicRow:
    known = before is not None
    return PublicRow(
        name=name, kind=kind, people=people, before=before, joined=max(people - (before or 0), 0) if known else None,
        left=max((before or 0) - people, 0) if known else None, benefits=(("JKK", people), ("JKM", people)),
    )  # fmt: skip


def quarterly() -> QuarterlyPublic:
    office, village = PublicKind.PERANGKAT_DAERAH, PublicKind.PEMERINTAH_DESA
    return QuarterlyPublic(
        region=GIANYAR, span=Span(first=date(2025, 7, 1), last=SEPTEMBER, title="Triwulan III 2025"),
        due=date(2025, 10, 10), late=True, period=SEPTEMBER, before=JUNE,
        rows=(
            public_row("Dinas Contoh", office, 120, 110), public_row("Badan Rekaan", office, 45, 45),
            public_row("Pemerintah Desa Petak", village, 14, 3),
        ),
        offices=public_row("perangkat daerah", office, 160, 150), villages=public_row("pemerintah desa", village, 14, 3),
        without=(Region("51.04.01.2002", "Ketewel", Level.DESA),), rule="Dikenali dari namanya.", sources=(LIST,), absent={},
    )  # fmt: skip


def binder() -> Binder:
    parts = tuple(
        AspectPart(
            aspect=aspect, title=aspect.value.capitalize(),
            evidence=(Evidence(title="Peraturan", value="Perbup contoh", source="pustaka", check=True),),
            needs=(Need(title="Salinan", where="Bagian Hukum"),),
            files=(AttachedFile(name="perbup & lampiran.pdf", size=120_000, changed=date(2025, 10, 2)),),
        )
        for aspect in Aspect
    )  # fmt: skip
    return Binder(
        region=GIANYAR, year=2025, period=SEPTEMBER, parts=parts, letters=(), sources=(LIST, LIST), notes=("Bobot tidak diketahui.",),
        folder="paritrana",
    )  # fmt: skip


def missing_list(code: str, name: str, *, open_nik: bool = False) -> MissingInVillage:
    people = tuple(
        MissingPerson(nik=NIK if open_nik else "5104••••••••0001", name=f"Contoh {n}", row=n) for n in range(1, 8)
    )
    return MissingInVillage(
        kecamatan=SUKAWATI, village=Region(code, name, Level.DESA), period=JUNE, participants=SEPTEMBER, listed=20, active=13,
        people=people, open_nik=open_nik,
    )  # fmt: skip


def at_companies() -> MissingAtCompanies:
    left = (MissingPerson(nik="5104••••••••0001", name="Contoh Satu"),)
    company = MissingAtCompany(
        npp="00012345", name="PT Contoh", actual=40, registered=25, unregistered=15, left=left, elsewhere=2
    )
    return MissingAtCompanies(
        facts_period=JUNE, since=JUNE, period=SEPTEMBER, companies=(company,), absent={"left": "Belum lengkap."}
    )


WRITERS: dict[str, Callable[[Path], None]] = {
    "kartu": lambda path: write_scorecards([card()], SIGNING, path, made=MADE),
    "non-asn": lambda path: write_nonasn(quarterly(), SIGNING, path, made=MADE),
    "paritrana": lambda path: write_binder(binder(), SIGNING, path, made=MADE),
    "desa": lambda path: write_missing_in_villages(
        [missing_list("51.04.01.2001", "Selat"), missing_list("51.04.02.2001", "Selat")], SIGNING, path, made=MADE,
        region="Kabupaten Gianyar",
    ),
    "perusahaan": lambda path: write_missing_at_companies(at_companies(), SIGNING, path, made=MADE, region="Kabupaten Gianyar"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_the_workbook_is_sound_and_its_totals_agree(tmp_path: Path, name: str) -> None:
    path = tmp_path / "laporan.xlsx"
    WRITERS[name](path)
    assert faults(path) == []
    book = load_workbook(path, data_only=True)
    for sheet, cell, formula, result in stored_results(path):
        assert result == pytest.approx(computed(book[sheet], formula)), (sheet, cell, formula)


@pytest.mark.parametrize("name", WRITERS)
def test_workbook_and_pdf_say_the_same(tmp_path: Path, name: str) -> None:
    WRITERS[name](tmp_path / "a.xlsx")
    WRITERS[name](tmp_path / "a.pdf")
    text = " ".join(page_texts(tmp_path / "a.pdf"))
    for sheet in load_workbook(tmp_path / "a.xlsx").worksheets:
        assert str(sheet["A1"].value) in text


def test_a_scorecard_is_one_page_and_says_what_is_missing(tmp_path: Path) -> None:
    WRITERS["kartu"](tmp_path / "a.pdf")
    [page] = page_texts(tmp_path / "a.pdf")
    for words in ("Desa Ketewel", "Penyebut UCJ 2025 tidak sampai desa", "kuota 100 orang", "Halaman 1 dari 1"):
        assert words in page


def test_the_quarterly_report_is_signed_and_says_when_it_is_due(tmp_path: Path) -> None:
    WRITERS["non-asn"](tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx", data_only=True)
    text = text_of(book["Non-ASN dan perangkat desa"])
    for words in (
        "10 Oktober 2025, sudah lewat",
        "Ni Luh Contoh, S.Sos.",
        "Orang berbeda",
        "Dibandingkan dengan Juni 2025",
    ):
        assert words in text
    assert "Desa Ketewel" in text_of(book["Desa belum ada"])


def test_a_row_of_few_is_covered_outside(tmp_path: Path) -> None:
    write_nonasn(quarterly(), SIGNING, tmp_path / "a.xlsx", made=replace(MADE, leaves_office=True))
    sheet = load_workbook(tmp_path / "a.xlsx")["Non-ASN dan perangkat desa"]
    assert OUTSIDE in text_of(sheet)
    rows = {row[0]: row for row in sheet.values}
    assert not any(isinstance(value, int) for value in rows["Pemerintah Desa Petak"][1:5])


def test_the_binder_marks_what_must_be_checked(tmp_path: Path) -> None:
    WRITERS["paritrana"](tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Isi", "Regulasi", "Anggaran", "Kinerja", "Inovasi", "Agenda surat"]
    text = text_of(book["Regulasi"])
    for words in ("periksa", "Bagian Hukum", "perbup & lampiran.pdf"):
        assert words in text


def test_nik_are_whole_only_for_the_village_itself(tmp_path: Path) -> None:
    WRITERS["desa"](tmp_path / "a.xlsx")
    text = all_text(load_workbook(tmp_path / "a.xlsx"))
    assert NIK not in text
    assert MASKED in text
    own = [missing_list("51.04.01.2001", "Selat", open_nik=True)]
    for file in ("b.xlsx", "b.pdf"):
        write_missing_in_villages(own, SIGNING, tmp_path / file, made=MADE)
    sheet = load_workbook(tmp_path / "b.xlsx")["Selat"]
    assert NIK in text_of(sheet)
    assert WHOLE in text_of(sheet)
    assert NIK in page_texts(tmp_path / "b.pdf")[0]


def test_no_scorecard_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoFigures):
        write_scorecards([], SIGNING, tmp_path / "a.pdf", made=MADE)


@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
def test_nobody_is_missing(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_missing_in_villages([], SIGNING, path, made=MADE, region="Kabupaten Gianyar")
    text = " ".join(page_texts(path)) if suffix == ".pdf" else all_text(load_workbook(path))
    assert "Belum ada desa yang memiliki daftar pekerja rentan." in text


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (("Selat", "selat", "SELAT"), ["Selat", "selat (2)", "SELAT (3)"]),
        (("a/b:c*d?[e]", ""), ["abcde", "Lembar"]),
        (("x" * 40, "x" * 40), ["x" * 31, "x" * 27 + " (2)"]),
    ],
)
def test_sheets_are_named_apart(wanted: tuple[str, ...], names: list[str]) -> None:
    assert [one.sheet for one in named_apart([Section(sheet=name, title="") for name in wanted])] == names
