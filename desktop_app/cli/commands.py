"""Runs one command of the terminal and turns its outcome into lines, JSON and an exit code."""

import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from desktop_app.cli.agenda import COMMANDS as AGENDA
from desktop_app.cli.answers import coverage_lines, coverage_object, report_lines, written_object
from desktop_app.cli.arguments import build_parser
from desktop_app.cli.demo import run_demo
from desktop_app.cli.figures import COMMANDS as FIGURES
from desktop_app.cli.figures import coverage_query
from desktop_app.cli.for_senders import answer_sender, give_template
from desktop_app.cli.letters import COMMANDS as LETTERS
from desktop_app.cli.reference import COMMANDS as REFERENCE
from desktop_app.cli.reference import run_reference
from desktop_app.cli.reports import COMMANDS as REPORTS
from desktop_app.domain.errors import AppError, MissingPeriod, NoTable, SheetError, WrongKind
from desktop_app.domain.questions import Answers
from desktop_app.domain.sheets import silent
from desktop_app.operations.answers import answers_in
from desktop_app.operations.coverage import CoverageAnswer, coverage
from desktop_app.operations.drafts import discard_draft
from desktop_app.operations.draw_charts import Draw, draw_bars, draw_map, draw_trend
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, check_sheet, store_draft, undo_imports
from desktop_app.operations.letters.pdf import PrintPages
from desktop_app.operations.machine_report import machine_report, refusal
from desktop_app.operations.offices import name_office
from desktop_app.operations.worker import WorkerDied, in_worker
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.operations.write_summary import SummaryRequest, make_summary
from desktop_app.operations.written_files import file_name

log = logging.getLogger(__name__)

FINE, REFUSED = 0, 1
_UNSAID = "Jawaban tidak dapat ditulis.\nPeriksa ruang di disk, lalu minta jawabannya lagi."
_UNEXPECTED = "Terjadi kesalahan yang tidak terduga."
Answer = tuple[dict[str, object], list[str], int] | tuple[dict[str, object], list[str]]


def run(arguments: Namespace, folder: Path, draw: Draw, print_pages: PrintPages | None = None) -> int:
    """Run the command in `arguments` on the workspace in `folder`; the exit code.

    `print_pages` writes a letter as PDF where neither Word nor LibreOffice is installed.
    """
    arguments.print_pages = print_pages
    try:
        if arguments.command == "demo":
            answer: Answer = run_demo(arguments.out, draw)
        else:
            workspace = open_workspace(folder)
            try:
                answer = _COMMANDS[arguments.command](workspace, arguments, draw)
            finally:
                workspace.close()
    except (SheetError, WorkerDied) as error:
        whole = refusal(str(error), error.hint) if arguments.command in ("check", "import") else None
        if whole and isinstance(error, WrongKind):
            whole["open"] = "ok"
        return _refuse(str(error), error.hint, arguments.json, whole)
    except AppError as error:
        return _refuse(str(error), error.hint, arguments.json)
    except KeyboardInterrupt:
        return _refuse("Dihentikan.", "", arguments.json)
    except Exception:
        log.exception("command failed")
        return _refuse(_UNEXPECTED, "Rinciannya ada di catatan program.", arguments.json)
    for_machines, for_people, code = answer if len(answer) == 3 else (*answer, FINE)
    return code if _say(_as_json(for_machines) if arguments.json else "\n".join(for_people)) else REFUSED


def _refuse(reason: str, step: str, as_json: bool, whole: dict[str, object] | None = None) -> int:
    if as_json:
        _say(_as_json(whole or {"open": "refuse", "reason": reason, "next": step}))
    else:
        print(f"{reason}\n{step}".strip(), file=sys.stderr)
    return REFUSED


def _as_json(answer: dict[str, object]) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _say(text: str) -> bool:
    """False where nobody could be told; a reader that has enough (`… | head`) was."""
    try:
        print(text, flush=True)
    except OSError as error:
        # Without this Python complains again while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(_UNSAID, file=sys.stderr)
            return False
    return True


def _check(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    request = _request(arguments)
    report = in_worker(check_sheet, workspace.folder, silent, request)
    return _told(workspace, report, arguments, ["Belum ada yang disimpan."])


def _import(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    """Read in a process of its own, so that no file can take this one down; stored here."""
    request = _request(arguments)
    report = in_worker(check_sheet, workspace.folder, silent, request)
    try:
        stored = store_draft(workspace, report.draft, request, keep=True)
    except (MissingPeriod, NoTable) as error:
        # The file could be read: machines still learn what stands in it, and that nothing was stored.
        if not arguments.json:
            discard_draft(workspace, report.draft)
            raise
        return _told(workspace, report, arguments, [str(error)])
    return _told(workspace, stored, arguments, [])


def _told(workspace: Workspace, report: ImportReport, arguments: Namespace, last: list[str]) -> Answer:
    """The answer, after which the draft goes; the exit code says whether anything was or can be stored."""
    try:
        answer: dict[str, object] = {}
        if arguments.json:
            answer = machine_report(
                workspace, report, show_nik=arguments.show_nik, optional=arguments.with_hidden_sheets,
                visible_only=arguments.visible_rows_only,
            )  # fmt: skip
    finally:
        discard_draft(workspace, report.draft)
    storable = report.counts.stored and not report.without_period
    return answer, [*report_lines(report), *last], FINE if storable else REFUSED


def _request(arguments: Namespace) -> ImportRequest:
    answers = answers_in(arguments.answers) if arguments.answers else Answers()
    answers = replace(
        answers, visible_rows_only=answers.visible_rows_only or arguments.visible_rows_only,
        with_hidden_sheets=answers.with_hidden_sheets or arguments.with_hidden_sheets,
    )  # fmt: skip
    return ImportRequest(
        path=arguments.sheet, kind=arguments.kind, period=arguments.period, sender=arguments.sender,
        complete=arguments.complete, replaces=tuple(arguments.replaces), region=arguments.region,
        segments=tuple(arguments.segment), tables=tuple(arguments.table), answers=answers,
    )  # fmt: skip


def _coverage(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    answer = coverage(workspace, coverage_query(workspace, arguments))
    return coverage_object(answer), coverage_lines(answer)


def _summary(workspace: Workspace, arguments: Namespace, draw: Draw) -> Answer:
    path = make_summary(workspace, SummaryRequest(query=coverage_query(workspace, arguments), target=arguments.out))
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
    answer = coverage(workspace, coverage_query(workspace, arguments))
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
    "summary": _summary,
    "chart": _chart,
    "map": _map,
    "undo": _undo,
    "office": _office,
    "return": answer_sender,
    "template": give_template,
    **FIGURES,
    **AGENDA,
    **LETTERS,
    **REPORTS,
    **dict.fromkeys(REFERENCE, run_reference),
}


def parse(words: Sequence[str]) -> Namespace:
    """The command in `words`; leaves with exit code 2 and a sentence when it is not one."""
    return build_parser().parse_args(words)
