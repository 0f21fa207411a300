"""Every part of the workbooks as a strict reader wants it: nothing for Excel to repair."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.analysis.compliance.values import Compliance
from tests.documents.reports.parts import faults
from tests.documents.reports.test_summary_xlsx import picture, write
from tests.documents.reports.values import bare, compliance, hollow


def hostile() -> Compliance:
    values = compliance()
    assert values.companies is not None
    name = '=1+1 & <b>"PT" \u202eterbalik 😀 ' + "x" * 300
    details = tuple(replace(one, name=name) for one in values.companies.details)
    return replace(values, companies=replace(values.companies, details=details))


@pytest.mark.parametrize("made", [compliance, bare, hollow, hostile])
def test_the_summary_is_sound(tmp_path: Path, made: Callable[[], Compliance]) -> None:
    path = write(made(), tmp_path / "ringkasan.xlsx", peta=picture(tmp_path))
    assert faults(path) == []


def broken(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """A copy of the file in which one part is changed."""
    target = path.with_name("rusak.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            copy.writestr(name, data.replace(old, new, 1) if name == part else data)
    return target


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        ("xl/workbook.xml", b'name="Cakupan"', b'name="Ringkasan"', "two sheets of one name"),
        ("[Content_Types].xml", b"/xl/styles.xml", b"/xl/stil.xml", "typed but not there"),
        ("xl/worksheets/_rels/sheet1.xml.rels", b"drawing1.xml", b"drawing9.xml", "is not there"),
        ("xl/worksheets/sheet2.xml", b"<sheetData>", b"<pageSetup/><sheetData>", "out of order"),
    ],
)
def test_the_check_finds_what_is_wrong(tmp_path: Path, part: str, old: bytes, new: bytes, words: str) -> None:
    path = write(compliance(), tmp_path / "ringkasan.xlsx", peta=picture(tmp_path))
    assert words in "\n".join(faults(broken(path, part, old, new)))
