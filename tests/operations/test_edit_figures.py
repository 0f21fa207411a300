"""Bases and targets typed by hand: the later value counts, an import keeps it, and undo brings the earlier one back."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadReference, LaterChange, UnknownBase, UnknownChange, UnknownRegion
from desktop_app.domain.facts import Target, WorkerBase
from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.edit_reference import (
    BaseEdit,
    TargetEdit,
    changes,
    remove_base,
    remove_target,
    rename_base,
    save_base,
    save_target,
    save_targets,
    undo_change,
)
from desktop_app.operations.import_sheet import list_imports, undo_imports
from desktop_app.operations.offices import list_events
from desktop_app.operations.reference_data import reference_data
from desktop_app.operations.workspace import Workspace
from tests.operations.sheets import recap

ALL, FORMAL = Sector.SEMUA, Sector.FORMAL
BADUNG, GIANYAR = "51.03", "51.04"


def edit(workers: int | None, region: str = BADUNG, **told: object) -> BaseEdit:
    values: dict[str, object] = {
        "name": "UCJ 2026", "document": "Surat 1/2026", "as_of": date(2026, 1, 31), "values": {(region, ALL): workers},
    }  # fmt: skip
    return BaseEdit(**values | told)  # type: ignore[arg-type]


def goal(share: float | None = 0.7, **told: object) -> TargetEdit:
    values: dict[str, object] = {
        "region": "51", "sector": ALL, "year": 2026, "share": share, "document": "Pergub 1/2026",
    }  # fmt: skip
    return TargetEdit(**values | told)  # type: ignore[arg-type]


def done(change: ReferenceChange | None) -> ReferenceChange:
    assert change is not None
    return change


def base(workspace: Workspace, name: str = "UCJ 2026") -> WorkerBase | None:
    return next((one for one in reference_data(workspace).bases if one.name == name), None)


def workers(workspace: Workspace, region: str = BADUNG) -> int | None:
    found = base(workspace)
    return found.workers.get((region, ALL)) if found else None


def targets(workspace: Workspace) -> tuple[Target, ...]:
    return reference_data(workspace).targets


def test_a_new_base_is_kept_as_an_import_of_its_kind(workspace: Workspace) -> None:
    change = done(save_base(workspace, edit(400_000, notes={(BADUNG, ALL): "dibulatkan"})))

    [record] = list_imports(workspace)
    assert (record.file, record.sheet, record.kind, record.sender) == ("Data Acuan", "Penyebut UCJ 2026", SheetKind.PENYEBUT, "")  # fmt: skip
    assert (record.id, record.counts.new, record.period) == (change.import_id, 1, date(2026, 1, 31))
    kept = base(workspace)
    assert kept is not None
    assert (kept.document, kept.workers, kept.notes) == ("Surat 1/2026", {(BADUNG, ALL): 400_000}, {(BADUNG, ALL): "dibulatkan"})  # fmt: skip


def test_the_change_is_logged_in_words_and_in_the_record_of_what_was_done(workspace: Workspace) -> None:
    save_base(workspace, edit(400_000))
    save_base(workspace, edit(410_000, document="Surat 2/2026"))

    newest, _ = changes(workspace, Subject.BASE)
    assert newest.title == "Penyebut UCJ 2026"
    assert newest.details == (
        "Dokumen: “Surat 1/2026” → “Surat 2/2026”",
        "Kabupaten Badung (51.03), semua: 400.000 orang → 410.000 orang",
    )
    assert [(one.what, one.detail) for one in list_events(workspace, 1)] == [("ubah data acuan", "Penyebut UCJ 2026")]


def test_the_same_value_again_changes_nothing(workspace: Workspace) -> None:
    save_base(workspace, edit(400_000))
    save_target(workspace, goal())

    assert save_base(workspace, edit(400_000)) is None
    assert save_target(workspace, goal()) is None
    assert len(list_imports(workspace)) == len(changes(workspace)) == 2


def test_values_that_an_edit_does_not_name_stay(workspace: Workspace) -> None:
    save_base(workspace, edit(400_000))
    save_base(workspace, edit(300_000, GIANYAR))

    assert (workers(workspace), workers(workspace, GIANYAR)) == (400_000, 300_000)


def test_a_value_taken_out_is_gone_until_the_change_is_taken_back(workspace: Workspace) -> None:
    save_base(workspace, edit(400_000, values={(BADUNG, ALL): 400_000, (GIANYAR, ALL): 300_000}))
    change = done(save_base(workspace, edit(None)))
    assert change.details == ("Kabupaten Badung (51.03), semua: 400.000 orang → tidak ada",)
    assert (workers(workspace), workers(workspace, GIANYAR)) == (None, 300_000)

    undo_change(workspace, change.id)
    assert workers(workspace) == 400_000


def test_a_base_is_removed_whole_and_comes_back_whole(workspace: Workspace) -> None:
    save_base(workspace, edit(1, values={(BADUNG, ALL): 400_000, (BADUNG, FORMAL): 150_000}))
    change = done(remove_base(workspace, "UCJ 2026"))
    assert (change.after, base(workspace)) == (None, None)

    undo_change(workspace, change.id)
    found = base(workspace)
    assert found is not None
    assert found.workers == {(BADUNG, ALL): 400_000, (BADUNG, FORMAL): 150_000}


def test_undo_on_the_page_impor_marks_the_change_and_the_other_way_round(workspace: Workspace) -> None:
    first, second = done(save_base(workspace, edit(400_000))), done(save_base(workspace, edit(410_000)))

    undo_imports(workspace, [second.import_id or 0])
    undo_change(workspace, first.id)

    assert [(one.id, one.undone_at is not None) for one in changes(workspace)] == [(second.id, True), (first.id, True)]
    assert {record.state for record in list_imports(workspace)} == {"diurungkan"}
    with pytest.raises(UnknownChange, match=f"Perubahan nomor {second.id} tidak ada atau sudah diurungkan"):
        undo_change(workspace, second.id)


def test_an_earlier_change_waits_for_the_later_one(workspace: Workspace) -> None:
    first = done(save_base(workspace, edit(400_000)))
    second = done(save_base(workspace, edit(410_000, document="Ralat")))

    with pytest.raises(LaterChange, match=r"“Penyebut UCJ 2026” tidak dapat diurungkan, .* diubah lagi: “Penyebut UCJ"):
        undo_change(workspace, first.id)
    assert workers(workspace) == 410_000

    undo_change(workspace, second.id)
    undo_change(workspace, first.id)
    assert base(workspace) is None


def test_a_change_that_another_repeats_is_not_taken_back_in_vain(workspace: Workspace) -> None:
    """400 → 410 → 420 → 410: without the first of them it is still 410."""
    save_base(workspace, edit(400_000))
    first, *_ = [done(save_base(workspace, edit(number))) for number in (410_000, 420_000, 410_000)]

    with pytest.raises(LaterChange):
        undo_change(workspace, first.id)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (edit(0), "Penyebut Kabupaten Badung harus lebih dari nol"),
        (edit(1, name=" "), "Nama penyebut belum diisi"),
        (edit(None), "Penyebut “UCJ 2026” belum memiliki nilai"),
        (edit(5, "51.99"), "Wilayah “51.99” tidak dikenali"),
    ],
)
def test_a_base_that_cannot_be_is_refused_in_words(workspace: Workspace, wrong: BaseEdit, words: str) -> None:
    with pytest.raises((BadReference, UnknownRegion), match=words):
        save_base(workspace, wrong)
    assert list_imports(workspace) == []


def test_a_base_that_is_not_there_cannot_be_removed(workspace: Workspace) -> None:
    with pytest.raises(UnknownBase):
        remove_base(workspace, "UCJ 2030")


def test_targets_of_two_documents_stand_side_by_side(workspace: Workspace) -> None:
    save_target(workspace, goal(0.6728, document="BPJS"))
    save_target(workspace, goal(0.6769, document="Sekda"))

    assert [(one.document, one.share) for one in targets(workspace)] == [("BPJS", 0.6728), ("Sekda", 0.6769)]
    [record, _] = list_imports(workspace)
    assert (record.file, record.sheet, record.kind) == ("Data Acuan", "Target 2026 Provinsi Bali", SheetKind.TARGET)


def test_a_corrected_document_takes_the_place_of_the_wrong_one(workspace: Workspace) -> None:
    save_target(workspace, goal(0.67, document="Pergub 1/2062"))
    change = done(save_target(workspace, goal(0.67), instead_of=targets(workspace)[0]))
    assert [one.document for one in targets(workspace)] == ["Pergub 1/2026"]

    undo_change(workspace, change.id)
    assert [one.document for one in targets(workspace)] == ["Pergub 1/2062"]


def test_people_alone_are_measured_on_a_base(workspace: Workspace) -> None:
    save_base(workspace, edit(1_840_000, "51"))
    save_target(workspace, goal(None, people=1_237_952, base="UCJ 2026"))

    [found] = targets(workspace)
    assert (found.share, found.people, found.base) == (0.6728, 1_237_952, "UCJ 2026")


def test_a_removed_target_comes_back(workspace: Workspace) -> None:
    save_target(workspace, goal(0.7, note="rapat"))
    before = targets(workspace)
    change = done(remove_target(workspace, before[0]))
    assert targets(workspace) == ()
    assert change.details[0] == "Provinsi Bali (Pergub 1/2026): 70,00\u00a0%, catatan “rapat” → tidak ada"
    assert remove_target(workspace, before[0]) is None

    undo_change(workspace, change.id)
    assert targets(workspace) == before


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (goal(None), "Isi target dalam persen, atau dalam orang"),
        (goal(None, people=5), "memerlukan penyebut"),
        (goal(1.2), "Target Provinsi Bali harus dari 0 % sampai 100 %"),
        (goal(0.7, year=26), "Tahun target 26 tidak masuk akal"),
    ],
)
def test_a_target_that_cannot_be_is_refused_in_words(workspace: Workspace, wrong: TargetEdit, words: str) -> None:
    with pytest.raises(BadReference, match=words):
        save_target(workspace, wrong)
    assert list_imports(workspace) == []


def test_parts_of_a_target_are_one_change_and_a_version_each(workspace: Workspace) -> None:
    parts = [goal(0.6, region=region, people=60, base="UCJ", document="SK 9", split_of="Pembagian") for region in (BADUNG, GIANYAR)]  # fmt: skip
    first = save_targets(workspace, parts, "Pembagian target 2026")
    assert save_targets(workspace, parts, "Pembagian target 2026") == first

    save_targets(workspace, [goal(0.65, region=BADUNG, document="SK 9", split_of="Pembagian")], "Pembagian lagi")
    found = {one.region: one for one in targets(workspace)}
    assert (found[BADUNG].version, found[BADUNG].share, found[GIANYAR].version) == (2, 0.65, 1)
    assert len(changes(workspace, Subject.TARGET)) == 2


def test_a_renamed_base_takes_its_targets_along_in_one_change(workspace: Workspace) -> None:
    save_base(workspace, edit(400_000, "51", notes={("51", ALL): "dibulatkan"}))
    save_target(workspace, goal(None, people=280_000, base="UCJ 2026"))
    before = (reference_data(workspace).bases[0], targets(workspace))

    change = done(rename_base(workspace, "UCJ 2026", " UCJ  2026 revisi ", "Surat 2/2026"))

    assert [one.name for one in reference_data(workspace).bases] == ["UCJ 2026 revisi"]
    kept = base(workspace, "UCJ 2026 revisi")
    assert kept is not None
    assert (kept.workers, kept.notes, kept.document) == ({("51", ALL): 400_000}, {("51", ALL): "dibulatkan"}, "Surat 2/2026")  # fmt: skip
    assert [(one.base, one.people, one.share) for one in targets(workspace)] == [("UCJ 2026 revisi", 280_000, 0.7)]
    assert change.title == "Penyebut UCJ 2026 menjadi UCJ 2026 revisi"
    assert change.details == (
        "Nama: “UCJ 2026” → “UCJ 2026 revisi”",
        "Dokumen: “Surat 1/2026” → “Surat 2/2026”",
        "1 target yang menyebut nama lama ikut berganti",
    )
    assert changes(workspace)[0] == change

    undo_change(workspace, change.id)
    found, back = reference_data(workspace).bases[0], targets(workspace)
    assert (found.name, found.workers, found.document) == ("UCJ 2026", before[0].workers, "Surat 1/2026")
    assert back == before[1]


def test_recaps_on_a_renamed_base_are_said_to_keep_the_printed_name(workspace: Workspace, tmp_path: Path) -> None:
    recap(workspace, tmp_path, date(2026, 1, 31), {GIANYAR: 8}, "UCJ 2026")
    save_base(workspace, edit(400_000))

    change = done(rename_base(workspace, "UCJ 2026", "UCJ revisi"))

    assert change.details[-1] == "1 rekap tetap menyebut nama yang tercetak di lembarnya, “UCJ 2026”"


@pytest.mark.parametrize(
    "later",
    [
        lambda ws: save_base(ws, edit(300_000, GIANYAR, name="UCJ baru")),
        lambda ws: save_base(ws, edit(410_000, name="UCJ baru")),
        lambda ws: save_base(ws, edit(1, name="UCJ 2026")),
        lambda ws: save_target(ws, goal(0.8, document="SK 2", base="UCJ baru")),
        lambda ws: rename_base(ws, "UCJ baru", "UCJ lain"),
    ],
)
def test_a_renaming_stands_where_something_stands_on_it(
    workspace: Workspace, later: Callable[[Workspace], ReferenceChange | None]
) -> None:
    save_base(workspace, edit(400_000))
    change = done(rename_base(workspace, "UCJ 2026", "UCJ baru"))
    since = done(later(workspace))
    before = reference_data(workspace)

    with pytest.raises(LaterChange, match=re.escape(since.title)):
        undo_change(workspace, change.id)
    assert reference_data(workspace) == before

    undo_change(workspace, since.id)
    undo_change(workspace, change.id)
    assert workers(workspace) == 400_000


def test_what_was_changed_before_a_renaming_waits_for_it(workspace: Workspace) -> None:
    first = done(save_base(workspace, edit(400_000)))
    aim = done(save_target(workspace, goal(0.7, base="UCJ 2026")))
    change = done(rename_base(workspace, "UCJ 2026", "UCJ baru"))

    for older in (first, aim):
        with pytest.raises(LaterChange, match=re.escape(change.title)):
            undo_change(workspace, older.id)
    for one in (change, aim, first):
        undo_change(workspace, one.id)
    assert (reference_data(workspace).bases, targets(workspace)) == ((), ())


def test_a_name_that_was_removed_can_be_given_again(workspace: Workspace) -> None:
    save_base(workspace, edit(300_000, name="UCJ baru"))
    remove_base(workspace, "UCJ baru")
    save_base(workspace, edit(400_000))

    rename_base(workspace, "UCJ 2026", "UCJ baru")
    rename_base(workspace, "UCJ baru", "UCJ 2026")

    assert (base(workspace, "UCJ baru"), workers(workspace)) == (None, 400_000)


@pytest.mark.parametrize(("name", "words"), [("  ", "belum diisi"), ("bps", "Penyebut “bps” sudah ada")])
def test_a_name_that_a_base_cannot_have_is_refused(workspace: Workspace, name: str, words: str) -> None:
    save_base(workspace, edit(400_000))
    save_base(workspace, edit(300_000, name="BPS"))

    with pytest.raises(BadReference, match=words):
        rename_base(workspace, "UCJ 2026", name)
    with pytest.raises(UnknownBase):
        rename_base(workspace, "UCJ 2031", "lain")
    assert rename_base(workspace, "UCJ 2026", "UCJ 2026") is None
