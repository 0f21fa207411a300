"""Words on who writes to whom, where and when."""

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.marks import Marks
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.words import Word
from desktop_app.documents.terbilang import counted
from desktop_app.domain.indonesian import long_date

DETAILS = {
    "hari": "Hari dan tanggal acara",
    "pukul": "Waktu acara, misalnya 09.00 WITA sampai dengan selesai",
    "tempat_acara": "Tempat acara",
    "acara": "Acara",
    "surat_sebelumnya": "Nomor dan tanggal surat sebelumnya",
    "narahubung": "Nama dan nomor yang dapat dihubungi",
}
"""What the clerk fills in for a letter; dots where it is blank."""


def place_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    sender = Sender(facts, marks)
    return [
        *_names(sender),
        *_villages(sender, marks),
        *_days(facts, marks),
        *[_detail(facts, name, title, marks) for name, title in DETAILS.items()],
    ]


def _names(sender: Sender) -> list[Word]:
    address = f", {sender.address}" if sender.address else ""
    return [
        Word(name="wilayah", title="Wilayah", text=sender.region.full_name, raw=sender.region.full_name),
        Word(name="wilayah_pendek", title="Wilayah tanpa “Kabupaten” atau “Kota”", text=sender.region.short_name),
        Word(name="provinsi", title="Provinsi", text=sender.facts.province.full_name),
        Word(name="provinsi_pendek", title="Provinsi tanpa kata “Provinsi”", text=sender.facts.province.short_name),
        Word(name="lokasi", title="Wilayah yang dituju surat ini", text=sender.addressed_place.full_name),
        Word(name="kepala_daerah", title="Kepala daerah", text=sender.head),
        Word(name="jabatan_kepala", title="Jabatan kepala daerah", text=sender.head_kind),
        Word(name="pemerintah", title="Pemerintah daerah", text=sender.government),
        Word(name="dinas", title="Dinas", text=sender.agency),
        Word(name="alamat_dinas", title="Alamat dinas, didahului koma", text=address),
        Word(name="cabang", title="Kantor BPJS Ketenagakerjaan", text=sender.branch),
        Word(name="camat", title="Camat wilayah yang dituju, atau semua camat", text=sender.camat),
        Word(name="kepala_desa", title="Sebutan kepala desa", text=sender.village_head),
    ]


def _villages(sender: Sender, marks: Marks) -> list[Word]:
    desa, kelurahan = sender.desa, sender.kelurahan
    return [
        Word(name="kepala_desa_lurah", title="Sebutan kepala desa dan lurah", text=sender.village_heads),
        Word(name="desa_kelurahan", title="“desa dan kelurahan”, sesuai yang ada", text=sender.kinds(" dan ")),
        Word(name="desa_atau_kelurahan", title="“desa atau kelurahan”, sesuai yang ada", text=sender.kinds(" atau ")),
        Word(name="musyawarah", title="Musyawarah yang menetapkan", text=sender.meeting),
        Word(name="ada_desa", title="“desa”, kecuali hanya ada kelurahan", text="desa" if desa or not kelurahan else ""),
        Word(name="jumlah_desa", title="Banyaknya desa", text=_counted(desa, marks), raw=desa or None),
        Word(name="jumlah_kelurahan", title="Banyaknya kelurahan", text=_counted(kelurahan, marks), raw=kelurahan or None),
        Word(
            name="jumlah_desa_kelurahan", title="Banyaknya desa dan kelurahan",
            text=marks.data(sender.villages_counted) or None, raw=(desa + kelurahan) or None,
        ),
    ]  # fmt: skip


def _days(facts: LetterFacts, marks: Marks) -> list[Word]:
    deadline, day = facts.deadline, facts.letter_date
    return [
        Word(name="tahun", title="Tahun anggaran", text=marks.data(str(facts.year)), raw=facts.year),
        Word(
            name="tenggat", title="Batas waktu jawaban", raw=deadline.isoformat() if deadline else None,
            text=marks.data(long_date(deadline)) if deadline else marks.dots,
        ),
        Word(
            name="tanggal_surat", title="Tanggal surat", raw=day.isoformat() if day else None,
            text=long_date(day) if day else marks.dots,
        ),
    ]  # fmt: skip


def _detail(facts: LetterFacts, name: str, title: str, marks: Marks) -> Word:
    """An earlier letter may not exist; whatever else is blank is to be filled in by hand."""
    value = " ".join(facts.details.get(name, "").split())
    blank = None if name == "surat_sebelumnya" else marks.dots
    return Word(name=name, title=title, text=value or blank, raw=value or None)


def _counted(count: int, marks: Marks) -> str | None:
    return marks.data(counted(count)) if count else None
