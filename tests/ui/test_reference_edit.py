"""Data Acuan by hand: values, bases, targets, spellings, regions and rates are changed, refused and taken back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.domain.reference import Rate, RateKind, Subject
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import (
    BaseEdit,
    changes,
    close_region,
    rates,
    save_alias,
    save_base,
    save_rate,
)
from desktop_app.operations.reference_data import reference_data, region_path, spellings
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages import reference_bases, reference_history, reference_spellings, reference_targets
from desktop_app.ui.pages.reference import HISTORY, RATES, REGIONS, SPELLINGS, TARGETS, ReferencePage
from desktop_app.ui.pages.reference_base_form import AboutBaseForm, NewBaseForm
from desktop_app.ui.pages.reference_import import ImportForm
from desktop_app.ui.pages.reference_reading import Place
from desktop_app.ui.pages.reference_region_field import RegionField
from desktop_app.ui.pages.reference_region_forms import AddRegionForm, CloseRegionForm, RenameRegionForm, next_code
from desktop_app.ui.pages.reference_split_form import SplitRegionForm

LONG = 10_000
ALL = Sector.SEMUA
BADUNG, GIANYAR = "51.03", "51.04"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReferencePage:
    """A base of two regencies, and nothing else."""
    values = {(BADUNG, ALL): 1000, (BADUNG, Sector.FORMAL): 600, (GIANYAR, ALL): 900}
    save_base(desk.workspace, BaseEdit(name="Contoh 2025", document="surat", as_of=date(2025, 8, 31), values=values))
    made = ReferencePage(desk)
    desk.data_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1158, 712)
    made.show()
    made.refresh()
    settle(made, qtbot)
    return made


def settle(page: ReferencePage, qtbot: QtBot) -> None:
    """All that was asked is answered."""
    qtbot.waitUntil(lambda: not page.desk._jobs, timeout=LONG)


def told(page: ReferencePage, qtbot: QtBot, act: Callable[[], object]) -> tuple[str, Callable[[], None]]:
    """Do it, and give back what the short message says and its undo."""
    with qtbot.waitSignal(page.desk.told, timeout=LONG) as signal:
        act()
    settle(page, qtbot)
    message, _, undo = signal.args
    return message, undo


def values(page: ReferencePage) -> dict[tuple[str, Sector], int]:
    bases = {base.name: base for base in reference_data(page.desk.workspace).bases}
    return dict(bases["Contoh 2025"].workers) if "Contoh 2025" in bases else {}


def region(workspace: Workspace, code: str) -> Region:
    return region_path(workspace, code)[-1]


def yes(*words: object, **more: object) -> bool:
    return True


def test_a_value_is_typed_seen_and_saved_and_can_be_taken_back(page: ReferencePage, qtbot: QtBot) -> None:
    card = page.bases.values
    line = card.grid.values.rows[0]
    card.type(line, ALL, "1.250")

    assert card.save.text() == "Simpan 1 perubahan"
    assert card.drop.isVisible()
    assert page.unsaved
    assert page.subtitle.text() == "Perubahan belum disimpan"
    assert page.add.property("kind") == "normal", "Simpan is the one primary button now"
    column = card.grid.values.columns[1]
    assert column.tip is not None
    assert column.tip(line) == "Belum disimpan; sebelumnya 1.000"
    save_and_take_back(page, qtbot)


def save_and_take_back(page: ReferencePage, qtbot: QtBot) -> None:
    card = page.bases.values
    message, undo = told(page, qtbot, card.save.click)
    assert message == "1 nilai tersimpan"
    assert values(page)[BADUNG, ALL] == 1250
    assert not page.unsaved
    assert not card.save.isVisible()

    told(page, qtbot, undo)
    assert values(page)[BADUNG, ALL] == 1000
    assert card.grid.values.rows[0].total == 1000


def test_a_cell_is_edited_in_place(page: ReferencePage, qtbot: QtBot) -> None:
    model = page.bases.values.grid.values

    assert model.setData(model.index(1, 1), "950")

    work = page.bases.values.work
    assert work is not None
    assert work.typed == {(GIANYAR, ALL): 950}
    assert not model.setData(model.index(1, 0), "lain"), "names of regions are not typed here"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("banyak", "Kabupaten Badung: “banyak” bukan jumlah orang."),
        ("0", "Kabupaten Badung: penyebut tidak boleh nol."),
    ],
)
def test_what_cannot_be_a_value_is_refused_and_said(page: ReferencePage, text: str, words: str) -> None:
    card = page.bases.values

    card.type(card.grid.values.rows[0], ALL, text)

    assert card.note.words.startswith(words)
    assert not page.unsaved


def test_an_emptied_value_is_missing_not_zero(page: ReferencePage, qtbot: QtBot) -> None:
    card = page.bases.values
    card.type(card.grid.values.rows[0], Sector.FORMAL, "")
    assert card.grid.values.columns[2].text(card.grid.values.rows[0]) == "–"

    told(page, qtbot, card.save.click)

    assert (BADUNG, Sector.FORMAL) not in values(page)


def test_pasted_rows_are_typed_and_the_rest_is_named(page: ReferencePage) -> None:
    card = page.bases.values
    QApplication.clipboard().setText("Kabupaten Gianyar\t950\nKabupaten Klungkung\t100\n")

    card.paste(QApplication.clipboard().text())

    assert card.work is not None
    assert card.work.typed == {(GIANYAR, ALL): 950}
    assert card.note.words == (
        "1 nilai ditempel, belum disimpan. 1 baris dilewati. “Kabupaten Klungkung” tidak ada di daftar ini."
    )


def test_the_remark_on_pasted_values_goes_when_they_are_kept(page: ReferencePage, qtbot: QtBot) -> None:
    card = page.bases.values
    card.paste("Kabupaten Gianyar\t950\n")
    assert card.note.isVisible()

    told(page, qtbot, card.save.click)

    assert values(page)[GIANYAR, ALL] == 950
    assert not card.note.isVisible()


def test_what_is_typed_stays_when_data_change_and_goes_with_batal(page: ReferencePage, qtbot: QtBot) -> None:
    card = page.bases.values
    card.type(card.grid.values.rows[0], ALL, "1.250")
    page.refresh()
    settle(page, qtbot)
    assert card.grid.values.rows[0].total == 1250

    card.drop.click()

    assert card.grid.values.rows[0].total == 1000
    assert not page.unsaved


def test_numbers_are_typed_one_below_the_other_with_the_keyboard(page: ReferencePage, qtbot: QtBot) -> None:
    grid = page.bases.values.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.values.index(0, 1))

    for number in ("1250", "950"):
        QTest.keyClicks(grid, number[0])
        [editor] = grid.findChildren(QLineEdit)
        QTest.keyClicks(editor, number[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not grid.findChildren(QLineEdit))

    work = page.bases.values.work
    assert work is not None
    assert work.typed == {(BADUNG, ALL): 1250, (GIANYAR, ALL): 950}
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert work.typed == {(BADUNG, ALL): 1250, (GIANYAR, ALL): None}


def test_a_cell_that_is_typed_in_stays_open_when_data_change(page: ReferencePage, qtbot: QtBot) -> None:
    grid = page.bases.values.grid
    grid.setCurrentIndex(grid.values.index(1, 1))
    assert grid.mend()
    [editor] = grid.findChildren(QLineEdit)
    editor.setText("95")

    page.refresh()
    settle(page, qtbot)

    assert grid.findChildren(QLineEdit) == [editor]
    assert editor.text() == "95"


def test_a_base_is_added_with_its_first_values(page: ReferencePage, qtbot: QtBot) -> None:
    page.add.click()
    form = page.bases.form
    assert isinstance(form, NewBaseForm)
    assert form.save.toolTip() == "Isi nama penyebut."
    form.name.set_text("Contoh 2025")
    assert form.save.toolTip() == "Penyebut “Contoh 2025” sudah ada; pakai nama lain."
    form.name.set_text("Contoh 2026")
    form.document.set_text("surat kedua")
    form.start.choose("Contoh 2025")
    form.submit()
    settle(page, qtbot)

    card = page.bases.values
    assert card.title.text() == "Contoh 2026"
    assert card.save.text() == "Simpan 3 nilai"
    told(page, qtbot, card.save.click)

    stored = {base.name: base for base in reference_data(page.desk.workspace).bases}
    assert stored["Contoh 2026"].workers == stored["Contoh 2025"].workers
    assert stored["Contoh 2026"].document == "surat kedua"
    assert card.title.text() == "Contoh 2026"


def test_a_base_gets_another_name_and_keeps_its_values(page: ReferencePage, qtbot: QtBot) -> None:
    page.bases.describe()
    form = page.bases.form
    assert isinstance(form, AboutBaseForm)
    form.name.set_text("BPS Agustus 2025")

    _, undo = told(page, qtbot, form.submit)
    assert [base.name for base in reference_data(page.desk.workspace).bases] == ["BPS Agustus 2025"]
    assert page.bases.values.title.text() == "BPS Agustus 2025"
    assert changes(page.desk.workspace)[0].title == "Penyebut Contoh 2025 menjadi BPS Agustus 2025"
    qtbot.waitUntil(lambda: not isValid(form), timeout=LONG)

    told(page, qtbot, undo)
    assert len(values(page)) == 3


def test_a_base_is_removed_after_asking(page: ReferencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_bases, "ask", yes)

    message, undo = told(page, qtbot, page.bases.remove)
    assert message == "Penyebut “Contoh 2025” dihapus"
    assert values(page) == {}
    assert page.stack.currentWidget() is page.bases.empty

    told(page, qtbot, undo)
    assert len(values(page)) == 3


def test_a_target_is_added_changed_and_removed(
    page: ReferencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_view(TARGETS)
    page.targets.add()
    form = page.targets.form
    assert form is not None
    assert form.save.toolTip() == "Pilih wilayahnya."
    form.region.choose(Place(region(page.desk.workspace, BADUNG), ()))
    form.year.set_text("2026")
    form.share.set_text("seratus")
    assert form.save.toolTip().startswith("Tulis persen")
    form.share.set_text("72")
    assert form.save.toolTip() == "Isi dokumen penetapannya."
    form.document.set_text("SK contoh")
    told(page, qtbot, form.submit)
    [line] = page.targets.table.values.rows
    assert (line.region, line.target.share, line.target.document) == ("Kabupaten Badung", 0.72, "SK contoh")

    page.targets.table.selectRow(0)
    page.targets.edit()
    settle(page, qtbot)
    form = page.targets.form
    assert form is not None
    form.share.set_text("73,5")
    told(page, qtbot, form.submit)
    assert [one.share for one in reference_data(page.desk.workspace).targets] == [0.735]

    monkeypatch.setattr(reference_targets, "ask", yes)
    page.targets.table.selectRow(0)
    _, undo = told(page, qtbot, page.targets.remove)
    assert reference_data(page.desk.workspace).targets == ()
    told(page, qtbot, undo)
    assert [one.share for one in reference_data(page.desk.workspace).targets] == [0.735]


def test_a_spelling_is_added_and_refused_where_it_names_other_places(page: ReferencePage, qtbot: QtBot) -> None:
    page.show_view(SPELLINGS)
    page.spellings.add()
    form = page.spellings.form
    assert isinstance(form, reference_spellings.SpellingForm)
    form.alias.set_text("Kabupaten Gianyar")
    form.region.choose(Place(region(page.desk.workspace, BADUNG), ()))
    form.submit()
    settle(page, qtbot)
    assert "adalah nama resmi" in form.note.words
    assert form.isVisible(), "what was filled in stays"

    form.alias.set_text("Kab. Badung Selatan")
    form.document.set_text("kebiasaan cabang")
    told(page, qtbot, form.submit)
    known = {one.alias: one.region.code for one in spellings(page.desk.workspace)}
    assert known["Kab. Badung Selatan"] == BADUNG
    origins = {line.spelling.alias: line.origin for line in page.spellings.table.values.rows}
    assert origins["Kab. Badung Selatan"].startswith("kebiasaan cabang, ")


def test_a_spelling_is_forgotten_after_asking(
    page: ReferencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference_spellings, "ask", yes)
    page.show_view(SPELLINGS)
    page.spellings.table.selectRow(0)
    chosen = page.spellings.chosen
    assert chosen is not None

    _, undo = told(page, qtbot, page.spellings.remove)
    assert chosen.alias not in {one.alias for one in spellings(page.desk.workspace)}
    told(page, qtbot, undo)
    assert chosen.alias in {one.alias for one in spellings(page.desk.workspace)}


def look_at(page: ReferencePage, code: str, qtbot: QtBot) -> None:
    page.show_view(REGIONS)
    page.regions.details.look_at(code)
    settle(page, qtbot)


def test_a_village_is_closed_with_its_heir_and_opened_again(
    page: ReferencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at(page, "51.03.03.2008", qtbot)
    details = page.regions.details
    details._open(CloseRegionForm)
    form = details.form
    assert isinstance(form, CloseRegionForm)
    assert form.save.toolTip() == "Isi dokumen penetapannya."
    form.document.set_text("Perda contoh")
    form.heirs.search.choose(Place(region(page.desk.workspace, "51.03.03.2009"), ()))
    told(page, qtbot, form.submit)
    closed = region(page.desk.workspace, "51.03.03.2008")
    assert (closed.closed, closed.heirs, closed.document) == (date.today(), ("51.03.03.2009",), "Perda contoh")

    look_at(page, "51.03.03.2008", qtbot)
    assert details.closed.isVisible()
    monkeypatch.setattr("desktop_app.ui.pages.reference_region_details.ask", yes)
    told(page, qtbot, details.reopen)
    assert region(page.desk.workspace, "51.03.03.2008").closed is None


def test_a_village_is_split_into_new_ones(page: ReferencePage, qtbot: QtBot) -> None:
    look_at(page, "51.03.03.2008", qtbot)
    page.regions.details._open(SplitRegionForm)
    form = page.regions.details.form
    assert isinstance(form, SplitRegionForm)
    settle(page, qtbot)
    codes = [part.code.text() for part in form.parts[:2]]
    form.parts[0].name.setText("Contoh Kaja")
    form.parts[1].name.setText("Contoh Kelod")
    form.document.set_text("Perda contoh")
    form.closes.setChecked(True)

    _, undo = told(page, qtbot, form.submit)

    old = region(page.desk.workspace, "51.03.03.2008")
    assert old.heirs == tuple(codes)
    assert [region(page.desk.workspace, code).name for code in codes] == ["Contoh Kaja", "Contoh Kelod"]
    told(page, qtbot, undo)
    assert region_path(page.desk.workspace, codes[0])[-1].code == "51.03.03"


def test_a_village_is_added_with_the_next_code(page: ReferencePage, qtbot: QtBot) -> None:
    look_at(page, "51.03.03", qtbot)
    page.regions.details._open(AddRegionForm)
    form = page.regions.details.form
    assert isinstance(form, AddRegionForm)
    form.name.set_text("Contoh")
    code = form.code.text

    told(page, qtbot, form.submit)

    assert region(page.desk.workspace, code) == Region(code, "Contoh", Level.DESA)


def test_a_code_that_is_taken_is_refused_in_the_form(page: ReferencePage, qtbot: QtBot) -> None:
    look_at(page, "51.03.03", qtbot)
    page.regions.details._open(AddRegionForm)
    form = page.regions.details.form
    assert isinstance(form, AddRegionForm)
    form.name.set_text("Contoh")
    form.code.set_text("51.03.03.2008")

    form.submit()
    settle(page, qtbot)

    assert "sudah dipakai oleh Desa Abiansemal" in form.note.words
    assert form.save.isEnabled()


def test_a_region_gets_another_name(page: ReferencePage, qtbot: QtBot) -> None:
    look_at(page, "51.03.03.2008", qtbot)
    page.regions.details._open(RenameRegionForm)
    form = page.regions.details.form
    assert isinstance(form, RenameRegionForm)
    assert form.save.toolTip() == "Tulis nama barunya."
    form.name.set_text("Abiansemal Contoh")
    form.document.set_text("Perda contoh")

    told(page, qtbot, form.submit)

    assert region(page.desk.workspace, "51.03.03.2008").name == "Abiansemal Contoh"


@pytest.mark.parametrize(
    ("level", "codes", "wanted"),
    [
        (Level.DESA, ("51.03.03.2001", "51.03.03.2009"), "51.03.03.2010"),
        (Level.KELURAHAN, ("51.03.03.2001",), "51.03.03.1001"),
        (Level.KECAMATAN, ("51.03.01", "51.03.06"), "51.03.07"),
    ],
)
def test_the_next_code_follows_the_last_of_its_kind(level: Level, codes: tuple[str, ...], wanted: str) -> None:
    above = Region(wanted.rpartition(".")[0], "Contoh", Level.KECAMATAN)
    kind = Level.DESA if level is Level.KELURAHAN else level

    assert next_code(above, level, [Region(code, "x", kind) for code in codes]) == wanted


def test_a_rate_is_added_with_its_last_day(page: ReferencePage, qtbot: QtBot) -> None:
    page.show_view(RATES)
    page.rates.add()
    form = page.rates.form
    assert form is not None
    form.kind.choose(RateKind.JAKON)
    form.bracket.set_text("kontrak contoh")
    form.unit.choose("persen")
    form.value.set_text("dua")
    assert form.save.toolTip() == "Tulis persen, misalnya 0,24."
    form.value.set_text("0,24")
    form.document.set_text("PP contoh")
    told(page, qtbot, form.submit)

    [rate] = [one for one in rates(page.desk.workspace) if one.bracket == "kontrak contoh"]
    assert (rate.kind, rate.share, rate.amount, rate.until) == (RateKind.JAKON, 0.0024, None, None)


def test_rates_in_force_come_first_and_say_what_they_are(desk: Desk, page: ReferencePage, qtbot: QtBot) -> None:
    ended = Rate(
        kind=RateKind.JKK_BPU, bracket="contoh lama", amount=1, share=None, since=date(2001, 1, 1),
        until=date(2002, 1, 1), document="PP contoh",
    )  # fmt: skip
    save_rate(desk.workspace, ended)
    page.refresh()
    settle(page, qtbot)

    model = page.rates.table.values
    words = {rate.bracket: (model.columns[4].text(rate), model.columns[3].text(rate)) for rate in model.rows}
    states = [words[rate.bracket][0] for rate in model.rows]
    assert states[0] == "Berlaku"
    assert states[-1] == "Berakhir"
    assert words["contoh lama"] == ("Berakhir", "1 Jan 2001 – 31 Des 2001")


def test_changes_stand_in_the_history_and_are_taken_back_there(
    page: ReferencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference_history, "ask", yes)
    save_alias(page.desk.workspace, "Badung Raya", BADUNG, "kebiasaan")
    page.refresh()
    settle(page, qtbot)
    page.show_view(HISTORY)
    page.history.table.selectRow(0)
    chosen = page.history.chosen
    assert chosen is not None
    assert chosen.details == ("“Badung Raya”: tidak ada → Kabupaten Badung (51.03)",)

    told(page, qtbot, page.history.undo.click)

    assert "Badung Raya" not in {one.alias for one in spellings(page.desk.workspace)}
    assert page.history.undo.toolTip() == "Perubahan ini sudah diurungkan."


def test_an_undo_that_would_lose_a_later_change_is_refused_and_says_why(
    page: ReferencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference_history, "ask", yes)
    workspace = page.desk.workspace
    close_region(workspace, "51.03.03.2008", date(2026, 1, 1), (), "Perda contoh")
    close_region(workspace, "51.03.03.2008", date(2026, 7, 1), (), "Perda kedua")
    page.refresh()
    settle(page, qtbot)
    page.show_view(HISTORY)
    page.history.table.selectRow(1)

    page.history.undo.click()
    settle(page, qtbot)

    assert "tidak dapat diurungkan, karena sesudahnya diubah lagi" in page.history.note.words
    assert page.history.undo.isEnabled()
    assert len([one for one in changes(workspace) if one.undone_at]) == 0


@pytest.mark.parametrize(("text", "code"), [("51.03", BADUNG), ("kabupaten gianyar", GIANYAR), ("Desa Selat", None)])
def test_a_region_is_taken_by_its_code_or_whole_name_and_never_guessed(
    page: ReferencePage, qtbot: QtBot, text: str, code: str | None
) -> None:
    field = RegionField(page.desk, "Wilayah")
    qtbot.addWidget(field)
    field.edit.setText(text)

    field.edit.editingFinished.emit()
    settle(page, qtbot)

    assert (field.region.code if field.region else None) == code


def test_a_region_is_chosen_from_what_was_found(page: ReferencePage, qtbot: QtBot) -> None:
    field = RegionField(page.desk, "Wilayah")
    qtbot.addWidget(field)
    field.look_for("Selat")
    qtbot.waitUntil(lambda: bool(field._places), timeout=LONG)

    wanted = next(place for place in field._places if place.above)
    field._completer.activated.emit(f"{wanted.path} · {wanted.region.code}")

    assert field.region == wanted.region
    assert field.edit.text() == wanted.region.full_name


def test_a_file_of_spellings_is_taken_over_as_a_whole_and_taken_back(
    page: ReferencePage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ejaan.csv"
    path.write_text("alias;kode;dokumen\nBadung Raya;51.03;surat\nGianyar Raya;51.04;surat\n", encoding="utf-8")
    form = ImportForm(page.desk, page, Subject.ALIAS)

    message, undo = told(page, qtbot, lambda: form.take(path))

    assert message == "2 ejaan dari “ejaan.csv” tersimpan"
    assert {"Badung Raya", "Gianyar Raya"} <= {one.alias for one in spellings(page.desk.workspace)}
    told(page, qtbot, undo)
    assert "Badung Raya" not in {one.alias for one in spellings(page.desk.workspace)}


def test_a_file_with_a_bad_row_changes_nothing_and_says_which_row(
    page: ReferencePage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ejaan.csv"
    path.write_text("alias;kode;dokumen\nBadung Raya;51.03;surat\nGianyar Raya;51.99;surat\n", encoding="utf-8")
    form = ImportForm(page.desk, page, Subject.ALIAS)

    form.take(path)
    settle(page, qtbot)

    assert form.window is not None
    [problem] = form.window.table.values.rows
    assert (problem.row, problem.value) == (3, "51.99")
    assert "Badung Raya" not in {one.alias for one in spellings(page.desk.workspace)}


def test_what_stands_is_written_for_excel(page: ReferencePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.offered, timeout=LONG) as offered:
        page.spellings.export.click()

    assert offered.args[0] == "Ejaan wilayah.xlsx"
    assert (page.desk.workspace.templates / "Ejaan wilayah.xlsx").is_file()
