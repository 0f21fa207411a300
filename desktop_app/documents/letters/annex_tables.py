"""Annexes that show data: quota, companies, coverage, late figures; and the table of benefits."""

from itertools import groupby

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letters.company_words import MEANING, company_source
from desktop_app.documents.letters.content import Annex, AnnexColumn, AnnexRow, AnnexRowKind
from desktop_app.documents.letters.coverage_sentences import source
from desktop_app.documents.letters.late_words import month_list
from desktop_app.documents.letters.money_words import village_cost
from desktop_app.documents.letters.sender import Sender
from desktop_app.domain.compliance import company_sums
from desktop_app.domain.indonesian import long_date, number, percent_in_letter
from desktop_app.domain.sheets import CompanyFact

UNKNOWN = "belum ada data"
NO_TARGET = "belum ditetapkan"


def column(title: str, width: float, *, right: bool = False, centre: bool = False) -> AnnexColumn:
    return AnnexColumn(title=title, width=width, right=right, centre=centre)


def quota(sender: Sender) -> Annex | None:
    """`quota` people and their rupiah for every village, numbered through, with sums per kecamatan."""
    facts, where = sender.facts, sender.addressed_place.full_name
    if len(facts.villages) < 2:
        return None
    budget = f"Biaya {'per tahun' if facts.months == 12 else f'{facts.months} bulan'} (Rp)"
    title = f"kuota dan kebutuhan anggaran pelindungan pekerja rentan menurut {sender.kinds(' dan ')} di {where}"
    return Annex(
        label="",
        title=f"{title} tahun anggaran {facts.year}".upper(),
        columns=(
            column("No.", 1.1, centre=True), column("Kecamatan", 3.6), column(sender.kinds("/").title(), 4.2),
            column("Jenis", 2.3), column("Kuota (orang)", 1.9, right=True), column(budget, 2.9, right=True),
        ),
        rows=_quota_rows(sender, where),
    )  # fmt: skip


def _quota_rows(sender: Sender, where: str) -> tuple[AnnexRow, ...]:
    facts, cost = sender.facts, village_cost(sender.facts)
    rows: list[AnnexRow] = []
    for kecamatan, members in groupby(enumerate(facts.villages, start=1), key=lambda entry: entry[1][0]):
        before = len(rows)
        for no, (_, village) in members:
            kind = village.level.capitalize()
            cells = (f"{no}.", kecamatan.name, village.name, kind, number(facts.quota), number(cost))
            rows.append(AnnexRow(cells=cells))
        villages = len(rows) - before
        rows.append(_sum(f"Jumlah {kecamatan.full_name}", villages, facts.quota, cost, AnnexRowKind.KELOMPOK))
    if not sender.to_kecamatan:
        label = f"Jumlah {where}: {number(len(facts.villages))} {sender.kinds('/')}"
        rows.append(_sum(label, len(facts.villages), facts.quota, cost, AnnexRowKind.JUMLAH))
    return tuple(rows)


def _sum(label: str, villages: int, people: int, cost: int, kind: AnnexRowKind) -> AnnexRow:
    return AnnexRow(cells=(label, number(villages * people), number(villages * cost)), kind=kind)


def benefits(sender: Sender) -> Annex:
    """Amounts as in the domain notes, 3.4; only those that were confirmed there."""
    treatment = "Perawatan dan pengobatan akibat kecelakaan kerja", "sesuai dengan kebutuhan medis"
    unable = "100% (seratus persen) dari upah yang dilaporkan selama 12 (dua belas) bulan, selanjutnya 50% (lima puluh persen)"
    children = "paling banyak Rp174.000.000,00 untuk 2 (dua) orang anak"
    rows = (
        ("JKK", *treatment),
        ("JKK", "Santunan sementara tidak mampu bekerja", unable),
        ("JKK", "Perawatan di rumah", "paling banyak Rp20.000.000,00"),
        ("JKK", "Santunan kematian akibat kecelakaan kerja", "48 (empat puluh delapan) kali upah yang dilaporkan"),
        ("JKM", "Santunan kematian, biaya pemakaman, dan santunan berkala", "seluruhnya Rp42.000.000,00"),
        ("JKM", "Beasiswa pendidikan anak", f"{children}, setelah masa iur 3 (tiga) tahun"),
    )
    return Annex(
        label="",
        title="MANFAAT PROGRAM JAMINAN KECELAKAAN KERJA DAN JAMINAN KEMATIAN",
        columns=(
            column("No.", 1.1, centre=True), column("Program", 2.2, centre=True), column("Manfaat", 6.0),
            column("Besaran", 6.7),
        ),
        rows=tuple(AnnexRow(cells=(f"{no}.", *row)) for no, row in enumerate(rows, start=1)),
        notes=(
            "JKK: Jaminan Kecelakaan Kerja. JKM: Jaminan Kematian.",
            "Syarat dan besaran manfaat mengikuti ketentuan peraturan perundang-undangan yang berlaku pada saat risiko terjadi.",
        ),
    )  # fmt: skip


