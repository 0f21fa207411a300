"""What the numbers of a recap say against each other: sums that agree say nothing, a changed cell says what follows from it."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.sheets import ProblemState
from desktop_app.ingest.regions.places import Places
from tests.ingest.recap_tables import codes, table

FIELDS = "no wilayah workers_total people_pu people_bpu people_jakon people_total share_total"
REGENCIES = (
    "Jembrana",
    "Tabanan",
    "Badung",
    "Gianyar",
    "Klungkung",
    "Bangli",
    "Karangasem",
    "Buleleng",
    "Kota Denpasar",
)
WORKERS, PU, BPU, JAKON, TOTAL, SHARE = range(6)

Numbers = list[float]
Spell = Callable[[float], object]


def completed(parts: Sequence[Sequence[int]]) -> list[Numbers]:
    """Workers and segments of each region, with the total, the share, and a last line that adds up all."""
    lines = [[*line, sum(line[1:])] for line in parts]
    lines.append([sum(column) for column in zip(*lines, strict=True)])
    return [[*line, round(line[TOTAL] / line[WORKERS] * 100, 2)] for line in lines]


def spelled(lines: Sequence[Numbers], last: str, count: Spell = int, share: Spell = float) -> list[Sequence[object]]:
    names = [*REGENCIES[: len(lines) - 1], last]
    return [
        (place + 1, name, *map(count, line[:SHARE]), share(line[SHARE]))
        for place, (name, line) in enumerate(zip(names, lines, strict=True))
    ]


def indonesian(number: float) -> str:
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


COUNTS: tuple[Spell, ...] = (
    int, float, lambda n: indonesian(int(n)), lambda n: f"{int(n):,}", lambda n: f"{indonesian(int(n))} orang", lambda n: str(int(n)),
)  # fmt: skip
SHARES: tuple[Spell, ...] = (
    float, lambda n: round(n / 100, 6), lambda n: f"{indonesian(n)}%", lambda n: f"{n} %", indonesian, str,
)  # fmt: skip
part = st.integers(2_000, 60_000)
lines_of_parts = st.lists(st.tuples(st.integers(200_000, 900_000), part, part, part), min_size=2, max_size=9)
lasts = st.sampled_from(
    ["JUMLAH", "TOTAL", "Grand Total", "Jml.", "J U M L A H", "Provinsi Bali", "BALI", "Jumlah Prov. Bali", ""]
)


@settings(max_examples=150, deadline=None)
@given(parts=lines_of_parts, last=lasts, count=st.sampled_from(COUNTS), share=st.sampled_from(SHARES))
def test_numbers_that_agree_say_nothing(
    places: Places, parts: list[tuple[int, ...]], last: str, count: Spell, share: Spell
) -> None:
    lines = completed(parts)
    found = table(places, FIELDS, *spelled(lines, last, count, share))
    assert not found.problems
    read = [
        (v["penduduk_bekerja"], v["pu"], v["bpu"], v["jakon"], v["total"], v["coverage_pct"]) for v in _values(found)
    ]
    is_region = last in ("Provinsi Bali", "BALI")
    assert read == [pytest.approx(tuple(line), abs=1e-6) for line in (lines if is_region else lines[:-1])]


def _values(found: object) -> list[dict[str, float]]:
    return [region.values for region in found.region_values]  # type: ignore[attr-defined]


def follows(lines: Sequence[Numbers]) -> set[tuple[int, str]]:
    """Every finding of these numbers, from first principles; Excel's row and code."""
    found: set[tuple[int, str]] = set()
    for row, line in enumerate(lines, start=2):
        if line[PU] + line[BPU] + line[JAKON] != line[TOTAL]:
            found.add((row, "sum_mismatch"))
        if abs(line[TOTAL] / line[WORKERS] * 100 - line[SHARE]) > 0.005 + 1e-6:
            found.add((row, "pct_mismatch"))
        if line[TOTAL] > line[WORKERS] or line[SHARE] > 100:
            found.add((row, "pct_over_100"))
        if line[TOTAL] == line[WORKERS]:
            found.add((row, "numerator_equals_denominator"))
    if any(sum(line[column] for line in lines[:-1]) != lines[-1][column] for column in range(SHARE)):
        found.add((len(lines) + 1, "total_mismatch"))
    return found


