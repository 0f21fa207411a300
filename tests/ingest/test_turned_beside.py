"""A turned recap and another table on one sheet."""

from desktop_app.ingest.finding.headers import find_tables
from desktop_app.ingest.grid import Cell
from tests.ingest.grids import grid_of, person

Line = tuple[Cell | None, ...]
TURNED: tuple[Line, ...] = (("Uraian", "Gianyar", "Badung"), ("Peserta PU", 100, 200), ("Peserta BPU", 50, 70))
RECAP: tuple[Line, ...] = (("No", "Kecamatan", "PU", "BPU"), (1, "Ubud", 5, 6), (2, "Sukawati", 7, 8))
PEOPLE: tuple[Line, ...] = (("No", "NIK", "Nama"), person(1), person(2), (), ("Catatan: sementara",))


def test_a_turned_table_over_another() -> None:
    above, below = find_tables(grid_of(("REKAP MARET 2025",), (), *TURNED, (), ("Per kecamatan",), *RECAP))
    assert above.turned is not None
    assert (above.titles, above.turned.span, above.turned.cell_of(1, 1)) == (("REKAP MARET 2025",), range(5), "B4")
    assert (below.header.rows, below.start, below.titles) == ((7,), 5, ("Per kecamatan",))
    assert below.shared == ("REKAP MARET 2025",)


def test_a_turned_table_under_another() -> None:
    for rows in (RECAP, PEOPLE):
        above, below = find_tables(grid_of(("DATA MARET 2025",), (), *rows, (), ("Per kabupaten",), *TURNED))
        assert below.turned is not None
        assert (above.end, below.titles, below.turned.span) == (
            len(rows) + 3,
            ("Per kabupaten",),
            range(len(rows) + 3, len(rows) + 7),
        )
        assert below.shared == ("DATA MARET 2025",)


def test_figures_under_a_blank_row_are_no_turned_table() -> None:
    [area] = find_tables(
        grid_of(*RECAP, (), (3, "Gianyar", 5, 6), (), ("Jumlah", None, 17, 20), (), ("Ket", "a", "b"), ("Sumber", 1, 2))
    )
    assert (area.turned, area.end) == (None, 10)


def test_people_on_a_page_of_their_own_are_no_indicators() -> None:
    """Their segments stand in the first columns, and every row has figures beside it."""
    header = ("Segmen", "NIK", "No KK", "Nama")
    people = [
        (segment, person(number)[1], f"510304010115{number:04}", "Ni Contoh")
        for number, segment in enumerate(("PU", "BPU", "JAKON"))
    ]
    [area] = find_tables(grid_of(header, *people, (), header, *people))
    assert (area.turned, area.end) == (None, 9)
