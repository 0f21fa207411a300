"""Classes of arrears by age: without a gap, and every company that owes is in one or counted beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.compliance.arrears import USUAL_CLASSES, AgeClass, arrears_by_age, checked, classes_of
from desktop_app.domain.sheets import CompanyFact


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("1-2 lancar; 3–6 (kurang lancar); 7+ macet", [(1, 2, "lancar"), (3, 6, "kurang lancar"), (7, None, "macet")]),
        ("1; 2-3; 4+", [(1, 1, ""), (2, 3, ""), (4, None, "")]),
    ],
)
def test_classes_as_they_are_written(text: str, classes: list[tuple[int, int | None, str]]) -> None:
    assert classes_of(text) == tuple(AgeClass(*one) for one in classes)


@pytest.mark.parametrize("text", ["", "1-2", "2+", "1-2; 4+", "1-3; 3+", "macet", "1+; 2+", "1-0; 1+"])
def test_what_leaves_months_out_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"class|months"):
        classes_of(text)


def test_the_usual_classes_hold_every_age() -> None:
    assert checked(USUAL_CLASSES) == USUAL_CLASSES


def _fact(months: int | None, rupiah: int | None) -> CompanyFact:
    return CompanyFact(row=1, name="PT Contoh", arrears_months=months, arrears=rupiah)


def test_an_age_that_is_not_told_is_no_class() -> None:
    classes, unknown = arrears_by_age(
        [_fact(None, 5_000), _fact(0, 0), _fact(None, None), _fact(2, None)], USUAL_CLASSES
    )
    assert [(one.companies, one.amount) for one in classes] == [(1, None), (0, None), (0, None), (0, None)]
    assert unknown == 1


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 30), st.none() | st.integers(0, 9_000_000))),
    st.lists(st.integers(1, 20), unique=True, max_size=4).map(sorted),
)
def test_everybody_who_owes_is_counted_once(owed: list[tuple[int | None, int | None]], ends: list[int]) -> None:
    starts = [1, *(end + 1 for end in ends)]
    classes = checked([AgeClass(first, last) for first, last in zip(starts, [*ends, None], strict=True)])
    found, unknown = arrears_by_age([_fact(*one) for one in owed], classes)
    assert sum(one.companies for one in found) + unknown == sum(bool(months or rupiah) for months, rupiah in owed)
    assert sum(one.amount or 0 for one in found) == sum(rupiah or 0 for months, rupiah in owed if months)
