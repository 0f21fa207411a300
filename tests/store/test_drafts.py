"""Drafts: what was read comes back as it was, page by page; what was broken off is no draft."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.domain.people import PersonTuple
from desktop_app.domain.questions import Asks, Candidate, Question
from desktop_app.domain.sheets import Problem, ProblemState, RegionValues, WorkbookReading
from desktop_app.store.draft_counts import PersonCounts, count_people
from desktop_app.store.drafts import VERSION, Draft, DraftWriter, is_draft
from tests.store.builders import SAKTI, base, people, recap

NIK = 5105010101909001
QUESTION = Question(
    Asks.PLACE, "desa|selat|51", "desa", "Selat", "Desa", 2, 7, "Ada lima.", (Candidate("51.03.03.2017", "Desa Selat"),)
)
WAITS = Problem("Data", 9, "NIK", "", "nik_blank", "NIK kosong.", "Isi NIK.", ProblemState.PARKED, "B9")
REMARK = Problem(
    "Data", 3, "%", "50,88", "pct_mismatch", "Tidak sama.", "Cocokkan.", ProblemState.NOTE, "D3", 50.88, 49.9
)  # fmt: skip


def person(row: int, nik: int = NIK, segment: str = "PU", region: str | None = SAKTI, company: int = 0) -> PersonTuple:
    return PersonTuple(row, nik, "Ni Contoh", "", "1990-01-01", "P", segment, region, 3, company, 1, "")


def written(path: Path, *rows: PersonTuple, problems: tuple[Problem, ...] = ()) -> Draft:
    writer = DraftWriter(path)
    writer.people(0, rows)
    writer.problems(0, problems)
    table = replace(people(), questions=(QUESTION,), key="Data!A4")
    figures = replace(recap({"51.05": 12}), region_values=(RegionValues(5, "51.05", {"total": 12.0}),))
    tables = (table, figures, base("UCJ", {"51": 100}))
    writer.finish(WorkbookReading(file="a.xlsx", sha256="ab", size=9, tables=tables), {"at": date(2026, 1, 31)})
    return Draft(path)


def test_what_was_read_comes_back(tmp_path: Path) -> None:
    draft = written(tmp_path / "a.draf", person(5), person(6, NIK + 1), problems=(WAITS, REMARK))
    reading = draft.reading()
    assert [table.kind for table in reading.tables] == ["peserta", "rekap", "penyebut"]
    assert reading.tables[0].questions == (QUESTION,)
    assert reading.tables[1].rows == recap({"51.05": 12}).rows
    assert reading.tables[2].rows == base("UCJ", {"51": 100}).rows
    assert [row for _, row in draft.people()] == [person(5), person(6, NIK + 1)]
    assert draft.problems() == [REMARK, WAITS]
    assert draft.problems(state=ProblemState.PARKED) == [WAITS]
    assert draft.problems(offset=1, limit=1) == [WAITS]
    assert draft.count_problems() == {ProblemState.PARKED: 1, ProblemState.NOTE: 1}
    assert draft.about("at", date) == date(2026, 1, 31)


def test_people_are_counted_once_by_nik(tmp_path: Path) -> None:
    rows = (person(5), person(6, segment="BPU"), person(7, NIK + 1, region="51.04"), person(8, NIK + 2, region=None))
    draft = written(tmp_path / "a.draf", *rows)
    assert count_people(draft, [0]) == PersonCounts(
        distinct=3, distinct_active=3, by_regency={"51.04": 1, "51.05": 1}, by_segment={"BPU": 1, "PU": 3},
        by_regency_and_segment={("51.04", "PU"): 1, ("51.05", "BPU"): 1, ("51.05", "PU"): 1},
    )  # fmt: skip


def test_the_same_person_again_is_told_apart(tmp_path: Path) -> None:
    writer = DraftWriter(tmp_path / "a.draf")
    one, other = writer.company("0123", "PT Contoh"), writer.company("0456", "CV Contoh")
    assert writer.company("0123", "PT Contoh") == one != other
    writer.people(0, [
        person(5), person(6), person(7, NIK + 1), person(8, NIK + 1, segment="BPU"), person(9, NIK + 2, company=one),
        person(10, NIK + 2, company=other), person(11, NIK + 3)._replace(benefits=1), person(12, NIK + 3),
        person(13, NIK + 4), person(14, NIK + 4)._replace(name="I Lain"), person(15, NIK + 5),
    ])  # fmt: skip
    writer.finish(WorkbookReading(file="a.xlsx", sha256="ab", size=9, tables=(people(),)), {})
    assert [row.warn for _, row in Draft(writer.path).people()] == [
        "same_person_twice", "same_person_twice", "two_segments", "two_segments", "two_employers", "two_employers",
        "row_per_programme", "row_per_programme", "same_person_twice conflicting_data",
        "same_person_twice conflicting_data", "",
    ]  # fmt: skip


def test_what_was_broken_off_is_no_draft(tmp_path: Path) -> None:
    broken = DraftWriter(tmp_path / "a.draf")
    broken.people(0, [person(5)])
    broken.close()
    assert not is_draft(tmp_path / "a.draf")
    given_up = DraftWriter(tmp_path / "b.draf")
    given_up.abandon()
    assert not (tmp_path / "b.draf").exists()
    (tmp_path / "c.draf").write_text("bukan draf")
    assert not is_draft(tmp_path / "c.draf")


def test_a_draft_of_an_older_shape_is_none(tmp_path: Path) -> None:
    draft = written(tmp_path / "a.draf", person(5))
    draft.note("version", VERSION - 1)
    assert not is_draft(draft.path)
