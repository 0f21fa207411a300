"""Damaged files: whatever was done to the bytes, the file is read or refused in words, and nothing else happens."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build.fuzz_reader import damaged, read_or_refuse, seeds

SOUND = seeds()


@given(number=st.integers(0, 1 << 40))
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_with_damage_anywhere(tmp_path: Path, number: int) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(damaged(number, SOUND))
    assert read_or_refuse(path) == ""


@pytest.mark.parametrize("sound", SOUND, ids=range(len(SOUND)))
def test_a_file_that_was_cut_off(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "terpotong.xls"
    for length in range(0, len(sound), max(len(sound) // 60, 1)):
        path.write_bytes(sound[:length])
        assert read_or_refuse(path) == ""
