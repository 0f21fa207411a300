"""Who stands above the line: the people of a figure by segment, those beside it, and the list behind it."""

from collections.abc import Iterator

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.breakdowns import PeopleFilter
from desktop_app.domain.facts import ListedPeople
from desktop_app.domain.indonesian import number
from desktop_app.domain.segments import Counting, Measure, Segment
from desktop_app.ui.origin import Item, Pair, Section, WantedPeople, Words

SEGMENTS = {Segment.PU: "PU", Segment.BPU: "BPU", Segment.JAKON: "Jakon", Segment.PMI: "PMI"}
_MEASURES = {
    Measure.PU: "PU, Penerima Upah", Measure.BPU: "BPU, Bukan Penerima Upah", Measure.JAKON: "Jasa Konstruksi",
    Measure.FORMAL: "Formal", Measure.INFORMAL: "Informal",
}  # fmt: skip


def people_behind(figure: RegionCoverage) -> WantedPeople | None:
    """The list of a figure: where it is counted, exactly its people; else all who stand in sheets of the region."""
    listed = figure.listed
    if listed is None or not listed.people:
        return None
    segments = figure.segments if figure.counted else frozenset()
    people = listed_in(listed, segments)
    words = "peserta" if figure.counted and figure.active == people else "orang terdaftar"
    return WantedPeople(
        region=figure.region, period=listed.period, sample=listed.sample, people=people,
        only=PeopleFilter(segments=segments), words=words, unit=_unit(words, figure),
    )  # fmt: skip


def _unit(words: str, figure: RegionCoverage) -> str:
    """On the button “Buka 6.449 …”: a list that is not the figure says so."""
    if words == "peserta":
        return words
    return "orang" if figure.counted else "yang terdaftar"


def listed_in(listed: ListedPeople, segments: frozenset[Segment]) -> int:
    """People in any of `segments`, once each; all where none is named."""
    if not segments or not listed.together:
        return listed.people
    return sum(people for theirs, people in listed.together.items() if theirs & segments)


def numerator(figure: RegionCoverage, counting: Counting = Counting.ORANG) -> Section:
    """The parts of the number above the line, and what stands beside it."""
    if figure.counted and figure.listed is not None and counting is Counting.KEPESERTAAN:
        return Section("Pembilang", tuple(_memberships(figure, figure.listed)), "per kepesertaan", "hash")
    if figure.counted and figure.listed is not None:
        return Section("Pembilang", tuple(_counted(figure, figure.listed)), "per orang, NIK unik", "hash")
    if figure.share is None and figure.reported is not None:
        words = Item("info", "acc", "Dilaporkan, tanpa pembilang.", "Tidak masuk ke jumlah mana pun.")
        return Section("Pembilang", (words, *_beside(figure)))
    lines: list[Pair | Item | Words] = [*_recap_parts(figure)]
    if figure.summed_children:
        lines.append(Words(f"Jumlah {figure.summed_children} wilayah di bawahnya."))
    if figure.definition and figure.active is not None:
        lines.append(Words(figure.definition))
    return Section("Pembilang", (*lines, *_beside(figure)))


def _counted(figure: RegionCoverage, listed: ListedPeople) -> Iterator[Pair | Words]:
    shown = {
        theirs: people for theirs, people in listed.together.items() if not figure.segments or theirs & figure.segments
    }
    for theirs, people in sorted(shown.items(), key=lambda each: (len(each[0]), -each[1])):
        yield Pair(together_words(theirs), number(people))
    people = sum(shown.values()) if shown else listed.people
    yield Pair("Jumlah orang", number(people), strong=True)
    memberships = sum(
        n for segment, n in listed.memberships.items() if not figure.segments or segment in figure.segments
    )
    if memberships > people:
        yield Words(f"{number(memberships - people)} kepesertaan ganda dihitung sekali.")
    if listed.waiting:
        yield Pair("Menunggu, belum dihitung", f"+ {number(listed.waiting)}")
    if figure.active is not None and figure.active != people:
        yield Pair("Pembilang", number(figure.active), strong=True)
    if figure.definition:
        yield Words(figure.definition)


def _memberships(figure: RegionCoverage, listed: ListedPeople) -> Iterator[Pair | Words]:
    """A person in a segment at a company; people stand beside them, never mixed."""
    shown = {s: n for s, n in listed.memberships.items() if not figure.segments or s in figure.segments}
    for segment, memberships in shown.items():
        yield Pair(SEGMENTS[segment], number(memberships))
    yield Pair("Jumlah kepesertaan", number(sum(shown.values())), strong=True)
    yield Words(f"Milik {number(listed_in(listed, figure.segments))} orang.")
    if listed.waiting:
        yield Pair("Menunggu, belum dihitung", f"+ {number(listed.waiting)}")
    if figure.definition:
        yield Words(figure.definition)


def together_words(segments: frozenset[Segment]) -> str:
    """{PU} -> “PU saja”, {PU, BPU} -> “PU dan BPU”, three -> “PU, BPU, dan Jakon”."""
    names = [SEGMENTS[segment] for segment in Segment if segment in segments]
    if len(names) < 2:
        return f"{names[0]} saja" if names else "tidak diisi"
    return " dan ".join(names) if len(names) == 2 else f"{', '.join(names[:-1])}, dan {names[-1]}"


def _recap_parts(figure: RegionCoverage) -> Iterator[Pair]:
    """The segments or sectors that the recap gives, and the number that counts."""
    known = {fact.measure: fact.people for fact in figure.facts if fact.people is not None}
    segments = [measure for measure in (Measure.PU, Measure.BPU, Measure.JAKON) if measure in known]
    sectors = [measure for measure in (Measure.FORMAL, Measure.INFORMAL) if measure in known]
    for measure in segments or sectors:
        yield Pair(_MEASURES[measure], number(known[measure]))
    if figure.active is not None:
        yield Pair("Jumlah peserta aktif", number(figure.active), strong=bool(segments or sectors))


def _beside(figure: RegionCoverage) -> Iterator[Pair | Item | Words]:
    """People in sheets of participants that do not enter the figure."""
    listed = figure.listed
    if listed is None:
        return
    yield Pair("Terdaftar di lembar peserta", number(listed.people))
    for segment, people in listed.by_segment.items():
        yield Pair(f"    {SEGMENTS[segment]}", number(people))
    if listed.waiting:
        yield Pair("Menunggu, belum dihitung", f"+ {number(listed.waiting)}")
    if listed.sample:
        yield Item("sparkles", "acc", "Data contoh.", "Orang rekaan; tidak masuk ke angka cakupan.")
