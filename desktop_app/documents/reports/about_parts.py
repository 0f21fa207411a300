"""“Tentang laporan ini”: files with hashes and dates, bases, targets, rules, filters, version, and who."""

from collections.abc import Mapping, Sequence

from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.tables import Column, Kind, Row, Section, Table
from desktop_app.domain.facts import ImportRecord, Target, WorkerBase
from desktop_app.domain.indonesian import number

DEFINITIONS = (
    ("Cakupan", "Peserta aktif dibagi penyebut. Selalu disertai penyebut, bulan data, dan sumbernya."),
    ("Penyebut", "Jumlah pekerja menurut satu dokumen. Cakupan dengan penyebut berbeda tidak dapat dibandingkan."),
    ("Selisih (poin)", "Cakupan dikurangi target, dalam poin persentase."),
    ("Kurang (orang)", "Target dikali penyebut, dibulatkan ke atas, dikurangi peserta aktif; “tercapai” bila tidak ada lagi."),
    ("Belum ada data", "Tidak ada angka. Ini tidak sama dengan nol."),
    ("Dilaporkan, tanpa pembilang", "Sumber hanya menyebut persentase. Angka ini ditampilkan, tetapi tidak masuk jumlah."),
    ("Data bulan lain", "Angka terbaru dari dua belas bulan sebelumnya. Bulannya disebut, dan angka ini tidak masuk jumlah."),
    ("Data contoh", "Orang rekaan untuk mencoba aplikasi. Data contoh tidak masuk angka mana pun."),
)  # fmt: skip
SHEET, TITLE = "Tentang laporan ini", "Tentang laporan ini"
_FILES = (
    Column(title="Berkas", kind=Kind.NAME, width=30),
    Column(title="SHA-256", kind=Kind.CODE, width=34),
    Column(title="Lembar", width=18),
    Column(title="Jenis", width=14),
    Column(title="Bulan data", kind=Kind.DAY, width=15, missing="–"),
    Column(title="Pengirim", width=26, missing="tidak disebut"),
    Column(title="Diimpor", kind=Kind.TIME, width=17),
    Column(title="Keterangan", kind=Kind.NOTE, width=34),
)
_BASES = (
    Column(title="Nama", kind=Kind.NAME, width=30), Column(title="Dokumen", kind=Kind.NOTE, width=34),
    Column(title="Wilayah", kind=Kind.WHOLE), Column(title="Per", kind=Kind.DAY),
)  # fmt: skip
_TARGETS = (
    Column(title="Wilayah", kind=Kind.NAME, width=30), Column(title="Dokumen", kind=Kind.NOTE, width=34),
    Column(title="Sektor"),
    Column(title="Target", kind=Kind.SHARE), Column(title="Batas waktu", kind=Kind.DAY),
    Column(title="Catatan", kind=Kind.NOTE),
)  # fmt: skip
_WORDS = (Column(title="Hal", kind=Kind.NAME, width=30), Column(title="Isi", width=120, span=7))


def about_section(
    imports: Sequence[ImportRecord],
    bases: Sequence[WorkerBase],
    targets: Sequence[Target],
    names: Mapping[str, str],
    made: Made,
    filters: tuple[tuple[str, str], ...] = (),
    rules: tuple[tuple[str, str], ...] = (),
) -> Section:
    tables = (
        Table(title="Berkas", columns=_FILES, rows=tuple(_file(one) for one in imports)),
        Table(title="Penyebut", columns=_BASES, rows=tuple(_base(one) for one in bases)),
        Table(title="Target", columns=_TARGETS, rows=tuple(_target(one, names) for one in targets)),
        Table(
            title="Pilihan",
            columns=_WORDS,
            rows=tuple({**dict(filters), **dict(made.filters)}.items()),
            nothing="Tanpa saringan.",
        ),
        Table(title="Pengertian dan aturan", columns=_WORDS, rows=_definitions((*rules, *made.rules))),
    )
    return Section(sheet=SHEET, title=TITLE, basis=f"Dibuat {made.words}, Cakupan {made.version}", tables=tables)


def _definitions(rules: tuple[tuple[str, str], ...]) -> tuple[Row, ...]:
    """A rule of the report itself stands in place of what is usual."""
    return tuple({**dict(DEFINITIONS), **dict(rules)}.items())


def _file(record: ImportRecord) -> Row:
    state = "lengkap" if record.complete else "sebagian"
    remarks = [f"oleh {record.imported_by}", state, f"{number(record.counts.stored)} baris tersimpan"]
    remarks += ["data contoh, tidak masuk angka"] * record.sample
    return (
        record.file, record.sha256, record.sheet, str(record.kind), record.period, record.sender or None,
        record.imported_at, "; ".join(remarks),
    )  # fmt: skip


def _base(base: WorkerBase) -> Row:
    return (base.name, base.document, len({region for region, _ in base.workers}), base.as_of)


def _target(target: Target, names: Mapping[str, str]) -> Row:
    region = names.get(target.region, target.region)
    return (region, target.document, str(target.sector), target.share, target.due, target.note)
