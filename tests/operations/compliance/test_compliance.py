"""What a summary says, from real imports: each section against the rows that stand in the test."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis.compliance.arrears import AgeClass
from desktop_app.analysis.compliance.spans import SpanKind
from desktop_app.analysis.compliance.values import VillageFunnel
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.letters import LetterState
from desktop_app.operations.compliance.compliance import ComplianceRequest, compliance
from desktop_app.operations.offices import office_of, save_office
from desktop_app.operations.workspace import Workspace
from tests.operations.compliance.lists import (
    BUNGA_MEKAR,
    SAKTI,
    SELAT,
    Proposed,
    company_list,
    employed,
    letter,
    vulnerable,
)
from tests.operations.sheets import FEBRUARY, JANUARY, MARCH, base, people, recap, target

TODAY = date(2026, 4, 20)
KLUNGKUNG = ComplianceRequest(region="51.05")
COMPANIES = [
    ("AA000001", "PT Contoh Patuh", "Nusa Penida", 10, 10, 0, 0, "PATUH"),
    ("AA000002", "PT Contoh Sebagian", "Nusa Penida", 400, 300, 0, 0, "PDS TK"),
    ("AA000003", "CV Contoh Piutang", "Dawan", 5, 5, 4, 4_000_000, "PIUTANG"),
    ("AA000004", "UD Contoh Lama", "Dawan", 6, 6, 12, 9_000_000, "PIUTANG"),
    ("", "Warung Contoh Baru", "", 3, None, None, None, "PWBD"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "berkas"
    made.mkdir()
    return made


@pytest.fixture
def figures(workspace: Workspace, folder: Path) -> Workspace:
    """Two months of coverage of Klungkung and its kecamatan, with base and target."""
    codes = ("51.05", "51.05.01", "51.05.02", "51.05.03", "51.05.04")
    base(workspace, dict(zip(codes, (1000, 250, 250, 250, 250), strict=True)))
    target(workspace, "51", 0.75)
    recap(workspace, folder, FEBRUARY, dict(zip(codes, (500, 100, 150, 125, 125), strict=True)))
    recap(workspace, folder, MARCH, dict(zip(codes[:4], (560, 110, 200, 130), strict=True)))
    return workspace


def test_without_a_figure_there_is_no_summary(workspace: Workspace) -> None:
    with pytest.raises(NoFigures):
        compliance(workspace, KLUNGKUNG, TODAY)


def test_five_sentences_from_the_data(figures: Workspace, folder: Path) -> None:
    vulnerable(figures, folder, MARCH, [(1, date(1990, 1, 1), SAKTI, "APBDes")])
    company_list(figures, folder, MARCH, COMPANIES)
    found = compliance(figures, KLUNGKUNG, TODAY)
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in found.sentences] == [
        "Peserta aktif Kabupaten Klungkung bertambah 60 orang sejak 28 Februari 2026: 500 → 560 per 31 Maret 2026; cakupan"
        " 50,00 % → 56,00 % (+6,00 poin), penyebut UCJ (1.000 pekerja).",
        "Kekurangan terbesar menuju target: Kecamatan Nusa Penida 78 orang dan Kecamatan Klungkung 58 orang (penyebut UCJ,"
        " 31 Maret 2026). 1 wilayah lain belum dapat diukur.",
        "Target provinsi 75,00 % tahun 2026 (Surat target) berarti 750 orang pada penyebut UCJ: per 31 Maret 2026 kurang 190"
        " orang, yaitu 22 orang per bulan selama 9 bulan; laju Februari 2026–Maret 2026 rata-rata 60 orang per bulan.",
        "Belum melapor untuk Maret 2026 (jatuh tempo 10 April 2026, dilihat 20 April 2026): 1 dari 4 wilayah, yaitu"
        " Kecamatan Dawan.",
        "Pekerja rentan (daftar sampai Maret 2026): 1 orang di 1 dari 59 desa/kelurahan, 58 belum punya daftar atau nol, 1 di"
        " bawah kuota 100 orang; perusahaan (daftar Maret 2026): 5, di antaranya 1 PWBD, 1 PDS TK, 2 PIUTANG, tunggakan"
        " Rp13.000.000 pada 2 perusahaan.",
    ]
    assert found.unsaid == ()
    assert [one.label for one in found.headlines] == ["Cakupan", "Kurang menuju target", "Pekerja rentan dalam daftar"]


def test_outside_no_sentence_tells_of_few_people(figures: Workspace, folder: Path) -> None:
    vulnerable(figures, folder, MARCH, [(1, date(1990, 1, 1), SAKTI, "APBDes")])
    found = compliance(figures, replace(KLUNGKUNG, outside=True), TODAY)
    assert "kurang dari 5 orang di 1 dari 59 desa/kelurahan" in found.sentences[-1]
    assert found.headlines[2].value == "kurang dari 5 orang"


def test_what_the_data_do_not_give_is_not_said(workspace: Workspace, folder: Path) -> None:
    base(workspace, {"51.05": 1000})
    recap(workspace, folder, MARCH, {"51.05": 560})
    found = compliance(workspace, KLUNGKUNG, date(2026, 4, 5))
    assert found.sentences == ()
    assert found.unsaid == (
        "Perubahan belum dapat disebut: belum ada angka sebelum Maret 2026 pada penyebut UCJ.",
        "Letak kekurangan belum dapat disebut: belum ada wilayah bagian dengan pembilang, penyebut, dan target (penyebut UCJ,"
        " 31 Maret 2026).",
        "Target belum dapat disebut: belum ada target untuk wilayah ini maupun provinsinya.",
        "Keterlambatan belum dapat disebut: laporan Maret 2026 belum jatuh tempo.",
        "Desa dan perusahaan belum dapat disebut: daftar pekerja rentan dan daftar perusahaan belum ada.",
    )
    assert (found.companies, found.vulnerable, found.public, found.steps) == (None, None, None, ())
    assert found.absent == {
        "companies": "Daftar perusahaan Kabupaten Klungkung sampai 31 Maret 2026 belum diimpor.",
        "vulnerable": "Daftar pekerja rentan Kabupaten Klungkung sampai 31 Maret 2026 belum diimpor.",
        "public": "Daftar peserta Kabupaten Klungkung sampai 31 Maret 2026 belum diimpor.",
        "steps": "Belum ada surat dalam Maret 2026.",
    }


@pytest.mark.parametrize(
    ("kind", "day", "title", "month"),
    [
        (SpanKind.BULAN, date(2026, 2, 5), "Februari 2026", FEBRUARY),
        (SpanKind.TRIWULAN, date(2026, 1, 1), "Triwulan I 2026", MARCH),
        (SpanKind.TAHUN, date(2026, 12, 1), "Tahun 2026", MARCH),
        (SpanKind.BULAN, None, "Maret 2026", MARCH),
    ],
)
def test_the_newest_figure_of_the_span(
    figures: Workspace, kind: SpanKind, day: date | None, title: str, month: date
) -> None:
    found = compliance(figures, ComplianceRequest(region="51.05", span=kind, day=day), TODAY)
    assert (found.span.title, found.coverage.period) == (title, month)
    assert max(point.period for series in found.trend.series for point in series.points) == month


def test_the_target_of_another_year(figures: Workspace) -> None:
    target(figures, "51", 0.9, 2030, "Surat lain")
    found = compliance(figures, ComplianceRequest(region="51.05", target_year=2030), TODAY)
    assert found.coverage.whole.target is not None
    assert (found.coverage.whole.target.year, found.coverage.whole.gap_people) == (2030, 340)


def test_companies_by_class_and_kecamatan(figures: Workspace, folder: Path) -> None:
    company_list(figures, folder, MARCH, COMPANIES)
    section = compliance(figures, KLUNGKUNG, TODAY).companies
    assert section is not None
    assert [(row.region and row.region.name, row.companies, row.by_category) for row in section.rows] == [
        ("Nusa Penida", 2, {"PATUH": 1, "PDS TK": 1}),
        ("Dawan", 2, {"PIUTANG": 2}),
        (None, 1, {"PWBD": 1}),
    ]
    assert (section.total.companies, section.total.actual, section.total.registered) == (5, 424, 321)
    assert section.categories == ("PATUH", "PWBD", "PDS TK", "PIUTANG")
    assert sum(row.companies for row in section.rows) == section.total.companies
    for name in section.categories:
        assert sum(row.by_category.get(name, 0) for row in section.rows) == section.total.by_category[name]
    assert [(one.label, one.companies, one.amount) for one in section.arrears] == [
        ("1–2 bulan (lancar)", 0, None), ("3–6 bulan (kurang lancar)", 1, 4_000_000), ("7–9 bulan (macet)", 0, None),
        ("lebih dari 9 bulan (di atas macet)", 1, 9_000_000),
    ]  # fmt: skip
    assert section.details[0].name == "Warung Contoh Baru"


def test_classes_of_arrears_are_the_offices_own(figures: Workspace, folder: Path) -> None:
    company_list(figures, folder, MARCH, COMPANIES)
    asked = ComplianceRequest(region="51.05", classes=(AgeClass(1, 5), AgeClass(6, None)))
    section = compliance(figures, asked, TODAY).companies
    assert section is not None
    assert [(one.label, one.companies) for one in section.arrears] == [("1–5 bulan", 1), ("lebih dari 5 bulan", 1)]


def test_what_became_of_companies_since_the_last_list(figures: Workspace, folder: Path) -> None:
    company_list(figures, folder, FEBRUARY, COMPANIES)
    better = [
        ("AA000002", "PT Contoh Sebagian", "Nusa Penida", 400, 380, 0, 0, "PDS TK"),
        ("AA000003", "CV Contoh Piutang", "Dawan", 5, 5, 5, 5_000_000, "PIUTANG"),
        ("AA000009", "PT Contoh Datang", "Dawan", 5, 5, 0, 0, "PATUH"),
    ]
    company_list(figures, folder, MARCH, better)
    letter(figures, MARCH, LetterState.TERKIRIM, kind="teguran", to="AA000002/000")
    section = compliance(figures, KLUNGKUNG, TODAY).companies
    assert section is not None
    assert section.change is not None
    change = section.change
    assert (change.since, change.companies, change.better, change.worse) == (FEBRUARY, 2, 1, 1)
    assert (change.registered, change.arrears) == ((305, 385), (4_000_000, 5_000_000))


def test_the_funnel_of_a_village(figures: Workspace, folder: Path) -> None:
    people(figures, folder, MARCH, [(1, "BPU", SAKTI), (50, "PU", SELAT)])
    vulnerable(figures, folder, FEBRUARY, [(90, None, SAKTI, "lama")])
    rows: list[Proposed] = [
        (1, date(1990, 1, 1), SAKTI, "APBDes"),
        (2, date(1950, 1, 1), SAKTI, "apbdes"),
        (3, date(2010, 1, 1), SAKTI, "APBD Kabupaten"),
        (4, None, SAKTI, ""),
        (4, None, SAKTI, ""),
        ("510501", date(1990, 1, 1), SAKTI, "APBDes"),
    ]
    vulnerable(figures, folder, MARCH, rows)
    vulnerable(
        figures, folder, FEBRUARY, [(1, date(1990, 1, 1), BUNGA_MEKAR, "CSR"), (7, date(1990, 1, 1), SELAT, "CSR")]
    )
    section = compliance(figures, KLUNGKUNG, TODAY).vulnerable
    assert section is not None
    of = {one.village.code: one for one in section.villages}
    assert _numbers(of[SAKTI]) == (6, 1, 1, 4, 1, 1, 1, 1)
    assert of[SAKTI].funds == (("APBDes", 2), ("APBD Kabupaten", 1), ("tidak disebut", 1))
    assert _numbers(of[BUNGA_MEKAR]) == (1, 0, 1, 0, 0, 0, 0, 0), "counted in Sakti's newer list"
    assert _numbers(of[SELAT]) == (1, 0, 0, 1, 0, 0, 0, 0)
    assert (section.period, section.participants, len(section.zero)) == (MARCH, MARCH, 57)
    for one in section.villages:
        assert one.proposed == one.accepted + one.waiting + one.repeated
    assert Counter(dict(section.funds)) == Counter({"APBDes": 2, "APBD Kabupaten": 1, "tidak disebut": 1, "CSR": 1})


def _numbers(one: VillageFunnel) -> tuple[int | None, ...]:
    return (
        one.proposed, one.waiting, one.repeated, one.accepted, one.already, one.too_old, one.too_young, one.no_birth_date,
    )  # fmt: skip


def test_without_a_list_of_participants_nobody_knows_who_is_active(figures: Workspace, folder: Path) -> None:
    vulnerable(figures, folder, MARCH, [(1, None, SAKTI, "APBDes")])
    section = compliance(figures, KLUNGKUNG, TODAY).vulnerable
    assert section is not None
    assert (section.participants, section.total.already, section.total.accepted) == (None, None, 1)


def test_a_list_that_is_too_old_is_missing(figures: Workspace, folder: Path) -> None:
    vulnerable(figures, folder, date(2025, 2, 28), [(1, None, SAKTI, "APBDes")])
    assert compliance(figures, KLUNGKUNG, TODAY).vulnerable is None


def test_public_employers_by_name(figures: Workspace, folder: Path) -> None:
    employed(
        figures, folder, MARCH,
        [
            (1, "DINAS KESEHATAN", SAKTI), (2, "Dinas  Kesehatan", SAKTI), (2, "Dinas Kesehatan", SELAT),
            (3, "Pemerintah Desa Sakti", SAKTI), (4, "PT Dinas Jaya", SAKTI), (5, "Desa Selat", SELAT),
        ],
    )  # fmt: skip
    section = compliance(figures, KLUNGKUNG, TODAY).public
    assert section is not None
    assert [(one.name.title(), one.village, one.people) for one in section.employers] == [
        ("Dinas Kesehatan", False, 2), ("Desa Selat", True, 1), ("Pemerintah Desa Sakti", True, 1),
    ]  # fmt: skip
    assert section.employers[0].benefits == (("JKK", 2), ("JKM", 2))


def test_steps_and_who_sent_what(figures: Workspace, folder: Path) -> None:
    letter(figures, MARCH, LetterState.DIJAWAB)
    letter(figures, MARCH, LetterState.BERNOMOR)
    letter(figures, MARCH, LetterState.BATAL)
    letter(figures, JANUARY, LetterState.TERKIRIM)
    vulnerable(figures, folder, MARCH, [(1, None, SAKTI, ""), ("12", None, SAKTI, "")], "Desa Sakti")
    found = compliance(figures, KLUNGKUNG, TODAY)
    [step] = found.steps
    assert (step.kind, step.made, step.numbered, step.signed, step.sent, step.answered, step.void) == (
        "Surat Edaran Bupati", 3, 2, 1, 1, 1, 1,
    )  # fmt: skip
    of = {one.sender: one for one in found.senders}
    assert (of["Desa Sakti"].rows, of["Desa Sakti"].stored, of["Desa Sakti"].parked) == (2, 1, 1)
    for one in found.senders:
        assert one.rows == one.stored + one.parked + one.refused


def test_an_invented_office_sees_invented_people(filled: Workspace) -> None:
    found = compliance(filled, ComplianceRequest(region="51.05"), TODAY)
    assert found.sample
    assert any(record.sample for record in found.imports)


def test_a_real_office_sees_no_invented_people(filled: Workspace) -> None:
    office = office_of(filled)
    assert office is not None
    save_office(filled, replace(office, sample=False))
    found = compliance(filled, ComplianceRequest(region="51.05"), TODAY)
    assert not found.sample
    assert not any(record.sample for record in found.imports)
    assert "Data contoh" not in {one.sender for one in found.senders}
