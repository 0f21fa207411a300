"""Everything that the numbers of a table of regions say against each other, as remarks on its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.indonesian import number as spelled
from desktop_app.domain.segments import Measure
from desktop_app.ingest.figures.checks import check_equal, check_over_100, check_share
from desktop_app.ingest.figures.figure_lines import Line, Remark
from desktop_app.ingest.figures.figures import is_count
from desktop_app.ingest.figures.part_sums import PartSum, check_parts, missing_part, part_sums
from desktop_app.ingest.figures.region_rows import RegionRows
from desktop_app.ingest.figures.share_pairs import SharePair
from desktop_app.ingest.figures.totals import Verdict, check_totals
from desktop_app.ingest.figures.unlike import Mixture, check_mixtures, mixtures
from desktop_app.ingest.figures.wholes import find_wholes

_STEP = "Tanyakan angkanya kepada pengirim, lalu isi selnya."


def check_lines(rows: RegionRows, pairs: dict[str, SharePair]) -> list[Remark]:
    """All findings of a table, in the order of its rows."""
    headers = _unused(rows)
    lines = [line for line in rows.lines if line.has_figures and not line.average]
    sums, mixed = part_sums(rows.fields, lines, headers), mixtures(rows.fields, lines, headers)
    places = rows.layout.places
    verdict = check_totals(rows.lines, find_wholes(rows.lines, rows.name), lambda code: places.region(code) is not None)
    remarks = list(verdict.remarks)
    for line in lines:
        remarks += _of_line(line, pairs, sums, mixed, rows)
    remarks += _missing(rows, sums, verdict)
    once = {(remark.number, remark.field, remark.code): remark for remark in reversed(remarks)}
    return sorted(once.values(), key=lambda remark: remark.number)


def _of_line(
    line: Line, pairs: dict[str, SharePair], sums: Sequence[PartSum], mixed: Sequence[Mixture], rows: RegionRows
) -> Iterator[Remark]:
    for pair in pairs.values():
        for remark in check_share(line, pair):
            yield replace(remark, message=remark.message + _added_shares(line, pair.share, rows.lines))
    for measure in Measure:
        yield from check_over_100(line, measure, pairs.get(f"share_{measure}"))
    if line.is_data:
        yield from check_equal(line, rows.header)
    right = {one.whole for one in sums if one.whole in line.counts and one.agrees(line)}
    joined = list(check_mixtures(line, [one for one in mixed if one.whole not in right], rows.header))
    yield from joined
    fields = {remark.field for remark in joined}
    yield from (remark for remark in check_parts(line, sums, rows.header) if remark.field not in fields)


def _added_shares(total: Line, share: str, lines: Sequence[Line]) -> str:
    """What a total did that has the percentages above it added up or averaged."""
    if total.is_data or share not in total.shares:
        return ""
    given = [line.shares[share].value for line in lines if line.is_data and share in line.shares]
    printed, rounding = total.shares[share].value, 0.5 * 10.0 ** -(total.shares[share].decimals + 2) + 1e-9
    if len(given) > 1 and abs(sum(given) - printed) <= rounding:
        return " Persentase barisnya dijumlahkan; persentase tidak dapat dijumlahkan."
    if len(given) > 1 and abs(sum(given) / len(given) - printed) <= rounding:
        return " Persentase barisnya dirata-ratakan; hitunglah dari jumlah orangnya."
    return ""


def _unused(rows: RegionRows) -> dict[int, str]:
    """Headers of the columns with numbers that mean no field."""
    return {place: rows.header(place) for place in sorted({place for line in rows.lines for place in line.others})}


def _missing(rows: RegionRows, sums: Sequence[PartSum], verdict: Verdict) -> Iterator[Remark]:
    """Blank figures of regions whose neighbours have them, or that a sum asks for."""
    usual = _usual(rows.lines)
    for line in rows.lines:
        if line.is_data and (line.region or line.has_figures):
            yield from _missing_in(line, usual, missing_part(line, sums), verdict, rows)


def _usual(lines: Sequence[Line]) -> set[tuple[int, str]]:
    """Level and field where most regions, and at least two, give a number."""
    regions = [line for line in lines if line.is_data and line.region]
    levels: dict[int, int] = {}
    given: dict[tuple[int, str], int] = {}
    for line in regions:
        levels[line.depth] = levels.get(line.depth, 0) + 1
        for name in (*line.counts, *line.shares):
            given[line.depth, name] = given.get((line.depth, name), 0) + 1
    return {key for key, count in given.items() if count >= 2 and count * 2 >= levels[key[0]] - 1}


def _missing_in(
    line: Line, usual: set[tuple[int, str]], parts: dict[str, int], verdict: Verdict, rows: RegionRows
) -> Iterator[Remark]:
    fields = [name for name in rows.fields if name in line.blank | line.dashed]
    wanted: dict[str, int | None] = {}
    for name in sorted(fields, key=_weight):
        by_total = verdict.missing.get((line.number, name), 0)
        by_parts = parts.get(name)
        known = by_parts if by_parts is not None else by_total or None
        usual_here = (line.depth, name) in usual and _tells(name, line)
        if (name in line.blank and usual_here and by_parts != 0) or known or (by_total is None and usual_here):
            wanted[name] = known
    if not line.has_figures and wanted:
        first = next(iter(wanted))
        wanted = {first: wanted[first]}
    for name, known in wanted.items():
        yield _blank(line, name, known, rows)


def _weight(name: str) -> tuple[bool, bool, str]:
    """The covered people first, then all other counts, then shares."""
    return name != "people_total", not name.startswith("people_"), name


def _tells(name: str, line: Line) -> bool:
    """A share that its own numbers give is no figure that is missing; a target is nobody's figure."""
    if is_count(name):
        return name != "target_people"
    return name.startswith("share_") and f"people_{name.removeprefix('share_')}" not in line.counts


def _blank(line: Line, name: str, known: int | None, rows: RegionRows) -> Remark:
    message = (
        f"Angka “{rows.header(name)}” untuk {rows.name(line) or 'baris ini'} kosong, padahal baris lain mengisinya."
    )
    if known:
        message = (
            f"Angka “{rows.header(name)}” untuk {rows.name(line) or 'baris ini'} kosong;"
            f" jumlahnya baru cocok bila angka ini {spelled(known)}."
        )
    return Remark(line.number, name, "", "value_missing", message, _STEP, None, known)
