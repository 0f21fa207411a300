"""Answers given beforehand: to a place, to a word, to a cell, to a column; and what is remembered of a sender."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import BadAnswers, MissingFile
from desktop_app.domain.questions import Answers, TableAnswer
from desktop_app.operations.answers import answers_in
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, check_sheet, list_imports, store_draft
from desktop_app.operations.workspace import Workspace

MARCH = date(2025, 3, 31)
HEADER = ("NIK", "Nama", "Segmen", "Status", "Kabupaten/Kota", "Desa")
ROWS = (
    ("5105014101909001", "Ni Satu", "PU", "Aktif", "Klungkung", "Selatt"),
    ("5105014202919002", "Ni Dua", "Golongan C", "Cuti", "Klungkung", "Selatt"),
    ("5105014303929000", "Ni Tiga", "PU", "Aktif", "Klungkung", "Gelgel"),
    ("510501430393900", "Ni Empat", "PU", "Aktif", "Klungkung", "Gelgel"),
)


def sheet(path: Path, *rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> Path:
    book = Workbook()
    book.worksheets[0].title = "Data"
    for row in (header, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def check(workspace: Workspace, path: Path, answers: Answers) -> ImportReport:
    request = ImportRequest(path=path, period=MARCH, sender="Cabang Gianyar", answers=answers)
    return check_sheet(workspace, request)


def test_a_question_is_asked_once_and_its_answer_serves_every_row(workspace: Workspace, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", *ROWS)
    asked = check(workspace, path, Answers()).questions
    assert [(q.field, q.text, q.rows) for q in asked] == [
        ("desa", "Selatt", 2), ("segment", "Golongan C", 1), ("status", "Cuti", 1),
    ]  # fmt: skip
    keys = {question.field: question.key for question in asked}
    assert "51.05.03.2016" in [candidate.value for candidate in asked[0].candidates]
    answers = Answers(
        places={keys["desa"]: "51.05.03.2016"}, values={keys["segment"]: "BPU", keys["status"]: "nonaktif"},
        cells={"Data!A5": "5105014303939003"},
    )  # fmt: skip
    report = check(workspace, path, answers)
    assert report.questions == []
    people = report.tables[0].table.rows
    assert [(p.row, p.region, p.segment, p.active) for p in people] == [  # type: ignore[union-attr]
        (2, "51.05.03.2016", "PU", True), (3, "51.05.03.2016", "BPU", False), (4, "51.05.03.2003", "PU", True),
        (5, "51.05.03.2003", "PU", True),
    ]  # fmt: skip


def test_what_was_answered_is_remembered_for_the_sender(workspace: Workspace, tmp_path: Path) -> None:
    first = sheet(tmp_path / "maret.xlsx", *ROWS)
    asked = {question.field: question.key for question in check(workspace, first, Answers()).questions}
    answers = Answers(
        places={asked["desa"]: "51.05.03.2016"}, values={asked["segment"]: "BPU"},
        tables={"Data!A1": TableAnswer(columns={"D": ""})},
    )  # fmt: skip
    request = ImportRequest(path=first, period=MARCH, sender="Cabang Gianyar", answers=answers)
    store_draft(workspace, check_sheet(workspace, request).draft, request)
    second = sheet(tmp_path / "april.xlsx", *ROWS[:2])
    again = replace(request, path=second, period=date(2025, 4, 30), answers=Answers())
    report = check_sheet(workspace, again)
    assert report.questions == []
    assert {c.letter: c.field for c in report.tables[0].table.columns}["D"] == ""
    other = check_sheet(workspace, replace(again, sender="Cabang Denpasar"))
    assert [question.text for question in other.questions] == ["Selatt", "Golongan C", "Cuti"]


def test_answers_out_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.json"
    file.write_text(
        json.dumps({"tables": {"Data!A4": {"period": "2025-03-31", "columns": {"F": ""}}}, "cells": {"Data!A5": "1"}})
    )
    assert answers_in(file) == Answers(
        tables={"Data!A4": TableAnswer(period=MARCH, columns={"F": ""})}, cells={"Data!A5": "1"}
    )
    file.write_text('{"places": ["bukan"]}')
    with pytest.raises(BadAnswers, match="jawaban"):
        answers_in(file)
    with pytest.raises(MissingFile):
        answers_in(tmp_path / "tidak ada.json")


def test_a_stored_file_can_be_answered_later_and_takes_its_own_place(workspace: Workspace, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", *ROWS)
    request = ImportRequest(path=path, period=MARCH, sender="Cabang Gianyar")
    first = store_draft(workspace, check_sheet(workspace, request).draft, request)
    assert check_sheet(workspace, request).already
    answered_later = replace(request, answers=Answers(cells={"Data!A5": "5105014303939003"}))
    report = check_sheet(workspace, answered_later)
    assert not report.already
    assert [record.id for record in report.tables[0].replaced] == [first.tables[0].import_id]
    store_draft(workspace, report.draft, answered_later)
    states = [(record.state, record.counts.parked) for record in list_imports(workspace)]
    assert states == [("tersimpan", 0), ("digantikan", 1)]
