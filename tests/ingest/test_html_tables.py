"""HTML under the name .xls: where the cells land, what is merged, what is no cell."""

from pathlib import Path

import pytest

from desktop_app.domain.errors import NotAWorkbook
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid, Merged


def only_grid(tmp_path: Path, content: str | bytes) -> Grid:
    path = tmp_path / "ekspor.xls"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    [grid] = open_file(path).grids
    return grid


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("<table><tr><th>NIK<th>Nama<tr><td>0051<td>I Gedé</table>", [["NIK", "Nama"], ["0051", "I Gedé"]]),
        ("<table><td>a</td><td>b</td></table>", [["a", "b"]]),
        ("<table><tr><td>a</td><td></td><td>&nbsp;c &amp;\n d</td></tr></table>", [["a", "", "c & d"]]),
        ("<table><tr><td>a<br>b<p>c</p></td></tr></table>", [["a\nb\nc"]]),
        ("<table><tr><td>a</td></tr><tr></tr><tr><td>b</td></tr></table>", [["a"], [], ["b"]]),
        (
            "<h3>Rekap per 31 Maret 2025</h3><table><tr><td>a</td></tr></table>Sumber: BPS<table><tr><td>b</td></tr></table>",
            [["Rekap per 31 Maret 2025"], ["a"], ["Sumber: BPS"], ["b"]],
        ),
        ("<table><caption>Judul</caption><tr><td>a</td></tr></table>", [["Judul"], ["a"]]),
        ("<table><tr><td><font><b>a</b></font></td></tr></table>", [["a"]]),
        (
            "<table><tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></td></tr>"
            "<tr><td>y</td></tr></table>",
            [["x", "a", "b"], ["", "c"], ["y"]],
        ),
        ("<style>td{x:y}</style><script>var a='<td>no</td>'</script><table><tr><td>a</td></tr></table>", [["a"]]),
        ("<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></table>", [["a"], ["b"]]),
        ("<table><tr><td>belum selesai", [["belum selesai"]]),
    ],
)
def test_where_cells_land(tmp_path: Path, body: str, rows: list[list[Cell]]) -> None:
    grid = only_grid(tmp_path, f"<html><head><title>Judul</title></head><body>{body}</body></html>")
    assert [list(row) for row in grid.rows()] == rows
    assert grid.height == len(rows)


def test_spans_are_merged_and_push_others_aside(tmp_path: Path) -> None:
    grid = only_grid(
        tmp_path,
        "<table><tr><td rowspan=2>Kab</td><td colspan=2>Peserta</td></tr><tr><td>PU</td><td>BPU</td></tr>"
        "<tr><td>A</td><td>1</td><td>2</td></tr></table>",
    )
    assert [list(row) for row in grid.rows()] == [["Kab", "Peserta"], ["", "PU", "BPU"], ["A", "1", "2"]]
    assert grid.merged == (Merged(0, 0, 1, 0), Merged(0, 1, 0, 2))


def test_a_huge_span_costs_nothing(tmp_path: Path) -> None:
    grid = only_grid(tmp_path, '<table><tr><td colspan="99999999" rowspan="99999999">a</td><td>b</td></tr></table>')
    assert grid.merged == (Merged(0, 0, 65_533, 999),)
    assert grid.height == 1


def test_hidden_rows_and_columns_and_the_name_of_the_sheet(tmp_path: Path) -> None:
    grid = only_grid(
        tmp_path,
        "<html><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>Peserta</x:Name></x:ExcelWorksheet></xml><![endif]-->"
        "<body><table><col><col style='display:none' span=2><tr><td>a</td><td>b</td></tr>"
        "<tr style='mso-x:1;display:none'><td>c</td></tr></table></body></html>",
    )
    assert (grid.name, set(grid.hidden_rows), set(grid.hidden_columns)) == ("Peserta", {1}, {1, 2})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    page = '<html><meta charset="iso-8859-1"><body><table><tr><td>Gedé</td></tr></table></body></html>'
    assert list(only_grid(tmp_path, page.encode(encoding)).rows()) == [["Gedé"]]


def test_a_page_of_a_mail_archive(tmp_path: Path) -> None:
    grid = only_grid(
        tmp_path,
        "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary=B\n\n--B\n"
        "Content-Type: text/html; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<html><table><tr><td x=3D1>a=C3=A9</td></tr></table></html>\n--B--\n",
    )
    assert list(grid.rows()) == [["aé"]]


@pytest.mark.parametrize(
    "page", ["<html><body>Halo</body></html>", "<html><frameset><frame src='s.htm'></frameset></html>"]
)
def test_a_page_without_a_table(tmp_path: Path, page: str) -> None:
    with pytest.raises(NotAWorkbook, match="halaman web tanpa tabel"):
        only_grid(tmp_path, page)
