"""Who stands above and below a letter, in tables: letterheads, signatures, numbers, recipients, copies."""

from dataclasses import replace

import pytest

from desktop_app.documents.letters.content import (
    Circular,
    OfficialLetter,
)
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.headings import letterhead, nip_of, signature
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.writing import compose
from desktop_app.domain.indonesian import NBSP
from desktop_app.domain.letters import Addressee, LetterKind, LetterLayout, Signer
from desktop_app.domain.office import Office, Signatory
from desktop_app.domain.paper import CHECK, END
from tests.documents.figures import BALI, OFFICE
from tests.documents.letters.letter_facts import (
    BARE,
    FULL,
    TO_COMPANY,
    TO_KECAMATAN,
    TO_VILLAGE,
)
from tests.documents.letters.written import (
    CITY,
    FOREIGN,
    GOVERNOR,
    NARRATIVE,
    SE,
    written,
)


@pytest.mark.parametrize(
    ("facts", "signer", "lines", "address"),
    [
        (FULL, Signer.KEPALA_DAERAH, ("BUPATI GIANYAR", "PROVINSI BALI"), ""),
        (CITY, Signer.KEPALA_DAERAH, ("WALI KOTA DENPASAR", "PROVINSI BALI"), ""),
        (GOVERNOR, Signer.KEPALA_DAERAH, ("GUBERNUR BALI",), ""),
        (FULL, Signer.SEKDA, ("PEMERINTAH KABUPATEN GIANYAR", "SEKRETARIAT DAERAH"), ""),
        (
            FULL, Signer.KEPALA_DINAS, ("PEMERINTAH KABUPATEN GIANYAR", "DINAS TENAGA KERJA"),
            "Jalan Contoh Nomor 1, Gianyar",
        ),
        (
            GOVERNOR, Signer.KEPALA_DINAS, ("PEMERINTAH PROVINSI BALI", "DINAS KETENAGAKERJAAN DAN ESDM"),
            "Jalan Contoh Nomor 1, Gianyar",
        ),
        (FOREIGN, Signer.KEPALA_DINAS, ("PEMERINTAH KOTA DENPASAR", "DINAS .................."), ""),
    ],
)  # fmt: skip
def test_letterheads(facts: LetterFacts, signer: Signer, lines: tuple[str, ...], address: str) -> None:
    found = letterhead(signer, Sender(facts))
    assert (found.lines, found.address) == (lines, address)


def test_the_letterhead_of_setda_has_its_own_address_and_only_the_dinas_its_aksara() -> None:
    office = replace(OFFICE, secretariat_address="Jalan Setda 2", layout=LetterLayout(aksara="ᬤᬶᬦᬲ᭄"))
    sender = Sender(replace(FULL, office=office))
    assert letterhead(Signer.SEKDA, sender).address == "Jalan Setda 2"
    assert [letterhead(signer, sender).aksara for signer in Signer] == ["", "", "ᬤᬶᬦᬲ᭄"]


@pytest.mark.parametrize(
    ("signer", "who", "titles"),
    [
        (Signer.KEPALA_DAERAH, Signatory(), ("BUPATI GIANYAR,",)),
        (Signer.KEPALA_DAERAH, Signatory(title="Bupati Gianyar", mark="Pj."), ("Pj. BUPATI GIANYAR,",)),
        (Signer.KEPALA_DAERAH, Signatory(title="Pj. Bupati Gianyar"), ("Pj. BUPATI GIANYAR,",)),
        (Signer.SEKDA, Signatory(), ("SEKRETARIS DAERAH", "KABUPATEN GIANYAR,")),
        (Signer.SEKDA, Signatory(behalf="Bupati Gianyar"), ("a.n. BUPATI GIANYAR", "Sekretaris Daerah,")),
        (Signer.SEKDA, Signatory(behalf="a.n. Bupati Gianyar", mark="Plh."), ("a.n. BUPATI GIANYAR", "Plh. Sekretaris Daerah,")),
        (
            Signer.SEKDA, Signatory(behalf="Bupati Gianyar", under="Asisten Administrasi Umum"),
            ("a.n. BUPATI GIANYAR", "Sekretaris Daerah", "u.b.", "Asisten Administrasi Umum,"),
        ),
        (Signer.KEPALA_DINAS, Signatory(), ("KEPALA DINAS TENAGA KERJA", "KABUPATEN GIANYAR,")),
        (Signer.KEPALA_DINAS, Signatory(title="Kepala Dinas", mark="Plt."), ("Plt. KEPALA DINAS TENAGA KERJA", "KABUPATEN GIANYAR,")),
        (
            Signer.KEPALA_DINAS, Signatory(title="Kepala Dinas Tenaga Kerja Kabupaten Gianyar"),
            ("KEPALA DINAS TENAGA KERJA", "KABUPATEN GIANYAR,"),
        ),
        (
            Signer.KEPALA_DINAS, Signatory(title="Kepala Dinas Tenaga Kerja", behalf="Bupati Gianyar"),
            ("a.n. BUPATI GIANYAR", "Kepala Dinas Tenaga Kerja,"),
        ),
    ],
)  # fmt: skip
def test_titles_above_the_name(signer: Signer, who: Signatory, titles: tuple[str, ...]) -> None:
    offices: dict[Signer, Office] = {
        Signer.KEPALA_DAERAH: replace(OFFICE, head=who),
        Signer.SEKDA: replace(OFFICE, secretary=who),
        Signer.KEPALA_DINAS: replace(OFFICE, chief=who),
    }
    office = offices[signer]
    assert signature(signer, Sender(replace(FULL, office=office))).titles == titles


