"""First starts: all of a workspace or none of it, and a backup put back where it belongs."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadBackup, Cancelled
from desktop_app.domain.office import Office, Signatory
from desktop_app.operations.backups import back_up_now, backups_of
from desktop_app.operations.begin_workspace import begin_workspace, restore_into, workspace_of_backup
from desktop_app.operations.offices import office_of, save_office
from desktop_app.operations.workspace import Workspace, is_workspace

OFFICE = Office(region="51.03", agency="Dinas Contoh", chief=Signatory(title="Kepala Dinas", name="Ni Made Contoh"))


def test_a_new_workspace_knows_its_office(tmp_path: Path) -> None:
    begun = begin_workspace(tmp_path / "Cakupan Badung", OFFICE)

    assert office_of(begun) == OFFICE
    begun.close()


def test_a_workspace_stopped_half_way_is_not_left_behind(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        begin_workspace(tmp_path / "Cakupan Badung", OFFICE, stop)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_before_stays_when_stopped(tmp_path: Path) -> None:
    (tmp_path / "surat lama.docx").write_text("milik kantor")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        begin_workspace(tmp_path, OFFICE, stop)

    assert (tmp_path / "surat lama.docx").is_file()


def test_a_backup_of_a_workspace_is_put_back_there_and_the_present_state_is_kept(workspace: Workspace) -> None:
    save_office(workspace, OFFICE)
    made = back_up_now(workspace)
    save_office(workspace, replace(OFFICE, agency="Dinas Lain"))
    workspace.close()

    assert workspace_of_backup(made.path) == workspace.folder
    restored = restore_into(workspace.folder, made.path)

    assert office_of(restored) == OFFICE
    assert len(backups_of(restored)) == 2
    restored.close()


def test_a_backup_from_elsewhere_becomes_a_new_workspace(workspace: Workspace, tmp_path: Path) -> None:
    save_office(workspace, OFFICE)
    carried = back_up_now(workspace).path.rename(tmp_path / "dari flashdisk.db")

    assert workspace_of_backup(carried) is None
    restored = restore_into(tmp_path / "Cakupan Dipulihkan", carried)

    assert office_of(restored) == OFFICE
    restored.close()


def test_a_damaged_backup_makes_no_workspace(tmp_path: Path) -> None:
    bad = tmp_path / "rusak.db"
    bad.write_bytes(b"bukan basis data" * 100)

    with pytest.raises(BadBackup):
        restore_into(tmp_path / "baru", bad)

    assert not is_workspace(tmp_path / "baru")
