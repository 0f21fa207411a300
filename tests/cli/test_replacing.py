"""“Menggantikan atau menambah?” as the terminal asks and answers it."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.cli.commands import parse, run
from desktop_app.operations.draw_charts import Chart

HEADER = ("NO", "NIK", "NAMA LENGKAP", "KELURAHAN", "KECAMATAN", "KOTA/KAB")


def draw(values: Chart, path: Path) -> None:
    raise AssertionError("no picture was asked for")


def people(path: Path, *niks: str) -> str:
    """A list of invented people, active in January 2026."""
    book = Workbook()
    book.worksheets[0].append(HEADER)
    for number, nik in enumerate(niks, 1):
        book.worksheets[0].append((number, nik, "Ni Wayan Rekaan", "Suana", "Nusa Penida", "Kab. Klungkung"))
    book.save(path)
    return str(path)


def test_a_second_list_adds_unless_it_is_complete_or_names_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(*words: str) -> str:
        assert run(parse([*words, "--period", "2026-01", "--sender", "Cabang"]), tmp_path / "ruang", draw) == 0
        return capsys.readouterr().out

    old = people(tmp_path / "lama.xlsx", "5105014101900001")
    new = people(tmp_path / "baru.xlsx", "5105014101900002", "5105014101900003")
    [first] = [table["import"] for table in json.loads(ask("import", old, "--json"))["sheets"]]

    adds = ask("check", new)
    assert f"menambah impor {first} (lama.xlsx, Sheet, 1 baris); dengan --replaces {first} menggantikannya" in adds
    named = json.loads(ask("check", new, "--replaces", str(first), "--json"))["sheets"][0]
    assert (named["replaces"], named["beside"]) == ([first], [])
    elsewhere = json.loads(ask("check", new, "--complete", "--segment", "bpu", "--json"))["sheets"][0]
    assert (elsewhere["replaces"], elsewhere["beside"]) == ([], [first])
    assert f"menggantikan impor {first}" in ask(
        "import", new, "--complete", "--region", "51.05", "--segment", "PU", "--segment", "BPU"
    )


def test_an_import_of_another_kind_or_month_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def ask(*words: str, code: int) -> str:
        assert run(parse([*words, "--sender", "Cabang"]), tmp_path / "ruang", draw) == code
        told = capsys.readouterr()
        return told.out + told.err

    old, new = people(tmp_path / "lama.xlsx", "5105014101900001"), people(tmp_path / "baru.xlsx", "5105014101900002")
    stored = json.loads(ask("import", old, "--period", "2026-01", "--json", code=0))["sheets"]
    first = str(stored[0]["import"])
    ended = people(tmp_path / "peserta nonaktif.xlsx", "5105014101900001")
    for command in ("check", "import"):
        kind = ask(command, ended, "--period", "2026-01", "--replaces", first, code=1)
        assert (
            f"Impor {first} adalah peserta Januari 2026 (lama.xlsx), sedangkan lembar ini nonaktif Januari 2026."
            in kind
        )
        assert "urungkan impor itu" in kind
        month = ask(command, new, "--period", "2026-02", "--replaces", first, code=1)
        assert "sedangkan lembar ini peserta Februari 2026." in month
    assert "menggantikan impor" in ask("check", new, "--period", "2026-01", "--replaces", first, code=0)