def test_a_head_of_region_has_neither_rank_nor_nip() -> None:
    who = Signatory(title="Bupati Gianyar", name="I Made Contoh", rank="Pembina", nip="197001011995011001")
    found = signature(Signer.KEPALA_DAERAH, Sender(replace(FULL, office=replace(OFFICE, head=who))))
    assert (found.name, found.rank, found.nip) == ("I Made Contoh", "", "")


def test_who_is_not_named_is_to_be_filled_in() -> None:
    assert signature(Signer.KEPALA_DAERAH, Sender(FOREIGN)).name == "(nama lengkap)"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("197001011995011001", "19700101 199501 1 001"),
        ("NIP. 19700101 199501 1 001", "19700101 199501 1 001"),
        ("NIP 19700101.199501.1.001", "19700101 199501 1 001"),
        ("1970", "1970"),
        ("", ""),
    ],
)
def test_nip(typed: str, shown: str) -> None:
    assert nip_of(typed).replace(NBSP, " ") == shown


def test_a_draft_leaves_number_and_day_blank_and_marks_them() -> None:
    plain = written(BARE)
    marked = compose(SE, "rentan-desa", NARRATIVE, BARE, marks=True)
    assert plain.number.replace(NBSP, " ") == "500.15.14/              /DISNAKER/2026"
    assert plain.date == "." * 18
    assert marked.date == f"{CHECK}{'.' * 18}{END}"
    assert f"/{CHECK}{NBSP * 14}{END}/" in marked.number


def test_a_numbered_letter_has_number_and_day() -> None:
    content = written()
    assert (content.number, content.place, content.date) == ("500.15.14/12/DISNAKER/2026", "Gianyar", "2 Februari 2026")


@pytest.mark.parametrize(
    ("facts", "key", "kind", "to", "place"),
    [
        (FULL, "rentan-desa", SE, ("Perbekel dan Lurah se-Kabupaten Gianyar",), "Tempat"),
        (replace(FULL, province=replace(BALI, code="52")), "rentan-desa", SE, ("Kepala Desa dan Lurah se-Kabupaten Gianyar",), "Tempat"),
        (TO_VILLAGE, "rentan-desa", SE, ("Perbekel Batubulan",), "Kecamatan Sukawati"),
        (TO_KECAMATAN, "rentan-desa", SE, ("Camat Sukawati", "Perbekel se-Kecamatan Sukawati"), "Sukawati"),
        (TO_COMPANY, "perusahaan", LetterKind.IMBAUAN, ("Pimpinan PT Contoh & Anak",), "Gianyar"),
        (
            replace(TO_COMPANY, addressee=Addressee(key="x", name="Direktur CV Mundur")), "perusahaan",
            LetterKind.TEGURAN, ("Direktur CV Mundur",), "Tempat",
        ),
        (FULL, "perusahaan", LetterKind.TEGURAN, ("Pimpinan perusahaan sebagaimana tercantum dalam Lampiran",), "Tempat"),
        (FULL, "desa-adat", LetterKind.IMBAUAN, ("Bendesa Adat se-Kabupaten Gianyar",), "Tempat"),
        (
            replace(FULL, details={"penerima": "Bendesa Adat Contoh; Bendesa Adat Lain"}), "desa-adat",
            LetterKind.IMBAUAN, ("Bendesa Adat Contoh", "Bendesa Adat Lain"), "Tempat",
        ),
    ],
)  # fmt: skip
def test_recipients(facts: LetterFacts, key: str, kind: LetterKind, to: tuple[str, ...], place: str) -> None:
    content = written(facts, key, kind)
    assert isinstance(content, Circular | OfficialLetter)
    assert (content.recipients, content.recipient_place) == (to, place)


def test_recipients_and_copies_of_the_clerk_come_first() -> None:
    content = compose(SE, "rentan-desa", NARRATIVE, FULL, recipients=("Semua",), copies=("Satu", "Dua."))
    assert isinstance(content, Circular)
    assert (content.recipients, content.copies) == (("Semua",), ("Satu;", "Dua."))


@pytest.mark.parametrize(
    ("kind", "first", "missing"),
    [
        (SE, "Gubernur Bali;", "Bupati Gianyar (sebagai laporan);"),
        (LetterKind.SE_SEKDA, "Bupati Gianyar (sebagai laporan);", "Sekretaris Daerah Kabupaten Gianyar;"),
        (LetterKind.SE_KADIS, "Bupati Gianyar (sebagai laporan);", "Kepala Dinas Tenaga Kerja Kabupaten Gianyar;"),
    ],
)
def test_copies_fit_who_signs(kind: LetterKind, first: str, missing: str) -> None:
    copies = written(kind=kind).copies
    assert copies[0] == first
    assert missing not in copies
    assert all(copy.endswith(";") for copy in copies[:-1])
    assert copies[-1].endswith(".")


def test_the_office_may_keep_copies_of_its_own() -> None:
    office = replace(OFFICE, copies=("Arsip",))
    assert written(replace(FULL, office=office)).copies == ("Arsip.",)


@pytest.mark.parametrize(
    ("facts", "camat"), [(FULL, "Camat se-Kabupaten Gianyar."), (TO_VILLAGE, "Camat Sukawati."), (TO_KECAMATAN, None)]
)
def test_the_camat_who_gets_a_copy(facts: LetterFacts, camat: str | None) -> None:
    copies = written(facts).copies
    assert (camat in copies) if camat else not any("Camat" in copy for copy in copies)
