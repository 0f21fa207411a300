"""Words on quota and contributions: people per village and rupiah, in figures and words."""

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.marks import Marks
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.words import Word
from desktop_app.documents.terbilang import counted, rupiah_in_words
from desktop_app.domain.indonesian import long_date, number, rupiah

JKK_LOWEST, JKM, JHT_LOWEST = 10_000, 6_800, 20_000
"""Rupiah per month in the lowest income bracket of BPU: 1 %, flat, 2 % of Rp1,000,000 (domain notes 3.1)."""


def village_cost(facts: LetterFacts) -> int:
    return facts.quota * facts.monthly * facts.months


def money_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    sender, villages = Sender(facts, marks), len(facts.villages)
    cost, total = village_cost(facts), village_cost(facts) * villages
    return [
        Word(name="kuota", title="Kuota per desa (orang)", text=marks.data(counted(facts.quota)), raw=facts.quota),
        Word(
            name="kuota_seluruhnya", title="Kuota seluruh desa dan kelurahan (orang)", raw=facts.quota * villages or None,
            text=marks.data(counted(facts.quota * villages)) if villages else None,
        ),
        Word(
            name="iuran", title="Iuran per orang per bulan", text=marks.data(rupiah_in_words(facts.monthly)),
            raw=facts.monthly,
        ),
        Word(name="rincian_iuran", title="Rincian iuran menurut program, didahului koma", text=parts_of(facts.monthly)),
        Word(name="bulan_iuran", title="Banyaknya bulan iuran", text=counted(facts.months), raw=facts.months),
        Word(name="jangka", title="“per tahun” atau “untuk … bulan”", text=span(facts.months)),
        Word(name="biaya_desa", title="Kebutuhan anggaran per desa", text=marks.data(rupiah_in_words(cost)), raw=cost),
        Word(
            name="biaya_seluruhnya", title="Kebutuhan anggaran seluruhnya, didahului “, atau seluruhnya”",
            text=_all_villages(sender, total, marks), raw=total or None,
        ),
        *_list_words(facts, marks),
    ]  # fmt: skip


def span(months: int) -> str:
    return "per tahun" if months == 12 else f"untuk {counted(months)} bulan"


def parts_of(monthly: int) -> str:
    """How the contribution splits into programmes, where that is known."""
    basic = f"JKK {rupiah(JKK_LOWEST)} dan JKM {rupiah(JKM)}"
    if monthly == JKK_LOWEST + JKM:
        return f", terdiri atas {basic}"
    if monthly == JKK_LOWEST + JKM + JHT_LOWEST:
        return f", terdiri atas JKK {rupiah(JKK_LOWEST)}, JKM {rupiah(JKM)}, dan Jaminan Hari Tua {rupiah(JHT_LOWEST)}"
    return ""


def _all_villages(sender: Sender, total: int, marks: Marks) -> str:
    if len(sender.facts.villages) < 2:
        return ""
    where = sender.addressed_place.full_name
    counted_villages = marks.data(sender.villages_counted)
    return f", atau seluruhnya {marks.data(rupiah(total))} untuk {counted_villages} di {where}"


def _list_words(facts: LetterFacts, marks: Marks) -> list[Word]:
    """People in the newest lists of vulnerable workers, of the villages that the letter speaks to."""
    codes = [village.code for _, village in facts.villages]
    known = [facts.listed[code] for code in codes if code in facts.listed]
    people, period = (sum(known) if known else None), facts.listed_period
    without = len(codes) - len(known) if known else None
    return [
        Word(
            name="calon_tercatat", title="Pekerja rentan dalam daftar terbaru (orang)", raw=people,
            text=None if people is None else marks.data(counted(people)),
        ),
        Word(
            name="tanggal_daftar", title="Tanggal daftar pekerja rentan", raw=period.isoformat() if period else None,
            text=marks.data(long_date(period)) if period else None,
        ),
        Word(
            name="tanpa_daftar", title="“; … dari … desa belum termuat dalam daftar itu”, bila ada",
            text=f"; {marks.data(number(without))} dari {marks.data(number(len(codes)))}"
            f" {Sender(facts).kinds('/')} belum termuat dalam daftar itu" if without else "",
        ),
        Word(
            name="desa_tanpa_daftar", title="Banyaknya desa/kelurahan tanpa daftar", raw=without,
            text=marks.data(number(without)) if without else None,
        ),
    ]  # fmt: skip
