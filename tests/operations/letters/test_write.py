"""Letters that are written: all kinds, one for each addressee, and nothing where anything goes wrong."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from desktop_app.documents.letters.subjects import subjects
from desktop_app.domain.errors import Cancelled, FileInUse
from desktop_app.domain.letters import LetterKind, LetterStyle, Split
from desktop_app.operations.letters.draft import NobodyChosen, UnfitSplit
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_events, list_letters, office_of, save_office
from desktop_app.operations.workspace import Workspace
from tests.operations.compliance.lists import company_list

DEADLINE = date(2026, 12, 15)


def text_of(path: Path) -> str:
    """All paragraphs, also those in tables."""
    document = Document(str(path))
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


KINDS = [(one.key, kind) for one in subjects() for kind in one.kinds]


@pytest.mark.parametrize(("subject", "kind"), KINDS)
def test_every_subject_in_every_kind_becomes_a_file(klungkung: Workspace, subject: str, kind: LetterKind) -> None:
    written = make_letters(klungkung, LetterRequest(subject=subject, kind=kind, deadline=DEADLINE))
    [record] = list_letters(klungkung)
    assert (record.kind, record.topic, record.path) == (kind.value, subject, str(written.path))
    assert record.subject
    told = text_of(written.path)
    assert "{{" not in told
    assert "{%" not in told
    assert "Klungkung" in told or "KLUNGKUNG" in told


def test_the_figures_stay_with_the_letter(klungkung: Workspace) -> None:
    make_letters(klungkung, LetterRequest())
    [record] = list_letters(klungkung)
    kept = record.figures
    assert [kept[name] for name in ("peserta", "penyebut", "cakupan", "bulan", "nama_penyebut", "target")] == [
        560, 1000, 0.56, "2026-03-31", "UCJ", 0.75,
    ]  # fmt: skip
    assert [(row["kode"], row["peserta"]) for row in kept["wilayah_bawah"]] == [
        ("51.05.01", 110), ("51.05.02", 200), ("51.05.03", 130), ("51.05.04", 120),
    ]  # fmt: skip
    assert kept["saringan"] == {
        "wilayah": "51.05", "penerima": "", "bulan": "2026-03-31", "penyebut": "UCJ", "sektor": "semua",
    }  # fmt: skip
    assert {len(one["sha256"]) for one in kept["impor"]} == {64}


@pytest.mark.parametrize(
    ("split", "names"),
    [
        (
            Split.PER_KECAMATAN,
            ["001 Nusa Penida.docx", "002 Banjarangkan.docx", "003 Klungkung.docx", "004 Dawan.docx"],
        ),
        (Split.PER_DESA, ["001 Nusa Penida – Sakti.docx", "002 Nusa Penida – Batumadeg.docx"]),
    ],
)
def test_one_for_each_addressee(klungkung: Workspace, split: Split, names: list[str]) -> None:
    written = make_letters(klungkung, LetterRequest(split=split, deadline=DEADLINE))
    assert [path.name for path in written.paths][: len(names)] == names
    assert files_in(written.folder) == sorted(
        [*(path.name for path in written.paths), "Daftar surat.xlsx", "Semua surat untuk dicetak.docx"]
    )
    records = sorted(list_letters(klungkung), key=lambda record: record.id)
    assert tuple(record.id for record in records) == written.ids
    assert len({record.batch for record in records}) == 1
    assert [record.path for record in records] == [str(path) for path in written.paths]
    assert list_events(klungkung, 1)[0].detail == f"{len(records)} surat di “{written.folder.name}”"


def test_a_village_finds_its_own_figures_in_its_letter(klungkung: Workspace) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN))
    told = text_of(written.paths[0])
    assert "110" in told
    assert "Nusa Penida" in told
    assert "Bunga Mekar" in told
    assert "Banjarangkan" not in told


def test_letters_to_companies_with_their_own_rows(klungkung: Workspace) -> None:
    written = make_letters(
        klungkung, LetterRequest(subject="perusahaan", kind=LetterKind.IMBAUAN, split=Split.PER_PERUSAHAAN)
    )
    assert [path.name for path in written.paths] == [
        "001 PT Contoh Patuh.docx", "002 PT Contoh Sebagian.docx", "003 CV Contoh Piutang.docx",
        "004 Warung Contoh Baru.docx",
    ]  # fmt: skip
    told = text_of(written.paths[1])
    assert "PT Contoh Sebagian" in told
    assert "CV Contoh Piutang" not in told


def test_only_those_who_were_chosen(klungkung: Workspace) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN, addressees=("51.05.04", "51.05.02")))
    assert [path.name for path in written.paths] == ["001 Banjarangkan.docx", "002 Dawan.docx"]


def test_the_list_of_letters(klungkung: Workspace) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN, deadline=DEADLINE))
    assert written.index is not None
    sheet = load_workbook(written.index)["Daftar surat"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert rows[0] == (
        "No.", "Nomor surat", "Penerima", "Wilayah", "Berkas", "Kuota (orang)", "Kebutuhan iuran (Rp)",
        "Terdaftar di daftar (orang)", "Cakupan", "Batas waktu", "Keadaan",
    )  # fmt: skip
    number = rows[1][1]
    assert rows[1] == (
        1, number, "Camat Nusa Penida", "Kecamatan Nusa Penida", "001 Nusa Penida.docx", 1600, 322_560_000, 9, 0.44,
        rows[1][9], "draf",
    )  # fmt: skip
    assert str(rows[1][9])[:10] == "2026-12-15"
    assert rows[2][7] == "belum ada data"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:K8")


def test_all_letters_in_one_file_for_printing(klungkung: Workspace) -> None:
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN))
    assert written.merged is not None
    together = text_of(written.merged)
    for name in ("Nusa Penida", "Banjarangkan", "Klungkung", "Dawan"):
        assert f"Camat {name}" in together


class Stop:
    """A tick that stops the work at one of its calls."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("at", [0, 1, 4, 5, 8, 9, 12])
