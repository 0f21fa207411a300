"""The preview of a letter says what its Word file says, and the plan names what can be chosen."""

from datetime import date
from pathlib import Path

from docx import Document

from desktop_app.domain.office import Office
from desktop_app.operations.letter_preview import LetterPlan, plan_letter
from desktop_app.operations.offices import save_office
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_letter import LetterRequest, make_letter


def in_word(workspace: Workspace, request: LetterRequest) -> list[str]:
    document = Document(str(make_letter(workspace, request).path))
    return [" ".join(paragraph.text.split()) for paragraph in document.paragraphs if paragraph.text.strip()]


def in_preview(plan: LetterPlan) -> list[str]:
    paragraphs = (*plan.preview.letter, *plan.preview.annex_head)
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs]


def test_the_preview_has_the_paragraphs_of_the_word_file_in_their_order(filled: Workspace) -> None:
    request = LetterRequest(year=2026, deadline=date(2026, 5, 29))
    shown, written = in_preview(plan_letter(filled, request)), in_word(filled, request)
    assert [text for text in written if text in set(shown)][: len(shown)] == shown


def test_what_comes_from_data_and_what_is_open_is_marked(filled: Workspace) -> None:
    plan = plan_letter(filled, LetterRequest(year=2026))
    data = {word for paragraph in plan.preview.letter for word in paragraph.data if word in paragraph.text}
    assert {"130.300", "198.628", "65,60%", "Rp20.160.000,00", "Rp1.411.200.000,00"} <= data
    check = [word for paragraph in plan.preview.letter for word in paragraph.check]
    assert any(word.startswith("500.15.14/") for word in check)
    assert any(set(word) == {"."} for word in check)


def test_the_plan_counts_villages_and_money(filled: Workspace) -> None:
    plan = plan_letter(filled, LetterRequest(year=2026, quota=50))
    assert (plan.villages, plan.village_kinds) == (70, "desa/kelurahan")
    assert (plan.village_cost, plan.total_cost) == (10_080_000, 705_600_000)
    assert len(plan.regions) == 9
    assert plan.period in plan.periods
    assert plan.base in plan.bases


def test_the_annex_of_the_preview_ends_with_the_total(filled: Workspace) -> None:
    annex = plan_letter(filled, LetterRequest(year=2026)).preview.annex
    assert annex[-1][-1] == "1.411.200.000"
    shown = sum(len(row) == 6 for row in annex)
    assert annex[-2] == (f"… {70 - shown} desa/kelurahan lain ada di berkas Word …",)


def test_without_figures_the_letter_says_so(workspace: Workspace) -> None:
    save_office(workspace, Office(region="51.05", agency="Dinas Ketenagakerjaan"))
    plan = plan_letter(workspace, LetterRequest(year=2026))
    assert (plan.draft.coverage, plan.period, plan.base, plan.periods) == (None, None, None, ())
    assert any("belum tersedia" in paragraph.text for paragraph in plan.preview.letter)


def test_an_office_of_the_province_begins_with_its_first_regency(workspace: Workspace) -> None:
    save_office(workspace, Office(region="51", agency="Dinas Ketenagakerjaan dan ESDM"))
    assert plan_letter(workspace, LetterRequest(year=2026)).draft.region.code == "51.01"


def test_a_second_letter_of_the_day_leaves_the_first_as_it_is(filled: Workspace) -> None:
    first = make_letter(filled, LetterRequest(year=2026)).path
    first.write_bytes(b"disunting di Word")
    second = make_letter(filled, LetterRequest(year=2026)).path
    assert second != first
    assert first.read_bytes() == b"disunting di Word"
    assert Path(second).stem.endswith("(2)")
