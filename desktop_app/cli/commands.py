"""Runs one command of the terminal and turns its outcome into lines, JSON and an exit code."""

import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from desktop_app.cli.answers import coverage_lines, coverage_object, report_lines, report_object, written_object
from desktop_app.cli.arguments import build_parser
from desktop_app.cli.demo import run_demo
from desktop_app.domain.errors import AppError
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.draw_charts import Draw, draw_bars, draw_map, draw_trend
from desktop_app.operations.import_sheet import ImportRequest, check_sheet, import_sheet, undo_imports
from desktop_app.operations.offices import name_office
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.operations.write_letter import LetterRequest, file_name, make_letter
from desktop_app.operations.write_summary import SummaryRequest, make_summary

log = logging.getLogger(__name__)

FINE, REFUSED = 0, 1
Answer = tuple[dict[str, object], list[str]]


def run(arguments: Namespace, folder: Path, draw: Draw) -> int:
    """Run the command in `arguments` on the workspace in `folder`; the exit code."""
    try:
        if arguments.command == "demo":
            answer = run_demo(arguments.out, draw)
        else:
            workspace = open_workspace(folder)
            try:
                answer = _COMMANDS[arguments.command](workspace, arguments, draw)
            finally:
                workspace.close()
    except AppError as error:
        return _refuse(error, arguments.json)
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return REFUSED
    except Exception:
        log.exception("command failed")
        print("Terjadi kesalahan yang tidak terduga; rinciannya ada di catatan program.", file=sys.stderr)
        return REFUSED
    for_machines, for_people = answer
    try:
        print(json.dumps(for_machines, ensure_ascii=False, indent=1) if arguments.json else "\n".join(for_people))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough (`… | head`); without this Python complains again while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE if for_machines.get("open", "ok") == "ok" else REFUSED


def _refuse(error: AppError, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"open": "refuse", "reason": str(error), "next": error.hint}, ensure_ascii=False, indent=1))
    else:
        print(f"{error}\n{error.hint}".strip(), file=sys.stderr)
    return REFUSED


def _check(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    report = check_sheet(workspace, _request(arguments))
    return report_object(report), [*report_lines(report), "Belum ada yang disimpan."]


def _import(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    report = import_sheet(workspace, _request(arguments))
    return report_object(report), report_lines(report)


def _request(arguments: Namespace) -> ImportRequest:
    return ImportRequest(
        path=arguments.sheet, kind=arguments.kind, period=arguments.period, sender=arguments.sender,
        complete=arguments.complete, replaces=tuple(arguments.replaces),
    )  # fmt: skip


def _coverage(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    answer = coverage(workspace, _query(arguments))
    return coverage_object(answer), coverage_lines(answer)


def _query(arguments: Namespace) -> CoverageQuery:
    return CoverageQuery(
        region=arguments.region, period=arguments.period, base=arguments.base, sector=arguments.sector,
        target_document=arguments.target,
    )  # fmt: skip


def _letter(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    request = LetterRequest(
        region=arguments.region, period=arguments.period, base=arguments.base, quota=arguments.quota,
        target=arguments.out,
    )  # fmt: skip
    written = make_letter(workspace, request)
    return written_object(written.path, region=written.draft.region.code), [f"Konsep surat: {written.path}"]


def _summary(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    path = make_summary(workspace, SummaryRequest(query=_query(arguments), target=arguments.out))
    return written_object(path), [f"Ringkasan: {path}"]


def _chart(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    if arguments.trend:
        return _picture(workspace, arguments, draw, draw_trend, "Perkembangan")
    return _picture(workspace, arguments, draw, draw_bars, "Grafik")


def _map(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    return _picture(workspace, arguments, draw, draw_map, "Peta")


def _picture(
    workspace: Workspace,
    arguments: Namespace,
    draw: Draw,
    drawing: Callable[[CoverageAnswer, Draw, Path], Path],
    word: str,
) -> Answer:
    answer = coverage(workspace, _query(arguments))
    target = arguments.out or workspace.pictures / file_name(f"{word} Cakupan {answer.region.full_name}", ".png")
    path = drawing(answer, draw, target)
    return written_object(path), [f"Gambar: {path}"]


def _office(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    given = {name: getattr(arguments, name) for name in ("region", "agency", "seat", "head", "chief")}
    office = name_office(workspace, **given)
    lines = [
        f"{office.agency}, wilayah {office.region}, surat ditetapkan di {office.seat or '(belum diisi)'}",
        f"{office.head.title}: {office.head.name or '(belum diisi)'}",
        f"{office.chief.title}: {office.chief.name or '(belum diisi)'}",
    ]
    return asdict(office), lines


def _undo(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    undo_imports(workspace, arguments.number)
    return {"undone": arguments.number}, [f"Impor {', '.join(map(str, arguments.number))} diurungkan."]


_COMMANDS: dict[str, Callable[[Workspace, Namespace, Draw], Answer]] = {
    "check": _check,
    "import": _import,
    "coverage": _coverage,
    "letter": _letter,
    "summary": _summary,
    "chart": _chart,
    "map": _map,
    "undo": _undo,
    "office": _office,
}


def parse(words: Sequence[str]) -> Namespace:
    """The command in `words`; leaves with exit code 2 and a sentence when it is not one."""
    return build_parser().parse_args(words)
