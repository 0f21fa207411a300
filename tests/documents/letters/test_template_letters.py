"""A letter from a shipped template reads in the right order, from letterhead to annexes."""

from pathlib import Path

from desktop_app.domain.letters import LetterKind
from tests.documents.letters.template_files import every_kind, lines, style_of, written
from tests.documents.letters.template_values import NARRATIVE, STRUCTURED, annex, block

ORDER = {
    LetterKind.SE_BUPATI: (
        "BUPATI CONTOH", "PROVINSI BALI", "Yth. Camat se-Kabupaten Contoh", "di –", "Tempat", "SURAT EDARAN",
        "NOMOR 500.15.14/7/DISNAKER/2026", "TENTANG", "JUDUL SURAT EDARAN", "Pembuka surat.", "Undang-Undang Contoh;",
        "Butir pertama.", "Rincian pertama;", "Butir kedua.", "Rincian kedua.", "Demikian disampaikan.",
        "Ditetapkan di Kota Contoh", "pada tanggal 12 Maret 2026", "BUPATI CONTOH,", "I Made Contoh", "Tembusan:",
        "Gubernur Bali;",
    ),
    LetterKind.SE_KADIS: (
        "PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1", "Kota Contoh, 12 Maret 2026",
        "Yth. Camat se-Kabupaten Contoh", "di –", "Tempat", "SURAT EDARAN", "NOMOR 500.15.14/7/DISNAKER/2026", "TENTANG",
        "JUDUL SURAT EDARAN", "Pembuka surat.", "Undang-Undang Contoh;", "Butir pertama.", "Rincian pertama;",
        "Butir kedua.", "Rincian kedua.", "Demikian disampaikan.", "KEPALA DINAS TENAGA KERJA,", "I Made Contoh",
        "Pembina Tingkat I", "NIP 19700101 199503 1 001", "Tembusan:", "Gubernur Bali;",
    ),
    LetterKind.INSTRUKSI: (
        "BUPATI CONTOH", "PROVINSI BALI", "INSTRUKSI BUPATI CONTOH", "NOMOR 500.15.14/7/DISNAKER/2026", "TENTANG",
        "JUDUL SURAT EDARAN", "Dalam rangka contoh, dengan ini menginstruksikan:", "Kepada", ":",
        "Camat se-Kabupaten Contoh", "Untuk", ":", "KESATU\t:\tPerintah pertama.", "Rinciannya.",
        "KEDUA\t:\tPerintah kedua.", "Ditetapkan di Kota Contoh", "pada tanggal 12 Maret 2026", "BUPATI CONTOH,",
        "I Made Contoh", "Tembusan:", "Gubernur Bali;",
    ),
    LetterKind.TEGURAN: (
        "PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1", "Kota Contoh, 12 Maret 2026",
        "Nomor\t:\t500.15.14/7/DISNAKER/2026", "Sifat\t:\tSegera", "Lampiran\t:\t1 (satu) berkas", "Hal\t:\tHal surat",
        "Yth. Camat se-Kabupaten Contoh", "di –", "Tempat", "Pembuka surat.", "Undang-Undang Contoh;", "Butir pertama.",
        "Rincian pertama;", "Butir kedua.", "Rincian kedua.", "Demikian disampaikan.", "KEPALA DINAS TENAGA KERJA,",
        "I Made Contoh", "Pembina Tingkat I", "NIP 19700101 199503 1 001", "Tembusan:", "Gubernur Bali;",
    ),
    LetterKind.NOTA_DINAS: (
        "PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA", "Jalan Contoh 1", "NOTA DINAS", "Kepada\t:\tBupati Contoh",
        "Melalui\t:\tSekretaris Daerah", "Dari\t:\tKepala Dinas", "Tanggal\t:\t12 Maret 2026",
        "Nomor\t:\t500.15.14/7/DISNAKER/2026", "Sifat\t:\tSegera", "Lampiran\t:\t1 (satu) berkas", "Hal\t:\tHal surat",
        "Pembuka surat.", "Undang-Undang Contoh;", "Butir pertama.", "Rincian pertama;", "Butir kedua.", "Rincian kedua.",
        "Demikian disampaikan.", "KEPALA DINAS TENAGA KERJA,", "I Made Contoh", "Pembina Tingkat I",
        "NIP 19700101 199503 1 001", "Tembusan:", "Gubernur Bali;",
    ),
}  # fmt: skip
LIKE = {
    LetterKind.SE_SEKDA: LetterKind.SE_KADIS,
    LetterKind.IMBAUAN: LetterKind.TEGURAN,
    LetterKind.UNDANGAN: LetterKind.TEGURAN,
}


@every_kind
def test_a_letter_reads_from_letterhead_to_copies(kind: LetterKind, tmp_path: Path) -> None:
    if kind is LetterKind.IMBAUAN_BUPATI:
        whole = ORDER[LetterKind.TEGURAN]
        rest = [line for line in whole[3:-5] if line not in ("KEPALA DINAS TENAGA KERJA,", "I Made Contoh")]
        expected = ["BUPATI CONTOH", "PROVINSI BALI", *rest, "BUPATI CONTOH,", "I Made Contoh", *whole[-2:]]
    else:
        expected = list(ORDER[LIKE.get(kind, kind)])
    assert [line for line in lines(written(kind, tmp_path)) if line] == expected


