"""Rows of a file of reference data as entries of a change: the same checks as for edits by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from desktop_app.domain.errors import BadAlias, BadReference, UnknownRegion
from desktop_app.domain.reference import Rate, RateKind, Subject
from desktop_app.domain.regions import Level, Region, depth
from desktop_app.operations.edit_aliases import check_alias, plain_alias
from desktop_app.operations.edit_rates import checked_rate, next_id
from desktop_app.operations.edit_regions import check_heirs, checked_new, checked_shape
from desktop_app.operations.reference_file import BadCell, FileRow
from desktop_app.operations.reference_words import RATE_WORDS
from desktop_app.store import reference_rates, regions
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import Entries, alias_entry, rate_entry, region_entry

_ONE_DAY = timedelta(days=1)
_CODE_STEP = "Tulis kode Kemendagri dengan titik, misalnya 51.03.06.2006, dengan sel berformat teks."
_TWICE = "Hapus salah satu barisnya."
_LEVELS = {1: Level.PROVINSI, 2: Level.KABUPATEN, 3: Level.KECAMATAN}


@dataclass(slots=True)
class Draft:
    """The entries read so far. `codes`: all that the file itself names, so that a kecamatan may come with its villages.

    `called`: regions by the official names that are spellings here.
    """

    session: Session
    document: str
    codes: frozenset[str]
    rates: dict[tuple[RateKind, str, str], int]
    free: int
    called: dict[str, list[Region]]
    wanted: Entries = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, rows: Sequence[FileRow], document: str) -> "Draft":
        known = {
            (rate.kind, rate.bracket, rate.since.isoformat()): rate.id or 0 for rate in reference_rates.rates(session)
        }
        codes = frozenset(row.text("kode") for row in rows)
        spellings = {" ".join(row.text("alias").split()) for row in rows} - {""}
        called = regions.officially_called(session, spellings)
        return cls(session, document, codes, known, next_id(session), called)

    def add(self, row: FileRow, column: str, key: str, entry: dict[str, object]) -> None:
        """BadCell for a second row about the same."""
        if key in self.wanted:
            message = f"“{row.text(column)}” sudah ada di baris {self.rows[key]}."
            raise BadCell(column, message, _TWICE)
        self.wanted[key], self.rows[key] = entry, row.number

    def document_of(self, row: FileRow) -> str:
        return row.text("dokumen") or self.document


def read_alias(draft: Draft, row: FileRow) -> None:
    alias, code = plain_alias(row.text("alias")), row.text("kode")
    try:
        check_alias(draft.session, alias, code, draft.called.get(alias))
    except UnknownRegion as bad:
        raise BadCell("kode", str(bad), _CODE_STEP) from bad
    except BadAlias as bad:
        raise BadCell("alias", str(bad), "Hapus baris ini, atau tulis ejaan yang lebih lengkap.") from bad
    draft.add(row, "alias", alias, alias_entry(code))


def read_region(draft: Draft, row: FileRow) -> None:
    code = row.text("kode")
    known = regions.region(draft.session, code)
    region = _told(draft, row, known or Region(code, row.text("nama"), _level(row)))
    try:
        region = checked_new(draft.session, region, draft.codes) if known is None else checked_shape(region)
        check_heirs(draft.session, region, region.heirs, draft.codes)
    except UnknownRegion as bad:
        raise BadCell("penerus", str(bad), _CODE_STEP) from bad
    except BadReference as bad:
        raise BadCell("kode", str(bad), _CODE_STEP) from bad
    draft.add(row, "kode", region.code, region_entry(region))


def read_rate(draft: Draft, row: FileRow) -> None:
    since = row.day("mulai")
    if since is None:
        raise BadCell("mulai", "Tanggal mulai berlaku belum diisi.", "Tulis tanggal seperti 01-02-2026.")
    last, amount, percents = row.day("sampai"), row.amount("rupiah"), row.amount("persen")
    if amount is not None and amount != int(amount):
        raise BadCell("rupiah", f"“{row.text('rupiah')}” bukan rupiah bulat.", "Tulis rupiah tanpa sen.")
    rate = checked_rate(
        Rate(
            kind=_kind(row), bracket=row.text("lapisan"), amount=None if amount is None else int(amount),
            share=None if percents is None else round(percents / 100, 8), since=since,
            until=last + _ONE_DAY if last else None, document=draft.document_of(row), note=row.text("catatan"),
        )
    )  # fmt: skip
    place = (rate.kind, rate.bracket, rate.since.isoformat())
    if place not in draft.rates:
        draft.rates[place], draft.free = draft.free, draft.free + 1
    draft.add(row, "lapisan", str(draft.rates[place]), rate_entry(rate))


def _told(draft: Draft, row: FileRow, region: Region) -> Region:
    """`region` with what the row says of it; blank cells leave what is there."""
    heirs = tuple(part.strip() for part in row.text("penerus").replace(",", ";").split(";") if part.strip())
    return replace(
        region, name=row.text("nama") or region.name, level=_level(row) if row.text("tingkat") else region.level,
        opened=row.day("berdiri") or region.opened, closed=row.day("ditutup") or region.closed,
        heirs=heirs or region.heirs, document=draft.document_of(row) or region.document,
    )  # fmt: skip


def _level(row: FileRow) -> Level:
    """As written, else as the code shows it: kota and kabupaten begin alike, so that a city has to say so."""
    words, code = row.text("tingkat").casefold(), row.text("kode")
    if words:
        if words not in list(Level) or words == Level.NEGARA:
            raise BadCell("tingkat", f"Tingkat “{row.text('tingkat')}” tidak dikenal.", f"Pilihannya: {_levels()}.")
        return Level(words)
    return _LEVELS.get(depth(code)) or (Level.KELURAHAN if code[-4:-3] == "1" else Level.DESA)


def _levels() -> str:
    return ", ".join(level.value for level in Level if level is not Level.NEGARA)


def _kind(row: FileRow) -> RateKind:
    """By its key (jkk_bpu) or as the screen says it (JKK BPU)."""
    said = row.text("jenis").casefold()
    for kind, words in RATE_WORDS.items():
        if said in (kind.value, kind.value.replace("_", " "), words.casefold()):
            return kind
    raise BadCell("jenis", f"Jenis tarif “{row.text('jenis')}” tidak dikenal.", f"Pilihannya: {', '.join(RateKind)}.")


READERS: dict[Subject, Callable[[Draft, FileRow], None]] = {
    Subject.ALIAS: read_alias,
    Subject.REGION: read_region,
    Subject.RATE: read_rate,
}
