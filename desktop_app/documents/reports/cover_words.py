"""What the first page says, on the sheet as in the PDF."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports.coverage_parts import basis_line
from desktop_app.documents.reports.made import Made
from desktop_app.domain.office import Office, Signatory

TITLE = "Ringkasan kepatuhan dan cakupan jaminan sosial ketenagakerjaan"
SENTENCES = "Yang perlu diketahui"
MAP = "peta"
"""Key of the picture on the first page."""

NO_MAP = "Peta tidak disertakan: gambarnya belum dibuat untuk wilayah ini. Angkanya ada di bagian “Cakupan”."


def agency(office: Office, compliance: Compliance) -> str:
    """The office by name, with its region where the summary knows it; invented data say so."""
    own = next(
        (
            one.region
            for one in (compliance.coverage.whole, *compliance.coverage.rows)
            if one.region.code == office.region
        ),
        None,
    )
    named = own is not None and own.short_name not in office.agency
    sample = " (data contoh)" * (office.sample or compliance.sample)
    return f"{office.agency}{f' {own.full_name}' * named if own else ''}{sample}"


def place_line(compliance: Compliance) -> str:
    return f"{compliance.region.full_name}, {compliance.span.title}"


def basis(compliance: Compliance) -> str:
    return f"{basis_line(compliance.coverage)}."


def sentences(compliance: Compliance) -> tuple[str, ...]:
    """The five sentences, then in one line each what the data do not tell."""
    said = compliance.sentences + compliance.unsaid
    return said or ("Belum ada angka yang dapat diringkas.",)


def no_map(pictures: Mapping[str, Path]) -> str:
    """Why the place of the map is empty; nothing where there is one."""
    return "" if MAP in pictures and pictures[MAP].is_file() else NO_MAP


def signature(office: Office) -> tuple[str, ...]:
    """Lines of the signature: place and date, title, room, name, rank, NIP; nothing where nobody is known."""
    chief = office.chief
    if not chief.name:
        return ()
    place = f"{office.seat}, {'.' * 24}" if office.seat else ""
    lines = (place, *_title(chief), "", "", "", chief.name, chief.rank, f"NIP {chief.nip}" if chief.nip else "")
    return lines if lines[-1] else lines[:-1]


def _title(chief: Signatory) -> tuple[str, ...]:
    """“Plt. Kepala Dinas,” or “a.n. Bupati Gianyar”, “Kepala Dinas,”."""
    own = f"{chief.mark} {chief.title or 'Kepala'}".strip()
    behalf = (f"a.n. {chief.behalf}",) if chief.behalf else ()
    under = (f"u.b. {chief.under}",) if chief.under else ()
    return (*behalf, *under, f"{own},")


def made_line(made: Made) -> str:
    outside = " Jumlah orang di bawah lima tidak ditampilkan." if made.leaves_office else ""
    return (
        f"Dibuat {made.words}, Cakupan {made.version}. Rincian setiap angka ada di bagian “Cakupan” dan"
        f" “Tentang laporan ini”.{outside}"
    )


def footer(compliance: Compliance, made: Made) -> str:
    """At the foot of every page: what, base, date, made by."""
    table = compliance.coverage
    base = f"penyebut {table.base.name}, data {table.period:%d-%m-%Y}"
    return f"{compliance.region.full_name}, {compliance.span.title}; {base}; dibuat {made.at:%d-%m-%Y} oleh {made.by}"
