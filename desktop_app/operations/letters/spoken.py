"""Which figures a letter speaks of, by the placeholders in its texts: only those can make it old."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from desktop_app.documents.letters.filling import placeholders_in
from desktop_app.documents.letters.letter_texts import LetterText
from desktop_app.domain.letters import LetterStyle, PointText

COVERAGE, RECEIVER, VILLAGES, LISTED, MONEY, COMPANIES, LATE = (
    "cakupan", "penerima", "desa", "rentan", "iuran", "perusahaan", "laporan",
)  # fmt: skip

_GROUPS = {
    COVERAGE: {
        "keadaan_cakupan", "peserta", "pekerja", "cakupan", "tanggal_data", "penyebut", "sumber", "target",
        "pemilik_target", "tahun_target", "dokumen_target", "kurang_orang", "kurang_poin", "lampiran_cakupan",
        "rincian_cakupan",
    },
    RECEIVER: {"keadaan_cakupan", "keadaan_penerima", "kurang_penerima"},
    VILLAGES: {
        "jumlah_desa", "jumlah_kelurahan", "jumlah_desa_kelurahan", "kuota_seluruhnya", "biaya_seluruhnya",
        "lampiran_kuota", "rincian_kuota",
    },
    LISTED: {"calon_tercatat", "tanggal_daftar", "desa_tanpa_daftar", "tanpa_daftar"},
    MONEY: {"iuran", "rincian_iuran", "biaya_desa", "biaya_seluruhnya", "lampiran_kuota", "rincian_kuota"},
    COMPANIES: {
        "tanggal_perusahaan", "jumlah_perusahaan", "keadaan_perusahaan", "tunggakan", "nama_perusahaan",
        "temuan_perusahaan", "lampiran_perusahaan", "rincian_perusahaan", "pekerja_sebenarnya", "pekerja_terdaftar",
        "pekerja_belum_terdaftar", "bulan_tunggakan",
    },
    LATE: {
        "jumlah_terlambat", "bulan_terlambat", "jumlah_bulan_terlambat", "lampiran_terlambat", "rincian_terlambat",
    },
}  # fmt: skip
"""Group of figures -> the placeholders that say them."""


_STRUCTURED = {"background", "aims", "scope"}
"""Texts that only the structured style has."""


def groups_spoken(text: LetterText, style: LetterStyle, points: Sequence[PointText]) -> tuple[str, ...]:
    """The groups of figures that the texts and the points in use name, sorted."""
    left_out = {"points"} | (_STRUCTURED if style is LetterStyle.NARATIF else set())
    own = (getattr(text, field.name) for field in fields(text) if field.name not in left_out)
    told = [line for value in own for line in _texts(value)]
    told += [line for point in points if point.used for line in (point.text, *point.details)]
    names = {name for line in told for name in placeholders_in(line)}
    return tuple(sorted(group for group, words in _GROUPS.items() if words & names))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for part in value:
            yield from _texts(part)
