"""Changes by hand taken back in any order: what stands is what the remaining ones say, or the undo is refused whole."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from desktop_app.domain.errors import LaterChange
from desktop_app.domain.reference import ReferenceChange
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import (
    BaseEdit,
    TargetEdit,
    changes,
    remove_alias,
    save_alias,
    save_base,
    save_target,
    undo_change,
)
from desktop_app.operations.reference_data import reference_data, spellings
from desktop_app.operations.workspace import Workspace, open_workspace

Key = tuple[str, str]
Steps = list[tuple[str, str, int | None]]
NAMES = ("satu", "dua")
CODES = ("51.03", "51.04", "51.05")

steps = some.lists(
    some.tuples(some.sampled_from(("ejaan", "penyebut", "target")), some.sampled_from(NAMES), some.integers(0, 2) | some.none()),
    max_size=7,
)  # fmt: skip
order = some.lists(some.integers(0, 9), max_size=8)


@pytest.fixture(scope="module")
def kept(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = open_workspace(Path(copytree(empty_folder, tmp_path_factory.mktemp("urungkan") / "ruang kerja")))
    yield opened
    opened.close()


def _alias(workspace: Workspace, name: str, value: int | None) -> ReferenceChange | None:
    return remove_alias(workspace, name) if value is None else save_alias(workspace, name, CODES[value])


def _base(workspace: Workspace, name: str, value: int | None) -> ReferenceChange | None:
    place = (CODES[NAMES.index(name)], Sector.SEMUA)
    # A value that never changes keeps the base alive while the others come and go.
    values = {("51", Sector.SEMUA): 9, place: None if value is None else value + 1}
    return save_base(workspace, BaseEdit(name="UCJ", document="Surat", as_of=date(2026, 1, 31), values=values))


def _target(workspace: Workspace, name: str, value: int | None) -> ReferenceChange | None:
    share = 0.5 if value is None else (value + 1) / 10
    return save_target(workspace, TargetEdit(region="51", sector=Sector.SEMUA, year=2026, share=share, document=name))


EDITS: dict[str, Callable[[Workspace, str, int | None], ReferenceChange | None]] = {
    "ejaan": _alias,
    "penyebut": _base,
    "target": _target,
}


def state(workspace: Workspace) -> dict[Key, object]:
    """Everything that the edits of this test can change."""
    data = reference_data(workspace)
    known: dict[Key, object] = {("ejaan", one.alias): one.region.code for one in spellings(workspace) if one.alias in NAMES}  # fmt: skip
    known |= {("penyebut", code): people for base in data.bases for (code, _), people in base.workers.items()}
    return known | {("target", one.document): one.share for one in data.targets}


@given(steps, order)
@settings(max_examples=12, deadline=None)
def test_undo_in_any_order(kept: Workspace, steps: Steps, order: list[int]) -> None:
    start = state(kept)
    standing: list[tuple[ReferenceChange, dict[Key, object], dict[Key, object]]] = []
    for subject, name, value in steps:
        before = state(kept)
        change = EDITS[subject](kept, name, value)
        assert (change is None) == (state(kept) == before)
        if change is not None:
            standing.append((change, before, state(kept)))

    for place in order:
        if place < len(standing):
            change, before, after = standing[place]
            _undo(kept, change, before, after)
            standing = [one for one in standing if one[0].id not in {c.id for c in changes(kept) if c.undone_at}]

    for change, *_ in reversed(standing):
        undo_change(kept, change.id)
    assert state(kept) == start


def _undo(workspace: Workspace, change: ReferenceChange, before: dict[Key, object], after: dict[Key, object]) -> None:
    """Either exactly what this change did is put back, or nothing happens at all."""
    present = state(workspace)
    mine = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    try:
        undo_change(workspace, change.id)
    except LaterChange:
        assert state(workspace) == present
        return
    assert all(present.get(key) == after.get(key) for key in mine)
    put_back = {key: before.get(key) if key in mine else present.get(key) for key in {*present, *before}}
    assert state(workspace) == {key: value for key, value in put_back.items() if value is not None}
