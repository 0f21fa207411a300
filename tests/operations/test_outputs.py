"""The letter and the summary carry the sample office's figures."""

from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from desktop_app.operations.backups import back_up_now, backups_of, restore_backup
from desktop_app.operations.demo import fill_demo
from desktop_app.operations.import_sheet import list_imports, undo_imports
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_summary import SummaryRequest, make_summary


def test_the_letter_of_gianyar(filled: Workspace, tmp_path: Path) -> None:
    path = make_letters(filled, LetterRequest(target=tmp_path / "se.docx")).path
    document = Document(str(path))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in ("SURAT EDARAN", "TENTANG", "130.300", "198.628", "65,60%", "Rp20.160.000,00", "BUPATI GIANYAR"):
        assert words in text
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Rp1.411.200.000,00" in text or any("1.411.200.000" in cell for cell in cells)
    assert any("20.160.000" in cell for cell in cells)


def test_the_summary_has_its_sheets_and_chart(filled: Workspace, tmp_path: Path) -> None:
    path = make_summary(filled, SummaryRequest(target=tmp_path / "ringkasan.xlsx"))
    book = load_workbook(path)
    assert "Tentang laporan ini" in book.sheetnames
    assert any(getattr(sheet, "_charts", ()) for sheet in book.worksheets)


def test_filling_the_demo_again_changes_nothing(filled: Workspace) -> None:
    before, backups = list_imports(filled), backups_of(filled)
    assert fill_demo(filled) == []
    assert list_imports(filled) == before
    assert backups_of(filled) == backups


def test_a_sample_that_was_taken_back_comes_again(filled: Workspace) -> None:
    targets = [record for record in list_imports(filled) if record.file.startswith("Target")]
    undo_imports(filled, [record.id for record in targets])
    [again] = fill_demo(filled)
    assert again.file == targets[0].file
    assert again.stored


def test_a_backup_brings_back_what_was_undone(filled: Workspace) -> None:
    before = [(record.id, record.state) for record in list_imports(filled)]
    backup = back_up_now(filled)
    undo_imports(filled, [before[0][0]])
    assert [(record.id, record.state) for record in list_imports(filled)] != before
    restored = restore_backup(filled, backup.path)
    assert [(record.id, record.state) for record in list_imports(restored)] == before
    assert len(backups_of(restored)) >= 2
    restored.close()
