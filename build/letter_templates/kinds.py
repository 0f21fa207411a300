"""One maker for each kind of letter: what stands where. Sources: domain notes 7.2–7.4 and 7.6."""

from collections.abc import Callable

from docx.document import Document as WordDocument
from docx.shared import Cm

from build.letter_templates.annexes import annexes
from build.letter_templates.letterheads import head_of_region_letterhead, no_cell_margins, office_letterhead
from build.letter_templates.lists import DIKTUM_WIDTH
from build.letter_templates.page import new_letter
from build.letter_templates.parts import body, copies, line, loop, recipients, signature, tag

PLACE_AND_DATE = "{{ tempat }}, {{ tanggal }}"
SET_AT = ("Ditetapkan di {{ tempat }}", "pada tanggal {{ tanggal }}")


def circular_of_the_head() -> WordDocument:
    """Place and date stand at the end, above the signature."""
    document = new_letter("Surat Edaran Kepala Daerah")
    head_of_region_letterhead(document)
    recipients(document)
    _title(document, "SURAT EDARAN")
    body(document)
    signature(document, *SET_AT)
    copies(document)
    annexes(document, ("SURAT EDARAN {{ kop.baris | first }}", *_NUMBER_AND_TITLE), signed=True)
    return document


def circular_of_the_secretary() -> WordDocument:
    return _office_circular("Surat Edaran Sekretaris Daerah", "SURAT EDARAN SEKRETARIS DAERAH")


def circular_of_the_agency() -> WordDocument:
    return _office_circular("Surat Edaran Kepala Dinas", "SURAT EDARAN KEPALA {{ kop.baris | last }}")


def _office_circular(title: str, in_annex: str) -> WordDocument:
    """Place and date stand at the right, above the recipients."""
    document = new_letter(title)
    office_letterhead(document)
    line(document, "Tanggal Surat", PLACE_AND_DATE)
    recipients(document)
    _title(document, "SURAT EDARAN")
    body(document)
    signature(document)
    copies(document)
    annexes(document, (in_annex, *_NUMBER_AND_TITLE), signed=True)
    return document


def instruction() -> WordDocument:
    """The opening ends “dengan ini menginstruksikan:”, then Kepada / Untuk: KESATU …."""
    document = new_letter("Instruksi Kepala Daerah", instruction=True)
    head_of_region_letterhead(document)
    _title(document, "{{ bentuk }}")
    line(document, "Isi Surat", "{{ pembuka }}")
    _to_whom(document)
    body(document)
    signature(document, *SET_AT)
    copies(document)
    annexes(document, ("{{ bentuk }}", *_NUMBER_AND_TITLE), signed=True)
    return document


def _to_whom(document: WordDocument) -> None:
    table = document.add_table(rows=2, cols=3)
    table.autofit = False
    no_cell_margins(table)
    widths = (DIKTUM_WIDTH - 0.5, 0.5, 16 - DIKTUM_WIDTH)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    for row, word in zip(table.rows, ("Kepada", "Untuk"), strict=True):
        row.cells[0].paragraphs[0].text, row.cells[1].paragraphs[0].text = word, ":"
    last = table.rows[0].cells[2]
    loop(last, "nama", "penerima", "Penerima Surat")
    first = last.paragraphs[0]._p
    first.getparent().remove(first)


def official_letter() -> WordDocument:
    return _official("Surat Dinas", head=False)


def official_letter_of_the_head() -> WordDocument:
    return _official("Surat Kepala Daerah", head=True)


def _official(title: str, *, head: bool) -> WordDocument:
    """Date at the right; Nomor, Sifat, Lampiran, Hal at the left; Yth.."""
    document = new_letter(title)
    (head_of_region_letterhead if head else office_letterhead)(document)
    line(document, "Tanggal Surat", PLACE_AND_DATE)
    _details(document, ("Nomor", "nomor"), ("Sifat", "sifat"), ("Lampiran", "jumlah_lampiran"), ("Hal", "hal"))
    document.paragraphs[-1].paragraph_format.space_after = None
    line(document, "Tujuan Surat", "", after=0)
    recipients(document)
    body(document)
    signature(document)
    copies(document)
    annexes(document, ("SURAT {{ kop.baris | first }}" if head else "SURAT KEPALA {{ kop.baris | last }}", *_LETTER))
    return document


def service_note() -> WordDocument:
    """Upward with a draft: Kepada, Melalui, Dari …, a rule, the text."""
    document = new_letter("Nota Dinas")
    office_letterhead(document)
    line(document, "Judul Surat", "NOTA DINAS", after=10).runs[0].font.bold = True
    _details(document, ("Kepada", "kepada"))
    tag(document, "if melalui")
    _details(document, ("Melalui", "melalui"))
    tag(document, "endif")
    _details(document, ("Dari", "dari"), ("Tanggal", "tanggal"), ("Nomor", "nomor"), ("Sifat", "sifat"))
    _details(document, ("Lampiran", "jumlah_lampiran"), ("Hal", "hal"))
    line(document, "Garis Kop", "")
    body(document)
    signature(document)
    copies(document)
    annexes(document, ("NOTA DINAS", *_LETTER))
    return document


_NUMBER_AND_TITLE = ("NOMOR {{ nomor }}", "TENTANG", "{{ judul }}")
_LETTER = ("NOMOR {{ nomor }}", "TANGGAL {{ tanggal | upper }}")


def _title(document: WordDocument, form: str) -> None:
    line(document, "Judul Surat", form)
    line(document, "Judul Surat", "NOMOR {{ nomor }}", after=6)
    line(document, "Judul Surat", "TENTANG", after=6)
    line(document, "Judul Surat", "{{ judul }}", after=12)


def _details(document: WordDocument, *pairs: tuple[str, str]) -> None:
    for word, name in pairs:
        line(document, "Rincian Surat", f"{word}\t:\t{{{{ {name} }}}}")


KINDS: dict[str, Callable[[], WordDocument]] = {
    "se-bupati": circular_of_the_head,
    "se-sekda": circular_of_the_secretary,
    "se-kepala-dinas": circular_of_the_agency,
    "instruksi": instruction,
    "imbauan": official_letter,
    "imbauan-bupati": official_letter_of_the_head,
    "teguran": official_letter,
    "undangan": official_letter,
    "nota-dinas": service_note,
}
"""Name of the template (the kind of letter) -> its maker."""
