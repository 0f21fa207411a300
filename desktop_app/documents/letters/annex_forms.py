"""Annexes that are filled in by hand: the answer sheets. They ask only for what the answer needs."""

from desktop_app.documents.letters.annex_tables import column
from desktop_app.documents.letters.content import Annex, AnnexRow
from desktop_app.documents.letters.sender import Sender
from desktop_app.domain.indonesian import number

_LINE = "." * 40
_ROWS = 9
"""Empty rows that fit a landscape page with its heading."""


def people(sender: Sender) -> Annex:
    """Candidates of one village (domain notes 4.6, without what the branch does not always ask for)."""
    facts, place = sender.facts, sender.addressed_place
    kecamatan = next((above.name for above, village in facts.villages if village == place), _LINE)
    village = place.name if sender.to_village else _LINE
    return Annex(
        label="",
        title=f"DAFTAR CALON PESERTA PEKERJA RENTAN TAHUN {facts.year}",
        intro=(f"{sender.kinds('/').title()}: {village}", f"Kecamatan: {kecamatan if sender.to_village else _kecamatan(sender)}"),
        columns=(
            column("No.", 1.0, centre=True), column("NIK (16 angka)", 3.1), column("Nama sesuai KTP", 2.8),
            column("Tempat lahir", 1.7), column("Tanggal lahir", 1.8), column("L/P", 1.1),
            column("Alamat atau banjar", 2.5), column("Nomor HP", 2.0), column("Jenis pekerjaan", 2.3),
            column("Tempat bekerja", 1.9), column("Sudah peserta*", 2.0), column("Keterangan", 2.5),
        ),
        notes=(
            "*) Isi “tidak”, atau nomor kartu (KPJ) bila sudah menjadi peserta.",
            "NIK dan nomor HP ditulis sebagai teks, tanggal lahir dengan urutan tanggal-bulan-tahun. Data lain hanya"
            " disampaikan bila diminta untuk pendaftaran.",
        ),
        landscape=True,
        blank_rows=_ROWS,
    )  # fmt: skip


def _kecamatan(sender: Sender) -> str:
    return sender.addressed_place.name if sender.to_kecamatan else _LINE


def recap(sender: Sender) -> Annex | None:
    """What a camat passes on: the villages of the kecamatan where they are known, else empty rows. Not for a village."""
    if sender.to_village:
        return None
    known = sender.facts.villages if sender.to_kecamatan else ()
    rows = tuple(
        AnnexRow(cells=(f"{no}.", village.full_name, number(sender.facts.quota), "", "", ""))
        for no, (_, village) in enumerate(known, start=1)
    )
    return Annex(
        label="",
        title=f"REKAPITULASI CALON PESERTA PEKERJA RENTAN TAHUN {sender.facts.year}",
        intro=(f"Kecamatan: {_kecamatan(sender)}",),
        columns=(
            column("No.", 1.1, centre=True), column(sender.kinds("/").title(), 4.6),
            column("Kuota (orang)", 2.0, right=True), column("Diusulkan (orang)", 2.3, right=True),
            column("Tanggal berita acara", 3.0), column("Keterangan", 3.0),
        ),
        rows=rows,
        blank_rows=0 if rows else 15,
    )  # fmt: skip


def _form(title: str, first: str, columns: tuple[tuple[str, float], ...], *notes: str, whose: str = "") -> Annex:
    """`first` names who fills it in, on a line of its own; `whose` is who that is, where it is known."""
    return Annex(
        label="",
        title=title,
        intro=(f"{first}: {whose or _LINE}",),
        columns=(column("No.", 1.2, centre=True), *(column(name, width) for name, width in columns)),
        notes=notes,
        landscape=True,
        blank_rows=_ROWS,
    )


def non_asn(sender: Sender) -> Annex:
    return _form(
        f"DATA KEPESERTAAN PEGAWAI NON‑ASN, PERANGKAT DESA, DAN LEMBAGA KEMASYARAKATAN DESA TAHUN {sender.facts.year}",
        "Perangkat daerah/kecamatan/desa",
        (
            ("Kelompok", 6.0), ("Jumlah seluruhnya (orang)", 3.2), ("Sudah peserta JKK dan JKM (orang)", 3.6),
            ("Belum peserta (orang)", 3.2), ("Sumber anggaran", 3.6), ("Keterangan", 3.9),
        ),
        "Kelompok: pegawai non-ASN; kepala desa dan perangkat desa; anggota Badan Permusyawaratan Desa; pengurus lembaga"
        " kemasyarakatan desa. Nama dan NIK tidak dicantumkan dalam daftar ini.",
    )  # fmt: skip


def projects(sender: Sender) -> Annex:
    return _form(
        f"DAFTAR KEGIATAN KONSTRUKSI TAHUN ANGGARAN {sender.facts.year}",
        "Perangkat daerah/desa",
        (
            ("Nama kegiatan", 5.9), ("Lokasi", 3.0), ("Sumber dana", 2.6), ("Nilai pekerjaan (Rp)", 3.2),
            ("Waktu pelaksanaan", 2.8), ("Nomor dan tanggal bukti pendaftaran", 3.4), ("Keterangan", 2.6),
        ),
        whose=sender.addressed_place.full_name if sender.to_village else "",
    )  # fmt: skip


def sponsors(sender: Sender) -> Annex:
    return _form(
        f"REKAPITULASI PEKERJA RENTAN YANG DIBIAYAI APARATUR SIPIL NEGARA DAN PERUSAHAAN TAHUN {sender.facts.year}",
        "Perangkat daerah/perusahaan",
        (
            ("Pemberi bantuan iuran", 6.5), ("Banyaknya pemberi bantuan (orang)", 3.4),
            ("Pekerja rentan yang dibiayai (orang)", 3.6), ("Iuran dibayar untuk (bulan)", 3.2),
            ("Tanggal pembayaran", 3.2), ("Keterangan", 3.6),
        ),
        "Nama dan NIK pekerja rentan disampaikan tersendiri untuk pendaftaran dan dijaga kerahasiaannya.",
    )  # fmt: skip


def customary(sender: Sender) -> Annex:
    return _form(
        f"DATA PRAJURU DAN PEKERJA DESA ADAT TAHUN {sender.facts.year}",
        "Desa Adat",
        (
            ("Kelompok", 7.0), ("Jumlah seluruhnya (orang)", 3.6), ("Sudah peserta (orang)", 3.6),
            ("Belum peserta (orang)", 3.6), ("Keterangan", 5.7),
        ),
        "Kelompok: prajuru, pemangku, pekaseh, pangliman, kelian banjar, pecalang, serati banten, dan lainnya. Nama dan NIK"
        " tidak dicantumkan dalam daftar ini.",
    )  # fmt: skip


def workers(sender: Sender) -> Annex:
    return _form(
        "REKAPITULASI PENDAFTARAN PEKERJA",
        "Nama perusahaan",
        (
            ("Lokasi kerja/cabang", 6.0), ("NPP", 3.2), ("Pekerja sebenarnya (orang)", 3.2),
            ("Pekerja terdaftar (orang)", 3.2), ("Program yang diikuti", 4.2), ("Keterangan", 3.7),
        ),
        "Nama, NIK, dan upah pekerja tidak dicantumkan dalam daftar ini.",
        whose=sender.company,
    )  # fmt: skip
