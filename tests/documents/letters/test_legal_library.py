"""The library of legal bases: complete, in order, dated, and honest about what is not known."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.documents.letters.legal_library import bases_named, library, proposed_bases, rules_of
from desktop_app.documents.letters.subjects import subjects
from desktop_app.documents.letters.table_reading import WrongText
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.regions import Region
from tests.documents.figures import BALI, GIANYAR, region

DAY = date(2026, 1, 12)
BASES = {basis.key: basis for basis in library()}


def proposed(subject: str, place: Region = GIANYAR, year: int = 2026, day: date = DAY) -> dict[str, tuple[bool, str]]:
    found = proposed_bases(subject, place, BALI, year, day)
    return {one.basis.key: (one.used, one.warning) for one in found}


def test_rules_stand_from_the_law_down_to_the_regent() -> None:
    order = [basis.key for basis in library()]
    some = [
        "uu-40-2004", "uu-24-2011", "pp-86-2013", "pp-44-2015", "perpres-109-2013", "inpres-2-2021", "permenaker-4-2018",
        "permendagri-14-2025", "se-mendagri-5193-2021", "perda-bali-10-2019", "pergub-bali-19-2017", "perbup-badung-6-2024",
    ]  # fmt: skip
    assert [key for key in order if key in some] == some


@pytest.mark.parametrize(
    ("key", "cited"),
    [
        ("uu-40-2004", "Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional beserta perubahannya"),
        (
            "uu-6-2014",
            "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah beberapa kali diubah, terakhir dengan"
            " Undang-Undang Nomor 3 Tahun 2024",
        ),
        (
            "pp-46-2015",
            "Peraturan Pemerintah Nomor 46 Tahun 2015 tentang Penyelenggaraan Program Jaminan Hari Tua sebagaimana telah"
            " diubah dengan Peraturan Pemerintah Nomor 60 Tahun 2015",
        ),
        ("perbup-badung-6-2024", "Peraturan Bupati Badung Nomor 6 Tahun 2024 mengenai pelindungan pekerja rentan"),
        (
            "se-mendagri-5193-2021",
            "Surat Edaran Menteri Dalam Negeri Nomor 842.2/5193/SJ tanggal 23 September 2021 mengenai kepesertaan program"
            " jaminan sosial ketenagakerjaan",
        ),
    ],
)
def test_a_rule_is_cited_as_far_as_it_is_known(key: str, cited: str) -> None:
    assert BASES[key].cited == cited


@pytest.mark.parametrize("basis", library(), ids=lambda basis: basis.key)
def test_a_title_that_is_not_certain_is_to_be_checked(basis: object) -> None:
    known = next(one for one in library() if one is basis)
    assert known.check or " tentang " in known.cited
    assert known.seen
    assert known.short
    assert "  " not in known.cited
    assert not known.cited.endswith((".", ";", " "))


def test_the_whole_chain_that_letters_cite_is_there() -> None:
    chain = {
        "uu-40-2004", "uu-24-2011", "uu-59-2024", "uu-6-2014", "pp-86-2013", "pp-44-2015", "pp-45-2015", "pp-46-2015",
        "pp-37-2021", "pp-50-2025", "inpres-2-2021", "inpres-4-2022", "inpres-8-2025", "se-mendagri-5193-2021",
        "permendagri-27-2021", "permendagri-84-2022", "permendagri-15-2023", "permendagri-15-2024",
        "permendagri-14-2025", "perda-bali-10-2019", "pergub-bali-19-2017", "perbup-gianyar-55-2018",
        "perbup-bangli-31-2018", "perbup-badung-6-2024", "permendagri-54-2009", "permendagri-1-2023",
        "permendagri-83-2022", "pergub-bali-6-2020", "perbup-bangli-47-2011", "permenaker-4-2018", "permendagri-20-2018",
    }  # fmt: skip
    assert chain <= set(BASES)


@pytest.mark.parametrize(
    ("year", "used", "beside"),
    [
        (2024, "permendagri-15-2023", "permendagri-84-2022"),
        (2025, "permendagri-15-2024", "permendagri-15-2023"),
        (2026, "permendagri-14-2025", "permendagri-15-2024"),
    ],
)
def test_a_budget_year_has_its_own_guideline(year: int, used: str, beside: str) -> None:
    found = proposed("rentan-desa", year=year)
    yearly = {
        key: found[key] for key in found if BASES[key].short.startswith("Permendagri") and "APBD" in BASES[key].short
    }
    assert yearly[used] == (True, "")
    assert not yearly[beside][0]
    assert "diganti" in yearly[beside][1]
    assert set(yearly) == {used, beside}


def test_a_budget_year_without_guideline_gets_none_by_itself() -> None:
    found = proposed("rentan-desa", year=2027)
    assert found["permendagri-14-2025"] == (False, "Mengatur APBD Tahun Anggaran 2026, bukan 2027.")


@pytest.mark.parametrize(
    ("day", "warning"),
    [
        (date(2025, 12, 21), "Baru berlaku pada 22 Desember 2025."),
        (date(2026, 3, 1), ""),
        (date(2027, 4, 1), "Tidak berlaku lagi sejak 31 Maret 2027."),
    ],
)
def test_a_rule_out_of_force_is_offered_with_a_warning(day: date, warning: str) -> None:
    used, said = proposed("rentan-desa", day=day)["pp-50-2025"]
    assert (used, said) == (False, warning)


def test_a_rule_younger_than_the_letter_is_not_used() -> None:
    assert proposed("rentan-desa", place=region("51.03"), day=date(2023, 6, 1))["perbup-badung-6-2024"] == (
        False, "Baru ada pada tahun 2024.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "own", "others"),
    [
        ("51.04", "perbup-gianyar-55-2018", "perbup-badung-6-2024"),
        ("51.03", "perbup-badung-6-2024", "perbup-gianyar-55-2018"),
        ("51.08", None, "perbup-badung-6-2024"),
    ],
)
def test_a_regency_cites_its_own_rule_only(code: str, own: str | None, others: str) -> None:
    found = proposed("rentan-desa", place=region(code))
    assert own is None or found[own][0]
    assert others not in found


@pytest.mark.parametrize("subject", subjects(), ids=lambda one: one.key)
def test_every_subject_has_bases_and_none_that_is_replaced(subject: object) -> None:
    found = proposed_bases(subject.key, GIANYAR, BALI, 2026, DAY)  # type: ignore[attr-defined]
    used = [one for one in found if one.used]
    assert len(used) >= 4
    assert not [one for one in used if one.warning or one.replaced_by]
    assert [one.basis.rank for one in found] == sorted(one.basis.rank for one in found)


def test_an_instruction_uses_fewer_bases_and_offers_the_rest() -> None:
    found = proposed_bases("rentan-desa", GIANYAR, BALI, 2026, DAY, LetterKind.INSTRUKSI)
    assert [one.basis.key for one in found if one.used] == ["uu-24-2011", "uu-6-2014", "pp-44-2015", "inpres-2-2021"]
    assert len(found) > 4


def test_bases_named_keep_the_order_of_the_clerk_and_drop_unknown_keys() -> None:
    assert [one.key for one in bases_named(("inpres-2-2021", "tidak-ada", "uu-40-2004"))] == [
        "inpres-2-2021",
        "uu-40-2004",
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('key = "x"\nform = "Undang-Undang"\nnumber = "1"\nyear = 2000\nabout = "A"\nseen = "B"\ntypo = 1', "unknown key typo"),
        ('key = "x"\nform = "Undang-Undang"\nnumber = "1"\nyear = 2000\nseen = "B"', "about is missing"),
        ('key = "x"\nform = "Maklumat"\nnumber = "1"\nyear = 2000\nabout = "A"\nseen = "B"', "form “Maklumat” is not known"),
        (
            'key = "x"\nform = "Undang-Undang"\nnumber = "1"\nyear = 2000\nabout = "A"\nseen = "B"\nreplaced_by = "y"',
            "replaced_by names none of them",
        ),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named(entry: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "pustaka.toml"
    path.write_text(f"[[basis]]\n{entry}\n", "utf-8")
    with pytest.raises(WrongText, match=said):
        rules_of(path)
