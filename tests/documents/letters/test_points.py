"""Points as the clerk edits them: order, placeholders, marks, and any text that somebody may write."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.letters.content import (
    BlockKind,
)
from desktop_app.documents.letters.figure_words import figure_words
from desktop_app.documents.letters.filling import UnknownPlaceholder, filled
from desktop_app.documents.letters.late_words import month_list
from desktop_app.documents.letters.letter_texts import UnfitKind, UnknownSubject
from desktop_app.documents.letters.subjects import subject
from desktop_app.documents.letters.writing import compose, drafted, resolved
from desktop_app.domain.indonesian import MONTHS, NBSP
from desktop_app.domain.letters import LetterKind, PointText
from desktop_app.domain.paper import CHECK, DATA, END
from tests.documents.letters.letter_facts import (
    BARE,
    FULL,
    TO_COMPANY,
)
from tests.documents.letters.written import (
    NARRATIVE,
    SE,
    texts,
    whole,
    written,
)


def point(text: str, key: str = "lain-1", *, details: tuple[str, ...] = (), used: bool = True) -> PointText:
    return PointText(key=key, title="Butir saya", text=text, details=details, used=used)


def test_points_of_the_clerk_stand_in_his_order_with_their_figures() -> None:
    shipped = {one.key: one for one in subject("rentan-desa").points(SE)}
    points = (point("Kuota {{ kuota }} orang."), shipped["j"], replace(shipped["i"], used=False))
    content = compose(SE, "rentan-desa", NARRATIVE, FULL, points)
    butir = [block.text for block in content.blocks if block.kind is BlockKind.BUTIR]
    assert butir[0] == "Kuota 100 (seratus) orang."
    assert butir[1].startswith("Pelaksanaan Surat Edaran ini dievaluasi")
    assert len(butir) == 2
    assert content.annexes == ()


@pytest.mark.parametrize(
    "text", ["{{ kuotaa }} orang", "{% if kuota %}x{% endif %}", "{{ kuota | terbilang }}", "sisa }}"]
)
def test_an_unknown_placeholder_names_point_and_word(text: str) -> None:
    with pytest.raises(UnknownPlaceholder, match="Butir “Butir saya” memakai isian “"):
        compose(SE, "rentan-desa", NARRATIVE, FULL, (point(text),))


def test_a_typo_in_a_detail_is_found_and_in_an_unused_point_it_waits() -> None:
    with pytest.raises(UnknownPlaceholder, match="“salah”"):
        compose(SE, "rentan-desa", NARRATIVE, FULL, (point("A:", details=("{{ salah }}",)),))
    compose(SE, "rentan-desa", NARRATIVE, FULL, (point("{{ salah }}", used=False),))


def test_a_clerks_point_without_its_figure_keeps_its_place_with_dots() -> None:
    content = compose(SE, "rentan-desa", NARRATIVE, BARE, (point("Masih {{ kurang_orang }} orang."),), marks=True)
    assert f"Masih {CHECK}{'.' * 18}{END} orang." in texts(content)


def test_an_edited_point_without_figure_says_what_the_shipped_one_says() -> None:
    shipped = next(one for one in subject("rentan-desa").points(SE) if one.key == "keadaan")
    content = compose(SE, "rentan-desa", NARRATIVE, BARE, (replace(shipped, text="Kini: {{ keadaan_cakupan }}"),))
    assert "belum tersedia" in whole(content)


def test_figures_are_marked_and_names_are_not() -> None:
    content = compose(SE, "rentan-desa", NARRATIVE, FULL, marks=True)
    text = whole(content)
    assert f"{DATA}130.300{END} orang" in text
    assert f"{DATA}65,60%{END}" in text
    assert f"{DATA}Kabupaten" not in text


def test_what_the_window_shows_beside_the_letter() -> None:
    draft = drafted(SE, "rentan-desa", FULL)
    assert [one.key for one in draft.offered][:3] == ["keadaan", "c", "c-kelurahan"]
    assert resolved(draft.points)["kriteria"].count("\n") == 6
    assert draft.words["kuota"].text == "100 (seratus)"
    assert draft.words["lampiran_kuota"].text == f"Lampiran{NBSP}I"


def test_unknown_subjects_and_kinds() -> None:
    with pytest.raises(UnknownSubject, match="rentan-desa"):
        written(subject="tidak-ada")
    with pytest.raises(UnfitKind, match="Kepatuhan perusahaan"):
        written(subject="perusahaan", kind=LetterKind.SE_SEKDA)


def test_words_have_the_same_names_for_all_facts() -> None:
    assert set(figure_words(FULL)) == set(figure_words(BARE)) == set(figure_words(TO_COMPANY))


def test_raw_figures_go_to_templates_without_marks() -> None:
    figures = compose(SE, "rentan-desa", NARRATIVE, FULL, marks=True).figures
    assert (figures["kuota"], figures["peserta"], figures["tenggat"]) == (100, 130_300, "2026-05-29")
    assert "peserta" not in written(BARE).figures


WORDS = figure_words(FULL)
PLAIN_TEXT = st.text(alphabet=st.characters(blacklist_characters="{}%", blacklist_categories=("Cs", "Cc")), max_size=60)


@given(text=PLAIN_TEXT)
def test_a_text_without_placeholders_stays_as_it_is_but_for_spaces(text: str) -> None:
    made = filled(text, {}, "Butir saya")
    assert made.replace(" ", "") == text.replace(" ", "")
    assert "  " not in made


@given(before=PLAIN_TEXT, name=st.from_regex(r"[a-z_]{1,12}", fullmatch=True), after=PLAIN_TEXT)
def test_a_name_is_filled_or_complained_about(before: str, name: str, after: str) -> None:
    text = f"{before}{{{{ {name} }}}}{after}"
    if name in WORDS:
        assert "{{" not in filled(text, WORDS, "Butir saya")
    else:
        with pytest.raises(UnknownPlaceholder):
            filled(text, WORDS, "Butir saya")


@given(st.sets(st.dates(date(2020, 1, 1), date(2029, 12, 31)), min_size=1, max_size=30))
def test_every_late_month_is_named_once(days: set[date]) -> None:
    months = {(day.year, day.month): day for day in days}.values()
    told = month_list(months)
    assert sum(told.count(name) for name in MONTHS) == len(months)
    assert all(told.count(str(year)) == 1 for year in {day.year for day in months})