@settings(max_examples=200, deadline=None)
@given(
    parts=lines_of_parts, row=st.integers(0, 9), column=st.integers(0, 4), value=st.integers(1_000, 999_999),
    last=st.sampled_from(["JUMLAH", "BALI"]),
)  # fmt: skip
def test_one_changed_number_says_what_follows_from_it(
    places: Places, parts: list[tuple[int, ...]], row: int, column: int, value: int, last: str
) -> None:
    lines = completed(parts)
    # A share printed as 3.0 is taken as rounded to whole per cent, and agrees with 2.5.
    assume(round(lines[row % len(lines)][SHARE], 1) != lines[row % len(lines)][SHARE])
    lines[row % len(lines)][column] = value
    found = table(places, FIELDS, *spelled(lines, last))
    assert {one for one in codes(found) if one[1] != "numerator_equals_denominator"} == {
        one for one in follows(lines) if one[1] != "numerator_equals_denominator"
    }
    assert all(problem.state is ProblemState.NOTE for problem in found.problems)


@settings(max_examples=100, deadline=None)
@given(parts=lines_of_parts.filter(lambda parts: len(parts) > 2), row=st.integers(0, 8), column=st.integers(0, 4))
def test_a_number_taken_away_is_missed_and_known_from_the_sums(
    places: Places, parts: list[tuple[int, ...]], row: int, column: int
) -> None:
    lines = completed(parts)
    rows = spelled(lines, "JUMLAH")
    row %= len(parts)
    rows[row] = [*rows[row][: column + 2], "", *rows[row][column + 3 :]]
    [problem] = table(places, FIELDS, *rows).problems
    assert (problem.row, problem.code, problem.found, problem.expected) == (
        row + 2, "value_missing", None, lines[row][column],
    )  # fmt: skip
    assert problem.cell == f"{'CDEFG'[column]}{row + 2}"


@settings(max_examples=100, deadline=None)
@given(parts=lines_of_parts, row=st.integers(0, 9), value=st.integers(1, 99_99))
def test_a_wrong_share_is_the_only_thing_said(
    places: Places, parts: list[tuple[int, ...]], row: int, value: int
) -> None:
    lines = completed(parts)
    row %= len(lines)
    lines[row][SHARE] = value / 100
    found = codes(table(places, FIELDS, *spelled(lines, "JUMLAH", share=lambda n: f"{indonesian(n)}%")))
    computed = lines[row][TOTAL] / lines[row][WORKERS] * 100
    digits = len(indonesian(value / 100).partition(",")[2])
    wrong = abs(computed - value / 100) > 0.5 * 10.0**-digits + 1e-6
    assert found == ([(row + 2, "pct_mismatch")] if wrong else []) or value % 100 == 0


def test_digits_exchanged_in_march_2025(places: Places) -> None:
    fields = "wilayah workers_total people_total share_total"
    [problem] = table(places, fields, ("Provinsi Bali", "1.873.899", "935.079", "50,88%")).problems
    assert (problem.code, problem.cell, problem.found, problem.expected) == ("pct_mismatch", "D2", 50.88, 49.9)
    for words in (f"50,88{NBSP}%", f"49,90{NBSP}%", "1.873.899", "Bila dua angka penyebut tertukar (1.837.899)"):
        assert words in problem.message
    assert not table(places, fields, ("Provinsi Bali", 1_837_899, 935_079, 50.88)).problems


