"""What the clerk has to do, as lines of Beranda: each with its state and the button that goes there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from desktop_app.domain.indonesian import month_year, number
from desktop_app.domain.letters import LetterState
from desktop_app.domain.regions import Region
from desktop_app.operations.home import Home, MissingFigures, TargetPace, WaitingRows
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import State
from desktop_app.ui.words import backup_words, level_words, moment, size

FEW_NAMES = 4
_UNSENT = {
    LetterState.DRAF: "draf belum bernomor",
    LetterState.BERNOMOR: "belum ditandatangani",
    LetterState.DITANDATANGANI: "sudah ditandatangani",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """`open`: something is to be done; else it says that all is well. `page` is where `act` leads, `region` whose figure it opens, `import_id` which import."""

    icon: str
    tint: str
    title: str
    detail: str
    state: State
    tag: str = ""
    act: str
    page: str
    region: str = ""
    import_id: int | None = None
    open: bool = True


def worklist(state: Home, seen: Seen) -> list[Work]:
    """The most pressing first; the backup always last."""
    works = [_waiting(rows) for rows in state.waiting[:2]]
    if seen.answer is None:
        works.append(_first_import())
    looked_at = _own_or_province(state)
    if looked_at is not None and looked_at.regions:
        works.append(_missing(looked_at))
    if looked_at is not None and looked_at.without_base:
        works.append(_without_base(looked_at))
    works += [_pace(pace, 0) for pace in [state.pace] if pace is not None and pace.out_of_reach]
    works += [_pace(pace, state.behind - 1) for pace in state.out_of_reach[:1]]
    if seen.answer is not None and not state.letters:
        works.append(_first_letter())
    if any(state.letter_states.get(one) for one in _UNSENT):
        works.append(_unsent(state.letter_states))
    return [*works, _backup(state)]


def _own_or_province(state: Home) -> MissingFigures | None:
    """The parts of the office's own region where some of them report; else those of its province."""
    own = state.own_missing
    return own if own is not None and len(own.regions) < own.of else state.missing


def _waiting(rows: WaitingRows) -> Work:
    return Work(
        icon="circle-question-mark", tint="warn", title=f"{number(rows.rows)} baris menunggu perbaikan",
        detail=f"Baris {rows.first.row}: {rows.first.message} · {rows.file}", state=State.CHECK, act="Lihat baris",
        page="Impor", import_id=rows.import_id,
    )  # fmt: skip


def _first_import() -> Work:
    return Work(
        icon="file-input", tint="acc", title="Impor lembar pertama",
        detail="Penyebut, target, dan rekap cabang; urutannya bebas", state=State.NOTE, tag="Mulai di sini",
        act="Impor", page="Impor",
    )  # fmt: skip


def _missing(missing: MissingFigures) -> Work:
    parts = level_words(missing.regions)
    without = f"{len(missing.regions)} dari {missing.of} {parts} tanpa angka {month_year(missing.period)}"
    return Work(
        icon="clock", tint="warn", title=without, detail=_names(missing.regions), state=State.UNREPORTED,
        act="Lihat daftar", page="Cakupan",
    )  # fmt: skip


def _without_base(missing: MissingFigures) -> Work:
    regions = missing.without_base
    return Work(
        icon="scale", tint="warn", title=f"{len(regions)} {level_words(regions)} tanpa penyebut {missing.base}",
        detail=f"Pesertanya ada, persennya belum dapat dihitung: {_names(regions)}", state=State.CHECK,
        act="Isi penyebut", page="Data Acuan",
    )  # fmt: skip


def _names(regions: Sequence[Region]) -> str:
    more = len(regions) - FEW_NAMES
    return ", ".join(region.short_name for region in regions[:FEW_NAMES]) + (f", dan {more} lagi" if more > 0 else "")


def _pace(pace: TargetPace, others: int) -> Work:
    """`others`: so many more regions that are behind their pace."""
    more = f" · {number(others)} wilayah lain juga" if others > 0 else ""
    return Work(
        icon="flag", tint="warn", title=f"{pace.region.full_name} sulit mencapai target {pace.target.year}",
        detail=f"Perlu {number(ceil(pace.needed))} orang per bulan; laju sekarang {number(pace.pace)} orang per bulan{more}",
        state=State.OFF_PACE, act="Telusuri", page="Cakupan", region=pace.region.code,
    )  # fmt: skip


def _first_letter() -> Work:
    return Work(
        icon="mail", tint="acc", title="Surat Edaran 100 pekerja rentan per desa",
        detail="Angka kantor Anda sudah siap; nomor dapat diisi kemudian", state=State.NOTE, tag="Belum dibuat",
        act="Buat surat", page="Surat",
    )  # fmt: skip


def _unsent(states: Mapping[LetterState, int]) -> Work:
    """Letters that were made and have not left the office yet."""
    counts = {one: states.get(one, 0) for one in _UNSENT}
    parts = [f"{number(count)} {_UNSENT[one]}" for one, count in counts.items() if count]
    return Work(
        icon="mail", tint="acc", title=f"{number(sum(counts.values()))} surat belum dikirim", detail=", ".join(parts),
        state=State.DRAFT, tag="Menunggu", act="Buka surat", page="Surat",
    )  # fmt: skip


def _backup(state: Home) -> Work:
    words, safe = backup_words(state.backup)
    if state.backup is None:
        return Work(
            icon="shield-check", tint="warn", title=words, detail="Cadangan pertama dibuat ketika Anda mengimpor",
            state=State.CHECK, act="Cadangkan", page="Pengaturan",
        )  # fmt: skip
    detail = f"{moment(state.backup.made_at).capitalize()} · dibuka dan diperiksa · {size(state.backup.size)}"
    return Work(
        icon="shield-check", tint="ok" if safe else "warn", title="Cadangan teruji", detail=detail,
        state=State.SAFE if safe else State.LATE, act="Rincian", page="Pengaturan", open=not safe,
    )  # fmt: skip
