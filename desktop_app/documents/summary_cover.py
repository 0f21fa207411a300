"""The sheet “Ringkasan”: one page for the head of the office, with every figure's fraction, base, date and source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.findings import Finding
from desktop_app.documents import colours, excel
from desktop_app.documents.excel import Look, Value
from desktop_app.documents.summary_coverage import basis_line, source_of
from desktop_app.domain.indonesian import MINUS, NBSP, long_date, number, percent, short_date
from desktop_app.domain.office import Office

FIRST, LAST = 2, 7
"""Columns of the page: three cards of two columns each."""
MOST_FINDINGS = 5
MOST_GAPS = 5

_LABEL = Look(size=9, bold=True, colour=colours.TEXT_SECOND, fill=colours.CARD, indent=1)
_FRACTION = Look(size=10, fill=colours.CARD, wrap=True, indent=1)
_SOURCE = Look(size=8, colour=colours.TEXT_SOURCE, fill=colours.CARD, wrap=True, indent=1)
_POINTS = f'+0.00" poin";"{MINUS}"0.00" poin";0.00" poin"'


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure: label, the figure itself, its fraction, and base, date and source."""

    label: str
    value: Value
    number_format: str
    fraction: str
    source: str
    colour: str = colours.TEXT


def fill_cover(sheet: Worksheet, office: Office, table: CoverageTable, findings: Sequence[Finding], made: str) -> None:
    excel.set_widths(sheet, 2, 16, 16, 16, 16, 16, 16)
    whole = table.whole
    own = next((part for part in table.rows if part.region.code == office.region), None)
    excel.put(sheet, 2, FIRST, _agency(office, own or whole), Look(bold=True, colour=colours.ACCENT))
    title = Look(size=20, bold=True)
    excel.put_over(sheet, 3, FIRST, LAST, "Ringkasan cakupan jaminan sosial ketenagakerjaan", title, 30)
    excel.put(sheet, 4, FIRST, f"{whole.region.full_name}, {long_date(table.period)}", Look(size=12))
    excel.put_over(sheet, 5, FIRST, LAST, basis_line(table), replace(excel.SUBTITLE, wrap=True))
    excel.underline(sheet, 6, FIRST, LAST, colours.ACCENT)
    sheet.row_dimensions[6].height = 6
    row = _cards(sheet, 8, (_share_card(whole, table), _gap_card(whole), _reporting_card(table)))
    if own is not None:
        row = _cards(sheet, row, (_share_card(own, table), _gap_card(own), _rank_card(own, table)))
    row = _gaps(sheet, row, table)
    row = _findings(sheet, row, findings)
    _end(sheet, row, office, made)


def _agency(office: Office, own: RegionCoverage) -> str:
    """The office by name, with its region where the summary knows it."""
    here = own.region.code == office.region and own.region.short_name not in office.agency
    return f"{office.agency}{f' {own.region.full_name}' * here}{' (data contoh)' * office.sample}"


def _share_card(row: RegionCoverage, table: CoverageTable) -> Card:
    label, base = f"Cakupan {row.region.full_name}", f"Penyebut {row.base}, per {long_date(table.base.as_of)}"
    if row.shown_share is None:
        return Card(label, excel.NO_DATA, "", row.elsewhere, base, colours.TEXT_SOURCE)
    fraction = "dilaporkan, tanpa pembilang"
    if row.share is not None:
        fraction = f"{number(row.active or 0)} dari {number(row.workers or 0)} pekerja"
    old = ", bukan bulan laporan" if row.stale else ""
    day = f"\nData {long_date(row.period)}{old}" if row.period else ""
    source = f"{base}{day}\nSumber: {source_of(row) or 'tidak disebut'}"
    return Card(label, row.shown_share, excel.SHARE, fraction, source)


