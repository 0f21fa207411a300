"""Answers of the operations as plain objects for machines (`--json`) and as lines for people."""

from collections import Counter
from pathlib import Path

from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.indonesian import NBSP, long_date, number, percent, points
from desktop_app.domain.sheets import ProblemState
from desktop_app.operations.coverage import CoverageAnswer, RegionCoverage
from desktop_app.operations.import_sheet import ImportReport

_FEW = 10


def report_lines(report: ImportReport) -> list[str]:
    """What a person wants to know of an import: tables, counts with their sum, the first problems."""
    counts = report.counts
    lines = [f"{report.file}: {len(report.tables)} tabel"]
    for table_report in report.tables:
        table = table_report.table
        period = f", {long_date(table.period)}" if table.period else ""
        again = " (sudah pernah diimpor, tidak ada yang berubah)" if table_report.already else ""
        sample = " [data contoh]" if table.sample else ""
        lines.append(f"  {table.sheet}: {table.kind}{period}, {number(table_report.counts.read)} baris{sample}{again}")
        lines += [f"    menggantikan impor {_named(record)}" for record in table_report.replaced]
        for record in table_report.beside:
            instead = "" if report.stored else f"; dengan --replaces {record.id} menggantikannya"
            lines.append(f"    menambah impor {_named(record)}{instead}")
    lines.append(
        f"  {number(counts.new)} baru + {number(counts.changed)} diperbarui + {number(counts.same)} sama"
        f" + {number(counts.parked)} menunggu + {number(counts.refused)} ditolak"
        f" + {number(counts.not_data)} bukan data = {number(counts.read)} baris terbaca"
    )
    lines += [f"  Lembar “{sheet}” dilewati: {why}" for sheet, why in report.skipped.items()]
    lines += [
        f"  Pertanyaan: {question.message} ({number(question.rows)} baris)" for question in report.questions[:_FEW]
    ]
    problems = report.problems
    for problem in problems[:_FEW]:
        lines.append(
            f"  {problem.state.capitalize()}: {problem.sheet}, baris {problem.row}, kolom {problem.column}:"
            f" {problem.message} {problem.step}"
        )
    if len(problems) > _FEW:
        states = sum((Counter(each.problem_counts) for each in report.tables), Counter[ProblemState]())
        lines.append("  Seluruhnya " + ", ".join(f"{number(n)} {state}" for state, n in states.items()) + ".")
    return lines


def _named(record: ImportRecord) -> str:
    return f"{record.id} ({record.file}, {record.sheet}, {number(record.counts.stored)} baris)"


def coverage_object(answer: CoverageAnswer) -> dict[str, object]:
    """A coverage table with its base, date and sources."""
    table = answer.table
    return {
        "region": answer.region.code,
        "name": answer.region.full_name,
        "period": table.period.isoformat(),
        "sector": table.sector,
        "level": answer.level,
        "numerator": {"counting": table.numerator.counting, "jakon": table.numerator.jakon},
        "base": {"name": table.base.name, "document": table.base.document, "as_of": table.base.as_of.isoformat()},
        "whole": _row_object(table.whole),
        "rows": [_row_object(row) for row in table.rows],
        "reporting": table.reporting,
        "sum": {"regions": table.counted, "active": table.sum_active, "workers": table.sum_workers},
        "findings": [{"code": finding.code, "message": finding.message} for finding in answer.findings],
    }


def _row_object(row: RegionCoverage) -> dict[str, object]:
    return {
        "region": row.region.code,
        "name": row.region.full_name,
        "active": row.active,
        "workers": row.workers,
        "share": row.share,
        "definition": row.definition or None,
        "rank": row.rank,
        "coverage_pct": round(row.share * 100, 2) if row.share is not None else None,
        "reported_pct": round(row.reported * 100, 2) if row.reported is not None else None,
        "period": row.period.isoformat() if row.period else None,
        "stale": row.stale,
        "target_pct": round(row.target.share * 100, 2) if row.target else None,
        "target_document": row.target.document if row.target else None,
        "target_is_province": row.target_is_province,
        "gap_points": round(row.gap * 100, 2) if row.gap is not None else None,
        "target_people": row.target_people,
        "gap_people": row.gap_people,
        "listed": row.listed.people if row.listed else None,
        "counted": row.counted,
        "summed_regions": row.summed_children,
        "recap_active": row.recap_active,
        "difference": row.difference,
        "waiting": row.waiting,
        "elsewhere": row.elsewhere or None,
        "note": row.note or None,
        "checks": [{"ok": check.ok, "message": check.message} for check in row.checks],
        "source": _source(row),
    }


def _source(row: RegionCoverage) -> dict[str, object] | None:
    if row.fact is None:
        return None
    origin = row.fact.origin
    return {"file": origin.file, "sheet": origin.sheet, "cell": origin.cell, "sender": origin.sender}


def coverage_lines(answer: CoverageAnswer) -> list[str]:
    table = answer.table
    lines = [
        f"Cakupan {answer.region.full_name}, {long_date(table.period)}, sektor {table.sector}",
        f"Penyebut: {table.base.name}{f' ({table.base.document})' if table.base.document else ''}",
    ]
    if table.whole.definition:
        lines.append(f"Pembilang: {table.whole.definition}")
    for row in (table.whole, *table.rows):
        lines.append(f"  {row.region.full_name:<24} {_row_text(row)}")
    lines.append(f"{table.reporting} dari {len(table.rows)} wilayah memiliki angka.")
    lines += [f"[{'cocok' if check.ok else 'periksa'}] {check.message}" for check in table.whole.checks]
    lines += [f"Temuan: {finding.message}" for finding in answer.findings]
    return lines


def _row_text(row: RegionCoverage) -> str:
    if row.shown_share is None:
        beside = f"; {row.elsewhere}" if row.elsewhere else ""
        return f"belum ada data{beside}"
    if row.share is None:
        parts = [f"{percent(row.shown_share)}, dilaporkan tanpa pembilang"]
    else:
        parts = [f"{number(row.active or 0)} dari {number(row.workers or 0)} = {percent(row.share)}"]
    if row.target is not None and row.gap is not None:
        whose = "target provinsi" if row.target_is_province else "target"
        parts.append(f"{points(row.gap)}{NBSP}poin terhadap {whose} {percent(row.target.share)}")
    if row.gap_people is not None and row.gap_people > 0:
        parts.append(f"kurang {number(row.gap_people)} orang")
    if row.stale and row.period is not None:
        parts.append(f"data {long_date(row.period)}")
    return "; ".join(parts)


def written_object(path: Path, **more: object) -> dict[str, object]:
    return {"file": str(path), **more}
