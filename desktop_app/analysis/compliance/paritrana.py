"""The Paritrana binder: what the data already prove of each aspect, what evidence is missing, and the files attached.

Source: domain notes 6 (criteria). Weights and the scoring form are not known, so nothing is scored here.
"""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.analysis.compliance.binder_values import TITLES
from desktop_app.analysis.compliance.binder_values import Aspect as Aspect
from desktop_app.analysis.compliance.binder_values import AspectPart as AspectPart
from desktop_app.analysis.compliance.binder_values import AttachedFile as AttachedFile
from desktop_app.analysis.compliance.binder_values import Binder as Binder
from desktop_app.analysis.compliance.binder_values import Evidence as Evidence
from desktop_app.analysis.compliance.binder_values import Need as Need
from desktop_app.analysis.compliance.headlines import source_words
from desktop_app.analysis.compliance.said import people_words
from desktop_app.analysis.compliance.suppression import Hidden, Shown, suppressed_column
from desktop_app.analysis.compliance.values import Compliance, SourceFile
from desktop_app.analysis.compliance.vulnerable import NOT_NAMED
from desktop_app.analysis.growth import Growth
from desktop_app.domain.compliance import Category
from desktop_app.domain.indonesian import long_date, month_year, number, points, rupiah
from desktop_app.domain.letters import LegalBasis, LetterKind, LetterState
from desktop_app.domain.segments import Measure, Segment

Files = Mapping[Aspect, Sequence[AttachedFile]]

NOTES = (
    "Bobot dan formulir penilaian Paritrana tidak diketahui; periksa juknis tahun berjalan.",
    "Kepala daerah hadir sendiri dalam wawancara (paling banyak dua pendamping); periksa jadwalnya.",
)


def binder(
    compliance: Compliance,
    growth: Growth | None,
    rules: Sequence[LegalBasis],
    files: Files,
    *,
    year: int,
    folder: str = "",
) -> Binder:
    """Put together what is there.

    Args:
        compliance: of the assessed year. growth: of the year on the base of the figures. rules: of the library, in force
            in the year; those made by the region or its province are evidence.
    """
    proved = {
        Aspect.REGULASI: [*_rules(rules, compliance), *_letters(compliance)],
        Aspect.ANGGARAN: list(_funds(compliance)),
        Aspect.KINERJA: list(_performance(compliance, growth)),
        Aspect.INOVASI: list(_innovation(compliance)),
    }
    own = any(rule.region == compliance.region.code for rule in rules)
    parts = tuple(
        AspectPart(
            aspect=one, title=TITLES[one], evidence=tuple(proved[one]), files=tuple(files.get(one, ())),
            needs=tuple(_needs(one, compliance, growth, own=own, attached=bool(files.get(one)))),
        )
        for one in Aspect
    )  # fmt: skip
    return Binder(
        region=compliance.region, year=year, period=compliance.coverage.period, parts=parts, letters=compliance.letters,
        sources=_sources(compliance), notes=NOTES, folder=folder,
    )  # fmt: skip


def _rules(rules: Sequence[LegalBasis], compliance: Compliance) -> Iterator[Evidence]:
    places = {compliance.region.code, compliance.region.code[:2]}
    for rule in rules:
        if rule.region in places:
            yield Evidence(title="Peraturan daerah", value=rule.cited or rule.short, source=rule.seen, check=rule.check)


_ISSUED = (LetterState.BERNOMOR, LetterState.DITANDATANGANI, LetterState.TERKIRIM, LetterState.DIJAWAB)
_RULING = {LetterKind.SE_BUPATI, LetterKind.SE_SEKDA, LetterKind.SE_KADIS, LetterKind.INSTRUKSI}


def _letters(compliance: Compliance) -> Iterator[Evidence]:
    """Circulars and instructions that have a number; drafts prove nothing."""
    issued = [one for one in compliance.letters if one.state in _ISSUED and one.kind in {k.value for k in _RULING}]
    for one in issued:
        day = f", {long_date(one.letter_date)}" if one.letter_date else ""
        yield Evidence(
            title="Surat edaran atau instruksi", value=f"{one.number_text or 'bernomor'}{day}: {one.subject}",
            source=f"agenda surat, {one.state.value}",
        )  # fmt: skip


def _funds(compliance: Compliance) -> Iterator[Evidence]:
    section = compliance.vulnerable
    if section is None or section.period is None:
        return
    source = f"daftar pekerja rentan sampai {month_year(section.period)}, {number(len(section.sources))} lembar"
    for fund, people in _shown_funds(section.funds):
        if fund != NOT_NAMED:
            yield Evidence(title="Pekerja rentan menurut sumber dana", value=f"{fund}: {people}", source=source)


