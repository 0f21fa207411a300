"""The Surat Edaran of a Bupati or Wali Kota on protecting vulnerable workers in every village."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents import letter_points as points
from desktop_app.documents.legal_bases import legal_bases, listed
from desktop_app.documents.letter_sender import Sender
from desktop_app.documents.terbilang import counted
from desktop_app.documents.word import fill_template
from desktop_app.domain.indonesian import NBSP, number
from desktop_app.domain.office import Office
from desktop_app.domain.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexRow:
    """One village of the annex: running number, kecamatan, name, kind, people, rupiah; all as printed."""

    no: str
    kecamatan: str
    village: str
    kind: str
    people: str
    cost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexGroup:
    """The villages of one kecamatan with their sums."""

    kecamatan: str
    rows: tuple[AnnexRow, ...]
    people: str
    cost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VulnerableWorkersLetter:
    """The finished text of the letter; every field is a placeholder of the Word template, and there are no others.

    `head` to `title` are the letterhead and heading, `opening` to `closing` the body, `place` to `copies` its end.
    `groups` to `total_cost` fill Lampiran I, `list_title` and `village_heads` Lampiran II. `mark` stands above a letter
    made from sample data and is empty otherwise.
    """

    mark: str
    head: str
    province: str
    recipients: str
    number: str
    title: str
    opening: str
    legal_bases: tuple[str, ...]
    transition: str
    coverage: str
    quota: str
    cost: str
    criteria: tuple[str, ...]
    list_due: str
    camat: str
    contacts: tuple[str, ...]
    benefits: str
    evaluation: str
    closing: str
    place: str
    head_name: str
    copies: tuple[str, ...]
    annex_title: str
    village_label: str
    cost_label: str
    groups: tuple[AnnexGroup, ...]
    total_label: str
    total_people: str
    total_cost: str
    list_title: str
    village_heads: str


def vulnerable_workers_letter(
    office: Office,
    region: Region,
    province: Region,
    own: RegionCoverage | None,
    villages: list[tuple[Region, Region]],
    quota: int,
    *,
    monthly: int,
    months: int,
    year: int,
    deadline: date | None,
) -> VulnerableWorkersLetter:
    """The letter of the head of `region` to all its villages, in words.

    Args:
        own: the region's coverage; None where there is no figure, which the letter then says.
        villages: kecamatan and village, ordered by kecamatan.
        quota: people per village; `monthly` rupiah per person, `months` months of the budget year `year`.
        deadline: last day for the villages' lists; None leaves it to be filled in.
    """
    sender = Sender(office, region, province, villages)
    kinds, place = sender.kinds(" dan "), region.full_name
    subject = f"{counted(quota)} pekerja rentan pada setiap {kinds} di {place.replace(' ', NBSP)}"
    cost = quota * monthly * months
    return VulnerableWorkersLetter(
        mark="KONSEP DARI DATA CONTOH, BUKAN NASKAH DINAS" if office.sample else "",
        head=sender.head.upper(),
        province=province.full_name.upper() if province != region else "",
        recipients=f"{sender.village_heads} se-{place}",
        number=f"500.15.14/{' ' * 14}/{sender.number_code}/{year}".replace(" ", NBSP),
        title=f"pelindungan jaminan sosial ketenagakerjaan bagi {subject}".upper(),
        opening=f"Pelindungan jaminan sosial ketenagakerjaan bagi pekerja rentan di {place} dilaksanakan berdasarkan:",
        legal_bases=listed(legal_bases(region, province, year)),
        transition=f"Sehubungan dengan hal tersebut dan untuk memperluas pelindungan bagi pekerja rentan di setiap"
        f" {kinds}, disampaikan hal-hal sebagai berikut:",
        coverage=points.coverage_point(own, sender),
        quota=points.quota_point(sender, quota, year),
        cost=points.cost_point(sender, quota, monthly, months),
        criteria=listed(points.criteria(sender)),
        list_due=points.list_point(sender, deadline),
        camat=points.camat_point(sender),
        contacts=listed(points.contacts(sender)),
        benefits=points.benefits_point(),
        evaluation=points.evaluation_point(sender),
        closing="Demikian Surat Edaran ini disampaikan untuk dilaksanakan dengan penuh tanggung jawab.",
        place=sender.seat,
        head_name=sender.head_name,
        copies=_copies(sender),
        annex_title=f"kuota dan kebutuhan anggaran pelindungan pekerja rentan menurut {kinds} di {place}".upper(),
        village_label=sender.kinds("/").title(),
        cost_label="Biaya per tahun (Rp)" if months == 12 else f"Biaya {months} bulan (Rp)",
        groups=_groups(villages, quota, cost),
        total_label=f"Jumlah {place}: {number(len(villages))} {sender.kinds('/')}",
        total_people=number(quota * len(villages)),
        total_cost=number(cost * len(villages)),
        list_title=f"daftar calon peserta pekerja rentan tahun {year}".upper(),
        village_heads=sender.village_heads.replace(" dan ", "/"),
    )


def write_letter(letter: VulnerableWorkersLetter, template: Path, target: Path) -> None:
    """Fill `template` with the letter. BadTemplate, FileInUse: `target` stays as it was."""
    fill_template(template, asdict(letter), target)


def _copies(sender: Sender) -> tuple[str, ...]:
    place = sender.region.full_name
    above = [f"Gubernur {sender.province.short_name}"] if sender.province != sender.region else []
    *most, last = (
        *above,
        f"Ketua DPRD {place}",
        f"Sekretaris Daerah {place}",
        f"Kepala perangkat daerah yang membidangi pemberdayaan masyarakat dan desa di {place}",
        f"Kepala {sender.agency}",
        f"Kepala {sender.branch}",
        f"Camat se-{place}",
    )
    return (*(f"{reader};" for reader in most), f"{last}.")


def _groups(villages: Sequence[tuple[Region, Region]], quota: int, cost: int) -> tuple[AnnexGroup, ...]:
    """`quota` people and `cost` rupiah for every village, numbered through, with sums per kecamatan."""
    groups = []
    numbered = enumerate(villages, start=1)
    for kecamatan, members in groupby(numbered, key=lambda entry: entry[1][0]):
        rows = tuple(
            AnnexRow(
                no=str(no), kecamatan=kecamatan.name, village=village.name, kind=village.level.capitalize(),
                people=number(quota), cost=number(cost),
            )
            for no, (_, village) in members
        )  # fmt: skip
        people, rupiah = number(quota * len(rows)), number(cost * len(rows))
        groups.append(AnnexGroup(kecamatan=kecamatan.name, rows=rows, people=people, cost=rupiah))
    return tuple(groups)