PUBLISHED = [
    ("Provinsi Bali", 1_214_028, 715_410, 58.93, []),
    ("Provinsi Bali", 1_393_042, 298_595, 21.43, []),
    ("Provinsi Bali", 1_393_042, 298_595, 21.44, ["pct_mismatch"]),
    ("Gianyar", 198_628, 130_300, 65.6, []),
    ("Jembrana", 109_417, 70_017, 63.99, []),
    ("Jembrana", 109_417, 70_017, 64, []),
    ("Provinsi Bali", 2_617_816, 2_617_816, 41.61, ["numerator_equals_denominator", "pct_mismatch"]),
    ("Badung", 100_000, 120_000, 120, ["pct_over_100"]),
    ("Badung", "", "", 120, ["pct_over_100"]),
    ("Dalung", 845, 845, 100, []),
]


@pytest.mark.parametrize(("name", "workers", "people", "share", "expected"), PUBLISHED)
def test_published_shares(
    places: Places, name: str, workers: object, people: object, share: float, expected: list[str]
) -> None:
    field = "desa" if name == "Dalung" else "wilayah"
    within = "51.03" if name == "Dalung" else "51"
    found = table(
        places, f"{field} workers_total people_total share_total", (name, workers, people, share), within=within
    )
    assert sorted(problem.code for problem in found.problems) == expected


SUMS = [
    ("people_pu people_bpu people_total", (21_080, 10_547, 31_627), ""),
    ("people_pu people_bpu people_total", (21_080, 10_547, 31_672), "sum_mismatch"),
    ("people_pu people_bpu people_jakon people_total", (10, 5, 7, 15), "sum_mismatch"),
    ("people_pu people_bpu people_jakon people_total", (10, 5, "-", 15), ""),
    ("people_pu people_bpu people_jakon people_total", (10, 5, "-", 20), "value_missing"),
    ("people_pu people_bpu people_jakon people_total", (10, 5, "-", 14), "sum_mismatch"),
    ("people_formal people_informal people_total", (715_410, 312_036, 1_027_446), ""),
    ("people_formal people_informal people_total", (715_410, 312_036, 1_027_464), "sum_mismatch"),
    ("workers_formal workers_informal workers_total people_pu", (1_214_028, 1_393_042, 2_607_070, 1), ""),
    ("workers_formal workers_informal workers_total people_pu", (1_214_028, 1_393_024, 2_607_070, 1), "sum_mismatch"),
    ("people_jk_lk people_jk_pr people_total", (60, 41, 100), "sum_mismatch"),
    ("workers_total unemployed workforce people_pu", (2_607_070, 131_469, 2_738_539, 1), ""),
    ("workers_total unemployed workforce people_pu", (2_607_070, 131_469, 2_738_593, 1), "sum_mismatch"),
    ("people_pu 'PMI people_bpu people_jakon people_total", (10, 4, 5, 7, 26), ""),
    ("people_pu people_bpu people_total", (2, 758, 2_758), "thousands_lost"),
    ("'Perusahaan people_pu people_total", (1_233, 82_001, 83_234), "unlike_units"),
    ("'Jumlah_Badan_Usaha workers_total people_total", (1_233, 82_001, 83_234), "unlike_units"),
]


@pytest.mark.parametrize(("fields", "numbers", "expected"), SUMS)
def test_parts_of_one_row(places: Places, fields: str, numbers: tuple[object, ...], expected: str) -> None:
    found = table(places, f"wilayah {fields}", ("Badung", *numbers))
    assert [p.code for p in found.problems if p.code != "pct_over_100"] == ([expected] if expected else [])


def test_a_part_that_is_not_in_the_sum_is_named(places: Places) -> None:
    fields = "wilayah people_pu people_bpu people_jakon people_total"
    [problem] = table(places, fields, ("Badung", 10, 5, 7, 15)).problems
    assert (problem.found, problem.expected) == (15, 22)
    assert "Cocok bila Jakon tidak ikut dihitung." in problem.message


