"""The funnel adds up for whatever lists come, and counts everybody once."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.compliance.vulnerable import age_on, fund_words, vulnerable_section
from desktop_app.domain.compliance_rows import SentImport, VulnerableRow
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.periods import month_end
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.sheets import Counts, SheetKind

PLACES = ("51.05.01.2001", "51.05.01.2002", "51.05.01.2003")
VILLAGES = [(None, Region(code, f"Desa {code[-1]}", Level.DESA)) for code in PLACES]
MARCH = date(2026, 3, 31)


def _list(number: int, month: int, areas: tuple[str, ...], waiting: int) -> SentImport:
    record = ImportRecord(
        id=number, file=f"{number}.xlsx", sha256="", sheet="A", kind=SheetKind.RENTAN, period=month_end(2026, month),
        sender="Desa", complete=False, sample=False, counts=Counts(parked=waiting), imported_at=datetime(2026, 4, 1),
        imported_by="petugas", state="tersimpan",
    )  # fmt: skip
    return SentImport(record, frozenset(areas))


def _row(import_id: int, row: int, month: int, nik: int, region: str | None) -> VulnerableRow:
    return VulnerableRow(import_id, row, month_end(2026, month), nik, "Ni Rekaan", None, region, "", True)


LISTS = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.lists(st.tuples(st.integers(1, 6), st.sampled_from([*PLACES, None, "51.05.01"])), max_size=6),
        st.integers(0, 3),
    ),
    max_size=5,
)


@given(LISTS)
def test_the_funnel_adds_up(lists: list[tuple[int, list[tuple[int, str | None]], int]]) -> None:
    sheets, rows = [], []
    for number, (month, people, waiting) in enumerate(lists, start=1):
        areas = {region for _, region in people if region}
        sheets.append(_list(number, month, tuple(areas), waiting))
        rows += [_row(number, place, month, nik, region) for place, (nik, region) in enumerate(people, start=5)]
    section = vulnerable_section(VILLAGES, rows, sheets, {1, 2}, MARCH)
    used = {source.import_id for source in section.sources}
    newest = {code: max((row.period for row in rows if row.region == code), default=None) for code in PLACES}
    counting = [row for row in rows if row.region in newest and row.period == newest[row.region]]
    assert section.total.accepted == len({row.nik for row in counting})
    assert section.total.repeated == len(counting) - section.total.accepted
    assert (section.total.already or 0) == len({row.nik for row in counting} & {1, 2})
    assert section.total.waiting + section.waiting_unplaced == sum(
        sheet.record.counts.parked for sheet in sheets if sheet.record.id in used
    )
    for one in section.villages:
        assert one.proposed == one.accepted + one.waiting + one.repeated
        assert one.listed == (newest[one.village.code] is not None)
        assert sum(people for _, people in one.funds) == one.accepted
        assert one.too_old + one.too_young + one.no_birth_date <= one.accepted


def test_what_waits_in_a_list_of_one_village_is_its_own() -> None:
    lists = [_list(1, 3, (PLACES[0],), 2), _list(2, 3, PLACES, 5)]
    section = vulnerable_section(VILLAGES, [_row(2, 5, 3, 7, PLACES[1])], lists, (), None)
    assert [(one.listed, one.proposed, one.waiting) for one in section.villages] == [
        (True, 2, 2), (True, 1, 0), (False, 0, 0),
    ]  # fmt: skip
    assert section.waiting_unplaced == 5


def test_of_villages_that_no_list_of_participants_covers_nobody_knows_who_is_active() -> None:
    rows = [_row(1, place, 3, place, code) for place, code in enumerate(PLACES, start=5)]
    section = vulnerable_section(VILLAGES, rows, [_list(1, 3, PLACES, 0)], {5, 6, 7}, MARCH, covered=PLACES[:1])
    assert [one.already for one in section.villages] == [1, None, None]
    assert section.total.already == 1


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(1961, 3, 31), 65), (date(1961, 4, 1), 64), (date(1960, 3, 31), 66), (date(2008, 2, 29), 18)],
)
def test_age_in_whole_years(born: date, age: int) -> None:
    assert age_on(born, MARCH) == age


@pytest.mark.parametrize(("said", "shown"), [("", "tidak disebut"), (" apbdes ", "APBDes"), ("Dana  CSR", "Dana CSR")])
def test_who_pays(said: str, shown: str) -> None:
    assert fund_words(said) == shown
