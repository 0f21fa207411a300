"""Tables of no stored kind: nothing is taken from them but a total that joins unlike units."""

from collections.abc import Sequence

import pytest

from desktop_app.domain.sheets import SheetKind, silent
from desktop_app.ingest.figures.others import read_other
from desktop_app.ingest.finding.headers import Header
from desktop_app.ingest.grid import Grid, Row
from desktop_app.ingest.mapping.columns import Mapping
from desktop_app.ingest.regions.places import Places
from desktop_app.ingest.tables import Layout, Progress, Tally


def read(places: Places, *rows: Row) -> Tally:
    header = Header(SheetKind.LAIN, (0,), {place: (str(cell),) for place, cell in enumerate(rows[0])})
    layout = Layout(
        grid=Grid("Lembar", lambda: iter(rows), len(rows)), header=header, mapping=Mapping((), {}), titles=(), lines=(),
        period=None, places=places, within=None,
    )  # fmt: skip
    return read_other(layout, Progress(silent, 0, len(rows)))


CASES: list[tuple[Sequence[Row], list[tuple[int, str]]]] = [
    ([("Uraian", "2023", "2024"), ("Jumlah Perusahaan", 1_201, "1.233"), ("Jumlah Tenaga Kerja", 80_100, "82.001"), ("Total", 81_301, "83.234")], [(4, "B4"), (4, "C4")]),
    ([("Uraian", "2024"), ("Peserta PU", 10), ("Peserta BPU", 20), ("Total", 30)], []),
    ([("Uraian", "2024"), ("Peserta", 100), ("Cakupan (%)", 39.41), ("Jumlah", 139.41)], [(4, "B4")]),
    ([("Uraian", "2024"), ("Peserta", 100), ("Perusahaan", 20), ("Jumlah", 100)], []),
    ([("Kab", "Perusahaan", "Tenaga Kerja", "Total"), ("Badung", 1_233, 82_001, 83_234), ("Gianyar", 2_100, 43_000, 45_100)], [(2, "D2"), (3, "D3")]),
    ([("Kab", "Perusahaan", "Tenaga Kerja", "Rasio"), ("Badung", 1_233, 82_001, 66.5), ("Catatan", "", "", "")], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_unlike_units(places: Places, rows: Sequence[Row], expected: list[tuple[int, str]]) -> None:
    found = read(places, *rows)
    assert [(problem.row, problem.cell) for problem in found.problems] == expected
    assert {problem.code for problem in found.problems} <= {"unlike_units"}
    assert (found.not_data, found.data_rows) == (len(rows), 0)
