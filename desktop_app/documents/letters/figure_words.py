"""Every `{{ name }}` that the texts of a letter may use, with what it says for the facts at hand."""

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letters.company_words import company_words
from desktop_app.documents.letters.coverage_sentences import coverage_sentence, has_figure, source, target_owner
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.late_words import late_words
from desktop_app.documents.letters.marks import PLAIN, Marks
from desktop_app.documents.letters.money_words import money_words
from desktop_app.documents.letters.place_words import place_words
from desktop_app.documents.letters.words import Word
from desktop_app.domain.indonesian import long_date, number, percent_in_letter, points


def figure_words(facts: LetterFacts, marks: Marks = PLAIN) -> dict[str, Word]:
    """Name -> word. The names are the same for all facts; the lettering of annexes is added by the writer."""
    words = (
        *place_words(facts, marks),
        *_coverage_words(facts, marks),
        *_own_words(facts, marks),
        *money_words(facts, marks),
        *company_words(facts, marks),
        *late_words(facts, marks),
    )
    return {word.name: word for word in words}


def _coverage_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    own = facts.own if has_figure(facts.own) else None
    period = own.period if own else None
    share = own.shown_share if own else None
    active, workers = (own.active, own.workers) if own and own.share is not None else (None, None)
    return [
        Word(name="keadaan_cakupan", title="Kalimat keadaan cakupan wilayah, lengkap dengan dasarnya", text=_told(facts, marks)),
        Word(name="peserta", title="Peserta aktif (orang)", text=_count(active, marks), raw=active),
        Word(name="pekerja", title="Pekerja menurut penyebut (orang)", text=_count(workers, marks), raw=workers),
        Word(
            name="cakupan", title="Cakupan (persen)", raw=share,
            text=None if share is None else marks.data(percent_in_letter(share)),
        ),
        Word(
            name="tanggal_data", title="Tanggal data cakupan", raw=period.isoformat() if period else None,
            text=marks.data(long_date(period)) if period else None,
        ),
        Word(name="penyebut", title="Nama penyebut", text=own.base if own else None, raw=own.base if own else None),
        Word(name="sumber", title="Sumber angka cakupan", text=source(own) if own else None),
        *_target_words(own, facts, marks),
    ]  # fmt: skip


def _told(facts: LetterFacts, marks: Marks) -> str | None:
    """The region's figure, and the one of the kecamatan or village that the letter speaks to."""
    figures = [facts.own] if facts.own and has_figure(facts.own) else []
    extra = facts.addressee_coverage
    if extra and has_figure(extra) and all(extra.region != figure.region for figure in figures):
        figures.append(extra)
    return " ".join(coverage_sentence(figure, facts.province, marks) for figure in figures) or None


def _target_words(own: RegionCoverage | None, facts: LetterFacts, marks: Marks) -> list[Word]:
    target = own.target if own else None
    short = own.gap_people if own and own.gap_people is not None and own.gap_people > 0 else None
    below = -own.gap if own and own.gap is not None and own.gap < 0 else None
    return [
        Word(
            name="target", title="Target (persen)", raw=target.share if target else None,
            text=marks.data(percent_in_letter(target.share)) if target else None,
        ),
        Word(
            name="pemilik_target", title="Wilayah yang memiliki target",
            text=target_owner(own, facts.province) if own and target else None,
        ),
        Word(
            name="tahun_target", title="Tahun target", raw=target.year if target else None,
            text=str(target.year) if target else None,
        ),
        Word(name="dokumen_target", title="Dokumen target", text=(target.document or None) if target else None),
        Word(name="kurang_orang", title="Orang yang masih diperlukan sampai target", text=_count(short, marks), raw=short),
        Word(
            name="kurang_poin", title="Kekurangan sampai target (poin persentase)", raw=below,
            text=None if below is None else marks.data(points(below).removeprefix("+")),
        ),
    ]  # fmt: skip


def _own_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    """The addressee's own coverage, for a letter of its own."""
    own = facts.addressee_coverage if has_figure(facts.addressee_coverage) else None
    gap = own.gap_people if own else None
    return [
        Word(
            name="keadaan_penerima", title="Kalimat keadaan cakupan penerima (surat per kecamatan atau desa)",
            text=coverage_sentence(own, facts.province, marks) if own else None,
        ),
        Word(
            name="kurang_penerima", title="Orang yang masih diperlukan penerima sampai target",
            text=_count(gap if gap and gap > 0 else None, marks), raw=gap,
        ),
    ]  # fmt: skip


def _count(people: int | None, marks: Marks) -> str | None:
    return None if people is None else marks.data(number(people))
