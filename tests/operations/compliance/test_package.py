"""The monthly package: whole or not at all, and its list says what is in it."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.analysis.charts import Chart
from desktop_app.domain.errors import Cancelled, NoOffice
from desktop_app.domain.letters import LetterState
from desktop_app.operations.compliance.compliance import ComplianceRequest
from desktop_app.operations.compliance.package import INDEX, LETTERS, PackageRequest, monthly_package
from desktop_app.operations.demo import SAMPLE_OFFICE
from desktop_app.operations.offices import save_office
from desktop_app.operations.workspace import Workspace
from tests.operations.compliance.lists import letter
from tests.operations.sheets import FEBRUARY, MARCH, base, recap, target

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)
TODAY = date(2026, 4, 20)
REQUEST = PackageRequest(summary=ComplianceRequest(region="51.05"))


def draw(values: Chart, path: Path) -> None:
    path.write_bytes(PNG)


def _as_pdf(docx: Path, pdf: Path) -> None:
    pdf.write_bytes(docx.read_bytes())


@pytest.fixture
def ready(workspace: Workspace, tmp_path: Path) -> Workspace:
    folder = tmp_path / "berkas"
    folder.mkdir()
    save_office(workspace, SAMPLE_OFFICE)
    codes = ("51.05", "51.05.01", "51.05.02", "51.05.03", "51.05.04")
    base(workspace, dict(zip(codes, (1000, 250, 250, 250, 250), strict=True)))
    target(workspace, "51", 0.75)
    for month in (FEBRUARY, MARCH):
        recap(workspace, folder, month, dict(zip(codes, (500, 100, 150, 125, 125), strict=True)))
    return workspace


def test_one_folder_with_all_of_it(ready: Workspace) -> None:
    ticks: list[int] = []
    made = monthly_package(ready, REQUEST, draw, lambda done, total: ticks.append(done), today=TODAY)
    assert made == ready.reports / "Paket Maret 2026 Kabupaten Klungkung"
    files = sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    assert files == [
        "Daftar isi.xlsx", "Ringkasan Kabupaten Klungkung Maret 2026.pdf", "Ringkasan Kabupaten Klungkung Maret 2026.xlsx",
        "grafik/grafik.png", "grafik/perkembangan.png", "grafik/peta.png",
    ]  # fmt: skip
    assert ticks == sorted(ticks)
    rows = list(load_workbook(made / INDEX)["Daftar isi"].iter_rows(values_only=True))
    brief = {str(row[1]): row[4] for row in rows if row[4] and row[0] != "No."}
    assert set(brief) == set(files) - {INDEX}
    whole = load_workbook(made / INDEX)["Sidik berkas"].iter_rows(values_only=True)
    listed = {str(row[1]): row[2] for row in whole if row[2] and row[0] != "No."}
    assert brief == {name: str(digest)[:12] for name, digest in listed.items()}
    for name, digest in listed.items():
        assert digest == hashlib.sha256((made / name).read_bytes()).hexdigest()


def test_letters_that_wait_are_copied_and_listed(ready: Workspace, tmp_path: Path) -> None:
    written = tmp_path / "Surat Edaran.docx"
    written.write_bytes(b"surat")
    for state in (LetterState.DRAF, LetterState.DITANDATANGANI, LetterState.TERKIRIM):
        letter(ready, MARCH, state, path=written)
    letter(ready, MARCH, LetterState.DRAF, path=tmp_path / "hilang.docx")
    made = monthly_package(ready, REQUEST, draw, letter_pdf=_as_pdf, today=TODAY)
    assert sorted(path.name for path in (made / LETTERS).iterdir()) == [
        "Surat Edaran (2).docx", "Surat Edaran (2).pdf", "Surat Edaran.docx", "Surat Edaran.pdf",
    ]  # fmt: skip
    rows = list(load_workbook(made / INDEX)["Surat belum terkirim"].iter_rows(values_only=True))
    assert [row[7] for row in rows if row[1] == "Surat Edaran Bupati"] == [
        "surat belum terkirim/Surat Edaran.docx", "surat belum terkirim/Surat Edaran (2).docx", "berkas tidak ditemukan",
    ]  # fmt: skip


def test_the_next_one_stands_beside_it(ready: Workspace) -> None:
    first, second = (monthly_package(ready, REQUEST, draw, today=TODAY) for _ in range(2))
    assert second.name == f"{first.name} (2)"
    assert first.is_dir()


@pytest.mark.parametrize("stop_at", [1, 2, 4, 5])
def test_stopped_half_way_nothing_is_left(ready: Workspace, stop_at: int) -> None:
    def tick(done: int, total: int) -> None:
        if done == stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        monthly_package(ready, REQUEST, draw, tick, today=TODAY)
    assert not ready.reports.is_dir() or list(ready.reports.iterdir()) == []


def test_an_office_must_be_named(workspace: Workspace) -> None:
    with pytest.raises(NoOffice):
        monthly_package(workspace, REQUEST, draw, today=TODAY)
