"""Commands for reference data: bases, targets, spellings, regions, rates, and the log of changes."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date, timedelta

from desktop_app.domain.errors import MissingWords, PartsStand, UnknownBase, UnknownTarget
from desktop_app.domain.facts import Target, WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.reference import Rate, ReferenceChange
from desktop_app.domain.regions import Level, Region, depth
from desktop_app.operations import edit_reference as edits
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.offices import parts_of, region_named
from desktop_app.operations.reference_data import reference_data
from desktop_app.operations.reference_words import RATE_WORDS, rate_value
from desktop_app.operations.workspace import Workspace, now

Words = tuple[dict[str, object], list[str], int]
_FINE, _REFUSED = 0, 1
_NOTHING = "Tidak ada yang berubah: isinya sudah begitu."
_LEVELS = {1: Level.PROVINSI, 2: Level.KABUPATEN, 3: Level.KECAMATAN}


def run_reference(workspace: Workspace, arguments: Namespace, draw: Draw) -> Words:
    """Run one of `COMMANDS`, whose second word is its action."""
    return _RUN[arguments.command, getattr(arguments, "action", "")](workspace, arguments)


def _set_base(workspace: Workspace, given: Namespace) -> Words:
    known = next((one for one in reference_data(workspace).bases if one.name == given.name), None)
    region = region_named(workspace, given.region)
    place = (region.code, given.sector)
    edit = edits.BaseEdit(
        name=given.name, document=given.document or (known.document if known else ""),
        as_of=given.as_of or (known.as_of if known else now().date()), values={place: given.workers},
        notes={place: given.note},
    )  # fmt: skip
    return _told(edits.save_base(workspace, edit))


def _remove_base(workspace: Workspace, given: Namespace) -> Words:
    return _told(edits.remove_base(workspace, _base(workspace, given.name).name, given.document))


def _base(workspace: Workspace, name: str) -> WorkerBase:
    known = reference_data(workspace).bases
    for one in known:
        if one.name.casefold() == name.casefold():
            return one
    raise UnknownBase(name, [one.name for one in known])


def _set_target(workspace: Workspace, given: Namespace) -> Words:
    edit = edits.TargetEdit(
        region=region_named(workspace, given.region).code, sector=given.sector, year=given.year, share=given.percent,
        people=given.people, base=given.base, document=given.document, note=given.note,
    )  # fmt: skip
    return _told(edits.save_target(workspace, edit))


def _remove_target(workspace: Workspace, given: Namespace) -> Words:
    return _told(edits.remove_target(workspace, _target(workspace, given)))


def _target(workspace: Workspace, given: Namespace) -> Target:
    """The target of this region, year and sector; by its document where there are several."""
    code = region_named(workspace, given.region).code
    wanted = (code, given.year, given.sector)
    known = [one for one in reference_data(workspace).targets if (one.region, one.year, one.sector) == wanted]
    found = [one for one in known if not given.document or one.document.casefold() == given.document.casefold()]
    if len(found) != 1:
        raise UnknownTarget(given.document, [one.document for one in known])
    return found[0]


def _add_alias(workspace: Workspace, given: Namespace) -> Words:
    code = region_named(workspace, given.region).code
    return _told(edits.save_alias(workspace, given.alias, code, given.document))


def _remove_alias(workspace: Workspace, given: Namespace) -> Words:
    return _told(edits.remove_alias(workspace, given.alias, given.document))


def _add_region(workspace: Workspace, given: Namespace) -> Words:
    kind = Level(given.level) if given.level else _LEVELS.get(depth(given.code)) or _village(given.code)
    region = Region(given.code, given.name, kind, opened=given.opened, document=given.document)
    return _told(edits.add_region(workspace, region))


def _village(code: str) -> Level:
    return Level.KELURAHAN if code[-4:-3] == "1" else Level.DESA


def _close_region(workspace: Workspace, given: Namespace) -> Words:
    region = region_named(workspace, given.region)
    if not given.document.strip():
        raise MissingWords("dokumen penetapannya (--document)")
    if not given.heir and not given.force:
        _refuse_with_parts(workspace, region, given.day)
    return _told(edits.close_region(workspace, region.code, given.day, given.heir, given.document))


def _refuse_with_parts(workspace: Workspace, region: Region, day: date) -> None:
    """BadReference where closing the region would leave kecamatan or villages without a region above them."""
    standing = {
        words: len(parts_of(workspace, region.code, level, day))
        for level, words in ((2, "kabupaten/kota"), (3, "kecamatan"), (4, "desa/kelurahan"))
        if level > depth(region.code)
    }
    told = [f"{number(count)} {words}" for words, count in standing.items() if count]
    if told:
        raise PartsStand(region.full_name, told)


def _reopen_region(workspace: Workspace, given: Namespace) -> Words:
    return _told(edits.reopen_region(workspace, region_named(workspace, given.region).code, given.document))


def _rename_region(workspace: Workspace, given: Namespace) -> Words:
    code = region_named(workspace, given.region).code
    return _told(edits.rename_region(workspace, code, given.name, given.document))


def _list_rates(workspace: Workspace, given: Namespace) -> Words:
    found = edits.rates(workspace, given.on)
    return {"rates": [_rate_object(one) for one in found]}, [_rate_line(one) for one in found] or ["Belum ada tarif."], _FINE  # fmt: skip


def _list_changes(workspace: Workspace, given: Namespace) -> Words:
    found = edits.changes(workspace, given.subject)
    lines = [line for one in found for line in _change_lines(one)]
    return {"changes": [_change_object(one) for one in found]}, lines or ["Belum ada perubahan."], _FINE


def _undo_change(workspace: Workspace, given: Namespace) -> Words:
    change = edits.undo_change(workspace, given.number)
    return {"change": _change_object(change)}, [f"Diurungkan: {change.title}"], _FINE


def _import_reference(workspace: Workspace, given: Namespace) -> Words:
    done = edits.import_reference(workspace, given.file, given.subject, given.document)
    problems = [
        {"row": one.row, "column": one.column, "value": one.value, "reason": one.message, "next": one.step}
        for one in done.problems
    ]
    change = _change_object(done.change) if done.change else None
    counts = {"new": done.new, "changed": done.changed, "same": done.same}
    answer: dict[str, object] = {"file": done.file, **counts, "problems": problems, "change": change}
    if done.problems:
        lines = [f"Baris {one.row}, {one.column} “{one.value}”: {one.message} {one.step}" for one in done.problems]
        return answer, [*lines, "Tidak ada yang disimpan."], _REFUSED
    return answer, [f"{done.file}: {done.new} baru, {done.changed} berubah, {done.same} sama."], _FINE


def _told(change: ReferenceChange | None) -> Words:
    if change is None:
        return {"change": None}, [_NOTHING], _FINE
    return {"change": _change_object(change)}, _change_lines(change), _FINE


def _change_lines(change: ReferenceChange) -> list[str]:
    document = f", {change.document}" if change.document else ""
    undone = f", diurungkan {long_date(change.undone_at.date())}" if change.undone_at else ""
    head = f"{change.id}. {change.title} ({long_date(change.at.date())}, {change.by}{document}{undone})"
    return [head, *(f"   {line}" for line in change.details)]


def _change_object(change: ReferenceChange) -> dict[str, object]:
    return {
        "number": change.id, "subject": change.subject.value, "title": change.title, "details": list(change.details),
        "document": change.document, "at": change.at.isoformat(), "by": change.by, "import": change.import_id,
        "undone_at": change.undone_at.isoformat() if change.undone_at else None,
    }  # fmt: skip


def _rate_object(rate: Rate) -> dict[str, object]:
    return {
        "number": rate.id, "kind": rate.kind.value, "bracket": rate.bracket, "amount": rate.amount,
        "percent": None if rate.share is None else round(rate.share * 100, 6), "since": rate.since.isoformat(),
        "last": (rate.until - timedelta(days=1)).isoformat() if rate.until else None, "document": rate.document,
        "note": rate.note,
    }  # fmt: skip


def _rate_line(rate: Rate) -> str:
    last = f" sampai {long_date(rate.until - timedelta(days=1))}" if rate.until else ""
    document = f" ({rate.document})" if rate.document else ""
    return f"{RATE_WORDS[rate.kind]}, {rate.bracket}: {rate_value(rate)}, mulai {long_date(rate.since)}{last}{document}"


_RUN: dict[tuple[str, str], Callable[[Workspace, Namespace], Words]] = {
    ("base", "set"): _set_base,
    ("base", "remove"): _remove_base,
    ("target", "set"): _set_target,
    ("target", "remove"): _remove_target,
    ("alias", "add"): _add_alias,
    ("alias", "remove"): _remove_alias,
    ("region", "add"): _add_region,
    ("region", "close"): _close_region,
    ("region", "reopen"): _reopen_region,
    ("region", "rename"): _rename_region,
    ("rate", "list"): _list_rates,
    ("changes", ""): _list_changes,
    ("undo-change", ""): _undo_change,
    ("import-reference", ""): _import_reference,
}
COMMANDS = frozenset(command for command, _ in _RUN)
