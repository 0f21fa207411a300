"""A company's row against itself and against the rows before it: what does not agree is said, and kept as it was written."""

from desktop_app.domain.compliance import company_key, contradicts
from desktop_app.domain.indonesian import number as spelled
from desktop_app.domain.sheets import CompanyFact
from desktop_app.ingest.company.company_figures import RowRemarks

_LOOK_UP = "Cocokkan dengan dokumen perusahaan, lalu perbaiki di lembar."


class CompanyChecks:
    """The rows of one table, one after the other. `npp_told`: a blank NPP means that there is none."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def check(self, remarks: RowRemarks, fact: CompanyFact, npp_told: bool) -> None:
        if fact.category and contradicts(fact.category, fact, npp_told=npp_told):
            self._say_category(remarks, fact)
        if fact.actual is not None and fact.registered is not None and fact.registered > fact.actual:
            remarks.say(
                "registered", spelled(fact.registered), "registered_over_actual",
                f"Terdaftar {spelled(fact.registered)} orang, lebih banyak daripada {spelled(fact.actual)} tenaga kerja.",
                _LOOK_UP, fact.registered, fact.actual,
            )  # fmt: skip
        if fact.npp:
            self._check_twice(remarks, fact)

    def _say_category(self, remarks: RowRemarks, fact: CompanyFact) -> None:
        shown = f"menunjukkan {fact.by_rules}" if fact.by_rules else "tidak mendukungnya"
        remarks.say(
            "category", fact.category, "category_differs",
            f"Kategori tertulis {fact.category}, tetapi isi baris ini {shown}; yang tertulis tetap dipakai.", _LOOK_UP,
        )  # fmt: skip

    def _check_twice(self, remarks: RowRemarks, fact: CompanyFact) -> None:
        """The second row is kept, since it may be another place of work; its NPP counts once, its figures are added."""
        first = self._seen.setdefault(company_key(fact), fact.row)
        if first != fact.row:
            what = f"NPP {fact.npp}" + (f" divisi {fact.division}" if fact.division else "")
            remarks.say(
                "npp", fact.npp, "npp_twice", f"{what} sudah ada di baris {first}; NPP dihitung satu kali, angkanya dijumlahkan.",
                "Hapus salah satu baris bila isinya sama, atau tulis divisinya.",
            )  # fmt: skip
