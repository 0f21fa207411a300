"""What one row says of its region, under the names of the report for machines."""

from collections.abc import Callable, Collection

from desktop_app.ingest.figures.figure_lines import Line

_LABOUR = {"penduduk_bekerja": "workers_total", "angkatan_kerja": "workforce", "pengangguran": "unemployed"}
_PEOPLE = {
    "pu": "people_pu", "bpu": "people_bpu", "jakon": "people_jakon", "total": "people_total",
    "jk_lk": "people_jk_lk", "jk_pr": "people_jk_pr",
}  # fmt: skip
_SECTORS = ("formal", "informal")


def coverage_values(line: Line, fields: Collection[str], is_coverage: Callable[[str], bool]) -> dict[str, float]:
    """A recap: formal and informal are covered people where it has such columns, else workers. Shares in percent."""
    names = {**_LABOUR, **_PEOPLE}
    names |= {name: next((f for f in (f"people_{name}", f"workers_{name}") if f in fields), "") for name in _SECTORS}
    found: dict[str, float] = {name: line.counts[field] for name, field in names.items() if field in line.counts}
    shares = {"coverage_pct": "share_total", "target_pct": "target"}
    for name, field in shares.items():
        if field in line.shares and is_coverage(field):
            found[name] = round(line.shares[field].value * 100, 6)
    return found


def base_values(line: Line) -> dict[str, float]:
    """A base: workers in all and by sector, with the labour force where it is given."""
    names = {**_LABOUR, **{name: f"workers_{name}" for name in _SECTORS}}
    return {name: line.counts[field] for name, field in names.items() if field in line.counts}


def target_values(line: Line) -> dict[str, float]:
    """A target: its share in percent, with the workers beside it."""
    found = base_values(line)
    targets = [share for name, share in line.shares.items() if name.startswith("target")]
    if targets:
        found["target_pct"] = round(targets[0].value * 100, 6)
    return found