def test_stopped_half_way_nothing_is_left(klungkung: Workspace, at: int) -> None:
    before = files_in(klungkung.folder)
    with pytest.raises(Cancelled):
        make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN), Stop(at))
    assert list_letters(klungkung) == []
    assert [name for name in files_in(klungkung.folder) if "cakupan.db" not in name] == [
        name for name in before if "cakupan.db" not in name
    ]


@pytest.mark.parametrize("split", [Split.SATU, Split.PER_KECAMATAN])
def test_what_fails_in_the_store_leaves_no_files(
    klungkung: Workspace, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk went away")

    monkeypatch.setattr("desktop_app.operations.letters.keeping.audit.record", fail)
    with pytest.raises(RuntimeError):
        make_letters(klungkung, LetterRequest(split=split))
    assert list_letters(klungkung) == []
    assert files_in(klungkung.letters) == []


def test_no_permission_to_write(klungkung: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "not yours")

    monkeypatch.setattr("desktop_app.operations.letters.in_place.tempfile.TemporaryDirectory", refused)
    with pytest.raises(FileInUse):
        make_letters(klungkung, LetterRequest(split=Split.PER_DESA, target=tmp_path / "surat desa"))
    assert list_letters(klungkung) == []
    assert not (tmp_path / "surat desa").exists()


def test_a_second_time_the_first_letters_stay(klungkung: Workspace) -> None:
    request = LetterRequest(split=Split.PER_KECAMATAN, addressees=("51.05.04",))
    first, second = make_letters(klungkung, request), make_letters(klungkung, request)
    assert first.folder != second.folder
    assert all(path.is_file() for path in (*first.paths, *second.paths))


@pytest.mark.parametrize(("edited", "left"), [(False, []), (True, ["se (sebelumnya).docx"])])
def test_a_file_that_is_replaced_stays_beside_it_unless_it_can_be_made_again(
    klungkung: Workspace, tmp_path: Path, edited: bool, left: list[str]
) -> None:
    target = tmp_path / "hasil" / "se.docx"
    make_letters(klungkung, LetterRequest(target=target))
    if edited:
        target.write_bytes(b"disunting")
    make_letters(klungkung, LetterRequest(target=target, quota=50))
    assert files_in(tmp_path / "hasil") == [*left, "se.docx"]
    if edited:
        assert (tmp_path / "hasil" / left[0]).read_bytes() == b"disunting"


@pytest.mark.parametrize(
    ("request_", "refused"),
    [
        (LetterRequest(split=Split.PER_KECAMATAN, addressees=()), NobodyChosen),
        (LetterRequest(split=Split.PER_PERUSAHAAN), UnfitSplit),
    ],
)
def test_a_request_that_cannot_be(klungkung: Workspace, request_: LetterRequest, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        make_letters(klungkung, request_)
    assert list_letters(klungkung) == []


HOSTILE = (
    "A & B <i>miring</i> “kutip” 'satu'",
    '=HYPERLINK("http://contoh.invalid";"klik")',
    "{{ nomor }} {% for x in y %}",
    "Desa " + "Panjang" * 43,
    "Pantai 🏝️ Selatan",
    "\u202eterbalik\u202c \u200fkanan",
    "CON",
    "a/b\\c:d*e?f|g",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_survive(klungkung: Workspace, name: str, rename: Callable[[str, str], None]) -> None:
    """As a village, as the office and its head: in the letter, in its file's name, in the list, again as stored."""
    rename("51.05.04", name)
    office = office_of(klungkung)
    assert office is not None
    save_office(klungkung, replace(office, agency=f"Dinas {name}", head=replace(office.head, name=name)))
    written = make_letters(klungkung, LetterRequest(split=Split.PER_KECAMATAN, addressees=("51.05.04",)))
    assert " ".join(name.split()) in " ".join(text_of(written.path).replace("\n", "").split())
    assert len(written.path.name) < 100
    assert written.index is not None
    sheet = load_workbook(BytesIO(written.index.read_bytes()))["Daftar surat"]
    cell = sheet.cell(5, 3)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("Camat ")
    [record] = list_letters(klungkung)
    assert record.addressee == f"Camat {name}"


def test_hostile_names_of_companies(klungkung: Workspace, folder: Path) -> None:
    """Without those that a spreadsheet takes for something else: they come through the importer, as companies do."""
    names = [name for name in HOSTILE if not name.startswith("=")]
    rows = [(f"BB{n:06d}", name, "Dawan", 5, 4, 0, 0, "PDS TK") for n, name in enumerate(names)]
    company_list(
        klungkung, folder, date(2026, 4, 30), [*rows, ("BB999999", "+62 Warung @rumah", "Dawan", 1, 1, 0, 0, "")]
    )
    written = make_letters(
        klungkung, LetterRequest(subject="perusahaan", kind=LetterKind.IMBAUAN, split=Split.PER_PERUSAHAAN)
    )
    assert written.index is not None
    sheet = load_workbook(written.index)["Daftar surat"]
    listed = [sheet.cell(row, 3) for row in range(5, 5 + len(names) + 1)]
    assert {cell.data_type for cell in listed} == {"s"}
    records = sorted(list_letters(klungkung), key=lambda record: record.id)
    assert [cell.value for cell in listed] == [record.addressee for record in records]
    for record, path in zip(records, written.paths, strict=True):
        assert " ".join(record.addressee.split()) in " ".join(text_of(path).replace("\n", "").split())


def test_what_a_crash_left_goes_after_a_day(klungkung: Workspace) -> None:
    old, new = klungkung.letters / "~cakupan-lama", klungkung.letters / "~cakupan-baru"
    for left in (old, new):
        left.mkdir(parents=True)
    os.utime(old, (0, 0))
    make_letters(klungkung, LetterRequest())
    assert (old.exists(), new.exists()) == (False, True)


def test_the_structured_style(klungkung: Workspace) -> None:
    told = text_of(make_letters(klungkung, LetterRequest(style=LetterStyle.TERSTRUKTUR)).path)
    for heading in ("Latar Belakang", "Maksud dan Tujuan", "Ruang Lingkup", "Penutup"):
        assert heading in told
