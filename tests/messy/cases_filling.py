"""Traps of cells that say “as above”, and of cells that are empty because nobody knew."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.messy.book import Page
from tests.messy.laying import FIELDS as CATALOGUE
from tests.messy.laying import lay, people_case, row_truth
from tests.messy.people import Person, some_people, village
from tests.messy.truth import Case, RowTruth

TRAP = "isi_ke_bawah"
FIELDS = ("no", "nik", "nama", "lahir", "segmen", "kabupaten", "kecamatan", "desa")
KECAMATAN, DESA = 7, 8


def _blocks(seed: str) -> list[Person]:
    """Nine people of three villages in two kecamatan, sorted by village."""
    codes = ("51.04.05.2001", "51.04.05.2002", "51.04.01.2003")
    people = some_people(seed, 9, within="51.04")
    return [replace(person, place=village(codes[number // 3])) for number, person in enumerate(people)]


def merged_cells() -> Iterator[Case]:
    """Kecamatan and desa merged over their people; also the regency over all."""
    people = _blocks("gabung")
    page = Page()
    rows = lay(page, people, FIELDS, row=2)
    page.line(1, "DAFTAR PESERTA")
    for top, bottom in ((3, 5), (6, 8), (9, 11)):
        _merge(page, top, bottom, DESA)
    _merge(page, 3, 8, KECAMATAN)
    _merge(page, 9, 11, KECAMATAN)
    _merge(page, 3, 11, 6)
    yield people_case(TRAP, "sel_gabung", page, rows)


def _merge(page: Page, top: int, bottom: int, column: int) -> None:
    page.merge(top, column, bottom, column)
    for row in range(top + 1, bottom + 1):
        page.cells.pop((row, column))


def dittos() -> Iterator[Case]:
    """“sda”, “s.d.a.”, “idem”, quotation marks and 〃 stand for the cell above."""
    for number, mark in enumerate(
        ("sda", "s.d.a.", "SDA", "idem", "Idem.", '"', "''", "〃", '-"-', "”", "- sda -", "s d a")
    ):
        people = _blocks(f"ditto{number}")
        page = Page()
        rows = lay(page, people, FIELDS)
        for row in (3, 4, 6, 7, 9, 10):
            page.line(row, mark, column=DESA)
            page.line(row, mark, column=KECAMATAN)
        yield people_case(TRAP, f"ditto_{number}", page, rows)


def ditto_of_other_fields() -> Iterator[Case]:
    """The same marks in the segment and the company."""
    people = some_people("ditto_lain", 6)
    page = Page()
    fields = ("no", "nik", "nama", "segmen", "npp", "perusahaan", "kabupaten")
    rows = lay(page, people, fields)
    for row in range(3, 8):
        page.line(row, "sda", "sda", "sda", column=4)
    yield people_case(TRAP, "ditto_segmen", page, rows)


def unknown_blanks() -> Iterator[Case]:
    """A blank among filled cells means "unknown": it takes nothing from the row above."""
    people = some_people("kosong_tak_tahu", 8, within="51.05")
    page = Page()
    rows = list(lay(page, people, FIELDS))
    for row in (4, 7):
        del page.cells[row, KECAMATAN]
        del page.cells[row, DESA]
        rows[row - 2] = _without(rows[row - 2], ("kecamatan", "desa"))
    yield people_case(TRAP, "kosong_bukan_sda", page, rows, counts={"parked": frozenset({0, 2})})
    page = Page()
    rows = list(lay(page, people, FIELDS))
    for row in (3, 8):
        del page.cells[row, 4]
        rows[row - 2] = _without(rows[row - 2], ("birth",))
    yield people_case(TRAP, "kosong_tanggal", page, rows)


def _without(row: RowTruth, keys: Sequence[str]) -> RowTruth:
    return replace(row, pins={**row.pins, **dict.fromkeys(keys)}, clean=False)


def dashes() -> Iterator[Case]:
    """“-” and “tidak ada” are no places and no dates; nothing is taken from above."""
    for number, mark in enumerate(("-", "--", "tidak ada", "N/A", "0")):
        people = some_people(f"setrip{number}", 6, within="51.05")
        page = Page()
        rows = list(lay(page, people, FIELDS))
        page.line(4, mark, column=DESA)
        page.line(4, mark, column=KECAMATAN)
        rows[2] = _without(rows[2], ("kecamatan", "desa"))
        yield people_case(TRAP, f"setrip_{number}", page, rows, counts={"parked": frozenset({0, 1})})


def households() -> Iterator[Case]:
    """Household blocks: the number of the family card once (merged, blank or as a heading), people below it."""
    for form in ("gabung", "kosong", "judul"):
        people = _blocks(f"keluarga_{form}")
        page = Page()
        page.line(1, "DAFTAR PEKERJA PER KELUARGA")
        fields = ("nik", "nama", "lahir", "kabupaten", "kecamatan", "desa", "segmen")
        rows: list[RowTruth] = []
        row = 4
        lay(page, [], fields, row=3, column=3)
        page.line(3, "No", "No. KK")
        for family in range(3):
            members = people[family * 3 : family * 3 + 3]
            if form == "judul":
                page.line(row, f"No. KK : 510405010199{family + 1:04}")
                row += 1
            else:
                page.line(row, family + 1, f"510405010199{family + 1:04}")
            if form == "gabung":
                page.merge(row, 1, row + 2, 1)
                page.merge(row, 2, row + 2, 2)
            for member in members:
                page.line(row, *(CATALOGUE[name].put(member, 1) for name in fields), column=3)
                rows.append(row_truth(page.name, row, member, fields, clean=True))
                row += 1
        yield people_case(TRAP, f"keluarga_{form}", page, rows)


def forwards() -> Iterator[Case]:
    """A kecamatan written once above its rows with "sda" after a page break: the mark still means the last place."""
    people = _blocks("ditto_halaman")
    page = Page()
    rows = list(lay(page, people[:5], FIELDS))
    rows += lay(page, people[5:6], FIELDS, row=7)
    rows += lay(page, people[6:], FIELDS, row=9, header=False)
    for row in (3, 4, 6):
        page.line(row, "sda", column=DESA)
    page.line(8, "sda", "sda", column=KECAMATAN)
    yield people_case(TRAP, "ditto_setelah_judul", page, rows)


TRAPS = (merged_cells, dittos, ditto_of_other_fields, unknown_blanks, dashes, households, forwards)
