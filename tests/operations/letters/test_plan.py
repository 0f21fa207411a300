"""What the wizard shows of a letter that is being made."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.letters import LetterKind, LetterStyle, Split
from desktop_app.domain.office import Office
from desktop_app.domain.paper import Mark, PaperParagraph, PaperTable
from desktop_app.operations.letters.numbering import give_number
from desktop_app.operations.letters.plan import plan_letter
from desktop_app.operations.letters.request import LetterPlan, LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import save_office
from desktop_app.operations.workspace import Workspace

YEAR = LetterRequest(year=2026)


def words(plan: LetterPlan, mark: Mark) -> set[str]:
    """Words of the pages with this mark."""
    assert plan.pages is not None
    found = set()
    for section in plan.pages.sections:
        for block in section.blocks:
            paragraphs = [block] if isinstance(block, PaperParagraph) else _in(block)
            found |= {run.text for paragraph in paragraphs for run in paragraph.runs if run.mark is mark}
    return found


def _in(table: PaperTable) -> list[PaperParagraph]:
    return [paragraph for row in table.rows for cell in row for paragraph in cell.paragraphs]


def test_villages_and_money(filled: Workspace) -> None:
    plan = plan_letter(filled, replace(YEAR, quota=50))
    assert (plan.villages, plan.village_kinds, plan.letters) == (70, "desa/kelurahan", 1)
    assert (plan.village_cost, plan.total_cost) == (10_080_000, 705_600_000)
    assert len(plan.regions) == 9
    assert plan.period in plan.periods
    assert plan.worker_base in plan.worker_bases


def test_pages_are_the_finished_letter_with_what_comes_from_data_and_what_is_open_marked(filled: Workspace) -> None:
    plan = plan_letter(filled, YEAR)
    data, open_ = words(plan, Mark.DATA), words(plan, Mark.CHECK)
    assert {"130.300", "198.628", "65,60%"} <= data
    assert any(word.startswith("500.15.14/") for word in open_)
    assert any(set(word) == {"."} for word in open_)


def test_what_the_subject_does_not_have_is_replaced(filled: Workspace) -> None:
    asked = LetterRequest(
        subject="laporan-terlambat",
        kind=LetterKind.INSTRUKSI,
        split=Split.PER_PERUSAHAAN,
        style=LetterStyle.TERSTRUKTUR,
    )
    plan = plan_letter(filled, asked)
    assert plan.kind in {kind for kind, _ in plan.kinds}
    assert (plan.request.split, plan.request.style) == (Split.SATU, LetterStyle.NARATIF)


def test_points_taken_out_and_reordered_and_edited(klungkung: Workspace) -> None:
    first = plan_letter(klungkung, YEAR)
    keys = [point.key for point in first.points]
    mine = tuple(reversed(first.points[:2]))
    edited = (replace(mine[0], text="Paling sedikit {{ kuota }} orang di setiap desa."), mine[1])
    plan = plan_letter(klungkung, replace(YEAR, points=edited))
    assert [point.key for point in plan.points] == [keys[1], keys[0], *keys[2:]]
    assert [point.used for point in plan.points] == [True, True, *(False for _ in keys[2:])]
    assert plan.resolved[keys[1]] == "Paling sedikit 100 (seratus) orang di setiap desa."
    assert set(plan.resolved) >= set(keys[2:4])


def test_legal_bases_of_the_letter_and_others_that_fit(klungkung: Workspace) -> None:
    usual = plan_letter(klungkung, YEAR)
    used = [one.basis.key for one in usual.bases if one.used]
    assert used
    plan = plan_letter(klungkung, replace(YEAR, bases=(used[1], used[0])))
    assert [one.basis.key for one in plan.bases if one.used] == [used[1], used[0]]
    assert {one.basis.key for one in plan.bases} == {one.basis.key for one in usual.bases}
    assert all(one.warning == "" for one in usual.bases if one.used)


def test_the_next_number_of_the_book(klungkung: Workspace) -> None:
    day = date(2026, 5, 4)
    assert plan_letter(klungkung, replace(YEAR, letter_date=day)).number_example == "500.15.14/1/SETDA/2026"
    give_number(klungkung, make_letters(klungkung, YEAR).ids[0], day)
    assert plan_letter(klungkung, replace(YEAR, letter_date=day)).number_example == "500.15.14/2/SETDA/2026"


def test_many_letters_are_previewed_by_the_first_chosen(klungkung: Workspace) -> None:
    asked = replace(YEAR, split=Split.PER_KECAMATAN, addressees=("51.05.03", "51.05.04"))
    plan = plan_letter(klungkung, asked)
    assert (plan.letters, len(plan.addressees)) == (2, 4)
    assert plan.recipients[0] == "Camat Klungkung"
    assert plan.figures["penerima_peserta"] == 130


def test_nobody_chosen_is_no_letter(klungkung: Workspace) -> None:
    assert plan_letter(klungkung, replace(YEAR, split=Split.PER_DESA, addressees=())).letters == 0


def test_without_figures_the_letter_says_so(workspace: Workspace) -> None:
    save_office(workspace, Office(region="51.05", agency="Dinas Ketenagakerjaan"))
    plan = plan_letter(workspace, YEAR)
    assert (plan.period, plan.worker_base, plan.periods) == (None, None, ())
    assert "belum tersedia" in " ".join(plan.resolved.values())


def test_an_office_of_the_province_writes_as_its_governor(workspace: Workspace) -> None:
    save_office(workspace, Office(region="51", agency="Dinas Ketenagakerjaan dan ESDM"))
    plan = plan_letter(workspace, YEAR, pages=False)
    assert plan.region.code == "51"
    assert dict(plan.kinds)[LetterKind.SE_BUPATI] == "Surat Edaran Gubernur"
    assert [one.code for one in plan.regions][:2] == ["51", "51.01"]
    assert plan_letter(workspace, replace(YEAR, region="51.03"), pages=False).villages == 62
