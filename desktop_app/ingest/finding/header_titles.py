"""Lines of text directly over a header that are titles of the table, no level of its header."""

import re
from collections.abc import Sequence

from desktop_app.ingest.finding.header_labels import Merges
from desktop_app.ingest.grid import Row, text_of

_LONGEST_GROUP = 60
_TITLE = re.compile(
    r"\W*(?:rekapitulasi|rekap|daftar|lampiran|laporan|tabel|formulir|halaman|hal|page|lembar|sumber|dicetak|diunduh|posisi"
    r"|tanggal cetak|tgl cetak|periode|catatan|pemerintah|dinas|kantor|badan|jalan|jl|jln|telp|telepon|petunjuk|kepada|rahasia"
    r"|satuan|nomor surat)\b|.*\w\s*:\s*\S",
    re.IGNORECASE,
)
_LOOSE_TITLE = re.compile(
    r"\W*data\b.*\b(?:kabupaten|kota|kecamatan|desa|kelurahan|provinsi|bulan|tahun|per|periode|bpjs|bpjamsostek|kepesertaan)\b"
    r"|.*\bper \d{1,2} \w+ \d{4}",
    re.IGNORECASE,
)
"""Words of a title, where no merged cell says that the text stands over a group of columns."""


def is_title(place: int, row: Row, below: Sequence[Row], merges: Merges, left: int, right: int) -> bool:
    """True for a row over a header (its rows `below`) that is a title; only columns `left` to before `right` count.

    A level of a header is short, stands over columns with texts of their own and not alone over the first of them.
    """
    texts = {column: text for column, cell in enumerate(row[left:right], left) if (text := text_of(cell))}
    distinct = set(texts.values())
    if len(distinct) > 1:
        return all(map(_TITLE.match, distinct)) and max(map(len, distinct)) > _LONGEST_GROUP / 2
    labelled = {column for line in below for column, cell in enumerate(line[left:right], left) if text_of(cell)}
    if not distinct or not labelled:
        return False
    [text] = distinct
    merged = {
        column
        for area in merges.starting_in([place])
        if area.left in texts
        for column in range(area.left, area.right + 1)
    }
    covered = merged | texts.keys()
    if len(text) > _LONGEST_GROUP or _TITLE.match(text) or (not merged and _LOOSE_TITLE.match(text)):
        return True
    return min(covered) <= min(labelled) or not covered & labelled
