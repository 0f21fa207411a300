"""The body of a letter: its style, its figures with what they rest on, and what it does not say."""

from dataclasses import replace

import pytest

from desktop_app.documents.letters.content import (
    BlockKind,
    Instruction,
    ServiceNote,
)
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.figure_words import figure_words
from desktop_app.documents.letters.writing import compose
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.paper import CHECK
from tests.documents.figures import figure, reported
from tests.documents.letters.letter_facts import (
    BARE,
    COMPANIES,
    FULL,
    TO_COMPANY,
    TO_KECAMATAN,
    TO_VILLAGE,
    based,
)
from tests.documents.letters.written import (
    NARRATIVE,
    SE,
    STRUCTURED,
    texts,
    whole,
    written,
)


def test_the_narrative_letter_goes_from_reason_to_closing() -> None:
    kinds = [block.kind for block in written(based(FULL, "rentan-desa")).blocks]
    assert kinds[0] is BlockKind.ALINEA
    assert kinds[1] is BlockKind.DASAR
    assert kinds[-1] is BlockKind.ALINEA
    assert {BlockKind.BUTIR, BlockKind.SUB} <= set(kinds)


def test_legal_bases_end_as_drafting_rules_want_and_uncertain_ones_are_marked() -> None:
    facts = based(FULL, "rentan-desa")
    content = compose(SE, "rentan-desa", NARRATIVE, facts, marks=True)
    bases = [block.text for block in content.blocks if block.kind is BlockKind.DASAR]
    assert len(bases) == len(facts.legal_bases)
    assert all(text.endswith(";") for text in bases[:-2])
    assert bases[-2].endswith("; dan")
    assert bases[-1].endswith(".")
    assert [CHECK in text for text in bases] == [basis.check for basis in facts.legal_bases]


def test_without_bases_the_letter_opens_with_its_purpose() -> None:
    assert texts(written(BARE))[0] == (
        "Untuk memperluas pelindungan bagi pekerja rentan di setiap desa dan kelurahan, disampaikan hal-hal sebagai berikut:"
    )


def test_the_structured_letter_has_its_six_sections_and_tells_coverage_once() -> None:
    content = written(based(FULL, "rentan-desa"), style=STRUCTURED)
    titles = [block.text for block in content.blocks if block.kind is BlockKind.JUDUL]
    assert titles == ["Latar Belakang", "Maksud dan Tujuan", "Ruang Lingkup", "Dasar", "Isi Edaran", "Penutup"]
    assert whole(content).count("130.300 orang") == 1


def test_an_instruction_is_a_row_of_diktum() -> None:
    content = written(based(FULL, "rentan-desa", LetterKind.INSTRUKSI), kind=LetterKind.INSTRUKSI)
    assert isinstance(content, Instruction)
    labels = [block.label for block in content.blocks if block.kind is BlockKind.DIKTUM]
    assert labels[:3] == ["KESATU", "KEDUA", "KETIGA"]
    assert content.form == "INSTRUKSI BUPATI GIANYAR"
    assert content.opening.startswith("Dalam rangka memperluas")
    assert content.opening.endswith(", dan Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program"
                                    " Jaminan Sosial Ketenagakerjaan, dengan ini menginstruksikan:")  # fmt: skip
    assert texts(content)[-1] == "Instruksi ini mulai berlaku pada tanggal ditetapkan."


def test_a_nota_dinas_carries_a_draft_upward() -> None:
    content = written(replace(FULL, details={"naskah": "instruksi"}), kind=LetterKind.NOTA_DINAS)
    assert isinstance(content, ServiceNote)
    assert (content.to, content.through) == ("Bupati Gianyar", "Sekretaris Daerah Kabupaten Gianyar")
    assert content.sender == "Kepala Dinas Tenaga Kerja Kabupaten Gianyar"
    assert content.matter.startswith("Pengajuan Konsep Naskah Dinas: Instruksi Bupati Gianyar tentang pelindungan")
    assert "130.300 orang" in whole(content)


@pytest.mark.parametrize(
    ("details", "through", "paper"),
    [
        ({}, "Sekretaris Daerah Kabupaten Gianyar", "Surat Edaran Bupati Gianyar"),
        (
            {"melalui": " ", "naskah": "surat edaran sekretaris daerah"},
            "Sekretaris Daerah Kabupaten Gianyar",
            "Surat Edaran Sekretaris Daerah",
        ),
        ({"melalui": "-", "naskah": "instruksi"}, "", "Instruksi Bupati Gianyar"),
        ({"melalui": "Asisten Contoh"}, "Asisten Contoh", "Surat Edaran Bupati Gianyar"),
    ],
)
def test_the_way_of_a_nota_dinas(details: dict[str, str], through: str, paper: str) -> None:
    content = written(replace(FULL, details=details), kind=LetterKind.NOTA_DINAS)
    assert isinstance(content, ServiceNote)
    assert content.through == through
    assert f": {paper} tentang " in content.matter