def _shown_funds(funds: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """Who pays -> how many, as it may leave the office."""
    shown, _ = suppressed_column([people for _, people in funds])
    return [(fund, _people(one)) for (fund, _), one in zip(funds, shown, strict=True)]


def _people(shown: Shown) -> str:
    if isinstance(shown, int):
        return f"{number(shown)} orang"
    return people_words(1, outside=True) if shown is Hidden.FEW else "jumlah tidak ditampilkan"


def _performance(compliance: Compliance, growth: Growth | None) -> Iterator[Evidence]:
    for one in compliance.headlines:
        yield Evidence(title=one.label, value=f"{one.value} ({one.fraction})", source=one.source)
    yield from _growth(compliance, growth)
    yield from _segments(compliance)
    yield from _companies(compliance)
    yield from _public(compliance)


def _growth(compliance: Compliance, growth: Growth | None) -> Iterator[Evidence]:
    if growth is None or growth.points is None:
        return
    people = (
        f", {'+' if (growth.people or 0) > 0 else ''}{number(growth.people)} orang" if growth.people is not None else ""
    )
    yield Evidence(
        title="Pertumbuhan cakupan dalam tahun", value=f"{points(growth.points)} poin{people}",
        source=f"{long_date(growth.since)}–{long_date(growth.until)}, penyebut {compliance.coverage.base.name}",
    )  # fmt: skip


_MEASURES = {Measure.PU: "PU", Measure.BPU: "BPU", Measure.JAKON: "Jakon"}


def _segments(compliance: Compliance) -> Iterator[Evidence]:
    """From the list where that is the figure, else as the recap gives them."""
    row = compliance.coverage.whole
    if row.counted and row.listed is not None:
        known = {"Jakon" if s is Segment.JAKON else s.value: n for s, n in row.listed.by_segment.items()}
    else:
        known = {_MEASURES[f.measure]: f.people for f in row.facts if f.measure in _MEASURES and f.people is not None}
    if known:
        words = ", ".join(f"{name} {number(people)}" for name, people in known.items())
        yield Evidence(title="Peserta aktif menurut segmen", value=words, source=source_words(row))


def _companies(compliance: Compliance) -> Iterator[Evidence]:
    section = compliance.companies
    if section is None or section.period is None:
        return
    source = f"daftar perusahaan {month_year(section.period)}"
    good = section.total.by_category.get(Category.PATUH, 0)
    yield Evidence(title="Perusahaan", value=f"{number(section.total.companies)}, {number(good)} patuh", source=source)
    if section.change is not None and section.change.arrears is not None:
        before, now = section.change.arrears
        value = f"tunggakan {rupiah(before, cents=False)} → {rupiah(now, cents=False)} pada {number(section.change.told_arrears)} perusahaan"
        yield Evidence(
            title="Hasil pembinaan perusahaan", value=value, source=f"{source} dan {month_year(section.change.since)}"
        )


def _public(compliance: Compliance) -> Iterator[Evidence]:
    section = compliance.public
    if section is None or section.period is None:
        return
    source = f"daftar peserta {month_year(section.period)}, menurut nama pemberi kerja"
    for village, title in ((False, "Non-ASN perangkat daerah"), (True, "Perangkat pemerintah desa")):
        mine = [one for one in section.employers if one.village is village]
        if mine:
            value = f"{number(sum(one.people for one in mine))} kepesertaan di {number(len(mine))} pemberi kerja"
            yield Evidence(title=title, value=value, source=source)


_SPONSORED = ("csr", "tjsl", "sertakan", "asn", "gn lingkaran", "donatur", "mandiri")


def _innovation(compliance: Compliance) -> Iterator[Evidence]:
    """Vulnerable workers whom others than a budget pay for, as their lists name it."""
    section = compliance.vulnerable
    for fund, people in _shown_funds(section.funds) if section else ():
        if any(word in fund.casefold() for word in _SPONSORED):
            yield Evidence(
                title="Perlindungan di luar anggaran",
                value=f"{fund}: {people}",
                source="daftar pekerja rentan",
            )


def _needs(
    aspect: Aspect, compliance: Compliance, growth: Growth | None, *, own: bool, attached: bool
) -> Iterator[Need]:
    for title, where in _WANTED[aspect]:
        yield Need(title=title, where=where, attached=attached)
    unnamed = dict(compliance.vulnerable.funds).get(NOT_NAMED, 0) if compliance.vulnerable else 0
    if aspect is Aspect.ANGGARAN and unnamed:
        words = people_words(unnamed, outside=True)
        yield Need(title=f"Sumber dana untuk {words} dalam daftar pekerja rentan", where="desa pengirim daftar")
    if aspect is Aspect.REGULASI and not own:
        title = f"Peraturan {compliance.region.full_name} tentang jaminan sosial ketenagakerjaan"
        yield Need(title=title, where="Bagian Hukum; belum ada dalam pustaka dasar hukum", attached=attached)
    if aspect is Aspect.KINERJA:
        for key in ("companies", "vulnerable", "public"):
            if key in compliance.absent:
                yield Need(title=compliance.absent[key], where="menu Impor")
        if growth is None or growth.points is None:
            why = f": {growth.reason[:1].lower()}{growth.reason[1:]}" if growth and growth.reason else "."
            yield Need(title=f"Pertumbuhan cakupan dalam tahun penilaian belum dapat dihitung{why}", where="menu Impor")


_WANTED: Mapping[Aspect, Sequence[tuple[str, str]]] = {
    Aspect.REGULASI: (("Salinan peraturan dengan nomor, tanggal, dan lembaran atau berita daerah", "Bagian Hukum"),),
    Aspect.ANGGARAN: (
        ("Kutipan DPA: iuran non-ASN dan pekerja rentan, pagu dan realisasi per tahun", "BPKAD dan perangkat daerah"),
        ("Baris APBDes untuk iuran perangkat desa, LKD, dan pekerja rentan", "Dinas PMD dan desa"),
    ),
    Aspect.KINERJA: (("Berita acara atau surat BPJS Ketenagakerjaan tentang angka tahun penilaian", "kantor cabang BPJS Ketenagakerjaan"),),
    Aspect.INOVASI: (
        ("Uraian inovasi satu halaman: masalah, cara, hasil dalam angka, dan biaya", "Dinas Tenaga Kerja"),
        ("Foto, berita, dan cerita penerima manfaat dengan persetujuan yang bersangkutan", "Dinas Kominfo dan desa"),
        ("Pernyataan desa dan perusahaan yang ikut serta", "desa dan perusahaan"),
    ),
}  # fmt: skip


def _sources(compliance: Compliance) -> tuple[SourceFile, ...]:
    sections = (compliance.companies, compliance.vulnerable, compliance.public)
    return tuple(source for section in sections if section is not None for source in section.sources)
