"""A composite workspace, reckoned row by row in plain Python: the summary must say the same."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.operations.compliance.compliance import ComplianceRequest, compliance
from desktop_app.operations.compliance.missing_people import MissingRequest, missing_of_villages
from desktop_app.operations.workspace import Workspace
from tests.operations.compliance.lists import (
    BUNGA_MEKAR,
    SAKTI,
    SELAT,
    Company,
    Proposed,
    company_list,
    employed,
    vulnerable,
)
from tests.operations.sheets import FEBRUARY, MARCH, base, target

TODAY = date(2026, 4, 20)
VILLAGES = (SAKTI, BUNGA_MEKAR, SELAT)
BIRTHS = (
    None,
    date(1950, 5, 5),
    date(1961, 3, 31),
    date(1960, 3, 31),
    date(1990, 1, 1),
    date(2008, 3, 31),
    date(2012, 1, 1),
)
FUNDS = ("APBDes", "APBD Kabupaten", "CSR", "")
FIRMS = ("Dinas Kesehatan", "RSUD Rekaan", "Pemerintah Desa Sakti", "PT Rekaan", "LPD Desa Sakti")
PUBLIC = ("Dinas Kesehatan", "RSUD Rekaan", "Pemerintah Desa Sakti")
CATEGORIES = ("PATUH", "PWBD", "PDS TK", "PIUTANG", "")


def test_the_summary_says_what_the_rows_say(workspace: Workspace, tmp_path: Path) -> None:
    chance, folder = Random(7), tmp_path / "berkas"
    folder.mkdir()
    base(workspace, {"51.05": 100, "51.05.01": 60, "51.05.03": 40})
    target(workspace, "51", 0.75)
    active = [(who, chance.choice(FIRMS), chance.choice(VILLAGES)) for who in chance.sample(range(1, 90), 40)]
    employed(workspace, folder, MARCH, active)
    lists = [_a_list(chance, month) for month in (FEBRUARY, FEBRUARY, MARCH, MARCH, MARCH)]
    for month, rows in lists:
        vulnerable(workspace, folder, month, rows)
    companies = [_a_company(chance, number) for number in range(1, 25)]
    company_list(workspace, folder, MARCH, companies)
    found = compliance(workspace, ComplianceRequest(region="51.05"), TODAY)
    _check_coverage(found, active)
    _check_vulnerable(found, lists, {who for who, *_ in active})
    _check_companies(found, companies)
    _check_public(found, active)
    missing = missing_of_villages(workspace, MissingRequest(region="51.05", day=TODAY))
    assert found.vulnerable is not None
    assert sum(len(one.people) for one in missing) == found.vulnerable.total.accepted - (
        found.vulnerable.total.already or 0
    )


def _a_list(chance: Random, month: date) -> tuple[date, list[Proposed]]:
    villages = chance.sample(VILLAGES, chance.choice((1, 2)))
    rows: list[Proposed] = [
        (chance.randint(1, 60), chance.choice(BIRTHS), chance.choice(villages), chance.choice(FUNDS)) for _ in range(20)
    ]
    return month, rows


def _a_company(chance: Random, number: int) -> Company:
    months = chance.choice((None, 0, 1, 3, 8, 11))
    owed = chance.choice((None, 1_000, 2_000)) if months else None
    real = chance.randint(1, 50)
    return (
        f"BB{number:06d}", f"PT Rekaan {number}", chance.choice(("Nusa Penida", "Dawan", "Klungkung")), real,
        chance.randint(0, real), months, owed, chance.choice(CATEGORIES),
    )  # fmt: skip


def _check_coverage(found: Compliance, active: list[tuple[int, str, str]]) -> None:
    people = Counter(village[:8] for who, _, village in active)
    assert {row.region.code: row.active for row in found.coverage.rows if row.active} == dict(people)
    assert found.coverage.whole.active == len(active)
    assert found.coverage.whole.gap_people == 75 - len(active)


def _check_vulnerable(found: Compliance, lists: list[tuple[date, list[Proposed]]], active: set[int]) -> None:
    section = found.vulnerable
    assert section is not None
    newest = {
        v: max((month for month, rows in lists if any(row[2] == v for row in rows)), default=None) for v in VILLAGES
    }
    seen: set[int | str] = set()
    expected: dict[str, Counter[str]] = {village: Counter() for village in VILLAGES}
    for month in (MARCH, FEBRUARY):
        for _, rows in [one for one in reversed(lists) if one[0] == month]:
            for who, born, village, fund in rows:
                if newest[village] != month:
                    continue
                if who in seen:
                    expected[village]["repeated"] += 1
                    continue
                seen.add(who)
                expected[village] += _reckoned(who, born, fund, month, active)
    for one in section.villages:
        mine = expected.get(one.village.code, Counter())
        numbers = {
            name: getattr(one, name)
            for name in ("repeated", "accepted", "already", "too_old", "too_young", "no_birth_date")
        }
        assert numbers == {name: mine[name] for name in numbers}
        assert dict(one.funds) == {
            name.removeprefix("dari "): n for name, n in mine.items() if name.startswith("dari ")
        }
        assert one.proposed == one.accepted + one.repeated + one.waiting


def _reckoned(who: int | str, born: date | None, fund: str, day: date, active: set[int]) -> Counter[str]:
    said = Counter({"accepted": 1, f"dari {fund or 'tidak disebut'}": 1})
    said["already"] = int(who in active)
    said["no_birth_date"] = int(born is None)
    if born is not None:
        birthdays = sum(
            (year, born.month, born.day) <= (day.year, day.month, day.day)
            for year in range(born.year + 1, day.year + 1)
        )
        said["too_old"], said["too_young"] = int(birthdays > 65), int(birthdays < 18)
    return said


def _check_companies(found: Compliance, companies: list[Company]) -> None:
    section = found.companies
    assert section is not None
    assert section.total.companies == len(companies)
    assert section.total.actual == sum(one[3] or 0 for one in companies)
    assert section.total.registered == sum(one[4] or 0 for one in companies)
    assert section.total.arrears == sum(one[6] or 0 for one in companies)
    by_place = Counter(one[2] for one in companies)
    assert {row.region.name: row.companies for row in section.rows if row.region} == dict(by_place)
    given = Counter(one[7] for one in companies if one[7])
    by_rules = sum(section.total.by_category.values()) - given.total()
    assert by_rules == section.by_rules
    assert by_rules + section.unclassed == sum(not one[7] for one in companies)
    for first, last, row in zip((1, 3, 7, 10), (2, 6, 9, 999), section.arrears, strict=True):
        mine = [one for one in companies if first <= (one[5] or 0) <= last]
        assert (row.companies, row.amount or 0) == (len(mine), sum(one[6] or 0 for one in mine))
    assert len(section.details) == len(companies)


def _check_public(found: Compliance, active: list[tuple[int, str, str]]) -> None:
    assert found.public is not None
    expected = Counter(firm for _, firm, _ in active if firm in PUBLIC)
    assert {one.name: one.people for one in found.public.employers} == dict(expected)
