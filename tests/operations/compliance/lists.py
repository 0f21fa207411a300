"""Short ways to bring lists of companies, vulnerable workers and employees; everybody in them is invented."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.letters import LetterState
from desktop_app.domain.segments import Segment
from desktop_app.operations.import_sheet import ImportRequest
from desktop_app.operations.workspace import Workspace
from desktop_app.store import letters
from desktop_app.store.letters import NewLetter
from desktop_app.store.models import LetterRow
from tests.operations.sheets import PLACES, bring, nik

SAKTI, BUNGA_MEKAR, SELAT = "51.05.01.2001", "51.05.01.2016", "51.05.03.2016"

Proposed = tuple[int | str, date | None, str, str]
"""Number (or what stands in place of the NIK), birth date, village, who pays."""

Company = tuple[str, str, str, int | None, int | None, int | None, int | None, str]
"""NPP, name, kecamatan, real and registered workers, months and rupiah owed, category."""

Employed = tuple[int, str, str]
"""Number, employer, village."""


def vulnerable(
    workspace: Workspace, folder: Path, month: date, rows: Iterable[Proposed], sender: str = "Desa rekaan"
) -> int:
    path = folder / f"rentan-{month}-{len(list(folder.iterdir()))}.xlsx"
    header = ("NIK", "Nama Lengkap", "Tanggal Lahir", "Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota", "Sumber Dana")
    people = [
        (nik(who) if isinstance(who, int) else who, f"Ni Rekaan {who}", born, *PLACES[village], fund)
        for who, born, village, fund in rows
    ]
    request = ImportRequest(path=path, period=month, sender=sender)
    return bring(workspace, path, [("DAFTAR PEKERJA RENTAN",), header, *people], request)


def company_list(workspace: Workspace, folder: Path, month: date, rows: Iterable[Company]) -> int:
    path = folder / f"perusahaan-{month}-{len(list(folder.iterdir()))}.xlsx"
    header = (
        "NPP", "Nama Perusahaan", "Kecamatan", "Kabupaten/Kota", "Jumlah TK", "TK Terdaftar", "Tunggakan (Bulan)",
        "Tunggakan (Rp)", "Kategori",
    )  # fmt: skip
    cells = [(npp, name, place, "Kabupaten Klungkung" if place else "", *rest) for npp, name, place, *rest in rows]
    request = ImportRequest(path=path, period=month, sender="Cabang rekaan")
    return bring(workspace, path, [("DAFTAR KEPATUHAN PERUSAHAAN",), header, *cells], request)


def employed(workspace: Workspace, folder: Path, month: date, rows: Iterable[Employed]) -> int:
    """A complete list of wage earners of the regency with their employers."""
    path = folder / f"pu-{month}-{len(list(folder.iterdir()))}.xlsx"
    header = (
        "NIK", "Nama Lengkap", "Segmen", "Nama Perusahaan", "JKK", "JKM", "Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota",
    )  # fmt: skip
    people = [(nik(who), f"Ni Rekaan {who}", "PU", firm, "Y", "Y", *PLACES[village]) for who, firm, village in rows]
    request = ImportRequest(
        path=path, period=month, complete=True, region="51.05", sender="Cabang rekaan",
        segments=(Segment.PU, Segment.BPU, Segment.JAKON),
    )  # fmt: skip
    return bring(workspace, path, [("DAFTAR PESERTA AKTIF",), header, *people], request)


def letter(
    workspace: Workspace, day: date, state: LetterState, *, kind: str = "se-bupati", to: str = "",
    path: Path = Path("surat.docx"),
) -> int:  # fmt: skip
    """A letter of that day in that state."""
    with workspace.sessions.begin() as session:
        new = NewLetter(
            kind=kind, subject="Perlindungan pekerja", region="51.05", path=str(path), figures={}, letter_date=day,
            addressee_key=to,
        )  # fmt: skip
        [number] = letters.add_letters(session, [new], "petugas", datetime(2026, 4, 1, 9))
        session.get_one(LetterRow, number).state = state.value
    return number
