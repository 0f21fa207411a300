"""Reference data from the terminal: lines for people, JSON for machines, refusals with exit code 1."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.commands import parse, run
from desktop_app.operations.workspace import open_workspace


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("acuan") / "ruang kerja"
    open_workspace(folder).close()
    return folder


def said(folder: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run(parse(words), folder, lambda values, path: None) == code
    told = capsys.readouterr()
    return told.out + told.err


def test_edits_are_logged_and_taken_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = said(folder, capsys, "base", "set", "UCJ 2026", "51.03", "--workers", "400.000", "--as-of", "2026-01-31", "--document", "Surat 1", "--json")  # fmt: skip
    change = json.loads(base)["change"]
    assert (change["subject"], change["document"], change["import"]) == ("penyebut", "Surat 1", 1)
    assert change["details"][-1] == "Kabupaten Badung (51.03), semua: tidak ada → 400.000 orang"
    assert "sudah begitu" in said(folder, capsys, "base", "set", "UCJ 2026", "51.03", "--workers", "400000")

    said(folder, capsys, "target", "set", "51", "2026", "--percent", "73,86", "--document", "BPJS")
    said(folder, capsys, "alias", "add", "Dalung Lama", "51.03.06.2006")
    said(folder, capsys, "region", "add", "51.03.06.2099", "Dalung Permai", "--opened", "2026-03-01")
    said(folder, capsys, "region", "close", "51.03.06.2006", "2026-03-01", "--heir", "51.03.06.2099", "--document", "Perda 3")  # fmt: skip

    log = json.loads(said(folder, capsys, "changes", "--json"))["changes"]
    assert [one["subject"] for one in log] == ["wilayah", "wilayah", "ejaan", "target", "penyebut"]
    assert "5. Penutupan Desa Dalung (51.03.06.2006)" in said(folder, capsys, "changes", "--subject", "wilayah")
    for one in log:
        said(folder, capsys, "undo-change", str(one["number"]))
    assert all(one["undone_at"] for one in json.loads(said(folder, capsys, "changes", "--json"))["changes"])
    again = said(folder, capsys, "undo-change", "1", code=1)
    assert again.startswith("Perubahan nomor 1 tidak ada atau sudah diurungkan.\nMuat ulang")


def test_values_are_taken_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(folder, capsys, "base", "set", "Lain", "51.04", "--workers", "5", "--as-of", "2026-01-31")
    assert "5 orang → tidak ada" in said(folder, capsys, "base", "remove", "lain")
    assert "Penyebut “Lain” belum ada" in said(folder, capsys, "base", "remove", "Lain", code=1)
    said(folder, capsys, "target", "set", "51.04", "2027", "--percent", "50")
    assert "dihapus" in said(folder, capsys, "target", "remove", "51.04", "2027")
    said(folder, capsys, "alias", "add", "Uji Saja", "51.04")
    assert "→ tidak ada" in said(folder, capsys, "alias", "remove", "Uji Saja")


def test_rates_in_force_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(folder, capsys, "rate", "list", "--on", "2026-02-01").splitlines()
    assert "JKM BPU, semua penghasilan: Rp6.800 sebulan, mulai 1 Juli 2015 (PP 44/2015)" in lines
    found = json.loads(said(folder, capsys, "rate", "list", "--json"))["rates"]
    assert [one["last"] for one in found if one["document"] == "PP 50/2025"].count("2027-03-31") == 2


def test_a_file_with_trouble_stores_nothing(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "ejaan.csv"
    path.write_text("alias;kode\nCoba;51.99\n", encoding="utf-8")

    told = said(folder, capsys, "import-reference", "ejaan", str(path), code=1)
    assert told.splitlines() == [
        "Baris 2, kode “51.99”: Wilayah “51.99” tidak dikenali."
        " Tulis kode Kemendagri dengan titik, misalnya 51.03.06.2006, dengan sel berformat teks.",
        "Tidak ada yang disimpan.",
    ]
    path.write_text("alias;kode\nCoba;51.03\n", encoding="utf-8")
    done = json.loads(said(folder, capsys, "import-reference", "ejaan", str(path), "--json"))
    assert (done["new"], done["problems"], done["change"]["subject"]) == (1, [], "ejaan")


def test_a_region_that_holds_others_is_not_closed_unasked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("region", "close", "51.05", "2025-12-01")
    assert "Dokumen penetapannya (--document) belum diisi" in said(folder, capsys, *words, code=1)
    refused = said(folder, capsys, *words, "--document", "UU 1", code=1)
    assert "Kabupaten Klungkung masih memuat 4 kecamatan dan 59 desa/kelurahan yang berdiri" in refused
    assert "--heir KODE" in refused
    assert "Penutupan Kabupaten Klungkung" in said(folder, capsys, *words, "--document", "UU 1", "--force")
    said(folder, capsys, "region", "reopen", "51.05")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("base", "set", "A", "51"), "--workers --remove"),
        (("target", "set", "51", "2026", "--percent", "banyak"), "“banyak” bukan persen; tulis misalnya 67,28"),
        (("region", "close", "51", "besok"), "“besok” bukan tanggal; tulis misalnya 2026-03-01"),
        (("changes", "--subject", "x"), "“x” tidak ada; pilihannya penyebut, target, ejaan, wilayah, tarif"),
        (("alias",), "masih kurang: TINDAKAN"),
    ],
)
def test_wrong_usage_is_told(words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(words)
    assert left.value.code == 2
    assert sentence in capsys.readouterr().err
