"""Every trouble has a heading, a sentence and a next step in Indonesian, and comes whole out of a worker process."""

import pickle
from collections.abc import Iterator

import pytest

from desktop_app.domain import errors
from desktop_app.domain.errors import AppError, MissingPeriod, NotAWorkbook, UnknownBase


def kinds(above: type[AppError]) -> Iterator[type[AppError]]:
    for kind in above.__subclasses__():
        if kind.__module__ == errors.__name__:
            yield kind
        yield from kinds(kind)


CONCRETE = sorted(
    (kind for kind in set(kinds(AppError)) if kind is not errors.SheetError), key=lambda kind: kind.__name__
)


@pytest.mark.parametrize("kind", CONCRETE)
def test_says_what_to_do_next(kind: type[AppError]) -> None:
    assert kind.title
    assert kind.title != AppError.title
    assert kind.hint.endswith(".")


def test_comes_out_of_a_worker_process_as_it_was() -> None:
    for error in (NotAWorkbook("a.xlsx"), MissingPeriod("a.xlsx", "Lembar1"), UnknownBase("UCJ", ["BPS"])):
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert (str(again), again.hint, again.title) == (str(error), error.hint, error.title)