def _gap_card(row: RegionCoverage) -> Card:
    if row.target is None:
        return Card("Selisih terhadap target", "belum ada target", "", "", "", colours.TEXT_SOURCE)
    whose = "Target provinsi" if row.target_is_province else "Target"
    source = (
        f"{whose} {row.target.year}: {percent(row.target.share)}\nDokumen: {row.target.document or 'tidak disebut'}"
    )
    if row.gap is None:
        return Card("Selisih terhadap target", excel.NO_DATA, "", "", source, colours.TEXT_SOURCE)
    colour = colours.OK if row.gap >= 0 else colours.BAD
    return Card("Selisih terhadap target", row.gap * 100, _POINTS, _missing_people(row), source, colour)


def _missing_people(row: RegionCoverage) -> str:
    if row.gap_people is None:
        return "jumlah orang tidak diketahui, pembilang tidak dilaporkan"
    if row.gap_people > 0:
        return f"kurang {number(row.gap_people)} orang"
    return f"target tercapai, lebih {number(-row.gap_people)} orang"


def _reporting_card(table: CoverageTable) -> Card:
    parts = len(table.rows)
    bare = sum(row.share is None and row.reported is not None for row in table.rows)
    stale = sum(row.stale and row.shown_share is not None for row in table.rows)
    counts = ((bare, "tanpa pembilang"), (stale, "bulan lain"), (parts - table.reporting, excel.NO_DATA))
    rest = ", ".join(f"{count} {words}" for count, words in counts if count)
    active, workers = table.sum_active, table.sum_workers
    fraction = f"{table.counted} masuk jumlah"
    source = rest
    if active is not None and workers:
        source = f"{number(active)} dari {number(workers)} = {percent(active / workers)}, penyebut {table.base.name}"
        source += f"\n{rest}" if rest else ""
    return Card("Wilayah yang memiliki angka", f"{table.reporting} dari {parts}", "", fraction, source)


def _rank_card(own: RegionCoverage, table: CoverageTable) -> Card:
    """The place of the office's own region among the parts that can be compared: of the same month, on this base."""
    label = f"Urutan {own.region.full_name}"
    compared = sorted((row.share for row in table.summable if row.share is not None), reverse=True)
    if own not in table.summable or own.share is None:
        return Card(label, "–", "", "angkanya tidak dapat dibandingkan", "", colours.TEXT_SOURCE)
    source = f"Wilayah dengan pembilang pada {long_date(table.period)}, penyebut {table.base.name}"
    return Card(
        label, f"{compared.index(own.share) + 1} dari {len(compared)}", "", "cakupan tertinggi lebih dulu", source
    )


def _cards(sheet: Worksheet, top: int, cards: Sequence[Card]) -> int:
    """Cards side by side in four rows from `top`; the row where the next part begins."""
    for place, card in enumerate(cards):
        left = FIRST + 2 * place
        words = isinstance(card.value, str) and not card.value[:1].isdigit()
        figure = Look(
            size=14 if words else 22, bold=True, colour=card.colour, fill=colours.CARD, indent=1,
            number_format=card.number_format,
        )  # fmt: skip
        lines = (
            (card.label, _LABEL, 22), (card.value, figure, 34), (card.fraction, _FRACTION, 18), (card.source, _SOURCE, 15),
        )  # fmt: skip
        for offset, (value, look, height) in enumerate(lines):
            excel.put_over(sheet, top + offset, left, left + 1, value, look, None if look.wrap else height)
        _frame(sheet, top, left, len(lines))
    return top + 5


def _frame(sheet: Worksheet, top: int, left: int, rows: int) -> None:
    side, none = Side(style="thin", color=colours.LINE), Side()
    for row in range(top, top + rows):
        for column in (left, left + 1):
            sheet.cell(row, column).border = Border(
                left=side if column == left else none, right=side if column > left else none,
                top=side if row == top else none, bottom=side if row == top + rows - 1 else none,
            )  # fmt: skip


