"""A request comes back from the database as it was."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.letters import LetterKind, LetterStyle, PointText, Split
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.stored import request_of, request_values

_text = st.text(max_size=12)
_texts = st.lists(_text, max_size=3).map(tuple)
_days = st.none() | st.dates()
_points = st.builds(
    PointText, key=_text, title=_text, text=_text, details=_texts, used=st.booleans(),
    alternatives=st.lists(st.tuples(_text, _text), max_size=2).map(tuple),
)  # fmt: skip
_requests = st.builds(
    LetterRequest, kind=st.none() | st.sampled_from(LetterKind), subject=_text, style=st.sampled_from(LetterStyle),
    region=_text, period=_days, base=st.none() | _text, year=st.none() | st.integers(2000, 2100), quota=st.integers(0, 999),
    monthly=st.integers(0, 99_999), months=st.integers(1, 24), deadline=_days, split=st.sampled_from(Split),
    addressees=st.none() | _texts, bases=st.none() | _texts, points=st.none() | st.lists(_points, max_size=3).map(tuple),
    copies=st.none() | _texts, details=st.lists(st.tuples(_text, _text), max_size=3).map(tuple), letter_date=_days,
)  # fmt: skip


@given(_requests)
def test_there_and_back(request_: LetterRequest) -> None:
    assert request_of(json.loads(json.dumps(request_values(request_)))) == request_


def test_what_is_not_known_yet_has_its_default() -> None:
    assert request_of({}) == LetterRequest()
    assert request_of({"quota": 50, "deadline": "2026-12-15", "sesuatu": 1}) == LetterRequest(
        quota=50, deadline=date(2026, 12, 15)
    )
