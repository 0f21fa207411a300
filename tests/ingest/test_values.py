"""Single cells, the Indonesian way."""

from datetime import date, datetime

import pytest

from desktop_app.domain.segments import Segment
from desktop_app.ingest.grid import Cell, is_blank, letter, text_of
from desktop_app.ingest.values import (
    is_yes,
    month_comes_first,
    parse_date,
    parse_segment,
    parse_sex,
    says_inactive,
)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12-11-1987", date(1987, 11, 12)),
        ("12/11/87", date(1987, 11, 12)),
        ("1987-11-12", date(1987, 11, 12)),
        ("1987-11-12 00:00:00", date(1987, 11, 12)),
        ("12 Nopember 1987", date(1987, 11, 12)),
        ("17 Agst 1980", date(1980, 8, 17)),
        ("1 Pebruari 2004", date(2004, 2, 1)),
        ("05.06.05", date(2005, 6, 5)),
        ("'01-01-1990", date(1990, 1, 1)),
        ("01011990", date(1990, 1, 1)),
        (32874.0, date(1990, 1, 1)),
        (datetime(1990, 1, 1), date(1990, 1, 1)),
        (date(1990, 1, 1), date(1990, 1, 1)),
        ("  ", None),
    ],
)
def test_dates(cell: Cell, day: date | None) -> None:
    assert parse_date(cell) == day


@pytest.mark.parametrize("cell", ["31-02-1990", "soon", "12-13-1990", "1 Foo 1990", "01-01-0190", 9e9, "00-00-0000"])
def test_dates_that_cannot_be(cell: Cell) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date(cell)


def test_the_order_of_day_and_month_is_the_columns() -> None:
    assert month_comes_first(["12/31/1990", "01/02/1991"])
    assert not month_comes_first(["12/31/1990", "31/12/1990"])
    assert not month_comes_first(["01/02/1991"])
    assert parse_date("01/02/1991", month_first=True) == date(1991, 1, 2)


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("L", "L"),
        ("Laki-laki", "L"),
        ("PRIA", "L"),
        ("p", "P"),
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
        ("PU dan BPU", None), ("Peserta", None), ("pulau", None),
    ],
)  # fmt: skip
def test_segments(text: str, segment: Segment | None) -> None:
    assert parse_segment(text) == segment


@pytest.mark.parametrize(
    ("status", "ended"),
    [("AKTIF", False), ("NON AKTIF", True), ("Non-Aktif", True), ("Tidak aktif", True), ("NA", True), ("nama", False)],
)
def test_statuses(status: str, ended: bool) -> None:
    assert says_inactive(status) is ended


@pytest.mark.parametrize(
    ("cell", "yes"), [("Y", True), ("T", False), ("", False), (16800, True), (0, False), ("0,00", False), ("v", True)]
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
