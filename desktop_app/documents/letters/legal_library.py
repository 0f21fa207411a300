"""The dated library of rules that letters cite, and which of them fit a letter.

Rules lie in `resources/legal-bases.toml`, each with where it was seen. What fits a subject is proposed; what was replaced,
has run out or speaks of another budget year is offered with a warning and not used.
"""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from desktop_app.documents.letters.subjects import subject as subject_of
from desktop_app.documents.letters.table_reading import Table, WrongText
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letters import LegalBasis, LetterKind
from desktop_app.domain.regions import Region
from desktop_app.resources import resource

_FORMS = (
    ("Undang-Undang", "UU"), ("Peraturan Pemerintah", "PP"), ("Peraturan Presiden", "Perpres"),
    ("Instruksi Presiden", "Inpres"), ("Peraturan Menteri Ketenagakerjaan", "Permenaker"),
    ("Peraturan Menteri Dalam Negeri", "Permendagri"), ("Surat Edaran Menteri Dalam Negeri", "SE Mendagri"),
    ("Peraturan Daerah Provinsi", "Perda"), ("Peraturan Daerah", "Perda"), ("Peraturan Gubernur", "Pergub"),
    ("Peraturan Wali Kota", "Perwali"), ("Peraturan Bupati", "Perbup"),
)  # fmt: skip
"""Forms of rules from the highest to the lowest, with their short names; the place is the rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with what only its proposal needs: `optional` subjects offer it unused, `budget_year` it speaks of alone."""

    basis: LegalBasis
    optional: tuple[str, ...] = ()
    budget_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedBasis:
    """A rule offered for a letter. `used`: it stands in it unless the clerk decides otherwise. `warning`: why it should

    not, or ""; `replaced_by`: short name of the rule that took its place.
    """

    basis: LegalBasis
    used: bool
    warning: str = ""
    replaced_by: str = ""


def library() -> tuple[LegalBasis, ...]:
    """All rules in order of rank, within it by year and number. WrongText: the shipped file is wrong."""
    return tuple(rule.basis for rule in rules())


@cache
def rules() -> tuple[Rule, ...]:
    return rules_of(resource("legal-bases.toml"))


def rules_of(path: Path) -> tuple[Rule, ...]:
    """WrongText: names file and entry."""
    try:
        table = Table(tomllib.loads(path.read_text("utf-8")), path.name)
    except tomllib.TOMLDecodeError as error:
        raise WrongText(f"{path.name}: {error}") from error
    found = [_rule(entry) for entry in table.tables("basis")]
    table.done()
    _check_keys(found, path.name)
    return tuple(sorted(found, key=lambda rule: (rule.basis.rank, rule.basis.year, _order(rule.basis))))


def bases_named(keys: tuple[str, ...]) -> tuple[LegalBasis, ...]:
    """In this order; keys that the library does not know (any more) are left out."""
    known = {basis.key: basis for basis in library()}
    return tuple(known[key] for key in keys if key in known)


def proposed_bases(
    subject: str, region: Region, province: Region, year: int, day: date, kind: LetterKind | None = None
) -> tuple[ProposedBasis, ...]:
    """Rules for a letter on `subject` of `region`, of `day` and for the budget of `year`, in order of rank.

    `kind`: an Instruksi or a Teguran uses fewer of them than a Surat Edaran; the others are offered beside.
    """
    fitting = [rule for rule in rules() if _fits(rule, subject, region, province)]
    shown = [rule for rule in fitting if rule.budget_year is None or rule in _budget_rules(fitting, year)]
    proposed = (_proposed(rule, subject, year, day) for rule in shown)
    few = subject_of(subject).letter(kind).bases if kind is not None else ()
    return tuple(replace(one, used=one.used and one.basis.key in few) if few else one for one in proposed)


def _fits(rule: Rule, subject: str, region: Region, province: Region) -> bool:
    about = subject in rule.basis.subjects or subject in rule.optional
    return about and rule.basis.region in ("", province.code, region.code)


def _budget_rules(fitting: list[Rule], year: int) -> list[Rule]:
    """The guideline of the budget year and the one before it; the newest where there is none for the year yet."""
    yearly = sorted((rule for rule in fitting if rule.budget_year is not None), key=lambda rule: rule.budget_year or 0)
    known = [rule for rule in yearly if (rule.budget_year or 0) <= year]
    return known[-2:] if known and known[-1].budget_year == year else known[-1:]


def _proposed(rule: Rule, subject: str, year: int, day: date) -> ProposedBasis:
    successor = _successor(rule, day) if rule.budget_year != year else ""
    warning = _warning(rule, year, day, successor)
    used = not warning and subject in rule.basis.subjects
    return ProposedBasis(basis=rule.basis, used=used, warning=warning, replaced_by=successor)


def _successor(rule: Rule, day: date) -> str:
    """Short name of the rule that had taken its place by then, or ""."""
    newer = next((one.basis for one in rules() if one.basis.key == rule.basis.replaced_by), None)
    return newer.short if newer is not None and newer.year <= day.year else ""


def _warning(rule: Rule, year: int, day: date, successor: str) -> str:
    basis = rule.basis
    if successor:
        return f"Sudah diganti dengan {successor}."
    if basis.until is not None and basis.until < day:
        return f"Tidak berlaku lagi sejak {long_date(basis.until)}."
    if basis.since is not None and basis.since > day:
        return f"Baru berlaku pada {long_date(basis.since)}."
    if basis.year > day.year:
        return f"Baru ada pada tahun {basis.year}."
    if rule.budget_year not in (None, year):
        return f"Mengatur APBD Tahun Anggaran {rule.budget_year}, bukan {year}."
    return ""


def _rule(table: Table) -> Rule:
    key, form, year = table.text("key"), table.text("form"), table.number("year")
    where, about, title = table.text("number"), table.text("about"), table.flag("certain", False)
    if year is None:
        raise WrongText(f"{table.where}: year is missing")
    rank, name = _rank(form, table)
    phrase = f"{form} Nomor {where} Tahun {year} {'tentang' if title else 'mengenai'} {about}"
    basis = LegalBasis(
        key=key, year=year, rank=rank,
        short=table.text("short", f"{name} {where}/{year} {about}"),
        cited=table.text("cited", f"{phrase} {table.text('amended', '')}".strip()),
        since=table.day("since"), until=table.day("until"), replaced_by=table.text("replaced_by", ""),
        check=table.flag("check", False), seen=table.text("seen"), subjects=table.texts("subjects"),
        region=table.text("region", ""),
    )  # fmt: skip
    rule = Rule(basis=basis, optional=table.texts("optional"), budget_year=table.number("budget_year"))
    table.done()
    return rule


def _rank(form: str, table: Table) -> tuple[int, str]:
    """“Peraturan Bupati Badung” -> its rank and “Perbup Badung”."""
    for rank, (start, short) in enumerate(_FORMS):
        if form.startswith(start):
            return rank, f"{short}{form.removeprefix(start)}"
    raise WrongText(f"{table.where}: form “{form}” is not known")


def _order(basis: LegalBasis) -> tuple[int, str]:
    digits = basis.key.split("-")
    return next((int(part) for part in digits if part.isdigit()), 0), basis.key


def _check_keys(found: list[Rule], file: str) -> None:
    keys = [rule.basis.key for rule in found]
    unknown = [
        rule.basis.replaced_by for rule in found if rule.basis.replaced_by and rule.basis.replaced_by not in keys
    ]
    if len(set(keys)) != len(keys) or unknown:
        raise WrongText(f"{file}: keys are not unique, or replaced_by names none of them: {', '.join(unknown)}")
