"""The demo workspace: a sample office in Gianyar and the shipped sample sheets, imported by the ordinary import."""

from pathlib import Path

from desktop_app.domain.office import Office, Signatory
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, import_sheet, is_stored
from desktop_app.operations.offices import office_of, save_office
from desktop_app.operations.workspace import Workspace
from desktop_app.resources import resource

SAMPLE_OFFICE = Office(
    region="51.04", agency="Dinas Tenaga Kerja", number_code="DISNAKER", seat="Gianyar",
    address="Jalan Contoh Nomor 1, Gianyar", branch="Kantor Cabang Bali Gianyar", clerk="Ni Made Contoh",
    head=Signatory(title="Bupati Gianyar", name="I Made Contoh"),
    chief=Signatory(
        title="Kepala Dinas", name="Ni Luh Contoh, S.Sos.", rank="Pembina Tingkat I", nip="000000000000000000"
    ),
    sample=True,
)  # fmt: skip
"""Invented people in a real regency."""

SENDERS = {
    "Penyebut": "BPS dan BPJS Ketenagakerjaan",
    "Target": "Kanwil BPJS Ketenagakerjaan Banuspa",
    "Rekap": "Kanwil BPJS Ketenagakerjaan Banuspa",
    "DATA CONTOH": "Data contoh",
}


def sample_sheets() -> list[Path]:
    """The shipped workbooks, bases and targets first."""
    order = list(SENDERS)
    return sorted(resource("samples").glob("*.xlsx"), key=lambda path: (order.index(_word(path)), path.name))


def fill_demo(workspace: Workspace, tick: Tick = silent) -> list[ImportReport]:
    """Fill the workspace from the samples that it does not hold yet; their reports. The rest stays as it is."""
    if office_of(workspace) is None:
        save_office(workspace, SAMPLE_OFFICE)
    reports = []
    sheets = sample_sheets()
    for done, path in enumerate(sheets):
        tick(done, len(sheets))
        if not is_stored(workspace, path):
            reports.append(import_sheet(workspace, ImportRequest(path=path, sender=SENDERS[_word(path)])))
    tick(len(sheets), len(sheets))
    return reports


def _word(path: Path) -> str:
    return next(word for word in SENDERS if path.name.startswith(word))
