"""Kinds of lists of people as titles and names of sheets tell them apart: active, ended, vulnerable, contributions."""

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
_DUES = re.compile(
    r"\b(?:(?:rincian|detail|daftar|perhitungan|rekonsiliasi|data|laporan|rekap\w*) (?:pembayaran )?iuran|form(?:ulir)? ?2 ?a)\b"
)
_NO_TITLE = re.compile(r"^(?:catatan|keterangan|ket|petunjuk|nb|note|sumber)\b|\bsurat keluar\b")
_LONGEST_TITLE = 160


def kind_by_words(titles: Iterable[str], kind: SheetKind) -> SheetKind:
    """The kind of a table of people, as its titles and its sheet's name say it; other kinds stay what they are."""
    if kind not in PEOPLE_KINDS:
        return kind
    lines = [
        text
        for title in titles
        if len(title) <= _LONGEST_TITLE and (text := plain(title)) and not _NO_TITLE.search(text)
    ]
    ended, active = (any(pattern.search(line) for line in lines) for pattern in (_ENDED, _ACTIVE))
    if ended != active:
        if ended:
            return SheetKind.NONAKTIF
        kind = SheetKind.PESERTA if kind is SheetKind.NONAKTIF else kind
    if any(_VULNERABLE.search(line) for line in lines):
        return SheetKind.RENTAN
    dues = kind is SheetKind.PESERTA and not active and any(_DUES.search(line) for line in lines)
    return SheetKind.IURAN if dues else kind
