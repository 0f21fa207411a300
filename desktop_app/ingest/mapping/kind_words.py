"""Kinds of tables as titles and names of sheets tell them apart: people active, ended, vulnerable; recaps and bases."""

import re
from collections.abc import Iterable

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.mapping.wording import plain

_ENDED = re.compile(
    r"\b(?:non ?aktif|penonaktifan|tidak aktif|di ?nonaktifkan|keluar|phk|resign|berhenti|pengurangan|lapse|inactive)\b"
)
_ACTIVE = re.compile(r"(?<!non )(?<!tidak )\b(?:aktif|masuk|penambahan|active)\b")
_VULNERABLE = re.compile(
    r"\b(?:(?:pekerja|tk|tenaga kerja) rentan|calon peserta|calon penerima|usulan|diusulkan|pengusulan|penerima bantuan iuran"
    r"|bantuan iuran|sumber dana|dibiayai|didanai)\b"
)
_ACTIVE_PEOPLE = re.compile(r"\b(?:peserta|tenaga kerja|tk) aktif\b(?! (?:dan|atau|/) (?:non|tidak))")
_DUES = re.compile(
    r"\b(?:(?:rincian|detail|daftar|perhitungan|rekonsiliasi|data|laporan|rekap\w*) (?:pembayaran )?iuran|form(?:ulir)? ?2 ?a)\b"
)
_NO_TITLE = re.compile(r"^(?:catatan|keterangan|ket|petunjuk|nb|note|sumber)\b|\bsurat keluar\b")
_COVERED = re.compile(
    r"\b(?:kepesertaan|peserta|terlindungi|perlindungan|cakupan|coverage|ucj|(?:tk|(?:tenaga )?kerja|pekerja) (?:aktif|terdaftar))\b"
)
_WORKERS = re.compile(
    r"\b(?:penduduk (?:yang )?bekerja|angkatan kerja|ketenagakerjaan (?:bps|sakernas)|sakernas|penyebut|jumlah pekerja menurut)\b"
)
_BASE = re.compile(r"^(?:data |jumlah |tabel |daftar )*penyebut\b")
_RECAP = re.compile(r"\brekap\w*\b")
_LONGEST_TITLE = 160
_NEARLY_ALL = 0.9


def kind_by_words(titles: Iterable[str], kind: SheetKind, ended: float | None = None) -> SheetKind:
    """The kind of a table as its titles and the names of its sheet and file say it, the nearest to the table first.

    Lists of people are told from each other and recaps from bases; other kinds stay what they are.

    Args:
        ended: the share of rows, 0 to 1, with a date or a reason of the end; None: no such column, or not looked at.
    """
    lines = [
        text
        for title in titles
        if len(title) <= _LONGEST_TITLE and (text := plain(title)) and not _NO_TITLE.search(text)
    ]
    if kind in (SheetKind.REKAP, SheetKind.PENYEBUT):
        return _kind_of_figures(lines, kind)
    if kind not in PEOPLE_KINDS:
        return kind
    return _kind_of_people(lines, _by_ends(kind, ended))


def _by_ends(kind: SheetKind, ended: float | None) -> SheetKind:
    """People have ended where (nearly) all rows say so, whatever columns the form offers."""
    if ended is None or kind not in (SheetKind.NONAKTIF, SheetKind.PESERTA):
        return kind
    return SheetKind.NONAKTIF if ended >= _NEARLY_ALL else SheetKind.PESERTA


def _kind_of_people(lines: list[str], kind: SheetKind) -> SheetKind:
    ended, active = (any(pattern.search(line) for line in lines) for pattern in (_ENDED, _ACTIVE))
    if ended != active:
        if ended:
            return SheetKind.NONAKTIF
        kind = SheetKind.PESERTA if kind is SheetKind.NONAKTIF else kind
    if any(_VULNERABLE.search(line) for line in lines):
        return SheetKind.RENTAN
    # A list of participants may say who pays for them: a column of funds alone makes nobody vulnerable.
    if kind is SheetKind.RENTAN and any(_ACTIVE_PEOPLE.search(line) for line in lines):
        return SheetKind.PESERTA
    dues = kind is SheetKind.PESERTA and not active and any(_DUES.search(line) for line in lines)
    return SheetKind.IURAN if dues else kind


def _kind_of_figures(lines: list[str], kind: SheetKind) -> SheetKind:
    """A base becomes a recap by the first line that tells; a recap a base only where no line speaks of covered people.

    The columns made it a recap: a survey that is named as the source of its shares must not take its people away.
    """
    told = [found for line in lines if (found := _figures_of(line))]
    if kind is SheetKind.PENYEBUT:
        return told[0] if told else kind
    return SheetKind.PENYEBUT if told and SheetKind.REKAP not in told else kind


_UCJ = re.compile(r"\b(?:universal coverage (?:jamsostek|jaminan sosial ketenagakerjaan)|ucj)\b")


def _figures_of(line: str) -> SheetKind | None:
    """“Rekap penduduk bekerja” is a base, “Rekap kepesertaan” and “Cakupan terhadap penduduk bekerja” are recaps."""
    # “Universal Coverage Jamsostek (UCJ)” is the name of a programme; its bases carry it too.
    line = _UCJ.sub(" ", line)
    if _BASE.search(line):
        return SheetKind.PENYEBUT
    if _COVERED.search(line):
        return SheetKind.REKAP
    if _WORKERS.search(line):
        return SheetKind.PENYEBUT
    return SheetKind.REKAP if _RECAP.search(line) else None
