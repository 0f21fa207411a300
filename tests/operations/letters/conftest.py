"""A workspace of an invented office in Klungkung with two months of figures, companies and vulnerable workers."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.office import Office, Signatory
from desktop_app.operations.offices import save_office
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.store import regions
from tests.operations.compliance.lists import BUNGA_MEKAR, SAKTI, company_list, vulnerable
from tests.operations.sheets import FEBRUARY, MARCH, base, recap, target

OFFICE = Office(
    region="51.05", agency="Dinas Tenaga Kerja", number_code="DISNAKER", seat="Semarapura",
    address="Jalan Rekaan Nomor 1, Semarapura", branch="Kantor Cabang Rekaan", clerk="Ni Made Rekaan",
    head=Signatory(title="Bupati Klungkung", name="I Wayan Rekaan"),
    chief=Signatory(title="Kepala Dinas", name="Ni Luh Rekaan, S.Sos.", rank="Pembina", nip="000000000000000000"),
    secretary=Signatory(title="Sekretaris Daerah", name="I Ketut Rekaan", rank="Pembina Utama", nip="000000000000000001"),
)  # fmt: skip
CODES = ("51.05", "51.05.01", "51.05.02", "51.05.03", "51.05.04")
COMPANIES = [
    ("AA000001", "PT Contoh Patuh", "Nusa Penida", 10, 10, 0, 0, "PATUH"),
    ("AA000002", "PT Contoh Sebagian", "Nusa Penida", 400, 300, 0, 0, "PDS TK"),
    ("AA000003", "CV Contoh Piutang", "Dawan", 5, 5, 4, 4_000_000, "PIUTANG"),
    ("", "Warung Contoh Baru", "Dawan", 3, None, None, None, "PWBD"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "berkas"
    made.mkdir()
    return made


@pytest.fixture(scope="session")
def klungkung_folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = open_workspace(
        Path(shutil.copytree(empty_folder, tmp_path_factory.mktemp("klungkung") / "ruang kerja"))
    )
    _fill(workspace, tmp_path_factory.mktemp("berkas"))
    workspace.close()
    return workspace.folder


@pytest.fixture
def klungkung(klungkung_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(Path(shutil.copytree(klungkung_folder, tmp_path / "klungkung")))
    yield opened
    opened.close()


def _fill(workspace: Workspace, folder: Path) -> None:
    save_office(workspace, OFFICE)
    base(workspace, dict(zip(CODES, (1000, 250, 250, 250, 250), strict=True)))
    target(workspace, "51", 0.75)
    recap(workspace, folder, FEBRUARY, dict(zip(CODES, (500, 100, 150, 125, 125), strict=True)))
    recap(workspace, folder, MARCH, dict(zip(CODES, (560, 110, 200, 130, 120), strict=True)))
    company_list(workspace, folder, MARCH, COMPANIES)
    born = date(1990, 1, 1)
    vulnerable(workspace, folder, FEBRUARY, [(n, born, SAKTI, "APBDes") for n in range(1, 4)], sender="Sakti")
    vulnerable(
        workspace, folder, MARCH, [(n, born, BUNGA_MEKAR, "APBDes") for n in range(11, 16)], sender="Bunga Mekar"
    )
    vulnerable(workspace, folder, MARCH, [(15, born, BUNGA_MEKAR, "CSR"), (16, born, BUNGA_MEKAR, "CSR")], sender="CSR")


@pytest.fixture
def klungkung_office(workspace: Workspace) -> None:
    save_office(workspace, OFFICE)


@pytest.fixture
def rename(klungkung: Workspace) -> Callable[[str, str], None]:
    """Gives a region another name."""

    def renamed(code: str, name: str) -> None:
        with klungkung.sessions.begin() as session:
            region = regions.region(session, code)
            assert region is not None
            regions.save_region(session, replace(region, name=name))

    return renamed
