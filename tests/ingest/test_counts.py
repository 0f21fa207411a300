"""Whatever a sheet looks like: every row that is not empty is counted once, and no column order changes what is read."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop_app.domain.sheets import Participant, RecapFigure, Table, silent
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places

Cells = Sequence[object]

PEOPLE = ("No", "NIK", "Nama", "Tgl Lahir", "Desa", "Kecamatan", "Kab/Kota")
person = st.tuples(
    st.integers(1, 999) | st.none(),
    st.sampled_from(["5105014101900001", 5105014101900000, "51050141019", "NIK", None, " "]),
    st.sampled_from(["Ni Contoh", "JUMLAH", "Sumber: cabang", None]),
    st.sampled_from(["01-01-1990", "31-02-1990", "kemarin", None]),
    st.sampled_from(["Suana", "Selat", "Selatt", None]),
    st.sampled_from(["Nusa Penida", None]),
    st.sampled_from(["Kab. Klungkung", "Bali", None]),
)
RECAP = ("No", "Kabupaten/Kota", "Peserta aktif", "Pekerja", "Cakupan %", "Keterangan")
region = st.tuples(
    st.integers(1, 9) | st.none(),
    st.sampled_from(["Badung", "Kab. Gianyar", "Gianyar", "Provinsi Bali", "JUMLAH", "Sumber: x", "Antah", None]),
    st.sampled_from([10, 12.5, "1.000", "-", "banyak", None]),
    st.sampled_from([100, "2.000", "nihil", 0, None]),
    st.sampled_from([0.5, "50%", "?", None]),
    st.sampled_from(["diturunkan", None]),
)
titles = st.lists(st.sampled_from(["DAFTAR", "per 31 Maret 2025", "Kabupaten Klungkung", None]), max_size=6)


def read(places: Places, lines: Sequence[Cells]) -> Table:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(list(line))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lembar.xlsx"
        book.save(path)
        [table] = read_workbook(path, places, silent).tables
    return table


def filled(lines: Sequence[Cells]) -> int:
    return sum(any(cell is not None and str(cell).strip() for cell in line) for line in lines)


def ordered(lines: Sequence[Cells], order: Sequence[int]) -> list[Cells]:
    return [[line[place] for place in order] for line in lines]


@settings(max_examples=60, deadline=None)
@given(above=titles, rows=st.lists(person, max_size=8))
def test_every_row_of_a_list_is_counted_once(places: Places, above: list[str | None], rows: list[Cells]) -> None:
    lines = [*([title] for title in above), PEOPLE, *rows]
    table = read(places, lines)
    assert table.read == filled(lines)
    assert table.data_rows == len(table.rows)
    assert len({row.row for row in table.rows}) == len(table.rows)


@settings(max_examples=60, deadline=None)
@given(above=titles, rows=st.lists(region, max_size=8))
def test_every_row_of_a_recap_is_counted_once(places: Places, above: list[str | None], rows: list[Cells]) -> None:
    lines = [*([title] for title in above), RECAP, *rows]
    table = read(places, lines)
    assert table.read == filled(lines)
    assert table.data_rows == len({row.row for row in table.rows})


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(range(len(PEOPLE))), above=st.integers(0, 5))
def test_the_order_of_columns_and_the_titles_change_nothing(places: Places, order: list[int], above: int) -> None:
    row = (1, "5105014101900001", "Ni Contoh", "01-01-1990", "Suana", "Nusa Penida", "Kab. Klungkung")
    table = read(places, [*[["Judul lembar"]] * above, *ordered([PEOPLE, row], order)])
    [found] = table.rows
    assert isinstance(found, Participant)
    assert (found.nik, found.name, found.region) == ("5105014101900001", "Ni Contoh", "51.05.01.2007")
    assert (table.header_rows, found.row) == ((above + 1,), above + 2)


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(range(len(RECAP))), above=st.integers(0, 5))
def test_a_recap_reads_the_same_in_any_order(places: Places, order: list[int], above: int) -> None:
    row = (1, "Gianyar", 130_300, 198_628, 0.656, "diturunkan")
    table = read(places, [*[["Judul lembar"]] * above, *ordered([RECAP, row], order)])
    [figure] = table.rows
    assert isinstance(figure, RecapFigure)
    assert (figure.region, figure.people, figure.workers, figure.share, figure.note) == (
        "51.04", 130_300, 198_628, 0.656, "diturunkan",
    )  # fmt: skip
    assert not table.problems