def _gaps(sheet: Worksheet, top: int, table: CoverageTable) -> int:
    """The regions that miss most people; those without a count are not ranked and said to be missing."""
    excel.put_over(sheet, top, FIRST, LAST, "Kekurangan terbesar menuju target", excel.HEADING, 20)
    missing = [row for row in table.rows if row.gap_people is not None and row.gap_people > 0]
    missing.sort(key=lambda row: row.gap_people or 0, reverse=True)
    if not missing:
        excel.put_over(
            sheet, top + 1, FIRST, LAST, "Tidak ada wilayah dengan kekurangan yang dapat dihitung.", excel.TEXT
        )
        return top + 3
    titles = ("Wilayah", "", "Cakupan", "Selisih (poin)", "Kurang (orang)", "Bulan data")
    for offset, title in enumerate(titles):
        look = excel.HEAD if offset < 2 else excel.HEAD_NUMBER
        excel.put(sheet, top + 1, FIRST + offset, title, look)
    sheet.row_dimensions[top + 1].height = 20
    for place, row in enumerate(missing[:MOST_GAPS], start=top + 2):
        _gap_row(sheet, place, row)
    return top + 2 + len(missing[:MOST_GAPS]) + 1


def _gap_row(sheet: Worksheet, place: int, row: RegionCoverage) -> None:
    values: tuple[tuple[Value, Look], ...] = (
        (row.region.full_name, excel.TEXT), (None, excel.TEXT), (row.share, excel.numeric(excel.SHARE)),
        ((row.gap or 0) * 100, excel.numeric(excel.POINTS)),
        (row.gap_people, excel.numeric(excel.MISSING_PEOPLE, bold=True)),
        (short_date(row.period) if row.period else "–", excel.numeric("@")),
    )  # fmt: skip
    for offset, (value, look) in enumerate(values):
        cell = excel.put(sheet, place, FIRST + offset, value, look)
        cell.border = Border(bottom=Side(style="thin", color=colours.GRID))
    sheet.merge_cells(start_row=place, end_row=place, start_column=FIRST, end_column=FIRST + 1)
    sheet.row_dimensions[place].height = 17


def _findings(sheet: Worksheet, top: int, findings: Sequence[Finding]) -> int:
    excel.put_over(
        sheet, top, FIRST, LAST, f"Temuan utama ({len(findings)})" if findings else "Temuan", excel.HEADING, 20
    )
    # Remarks come after what is wrong: the cover has room for few.
    first = sorted(findings, key=lambda finding: not finding.serious)[:MOST_FINDINGS]
    lines = [f"{place}.{NBSP}{finding.message}" for place, finding in enumerate(first, start=1)]
    if len(findings) > MOST_FINDINGS:
        lines.append(f"{len(findings) - MOST_FINDINGS} temuan lain ada di lembar “Temuan”.")
    for place, line in enumerate(lines or ["Tidak ada temuan."], start=top + 1):
        excel.put_over(sheet, place, FIRST, LAST, line, excel.TEXT)
    return top + max(1, len(lines)) + 2


def _end(sheet: Worksheet, row: int, office: Office, made: str) -> None:
    """Who hands it over, and when it was made."""
    chief = office.chief
    if chief.name:
        place = f"{office.seat}, {'.' * 24}" if office.seat else ""
        lines = [
            place,
            f"{chief.title or 'Kepala'},",
            "",
            "",
            "",
            chief.name,
            chief.rank,
            f"NIP {chief.nip}" if chief.nip else "",
        ]
        for offset, line in enumerate(lines):
            excel.put(sheet, row + offset, LAST - 2, line, Look(bold=line == chief.name))
        row += len(lines)
    note = f"Dibuat {made}. Rincian setiap angka ada di lembar “Cakupan” dan “Tentang laporan ini”."
    excel.put_over(sheet, row + 1, FIRST, LAST, note, Look(size=8, colour=colours.TEXT_SOURCE, wrap=True))
