"""Words on companies: how many of which class, workers, arrears; for a company's own letter its own figures."""

from collections.abc import Iterable

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.lists import joined
from desktop_app.documents.letters.marks import Marks, sentence
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.words import Word
from desktop_app.documents.terbilang import counted
from desktop_app.domain.compliance import Category, CompanySums, company_sums
from desktop_app.domain.indonesian import long_date, number, rupiah
from desktop_app.domain.sheets import CompanyFact

MEANING = {
    Category.PWBD: "wajib mendaftar tetapi belum terdaftar",
    Category.PDS_TK: "mendaftarkan sebagian pekerja",
    Category.PDS_UPAH: "melaporkan upah di bawah yang sebenarnya",
    Category.PDS_PROGRAM: "mengikuti sebagian program",
    Category.PIUTANG: "menunggak iuran",
    Category.PDS_PROGRAM_PIUTANG: "mengikuti sebagian program dan menunggak iuran",
}
"""What a class says of a company, in the words of a letter; PATUH asks for nothing."""


def company_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    sums = company_sums(facts.companies) if facts.companies else None
    missing = _missing_workers(facts.companies)
    period = facts.companies_period if facts.companies else None
    months = [fact.arrears_months for fact in facts.companies if fact.arrears_months]
    return [
        Word(
            name="tanggal_perusahaan", title="Tanggal daftar perusahaan", raw=period.isoformat() if period else None,
            text=marks.data(long_date(period)) if period else None,
        ),
        Word(
            name="jumlah_perusahaan", title="Banyaknya perusahaan dalam daftar", raw=len(facts.companies) or None,
            text=marks.data(counted(len(facts.companies))) if facts.companies else None,
        ),
        Word(name="keadaan_perusahaan", title="Kalimat keadaan kepatuhan, lengkap dengan dasarnya", text=_state(facts, sums, marks)),
        _count("pekerja_sebenarnya", "Pekerja yang sebenarnya menurut daftar", sums.actual if sums else None, marks),
        _count("pekerja_terdaftar", "Pekerja yang terdaftar menurut daftar", sums.registered if sums else None, marks),
        _count("pekerja_belum_terdaftar", "Pekerja yang belum didaftarkan", missing, marks),
        Word(
            name="tunggakan", title="Tunggakan iuran (rupiah)", raw=sums.arrears if sums else None,
            text=marks.data(rupiah(sums.arrears)) if sums and sums.arrears else None,
        ),
        _count("bulan_tunggakan", "Bulan tunggakan paling lama", max(months, default=None), marks),
        Word(name="nama_perusahaan", title="Nama perusahaan (surat per perusahaan)", text=Sender(facts).company or None),
        Word(name="temuan_perusahaan", title="Temuan atas perusahaan, dalam satu kalimat", text=_finding(facts, marks)),
    ]  # fmt: skip


def _count(name: str, title: str, value: int | None, marks: Marks) -> Word:
    return Word(name=name, title=title, text=None if value is None else marks.data(number(value)), raw=value)


def _missing_workers(companies: Iterable[CompanyFact]) -> int | None:
    """Workers left out by companies whose row tells both counts."""
    gaps = [
        max(fact.actual - fact.registered, 0)
        for fact in companies
        if fact.actual is not None and fact.registered is not None
    ]
    return sum(gaps) if gaps else None


def _state(facts: LetterFacts, sums: CompanySums | None, marks: Marks) -> str | None:
    """How many companies of which class, of how many, by which list. Not of a company's own letter."""
    sender = Sender(facts)
    if sums is None or facts.companies_period is None or sender.to_company:
        return None
    classes = [
        f"{marks.data(number(sums.by_category[category]))} perusahaan {meaning}"
        for category, meaning in MEANING.items()
        if sums.by_category[category]
    ]
    told = f"terdapat {joined(classes)}" if classes else "tidak ada yang dicatat belum memenuhi kewajiban"
    return (
        f"{sentence(_by_list(facts, marks))}, dari {marks.data(number(len(facts.companies)))} perusahaan yang tercatat di"
        f" {sender.addressed_place.full_name} {told}."
    )


def _by_list(facts: LetterFacts, marks: Marks) -> str:
    assert facts.companies_period is not None
    return f"menurut daftar perusahaan per {marks.data(long_date(facts.companies_period))}{company_source(facts)}"


def company_source(facts: LetterFacts) -> str:
    """“ (sumber: …)”, or nothing where it is not known."""
    return f" (sumber: {facts.companies_source.strip()})" if facts.companies_source.strip() else ""


def _finding(facts: LetterFacts, marks: Marks) -> str | None:
    """What the list says of one company; its divisions each with their own words. None: nothing is held against it."""
    if not Sender(facts).to_company or facts.companies_period is None:
        return None
    found = list(dict.fromkeys(filter(None, (finding(fact, marks) for fact in facts.companies))))
    if not found:
        return None
    return f"{_by_list(facts, marks)}, {joined(found, 'serta')}"


def finding(fact: CompanyFact, marks: Marks) -> str:
    """“perusahaan Saudara tercatat menunggak iuran selama 5 (lima) bulan sebesar Rp…”; empty where nothing is known."""
    category = fact.category or fact.by_rules
    meaning = MEANING.get(Category(category)) if category in set(Category) else None
    if meaning is None:
        return ""
    return f"perusahaan Saudara tercatat {meaning}{_workers(fact, category, marks)}{_arrears(fact, category, marks)}"


def _workers(fact: CompanyFact, category: str, marks: Marks) -> str:
    if category != Category.PDS_TK or fact.actual is None or fact.registered is None:
        return ""
    return f", yaitu {marks.data(number(fact.registered))} orang dari {marks.data(number(fact.actual))} orang pekerja"


def _arrears(fact: CompanyFact, category: str, marks: Marks) -> str:
    if category not in (Category.PIUTANG, Category.PDS_PROGRAM_PIUTANG):
        return ""
    months = f" selama {marks.data(counted(fact.arrears_months))} bulan" if fact.arrears_months else ""
    amount = f" sebesar {marks.data(rupiah(fact.arrears))}" if fact.arrears else ""
    return months + amount
