"""What the clerk has to do, as lines of Beranda: each with its state and the button that goes there."""

from dataclasses import dataclass

from desktop_app.domain.indonesian import month_year, number
from desktop_app.operations.home import Home, MissingFigures, TargetPace, WaitingRows
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import State
from desktop_app.ui.words import backup_words, level_words, moment, size

FEW_NAMES = 4


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
    if state.missing is not None and state.missing.regions:
        works.append(_missing(state.missing))
    if state.pace is not None and state.pace.out_of_reach:
        works.append(_pace(state.pace))
    if seen.answer is not None and not state.letters:
        works.append(_first_letter())
    return [*works, _backup(state)]


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
    names = ", ".join(region.short_name for region in missing.regions[:FEW_NAMES])
    more = len(missing.regions) - FEW_NAMES
    parts = level_words(missing.regions)
    without = f"{len(missing.regions)} dari {missing.of} {parts} tanpa angka {month_year(missing.period)}"
    return Work(
        icon="clock", tint="warn", title=without,
        detail=names + (f", dan {more} lagi" if more > 0 else ""),
        state=State.UNREPORTED, act="Lihat daftar", page="Cakupan",
    )  # fmt: skip


def _pace(pace: TargetPace) -> Work:
    return Work(
        icon="flag", tint="warn", title=f"{pace.region.full_name} sulit mencapai target {pace.target.year}",
        detail=f"Perlu {number(pace.needed)} orang per bulan; laju sekarang {number(pace.pace)} orang per bulan",
        state=State.OFF_PACE, act="Telusuri", page="Cakupan", region=pace.region.code,
    )  # fmt: skip


def _first_letter() -> Work:
    return Work(
        icon="mail", tint="acc", title="Surat Edaran 100 pekerja rentan per desa",
        detail="Angka kantor Anda sudah siap; nomor dapat diisi kemudian", state=State.NOTE, tag="Belum dibuat",
        act="Buat surat", page="Surat",
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
