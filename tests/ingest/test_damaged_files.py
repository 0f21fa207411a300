"""Damaged files: whatever was done to the bytes, the file is read or refused in words, and nothing else happens."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop_app.domain.errors import SheetError
from desktop_app.ingest.formats import open_file


@pytest.fixture(scope="module")
def sound() -> bytes:
    book = Workbook()
    for number in range(30):
        book.worksheets[0].append([number, f"Nama rekaan {number}", f"5105014101{number:06d}", 3.5])
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def read_or_refuse(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    refusal = refusal_of(path)
    assert refusal is None or (path.name in str(refusal) and refusal.hint)


def refusal_of(path: Path) -> SheetError | None:
    try:
        for grid in open_file(path).grids:
            list(grid.rows())
    except SheetError as refusal:
        return refusal
    return None


@given(cut=st.floats(0, 1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_that_was_cut_off(sound: bytes, tmp_path: Path, cut: float) -> None:
    read_or_refuse(tmp_path / "terpotong.xlsx", sound[: round(len(sound) * cut)])


@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=20))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_with_other_bytes(sound: bytes, tmp_path: Path, changes: list[tuple[float, int]]) -> None:
    data = bytearray(sound)
    for place, value in changes:
        data[int(place * len(data))] = value
    read_or_refuse(tmp_path / "rusak.xlsx", bytes(data))


def test_a_member_packed_in_an_unknown_way_is_refused(sound: bytes, tmp_path: Path) -> None:
    data = bytearray(sound)
    data[data.index(b"PK\x01\x02") + 6] = 99  # the version needed to unpack it
    read_or_refuse(tmp_path / "versi.xlsx", bytes(data))
