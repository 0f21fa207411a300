"""Data Acuan: bases and targets with their documents, and all regions of Indonesia."""

from pathlib import Path

from openpyxl import Workbook
from pytestqt.qtbot import QtBot

from desktop_app.operations.import_sheet import ImportRequest, import_sheet
from desktop_app.operations.reference_data import spellings
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference import (
    BASES,
    HISTORY,
    REGIONS,
    SPELLINGS,
    TARGETS,
    VIEWS,
    ReferencePage,
)
from desktop_app.ui.pages.reference_reading import find_places
from desktop_app.ui.widgets import Button

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


def test_an_empty_workspace_says_what_to_do_first_and_leads_there(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)

    empty = page.bases.empty
    assert empty is not None
    assert page.stack.currentWidget() is empty
    assert not page.bring.isVisible()
    assert not page.add.isVisible()
    bring, add = empty.findChildren(Button)
    assert (bring.text(), add.text()) == ("Impor lembar penyebut", "Tambah penyebut")
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        bring.click()
    assert wanted.args == ["Impor"]

    page.show_view(TARGETS)
    assert page.stack.currentWidget() is page.targets.empty
    page.show_view(HISTORY)
    assert page.stack.currentWidget() is page.history.empty


def test_a_base_shows_its_document_and_its_values(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    import_base(desk.workspace, tmp_path / "penyebut.xlsx")

    page = shown(desk, qtbot)

    [work] = page.bases.bases.values.rows
    model = page.bases.values.table.values
    texts = [[column.text(line) for column in model.columns] for line in model.rows]
    assert texts == [
        ["Kabupaten Badung", "1.000", "600", "400", ""],
        ["Kabupaten Gianyar", "900", "500", "–", "informal belum terbit"],
    ]
    assert page.bases.values.title.text() == work.base.name
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
    names = [work.base.name for work in page.bases.bases.values.rows]
    assert {"UCJ 2025", "BPS bekerja Agustus 2022"} <= set(names)

    page.bases.bases.selectRow(names.index("BPS bekerja Agustus 2022"))

    first = page.bases.values.table.values.rows[0]
    assert (first.region, first.total, first.formal, first.informal) == ("Provinsi Bali", 2607070, 1214028, 1393042)


def test_neighbours_without_a_value_can_be_filled_in(filled_desk: Desk, qtbot: QtBot) -> None:
    """UCJ 2025 has two values; the other regencies of the office's province stand beside them, as missing."""
    page = shown(filled_desk, qtbot)
    names = [work.base.name for work in page.bases.bases.values.rows]
    page.bases.bases.selectRow(names.index("UCJ 2025"))

    rows = page.bases.values.table.values
    totals = {line.region: rows.columns[1].text(line) for line in rows.rows}
    assert totals["Provinsi Bali"] == "1.837.899"
    assert totals["Kabupaten Klungkung"] == "–"
    assert len(totals) == 10


def test_the_chosen_base_stays_chosen_when_data_change(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    names = [work.base.name for work in page.bases.bases.values.rows]
    page.bases.bases.selectRow(names.index("UCJ 2025"))

    asked = page._asked
    page.refresh()

    qtbot.waitUntil(lambda: page._asked == asked + 1 and not filled_desk._jobs, timeout=LONG)
    assert [work.base.name for work in page.bases.bases.chosen_rows()] == ["UCJ 2025"]
    assert page.bases.values.title.text() == "UCJ 2025"


def test_rival_targets_stand_side_by_side_with_their_documents(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    page.show_view(TARGETS)

    model = page.targets.table.values
    seen = {
        (line.region, line.target.year, *(column.text(line) for column in model.columns[3::3])) for line in model.rows
    }
    assert {
        ("Provinsi Bali", 2025, "67,28", "67,69"),
        ("Provinsi Bali", 2025, "67,69", "67,28"),
        ("Provinsi Bali", 2026, "73,86", "–"),
    } <= seen
    assert all(line.target.document for line in model.rows)
    assert page.bring.text() == "Impor lembar target"


def test_all_regions_are_counted_and_provinces_shown_first(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.show_view(REGIONS)

    qtbot.waitUntil(lambda: len(page.regions.table.values.rows) == 38, timeout=LONG)
    assert page.regions.counts.text() == (
        "91.599 wilayah: 38 provinsi, 416 kabupaten, 98 kota, 7.285 kecamatan, 75.266 desa, 8.496 kelurahan."
    )
    assert page.bring.text() == "Impor wilayah"
    assert not page.add.isVisible()


def test_searching_finds_a_name_and_shows_where_it_lies(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.show_view(REGIONS)

    page.regions.words.setText("Abiansemal")
    page.regions.search()
    rows, details = page.regions.table.values, page.regions.details
    qtbot.waitUntil(lambda: any(place.region.name == "Abiansemal" for place in rows.rows), timeout=LONG)
    page.regions.table.selectRow([place.region.full_name for place in rows.rows].index("Desa Abiansemal"))

    qtbot.waitUntil(lambda: details.facts is not None, timeout=LONG)
    assert details.facts is not None
    assert details.facts.place.path == "Provinsi Bali › Kabupaten Badung › Kecamatan Abiansemal › Desa Abiansemal"
    assert details.facts.place.region.code == "51.03.03.2008"
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        details.go.click()
    assert wanted.args == ["Cakupan"]
    assert desk.view.region == "51.03.03"


def test_what_cannot_be_found_is_said_with_a_way_out(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)

    page.regions.words.setText("tidak ada yang begini")
    page.regions.search()

    qtbot.waitUntil(lambda: page.regions.state.text().startswith("Tidak ditemukan"), timeout=LONG)
    assert list(page.regions.table.values.rows) == []


def test_a_late_answer_to_an_older_search_is_ignored(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    qtbot.waitUntil(lambda: len(page.regions.table.values.rows) == 38, timeout=LONG)

    page.regions.show_places(page.regions._asked - 1, "bali", [])

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

    known = {(line.spelling.alias, line.spelling.region.code) for line in page.spellings.table.values.rows}
    assert ("Nanggroe Aceh Darussalam", "11") in known
    assert len(known) == len(spellings(desk.workspace))


def test_nothing_is_wider_than_the_page_at_150_percent(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    page.setMinimumWidth(1)
    page.resize(854, 455)

    for place in range(len(VIEWS)):
        page.show_view(place)
        qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 854)


def test_each_view_has_one_primary_button_at_most(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)

    for place in range(len(VIEWS)):
        page.show_view(place)
        primary = [one for one in page.findChildren(Button) if one.isVisible() and one.property("kind") == "primary"]
        assert len(primary) <= 1, VIEWS[place]


def test_every_button_without_words_has_a_name(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)

    assert all(button.text() or button.accessibleName() for button in page.findChildren(Button))


def test_bases_is_the_view_shown_first(desk: Desk, qtbot: QtBot) -> None:
    assert ReferencePage(desk).view.adds == "Tambah penyebut"
    assert VIEWS[BASES] == "Penyebut"
