"""What the filters of the bar offer, in words and values."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Counting, Numerator, Sector
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.ui.filters import Choice
from desktop_app.ui.words import LEVELS, SECTORS

COUNTINGS = {Counting.ORANG: "Orang menurut NIK", Counting.KEPESERTAAN: "Kepesertaan"}
JAKON = {True: "Jakon ikut dihitung", False: "Tanpa Jakon"}


def base_choices(answer: CoverageAnswer) -> list[tuple[str, object]]:
    return [(base.name, base.name) for base in answer.choices.bases]


def level_choices(answer: CoverageAnswer) -> list[tuple[str, object]]:
    """Depths below the region; the one that is shown always stands among them."""
    levels = answer.choices.levels or ((answer.level,) if answer.table.rows else ())
    return [(LEVELS[level], level) for level in sorted(levels) if level in LEVELS and level > depth(answer.region.code)]


def sector_groups(sector: Sector, numerator: Numerator) -> list[tuple[str, Sequence[Choice]]]:
    """The segments, and below them what is counted; each choice is a change of the view."""
    counted = [
        Choice(words, {"numerator": replace(numerator, counting=counting)}, counting is numerator.counting)
        for counting, words in COUNTINGS.items()
    ]
    jakon = [
        Choice(words, {"numerator": replace(numerator, jakon=with_it)}, with_it is numerator.jakon)
        for with_it, words in JAKON.items()
    ]
    sectors = [Choice(words, {"sector": one}, one is sector) for one, words in SECTORS.items()]
    return [("", sectors), ("Pembilang", counted), ("", jakon)]


def sector_words(sector: Sector, numerator: Numerator) -> tuple[str, bool]:
    """“Formal, tanpa Jakon”, and whether that is not the default."""
    parts = [SECTORS[sector]]
    if numerator.counting is Counting.KEPESERTAAN:
        parts.append("kepesertaan")
    if not numerator.jakon:
        parts.append("tanpa Jakon")
    return ", ".join(parts), sector is not Sector.SEMUA or numerator != Numerator()


def chosen_target(answer: CoverageAnswer) -> Target | None:
    """The target that the page is measured against: of the whole, else the first that a part has."""
    table = answer.table
    return table.whole.target or next((row.target for row in table.rows if row.target), None)


def target_choices(answer: CoverageAnswer, *, both_years: bool) -> tuple[list[tuple[str, object]], object, str]:
    """The rivals of the chosen target, its document, and the words on the button.

    `both_years`: the button names all years that the trend shows (“2025 dan 2026”).
    """
    chosen = chosen_target(answer)
    if chosen is None:
        return [], None, ""
    rivals = [
        target for target in answer.choices.targets
        if (target.region, target.year, target.sector) == (chosen.region, chosen.year, chosen.sector)
    ]  # fmt: skip
    documents = {target.document: target for target in rivals}
    choices: list[tuple[str, object]] = [
        (f"{t.year}, {percent(t.share)} – {t.document}", t.document) for t in documents.values()
    ]
    years = sorted({target.year for target in answer.trend.targets})
    if both_years and years:
        return choices, chosen.document, " dan ".join(map(str, years)) if len(years) < 3 else f"{years[0]}–{years[-1]}"
    version = f", versi {chosen.version}" if chosen.version > 1 else f", {percent(chosen.share)}"
    return choices, chosen.document, f"{chosen.year}{version}"
