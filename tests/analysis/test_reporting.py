"""Who has reported: each state from what came for a region and month."""

from datetime import date, datetime

import pytest

from desktop_app.analysis.reporting import due, last_months, reporting_table
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.reporting import ReportedFigure, ReportedList, Reporting, ReportingState
from desktop_app.domain.scopes import Scope

BALI, GIANYAR = Region("51", "Bali", Level.PROVINSI), Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN)
MARCH = date(2025, 3, 31)
IN_TIME, LATE = datetime(2025, 4, 8, 9, 0), datetime(2025, 4, 11, 9, 0)
BEGAN = date(2025, 1, 2)
EVERYBODY = frozenset({"PU", "BPU", "JAKON"})


def figure(*, whole: bool = True, at: datetime = IN_TIME, region: str = "51.04") -> ReportedFigure:
    return ReportedFigure(region=region, period=MARCH, whole=whole, file="Rekap.xlsx", imported_at=at, import_id=7)


def listed(
    *areas: str, parts: frozenset[str] = EVERYBODY, complete: bool = True, at: datetime = IN_TIME, number: int = 8
) -> ReportedList:
    scope = Scope(parts, frozenset(areas))
    return ReportedList(
        period=MARCH, scope=scope, complete=complete, file="Daftar.xlsx", imported_at=at, import_id=number
    )


def table(*came: ReportedFigure | ReportedList, began: date | None = BEGAN) -> Reporting:
    figures = [one for one in came if isinstance(one, ReportedFigure)]
    lists = [one for one in came if isinstance(one, ReportedList)]
    return reporting_table(BALI, [GIANYAR], [MARCH], figures, lists, began)


@pytest.mark.parametrize(
    ("came", "state"),
    [
        ([], ReportingState.BELUM),
        ([figure()], ReportingState.LENGKAP),
        ([figure(at=LATE)], ReportingState.TERLAMBAT),
        ([figure(at=LATE), figure()], ReportingState.LENGKAP),
        ([figure(whole=False)], ReportingState.SEBAGIAN),
        ([figure(region="51.03")], ReportingState.BELUM),
        ([listed("51.04")], ReportingState.LENGKAP),
        ([listed("51")], ReportingState.LENGKAP),
        ([listed("51.04.01")], ReportingState.SEBAGIAN),
        ([listed("51.04", complete=False)], ReportingState.SEBAGIAN),
        ([listed("51.04", parts=frozenset({"BPU"}))], ReportingState.SEBAGIAN),
        (
            [
                listed("51.04", parts=frozenset({"BPU"})),
                listed("51.04", parts=frozenset({"PU", "JAKON"}), at=LATE, number=9),
            ],
            ReportingState.TERLAMBAT,
        ),
        ([listed("51.03")], ReportingState.BELUM),
        ([figure(region="51.04.01")], ReportingState.SEBAGIAN),
    ],
)
def test_the_state_follows_from_what_came(came: list[ReportedFigure | ReportedList], state: ReportingState) -> None:
    assert table(*came).rows[0].cells[0].state is state


def test_what_was_due_before_the_office_began_is_not_late() -> None:
    assert table(figure(at=LATE), began=date(2025, 4, 11)).rows[0].cells[0].state is ReportingState.LENGKAP


def test_a_cell_says_what_came_and_what_is_missing() -> None:
    late, partly = table(figure(at=LATE)).rows[0].cells[0], table(listed("51.04", parts=frozenset({"BPU"}))).rows[0]
    assert late.words == "Rekap.xlsx, diimpor 11 April 2025, lewat dari 10 April 2025."
    assert late.import_ids == (7,)
    assert partly.cells[0].words == "Daftar.xlsx: daftar belum lengkap: PU, JAKON belum ada."
    below = table(figure(region="51.04.01"), figure(region="51.04.02"))
    assert below.rows[0].cells[0].words == "Rekap.xlsx: baru 2 wilayah di bawahnya."
    assert table().rows[0].cells[0].words == "Belum ada angka Maret 2025; ditunggu 10 April 2025."


def test_months_run_over_the_year() -> None:
    assert last_months(date(2025, 2, 28), 3) == (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28))
    assert due(date(2025, 12, 31)) == date(2026, 1, 10)


def test_the_whole_counts_its_complete_regions() -> None:
    assert table(figure(at=LATE)).complete(MARCH) == 1
    assert table(figure(whole=False)).complete(MARCH) == 0
