"""Files of spellings, regions and rates: all or nothing, one change, and back out again the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import BadReference, MissingReferenceColumn
from desktop_app.domain.reference import Rate, RateKind, Subject
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.sheets import ProblemState, RecapFigure, SheetKind
from desktop_app.operations.edit_reference import (
    changes,
    close_region,
    import_reference,
    rates,
    save_alias,
    undo_change,
    write_reference,
)
from desktop_app.operations.import_reference import ReferenceProblem
from desktop_app.operations.import_sheet import ImportRequest, check_sheet, import_sheet
from desktop_app.operations.offices import villages_of
from desktop_app.operations.reference_data import dated_regions, region_path, spellings
from desktop_app.operations.workspace import Workspace

DALUNG = "51.03.06.2006"


def csv(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def xlsx(path: Path, *rows: tuple[str | int | date | None, ...]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def known(workspace: Workspace) -> dict[str, str]:
    return {one.alias: one.region.code for one in spellings(workspace)}


def test_a_file_of_spellings_is_one_change(workspace: Workspace, tmp_path: Path) -> None:
    save_alias(workspace, "Dalung Lama", DALUNG)
    before = known(workspace)
    path = csv(tmp_path / "ejaan.csv", "Alias;Kode;Dokumen", f"Dalung Baru;{DALUNG};Surat 7", "Dalung Lama;51.03.06.2005;", f"Dlng;{DALUNG};")  # fmt: skip

    done = import_reference(workspace, path, Subject.ALIAS)
    assert (done.new, done.changed, done.same, done.problems) == (2, 1, 0, ())
    assert known(workspace) == before | {"Dalung Baru": DALUNG, "Dalung Lama": "51.03.06.2005", "Dlng": DALUNG}
    newest, _ = changes(workspace, Subject.ALIAS)
    assert (newest.title, newest.document, len(newest.details)) == ("Berkas “ejaan.csv”: 3 ejaan", "Surat 7", 3)

    again = import_reference(workspace, path, Subject.ALIAS)
    assert (again.same, again.change) == (3, None)
    undo_change(workspace, newest.id)
    assert known(workspace) == before


def test_rows_with_trouble_are_named_and_nothing_is_stored(workspace: Workspace, tmp_path: Path) -> None:
    before = known(workspace)
    path = csv(tmp_path / "ejaan.csv", "Daftar ejaan", "", "ejaan,kode wilayah", f"Baik,{DALUNG}", "Salah,51.99", f"Selat,{DALUNG}", f"Baik,{DALUNG}")  # fmt: skip

    done = import_reference(workspace, path, Subject.ALIAS)
    assert [(one.row, one.column, one.value) for one in done.problems] == [(5, "kode", "51.99"), (6, "alias", "Selat"), (7, "alias", "Baik")]  # fmt: skip
    assert done.problems[0].message == "Wilayah “51.99” tidak dikenali."
    assert done.problems[2] == ReferenceProblem(7, "alias", "Baik", "“Baik” sudah ada di baris 4.", "Hapus salah satu barisnya.")  # fmt: skip
    assert all(one.step for one in done.problems)
    assert (known(workspace), changes(workspace)) == (before, [])


def test_new_and_closed_villages_come_in_one_file(workspace: Workspace, tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "wilayah.xlsx",
        ("kode", "nama", "tingkat", "berdiri", "ditutup", "penerus", "dokumen"),
        ("51.03.06.2099", "Dalung Permai", None, date(2026, 3, 1), None, None, "Perda 3/2026"),
        ("51.03.06.1099", "Dalung Kota", "kelurahan", "01-03-2026", None, None, "Perda 3/2026"),
        (DALUNG, None, None, None, "01-03-2026", "51.03.06.2099; 51.03.06.1099", "Perda 3/2026"),
    )
    done = import_reference(workspace, path, Subject.REGION)

    assert (done.problems, done.new, done.changed) == ((), 2, 1)
    assert dated_regions(workspace) == [
        Region("51.03.06.1099", "Dalung Kota", Level.KELURAHAN, opened=date(2026, 3, 1), document="Perda 3/2026"),
        Region(
            DALUNG, "Dalung", Level.DESA, closed=date(2026, 3, 1), heirs=("51.03.06.2099", "51.03.06.1099"),
            document="Perda 3/2026",
        ),
        Region("51.03.06.2099", "Dalung Permai", Level.DESA, opened=date(2026, 3, 1), document="Perda 3/2026"),
    ]  # fmt: skip
    undo_change(workspace, done.change.id if done.change else 0)
    assert dated_regions(workspace) == []


def test_a_region_that_cannot_be_is_named_by_its_row(workspace: Workspace, tmp_path: Path) -> None:
    path = csv(tmp_path / "w.csv", "kode;nama;tingkat;ditutup;penerus", "51.03.77.2001;Baru;desa;;", f"{DALUNG};;;besok;", f"{DALUNG};;;01-02-2026;51.03.06.2222", "51.03.06.2100;;;;", "51.03.06.2101;Baru;dusun;;")  # fmt: skip

    found = import_reference(workspace, path, Subject.REGION).problems
    assert [(one.row, one.column, one.message) for one in found] == [
        (2, "kode", "Wilayah di atasnya (51.03.77) tidak ada dalam daftar."),
        (3, "ditutup", "“besok” bukan tanggal."),
        (4, "penerus", "Wilayah “51.03.06.2222” tidak dikenali."),
        (5, "kode", "Nama wilayah belum diisi."),
        (6, "tingkat", "Tingkat “dusun” tidak dikenal."),
    ]


def test_rates_are_added_and_changed_by_a_file(workspace: Workspace, tmp_path: Path) -> None:
    path = csv(
        tmp_path / "tarif.csv", "jenis;lapisan;rupiah;persen;mulai;sampai;dokumen",
        "JKM BPU;semua penghasilan;7.000;;01-07-2015;31-12-2026;PP baru", "jakon;di atas Rp100.000.000;;0,19;01-07-2015;;PP 44/2015",
    )  # fmt: skip
    done = import_reference(workspace, path, Subject.RATE)

    assert (done.problems, done.new, done.changed) == ((), 1, 1)
    changed = next(rate for rate in rates(workspace) if rate.amount == 7_000)
    assert (changed.kind, changed.until, changed.document) == (RateKind.JKM_BPU, date(2027, 1, 1), "PP baru")
    assert [(rate.share, rate.until) for rate in rates(workspace) if rate.bracket.startswith("di atas")] == [(0.0019, None)]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("jkx;semua;5;;01-01-2026;", "jenis", "Jenis tarif “jkx” tidak dikenal."),
        ("jakon;semua;;x;01-01-2026;", "persen", "“x” bukan angka yang dapat dipakai."),
        ("jakon;semua;;1;;", "mulai", "Tanggal mulai berlaku belum diisi."),
        ("jakon;semua;5;1;01-01-2026;", "jenis", "Isi besaran dalam rupiah, atau dalam persen; salah satu saja."),
        ("jakon;semua;;1;01-01-2026;01-01-2025", "jenis", "Tanggal akhir berlaku mendahului tanggal mulainya."),
    ],
)
def test_a_rate_that_cannot_be_is_named(
    workspace: Workspace, tmp_path: Path, line: str, column: str, message: str
) -> None:
    path = csv(tmp_path / "tarif.csv", "jenis;lapisan;rupiah;persen;mulai;sampai", line)

    [problem] = import_reference(workspace, path, Subject.RATE).problems
    assert (problem.row, problem.column, problem.message) == (2, column, message)


def test_a_file_without_its_columns_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = csv(tmp_path / "ejaan.csv", "nama;kode", f"Dalung;{DALUNG}")

    with pytest.raises(MissingReferenceColumn, match="tidak memiliki kolom “alias”; kolom yang ada: “nama”, “kode”"):
        import_reference(workspace, path, Subject.ALIAS)
    with pytest.raises(BadReference, match="diimpor dari halaman Impor"):
        import_reference(workspace, path, Subject.BASE)


@pytest.mark.parametrize("subject", [Subject.ALIAS, Subject.REGION, Subject.RATE])
def test_what_is_written_out_comes_in_as_the_same(workspace: Workspace, tmp_path: Path, subject: Subject) -> None:
    close_region(workspace, DALUNG, date(2026, 3, 1), ["51.03.06.2005"], "Perda")
    path = write_reference(workspace, subject, tmp_path / "keluar.xlsx")

    done = import_reference(workspace, path, subject)
    assert (done.problems, done.new, done.changed) == ((), 0, 0)
    assert done.same == {Subject.ALIAS: len(known(workspace)), Subject.REGION: 1, Subject.RATE: len(rates(workspace))}[subject]  # fmt: skip


def people(path: Path, village: str) -> Path:
    return xlsx(
        path,
        ("NIK", "Nama", "Segmen", "Kabupaten", "Kecamatan", "Desa"),
        ("5103065708850001", "Ni Wayan Uji", "BPU", "Badung", "Kuta Utara", village),
    )


def test_the_importer_knows_a_new_spelling_at_once(workspace: Workspace, tmp_path: Path) -> None:
    request = ImportRequest(path=people(tmp_path / "peserta.xlsx", "Dalung Asri Permai"), period=date(2026, 5, 31))
    assert [one.text for one in check_sheet(workspace, request).questions] == ["Dalung Asri Permai"]

    save_alias(workspace, "Dalung Asri Permai", DALUNG)
    assert check_sheet(workspace, request).questions == []


def test_the_importer_asks_about_a_closed_village(workspace: Workspace, tmp_path: Path) -> None:
    close_region(workspace, DALUNG, date(2026, 3, 1), ["51.03.06.2005"], "Perda 3/2026")
    path = people(tmp_path / "peserta.xlsx", "Dalung")

    assert check_sheet(workspace, ImportRequest(path=path, period=date(2026, 2, 28))).questions == []
    report = check_sheet(workspace, ImportRequest(path=path, period=date(2026, 3, 31)))
    [question] = report.questions
    assert [candidate.value for candidate in question.candidates] == ["51.03.06.2005", DALUNG]
    assert question.message.startswith("Desa Dalung (Kecamatan Kuta Utara, Kabupaten Badung) sudah ditutup sejak")
    [problem] = [one for one in report.problems if one.code == "region_closed"]
    assert problem.step == "Pilih wilayah penerusnya, atau perbaiki tanggal penutupannya di Data Acuan."

    request = ImportRequest(path=path, period=date(2026, 3, 31))
    answered = replace(request, answers=replace(request.answers, places={question.key: "51.03.06.2005"}))
    [table] = import_sheet(workspace, answered).tables
    assert [row.region for row in table.table.rows if hasattr(row, "nik")] == ["51.03.06.2005"]
    assert region_path(workspace, DALUNG)[-1].closed == date(2026, 3, 1)


def test_a_recap_line_of_a_closed_village_waits(workspace: Workspace, tmp_path: Path) -> None:
    close_region(workspace, DALUNG, date(2026, 3, 1), ["51.03.06.2005"])
    rows = [("KABUPATEN BADUNG",), ("Wilayah", "Peserta aktif", "Pekerja"), ("Kec. Kuta Utara", 500, 900), ("Tibubeneng", 300, 500), ("Dalung", 200, 400)]  # fmt: skip
    path = xlsx(tmp_path / "rekap.xlsx", *rows)

    def found(day: date) -> tuple[list[str], list[str]]:
        [table] = check_sheet(workspace, ImportRequest(path=path, kind=SheetKind.REKAP, period=day)).tables
        codes = dict.fromkeys(row.region for row in table.table.rows if isinstance(row, RecapFigure))
        return list(codes), [one.code for one in table.table.problems if one.state is ProblemState.PARKED]

    assert found(date(2026, 2, 28)) == (["51.03.06", "51.03.06.2004", DALUNG], [])
    assert found(date(2026, 3, 31)) == (["51.03.06", "51.03.06.2004"], ["region_closed"])


def test_letters_and_templates_leave_closed_villages_out(workspace: Workspace) -> None:
    assert DALUNG in {village.code for _, village in villages_of(workspace, "51.03.06")}
    close_region(workspace, DALUNG, date(2026, 3, 1))
    assert DALUNG not in {village.code for _, village in villages_of(workspace, "51.03.06")}


def test_a_rate_is_a_value(workspace: Workspace) -> None:
    assert all(isinstance(rate, Rate) and rate.document for rate in rates(workspace))