def test_many_recipients_are_a_numbered_list(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_BUPATI, tmp_path, penerima=["Camat", "Perbekel"])
    found = [(paragraph.text, style_of(paragraph)) for paragraph in letter.paragraphs if paragraph.text]
    start = found.index(("Yth.", "Tujuan Surat"))
    assert found[start + 1 : start + 4] == [
        ("Camat", "Penerima Surat"),
        ("Perbekel", "Penerima Surat"),
        ("di –", "Tujuan Surat"),
    ]


def test_a_body_with_headings_keeps_text_below_its_heading(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_SEKDA, tmp_path, isi=[*STRUCTURED, NARRATIVE[0]])
    body = [
        (style_of(one), one.text)
        for one in letter.paragraphs
        if style_of(one).split()[0] in ("Judul", "Isi", "Huruf", "Sub", "Penutup")
    ]
    assert body[-6:] == [
        ("Judul Bagian", "Latar Belakang"), ("Isi Bagian", "Latar yang panjang."), ("Judul Bagian", "Isi Edaran"),
        ("Huruf Surat", "Huruf pertama."), ("Sub Huruf Surat", "Angka di dalamnya."), ("Penutup Surat", "Pembuka surat."),
    ]  # fmt: skip


def test_a_closing_below_a_heading_stays_with_the_signature(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_SEKDA, tmp_path, isi=[block("judul", "Penutup"), block("alinea", "Demikian.")])
    [closing] = [style_of(one) for one in letter.paragraphs if one.text == "Demikian."]
    assert closing == "Penutup Bagian"
    assert letter.styles[closing].paragraph_format.keep_with_next


def test_what_is_empty_leaves_no_line(tmp_path: Path) -> None:
    letter = lines(written(LetterKind.NOTA_DINAS, tmp_path, melalui="", tembusan=[]))
    assert not [line for line in letter if line.startswith(("Melalui", "Tembusan"))]


@every_kind
def test_names_from_outside_stay_whole(kind: LetterKind, tmp_path: Path) -> None:
    name = "CV “A & B” <i>\u200f{{ nomor }} 🙂 'x' " + "n" * 300
    letter = written(kind, tmp_path, isi=[{"jenis": "butir", "teks": name, "label": name}])
    assert name in lines(letter)


@every_kind
def test_each_annex_has_pages_of_its_own(kind: LetterKind, tmp_path: Path) -> None:
    letter = written(
        kind,
        tmp_path,
        lampiran=[annex("LAMPIRAN I"), annex("LAMPIRAN II", across=True), annex("LAMPIRAN III", table=False)],
    )
    wide = [int(section.page_width or 0) > int(section.page_height or 0) for section in letter.sections]
    # The last one is Word's own, of the document: the writer of letters puts the one before it in its place.
    assert wide == [False, False, True, False, False]
    text = lines(letter)
    for label in ("LAMPIRAN I", "LAMPIRAN II", "LAMPIRAN III"):
        assert text[text.index(label) :].index(f"JUDUL {label}") <= 6
    assert text.count("SEL TABEL") == 2
    heads = [style_of(one) for one in letter.paragraphs if one.text in ("LAMPIRAN I", "LAMPIRAN II")]
    assert heads == ["Kepala Lampiran", "Kepala Lampiran Mendatar"]


def test_an_annex_is_signed_where_it_asks_for_it(tmp_path: Path) -> None:
    signed, form = annex("LAMPIRAN I") | {"ditandatangani": True}, annex("LAMPIRAN II")
    text = lines(written(LetterKind.SE_BUPATI, tmp_path, lampiran=[signed, form]))
    ends = [text.index("Gubernur Bali;"), text.index("LAMPIRAN II"), len(text)]
    assert [text[: end + 1].count("I Made Contoh") for end in ends] == [1, 2, 2]


def test_copies_stay_on_one_page_apart_from_the_signature(tmp_path: Path) -> None:
    letter = written(LetterKind.SE_BUPATI, tmp_path)
    assert letter.styles["Tembusan Surat"].paragraph_format.keep_with_next
    styles = [style_of(one) for one in letter.paragraphs]
    assert styles[styles.index("Tembusan") - 2 : styles.index("Tembusan")] == ["Tanda Tangan", "Akhir Bagian"]
    assert not letter.styles["Akhir Bagian"].paragraph_format.keep_with_next


def test_a_deputy_on_the_paper_of_a_head_of_region_has_rank_and_nip(tmp_path: Path) -> None:
    signature = {"jabatan": ["a.n. BUPATI CONTOH", "Sekretaris Daerah,"], "nama": "N", "pangkat": "Pembina", "nip": "1"}
    text = lines(written(LetterKind.SE_BUPATI, tmp_path, penanda_tangan=signature))
    assert text[text.index("a.n. BUPATI CONTOH") :][:5] == [
        "a.n. BUPATI CONTOH",
        "Sekretaris Daerah,",
        "N",
        "Pembina",
        "NIP 1",
    ]
