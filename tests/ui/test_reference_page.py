"""Data Acuan: bases and targets with their documents, and all regions of Indonesia."""

from pathlib import Path

from openpyxl import Workbook
from pytestqt.qtbot import QtBot

from desktop_app.operations.import_sheet import ImportRequest, import_sheet
from desktop_app.operations.reference_data import spellings
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference import BASES, REGIONS, SPELLINGS, TARGETS, ReferencePage, find_places

LONG = 10_000


def shown(desk: Desk, qtbot: QtBot) -> ReferencePage:
    page = ReferencePage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 712)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.spellings.table.values.rows), timeout=LONG)
    return page


def import_base(workspace: Workspace, path: Path) -> None:
    """A base of two regencies; the informal part of one is not known."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("PENYEBUT CONTOH 2025",),
        ("Dokumen: surat contoh nomor 1",),
        ("per 31 Agustus 2025",),
        ("Kabupaten/Kota", "Jumlah Pekerja", "Formal", "Informal", "Catatan"),
        ("Kabupaten Badung", 1000, 600, 400, None),
        ("Kabupaten Gianyar", 900, 500, None, "informal belum terbit"),
    ):
        sheet.append(row)
    book.save(path)
    import_sheet(workspace, ImportRequest(path=path))


def test_an_empty_workspace_says_what_to_import_and_leads_there(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)

    assert page._stack.currentWidget() is page.empty[BASES]
    assert not page.bring.isVisible()
    [button] = page.empty[BASES].findChildren(type(page.bring))
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        button.click()
    assert wanted.args == ["Impor"]

    page.show_view(TARGETS)
    assert page._stack.currentWidget() is page.empty[TARGETS]


def test_a_base_shows_its_document_and_its_values(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    import_base(desk.workspace, tmp_path / "penyebut.xlsx")

    page = shown(desk, qtbot)

    [base] = page.bases.bases.values.rows
    model = page.bases.values.table.values
    texts = [[column.text(line) for column in model.columns] for line in model.rows]
    assert texts == [
        ["Kabupaten Badung", "1.000", "600", "400", ""],
        ["Kabupaten Gianyar", "900", "500", "–", "informal belum terbit"],
    ]
    assert page.bases.values.title.text() == base.name
    assert page.bases.values.aside.text() == "per 31 Agustus 2025"
    assert page.bring.isVisible()


def test_values_can_be_filtered_and_the_line_below_says_so(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    import_base(desk.workspace, tmp_path / "penyebut.xlsx")
    page = shown(desk, qtbot)

    page.bases.values.words.setText("gianyar")

    assert [line.region for line in page.bases.values.table.values.rows] == ["Kabupaten Gianyar"]
    assert page.bases.values._count.text() == "1 dari 2 wilayah"


def test_the_samples_stand_here_with_the_office_s_province_first(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    bases = {base.name: base for base in page.bases.bases.values.rows}
    assert {"UCJ 2025", "BPS bekerja Agustus 2022"} <= bases.keys()

    page.bases.bases.selectRow(list(bases).index("BPS bekerja Agustus 2022"))

    first = page.bases.values.table.values.rows[0]
    assert (first.region, first.total, first.formal, first.informal) == ("Provinsi Bali", 2607070, 1214028, 1393042)


def test_the_chosen_base_stays_chosen_when_data_change(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    names = [base.name for base in page.bases.bases.values.rows]
    page.bases.bases.selectRow(names.index("UCJ 2025"))

    asked = page._asked
    page.refresh()

    qtbot.waitUntil(lambda: page._asked == asked + 1 and not filled_desk._jobs, timeout=LONG)
    assert [base.name for base in page.bases.bases.chosen_rows()] == ["UCJ 2025"]
    assert page.bases.values.title.text() == "UCJ 2025"


def test_rival_targets_stand_side_by_side_with_their_documents(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    page.show_view(TARGETS)

    model = page.targets.table.values
    seen = {tuple(column.text(line) for column in model.columns[:4]) for line in model.rows}
    assert {
        ("Provinsi Bali", "Semua", "2025", "67,28"),
        ("Provinsi Bali", "Semua", "2025", "67,69"),
        ("Provinsi Bali", "Semua", "2026", "73,86"),
    } <= seen
    assert all(line.target.document for line in model.rows)
    assert page.bring.text() == "Impor lembar target"


def test_all_regions_are_counted_and_provinces_shown_first(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.show_view(REGIONS)

    qtbot.waitUntil(lambda: len(page.regions.table.values.rows) == 38, timeout=LONG)
    assert page.regions._counts.text() == (
        "91.599 wilayah: 38 provinsi, 416 kabupaten, 98 kota, 7.285 kecamatan, 75.266 desa, 8.496 kelurahan."
    )
    assert not page.bring.isVisible()


def test_searching_finds_a_name_and_shows_its_path(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.show_view(REGIONS)

    page.regions.words.setText("Abiansemal")
    page.regions.words.textEdited.emit("Abiansemal")
    rows = page.regions.table.values
    qtbot.waitUntil(lambda: any(place.region.name == "Abiansemal" for place in rows.rows), timeout=LONG)
    page.regions.table.selectRow([place.region.full_name for place in rows.rows].index("Desa Abiansemal"))

    assert page.regions._path._whole == (
        "Provinsi Bali › Kabupaten Badung › Kecamatan Abiansemal › Desa Abiansemal · 51.03.03.2008"
    )
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        page.regions._go.click()
    assert wanted.args == ["Cakupan"]
    assert desk.view.region == "51.03.03"


def test_what_cannot_be_found_is_said_with_a_way_out(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)

    page.regions.searched.emit("tidak ada yang begini")

    qtbot.waitUntil(lambda: page.regions._state.text().startswith("Tidak ditemukan"), timeout=LONG)
    assert list(page.regions.table.values.rows) == []


def test_a_late_answer_to_an_older_search_is_ignored(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    qtbot.waitUntil(lambda: len(page.regions.table.values.rows) == 38, timeout=LONG)

    page._show_places(page._searched - 1, "bali", [])

    assert len(page.regions.table.values.rows) == 38


def test_those_of_this_very_name_come_before_names_that_hold_it(workspace: Workspace) -> None:
    found = find_places(workspace, "Selat")

    bali = [place.region.code for place in found if place.region.name == "Selat" and place.region.code.startswith("51")]
    assert len(bali) == 6, "one kecamatan and five desa of Bali are called Selat"
    assert found[0].region.name == "Selat"
    assert any(place.region.name != "Selat" for place in found)
    workspace.close()


def test_spellings_say_what_they_are_read_as(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.show_view(SPELLINGS)

    known = {(one.alias, one.region.code) for one in page.spellings.table.values.rows}
    assert ("Nanggroe Aceh Darussalam", "11") in known
    assert len(known) == len(spellings(desk.workspace))


def test_nothing_is_wider_than_the_page_at_150_percent(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    page.resize(854, 455)

    for view in (BASES, TARGETS, REGIONS, SPELLINGS):
        page.show_view(view)
        assert page.minimumSizeHint().width() <= 854
