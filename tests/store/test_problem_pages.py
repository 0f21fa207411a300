"""Problems of a draft: chosen, ordered and paged."""

from pathlib import Path

import pytest

from desktop_app.domain.sheets import Problem, ProblemState, WorkbookReading
from desktop_app.store.drafts import Draft, DraftWriter
from desktop_app.store.problem_pages import ProblemChoice, Reason, chosen_page, count_chosen, reasons

PARKED, REFUSED, NOTE = ProblemState


def problem(row: int, column: str, value: str, code: str, state: ProblemState, sheet: str = "Maret") -> Problem:
    return Problem(sheet, row, column, value, code, f"Pesan {code}.", "Langkah.", state, f"B{row}")


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    writer = DraftWriter(tmp_path / "x.draf")
    writer.problems(0, [problem(9, "NIK", "51", "pendek", PARKED), problem(5, "Tgl", "31-02-1988", "tanggal", NOTE)])
    writer.problems(
        1, [problem(7, "NIK", "", "kosong", REFUSED, "April"), problem(8, "NIK", "52", "pendek", PARKED, "April")]
    )
    writer.finish(WorkbookReading(file="x.xlsx", sha256="0", size=1, tables=()), {})
    return Draft(tmp_path / "x.draf")


@pytest.mark.parametrize(
    ("choice", "rows"),
    [
        (ProblemChoice(), [5, 9, 7, 8]),
        (ProblemChoice(descending=True), [8, 7, 9, 5]),
        (ProblemChoice(table=1), [7, 8]),
        (ProblemChoice(state=PARKED), [9, 8]),
        (ProblemChoice(state=PARKED, table=0), [9]),
        (ProblemChoice(code="pendek"), [9, 8]),
        (ProblemChoice(words="nik april"), [7, 8]),
        (ProblemChoice(words="PESAN tanggal"), [5]),
        (ProblemChoice(words="100 %"), []),
        (ProblemChoice(order="value"), [7, 5, 9, 8]),
        (ProblemChoice(order="message"), [7, 9, 8, 5]),
        (ProblemChoice(order="sheet", descending=True), [9, 5, 7, 8]),
    ],
)  # fmt: skip
def test_rows_of_a_choice_in_its_order(draft: Draft, choice: ProblemChoice, rows: list[int]) -> None:
    assert [problem.row for problem in chosen_page(draft, choice, 0, 10)] == rows
    assert count_chosen(draft, choice) == len(rows)


def test_pages_follow_each_other_and_problems_come_back_whole(draft: Draft) -> None:
    pages = [chosen_page(draft, ProblemChoice(), offset, 1) for offset in range(5)]
    assert [[problem.row for problem in page] for page in pages] == [[5], [9], [7], [8], []]
    assert pages[0] == [problem(5, "Tgl", "31-02-1988", "tanggal", NOTE)]


def test_reasons_are_counted_the_most_frequent_first(draft: Draft) -> None:
    assert reasons(draft, None)[0] == Reason("pendek", "Pesan pendek.", 2)
    assert [reason.code for reason in reasons(draft, 0)] == ["pendek", "tanggal"]
