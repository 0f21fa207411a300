"""The Surat Edaran: its figures, its arithmetic, its wording where something is not known, and its file."""

import os
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from build.make_templates import make_template
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letter import VulnerableWorkersLetter, vulnerable_workers_letter, write_letter
from desktop_app.documents.word import BadTemplate, placeholders
from desktop_app.domain.errors import FileInUse
from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.office import Office, Signatory
from desktop_app.domain.regions import Level, Region
from desktop_app.resources import resource
from tests.documents.figures import BALI, DENPASAR, GIANYAR, OFFICE, SEKDA, figure, reported, some_villages

TEMPLATE = resource("templates", "se-100-pekerja-rentan.docx")
DEADLINE = date(2026, 5, 29)


def letter(
    own: RegionCoverage | None = None,
    *,
    office: Office = OFFICE,
    region: Region = GIANYAR,
    villages: Sequence[tuple[Region, Region]] | None = None,
    monthly: int = 16_800,
    months: int = 12,
    deadline: date | None = DEADLINE,
) -> VulnerableWorkersLetter:
    return vulnerable_workers_letter(
        office, region, BALI, own, list(some_villages() if villages is None else villages), 100,
        monthly=monthly, months=months, year=2026, deadline=deadline,
    )  # fmt: skip


def written(value: VulnerableWorkersLetter, folder: Path) -> WordDocument:
    path = folder / "surat.docx"
    write_letter(value, TEMPLATE, path)
    return Document(str(path))


def words(document: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs).replace(NBSP, " ")


def number(text: str) -> int:
    return int(text.replace(".", ""))


def test_the_template_asks_for_the_fields_of_the_letter_and_nothing_else() -> None:
    assert placeholders(TEMPLATE) == {field.name for field in fields(VulnerableWorkersLetter)}


def test_the_shipped_template_is_what_its_maker_makes(tmp_path: Path) -> None:
    make_template(tmp_path / "templat.docx")
    shipped, made = Document(str(TEMPLATE)), Document(str(tmp_path / "templat.docx"))
    assert shipped.element.xml == made.element.xml
    assert shipped.styles.element.xml == made.styles.element.xml


def test_a_letter_reads_from_letterhead_to_copies(tmp_path: Path) -> None:
    text = words(written(letter(figure("51.04", 130_300)), tmp_path))
    parts = (
        "BUPATI GIANYAR", "PROVINSI BALI", "Yth. Perbekel dan Lurah se-Kabupaten Gianyar", "SURAT EDARAN",
        "NOMOR 500.15.14/              /DISNAKER/2026", "TENTANG", "BAGI 100 (SERATUS) PEKERJA RENTAN",
        "Undang-Undang Nomor 40 Tahun 2004", "130.300", "APBDes", "Rp16.800,00", "musyawarah desa", "29 Mei 2026",
        "Camat mengoordinasikan", "Kantor Cabang Bali Gianyar", "Rp42.000.000,00", "dievaluasi", "Demikian",
        "Ditetapkan di Gianyar", "pada tanggal", "BUPATI GIANYAR,", "I Made Contoh", "Tembusan:", "LAMPIRAN I",
        "LAMPIRAN II",
    )  # fmt: skip
    place = 0
    for part in parts:
        place = text.index(part, place)
    assert "{{" not in text
    assert "NIP" not in text


def test_the_coverage_carries_fraction_base_date_source_target_and_people() -> None:
    assert letter(figure("51.04", 130_300)).coverage == (
        "Per 30 September 2025, peserta aktif jaminan sosial ketenagakerjaan di Kabupaten Gianyar berjumlah 130.300"
        " orang dari 198.628 pekerja atau 65,60% menurut penyebut UCJ 2025 (sumber: Kanwil BPJS Ketenagakerjaan"
        " Banuspa). Untuk mencapai target Provinsi Bali Tahun 2025 sebesar 67,69% (Sekda Provinsi Bali, 4 Juni 2025)"
        " masih diperlukan 4.152 orang peserta aktif."
    )


