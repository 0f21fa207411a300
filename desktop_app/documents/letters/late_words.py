"""Words on figures that have not come."""

from collections.abc import Iterable
from datetime import date

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.lists import joined
from desktop_app.documents.letters.marks import Marks
from desktop_app.documents.letters.words import Word
from desktop_app.documents.terbilang import counted
from desktop_app.domain.indonesian import MONTHS
from desktop_app.domain.regions import is_within


def late_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    months = sorted({month for sender in facts.late for month in sender.months})
    if facts.addressee is not None:
        months = _own_months(facts)
    return [
        Word(
            name="jumlah_terlambat", title="Banyaknya wilayah yang belum melapor", raw=len(facts.late) or None,
            text=marks.data(counted(len(facts.late))) if facts.late else None,
        ),
        Word(
            name="bulan_terlambat", title="Bulan laporan yang belum masuk",
            text=marks.data(month_list(months)) if months else None,
        ),
        Word(
            name="jumlah_bulan_terlambat", title="Banyaknya bulan laporan yang belum masuk", raw=len(months) or None,
            text=marks.data(counted(len(months))) if months else None,
        ),
    ]  # fmt: skip


def _own_months(facts: LetterFacts) -> list[date]:
    """Of the region that the letter is addressed to and what lies in it, as far as they are late."""
    assert facts.addressee is not None
    code = facts.addressee.key
    return sorted({month for sender in facts.late if is_within(sender.region.code, code) for month in sender.months})


def month_list(months: Iterable[date]) -> str:
    """“Januari, Februari, dan Maret 2026”; each year once, behind its months."""
    by_year: dict[int, list[str]] = {}
    for month in sorted(months):
        by_year.setdefault(month.year, []).append(MONTHS[month.month - 1])
    return joined([f"{joined(names)} {year}" for year, names in by_year.items()], "serta")
