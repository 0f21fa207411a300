"""Annexes: their sums, what is unknown in them, what they ask for, and that they fit their page."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.letters.content import (
    AnnexRowKind,
    Circular,
    OfficialLetter,
    as_stored,
    content_of,
)
from desktop_app.documents.letters.subjects import subject
from desktop_app.domain.letters import LetterKind, LetterLayout
from tests.documents.figures import OFFICE, some_villages
from tests.documents.letters.letter_facts import (
    BATUBULAN,
    FULL,
    SUKAWATI,
    TO_COMPANY,
    TO_KECAMATAN,
    TO_VILLAGE,
    VILLAGES,
    based,
)
from tests.documents.letters.written import (
    annex,
    written,
)


def test_the_quota_annex_adds_up() -> None:
    table = annex(written(), "KUOTA")
    kinds = [row.kind for row in table.rows]
    assert table.label == "LAMPIRAN I"
    assert kinds.count(AnnexRowKind.ISI) == 4
    assert [row.cells for row in table.rows if row.kind is not AnnexRowKind.ISI] == [
        ("Jumlah Kecamatan Sukawati", "200", "40.320.000"),
        ("Jumlah Kecamatan Gianyar", "200", "40.320.000"),
        ("Jumlah Kabupaten Gianyar: 4 desa/kelurahan", "400", "80.640.000"),
    ]


@pytest.mark.parametrize(("months", "title"), [(12, "Biaya per tahun (Rp)"), (4, "Biaya 4 bulan (Rp)")])
def test_the_quota_annex_says_for_how_long(months: int, title: str) -> None:
    table = annex(written(replace(FULL, months=months)), "KUOTA")
    assert table.columns[-1].title == title
    assert table.rows[0].cells[-1] in ("20.160.000", "6.720.000")


def test_a_village_gets_its_own_answer_sheet_and_no_sum_of_one() -> None:
    content = written(TO_VILLAGE)
    assert [one.title.split(" ")[0] for one in content.annexes] == ["DAFTAR", "MANFAAT"]
    sheet = content.annexes[0]
    assert sheet.intro == ("Desa: Batubulan", "Kecamatan: Sukawati")
    assert sheet.landscape
    assert sheet.blank_rows > 0


def test_a_camat_gets_a_recap_of_his_villages() -> None:
    table = annex(written(TO_KECAMATAN), "REKAPITULASI")
    assert [row.cells[1] for row in table.rows] == ["Desa Batubulan", "Desa Ketewel"]
    assert table.intro == ("Kecamatan: Sukawati",)


def test_a_single_annex_has_no_number() -> None:
    content = written(FULL, "perusahaan", LetterKind.IMBAUAN)
    assert [one.label for one in content.annexes] == ["LAMPIRAN"]
    assert isinstance(content, OfficialLetter)
    assert content.attachment == "1 (satu) berkas"


def test_the_company_annex_lists_who_owes_something_and_no_unknown_as_zero() -> None:
    table = annex(written(FULL, "perusahaan", LetterKind.TEGURAN), "DAFTAR PERUSAHAAN")
    assert [row.cells[1] for row in table.rows[:-1]] == ["PT Contoh & Anak", "CV Mundur", "UD Baru"]
    assert table.rows[1].cells[2] == "00777/002"
    assert table.rows[2].cells[4:] == ("belum ada data", "belum ada data", "belum ada data")
    assert table.rows[-1].cells == ("Jumlah 3 baris", "420", "320", "12.500.000")
    assert "3 dari 4 baris" in table.notes[0]


def test_the_coverage_annex_shows_gaps_in_people_and_says_what_is_unknown() -> None:
    table = annex(written(kind=LetterKind.NOTA_DINAS), "CAKUPAN")
    first, second = table.rows[0].cells, table.rows[1].cells
    assert first == ("1.", "Kecamatan Sukawati", "20.000", "198.628", "10,07%", "67,69%", "114.452")
    assert second[2] == "belum ada data"
    assert second[-1] == "belum ada data"
    assert table.rows[-1].kind is AnnexRowKind.JUMLAH
    assert "menurut penyebut UCJ 2025" in table.notes[0]


def test_the_late_annex_lists_months_per_region() -> None:
    table = annex(written(FULL, "laporan-terlambat", LetterKind.TEGURAN), "WILAYAH")
    assert [row.cells for row in table.rows] == [
        ("1.", "Desa Batubulan", "November dan Desember 2025", "2"), ("2.", "Desa Petak", "Desember 2025", "1"),
    ]  # fmt: skip


def test_tables_fit_their_page() -> None:
    for facts in (FULL, TO_VILLAGE, TO_KECAMATAN):
        for key in ("rentan-desa", "non-asn", "perusahaan", "jakon-desa", "asn-csr", "desa-adat", "laporan-terlambat"):
            for kind in subject(key).kinds:
                for one in written(facts, key, kind).annexes:
                    assert sum(column.width for column in one.columns) <= (24.8 if one.landscape else 16.01), one.title
                    spans = {len(row.cells) for row in one.rows if row.kind is AnnexRowKind.ISI}
                    assert spans <= {len(one.columns)}


def test_no_name_or_nik_of_a_person_is_asked_in_a_form_that_goes_round() -> None:
    for key, start in (("non-asn", "DATA"), ("asn-csr", "REKAPITULASI"), ("desa-adat", "DATA")):
        table = annex(written(FULL, key, subject(key).kinds[0]), start)
        assert not any("NIK" in column.title or "Nama" in column.title for column in table.columns)


def test_a_letter_can_be_kept_and_read_back() -> None:
    for kind in subject("rentan-desa").kinds:
        content = written(based(FULL, "rentan-desa"), kind=kind)
        assert content_of(kind, as_stored(content)) == content


HOSTILE = 'Desa & <b> "x" ‮ 😀 =HYPERLINK("a") {{ kuota }}'


def test_hostile_names_pass_through_as_they_are() -> None:
    village = replace(BATUBULAN, name=HOSTILE)
    facts = replace(FULL, villages=((SUKAWATI, village), *VILLAGES[1:]))
    assert annex(written(facts), "KUOTA").rows[0].cells[2] == HOSTILE
    own = replace(TO_VILLAGE, villages=((SUKAWATI, village),), addressee=replace(TO_VILLAGE.addressee, name=HOSTILE))  # type: ignore[type-var]
    content = written(own)
    assert isinstance(content, Circular)
    assert content.recipients == (HOSTILE,)


def test_sample_data_are_marked_and_the_footnote_is_the_offices() -> None:
    office = replace(OFFICE, sample=True, layout=LetterLayout(tte="Ditandatangani secara elektronik."))
    content = written(replace(FULL, office=office, villages=tuple(some_villages()), deadline=date(2026, 3, 2)))
    assert content.mark == "KONSEP DARI DATA CONTOH, BUKAN NASKAH DINAS"
    assert content.footnote == "Ditandatangani secara elektronik."


def test_forms_name_who_fills_them_in_where_that_is_known() -> None:
    assert annex(written(TO_COMPANY, "perusahaan", LetterKind.IMBAUAN), "REKAPITULASI").intro == (
        "Nama perusahaan: PT Contoh & Anak",
    )
    assert annex(written(TO_VILLAGE, "jakon-desa"), "DAFTAR").intro == ("Perangkat daerah/desa: Desa Batubulan",)
    assert annex(written(FULL, "perusahaan", LetterKind.IMBAUAN), "REKAPITULASI").intro[0].endswith("....")