def test_a_reached_target_is_not_asked_for_again() -> None:
    coverage = letter(figure("51.04", 150_000)).coverage
    assert "telah mencapai target Provinsi Bali Tahun 2025" in coverage
    assert "masih diperlukan" not in coverage


def test_without_a_figure_the_point_says_so_and_invents_nothing() -> None:
    coverage = letter(None).coverage
    assert "belum tersedia" in coverage
    assert not any(character.isdigit() for character in coverage)


def test_a_bare_percentage_is_called_reported_and_gives_no_people() -> None:
    coverage = letter(replace(reported("51.03", 0.5868), target=SEKDA)).coverage
    assert "dilaporkan sebesar 58,68%" in coverage
    assert "9,01 poin di bawah target" in coverage
    assert "orang peserta" not in coverage


def test_the_money_of_gianyar() -> None:
    kecamatan = Region("51.04.01", "Sukawati", Level.KECAMATAN)
    villages = [(kecamatan, Region(f"51.04.01.{2000 + n}", f"Desa {n}", Level.DESA)) for n in range(64)]
    villages += [(kecamatan, Region(f"51.04.01.{1000 + n}", f"Kelurahan {n}", Level.KELURAHAN)) for n in range(6)]
    value = letter(villages=villages)
    assert "Rp20.160.000,00 (dua puluh juta seratus enam puluh ribu rupiah) per desa/kelurahan per tahun" in value.cost
    assert "JKK Rp10.000,00 dan JKM Rp6.800,00" in value.cost
    assert "Rp1.411.200.000,00 untuk 64 (enam puluh empat) desa dan 6 (enam) kelurahan" in value.cost
    assert value.total_cost == "1.411.200.000"


@pytest.mark.parametrize(("monthly", "months"), [(16_800, 12), (36_800, 12), (16_800, 5), (8_400, 9)])
def test_the_annex_adds_up(monthly: int, months: int) -> None:
    value = letter(monthly=monthly, months=months)
    rows = [row for group in value.groups for row in group.rows]
    assert [row.no for row in rows] == ["1", "2", "3", "4"]
    assert sum(number(row.cost) for row in rows) == number(value.total_cost) == 100 * 4 * monthly * months
    assert sum(number(group.cost) for group in value.groups) == number(value.total_cost)
    assert sum(number(row.people) for row in rows) == number(value.total_people) == 400
    assert ("per tahun" in value.cost_label) == (months == 12)


def test_the_split_of_a_contribution_is_only_told_where_it_is_known() -> None:
    assert "Jaminan Hari Tua Rp20.000,00" in letter(monthly=36_800).cost
    assert "terdiri atas" not in letter(monthly=8_400).cost


def test_the_annex_table_has_every_village_and_repeats_its_header(tmp_path: Path) -> None:
    annex, form, _ = written(letter(), tmp_path).tables
    texts = [[cell.text for cell in row.cells] for row in annex.rows]
    assert texts[0] == ["No.", "Kecamatan", "Desa/Kelurahan", "Jenis", "Kuota (orang)", "Biaya per tahun (Rp)"]
    assert texts[1] == ["1", "Sukawati", "Batubulan", "Desa", "100", "20.160.000"]
    assert texts[3][0] == "Jumlah Kecamatan Sukawati"
    assert texts[4][2:4] == ["Abianbase", "Kelurahan"]
    assert texts[-1][-2:] == ["400", "80.640.000"]
    assert len(texts) == 1 + 4 + 2 + 1
    for table in (annex, form):
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_the_list_asks_for_little_personal_data(tmp_path: Path) -> None:
    form = written(letter(), tmp_path).tables[1]
    titles = " ".join(cell.text for cell in form.rows[0].cells)
    assert "NIK" in titles
    for unwanted in ("ibu kandung", "KK", "ahli waris", "rekening", "Penghasilan"):
        assert unwanted not in titles


