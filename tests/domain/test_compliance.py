"""Compliance: spellings of categories, what a row's own figures show, sums over companies."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.compliance import (
    Category,
    category_by_rules,
    category_given,
    company_key,
    company_sums,
    contradicts,
)
from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import CompanyFact

TWO = frozenset({Benefit.JKK, Benefit.JKM})
THREE = TWO | {Benefit.JHT}
FOUR = THREE | {Benefit.JP}
SOUND = CompanyFact(
    row=5, name="PT Contoh Rekaan", npp="JJ900001", scale="menengah", actual=40, registered=40, benefits=FOUR,
    arrears_months=0, arrears=0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("PATUH", Category.PATUH), ("Patuh", Category.PATUH), ("Perusahaan patuh", Category.PATUH),
        ("PWBD", Category.PWBD), ("1. PWBD", Category.PWBD), ("Wajib Belum Daftar", Category.PWBD),
        ("Perusahaan Wajib Belum Daftar (PWBD)", Category.PWBD), ("belum terdaftar", Category.PWBD),
        ("PDS TK", Category.PDS_TK), ("PDS-TK", Category.PDS_TK), ("PDSTK", Category.PDS_TK),
        ("pds_tenaga kerja", Category.PDS_TK), ("P.D.S. Naker", Category.PDS_TK),
        ("Perusahaan Daftar Sebagian (PDS) Tenaga Kerja", Category.PDS_TK),
        ("PDS Upah", Category.PDS_UPAH), ("daftar sebagian upah", Category.PDS_UPAH),
        ("PDS Program", Category.PDS_PROGRAM), ("PDS (Perusahaan Daftar Sebagian) Program", Category.PDS_PROGRAM),
        ("Piutang", Category.PIUTANG), ("Piutang Iuran", Category.PIUTANG), ("Menunggak", Category.PIUTANG),
        ("menunggak iuran 3 bulan", Category.PIUTANG), ("Tunggakan", Category.PIUTANG),
        ("PDS Program & Piutang", Category.PDS_PROGRAM_PIUTANG), ("Piutang + PDS Program", Category.PDS_PROGRAM_PIUTANG),
        ("PDS  PROGRAM\nDAN PIUTANG", Category.PDS_PROGRAM_PIUTANG), ("PDS Prog/piutang", Category.PDS_PROGRAM_PIUTANG),
        ("", ""), ("-", ""), ("nihil", ""),
        ("Tidak patuh", "Tidak patuh"), ("Tidak menunggak", "Tidak menunggak"), ("PDS", "PDS"), ("Tutup", "Tutup"),
        ("PDS TK dan  Program", "PDS TK dan Program"), ("PDS TK dan piutang", "PDS TK dan piutang"),
    ],
)  # fmt: skip
def test_a_category_in_any_spelling_and_other_words_as_they_are(text: str, category: str) -> None:
    assert category_given(text) == category


@given(st.sampled_from(Category), st.sampled_from(["{}", " {} ", "{}.", "({})", "Perusahaan {}"]), st.booleans())
def test_spelling_a_category_does_not_change_it(category: Category, dress: str, lower: bool) -> None:
    text = dress.format(category)
    assert category_given(text.lower() if lower else text) is category


@pytest.mark.parametrize(
    ("changed", "category"),
    [
        ({}, "PATUH"),
        ({"npp": ""}, ""),
        ({"npp": "", "registered": None}, "PWBD"),
        ({"npp": "", "registered": 0, "arrears_months": None, "arrears": None, "benefits": None}, "PWBD"),
        ({"registered": 30}, "PDS TK"),
        ({"registered": 30, "benefits": THREE, "arrears_months": 4}, "PDS TK"),
        ({"registered": 41}, "PATUH"),
        ({"benefits": THREE}, "PDS PROGRAM"),
        ({"benefits": THREE, "scale": "kecil"}, "PATUH"),
        ({"benefits": TWO, "scale": "kecil"}, "PDS PROGRAM"),
        ({"benefits": TWO, "scale": "mikro"}, "PATUH"),
        ({"benefits": TWO, "scale": ""}, ""),
        ({"benefits": frozenset({Benefit.JKK}), "scale": ""}, "PDS PROGRAM"),
        ({"scale": ""}, "PATUH"),
        ({"arrears_months": 1}, "PIUTANG"),
        ({"arrears_months": None, "arrears": 16_800}, "PIUTANG"),
        ({"arrears": 16_800}, "PIUTANG"),
        ({"benefits": THREE, "arrears": 16_800}, "PDS PROGRAM DAN PIUTANG"),
        ({"benefits": None}, ""),
        ({"actual": None}, ""),
        ({"arrears_months": None, "arrears": None}, ""),
        ({"arrears_months": None, "arrears": None, "benefits": THREE}, "PDS PROGRAM"),
    ],
)
def test_the_rules(changed: dict[str, Any], category: str) -> None:
    assert category_by_rules(replace(SOUND, **changed)) == category


def test_an_untold_npp_makes_nobody_unregistered() -> None:
    fact = replace(SOUND, npp="", registered=None)
    assert category_by_rules(fact, npp_told=False) == ""
    assert category_by_rules(replace(fact, registered=30), npp_told=False) == "PDS TK"


def test_how_many_months_are_arrears_is_a_choice() -> None:
    fact = replace(SOUND, arrears_months=2, arrears=500_000)
    assert category_by_rules(fact) == "PIUTANG"
    assert category_by_rules(fact, arrears_from=3) == "PATUH"


@pytest.mark.parametrize(
    ("category", "changed", "differs"),
    [
        ("PATUH", {}, False),
        ("PATUH", {"registered": 30}, True),
        ("PATUH", {"arrears": 1}, True),
        ("PATUH", {"actual": None}, False),
        ("PWBD", {}, True),
        ("PATUH", {"npp": "", "registered": 0}, True),
        ("PWBD", {"npp": "", "registered": 0}, False),
        ("PDS TK", {}, True),
        ("PDS TK", {"registered": None}, False),
        ("PIUTANG", {"arrears_months": None, "arrears": None}, False),
        ("PIUTANG", {"registered": 30, "arrears_months": 3}, False),
        ("PIUTANG", {"benefits": THREE, "arrears_months": 3}, True),
        ("PDS PROGRAM DAN PIUTANG", {"benefits": THREE}, True),
        ("PDS UPAH", {}, False),
        ("Tutup", {"registered": 30}, False),
        ("", {"registered": 30}, False),
    ],
)
def test_a_category_against_the_figures(category: str, changed: dict[str, Any], differs: bool) -> None:
    assert contradicts(category, replace(SOUND, **changed)) is differs


def test_sums_count_an_npp_once_and_every_row() -> None:
    sums = company_sums([
        replace(SOUND, category="PATUH", division="000"),
        replace(SOUND, category="PATUH", division="001", arrears=None),
        replace(SOUND, npp="", category="", by_rules="PWBD", registered=0, arrears=None),
        replace(SOUND, npp="JJ900002", category="Tutup", actual=None, arrears=16_800),
        replace(SOUND, npp="JJ900003", category="", by_rules=""),
    ])  # fmt: skip
    assert (sums.distinct_npp, sums.without_npp) == (3, 1)
    assert sums.by_category == {
        "PATUH": 2, "PWBD": 1, "PDS TK": 0, "PDS UPAH": 0, "PDS PROGRAM": 0, "PIUTANG": 0,
        "PDS PROGRAM DAN PIUTANG": 0, "Tutup": 1,
    }  # fmt: skip
    assert (sums.actual, sums.registered, sums.arrears) == (160, 160, 16_800)


def test_what_nobody_tells_is_no_zero() -> None:
    sums = company_sums([CompanyFact(row=5, name="UD Contoh")])
    assert (sums.actual, sums.registered, sums.arrears) == (None, None, None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("JJ900001", "000", "A"), ("JJ900001", "", "B"), True),
        (("JJ900001", "001", "A"), ("JJ900001", "1", "A"), True),
        (("JJ900001", "001", "A"), ("JJ900001", "002", "A"), False),
        (("", "", "PT. Contoh Rekaan"), ("", "", "pt contoh  rekaan"), True),
        (("", "", "PT Contoh"), ("", "", "CV Contoh"), False),
        (("JJ900001", "", "PT Contoh"), ("", "", "PT Contoh"), False),
    ],
)
def test_when_two_rows_speak_of_one_company(
    one: tuple[str, str, str], other: tuple[str, str, str], same: bool
) -> None:  # fmt: skip
    first, second = (CompanyFact(row=5, npp=npp, division=division, name=name) for npp, division, name in (one, other))
    assert (company_key(first) == company_key(second)) is same