def test_things_that_are_no_places_are_not_added(places: Places) -> None:
    rows = [("Perusahaan", "1.233"), ("Tenaga kerja", "82.001"), ("JUMLAH", "83.234")]
    found = table(places, "wilayah people_total", *rows)
    assert codes(found) == [(2, "region_unknown"), (3, "region_unknown"), (4, "unlike_units")]
    assert "1.233 perusahaan + 82.001 orang" in found.problems[-1].message


def test_percentages_that_were_added_up(places: Places) -> None:
    rows = [("Badung", 100, 50, "50%"), ("Gianyar", 300, 90, "30%"), ("JUMLAH", 400, 140, "80%")]
    [problem] = table(places, "wilayah workers_total people_total share_total", *rows).problems
    assert (problem.row, problem.code) == (4, "pct_mismatch")
    assert "dijumlahkan" in problem.message


def test_capaian_of_a_target_is_no_coverage(places: Places) -> None:
    rows = [
        ("Badung", 600, 300, 50),
        ("Gianyar", 300, 400, 133.33),
        ("Bangli", 400, 100, 25),
        ("Tabanan", 400, 100, 30),
    ]
    found = table(places, "wilayah target_people people_total share_total", *rows)
    assert codes(found) == [(5, "pct_mismatch")]
    assert all("coverage_pct" not in values for values in _values(found))


LOST = [
    ((1.563, 758, 2_321), {1_563, 758}, [(2, "thousands_lost")]),
    ((1.563, 758, "2.321"), {1_563, 758}, [(2, "thousands_lost")]),
    ((2.5, 758, 3_258), {2_500, 758}, [(2, "thousands_lost")]),
    ((1.563, 2, 3_563), {1_563, 2}, [(2, "thousands_lost"), (3, "thousands_lost")]),
    ((1.563, 758, 759.563), {1_563, 758}, [(2, "thousands_lost"), (4, "thousands_lost")]),
    (("1.563", "758", "2.321"), {1_563, 758}, []),
    (("1,563", "758", "2,321"), {1_563, 758}, []),
    ((1.5, 758, 759.5), {758}, [(2, "not_whole"), (4, "not_whole")]),
]


@pytest.mark.parametrize(("numbers", "kept", "expected"), LOST)
@pytest.mark.parametrize("last", ["JUMLAH", "BALI"])
def test_lost_thousands(
    places: Places, numbers: tuple[object, ...], kept: set[int], expected: list[tuple[int, str]], last: str
) -> None:
    rows = list(zip(("Badung", "Gianyar", last), numbers, strict=True))
    found = table(places, "kabupaten people_total", *rows)
    assert codes(found) == expected
    assert {values["total"] for values in _values(found)[:2]} == kept


BLANK = [
    ((4, 6, "", 5), None, [(4, "value_missing", None)]),
    ((4, 6, "nihil", 5), None, []),
    ((4, 6, "-", 5), 19, [(4, "value_missing", 4)]),
    ((4, 6, "-", 5), 15, []),
    ((4, 6, 0, 5), 15, []),
    ((4, "", "", 5), 15, [(3, "value_missing", None), (4, "value_missing", None)]),
    ((4, "", "", ""), 15, []),
    ((4, 6, "banyak", 5), 15, [(4, "number_unreadable", None)]),
    ((4, 6, -1, 5), 15, [(4, "negative", None)]),
    ((4, 6, 1.5, 5), 15, [(4, "not_whole", None)]),
]


@pytest.mark.parametrize(("numbers", "total", "expected"), BLANK)
def test_blank_unknown_and_zero(
    places: Places, numbers: tuple[object, ...], total: int | None, expected: list[tuple[int, str, float | None]]
) -> None:
    rows = list(zip(("Badung", "Gianyar", "Bangli", "Tabanan"), numbers, strict=True))
    found = table(places, "wilayah people_total", *rows, *([("JUMLAH", total)] if total is not None else []))
    assert [(p.row, p.code, p.expected) for p in found.problems] == expected
    assert len(found.region_values) == sum(isinstance(n, int) and n >= 0 for n in numbers)
