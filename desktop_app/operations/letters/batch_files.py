"""Files of letters that are written together: what each is called, and the list of them."""

from collections.abc import Sequence

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.index import IndexRow, LetterIndex, index_workbook
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.letters import Addressee, LetterState, Split
from desktop_app.domain.regions import parent_code
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.draft import Draft
from desktop_app.operations.letters.keeping import Made
from desktop_app.operations.written_files import plain_name

MERGED, INDEX = "Semua surat untuk dicetak.docx", "Daftar surat.xlsx"
_LEAST_DIGITS, _LONGEST = 3, 80


class Names:
    """Names of the files: a number that keeps the order of the list, then who receives it."""

    def __init__(self, facts: LetterFacts, count: int) -> None:
        self._digits = max(_LEAST_DIGITS, len(str(count)))
        self._regions = {region.code: region.name for pair in facts.villages for region in pair}

    def name(self, place: int, addressee: Addressee) -> str:
        """“001 Susut – Demulih.docx”: kecamatan and village; a company's own name."""
        return f"{place:0{self._digits}d} {plain_name(self._words(addressee), _LONGEST)}".rstrip(" .") + ".docx"

    def _words(self, addressee: Addressee) -> str:
        village = self._regions.get(addressee.key)
        if village is None:
            return addressee.name
        above = self._regions.get(parent_code(addressee.key) or "")
        return f"{above} – {village}" if above else village


def index_of(draft: Draft, made: Sequence[Made], tick: Tick = silent) -> bytes:
    """The list of these letters as a workbook."""
    facts, own = draft.facts, draft.facts.own
    day = f" Angka cakupan per {long_date(own.period)}." if own and own.period else ""
    titles, shares = _TITLES[draft.request.split]
    index = LetterIndex(
        title=f"Daftar surat: {draft.title}, {draft.subject.title}, {facts.region.full_name}",
        note=f"{number(len(made))} surat, dibuat {long_date(facts.today)}.{day} Nomor dan keadaan diperbarui ketika surat diberi nomor.",
        figures=titles, rows=tuple(_row(draft, one) for one in made), shares=shares,
    )  # fmt: skip
    return index_workbook(index, tick)


_REGION_TITLES = ("Kuota (orang)", "Kebutuhan iuran (Rp)", "Terdaftar di daftar (orang)", "Cakupan")
_COMPANY_TITLES = ("NPP", "Pekerja terdaftar", "Pekerja sebenarnya", "Tunggakan (Rp)")
_TITLES = {
    Split.PER_KECAMATAN: (_REGION_TITLES, frozenset({3})),
    Split.PER_DESA: (_REGION_TITLES, frozenset({3})),
    Split.PER_PERUSAHAAN: (_COMPANY_TITLES, frozenset[int]()),
}


def _row(draft: Draft, made: Made) -> IndexRow:
    assert made.addressee is not None
    facts = draft.facts_of(made.addressee)
    return IndexRow(
        number=" ".join(made.content.number.split()), addressee=made.addressee.name, region=_region(facts),
        file=made.path.name, figures=_figures(draft.request.split, facts), deadline=facts.deadline,
        state=LetterState.DRAF.value,
    )  # fmt: skip


def _region(facts: LetterFacts) -> str:
    code = facts.addressee.region if facts.addressee else ""
    code = code or next((fact.region for fact in facts.companies if fact.region), "")
    named = {region.code: region.full_name for pair in facts.villages for region in pair}
    above = named.get(parent_code(code) or "", "") if code else ""
    return ", ".join(filter(None, (named.get(code, ""), above))) or facts.region.full_name


def _figures(split: Split, facts: LetterFacts) -> tuple[int | float | str | None, ...]:
    """In the order of the titles; None where nothing is known. Empty lists say nothing of a village."""
    if split is Split.PER_PERUSAHAAN:
        npp = next((fact.npp for fact in facts.companies if fact.npp), None)
        told = [[getattr(fact, name) for fact in facts.companies] for name in ("registered", "actual", "arrears")]
        return npp, *(_sum(values) for values in told)
    people = facts.quota * len(facts.villages)
    listed = sum(facts.listed.values()) if facts.listed else None
    theirs = facts.addressee_coverage
    return people, people * facts.monthly * facts.months, listed, theirs.shown_share if theirs else None


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
