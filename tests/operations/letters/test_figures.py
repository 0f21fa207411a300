"""What a letter is written from, against the rows of the imports in the fixture."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.letters import Split
from desktop_app.operations.letters.addressees import Portions, addressees, facts_for
from desktop_app.operations.letters.figures import letter_facts, letter_figures
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.workspace import Workspace
from tests.operations.compliance.lists import BUNGA_MEKAR, SAKTI, company_list
from tests.operations.sheets import FEBRUARY, JANUARY, MARCH, recap

APRIL = date(2026, 4, 30)


def test_the_region_its_parts_and_their_lists(klungkung: Workspace) -> None:
    facts = letter_facts(klungkung, LetterRequest())
    assert facts.own is not None
    assert (facts.region.name, facts.own.active, facts.own.workers, facts.own.base, facts.own.period) == (
        "Kabupaten Klungkung", 560, 1000, "UCJ", MARCH,
    )  # fmt: skip
    assert {code: (part.active, part.workers) for code, part in facts.parts.items()} == {
        "51.05.01": (110, 250), "51.05.02": (200, 250), "51.05.03": (130, 250), "51.05.04": (120, 250),
    }  # fmt: skip
    assert len(facts.villages) == 59
    assert [one.name for one in facts.companies] == [
        "PT Contoh Patuh", "PT Contoh Sebagian", "CV Contoh Piutang", "Warung Contoh Baru",
    ]  # fmt: skip
    assert facts.companies_period == MARCH


def test_vulnerable_workers_of_the_newest_lists_of_each_village_each_person_once(klungkung: Workspace) -> None:
    """Five of the village's own list and two of the sponsor's, of whom one is the same."""
    facts = letter_facts(klungkung, LetterRequest())
    assert facts.listed == {SAKTI: 3, BUNGA_MEKAR: 6}
    assert facts.listed_period == MARCH


def test_a_chosen_month_and_base(klungkung: Workspace) -> None:
    figures = letter_figures(klungkung, LetterRequest(period=FEBRUARY, base="UCJ"))
    assert figures.facts.own is not None
    assert (figures.facts.own.active, figures.period, figures.base) == (500, FEBRUARY, "UCJ")
    assert figures.periods == (MARCH, FEBRUARY)


def test_the_imports_behind_the_figures(klungkung: Workspace) -> None:
    """The recap of March, not the one of February; base and target; the lists of companies and vulnerable workers."""
    kinds = [one.kind for one in letter_figures(klungkung, LetterRequest()).imports]
    assert sorted(kinds) == sorted(
        ["rekap", "penyebut", "target", "perusahaan", "pekerja_rentan", "pekerja_rentan", "pekerja_rentan"]
    )
    assert all(len(one.sha256) == 64 for one in letter_figures(klungkung, LetterRequest()).imports)


def test_an_empty_workspace_has_no_figures_and_no_zeros(workspace: Workspace, klungkung_office: None) -> None:
    facts = letter_facts(workspace, LetterRequest())
    assert facts.own is None
    assert (facts.parts, facts.listed, facts.companies, facts.late) == ({}, {}, (), ())


def test_companies_of_the_newest_month_only(klungkung: Workspace, folder: Path) -> None:
    company_list(klungkung, folder, APRIL, [("AA000009", "PT Contoh Baru", "Dawan", 7, 7, 0, 0, "PATUH")])
    facts = letter_facts(klungkung, LetterRequest())
    assert [one.name for one in facts.companies] == ["PT Contoh Baru"]
    assert facts.companies_period == APRIL


@pytest.mark.parametrize(
    ("split", "count", "first", "place"),
    [
        (Split.SATU, 0, "", ""),
        (Split.PER_KECAMATAN, 4, "Camat Nusa Penida", "Nusa Penida"),
        (Split.PER_DESA, 59, "Perbekel Sakti", "Kecamatan Nusa Penida"),
        (Split.PER_PERUSAHAAN, 4, "PT Contoh Patuh", "Klungkung"),
    ],
)
def test_addressees(klungkung: Workspace, split: Split, count: int, first: str, place: str) -> None:
    found = addressees(letter_facts(klungkung, LetterRequest()), split)
    assert len(found) == count
    assert [(one.name, one.place) for one in found[:1]] == [(first, place)][:count]


def test_facts_of_an_addressee(klungkung: Workspace) -> None:
    facts = letter_facts(klungkung, LetterRequest())
    camat = addressees(facts, Split.PER_KECAMATAN)[0]
    theirs = facts_for(facts, camat)
    assert theirs.addressee_coverage is not None
    assert theirs.addressee_coverage.active == 110
    assert len(theirs.villages) == 16
    assert theirs.listed == {SAKTI: 3, BUNGA_MEKAR: 6}
    assert [one.name for one in theirs.companies] == ["PT Contoh Patuh", "PT Contoh Sebagian"]
    village = facts_for(facts, addressees(facts, Split.PER_DESA)[0])
    assert [pair[1].code for pair in village.villages] == [SAKTI]
    assert (village.listed, village.addressee_coverage, village.parts) == ({SAKTI: 3}, None, {})
    assert village.own == facts.own


def test_facts_of_companies(klungkung: Workspace) -> None:
    facts = letter_facts(klungkung, LetterRequest())
    found = addressees(facts, Split.PER_PERUSAHAAN)
    portions = Portions(facts)
    assert [one.key for one in found] == ["AA000001", "AA000002", "AA000003", "warungcontohbaru"]
    assert [[fact.name for fact in portions.of(one).companies] for one in found] == [[one.name] for one in found]


def test_who_is_late_is_told_only_where_their_kind_reports(klungkung: Workspace, folder: Path) -> None:
    """January came from Klungkung's kecamatan but one; villages never report, so none of them is late."""
    assert letter_facts(klungkung, LetterRequest()).late == ()
    recap(klungkung, folder, JANUARY, {"51.05.01": 90, "51.05.02": 140, "51.05.03": 120})
    late = letter_facts(klungkung, LetterRequest()).late
    assert [(one.region.code, one.months) for one in late] == [("51.05.04", (JANUARY,))]
