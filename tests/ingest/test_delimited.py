"""Text with separators: encodings, separators, quotes, record numbers."""

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import NotAWorkbook
from desktop_app.ingest.files.delimited import separator_of
from desktop_app.ingest.files.quoted_records import quotes
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid

TABLE = [["NIK", "Nama", "Upah"], ["0051", "I Gedé", "1.027.000,50"], ["0052", "Ni “Luh”", "5"]]


def only_grid(tmp_path: Path, content: bytes) -> Grid:
    path = tmp_path / "kiriman.csv"
    path.write_bytes(content)
    [grid] = open_file(path).grids
    return grid


def rows(tmp_path: Path, content: str | bytes) -> list[list[Cell]]:
    data = content if isinstance(content, bytes) else content.encode()
    return [list(row) for row in only_grid(tmp_path, data).rows()]


def joined(separator: str) -> str:
    quote = '"' if separator == "," else ""
    return "\r\n".join(separator.join(f"{quote}{cell}{quote}" for cell in row) for row in TABLE) + "\r\n"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_encodings_and_separators(tmp_path: Path, separator: str, encoding: str, mark: bytes) -> None:
    grid = only_grid(tmp_path, mark + joined(separator).encode(encoding))
    assert [list(row) for row in grid.rows()] == TABLE
    assert (grid.name, grid.height) == ("", 3)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("sep=;\na;b\nc;d\n", [[], ["a", "b"], ["c", "d"]]),
        ('"sep=,"\r\na,b\r\n', [[], ["a", "b"]]),
        ("SEP=^\na^b\n", [[], ["a", "b"]]),
        ("\n\na;b\n\nc;d\n\n\n", [[], [], ["a", "b"], [], ["c", "d"]]),
        ('a;b\n"satu\ndua";c\nd;e\n', [["a", "b"], ["satu\ndua", "c"], ["d", "e"]]),
        ('a;b\n"satu\r\n\r\ndua";c\r\nd;e', [["a", "b"], ["satu\r\n\r\ndua", "c"], ["d", "e"]]),
        ('a;b\n"kata ""dalam"" kutip";c\n', [["a", "b"], ['kata "dalam" kutip', "c"]]),
        ("a;b\rc;d\re;f", [["a", "b"], ["c", "d"], ["e", "f"]]),
        ("a;b;\nc;d;\n;;\n", [["a", "b", ""], ["c", "d", ""]]),
        ("a;1,5;2,5\nb;1,5;2,5\n", [["a", "1,5", "2,5"], ["b", "1,5", "2,5"]]),
        ("a;b\nx\x0by;c\n", [["a", "b"], ["x\x0by", "c"]]),
    ],
)
def test_records(tmp_path: Path, content: str, read: list[list[str]]) -> None:
    assert rows(tmp_path, content) == read


@pytest.mark.parametrize(
    "line",
    ['3;"Ketut;7', '3;"Ketut "Adi";7', '3;Jl. Raya 5" no. 7;x', '"3;Ketut;7', '3;Ketut;"'],
)
def test_a_stray_quote_swallows_no_row(tmp_path: Path, line: str) -> None:
    others = [f"{number};Nama {number};{number}" for number in range(10, 80)]
    found = rows(tmp_path, "\n".join(["No;Nama;Upah", line, *others]))
    assert len(found) == 72
    assert [row[0] for row in found[2:]] == [str(number) for number in range(10, 80)]


def test_quotes_that_never_close_cost_no_time(tmp_path: Path) -> None:
    lines = [f'{number};"Nama {number};{number}' for number in range(20_000)]
    long = '1;"' + "x" * 3_000_000
    assert len(rows(tmp_path, "\n".join(lines))) == 20_000
    with pytest.raises(NotAWorkbook):
        rows(tmp_path, f"a;b;c\n{long}\n")


def test_identifiers_one_a_line_are_a_table(tmp_path: Path) -> None:
    assert rows(tmp_path, "NIK\n5103010101909001\n5103010101909002\n")[1] == ["5103010101909001"]


@pytest.mark.parametrize("content", ["Yth. Bapak", "Surat\nini;bukan\n", "satu\ndua\ntiga\n"])
def test_prose_is_no_table(tmp_path: Path, content: str) -> None:
    with pytest.raises(NotAWorkbook):
        rows(tmp_path, content)


@pytest.mark.parametrize(
    ("lines", "separator"),
    [
        (["Rekap, Gianyar\n", "\n", "Kab;Upah\n", "A;1,5\n", "B;2,5\n"], ";"),
        (["a|b|c\n", "1|2|3\n"], "|"),
        (["Kepada Yth, di tempat\n", "a\tb\n", "c\td\n"], "\t"),
        (["prosa saja\n"], None),
        (["NIK;Nama;Desa\n"], ";"),
        (["Yth, Bapak, Ibu\n"], None),
    ],
)
def test_the_separator(lines: list[str], separator: str | None) -> None:
    assert separator_of(lines) == separator


@pytest.mark.parametrize(
    ("record", "is_open"),
    [
        ('"a', True), ('a;"b', True), ('a;b"', False), ('"a"";b', True), ('"a""";b', False), ('"a" x";b', False),
        ('"a\n', True), ('a\n"b', True), ("", False), ('""', False), ('"', True),
    ],
)  # fmt: skip
def test_open_quotes(record: str, is_open: bool) -> None:
    assert quotes(record, ";").is_open is is_open


CELLS = st.text(st.sampled_from("ab1 ;,\"\n\r'é"), max_size=6)


@given(table=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_quoted_properly_comes_back(tmp_path: Path, table: list[list[str]]) -> None:
    quoted = ["|".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [["x", "y", "z"], *table]]
    assert rows(tmp_path, "sep=|\n" + "\n".join([*quoted, '"akhir"']))[2:-1] == table


@pytest.mark.parametrize(
    ("record", "is_clean"),
    [('"a";b', True), ('"a"b;c', False), ('"a""b";c', True), ('"a"\n', True), ('a"b";c', True), ('"a" ;b', False)],
)
def test_quotes_that_close_in_the_middle_of_a_field(record: str, is_clean: bool) -> None:
    assert quotes(record, ";").is_clean is is_clean
