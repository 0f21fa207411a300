"""Stock mixed with flow: the people who came in a year stand where the people who are there belong."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from desktop_app.analysis.findings.values import WORDS, Finding, Known, finding
from desktop_app.domain.facts import RecapFact
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.periods import months_between
from desktop_app.domain.segments import Measure

_FLOW_WORDS = re.compile(
    r"\b(?:penambahan|akuisisi|(?:peserta|pekerja|tenaga kerja|tk|kepesertaan|pendaftaran) baru)\b", re.IGNORECASE
)
_DOUBTFUL_WORDS = re.compile(r"\b(?:realisasi|capaian) (?:tahun|20\d\d)|\btambahan\b", re.IGNORECASE)
"""These speak of a year's work as often as of a stock; only beside a much larger stock do they tell."""

MUCH_SMALLER = 0.8
"""A flow is less than this part of the stock beside it."""

RESET = 0.5
"""Numbers that begin anew fall below this part of what they were in the months before."""

FEWEST_MONTHS = 3
"""Months of the old year that must have grown before a fall at the new year looks like a reset."""


def flow_words(facts: Sequence[RecapFact], known: Known) -> Iterator[Finding]:
    """A figure of one region whose remark, sheet or file speaks of an addition, beside the stock of the same year.

    The stock is the largest figure of the same measure, else of all people, in that calendar year, without such words.
    """
    flows = [fact for fact in facts if fact.people is not None and _speaks_of_flow(fact)]
    for fact in flows:
        stock = _stock(fact, facts)
        small = stock is not None and (fact.people or 0) < MUCH_SMALLER * (stock.people or 0)
        certain = _matches(_FLOW_WORDS, *_texts(fact))
        if small or (certain and stock is None):
            yield finding("stock_flow", fact, known, _flow_sentence(fact, stock))


def _texts(fact: RecapFact) -> tuple[str, str, str]:
    return fact.note, fact.origin.sheet, fact.origin.file


@lru_cache(maxsize=4096)
def _matches(words: re.Pattern[str], *texts: str) -> bool:
    """Whether any of the texts has such words. Kept, because the rows of a sheet share theirs."""
    return any(words.search(text.replace("_", " ")) for text in texts)


def _speaks_of_flow(fact: RecapFact) -> bool:
    texts = _texts(fact)
    return _matches(_FLOW_WORDS, *texts) or _matches(_DOUBTFUL_WORDS, *texts)


def _stock(flow: RecapFact, facts: Sequence[RecapFact]) -> RecapFact | None:
    beside = [fact for fact in facts if fact.people and fact.period.year == flow.period.year]
    stocks = [fact for fact in beside if fact is not flow and not _speaks_of_flow(fact)]
    same = [fact for fact in stocks if fact.measure is flow.measure]
    whole = [fact for fact in stocks if fact.measure is Measure.TOTAL]
    return max(same or whole, key=lambda fact: (fact.people or 0, fact.period), default=None)


def _flow_sentence(fact: RecapFact, stock: RecapFact | None) -> str:
    people = fact.people or 0
    said = f"{number(people)} orang tampaknya penambahan, bukan peserta aktif"
    if stock is not None and stock.people:
        part = percent(people / stock.people, 0)
        whose = f"{WORDS[stock.measure]} {number(stock.people)} peserta aktif pada {long_date(stock.period)}"
        said += f": hanya {part} dari {whose}"
    return (
        f"{said}. Angka tambahan tidak boleh dijumlah dengan peserta aktif; minta jumlah peserta aktif kepada pengirim."
    )


def resets(series: Sequence[RecapFact]) -> list[RecapFact]:
    """Facts of one region, measure and base, by month, at which numbers counted from January begin anew.

    They grew through the year before and fell at the new year to less than half; whatever has followed grows again.
    """
    counted = [fact for fact in series if fact.people is not None]
    found = []
    for place, (before, after) in enumerate(pairwise(counted), start=1):
        if after.period.year != before.period.year + 1 or months_between(before.period, after.period) > FEWEST_MONTHS:
            continue
        old = [fact.people or 0 for fact in counted[:place] if fact.period.year == before.period.year]
        new = [fact.people or 0 for fact in counted[place:] if fact.period.year == after.period.year]
        if len(old) >= FEWEST_MONTHS and _grows(old) and _grows(new) and new[0] < RESET * median(old):
            found.append(after)
    return found


def _grows(people: Sequence[int]) -> bool:
    return all(later >= earlier for earlier, later in pairwise(people))


def stock_flow(series: Sequence[RecapFact], known: Known) -> Iterator[Finding]:
    """Numbers of one region, measure and base that begin anew in January."""
    for fact in resets(series):
        before = max((one for one in series if one.period < fact.period and one.people), key=lambda one: one.period)
        said = (
            f"{number(fact.people or 0)} orang, setelah {number(before.people or 0)} pada {long_date(before.period)};"
            f" sepanjang {before.period.year} angkanya hanya naik, lalu mulai lagi dari awal tahun."
            " Ini seperti penambahan sejak Januari, bukan peserta aktif; minta jumlah peserta aktif kepada pengirim."
        )
        yield finding("stock_flow", fact, known, said)