def test_a_nota_dinas_speaks_of_what_goes_upward_by_itself() -> None:
    content = written(subject="perusahaan", kind=LetterKind.NOTA_DINAS)
    assert isinstance(content, ServiceNote)
    assert content.matter == (
        "Pengajuan Konsep Naskah Dinas: Surat Imbauan Bupati Gianyar hal Imbauan Kepesertaan Jaminan Sosial Ketenagakerjaan"
    )


def test_coverage_stands_with_fraction_base_day_source_target_and_people() -> None:
    assert (
        "Per 30 September 2025, peserta aktif jaminan sosial ketenagakerjaan di Kabupaten Gianyar berjumlah 130.300 orang"
        " dari 198.628 pekerja atau 65,60% menurut penyebut UCJ 2025 (sumber: Kanwil BPJS Ketenagakerjaan Banuspa). Untuk"
        " mencapai target Provinsi Bali Tahun 2025 sebesar 67,69% (Sekda Provinsi Bali, 4 Juni 2025) masih diperlukan"
        " 4.152 orang peserta aktif."
    ) in texts(written())


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (None, "belum tersedia pada saat Surat Edaran ini disusun"),
        (figure("51.04", 150_000), "telah mencapai target Provinsi Bali Tahun 2025"),
        (reported("51.04", 0.5), "jumlah orangnya tidak disebut dalam laporan itu"),
    ],
)
def test_coverage_that_is_missing_reached_or_only_reported(own: object, told: str) -> None:
    text = whole(written(replace(FULL, own=own)))  # type: ignore[arg-type]
    assert told in text
    assert "masih diperlukan" not in text


def test_a_kecamatan_reads_its_own_coverage_too() -> None:
    text = whole(written(TO_KECAMATAN))
    assert "di Kabupaten Gianyar berjumlah 130.300 orang" in text
    assert "di Kecamatan Sukawati berjumlah 20.000 orang" in text


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            FULL,
            "di Kabupaten Gianyar telah tercatat 40 (empat puluh) orang pekerja rentan; 3 dari 4 desa/kelurahan belum termuat",
        ),
        (TO_VILLAGE, "di Desa Batubulan telah tercatat 40 (empat puluh) orang pekerja rentan. Daftar tersebut"),
    ],
)
def test_the_list_that_came_before(facts: LetterFacts, told: str) -> None:
    assert told in whole(written(facts))


def test_a_region_without_kelurahan_does_not_speak_of_them() -> None:
    text = whole(written(TO_VILLAGE))
    assert "elurahan" not in text.replace("kelurahan pada kecamatan", "elurahan")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (0, "tercatat mendaftarkan sebagian pekerja, yaitu 300 orang dari 400 orang pekerja"),
        (1, "tercatat menunggak iuran selama 5 (lima) bulan sebesar Rp12.500.000,00"),
        (2, "tercatat wajib mendaftar tetapi belum terdaftar"),
    ],
)
def test_a_company_is_told_what_the_list_says_of_it(place: int, told: str) -> None:
    text = whole(written(replace(TO_COMPANY, companies=COMPANIES[place : place + 1]), "perusahaan", LetterKind.TEGURAN))
    assert told in text
    assert "Menurut daftar perusahaan per 30 November 2025 (sumber: Kantor Cabang Bali Gianyar)" in text


def test_nothing_is_held_against_a_company_that_keeps_its_duties() -> None:
    text = whole(written(replace(TO_COMPANY, companies=COMPANIES[3:]), "perusahaan", LetterKind.IMBAUAN))
    assert "tercatat" not in text


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (TO_VILLAGE, "belum menerima laporan bulan November dan Desember 2025."),
        (
            FULL,
            "belum menerima laporan bulan November dan Desember 2025, dengan rincian sebagaimana tercantum dalam Lampiran.",
        ),
    ],
)
def test_late_months(facts: LetterFacts, told: str) -> None:
    assert told in whole(written(facts, "laporan-terlambat", LetterKind.TEGURAN))


def test_who_is_not_late_is_not_called_late() -> None:
    facts = replace(TO_VILLAGE, late=())
    assert "belum menerima" not in whole(written(facts, "laporan-terlambat", LetterKind.TEGURAN))


def test_companies_of_a_kecamatan_are_counted_there_and_nobody_is_called_saudara() -> None:
    facts = replace(TO_KECAMATAN, companies=COMPANIES[:2])
    words = figure_words(facts)
    assert words["temuan_perusahaan"].text is None
    assert words["keadaan_perusahaan"].text == (
        "Menurut daftar perusahaan per 30 November 2025 (sumber: Kantor Cabang Bali Gianyar), dari 2 perusahaan yang tercatat"
        " di Kecamatan Sukawati terdapat 1 perusahaan mendaftarkan sebagian pekerja dan 1 perusahaan menunggak iuran."
    )
