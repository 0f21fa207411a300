"""The annexes that a letter can have, by key; which of them it has, is what its points mention."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from desktop_app.documents.letters import annex_forms as forms
from desktop_app.documents.letters import annex_tables as tables
from desktop_app.documents.letters.content import Annex
from desktop_app.documents.letters.filling import placeholders_in
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.words import Word
from desktop_app.domain.indonesian import NBSP

Maker = Callable[[Sender], Annex | None]
"""An annex without its label; None where there is nothing to put into it."""

ANNEXES: Mapping[str, tuple[str, Maker]] = {
    "kuota": ("Kuota dan kebutuhan anggaran per desa", tables.quota),
    "daftar": ("Daftar calon peserta, untuk diisi desa", forms.people),
    "rekap": ("Rekapitulasi kecamatan, untuk diisi camat", forms.recap),
    "manfaat": ("Tabel manfaat program", tables.benefits),
    "perusahaan": ("Daftar perusahaan dan kewajibannya", tables.companies),
    "cakupan": ("Cakupan menurut wilayah", tables.coverage),
    "terlambat": ("Wilayah yang belum melapor", tables.late),
    "non_asn": ("Data kepesertaan non-ASN, untuk diisi", forms.non_asn),
    "jakon": ("Daftar kegiatan konstruksi, untuk diisi", forms.projects),
    "sponsor": ("Rekapitulasi kepesertaan yang dibiayai, untuk diisi", forms.sponsors),
    "desa_adat": ("Data pekerja desa adat, untuk diisi", forms.customary),
    "pekerja": ("Rekapitulasi pendaftaran pekerja, untuk diisi", forms.workers),
}
"""Key -> (what it is, how it is made)."""

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


_FORMS = frozenset({"daftar", "rekap", "non_asn", "jakon", "sponsor", "desa_adat", "pekerja"})
"""Annexes that are to be filled in: a point says “dengan format …” of them, and “dengan rincian …” of the others."""


def names_of(key: str) -> tuple[str, str]:
    """The words that mention an annex: its name, and a phrase that falls away with it."""
    return f"lampiran_{key}", f"{'format' if key in _FORMS else 'rincian'}_{key}"


_KEYS = {name: key for key in ANNEXES for name in names_of(key)}


def mentioned(texts: Iterable[str]) -> tuple[str, ...]:
    """Keys of annexes in the order in which the texts speak of them."""
    found = (_KEYS[name] for text in texts for name in placeholders_in(text) if name in _KEYS)
    return tuple(dict.fromkeys(found))


def annexes_of(keys: Iterable[str], sender: Sender) -> dict[str, Annex]:
    """Those that have content, numbered in this order; a single one has no number. What is to be filled in is unsigned."""
    made = {key: annex for key in keys if (annex := ANNEXES[key][1](sender)) is not None}
    single = len(made) == 1
    return {
        key: replace(annex, label="LAMPIRAN" if single else f"LAMPIRAN {_ROMAN[place]}", signed=key not in _FORMS)
        for place, (key, annex) in enumerate(made.items())
    }


def annex_words(made: Mapping[str, Annex], unmade: str | None = None) -> dict[str, Word]:
    """The words of every annex there is; `unmade` is how those that are not in `made` are called."""
    words = {}
    for key, (title, _) in ANNEXES.items():
        label = made[key].label.replace("LAMPIRAN", "Lampiran").replace(" ", NBSP) if key in made else unmade
        for word in _words(key, title, label):
            words[word.name] = word
    return words


def _words(key: str, title: str, label: str | None) -> tuple[Word, Word]:
    name, phrase = names_of(key)
    start = "dengan format" if key in _FORMS else ", dengan rincian"
    told = f"{start} sebagaimana tercantum dalam {label}" if label else ""
    return (
        Word(name=name, title=f"Nomor lampiran: {title}", text=label),
        Word(name=phrase, title=f"“{start.lstrip(', ')} … Lampiran”: {title}", text=told),
    )
