"""“Siapa belum”: people whom a village lists but who are not active, and who is missing at companies.

NIK are masked, except in the list that goes to the very village that proposed the people.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.analysis.compliance.vulnerable import SortedRows, fund_words
from desktop_app.domain.compliance import company_key
from desktop_app.domain.compliance_rows import CompanyPerson, VulnerableRow
from desktop_app.domain.indonesian import month_year
from desktop_app.domain.nik import masked
from desktop_app.domain.regions import Region
from desktop_app.domain.sheets import CompanyFact

_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPerson:
    """`nik` as it may be shown; `fund` who pays, `row` the row in the list, for villages."""

    nik: str
    name: str
    fund: str = ""
    row: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingInVillage:
    """Accepted people of the village's list of `period` who are not active in the list of `participants`.

    `listed` = `active` + the people. `open_nik`: their NIK are written out.
    """

    kecamatan: Region | None
    village: Region
    period: date
    participants: date
    listed: int
    active: int
    people: tuple[MissingPerson, ...]
    open_nik: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAtCompany:
    """A company that registers fewer than it has, or whose people of last month are not in the list of this one.

    `unregistered` = real minus registered, a number only: nobody knows who they are; None where a list does not tell.
    `left`: people of the company in `since` who are in no list of `period`; `elsewhere` are active at another employer
    or by themselves.
    """

    npp: str
    name: str
    actual: int | None
    registered: int | None
    unregistered: int | None
    left: tuple[MissingPerson, ...]
    elsewhere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAtCompanies:
    """`facts_period`: month of the company list (None: there is none); `since`, `period`: months of lists of people.

    `companies`: those that miss most first. `absent`: what cannot be said, one line each.
    """

    facts_period: date | None
    since: date | None
    period: date | None
    companies: tuple[MissingAtCompany, ...]
    absent: dict[str, str]


def missing_in_villages(
    villages: Sequence[tuple[Region | None, Region]],
    listed: SortedRows,
    active: Collection[int],
    participants: date,
    *,
    files: Mapping[int, str],
    open_for: str = "",
) -> tuple[MissingInVillage, ...]:
    """One list for each village that a list names, by code.

    Args:
        files: import -> file. open_for: code of the village to which the list is sent, whose NIK are written out.
    """
    found = []
    for kecamatan, village in villages:
        if village.code not in listed.months:
            continue
        rows = listed.accepted.get(village.code, [])
        missing = [row for row in rows if row.nik not in active]
        shown = village.code == open_for
        found.append(
            MissingInVillage(
                kecamatan=kecamatan, village=village, period=listed.months[village.code], participants=participants,
                listed=len(rows), active=len(rows) - len(missing), open_nik=shown,
                people=tuple(_named(row, files, shown) for row in sorted(missing, key=_by_name)),
            )
        )  # fmt: skip
    return tuple(found)


def _by_name(row: VulnerableRow) -> tuple[str, int]:
    return row.name.casefold(), row.nik


def _named(row: VulnerableRow, files: Mapping[int, str], shown: bool) -> MissingPerson:
    return MissingPerson(
        nik=_nik(row.nik, shown),
        name=row.name,
        fund=fund_words(row.fund),
        row=row.row,
        file=files.get(row.import_id, ""),
    )


def _nik(number: int, shown: bool) -> str:
    text = f"{number:0{_DIGITS}d}"
    return text if shown else masked(text)


def missing_at_companies(
    facts: Sequence[CompanyFact],
    facts_period: date | None,
    before: Sequence[CompanyPerson],
    now: Iterable[CompanyPerson],
    since: date | None,
    period: date | None,
    *,
    complete: bool = True,
) -> MissingAtCompanies:
    """Companies with workers who are not registered, and with people who are gone.

    Args:
        facts: companies of the newest company list. before: who worked for whom in the month `since`.
        now: of the same people all that the lists of `period` say. complete: these lists are declared complete.
    """
    found: dict[tuple[str, str], MissingAtCompany] = {}
    for fact in facts:
        if missing := _unregistered(fact):
            found[_key(fact.npp, fact.name)] = _of_fact(fact, missing)
    for key, (left, elsewhere) in _gone(before, now).items():
        known = found.get(key) or MissingAtCompany(
            npp=(left or elsewhere)[0].npp, name=(left or elsewhere)[0].company, actual=None, registered=None,
            unregistered=None, left=(), elsewhere=0,
        )  # fmt: skip
        found[key] = replace(known, left=tuple(map(_left, sorted(left, key=_name_of))), elsewhere=len(elsewhere))
    ordered = sorted(found.values(), key=lambda one: (-(one.unregistered or 0), -len(one.left), one.name, one.npp))
    return MissingAtCompanies(
        facts_period=facts_period, since=since, period=period, companies=tuple(ordered),
        absent=_absent(facts_period, since, period, complete),
    )  # fmt: skip


def _of_fact(fact: CompanyFact, missing: int) -> MissingAtCompany:
    return MissingAtCompany(
        npp=fact.npp, name=fact.name, actual=fact.actual, registered=fact.registered, unregistered=missing, left=(),
        elsewhere=0,
    )  # fmt: skip


Gone = dict[tuple[str, str], tuple[list[CompanyPerson], list[CompanyPerson]]]
"""Company -> its people who are in no list now, and those who are active elsewhere."""


def _gone(before: Sequence[CompanyPerson], now: Iterable[CompanyPerson]) -> Gone:
    places: dict[int, set[tuple[str, str]]] = {}
    for person in now:
        places.setdefault(person.nik, set()).add(_key(person.npp, person.company))
    found: Gone = {}
    for person in {(one.nik, *_key(one.npp, one.company)): one for one in before}.values():
        key, here = _key(person.npp, person.company), places.get(person.nik)
        if here is None:
            found.setdefault(key, ([], []))[0].append(person)
        elif key not in here:
            found.setdefault(key, ([], []))[1].append(person)
    return found


def _name_of(person: CompanyPerson) -> tuple[str, int]:
    return person.name.casefold(), person.nik


def _left(person: CompanyPerson) -> MissingPerson:
    return MissingPerson(nik=_nik(person.nik, shown=False), name=person.name)


def _absent(facts_period: date | None, since: date | None, period: date | None, complete: bool) -> dict[str, str]:
    lines = {}
    if facts_period is None:
        lines["companies"] = "Daftar perusahaan belum diimpor: pekerja yang belum didaftarkan tidak diketahui."
    if since is None or period is None:
        lines["left"] = "Daftar peserta dua bulan belum ada: siapa yang keluar tidak diketahui."
    elif not complete:
        lines["left"] = (
            f"Daftar peserta {month_year(period)} tidak dinyatakan lengkap: yang tidak ada di sana belum tentu keluar."
        )
    return lines


def _key(npp: str, name: str) -> tuple[str, str]:
    return company_key(CompanyFact(row=0, name=name, npp=npp))


def _unregistered(fact: CompanyFact) -> int | None:
    if fact.actual is None or fact.registered is None:
        return None
    return max(fact.actual - fact.registered, 0)
