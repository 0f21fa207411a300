"""The summary as PDF: the same words on pages, the first exactly one, whatever the names and however many the rows."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports.company_parts import MOST_ON_PAPER
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.summary_pdf import write_summary_pdf
from desktop_app.domain.letters import LetterLayout, Paper
from desktop_app.domain.office import Office
from tests.documents.reports.pdf_reading import page_sizes, page_texts
from tests.documents.reports.test_summary_xlsx import picture
from tests.documents.reports.values import MADE, SIGNING, bare, compliance, detail, hollow


def write(values: Compliance, path: Path, office: Office = SIGNING, made: Made = MADE, **pictures: Path) -> Path:
    write_summary_pdf(values, office, path, pictures=pictures, made=made)
    return path


def test_the_first_page_says_it_all(tmp_path: Path) -> None:
    map_path = picture(tmp_path)
    path = write(compliance(), tmp_path / "r.pdf", peta=map_path, grafik=map_path, perkembangan=map_path)
    pages = page_texts(path)
    for words in (
        "Provinsi Bali, Triwulan III 2025", "52,33\xa0%".replace("\xa0", " "), "282.284 orang", "Yang perlu diketahui", "NIP 197001011995032001",
        "Ni Luh Contoh, S.Sos.", f"Halaman 1 dari {len(pages)}",
    ):  # fmt: skip
        assert words in pages[0]
    assert "Cakupan menurut wilayah terhadap target" in pages[1]
    assert "penyebut UCJ 2025, data 30-09-2025; dibuat 24-11-2025 oleh Ni Made Contoh" in pages[1]
    assert path.read_bytes().count(b"/Subtype /Image") == 1


def test_indonesian_signs_are_there(tmp_path: Path) -> None:
    values = replace(compliance(), sentences=("“Kutip” – selisih −13,32 poin … 5104••••••••0001 ≥ 5 → tercapai ✓",))
    text = page_texts(write(values, tmp_path / "r.pdf"))[0]
    assert "“Kutip” – selisih" in text
    assert "5104••••••••0001" in text
    assert "■" not in text


@pytest.mark.parametrize("sentences", [1, 5, 40])
def test_the_first_page_is_one_page(tmp_path: Path, sentences: int) -> None:
    values = replace(compliance(), sentences=("Kalimat contoh yang panjang sekali. " * 8,) * sentences)
    pages = page_texts(write(values, tmp_path / "r.pdf"))
    assert "Ni Luh Contoh, S.Sos." in pages[0]
    assert "Cakupan menurut wilayah" in pages[1]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.F4, (609.45, 935.43))])
def test_the_paper_of_the_office(tmp_path: Path, paper: Paper, size: tuple[float, float]) -> None:
    office = replace(SIGNING, layout=LetterLayout(paper=paper))
    first, *others = page_sizes(write(compliance(), tmp_path / "r.pdf", office))
    assert first == pytest.approx(size, abs=0.1)
    assert all(other == pytest.approx(size[::-1], abs=0.1) for other in others)


def test_a_long_table_repeats_its_header(tmp_path: Path) -> None:
    values = compliance()
    assert values.companies is not None
    many = tuple(detail(f"PT Rekaan {n}", None) for n in range(MOST_ON_PAPER))
    pages = page_texts(write(replace(values, companies=replace(values.companies, details=many)), tmp_path / "r.pdf"))
    with_rows = [page for page in pages if "PT Rekaan" in page]
    assert len(with_rows) > 2
    assert all("Umur tunggakan" in page for page in with_rows)


def test_a_list_too_long_for_paper_is_counted_and_left_to_the_workbook(tmp_path: Path) -> None:
    values = compliance()
    assert values.companies is not None
    many = tuple(detail(f"PT Rekaan {n}", None) for n in range(MOST_ON_PAPER + 1))
    text = "\n".join(
        page_texts(write(replace(values, companies=replace(values.companies, details=many)), tmp_path / "r.pdf"))
    )
    assert "PT Rekaan" not in text
    assert f"{MOST_ON_PAPER + 1} perusahaan; daftar lengkapnya ada di buku kerja Excel" in " ".join(text.split())


@pytest.mark.parametrize("outside", [False, True])
def test_sections_that_hold_nothing(tmp_path: Path, outside: bool) -> None:
    made = replace(MADE, leaves_office=outside)
    text = "\n".join(page_texts(write(hollow(), tmp_path / "r.pdf", made=made)))
    for words in ("Belum ada angka yang dapat diringkas.", "Bagan tidak dibuat", "Tidak ada temuan."):
        assert words in text


def test_sections_without_data_say_so_in_a_line(tmp_path: Path) -> None:
    text = "\n".join(page_texts(write(bare(), tmp_path / "r.pdf")))
    for words in ("Belum ada daftar perusahaan.", "Belum ada daftar pekerja rentan.", "Peta tidak disertakan"):
        assert words in text


@pytest.mark.parametrize(
    "name",
    ["PT <b>Contoh & Rekan", "中文 公司", "😀" * 60, "\u202eterbalik\u202c", "x" * 300, "=1+1", "a\x00b", "\ud800"],
)
def test_hostile_names_are_printed(tmp_path: Path, name: str) -> None:
    values = compliance()
    assert values.companies is not None
    details = tuple(replace(one, name=name) for one in values.companies.details)
    pages = page_texts(write(replace(values, companies=replace(values.companies, details=details)), tmp_path / "r.pdf"))
    assert len(pages) > 5


@pytest.mark.parametrize(
    ("name", "said"), [("中文 公司", True), ("Warung 😀", True), ("PT Contoh – “Baru” é ✓ ≥", False)]
)
def test_letters_that_cannot_be_printed_are_named(tmp_path: Path, name: str, said: bool) -> None:
    values = compliance()
    assert values.companies is not None
    details = tuple(replace(one, name=name) for one in values.companies.details)
    pages = page_texts(write(replace(values, companies=replace(values.companies, details=details)), tmp_path / "r.pdf"))
    assert ("menggantikan huruf yang tidak dapat dicetak" in pages[-1]) is said


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    first = write(compliance(), tmp_path / "a.pdf", peta=picture(tmp_path)).read_bytes()
    assert write(compliance(), tmp_path / "b.pdf", peta=picture(tmp_path)).read_bytes() == first
