"""Parts that letters share: letterhead, recipients, body, signature, copies, annexes."""

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

Place = WordDocument | _Cell
"""Where paragraphs can be added."""


def line(place: Place, style: str, text: str, *, before: float | None = None, after: float | None = None) -> Paragraph:
    paragraph = place.add_paragraph(text, style=style)
    if before is not None:
        paragraph.paragraph_format.space_before = Pt(before)
    if after is not None:
        paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def tag(place: Place, text: str) -> None:
    """A paragraph that holds a loop or a condition; it vanishes when the letter is made."""
    line(place, "Perulangan", f"{{%p {text} %}}")


def recipients(document: WordDocument) -> None:
    """“Yth.” with one name, or a numbered list of them; “di” and the place."""
    tag(document, "if penerima | length == 1")
    line(document, "Tujuan Surat", "Yth. {{ penerima | first }}")
    tag(document, "else")
    line(document, "Tujuan Surat", "Yth.")
    loop(document, "nama", "penerima", "Penerima Surat")
    tag(document, "endif")
    line(document, "Tujuan Surat", "di –")
    last = line(document, "Tujuan Surat", "{{ tempat_penerima }}", after=14)
    last.paragraph_format.left_indent = Cm(1)


def loop(place: Place, name: str, names: str, style: str) -> None:
    """One paragraph per entry of a list."""
    tag(place, f"for {name} in {names}")
    line(place, style, f"{{{{ {name} }}}}")
    tag(place, "endfor")


BODY = {
    "dasar": "Dasar Surat",
    "butir": "Butir Surat",
    "sub": "Sub Butir Surat",
    "judul": "Judul Bagian",
    "huruf": "Huruf Surat",
    "subhuruf": "Sub Huruf Surat",
}
"""Kind of paragraph -> its style, of those whose number is Word's own."""


def body(document: WordDocument) -> None:
    """One sample paragraph for each kind; text below a heading is indented, a last one stays with the signature."""
    tag(document, "for b in isi")
    below_heading = 'b.jenis == "alinea" and not loop.first and loop.previtem.jenis == "judul"'
    tag(document, f"if {below_heading} and loop.last")
    line(document, "Penutup Bagian", "{{ b.teks }}")
    tag(document, f"elif {below_heading}")
    line(document, "Isi Bagian", "{{ b.teks }}")
    tag(document, 'elif b.jenis == "alinea" and loop.last')
    line(document, "Penutup Surat", "{{ b.teks }}")
    tag(document, 'elif b.jenis == "alinea"')
    line(document, "Isi Surat", "{{ b.teks }}")
    for kind, style in BODY.items():
        tag(document, f'elif b.jenis == "{kind}"')
        line(document, style, "{{ b.teks }}")
    tag(document, 'elif b.jenis == "diktum"')
    line(document, "Diktum", "{{ b.label }}\t:\t{{ b.teks }}")
    tag(document, "endif")
    tag(document, "endfor")


def signature(place: Place, *above: str, room: float = 56) -> None:
    """Lines `above` (place and date), the post, `room` points for the signature, name; rank and NIP where there are any.

    A head of region has none; one who signs a.n. a head of region, on the same paper, has.
    """
    line(place, "Ruang Tanda Tangan", "")
    for text in above:
        line(place, "Tanda Tangan", text)
    tag(place, "for baris in penanda_tangan.jabatan")
    line(place, "Tanda Tangan", "{{ baris }}")
    tag(place, "endfor")
    line(place, "Tanda Tangan", "{{ penanda_tangan.nama }}", before=room)
    for name, text in (("pangkat", "{{ penanda_tangan.pangkat }}"), ("nip", "NIP {{ penanda_tangan.nip }}")):
        tag(place, f"if penanda_tangan.{name}")
        line(place, "Tanda Tangan", text)
        tag(place, "endif")


def copies(document: WordDocument) -> None:
    """All of them on one page, which need not be that of the signature: the line between belongs to neither."""
    tag(document, "if tembusan")
    line(document, "Akhir Bagian", "")
    line(document, "Tembusan", "Tembusan:")
    loop(document, "nama", "tembusan", "Tembusan Surat")
    tag(document, "endif")
