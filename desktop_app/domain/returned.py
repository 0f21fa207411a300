"""The sheet that goes back to its sender: what is added to it, and the mark by which its return is recognised."""

import re
from collections.abc import Set
from dataclasses import dataclass

from desktop_app.domain.errors import AppError
from desktop_app.domain.sheets import Problem

MARK = "Cakupan"
"""Name of the document property that holds the token of a returned sheet."""
TOKEN = re.compile(r"[0-9a-f]{32}")

STATUS, REASON = "Status (Cakupan)", "Alasan (Cakupan)"
"""Headers of the two added columns. They name the program: a sheet may have a “Status” of its own."""
_ADDED = re.compile(r"\s*(?:status|alasan)\s*\(cakupan\)", re.IGNORECASE)


def is_added(header: str) -> bool:
    """Whether a column was added to a returned sheet: a reader takes nothing from it."""
    return bool(_ADDED.match(header))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredTable:
    """What is said to the sender about one table. Rows are Excel's numbers, columns count from 1.

    `header`: first and last row of its header; `right`: its last column; `column`: where the two added columns begin.
    `accepted`: rows that were stored; `identifiers`: columns of NIK, KPJ and their like, whose bad cells become text.
    """

    sheet: str
    header: tuple[int, int]
    right: int
    column: int
    accepted: Set[int]
    problems: tuple[Problem, ...]
    identifiers: frozenset[int] = frozenset()
    label: str = ""


class SourceChanged(AppError):
    """The file is not the one that was imported: what was said of its rows need not be true of it."""

    title = "Berkas sudah berubah"
    hint = "Pilih berkas seperti saat diimpor, atau impor dulu berkas yang baru lalu buat lembar balasannya."

    def __init__(self, file: str) -> None:
        super().__init__(f"“{file}” bukan berkas yang diimpor, atau isinya berubah sesudah diimpor.")


class NothingToReturn(AppError):
    title = "Lembar balasan tidak dapat dibuat"
    hint = "Impor atau periksa berkas itu dulu. Lembar balasan dibuat dari hasilnya."

    def __init__(self, file: str) -> None:
        super().__init__(f"Belum ada tabel dari “{file}” yang dapat dijawab.")
