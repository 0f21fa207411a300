"""A sheet of bases or targets against what stands: what was taken out by hand is new when a sheet brings it back."""

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import Counts, Table
from desktop_app.store.comparison import compared
from desktop_app.store.database import Sessions
from desktop_app.store.models import BaseValueRow, TargetRow
from tests.store.builders import arrival, base, store_table, target

BASE, TARGET = base("UCJ", {"51.04": 400}), target(0.7)


@pytest.mark.parametrize(
    ("stored", "arriving", "counts"),
    [
        (BASE, BASE, Counts(same=1)),
        (BASE, base("UCJ", {"51.04": 410}), Counts(changed=1)),
        (BASE, base("UCJ", {"51.05": 400}), Counts(new=1)),
        (TARGET, TARGET, Counts(same=1)),
        (TARGET, target(0.8), Counts(changed=1)),
        (TARGET, target(0.8, document="BPJS"), Counts(new=1)),
    ],
)
def test_rows_are_new_changed_or_the_same(sessions: Sessions, stored: Table, arriving: Table, counts: Counts) -> None:
    with sessions.begin() as session:
        store_table(session, stored, arrival(stored, "a.xlsx"))
        assert compared(session, arriving) == counts


@pytest.mark.parametrize("table", [BASE, TARGET])
def test_what_was_taken_out_by_hand_is_new_again(sessions: Sessions, table: Table) -> None:
    with sessions.begin() as session:
        store_table(session, table, arrival(table, "a.xlsx"))
        _take_out(session)
        assert compared(session, table) == Counts(new=1)


def _take_out(session: Session) -> None:
    session.execute(update(BaseValueRow).values(workers=None))
    session.execute(update(TargetRow).values(share=None))
