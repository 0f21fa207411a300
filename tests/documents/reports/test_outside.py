"""What leaves the office shows no count of few people, and none that can be counted back."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.analysis.compliance.hidden import Hidden
from desktop_app.analysis.compliance.suppression import WORDS
from desktop_app.documents.reports.outside import guarded
from desktop_app.documents.reports.summary_xlsx import write_summary_xlsx
from desktop_app.documents.reports.tables import NO, YES, Column, Guard, Kind, Row, Table, Total
from tests.documents.reports.parts import faults
from tests.documents.reports.test_summary_xlsx import text_of
from tests.documents.reports.values import MADE, SIGNING, compliance

FEW, BESIDE = Hidden.FEW.value, Hidden.BESIDE.value


def table(rows: tuple[Row, ...], *guards: Guard, summed: int | None = None) -> Table:
    columns = (
        Column(title="Desa"),
        *(Column(title=title, kind=Kind.WHOLE, total=Total.SUM) for title in ("A", "B", "C")),
        Column(title="Masuk jumlah"),
    )
    return Table(title="", columns=columns, rows=rows, total="Jumlah", guards=guards, summed=summed)


def test_a_table_of_many_stays_as_it_is() -> None:
    plain = table((("Petak", 10, 20, 30, ""), ("Selat", 0, 7, 7, "")), Guard(columns=(1, 2), sum=3))
    assert guarded(plain) is plain


def test_few_are_covered_and_so_is_one_beside_them() -> None:
    found = guarded(
        table((("Petak", 3, 9, 50, ""), ("Selat", 8, 9, 50, ""), ("Ayu", 9, 9, 50, "")), Guard(columns=(1,)))
    )
    column = [row[1] for row in found.rows]
    assert column[0] == FEW
    assert column.count(BESIDE) == 1
    assert found.total_row()[1] == 20
    assert found.notes == (WORDS,)


def test_what_would_give_it_away_is_covered_too() -> None:
    found = guarded(table((("Petak", 3, 9, 50, ""), ("Selat", 2, 9, 50, "")), Guard(columns=(1,), derived=(3,))))
    assert [row[3] for row in found.rows] == [BESIDE, BESIDE]
    assert [row[2] for row in found.rows] == [9, 9]


def test_rows_outside_the_sum_stand_alone() -> None:
    rows = (("Petak", 30, 9, 50, YES), ("Selat", 2, 9, 50, NO))
    found = guarded(table(rows, Guard(columns=(1,)), summed=4))
    assert [row[1] for row in found.rows] == [30, FEW]
    assert found.total_row()[1] == 30


def test_many_rows_keep_their_rows_and_lose_their_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.documents.reports.outside.MOST_WITH_SUMS", 2)
    rows = (("Petak", 3, 9, 12, ""), ("Selat", 8, 9, 17, ""), ("Ayu", 9, 9, 18, ""))
    found = guarded(table(rows, Guard(columns=(1, 2), sum=3)))
    assert found.rows[0][1] == FEW
    assert BESIDE in found.rows[0][2:4]
    assert found.rows[1:] == rows[1:]
    assert found.total_row()[1:4] == (BESIDE,) * 3


def test_the_summary_says_that_it_covers(tmp_path: Path) -> None:
    path = tmp_path / "ringkasan.xlsx"
    write_summary_xlsx(compliance(), SIGNING, path, pictures={}, made=replace(MADE, leaves_office=True))
    book = load_workbook(path, data_only=True)
    public = book["Non-ASN dan perangkat desa"]
    rows = {row[0]: row for row in public.iter_rows(values_only=True)}
    assert rows["Badan Rekaan"][1:3] == (FEW, FEW)
    assert WORDS in text_of(public)
    assert "Jumlah orang di bawah lima tidak ditampilkan" in text_of(book["Ringkasan"])
    assert faults(path) == []


def test_a_chart_does_not_tell_what_the_table_covers(tmp_path: Path) -> None:
    values = compliance()
    rows = tuple(
        replace(row, active=3) if row.region.name == "Kabupaten Bangli" else row for row in values.coverage.rows
    )
    few = replace(values, coverage=replace(values.coverage, rows=rows))
    path = tmp_path / "ringkasan.xlsx"
    write_summary_xlsx(few, SIGNING, path, pictures={}, made=replace(MADE, leaves_office=True))
    book = load_workbook(path, data_only=True)
    table = {row[0]: row for row in book["Cakupan"].iter_rows(values_only=True)}
    covered = [str(name) for name, row in table.items() if row[1] in (FEW, BESIDE)]
    assert len(covered) == 2
    assert all(table[name][3] == BESIDE for name in covered)
    drawn = text_of(book["Data bagan"])
    assert not any(name.partition(" ")[2] in drawn for name in covered)
    assert "Gianyar" in drawn
