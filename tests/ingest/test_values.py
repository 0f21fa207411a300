"""Single cells, the Indonesian way."""

from datetime import date

import pytest

from desktop_app.domain.segments import Segment
from desktop_app.ingest.cells.values import is_yes, parse_segment, parse_sex, says_inactive, status_of
from desktop_app.ingest.grid import Cell, is_blank, letter, text_of


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("L", "L"),
        ("Laki-laki", "L"),
        ("PRIA", "L"),
        ("p", "P"),
        ("Laki - Laki", "L"),
        ("Lk.", "L"),
        ("PRP", "P"),
        ("\u200bP\u00a0", "P"),
        ("1", ""),
        ("L/P", ""),
        ("Perempuan", "P"),
        ("Wanita", "P"),
        ("", ""),
        ("?", ""),
    ],
)
def test_sexes(text: str, sex: str) -> None:
    assert parse_sex(text) == sex


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("PU", Segment.PU), ("Penerima Upah (PU)", Segment.PU), ("BPU", Segment.BPU), ("PBPU", Segment.BPU),
        ("Bukan Penerima Upah", Segment.BPU), ("Jasa Konstruksi", Segment.JAKON), ("DAFTAR PESERTA BPU", Segment.BPU),
        ("B.P.U.", Segment.BPU), ("Bukan PU", Segment.BPU), ("Pekerja Bukan Penerima Upah (PBPU)", Segment.BPU),
        ("Mandiri", Segment.BPU), ("Desa Mandiri Jaya", None), ("Formal", None), ("Informal", None), ("TK Jakon", Segment.JAKON),
        ("Pekerja Migran Indonesia", Segment.PMI), ("TKI", Segment.PMI), ("PPU", Segment.PU), ("Dinas PU Kab. Badung", None), ("Konstruksi", Segment.JAKON),
        ("CV Contoh Konstruksi", None), ("PU dan BPU", None), ("Peserta", None), ("pulau", None),
    ],
)  # fmt: skip
def test_segments(text: str, segment: Segment | None) -> None:
    assert parse_segment(text) == segment


@pytest.mark.parametrize(
    ("status", "active"),
    [
        ("AKTIF", True), ("Aktif Kembali", True), ("Grace", True), ("Masa Tenggang", True), ("Y", True), ("1", True), (1.0, True),
        ("NON AKTIF", False), ("Non-Aktif", False), ("Nonaktif", False), ("Tidak aktif", False), ("TDK AKTIF", False),
        ("NA", False), ("T", False), (0, False), ("0", False), ("Keluar per Mei", False), ("PHK", False), ("Resign", False),
        ("Meninggal dunia", False), ("", None), ("nama", None), ("N/A", None), ("Proses", None),
    ],
)  # fmt: skip
def test_statuses(status: Cell, active: bool | None) -> None:
    assert status_of(status) is active
    assert says_inactive(status) is (active is False)


@pytest.mark.parametrize(
    ("cell", "yes"),
    [
        ("Y", True),
        ("T", False),
        ("", False),
        (16800, True),
        (0, False),
        ("0,00", False),
        ("v", True),
        ("Rp 16.800", True),
        ("Rp 0,-", False),
        ("nihil", False),
        ("✓", True),
        ("Tidak Aktif", False),
        ("√", True),
        (True, True),
    ],
)
def test_programmes(cell: Cell, yes: bool) -> None:
    assert is_yes(cell) is yes


def test_cells_as_text() -> None:
    assert text_of(5103045506900001.0) == "5103045506900001"
    assert text_of(" I\u00a0Made \n Contoh ") == "I Made Contoh"
    assert text_of(date(2025, 3, 31)) == "31-03-2025"
    assert is_blank("\u00a0 \u200b")
    assert not is_blank("0")
    assert not is_blank(0.0)
    assert [letter(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
