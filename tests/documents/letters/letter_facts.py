"""Facts that letters are written from in these tests: a regency with everything, and parts of it. Invented people."""

from dataclasses import replace
from datetime import date

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letters.facts import LateSender, LetterFacts
from desktop_app.documents.letters.legal_library import proposed_bases
from desktop_app.domain.letters import Addressee, LetterKind
from desktop_app.domain.sheets import CompanyFact
from tests.documents.figures import BALI, GIANYAR, OFFICE, figure, reported, some_villages

TODAY = date(2026, 1, 12)
VILLAGES = tuple(some_villages())
SUKAWATI, BATUBULAN = VILLAGES[0]
TOWN = VILLAGES[2][0]
COMPANIES = (
    CompanyFact(row=2, name="PT Contoh & Anak", npp="00123456", actual=400, registered=300, category="PDS TK"),
    CompanyFact(
        row=3, name="CV Mundur", npp="00777", division="002", actual=20, registered=20, arrears=12_500_000,
        arrears_months=5, category="PIUTANG",
    ),
    CompanyFact(row=4, name="UD Baru", category="PWBD"),
    CompanyFact(row=5, name="PT Taat", npp="00999", actual=10, registered=10, category="PATUH"),
)  # fmt: skip


def part(place: object, active: int) -> RegionCoverage:
    """Coverage of a part of Gianyar; base and target are Gianyar's."""
    return replace(figure("51.04", active), region=place)  # type: ignore[arg-type]


BARE = LetterFacts(office=OFFICE, region=GIANYAR, province=BALI, own=None, villages=VILLAGES, today=TODAY)
"""Without any figure."""

FULL = replace(
    BARE,
    own=figure("51.04", 130_300),
    parts={SUKAWATI.code: part(SUKAWATI, 20_000), TOWN.code: replace(reported("51.04", 0.5), region=TOWN)},
    companies=COMPANIES,
    companies_period=date(2025, 11, 30),
    companies_source="Kantor Cabang Bali Gianyar",
    listed={BATUBULAN.code: 40},
    listed_period=date(2025, 12, 31),
    late=(
        LateSender(region=BATUBULAN, months=(date(2025, 11, 30), date(2025, 12, 31))),
        LateSender(region=VILLAGES[3][1], months=(date(2025, 12, 31),)),
    ),
    deadline=date(2026, 5, 29),
    letter_date=date(2026, 2, 2),
    number="500.15.14/12/DISNAKER/2026",
    details={
        "hari": "Senin, 9 Februari 2026", "pukul": "09.00 WITA", "tempat_acara": "Ruang rapat", "acara": "Klarifikasi",
        "surat_sebelumnya": "Nomor 500.15.14/3/DISNAKER/2026 tanggal 5 Januari 2026", "narahubung": "Ni Made Contoh",
    },
)  # fmt: skip

TO_VILLAGE = replace(
    FULL, villages=VILLAGES[:1], listed={BATUBULAN.code: 40}, addressee_coverage=None, parts={}, companies=(),
    late=FULL.late[:1],
    addressee=Addressee(
        key=BATUBULAN.code, name="Perbekel Batubulan", place="Kecamatan Sukawati", region=BATUBULAN.code
    ),
)  # fmt: skip
TO_KECAMATAN = replace(
    FULL, villages=VILLAGES[:2], addressee_coverage=FULL.parts[SUKAWATI.code], late=FULL.late[:1], companies=(),
    addressee=Addressee(key=SUKAWATI.code, name="Camat Sukawati", place="Sukawati", region=SUKAWATI.code),
)  # fmt: skip
TO_COMPANY = replace(
    FULL,
    companies=COMPANIES[:1],
    addressee=Addressee(key="00123456", name="PT Contoh & Anak", place="Gianyar", region=SUKAWATI.code),
)


def based(facts: LetterFacts, subject: str, kind: LetterKind | None = None) -> LetterFacts:
    """With the legal bases that are proposed."""
    proposed = proposed_bases(subject, facts.region, facts.province, facts.year, TODAY, kind)
    return replace(facts, legal_bases=tuple(one.basis for one in proposed if one.used))
