"""Tables of regions in sight of a test: fields and rows instead of a file."""

from collections.abc import Callable, Sequence

from desktop_app.domain.sheets import Column, SheetKind, silent
from desktop_app.ingest.figures.bases import read_base
from desktop_app.ingest.figures.recaps import read_recap
from desktop_app.ingest.figures.targets import read_targets
from desktop_app.ingest.finding.headers import Header
from desktop_app.ingest.grid import Cell, Grid, Row, letter
from desktop_app.ingest.mapping.columns import Mapping
from desktop_app.ingest.regions.places import Places
from desktop_app.ingest.tables import Layout, Progress, Tally

READERS: dict[SheetKind, Callable[[Layout, Progress], Tally]] = {
    SheetKind.REKAP: read_recap,
    SheetKind.PENYEBUT: read_base,
    SheetKind.TARGET: read_targets,
}
HEADERS = {
    "no": "No", "wilayah": "Wilayah", "kabupaten": "Kabupaten/Kota", "kecamatan": "Kecamatan", "desa": "Desa",
    "workers_total": "Penduduk Bekerja", "workers_formal": "Formal", "workers_informal": "Informal",
    "people_total": "Jumlah", "people_pu": "PU", "people_bpu": "BPU", "people_jakon": "Jakon", "share_total": "%",
}  # fmt: skip


def table(
    places: Places,
    fields: str,
    *rows: Sequence[object],
    kind: SheetKind = SheetKind.REKAP,
    titles: tuple[str, ...] = (),
    within: str | None = "51",
) -> Tally:
    """A table read under a header in row 1. `fields`: one word a column; a word in quotes is a header without a field."""
    names = fields.split()
    headers = [HEADERS.get(name, name.strip("'").replace("_", " ")) for name in names]
    known = {name: place for place, name in enumerate(names) if not name.startswith("'")}
    columns = tuple(
        Column(letter(place), headers[place], "" if name.startswith("'") else name, 1.0)
        for place, name in enumerate(names)
    )
    lines: list[Row] = [tuple(headers), *(tuple(map(_cell, row)) for row in rows)]
    layout = Layout(
        grid=Grid("Lembar", lambda: iter(lines), len(lines)),
        header=Header(kind, (0,), {place: (header,) for place, header in enumerate(headers)}),
        mapping=Mapping(columns, known), titles=titles, lines=titles, period=None, places=places, within=within,
    )  # fmt: skip
    return READERS[kind](layout, Progress(silent, 0, len(lines)))


def _cell(value: object) -> Cell:
    assert value is None or isinstance(value, int | float | str)
    return "" if value is None else value


def codes(tally: Tally) -> list[tuple[int, str]]:
    return [(problem.row, problem.code) for problem in tally.problems]
