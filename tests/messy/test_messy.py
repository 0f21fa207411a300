"""Messy sheets of known truth: rows kept, nothing invented, every figure as it is."""

import json
from pathlib import Path

import pytest

from desktop_app.operations.workspace import open_workspace
from tests.messy.cases import all_cases
from tests.messy.compare import differences
from tests.messy.run import check
from tests.messy.truth import Case

CASES = all_cases()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for all cases: a check stores nothing."""
    folder = tmp_path_factory.mktemp("ruang") / "ruang kerja"
    open_workspace(folder).close()
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_truth_is_told(case: Case, folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / case.file
    case.write(sheet)
    answer, code = check(sheet, folder, case.options, apart=case.apart)
    found = differences(case.truth, answer, code)
    assert not found, "\n".join([f"{case.trap}/{case.name}", *found])


def test_numbers_are_masked_unless_a_purpose_is_said(folder: Path, tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == "xlsx")
    case.write(tmp_path / case.file)
    masked, _ = check(tmp_path / case.file, folder, case.options, purpose="")
    clear, _ = check(tmp_path / case.file, folder, case.options)
    known = {str(row.pins["nik"]) for row in case.truth.rows or ()}
    assert {row["nik"] for row in clear["rows"]} == known
    assert not any(nik in json.dumps(masked) for nik in known)
    assert masked["persons"] == clear["persons"]
