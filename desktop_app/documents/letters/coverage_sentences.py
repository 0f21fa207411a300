"""Where a region stands, in sentences: each figure with numerator, denominator, base, date and source."""

from collections.abc import Callable

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letters.marks import Marks
from desktop_app.documents.terbilang import counted
from desktop_app.domain.indonesian import long_date, number, percent_in_letter, points
from desktop_app.domain.regions import Region

Name = Callable[[Region], str]


def has_figure(figure: RegionCoverage | None) -> bool:
    return figure is not None and figure.shown_share is not None and figure.period is not None


def coverage_sentence(figure: RegionCoverage, province: Region, marks: Marks) -> str:
    """State and target of the figure's region; the caller has made sure that there is a figure (`has_figure`)."""
    return " ".join(filter(None, (_state(figure, marks), target_sentence(figure, province, marks))))


def _state(figure: RegionCoverage, marks: Marks) -> str:
    assert figure.period is not None
    place, base = figure.region.full_name, figure.base
    share, day = marks.data(percent_in_letter(figure.shown_share or 0)), marks.data(long_date(figure.period))
    if figure.share is None:
        return (
            f"Cakupan jaminan sosial ketenagakerjaan di {place} per {day} dilaporkan sebesar {share} menurut penyebut"
            f" {base} ({source(figure)}); jumlah orangnya tidak disebut dalam laporan itu."
        )
    return (
        f"Per {day}, peserta aktif jaminan sosial ketenagakerjaan di {place} berjumlah"
        f" {marks.data(number(figure.active or 0))} orang dari {marks.data(number(figure.workers or 0))} pekerja atau"
        f" {share} menurut penyebut {base} ({source(figure)})."
    )


def source(figure: RegionCoverage) -> str:
    """“sumber: …”, where the people of a figure come from."""
    if figure.fact is not None:
        return f"sumber: {figure.fact.origin.sender or figure.fact.origin.file}"
    if figure.summed_children:
        return f"sumber: jumlah dari {counted(figure.summed_children)} wilayah di bawahnya"
    return "sumber: daftar peserta aktif"


def target_owner(figure: RegionCoverage, province: Region) -> str:
    return province.full_name if figure.target_is_province else figure.region.full_name


def target_sentence(figure: RegionCoverage, province: Region, marks: Marks) -> str:
    """What is missing to the target, in people where they are known; empty without a target."""
    if figure.target is None or figure.gap is None:
        return ""
    share = marks.data(percent_in_letter(figure.target.share))
    target = f"target {target_owner(figure, province)} Tahun {figure.target.year} sebesar {share}"
    target += f" ({figure.target.document})" if figure.target.document else ""
    if figure.gap >= 0:
        return f"Angka tersebut telah mencapai {target} dan perlu dipertahankan."
    if figure.gap_people is None:
        below = marks.data(points(-figure.gap).removeprefix("+"))
        return f"Angka tersebut berada {below} poin persentase di bawah {target}."
    people = marks.data(number(figure.gap_people))
    return f"Untuk mencapai {target} masih diperlukan {people} orang peserta aktif."
