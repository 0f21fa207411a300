"""The answer of `check` and `import` for machines: every row that was read, what became of it, and the sums.

Documented in docs/terminal.md; the keys are a promise.
"""

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.compliance import CompanySums, company_sums
from desktop_app.domain.nik import masked, shown_value
from desktop_app.domain.people import PersonTuple
from desktop_app.domain.sheets import PEOPLE_KINDS, CompanyFact, Counts, Problem, ProblemState, RegionValues, Table
from desktop_app.operations.drafts import Draft, draft_named
from desktop_app.operations.import_sheet import ImportReport, TableReport
from desktop_app.operations.processes import peak_memory_mb
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit
from desktop_app.store.draft_counts import PersonCounts, count_people

_STATES = {ProblemState.PARKED: "parked", ProblemState.REFUSED: "refused"}
_VALUES = (
    "penduduk_bekerja", "angkatan_kerja", "pengangguran", "formal", "informal", "pu", "bpu", "jakon", "total",
    "coverage_pct", "target_pct", "jk_lk", "jk_pr",
)  # fmt: skip


def machine_report(
    workspace: Workspace,
    report: ImportReport,
    *,
    show_nik: str = "",
    optional: bool = False,
    visible_only: bool = False,
) -> dict[str, object]:
    """The whole object. `show_nik`: the purpose for which NIK stand there in clear; it is logged.

    `optional`, `visible_only`: hidden sheets were asked for, hidden rows were left out.
    """
    if show_nik:
        with workspace.sessions.begin() as session:
            audit.record(session, "tampilkan NIK", f"{report.file}: {show_nik}", present_user(), now())
    draft = draft_named(workspace, report.draft)
    tables = [each.table for each in report.tables]
    problems = draft.problems()
    return {
        "open": "ok",
        "reason": "",
        "file": report.file,
        "sha256": report.sha256,
        "stored": report.stored and not report.already,
        "already": report.already,
        "messages": _messages(report, visible_only=visible_only),
        "sheets": [_sheet(each) for each in report.tables],
        "rows": list(_rows(draft, tables, clear=bool(show_nik))),
        "rejected": [_rejected(p, clear=bool(show_nik)) for p in problems if p.state in _STATES],
        "persons": _persons(count_people(draft, _people(tables))),
        "by_period": _by_period(draft, tables),
        "recap": {
            "values": [_region_values(table, each) for table in tables for each in table.region_values],
            "checks": [_check(p, clear=bool(show_nik)) for p in problems if p.state is ProblemState.NOTE],
        },
        "companies": _companies(company_sums(_facts(tables))),
        "counts": counts_object(report.counts),
        "asked_optional": optional and bool(report.hidden_sheets),
        "asked_hidden": visible_only and report.hidden_rows > 0,
        "seconds": round(report.seconds, 3),
        "memory_mb": report.memory_mb,
    }


def import_summary(report: ImportReport) -> dict[str, object]:
    """What was imported, without the rows."""
    return {
        "file": report.file, "sha256": report.sha256, "stored": report.stored and not report.already,
        "already": report.already, "sheets": [_sheet(each) for each in report.tables],
        "counts": counts_object(report.counts),
    }  # fmt: skip


def refusal(reason: str, step: str) -> dict[str, object]:
    """The answer for a file that cannot be read: the same keys, and nothing in them."""
    return {
        "open": "refuse", "reason": reason, "file": "", "sha256": "", "stored": False, "already": False, "next": step, "messages": [reason, *([step] if step else [])], "sheets": [],
        "rows": [], "rejected": [], "persons": _persons(PersonCounts()), "by_period": {},
        "recap": {"values": [], "checks": []}, "companies": _companies(company_sums([])),
        "counts": counts_object(Counts()), "asked_optional": False, "asked_hidden": False, "seconds": 0.0,
        "memory_mb": peak_memory_mb(),
    }  # fmt: skip


def counts_object(counts: Counts) -> dict[str, int]:
    return {
        "new": counts.new, "changed": counts.changed, "same": counts.same, "parked": counts.parked,
        "refused": counts.refused, "not_data": counts.not_data, "read": counts.read,
    }  # fmt: skip


