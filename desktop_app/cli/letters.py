"""Commands about letters: written, listed, made again, turned into PDF; and the office's templates."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.cli.letter_answers import (
    letter_lines,
    letter_object,
    template_lines,
    template_object,
    written_letters_object,
    written_lines,
)
from desktop_app.domain.errors import AppError, MissingWords
from desktop_app.domain.letterbook_errors import UnknownLetter
from desktop_app.domain.letters import LetterKind, PointText
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.letters.draft import draft_letters
from desktop_app.operations.letters.overview import letters_overview
from desktop_app.operations.letters.packs import export_pack, import_pack
from desktop_app.operations.letters.pdf import NOTE, Exactness, to_pdf
from desktop_app.operations.letters.remake import remade
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.templates import edit_template, list_templates, restore_template, template_of
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_letters, region_named, required_office
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import file_name

Words = tuple[dict[str, object], list[str]]


class UnknownPoint(AppError):
    title = "Butir tidak ada"
    hint = "Tulis salah satu kunci butir itu."

    def __init__(self, keys: list[str], known: list[str]) -> None:
        super().__init__(f"Butir {', '.join(keys)} tidak ada di surat ini; yang ada: {', '.join(known)}.")


def _letter(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    request = LetterRequest(
        kind=given.kind, subject=given.subject, style=given.style, region=given.region, period=given.period,
        base=given.base, year=given.year, quota=given.quota, monthly=given.monthly, months=given.months,
        deadline=given.deadline, split=given.split, addressees=tuple(given.to) if given.to else None,
        bases=tuple(given.legal) if given.legal else None, details=tuple(given.detail), letter_date=given.date,
        target=given.out,
    )  # fmt: skip
    if given.without:
        request = replace(request, points=_points(workspace, request, given.without))
    written = make_letters(workspace, request)
    region = given.region or required_office(workspace).region
    return written_letters_object(written, region_named(workspace, region).code), written_lines(written)


def _points(workspace: Workspace, request: LetterRequest, without: list[str]) -> tuple[PointText, ...]:
    """The points of the letter without some. UnknownPoint: one is not there, and would stay unseen."""
    offered = draft_letters(workspace, request).offered
    known = [point.key for point in offered]
    unknown = [key for key in without if key not in known]
    if unknown:
        raise UnknownPoint(unknown, known)
    return tuple(replace(point, used=point.used and point.key not in without) for point in offered)


def _letters(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    found = letters_overview(workspace)
    chosen = [
        one for one in found if (given.state is None or one.record.state is given.state) and (one.old or not given.old)
    ]
    lines = [line for one in chosen for line in letter_lines(one)]
    return {"letters": [letter_object(one) for one in chosen]}, lines or ["Belum ada surat."]


def _again(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    target = given.out or workspace.letters / file_name(f"Surat {given.number} dibuat ulang", ".docx")
    made = remade(workspace, given.number, target)
    state = "Sama persis dengan berkas semula." if made.same else "Isinya sama; susunan berkasnya dari versi lain."
    return {"file": str(made.path), "same": made.same}, [f"Surat: {made.path}", state]


def _pdf(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    docx = _docx(workspace, given.letter)
    pdf = given.out or docx.with_suffix(".pdf")
    how = to_pdf(docx, pdf, given.print_pages)
    exact = how is not Exactness.PERKIRAAN
    words = f"Dibuat dengan {how}, sama dengan hasil cetaknya." if exact else NOTE
    return {"file": str(pdf), "exact": exact, "note": words}, [f"PDF: {pdf}", words]


def _docx(workspace: Workspace, letter: str) -> Path:
    """The file of a letter by its number in the store, or a file. UnknownLetter."""
    if not letter.isdecimal():
        return Path(letter)
    found = next((one for one in list_letters(workspace) if one.id == int(letter)), None)
    if found is None:
        raise UnknownLetter(int(letter))
    return Path(found.path)


def _pack(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    return _ACTIONS[given.action](workspace, given)


def _list(workspace: Workspace, given: Namespace) -> Words:
    found = [one for one in list_templates(workspace) if not given.kind or one.kind in given.kind]
    return {"templates": [template_object(one) for one in found]}, [
        line for one in found for line in template_lines(one)
    ]


def _edit(workspace: Workspace, given: Namespace) -> Words:
    paths = [edit_template(workspace, kind) for kind in _kinds(given)]
    return {"files": [str(path) for path in paths]}, [f"Sunting di Word: {path}" for path in paths]


def _restore(workspace: Workspace, given: Namespace) -> Words:
    kept = {kind: restore_template(workspace, kind) for kind in _kinds(given)}
    lines = [
        f"{template_of(workspace, kind).title}: templat bawaan dipakai{_old(path)}." for kind, path in kept.items()
    ]
    return {"kept": {kind.value: str(path) if path else None for kind, path in kept.items()}}, lines


def _old(path: Path | None) -> str:
    return f"; templat kantor disimpan sebagai {path}" if path else " sejak semula"


def _export(workspace: Workspace, given: Namespace) -> Words:
    path = export_pack(workspace, _file(given), tuple(given.kind))
    return {"file": str(path)}, [f"Paket templat: {path}"]


def _import(workspace: Workspace, given: Namespace) -> Words:
    pack = import_pack(workspace, _file(given))
    kinds = [kind.value for kind in pack.kinds]
    lines = [f"{len(kinds)} templat diimpor: {', '.join(kinds)}.", *(f"Templat lama: {path}" for path in pack.kept)]
    return {"kinds": kinds, "kept": [str(path) for path in pack.kept]}, lines


def _kinds(given: Namespace) -> tuple[LetterKind, ...]:
    """MissingWords: which template is meant must be said, so that no other is touched."""
    if not given.kind:
        raise MissingWords("jenis surat (--kind)")
    return tuple(given.kind)


def _file(given: Namespace) -> Path:
    if given.file is None:
        raise MissingWords("berkas paket templat")
    path: Path = given.file
    return path


_ACTIONS: dict[str, Callable[[Workspace, Namespace], Words]] = {
    "list": _list,
    "check": _list,
    "edit": _edit,
    "restore": _restore,
    "export": _export,
    "import": _import,
}

COMMANDS: dict[str, Callable[[Workspace, Namespace, Draw], Words]] = {
    "letter": _letter,
    "letters": _letters,
    "letter-again": _again,
    "letter-pdf": _pdf,
    "template-pack": _pack,
}
