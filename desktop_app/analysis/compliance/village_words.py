"""What villages and companies show, in one sentence."""

from desktop_app.analysis.compliance.said import people_words
from desktop_app.analysis.compliance.values import CompanySection, VulnerableSection
from desktop_app.domain.compliance import Category
from desktop_app.domain.indonesian import month_year, number, rupiah


def fifth(villages: VulnerableSection | None, companies: CompanySection | None, *, outside: bool = False) -> str:
    """Empty where neither is known."""
    first, then = village_words(villages, outside=outside), company_words(companies)
    if first and then:
        return f"{first}; {then[:1].lower()}{then[1:]}."
    return f"{first or then}." if first or then else ""


def village_words(section: VulnerableSection | None, *, outside: bool = False) -> str:
    """“Pekerja rentan (daftar sampai Maret 2026): 1.234 orang di 20 dari 59 desa/kelurahan; 39 belum punya daftar …”."""
    if section is None or section.period is None:
        return ""
    listed = sum(one.accepted > 0 for one in section.villages)
    words = (
        f"Pekerja rentan (daftar sampai {month_year(section.period)}): {people_words(section.total.accepted, outside)} di"
        f" {number(listed)} dari {number(len(section.villages))} desa/kelurahan, {_quota_words(section)}"
    )
    if section.participants is None or section.total.already is None:
        return words
    already = people_words(section.total.already, outside)
    return f"{words}; {already} sudah aktif dalam daftar peserta {month_year(section.participants)}"


def _quota_words(section: VulnerableSection) -> str:
    """“39 desa belum punya daftar atau nol, 1 di bawah kuota 100 orang”; “semuanya memenuhi kuota 100 orang”."""
    short = sum(0 < one.accepted < section.quota for one in section.villages)
    clauses = [f"{number(len(section.zero))} belum punya daftar atau nol"] if section.zero else []
    clauses += [f"{number(short)} di bawah kuota {number(section.quota)} orang"] if short else []
    return ", ".join(clauses) or f"semuanya memenuhi kuota {number(section.quota)} orang"


def company_words(section: CompanySection | None) -> str:
    """“Perusahaan (daftar Maret 2026): 29, di antaranya 17 PWBD …; tunggakan Rp1.000.000 pada 8 perusahaan”."""
    if section is None or section.period is None:
        return ""
    counts = section.total.by_category
    failing = [
        f"{number(counts[name])} {name}" for name in section.categories if name != Category.PATUH and counts[name]
    ]
    words = f"Perusahaan (daftar {month_year(section.period)}): {number(section.total.companies)}"
    words += f", di antaranya {', '.join(failing)}" if failing else ""
    words += f", {number(section.unclassed)} tanpa kategori" if section.unclassed else ""
    owing = sum(one.companies for one in section.arrears) + section.arrears_unknown
    if not owing:
        return words
    amount = f" {rupiah(section.total.arrears, cents=False)}" if section.total.arrears is not None else ""
    return f"{words}, tunggakan{amount} pada {number(owing)} perusahaan"
