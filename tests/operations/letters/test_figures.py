"""What a letter is written from, against the rows of the imports in the fixture."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.documents.letters.facts import LateSender
from desktop_app.documents.letters.subjects import subject, subjects
from desktop_app.domain.letters import LetterKind, LetterStyle, PointText, Split
from desktop_app.operations.letters.addressees import Portions, addressees, facts_for
from desktop_app.operations.letters.draft import draft_letters
from desktop_app.operations.letters.figures import letter_facts, letter_figures
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.spoken import COMPANIES, LISTED, groups_spoken
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


def test_who_sent_the_list_of_companies(klungkung: Workspace) -> None:
    assert letter_facts(klungkung, LetterRequest()).companies_source == "Cabang rekaan"


@pytest.mark.parametrize("kind", [LetterKind.TEGURAN, LetterKind.UNDANGAN])
def test_only_companies_with_a_finding_are_admonished_or_summoned(klungkung: Workspace, kind: LetterKind) -> None:
    draft = draft_letters(klungkung, LetterRequest(kind=kind, subject="perusahaan", split=Split.PER_PERUSAHAAN))
    assert [one.name for one in draft.everyone] == ["PT Contoh Sebagian", "CV Contoh Piutang", "Warung Contoh Baru"]


def test_an_appeal_goes_to_every_company(klungkung: Workspace) -> None:
    request = LetterRequest(kind=LetterKind.IMBAUAN, subject="perusahaan", split=Split.PER_PERUSAHAAN)
    assert len(draft_letters(klungkung, request).everyone) == 4


def test_only_who_is_late_is_admonished(klungkung: Workspace) -> None:
    facts = letter_facts(klungkung, LetterRequest())
    village = next(one for _, one in facts.villages if one.code == SAKTI)
    late = replace(facts, late=(LateSender(region=village, months=(MARCH,)),))
    assert [one.key for one in addressees(late, Split.PER_DESA, with_cause=True)] == [SAKTI]
    assert [one.key for one in addressees(late, Split.PER_KECAMATAN, with_cause=True)] == [SAKTI[:8]]
    assert addressees(replace(facts, late=()), Split.PER_DESA, with_cause=True) == ()


@pytest.mark.parametrize("kind", [LetterKind.INSTRUKSI, LetterKind.TEGURAN, LetterKind.IMBAUAN])
def test_each_kind_uses_only_the_legal_bases_that_fit_it(klungkung: Workspace, kind: LetterKind) -> None:
    topic = next(one for one in subjects() if kind in one.kinds)
    draft = draft_letters(klungkung, LetterRequest(kind=kind, subject=topic.key))
    used = {one.key for one in draft.facts.legal_bases}
    assert used
    assert used <= set(topic.letter(kind).bases)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("{{ pekerja_sebenarnya }}", COMPANIES), ("{{ pekerja_terdaftar }}", COMPANIES),
        ("{{ pekerja_belum_terdaftar }}", COMPANIES), ("{{ bulan_tunggakan }}", COMPANIES),
        ("{{ tanpa_daftar }}", LISTED),
    ],
)  # fmt: skip
def test_a_point_that_names_a_figure_makes_the_letter_depend_on_it(text: str, group: str) -> None:
    plain = subject("jakon-desa").letter(LetterKind.SE_BUPATI)
    point = PointText(key="angka", title="Angka", text=text)
    assert group in groups_spoken(plain, LetterStyle.NARATIF, [point])
