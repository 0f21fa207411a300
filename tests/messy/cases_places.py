"""Traps of places: codes in all spellings, names in all dresses, names that several places bear."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tests.messy.book import Cell, Page
from tests.messy.laying import Put, lay, people_case
from tests.messy.people import Person, Place, some_people, village, villages
from tests.messy.truth import Case, RowTruth

TRAP = "wilayah"
FIELDS = ("no", "nik", "nama", "lahir", "kabupaten", "kecamatan", "desa", "segmen")
PLACES = {"kabupaten": "regency", "kecamatan": "kecamatan", "desa": "desa"}
PARKED_OR_NOT = frozenset({0, 1})


def codes() -> Iterator[Case]:
    """The code of the village with dots, without, with spaces or hyphens, as a number, with its name beside it."""
    forms: dict[str, Callable[[str], Cell]] = {
        "titik": lambda c: c, "rapat": lambda c: c.replace(".", ""), "angka": lambda c: int(c.replace(".", "")),
        "spasi": lambda c: c.replace(".", " "), "garis": lambda c: c.replace(".", "-"), "petik": lambda c: f"'{c.replace('.', '')}",
        "titik_akhir": lambda c: f"{c}.", "desimal": lambda c: f"{c.replace('.', '')}.0",
    }  # fmt: skip
    for name, form in forms.items():
        page = Page()
        put: dict[str, Put] = {"kode": _coded(form)}
        rows = lay(page, some_people(f"kode_{name}", 6), ("no", "nik", "nama", "lahir", "kode", "segmen"), put=put)
        yield people_case(TRAP, f"kode_{name}", page, rows)
    page = Page()
    put = {"kode": lambda p, n: f"{p.place.code} {p.place.name}"}
    rows = lay(page, some_people("kode_nama", 6), ("no", "nik", "nama", "lahir", "kode", "segmen"), put=put)
    yield people_case(TRAP, "kode_dan_nama", page, rows)


def _coded(form: Callable[[str], Cell]) -> Put:
    return lambda person, number: form(person.place.code)


def _placed(form: Callable[[Place], Cell]) -> Put:
    return lambda person, number: form(person.place)


def codes_of_parents() -> Iterator[Case]:
    """Codes of kecamatan and regency; what they do not tell stays open."""
    levels: tuple[tuple[str, str, Callable[[Place], Cell], tuple[str, ...]], ...] = (
        ("kecamatan", "Kode Kecamatan", lambda p: p.kecamatan_code, ("regency", "kecamatan")),
        ("kecamatan_rapat", "Kode Kecamatan", lambda p: p.kecamatan_code.replace(".", ""), ("regency", "kecamatan")),
        ("kabupaten", "Kode Kabupaten", lambda p: p.regency_code, ("regency",)),
        ("kabupaten_rapat", "Kode Kab/Kota", lambda p: p.regency_code.replace(".", ""), ("regency",)),
        ("kabupaten_angka", "Kode Kabupaten/Kota", lambda p: int(p.regency_code.replace(".", "")), ("regency",)),
    )  # fmt: skip
    for name, header, form, known in levels:
        people = some_people(f"kode_{name}", 6)
        page = Page()
        put = {"kode": _placed(form)}
        rows = lay(
            page, people, ("no", "nik", "nama", "kode", "segmen"), put=put, headers={"kode": header}, clean=False
        )
        kept = [_known(row, known) for row in rows]
        yield people_case(TRAP, f"kode_{name}", page, kept)


def _known(row: RowTruth, known: Sequence[str]) -> RowTruth:
    pins = {key: (value if key not in PLACES.values() or key in known else None) for key, value in row.pins.items()}
    return replace(row, pins=pins, clean=False)


def codes_of_bps() -> Iterator[Case]:
    """Codes of BPS under a header that says so; the names beside them decide where a digit string means two things."""
    for name, header in (("bps", "Kode BPS"), ("bps_wilayah", "Kode Wilayah BPS")):
        page = Page()
        page.line(1, "No", "NIK", "Nama", header, "Kabupaten/Kota", "Segmen")
        aceh = (
            ("1103", "Aceh Selatan", "11.01"),
            ("1104", "Aceh Tenggara", "11.02"),
            ("1105", "Kab. Aceh Timur", "11.03"),
        )
        rows = []
        for row, (person, (code, said, regency)) in enumerate(zip(some_people(name, 3), aceh, strict=True), 2):
            page.line(row, row - 1, person.nik, person.name, code, said, "PU")
            pins = {"nik": person.nik, "name": person.name, "regency": regency, "segment": "PU", "active": True}
            rows.append(RowTruth(sheet="Data", row=row, pins=pins))
        yield people_case(TRAP, f"kode_{name}", page, rows)
    page = Page()
    people = some_people("bps_desa", 6)
    fields = ("no", "nik", "nama", "alamat", "kabupaten", "kecamatan", "desa", "segmen")
    put: dict[str, Put] = {"alamat": lambda p, n: f"{p.place.regency_code.replace('.', '')}{n:03}0{n:02}0"[:10]}
    rows_too = lay(page, people, fields, headers={"alamat": "Kode Desa BPS"}, put=put, clean=False)
    yield people_case(TRAP, "kode_bps_desa", page, rows_too)


def dressed_names() -> Iterator[Case]:
    """Names with their kind, short and long, in capitals, with dust; the regency in its many spellings."""
    dresses: tuple[tuple[Callable[[Place], str], Callable[[Place], str], Callable[[Place], str]], ...] = (
        (lambda p: p.regency.upper(), lambda p: p.kecamatan.upper(), lambda p: p.name.upper()),
        (lambda p: bare(p), lambda p: p.kecamatan.lower(), lambda p: p.name.lower()),
        (lambda p: f"{short(p)} {bare(p)}", lambda p: f"Kec. {p.kecamatan}", lambda p: f"{'Kel.' if p.kind == 'kelurahan' else 'Ds.'} {p.name}"),
        (lambda p: f"{short(p).upper()} {bare(p).upper()}", lambda p: f"KEC {p.kecamatan.upper()}", lambda p: f"{p.kind.upper()} {p.name.upper()}"),
        (lambda p: f"{bare(p)}, {short(p)}", lambda p: f"Kecamatan {p.kecamatan}", lambda p: f"{p.kind.title()} {p.name}"),
        (lambda p: f"{bare(p)} ({short(p)})", lambda p: f" {p.kecamatan}  ", lambda p: f"{p.name}\u00a0"),
        (lambda p: f"{short(p)}{bare(p)}" if "." in short(p) else f"{short(p)} {bare(p)}", lambda p: f"Kec.{p.kecamatan}", lambda p: f"{'Kel.' if p.kind == 'kelurahan' else 'Ds.'}{p.name}"),
        (lambda p: f"{p.regency}, Bali", lambda p: p.kecamatan, lambda p: p.name.replace(" ", "  ")),
    )  # fmt: skip
    for number, (regency, kecamatan, name) in enumerate(dresses):
        page = Page()
        put = {"kabupaten": _placed(regency), "kecamatan": _placed(kecamatan), "desa": _placed(name)}
        rows = lay(page, some_people(f"nama_wilayah{number}", 10), FIELDS, put=put)
        yield people_case(TRAP, f"nama_{number}", page, rows)


def bare(place: Place) -> str:
    return place.regency.split(" ", 1)[1]


def short(place: Place) -> str:
    return "Kota" if place.regency.startswith("Kota") else "Kab."


def _of_villages(name: str, said: Sequence[tuple[str, str]], header: str = "") -> Case:
    """People of the villages `code`, written as `text`; all of them are found."""
    people = [replace(p, place=village(code)) for p, (code, _) in zip(some_people(name, len(said)), said, strict=True)]
    page = Page()
    put: dict[str, Put] = {"desa": lambda p, n: said[n - 1][1]}
    rows = lay(page, people, FIELDS, put=put)
    return people_case(TRAP, name, page, rows)


def directions() -> Iterator[Case]:
    """Kaja, Kelod, Klod, Kangin, Kauh: told apart, and Kelod is Klod."""
    found = [p for p in villages() if p.name.split()[-1] in ("Kaja", "Kelod", "Klod", "Kangin", "Kauh", "Tengah")]
    yield _of_villages("arah_semua", [(p.code, p.name) for p in found])
    swapped = [
        (p.code, p.name.replace("Kelod", "Klod") if "Kelod" in p.name else p.name.replace("Klod", "Kelod"))
        for p in found
    ]
    yield _of_villages("arah_klod_kelod", swapped)


def odd_spellings() -> Iterator[Case]:
    """Joined and split words, slashes and hyphens, abbreviations of directions."""
    yield _of_villages("ejaan", (
        ("51.03.04.2003", "Belok Sidan"), ("51.03.04.2003", "Belok-Sidan"), ("51.03.04.2003", "BELOK / SIDAN"),
        ("51.02.06.2007", "Kaba Kaba"), ("51.02.06.2007", "Kaba - Kaba"), ("51.08.01.2012", "Tinga Tinga"), ("51.08.01.2012", "TINGA-TINGA"),
        ("51.71.03.2004", "Dauhpuri Kelod"), ("51.71.03.2011", "Padangsambian Kaja"), ("51.71.03.2001", "Padang Sambian Kelod"),
    ))  # fmt: skip
    page = Page()
    said = ("Karang Asem", "KAB. KARANG ASEM", "Kab. Karangasem", "Kabupaten Karangasem")
    put: dict[str, Put] = {"kabupaten": lambda p, n: said[n % 4]}
    rows = lay(page, some_people("karang_asem", 8, within="51.07"), FIELDS, put=put)
    yield people_case(TRAP, "ejaan_karangasem", page, rows)
    page = Page()
    town = ("Kodya Denpasar", "DPS", "Kota Madya Denpasar", "Denpasar", "KOTA DENPASAR", "Kotamadya Denpasar")
    put = {"kabupaten": lambda p, n: town[n % 6]}
    rows = lay(page, some_people("denpasar", 6, within="51.71"), FIELDS, put=put)
    yield people_case(TRAP, "ejaan_denpasar", page, rows)


def _single(
    name: str, people: Sequence[Person], cells: dict[str, str], known: Sequence[str], place: Place, header: str = ""
) -> Case:
    """The third of `people` lives in `place`; `cells` say where, `known` is what may be concluded."""
    mixed = [replace(p, place=place) if i == 2 else p for i, p in enumerate(people)]
    page = Page()
    rows = list(lay(page, mixed, FIELDS))
    for field, column in (("kabupaten", 5), ("kecamatan", 6), ("desa", 7)):
        page.cells.pop((4, column), None)
        page.line(4, cells.get(field) or None, column=column)
    rows[2] = _known(rows[2], known)
    return people_case(TRAP, name, page, rows, counts={"parked": PARKED_OR_NOT})


def ambiguous() -> Iterator[Case]:
    """Names that several places bear: told apart by their parents, open where these are missing."""
    people = some_people("ganda", 6, within="51.08")
    selat, beraban = village("51.07.07.2001"), next(p for p in villages("51.02") if p.name == "Beraban")
    selat = next(p for p in villages("51.03") if p.name == "Selat")
    everything = ("regency", "kecamatan", "desa")
    yield _single("selat_sendiri", people, {"desa": "Selat"}, (), selat)
    yield _single("selat_badung", people, {"kabupaten": "Kab. Badung", "desa": "Selat"}, everything, selat)
    yield _single(
        "selat_kecamatan",
        people,
        {"kecamatan": selat.kecamatan, "desa": "Selat", "kabupaten": "Badung"},
        everything,
        selat,
    )
    yield _single("beraban_tabanan", people, {"kabupaten": "Tabanan", "desa": "Beraban"}, ("regency",), beraban)
    yield _single(
        "beraban_kecamatan",
        people,
        {"kabupaten": "Tabanan", "kecamatan": beraban.kecamatan, "desa": "Beraban"},
        everything,
        beraban,
    )


def alike_names() -> Iterator[Case]:
    """Regency, kecamatan and village of one name (Gianyar, Bangli, Klungkung, …) each in its own column."""
    found = [p for p in villages() if p.name == p.kecamatan or p.kecamatan == bare(p)]
    yield _of_villages("nama_sama_tingkat", [(p.code, p.name) for p in found[::4]])


def unknown() -> Iterator[Case]:
    """Typos, villages of other parents and inventions are never guessed; the parents that are sure stay."""
    people = some_people("tak_dikenal", 6, within="51.04")
    ubud = next(p for p in villages("51.04.05") if p.kecamatan == "Ubud")
    parents = {"kabupaten": "Kabupaten Gianyar", "kecamatan": "Ubud"}
    for name, said in (
        ("ketik", "Lodtundu"),
        ("rekaan", "Desa Rekaan Jaya"),
        ("lain_kecamatan", "Pejeng Kangin"),
        ("banjar", "Br. Contoh"),
    ):
        yield _single(f"desa_{name}", people, {**parents, "desa": said}, ("regency", "kecamatan"), ubud)
    yield _single("desa_tanpa", people, parents, ("regency", "kecamatan"), ubud)
    yield _single("hanya_kabupaten", people, {"kabupaten": "Gianyar"}, ("regency",), ubud)
    yield _single("tanpa_wilayah", people, {}, (), ubud)
    yield _single("kabupaten_rekaan", people, {"kabupaten": "Kabupaten Rekaan"}, (), ubud)


def whole_column_unknown() -> Iterator[Case]:
    """A list without any column of a place: everybody is kept, nobody has a place, least of all that of the NIK."""
    page = Page()
    rows = [
        _known(row, ())
        for row in lay(page, some_people("tanpa_kolom_wilayah", 6), ("no", "nik", "nama", "lahir", "segmen"))
    ]
    pinned = [replace(row, pins={**row.pins, "regency": None, "kecamatan": None, "desa": None}) for row in rows]
    yield people_case(TRAP, "tanpa_kolom_wilayah", page, pinned)


def other_provinces() -> Iterator[Case]:
    """People who live outside Bali keep their own regency."""
    page = Page()
    page.line(1, "No", "NIK", "Nama", "Kabupaten/Kota", "Kecamatan", "Segmen")
    said = (
        ("Kabupaten Banyuwangi", "35.10"),
        ("Kab. Lombok Barat", "52.01"),
        ("Kota Surabaya", "35.78"),
        ("Kota Mataram", "52.71"),
    )
    rows = []
    for row, (person, (text, code)) in enumerate(zip(some_people("luar_bali", 4), said, strict=True), 2):
        page.line(row, row - 1, person.nik, person.name, text, None, "BPU")
        pins = {"nik": person.nik, "name": person.name, "regency": code, "segment": "BPU", "active": True, "desa": None}
        rows.append(RowTruth(sheet="Data", row=row, pins=pins))
    yield people_case(TRAP, "luar_bali", page, rows)


TRAPS = (
    codes, codes_of_parents, codes_of_bps, dressed_names, directions, odd_spellings, ambiguous, alike_names, unknown,
    whole_column_unknown, other_provinces,
)  # fmt: skip