def companies(sender: Sender) -> Annex | None:
    """Those of the newest list that must still do something; sums over rows that tell. Not for a company's own letter."""
    facts = sender.facts
    owing = [fact for fact in facts.companies if (fact.category or fact.by_rules) in MEANING]
    if not owing or facts.companies_period is None or sender.to_company:
        return None
    rows = [AnnexRow(cells=(f"{no}.", *_company(fact))) for no, fact in enumerate(owing, start=1)]
    sums = company_sums(owing)
    total = (f"Jumlah {number(len(rows))} baris", _known(sums.actual), _known(sums.registered), _known(sums.arrears))
    rows.append(AnnexRow(cells=total, kind=AnnexRowKind.JUMLAH))
    return Annex(
        label="",
        title=f"daftar perusahaan yang belum memenuhi kewajiban di {sender.addressed_place.full_name}".upper(),
        columns=(
            column("No.", 1.2, centre=True), column("Nama perusahaan", 8.3), column("NPP", 3.2, centre=True),
            column("Golongan", 4.0), column("Pekerja sebenarnya", 2.4, right=True),
            column("Pekerja terdaftar", 2.4, right=True), column("Tunggakan (Rp)", 3.2, right=True),
        ),
        rows=tuple(rows),
        notes=(
            f"{number(len(owing))} dari {number(len(facts.companies))} baris daftar perusahaan per"
            f" {long_date(facts.companies_period)}{company_source(facts)}.",
            f"“{UNKNOWN}” berarti daftar itu tidak menyebutkannya, bukan nol; jumlah hanya mencakup baris yang menyebutkan angkanya.",
            "PWBD: wajib mendaftar tetapi belum terdaftar. PDS: mendaftarkan sebagian tenaga kerja (TK), upah, atau program.",
        ),
        landscape=True,
    )  # fmt: skip


def _company(fact: CompanyFact) -> tuple[str, ...]:
    npp = f"{fact.npp}/{fact.division}" if fact.npp and fact.division.strip("0") else fact.npp
    category = fact.category or fact.by_rules or UNKNOWN
    return fact.name, npp or "-", category, _known(fact.actual), _known(fact.registered), _known(fact.arrears)


def _known(value: int | None) -> str:
    return UNKNOWN if value is None else number(value)


def coverage(sender: Sender) -> Annex | None:
    """Coverage of the parts against their targets, with the gap in people; parts without a figure are named as such."""
    parts = [sender.facts.parts[code] for code in sorted(sender.facts.parts)]
    if not any(part.shown_share is not None for part in parts):
        return None
    own, place = sender.facts.own, sender.region.full_name
    rows = [
        AnnexRow(cells=(f"{no}.", part.region.full_name, *_coverage(part))) for no, part in enumerate(parts, start=1)
    ]
    if own is not None and own.shown_share is not None:
        rows.append(AnnexRow(cells=(place, *_coverage(own)), kind=AnnexRowKind.JUMLAH))
    return Annex(
        label="",
        title=f"cakupan jaminan sosial ketenagakerjaan menurut wilayah di {place}".upper(),
        columns=(
            column("No.", 1.1, centre=True), column("Wilayah", 4.1), column("Peserta aktif (orang)", 2.2, right=True),
            column("Pekerja (orang)", 2.2, right=True), column("Cakupan", 1.9, right=True),
            column("Target", 1.9, right=True), column("Kekurangan (orang)", 2.6, right=True),
        ),
        rows=tuple(rows),
        notes=_coverage_notes(parts),
    )  # fmt: skip


def _coverage(part: RegionCoverage) -> tuple[str, ...]:
    share = part.shown_share
    cells = (
        _known(part.active),
        _known(part.workers),
        UNKNOWN if share is None else percent_in_letter(share),
        percent_in_letter(part.target.share) if part.target else NO_TARGET,
    )
    return (*cells, UNKNOWN if part.gap_people is None else number(max(part.gap_people, 0)))


def _coverage_notes(parts: list[RegionCoverage]) -> tuple[str, ...]:
    known = [part for part in parts if part.shown_share is not None]
    days = sorted({part.period for part in known if part.period})
    newest = f"per {long_date(days[-1])}" if days else ""
    origins = "; ".join(sorted({source(part).removeprefix("sumber: ") for part in known}))
    notes = [f"Keadaan {newest} menurut penyebut {known[0].base}. Sumber: {origins}."]
    notes += [
        f"{part.region.full_name}: keadaan per {long_date(part.period)}."
        for part in known
        if part.period and part.period != days[-1]
    ]
    if len(known) < len(parts):
        notes.append(
            f"“{UNKNOWN}” tidak berarti nol; {number(len(known))} dari {number(len(parts))} wilayah memiliki angka."
        )
    return tuple(notes)


def late(sender: Sender) -> Annex | None:
    """Months that have not come, region by region."""
    if not sender.facts.late or sender.to_village:
        return None
    entries = sorted(sender.facts.late, key=lambda entry: entry.region.code)
    return Annex(
        label="",
        title=f"wilayah di {sender.addressed_place.full_name} yang belum menyampaikan laporan".upper(),
        columns=(
            column("No.", 1.1, centre=True), column("Wilayah", 5.4), column("Laporan yang belum diterima", 7.3),
            column("Jumlah (bulan)", 2.2, right=True),
        ),
        rows=tuple(
            AnnexRow(cells=(f"{no}.", one.region.full_name, month_list(one.months), number(len(set(one.months)))))
            for no, one in enumerate(entries, start=1)
        ),
        notes=(f"Keadaan pada tanggal {long_date(sender.facts.today)}.",),
    )  # fmt: skip
