"""Rules about one figure: its share, its base, its number of people."""

from collections.abc import Iterator

from desktop_app.analysis.digits import agrees, as_printed, decimals, swap_that_fits
from desktop_app.analysis.findings.values import Finding, Known, finding, fraction
from desktop_app.domain.facts import RecapFact
from desktop_app.domain.indonesian import number, percent

SMALLEST_TELLING_COUNT = 1_000
"""Smaller numbers of people equal a base by chance, or because a village has reached 100 %."""


def pct_mismatch(fact: RecapFact, known: Known) -> Iterator[Finding]:
    """The printed share is not people / workers, beyond its rounding; the swap of two digits that would explain it."""
    workers = known.workers(fact)
    if fact.people is None or not workers or fact.share is None or agrees(fact.people, workers, fact.share):
        return
    computed = percent(fact.people / workers, max(2, decimals(fact.share)))
    whose = "" if fact.workers else f" ({fact.base_name})"
    said = f"tercetak {as_printed(fact.share)}, tetapi {fraction(fact.people, workers)}{whose} adalah {computed}."
    swap = swap_that_fits(fact.people, workers, fact.share, known.workers_of(fact.region)) if fact.workers else None
    if swap is None:
        yield finding("pct_mismatch", fact, known, f"{said} Cocokkan angka-angka itu dengan berkas asal.")
        return
    what, value = swap
    said += f" Bila dua angka pada {what} tertukar, {number(value)} memberi {as_printed(fact.share)}."
    yield finding("pct_mismatch", fact, known, f"{said} Cocokkan {what} itu dengan berkas asal.")


def pct_over_100(fact: RecapFact, known: Known) -> Iterator[Finding]:
    """More people than workers, or a printed share above 100 %."""
    workers = known.workers(fact)
    advice = "Periksa apakah pembilang dan penyebutnya dari wilayah dan definisi yang sama."
    if fact.people is not None and workers:
        if fact.people > workers:
            said = f"{fraction(fact.people, workers)} adalah {percent(fact.people / workers)}, lebih dari 100 persen."
            yield finding("pct_over_100", fact, known, f"{said} {advice}")
    elif fact.share is not None and fact.share > 1:
        said = f"tercetak {as_printed(fact.share)}, lebih dari 100 persen."
        yield finding("pct_over_100", fact, known, f"{said} {advice}")


def numerator_equals_denominator(fact: RecapFact, known: Known) -> Iterator[Finding]:
    """The number of people is, to the last digit, a known number of workers of the region."""
    if fact.people is None or fact.people < SMALLEST_TELLING_COUNT:
        return
    names = known.giving(fact.region, fact.people)
    if names:
        said = f"{number(fact.people)} orang sama persis dengan penyebut {' dan '.join(names)}."
        advice = "Angka ini mungkin penyebut, bukan peserta; tanyakan jumlah peserta aktif kepada pengirim."
        yield finding("numerator_equals_denominator", fact, known, f"{said} {advice}")


def base_differs(fact: RecapFact, known: Known) -> Iterator[Finding]:
    """The printed number of workers is not the one of the stored base that the recap names."""
    stored = known.stored(fact)
    if stored is not None and fact.workers is not None and fact.workers != stored:
        printed = f"tercetak {number(fact.workers)} pekerja"
        said = f"{printed}, sedangkan penyebut {fact.base_name} menyimpan {number(stored)}."
        advice = "Yang dipakai adalah yang tersimpan; cocokkan dengan dokumen penyebutnya."
        yield finding("base_differs", fact, known, f"{said} {advice}")
