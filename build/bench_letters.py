"""How long many letters take: `python -m build.bench_letters [716] [--rounds 5]`.

CPU seconds of filling a template and writing every letter to a file, against docxtpl opening, filling and saving each
one, side by side on the same template and values, in alternating rounds. docxtpl fills a share of the letters, whose
time is scaled to all. Must: 0.10; aim: 0.03.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.documents.letters.content import (
    Annex,
    AnnexColumn,
    AnnexRow,
    Block,
    BlockKind,
    Circular,
    Letterhead,
    Signature,
)
from desktop_app.documents.letters.merging import merged
from desktop_app.documents.letters.rendering import LetterTemplate
from desktop_app.documents.letters.sandbox import environment
from desktop_app.documents.letters.values import as_values
from desktop_app.documents.word import rendered_by_docxtpl
from desktop_app.resources import resource

MUST, AIM = 0.10, 0.03
SHARE = 12
"""docxtpl fills one letter in so many."""


_SENTENCES = (
    "Perbekel menganggarkan iuran Program Jaminan Kecelakaan Kerja dan Jaminan Kematian bagi paling sedikit 100 (seratus)"
    " orang pekerja rentan di desanya dalam Anggaran Pendapatan dan Belanja Desa.",
    "Calon peserta memiliki Nomor Induk Kependudukan yang valid, bekerja bukan sebagai penerima upah, dan berusia sesuai"
    " dengan batas usia kepesertaan yang ditetapkan BPJS Ketenagakerjaan.",
    "Camat mengoordinasikan dan memantau pelaksanaan Surat Edaran ini di wilayahnya, serta menyampaikan rekapitulasi daftar"
    " calon peserta kepada Dinas Tenaga Kerja.",
    "Besaran iuran Rp16.800,00 (enam belas ribu delapan ratus rupiah) per orang per bulan, terdiri atas JKK Rp10.000,00 dan"
    " JKM Rp6.800,00.",
)


def letters(count: int) -> list[Circular]:
    """Village letters as long as real ones: fifteen paragraphs, a table of the village's own figures, an answer sheet."""
    kinds = (BlockKind.ALINEA, *[BlockKind.DASAR] * 6, *[BlockKind.BUTIR] * 8)
    blocks = tuple(
        Block(kind=kind, text=f"{_SENTENCES[place % 4]} {_SENTENCES[place // 4]}") for place, kind in enumerate(kinds)
    )
    first = Circular(
        letterhead=Letterhead(lines=("BUPATI CONTOH", "PROVINSI CONTOH")), number="500.15.14/1/DISNAKER/2026",
        place="Contoh", date="12 Maret 2026", blocks=blocks, copies=("Gubernur Contoh;", "Camat Contoh."),
        signature=Signature(titles=("BUPATI CONTOH,",), name="I Made Contoh"), recipients=("Perbekel Contoh",),
        title="PELINDUNGAN JAMINAN SOSIAL KETENAGAKERJAAN BAGI 100 (SERATUS) PEKERJA RENTAN PADA SETIAP DESA",
    )  # fmt: skip
    return [_village_letter(first, place) for place in range(count)]


def _village_letter(first: Circular, village: int) -> Circular:
    columns = tuple(AnnexColumn(title=title, width=4) for title in ("Uraian", "Jumlah", "Satuan", "Keterangan"))
    rows = tuple(AnnexRow(cells=(f"Banjar {row}", str(village * 7 + row), "orang", "")) for row in range(12))
    figures = Annex(label="LAMPIRAN I", title=f"KUOTA DAN ANGKA DESA {village}", columns=columns, rows=rows)
    sheet = Annex(label="LAMPIRAN II", title="DAFTAR", columns=columns, blank_rows=20, landscape=True)
    opening = replace(first.blocks[0], text=f"Desa {village} memiliki {village * 7} pekerja. {_SENTENCES[0]}")
    return replace(
        first, recipients=(f"Perbekel Desa {village}",), blocks=(opening, *first.blocks[1:]), annexes=(figures, sheet)
    )


def write_all(template: bytes, contents: Sequence[Circular], folder: Path) -> None:
    opened = LetterTemplate(template, "se-bupati.docx")
    for place, content in enumerate(contents):
        (folder / f"{place:03}.docx").write_bytes(opened.render(content))


def merge(template: bytes, contents: Sequence[Circular], folder: Path) -> None:
    (folder / "semua.docx").write_bytes(merged(LetterTemplate(template, "se-bupati.docx"), contents))


def write_with_docxtpl(template: bytes, contents: Sequence[Circular], folder: Path) -> None:
    for place, content in enumerate(contents):
        data = rendered_by_docxtpl(template, "se-bupati.docx", as_values(content), environment())
        (folder / f"{place:03}.docx").write_bytes(data)


def cpu_of(work: Callable[[Path], None]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        work(Path(folder))
        return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=716)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    template = resource("templates", "se-bupati.docx").read_bytes()
    contents = letters(asked.count)
    some = contents[::SHARE]
    ours, theirs = [], []
    for _ in range(asked.rounds):
        ours.append(cpu_of(lambda folder: write_all(template, contents, folder)))
        seconds = cpu_of(lambda folder: write_with_docxtpl(template, some, folder))
        theirs.append(seconds * len(contents) / len(some))
    together = cpu_of(lambda folder: merge(template, contents, folder))
    ratio = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
    print(f"{asked.count} letters: {statistics.median(ours):.2f} s CPU")
    print(f"docxtpl: {statistics.median(theirs):.2f} s CPU ({len(some)} letters, scaled to {asked.count})")
    print(f"all of them in one file besides: {together:.2f} s CPU")
    print(f"ratio {ratio:.3f} (must {MUST}, aim {AIM})")
    return 0 if ratio <= MUST else 1


if __name__ == "__main__":
    sys.exit(main())
