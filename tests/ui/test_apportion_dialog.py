"""Dividing a target: the parts always sum to the whole, by hand the rest is shown, and nothing is kept without a decree."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.analysis.apportion import Method
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Sector
from desktop_app.operations.apportion_target import Apportionment
from desktop_app.operations.edit_reference import BaseEdit, TargetEdit, save_base, save_target
from desktop_app.operations.reference_data import reference_data
from desktop_app.ui.apportion_dialog import ApportionDialog, _whole_words
from desktop_app.ui.apportion_table import PEOPLE
from desktop_app.ui.desk import Desk

LONG = 10_000
ALL = Sector.SEMUA
WORKERS = {
    "51.01": 100, "51.02": 200, "51.03": 300, "51.04": 250, "51.05": 50, "51.06": 60, "51.07": 70, "51.08": 80,
    "51.71": 90,
}  # fmt: skip
WHOLE = 900
"""75 % of the 1.200 workers of Bali."""


@pytest.fixture
def dialog(filled_desk: Desk, qtbot: QtBot) -> Iterator[ApportionDialog]:
    workspace = filled_desk.workspace
    values = {(code, ALL): workers for code, workers in {"51": sum(WORKERS.values()), **WORKERS}.items()}
    save_base(workspace, BaseEdit(name="Contoh 2025", document="surat", as_of=date(2025, 8, 31), values=values))
    save_target(workspace, TargetEdit(region="51", sector=ALL, year=2030, share=0.75, document="SK contoh"))
    data = reference_data(workspace)
    target = next(one for one in data.targets if one.year == 2030)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1366, 688)
    made = ApportionDialog(filled_desk, parent, target, data.targets, ["Contoh 2025"], lambda code: f"wilayah {code}")
    made.begin()
    settle(made, qtbot)
    yield made
    parent.close()


def found(dialog: ApportionDialog) -> Apportionment:
    assert dialog.found is not None
    return dialog.found


def parent_of(dialog: ApportionDialog) -> QWidget:
    parent = dialog.parentWidget()
    assert parent is not None
    return parent


def settle(dialog: ApportionDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.desk._jobs, timeout=LONG)


def type_part(dialog: ApportionDialog, row: int, text: str) -> None:
    model = dialog.grid.values
    assert model.setData(model.index(row, PEOPLE), text)


def test_parts_are_proposed_by_the_base_and_sum_to_the_whole(dialog: ApportionDialog) -> None:
    assert sum(WORKERS.values()) == 1200
    assert dialog.people["51.03"] == 225
    assert sum(people or 0 for people in dialog.people.values()) == WHOLE
    assert dialog._sum.text() == "Jumlah 9 bagian 900 dari 900 orang, sama dengan target"
    assert _whole_words(found(dialog)) == (
        "75,00\u00a0% = 900 dari 1.200 pekerja · Penyebut Contoh 2025 per 31 Agustus 2025 · aktif 31 Desember 2025"
    )
    shown = [[column.text(line) for column in dialog.grid.values.columns] for line in dialog.grid.values.rows]
    assert shown[2] == ["Kabupaten Badung", "300", "–", "–", "225", "75,00"]


def test_the_base_is_the_one_of_the_page_that_has_the_workers_of_all_parts(
    dialog: ApportionDialog, qtbot: QtBot
) -> None:
    newer = BaseEdit(name="Baru", document="surat", as_of=date(2026, 8, 31), values={("51", ALL): 1300})
    save_base(dialog.desk.workspace, newer)
    data = reference_data(dialog.desk.workspace)
    target = next(one for one in data.targets if one.year == 2030)
    for page_base, bases, named, chosen in (
        ("Contoh 2025", ("Baru", "Contoh 2025"), "", "Contoh 2025"),
        ("Baru", ("Baru", "Contoh 2025"), "", "Contoh 2025"),
        (None, ("Baru", "Contoh 2025"), "", "Contoh 2025"),
        ("Contoh 2025", ("Baru", "Contoh 2025"), "Baru", None),
    ):
        aim = replace(target, base=named)
        other = ApportionDialog(dialog.desk, parent_of(dialog), aim, [aim], bases, str, page_base)
        other.begin()
        settle(other, qtbot)
        assert (other.found.base if other.found else None) == chosen
        assert other.choices.base.currentText() == (chosen or named)
        other.reject()


def test_a_base_that_the_clerk_chose_stays(dialog: ApportionDialog, qtbot: QtBot) -> None:
    base = BaseEdit(name="Lain", document="surat", as_of=date(2024, 8, 31), values={("51", ALL): 500, **{(code, ALL): 50 for code in WORKERS}})  # fmt: skip
    save_base(dialog.desk.workspace, base)
    data = reference_data(dialog.desk.workspace)
    target = next(one for one in data.targets if one.year == 2030)
    other = ApportionDialog(dialog.desk, parent_of(dialog), target, [target], ["Contoh 2025", "Lain"], str)
    other.begin()
    settle(other, qtbot)
    other.choices.base.choose("Lain")
    settle(other, qtbot)
    other.choices.method.choose(Method.EQUAL)
    settle(other, qtbot)
    assert (found(other).base, other.choices.base.value, found(other).whole) == ("Lain", "Lain", 375)


def test_a_closed_dialog_is_destroyed_when_its_questions_are_answered(dialog: ApportionDialog, qtbot: QtBot) -> None:
    dialog.ask()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=LONG)


def test_every_method_keeps_the_sum_or_says_why_it_cannot(dialog: ApportionDialog, qtbot: QtBot) -> None:
    for method in (Method.EQUAL, Method.HAND, Method.BASE):
        dialog.choices.method.choose(method)
        settle(dialog, qtbot)
        assert sum(people or 0 for people in dialog.people.values()) == WHOLE, method

    dialog.choices.method.choose(Method.GAP)
    settle(dialog, qtbot)
    assert dialog.note.isVisible(), "nobody is known to be active here"
    assert not dialog.save.isEnabled()
    assert dialog.save.toolTip() == "Belum ada pembagian yang dapat disimpan."


def test_nothing_is_kept_without_a_decree(dialog: ApportionDialog) -> None:
    assert not dialog.save.isEnabled()
    assert dialog.save.toolTip() == "Isi nomor SK yang menetapkan pembagian ini."

    dialog.decree.set_text("123/HK/2026")

    assert dialog.save.isEnabled()
    assert dialog.save.text() == "Simpan 9 target"


def test_parts_are_typed_only_by_hand_and_the_rest_is_shown_until_it_is_divided(
    dialog: ApportionDialog, qtbot: QtBot
) -> None:
    dialog.decree.set_text("123/HK/2026")
    model = dialog.grid.values
    assert not model.setData(model.index(2, PEOPLE), "200"), "a proposal is not typed over"
    dialog.choices.method.choose(Method.HAND)
    settle(dialog, qtbot)

    type_part(dialog, 2, "200")
    assert dialog.remaining == 25
    assert dialog._sum.text() == "Jumlah 9 bagian 875 dari 900 orang, 25 orang belum dibagi."
    assert dialog.save.toolTip() == "25 orang belum dibagi."

    type_part(dialog, 0, "110")
    assert dialog.save.toolTip() == "10 orang terlalu banyak."
    type_part(dialog, 0, "")
    assert dialog.save.toolTip() == "1 wilayah belum diisi."
    type_part(dialog, 0, "100")
    assert dialog.save.isEnabled()


def test_what_is_no_number_is_refused_and_the_old_value_stays(dialog: ApportionDialog, qtbot: QtBot) -> None:
    dialog.choices.method.choose(Method.HAND)
    settle(dialog, qtbot)

    type_part(dialog, 2, "dua ratus")

    assert dialog.people["51.03"] == 225
    assert dialog.note.words.startswith("Kabupaten Badung: “dua ratus” bukan jumlah orang.")


def test_the_parts_are_kept_as_targets_with_their_decree_and_can_be_taken_back(
    dialog: ApportionDialog, qtbot: QtBot
) -> None:
    dialog.decree.set_text("123/HK/2026")

    with qtbot.waitSignal(dialog.desk.told, timeout=LONG) as told:
        dialog.save.click()
    message, _, undo = told.args

    assert message == "9 target tersimpan"
    assert not dialog.isVisible()
    parts = {one.region: one for one in reference_data(dialog.desk.workspace).targets if depth(one.region) == 2}
    assert {code: one.people for code, one in parts.items()} == {
        "51.01": 75, "51.02": 150, "51.03": 225, "51.04": 188, "51.05": 38, "51.06": 45, "51.07": 52, "51.08": 60,
        "51.71": 67,
    }  # fmt: skip
    assert sum(one.people or 0 for one in parts.values()) == WHOLE
    assert {one.document for one in parts.values()} == {"123/HK/2026"}
    assert all(one.split_of.startswith("Pembagian menurut penyebut dari target 2030") for one in parts.values())

    undo_it(dialog, qtbot, undo)
    assert {one.region for one in reference_data(dialog.desk.workspace).targets} == {"51"}


def undo_it(dialog: ApportionDialog, qtbot: QtBot, undo: Callable[[], None]) -> None:
    with qtbot.waitSignal(dialog.desk.told, timeout=LONG) as told:
        undo()
    assert told.args[0] == "Pembagian diurungkan"
