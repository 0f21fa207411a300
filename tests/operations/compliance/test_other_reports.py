"""The scorecard, the quarterly report, “siapa belum” and the Paritrana binder, from real imports."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis.compliance.paritrana import Aspect
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.letters import LetterState
from desktop_app.operations.compliance.missing_people import (
    SHOWN,
    MissingRequest,
    NoPurpose,
    missing_of_companies,
    missing_of_villages,
)
from desktop_app.operations.compliance.paritrana import paritrana, paritrana_folder
from desktop_app.operations.compliance.public import quarterly_report
from desktop_app.operations.compliance.scorecard import ScorecardRequest, village_scorecard, village_scorecards
from desktop_app.operations.offices import list_events
from desktop_app.operations.workspace import Workspace
from tests.operations.compliance.lists import (
    BUNGA_MEKAR,
    SAKTI,
    SELAT,
    company_list,
    employed,
    letter,
    vulnerable,
)
from tests.operations.sheets import FEBRUARY, MARCH, base, nik, people, recap, target

TODAY = date(2026, 4, 20)
NUSA_PENIDA = ScorecardRequest(kecamatan="51.05.01", quota=3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "berkas"
    made.mkdir()
    return made


def test_each_village_of_a_kecamatan_on_one_line(workspace: Workspace, folder: Path) -> None:
    base(workspace, {"51.05.01": 10, SAKTI: 4, BUNGA_MEKAR: 5})
    target(workspace, "51", 0.75)
    people(workspace, folder, MARCH, [(1, "BPU", SAKTI), (2, "PU", SAKTI), (3, "BPU", BUNGA_MEKAR)])
    vulnerable(workspace, folder, MARCH, [(1, None, SAKTI, "APBDes"), (9, None, SAKTI, "CSR")])
    card = village_scorecard(workspace, NUSA_PENIDA, TODAY)
    of = {row.village.code: row for row in card.rows}
    assert len(card.rows) == 16
    sakti, mekar = of[SAKTI], of[BUNGA_MEKAR]
    assert (sakti.coverage.active, sakti.coverage.share, sakti.coverage.gap_people, sakti.rank) == (2, 0.5, 1, 1)
    assert (mekar.coverage.active, mekar.coverage.gap_people, mekar.rank, mekar.quota_gap) == (1, 3, 2, None)
    assert sakti.funnel is not None
    assert (sakti.funnel.accepted, sakti.funnel.already, sakti.quota_gap, sakti.list_rank) == (2, 1, 1, 1)
    assert (card.listed, card.unlisted, card.quota_gap, dict(card.funds)) == (2, 15, 1, {"APBDes": 1, "CSR": 1})
    assert card.sentences == (
        "2 pekerja rentan terdaftar di 1 dari 16 desa/kelurahan (daftar sampai Maret 2026); 0 desa memenuhi kuota 3 orang, 15"
        " belum punya daftar.",
        "Kekurangan kuota terbesar di antara desa yang punya daftar: Desa Sakti 1 orang; seluruhnya 1 orang.",
        "Cakupan tertinggi Desa Sakti, terendah Desa Bunga Mekar, dari 2 desa yang dapat diukur (penyebut UCJ, 31 Maret 2026).",
    )


def test_a_card_says_what_it_lacks(workspace: Workspace, folder: Path) -> None:
    base(workspace, {"51.05.01": 10})
    recap(workspace, folder, MARCH, {"51.05.01": 5})
    card = village_scorecard(workspace, NUSA_PENIDA, TODAY)
    assert set(card.absent) == {"people", "base", "target", "vulnerable", "late"}
    assert all(row.coverage.active is None and row.quota_gap is None for row in card.rows)
    assert [one.kecamatan.code for one in village_scorecards(workspace, "51.05", today=TODAY)] == ["51.05.01"]


def test_only_a_kecamatan_has_a_card(workspace: Workspace) -> None:
    with pytest.raises(NoFigures, match="bukan kecamatan"):
        village_scorecard(workspace, ScorecardRequest(kecamatan="51.05"), TODAY)


def test_the_quarter_against_the_one_before(workspace: Workspace, folder: Path) -> None:
    december = date(2025, 12, 31)
    employed(
        workspace, folder, december, [(1, "Dinas Kesehatan", SAKTI), (2, "Dinas Kesehatan", SAKTI), (7, "RSUD", SAKTI)]
    )
    employed(
        workspace, folder, MARCH,
        [(2, "DINAS KESEHATAN", SAKTI), (3, "Dinas Kesehatan", SAKTI), (4, "Pemerintah Desa Selat", SELAT), (5, "PT Rekaan", SAKTI)],
    )  # fmt: skip
    report = quarterly_report(workspace, "51.05", today=TODAY)
    assert (report.span.title, report.due, report.late) == ("Triwulan I 2026", date(2026, 4, 10), True)
    assert (report.period, report.before) == (MARCH, december)
    rows = [(one.name.title(), one.kind.value, one.before, one.joined, one.left, one.people) for one in report.rows]
    assert rows == [
        ("Dinas Kesehatan", "perangkat daerah", 2, 1, 1, 2),
        ("Rsud", "perangkat daerah", 1, 0, 1, 0),
        ("Pemerintah Desa Selat", "pemerintah desa", 0, 1, 0, 1),
    ]
    for one in (*report.rows, report.offices, report.villages):
        assert one.before is not None
        assert one.joined is not None
        assert one.left is not None
        assert one.before + one.joined - one.left == one.people
    assert (report.offices.people, report.villages.people) == (2, 1)
    assert "Selat" not in {village.name for village in report.without}
    assert "Sakti" in {village.name for village in report.without}


def test_the_first_quarter_has_nothing_to_compare(workspace: Workspace, folder: Path) -> None:
    with pytest.raises(NoFigures, match="Triwulan I 2026"):
        quarterly_report(workspace, "51.05", MARCH, TODAY)
    employed(workspace, folder, MARCH, [(1, "Dinas Kesehatan", SAKTI)])
    report = quarterly_report(workspace, "51.05", MARCH, TODAY)
    assert (report.before, report.offices.before, list(report.absent)) == (None, None, ["before"])


def test_who_is_not_active_yet(workspace: Workspace, folder: Path) -> None:
    people(workspace, folder, MARCH, [(1, "BPU", SAKTI)])
    vulnerable(
        workspace, folder, MARCH, [(1, None, SAKTI, "APBDes"), (2, None, SAKTI, "APBDes"), (3, None, SELAT, "CSR")]
    )
    asked = MissingRequest(region="51.05", day=TODAY)
    sakti, selat = missing_of_villages(workspace, asked)
    assert (sakti.village.code, sakti.listed, sakti.active) == (SAKTI, 2, 1)
    assert [(one.name, one.nik) for one in sakti.people] == [("Ni Rekaan 2", f"5105••••••••{nik(2)[-4:]}")]
    assert not sakti.open_nik
    assert [one.name for one in selat.people] == ["Ni Rekaan 3"]


def test_whole_nik_only_for_the_village_itself_and_written_down(workspace: Workspace, folder: Path) -> None:
    people(workspace, folder, MARCH, [(1, "BPU", SAKTI)])
    vulnerable(workspace, folder, MARCH, [(2, None, SAKTI, ""), (3, None, SELAT, "")])
    asked = MissingRequest(region="51.05", day=TODAY, open_for=SAKTI, purpose="validasi Perbekel Sakti")
    sakti, selat = missing_of_villages(workspace, asked)
    assert [one.nik for one in sakti.people] == [nik(2)]
    assert [one.nik for one in selat.people] == [f"5105••••••••{nik(3)[-4:]}"]
    [event] = [one for one in list_events(workspace, 20) if one.what == SHOWN]
    assert event.detail == "Desa Sakti (51.05.01.2001), 1 orang; tujuan: validasi Perbekel Sakti"


@pytest.mark.parametrize(
    ("village", "purpose"), [(SAKTI, " "), ("51.05.01", "validasi"), ("51.04.01.2001", "validasi")]
)
def test_no_whole_nik_without_a_purpose_or_a_village(workspace: Workspace, village: str, purpose: str) -> None:
    asked = MissingRequest(region="51.05", day=TODAY, open_for=village, purpose=purpose)
    with pytest.raises(NoPurpose):
        missing_of_villages(workspace, asked)
    assert not [one for one in list_events(workspace, 20) if one.what == SHOWN]


def test_who_is_missing_at_companies(workspace: Workspace, folder: Path) -> None:
    company_list(
        workspace, folder, MARCH,
        [("AA000002", "PT Sebagian", "Dawan", 10, 7, None, None, "PDS TK"), ("AA000001", "PT Patuh", "Dawan", 5, 5, 0, 0, "PATUH")],
    )  # fmt: skip
    employed(workspace, folder, FEBRUARY, [(1, "PT Lama", SAKTI), (2, "PT Lama", SAKTI), (3, "PT Lama", SAKTI)])
    employed(workspace, folder, MARCH, [(1, "PT Lama", SAKTI), (2, "PT Baru", SAKTI)])
    found = missing_of_companies(workspace, MissingRequest(region="51.05", day=TODAY))
    assert (found.since, found.period, found.facts_period) == (FEBRUARY, MARCH, MARCH)
    rows = [(one.name, one.unregistered, [p.name for p in one.left], one.elsewhere) for one in found.companies]
    assert rows == [("PT Sebagian", 3, [], 0), ("PT Lama", None, ["Ni Rekaan 3"], 1)]
    assert "•" in found.companies[1].left[0].nik
    assert found.absent == {}


def test_the_binder_says_what_is_proved_and_what_is_missing(workspace: Workspace, folder: Path) -> None:
    base(workspace, {"51.05": 1000})
    target(workspace, "51", 0.75)
    recap(workspace, folder, date(2025, 12, 31), {"51.05": 500})
    recap(workspace, folder, MARCH, {"51.05": 560})
    vulnerable(workspace, folder, MARCH, [(1, None, SAKTI, "APBDes"), (2, None, SAKTI, "CSR Bank Rekaan")])
    letter(workspace, MARCH, LetterState.TERKIRIM)
    letter(workspace, MARCH, LetterState.DRAF)
    (paritrana_folder(workspace, Aspect.ANGGARAN) / "DPA 2026.pdf").write_bytes(b"%PDF")
    (paritrana_folder(workspace, Aspect.ANGGARAN) / "~$DPA 2026.docx").write_bytes(b"")
    found = paritrana(workspace, "51.05", 2026, TODAY)
    of = {part.aspect: part for part in found.parts}
    proved = {part.aspect: [(one.title, one.value) for one in part.evidence] for part in found.parts}
    assert ("Pertumbuhan cakupan dalam tahun", "+6,00 poin, +60 orang") in proved[Aspect.KINERJA]
    assert proved[Aspect.ANGGARAN] == [
        ("Pekerja rentan menurut sumber dana", "APBDes: kurang dari 5 orang"),
        ("Pekerja rentan menurut sumber dana", "CSR Bank Rekaan: kurang dari 5 orang"),
    ]
    assert proved[Aspect.INOVASI] == [("Perlindungan di luar anggaran", "CSR Bank Rekaan: kurang dari 5 orang")]
    assert sum(title == "Surat edaran atau instruksi" for title, _ in proved[Aspect.REGULASI]) == 1
    assert [file.name for file in of[Aspect.ANGGARAN].files] == ["DPA 2026.pdf"]
    assert all(need.attached for need in of[Aspect.ANGGARAN].needs)
    assert not any(need.attached for need in of[Aspect.INOVASI].needs)
    assert any("Daftar perusahaan" in need.title for need in of[Aspect.KINERJA].needs)