def test_a_kelurahan_has_no_village_budget() -> None:
    kelurahan = [entry for entry in some_villages() if entry[1].level is Level.KELURAHAN]
    value = letter(villages=kelurahan)
    assert "APBDes" not in value.quota
    assert "Anggaran Pendapatan dan Belanja Daerah (APBD) Kabupaten Gianyar melalui anggaran kelurahan" in value.quota
    assert value.recipients == "Lurah se-Kabupaten Gianyar"
    assert value.village_label == "Kelurahan"


def test_a_regency_without_kelurahan_does_not_speak_of_them() -> None:
    desa = [entry for entry in some_villages() if entry[1].level is Level.DESA]
    value = letter(villages=desa)
    assert "elurahan" not in value.quota + value.cost + " ".join(value.criteria) + value.title.lower()
    assert value.recipients == "Perbekel se-Kabupaten Gianyar"


def test_the_city_has_a_wali_kota_and_no_name_that_is_not_its_own() -> None:
    value = letter(region=DENPASAR)
    assert value.head == "WALI KOTA DENPASAR"
    assert value.recipients == "Perbekel dan Lurah se-Kota Denpasar"
    assert "Contoh" not in value.head_name + " ".join(value.contacts)
    assert "Gianyar" not in value.place + " ".join(value.legal_bases) + " ".join(value.copies)


def test_an_open_deadline_leaves_room_to_write() -> None:
    assert "paling lambat tanggal ....." in letter(deadline=None).list_due


def test_sample_data_mark_the_letter(tmp_path: Path) -> None:
    marked = written(letter(office=replace(OFFICE, sample=True)), tmp_path)
    assert "DATA CONTOH" in marked.sections[0].first_page_header.paragraphs[0].text
    assert "DATA CONTOH" not in written(letter(), tmp_path).sections[0].first_page_header.paragraphs[0].text


def test_hostile_and_long_names_survive(tmp_path: Path) -> None:
    name = 'Dr. <b>I Ketut</b> "Contoh" & {{ head }} {% raw %} ' + "Panjang Sekali " * 30
    office = replace(
        OFFICE, agency="Dinas Koperasi, UKM & Tenaga Kerja", head=Signatory(title="Bupati Gianyar", name=name.strip())
    )
    kecamatan = Region("51.04.01", "Sukawati & <Utara>", Level.KECAMATAN)
    village = Region("51.04.01.2001", "Belok/Sidan 'Kaba-kaba' \x0bB", Level.DESA)
    document = written(letter(office=office, villages=[(kecamatan, village)]), tmp_path)
    assert name.strip() in words(document)
    assert "Dinas Koperasi, UKM & Tenaga Kerja Kabupaten Gianyar" in words(document)
    row = document.tables[0].rows[1].cells
    assert (row[1].text, row[2].text) == ("Sukawati & <Utara>", "Belok/Sidan 'Kaba-kaba'  B")


def test_an_open_file_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "surat.docx"
    target.write_bytes(b"surat lama")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FileInUse, match=r"surat\.docx"):
        write_letter(letter(), TEMPLATE, target)
    assert target.read_bytes() == b"surat lama"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "text",
    ["{{ tidak_ada }}", "{{ head", "{{ head.__class__.__mro__[1].__subclasses__() }}"],
    ids=["unknown name", "unfinished", "not plain text"],
)
def test_a_template_that_asks_for_more_is_refused_in_words(tmp_path: Path, text: str) -> None:
    document = Document()
    document.add_paragraph(text)
    template, target = tmp_path / "ubahan.docx", tmp_path / "surat.docx"
    document.save(str(template))
    with pytest.raises(BadTemplate, match=r"ubahan\.docx") as refused:
        write_letter(letter(), template, target)
    assert refused.value.hint
    assert not target.exists()


def test_a_missing_template_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate, match="tidak ada"):
        write_letter(letter(), tmp_path / "hilang.docx", tmp_path / "surat.docx")