def _messages(report: ImportReport, *, visible_only: bool) -> list[str]:
    said = [f"Lembar “{sheet or report.file}”: {why}" for sheet, why in report.skipped.items()]
    if report.hidden_rows and not visible_only:
        said.append(
            f"{report.hidden_rows} baris tersembunyi ikut dibaca; pilih --visible-rows-only bila tidak dikehendaki."
        )
    if not report.tables:
        said.append("Tidak ada tabel yang dikenali di berkas ini.")
    elif not any(each.counts.stored or each.counts.parked for each in report.tables):
        said.append("Tabel di berkas ini tidak memuat baris data.")
    if report.complete and any(not each.table.sender for each in report.tables):
        said.append("Pengirim belum diketahui, jadi lembar lengkap ini tidak menggantikan yang lama; isi --sender.")
    if report.corrects:
        said.append(f"Berkas ini perbaikan atas {', '.join(f'impor {record.id}' for record in report.corrects)}.")
    said += [
        f"Bulan data lembar “{sheet or report.file}” belum diketahui; isi --period TTTT-BB." for sheet in report.without_period
    ]  # fmt: skip
    return said + [f"{question.message} ({question.rows} baris)" for question in report.questions]


def _sheet(report: TableReport) -> dict[str, object]:
    table = report.table
    return {
        "import": report.import_id,
        "name": table.sheet,
        "kind": table.kind,
        "header_rows": list(table.header_rows),
        "first_row": table.first_row,
        "last_row": table.last_row,
        "columns": {column.letter: column.field for column in table.columns if column.field},
        "period": _month(table.period),
        "sender": table.sender,
        "sample": table.sample,
        "already": report.already,
        "replaces": [record.id for record in report.replaced],
        "beside": [record.id for record in report.beside],
        "counts": counts_object(report.counts),
    }


def _rows(draft: Draft, tables: list[Table], *, clear: bool) -> Iterator[dict[str, object]]:
    for tab, person in draft.people():
        yield _row(tables[tab].sheet, person, clear=clear)


def _row(sheet: str, person: PersonTuple, *, clear: bool) -> dict[str, object]:
    nik = f"{person.nik:016d}"
    return {
        "sheet": sheet,
        "row": person.row,
        "nik": nik if clear else masked(nik),
        "name": person.name,
        "birth": person.birth_date,
        "segment": person.segment,
        "active": bool(person.active),
        "regency": _part(person.region, 5),
        "kecamatan": _part(person.region, 8),
        "desa": _part(person.region, 13),
        "warn": person.warn.split(),
    }


def _part(region: str | None, length: int) -> str | None:
    """The code of the region's level with so many characters; None where the region is above it."""
    return region[:length] if region is not None and len(region) >= length else None


def _rejected(problem: Problem, *, clear: bool) -> dict[str, object]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value if clear else shown_value(problem.value),
        "code": problem.code,
        "reason": problem.message,
        "next": problem.step,
        "state": _STATES[problem.state],
    }


def _check(problem: Problem, *, clear: bool) -> dict[str, object]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "code": problem.code,
        "column": problem.column,
        "cell": problem.cell,
        "value": problem.value if clear else shown_value(problem.value),
        "found": problem.found,
        "expected": problem.expected,
        "reason": problem.message,
        "next": problem.step,
    }


def _people(tables: list[Table]) -> list[int]:
    return [place for place, table in enumerate(tables) if table.kind in PEOPLE_KINDS]


def _persons(counts: PersonCounts) -> dict[str, object]:
    return {
        "distinct": counts.distinct,
        "distinct_active": counts.distinct_active,
        "by_regency_active": counts.by_regency,
        "by_segment_active": counts.by_segment,
        "by_regency_segment_active": {
            f"{regency}|{segment}": people for (regency, segment), people in counts.by_regency_and_segment.items()
        },
    }


def _by_period(draft: Draft, tables: list[Table]) -> dict[str, object]:
    months: dict[str, list[int]] = {}
    for place in _people(tables):
        if month := _month(tables[place].period):
            months.setdefault(month, []).append(place)
    return {month: _persons(count_people(draft, places)) for month, places in sorted(months.items())}


def _month(period: date | None) -> str | None:
    return f"{period:%Y-%m}" if period else None


def _region_values(table: Table, found: RegionValues) -> dict[str, object]:
    values = {name: found.values.get(name) for name in _VALUES}
    return {"region": found.region, "sheet": table.sheet, "row": found.row, **values}


def _facts(tables: list[Table]) -> list[CompanyFact]:
    return [row for table in tables for row in table.rows if isinstance(row, CompanyFact)]


def _companies(sums: CompanySums) -> dict[str, object]:
    return {
        "distinct_npp": sums.distinct_npp,
        "without_npp": sums.without_npp,
        "by_category": sums.by_category,
        "sums": {"actual": sums.actual, "registered": sums.registered, "arrears": sums.arrears},
    }
