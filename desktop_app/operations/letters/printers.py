"""Word and LibreOffice as printers of PDF: where they are, and how they are asked. Nothing of theirs is changed."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Pairs = Sequence[tuple[Path, Path]]
"""Letters, each with the PDF to be made of it."""
Told = Callable[[int], None]
"""Hears how many are done, now and then; it may raise Cancelled, which stops the printing."""

_START_SECONDS, _SECONDS_EACH = 90.0, 20.0
_WINDOWS_PLACES = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
_OTHER_PLACES = ("/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
                 "/Applications/LibreOffice.app/Contents/MacOS/soffice")  # fmt: skip


class Failed(Exception):
    """The program is not there after all, took too long or made no PDF: another way is tried."""


class Printer(Protocol):
    @property
    def name(self) -> str: ...

    def print(self, pairs: Pairs, told: Told) -> None:
        """Make all the PDFs. Failed: at least one was not made; those that were stay."""


def installed_printers() -> list[Printer]:
    """The exact ways this computer has, the better one first."""
    found: list[Printer] = []
    if _has_word():
        found.append(Word())
    if office := _soffice():
        found.append(LibreOffice(office))
    return found


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """`soffice` is its program. It runs with a profile of its own, so that an open LibreOffice is not in the way."""

    soffice: str
    name: str = "LibreOffice"

    def print(self, pairs: Pairs, told: Told) -> None:
        with tempfile.TemporaryDirectory(prefix="cakupan-pdf-") as folder:
            self._print_in(Path(folder), pairs, told)

    def _print_in(self, folder: Path, pairs: Pairs, told: Told) -> None:
        """Copies with plain names go in and out: no name of a letter can be taken for an option."""
        sources, made = folder / "surat", folder / "pdf"
        sources.mkdir()
        made.mkdir()
        for at, (docx, _) in enumerate(pairs):
            shutil.copyfile(docx, sources / f"{at}.docx")
        profile = (folder / "profil").as_uri()
        order = [
            self.soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
            "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(made),
            *(str(sources / f"{at}.docx") for at in range(len(pairs))),
        ]  # fmt: skip
        _run(order, len(pairs), lambda: told(len(list(made.glob("*.pdf")))))
        _bring(pairs, made)


@dataclass(frozen=True, slots=True)
class Word:
    """Word itself, asked through PowerShell; the letters are opened read-only, without macros and without questions."""

    name: str = "Word"

    def print(self, pairs: Pairs, told: Told) -> None:
        with tempfile.TemporaryDirectory(prefix="cakupan-pdf-") as name:
            folder = Path(name)
            for at, (docx, _) in enumerate(pairs):
                shutil.copyfile(docx, folder / f"{at}.docx")
            script = folder / "cetak.ps1"
            script.write_text(
                _SCRIPT.replace("JUMLAH", str(len(pairs))).replace("FOLDER", _quoted(folder)), "utf-8-sig"
            )
            order = ["powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", str(script)]
            _run(order, len(pairs), lambda: told(len(list(folder.glob("*.pdf")))))
            _bring(pairs, folder)


_SCRIPT = """$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  for ($i = 0; $i -lt JUMLAH; $i++) {
    $document = $word.Documents.Open((Join-Path FOLDER "$i.docx"), $false, $true, $false)
    try { $document.ExportAsFixedFormat((Join-Path FOLDER "$i.pdf"), 17) } finally { $document.Close(0) }
  }
} finally {
  $word.Quit(0)
  [void][Runtime.InteropServices.Marshal]::ReleaseComObject($word)
}
"""
"""17: PDF; 3: macros stay off; 0: no questions, nothing saved."""


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _run(order: list[str], count: int, told: Callable[[], None]) -> None:
    """Run until it ends, telling now and then. Failed: not there, or too slow. What `told` raises ends it too."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    end = time.monotonic() + _START_SECONDS + _SECONDS_EACH * count
    try:
        process = subprocess.Popen(
            order, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=hidden,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise Failed from error
    try:
        while process.poll() is None:
            told()
            if time.monotonic() > end:
                raise Failed
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With what it started: LibreOffice's starter leaves the program itself running otherwise."""
    if process.poll() is None:
        if sys.platform == "win32":
            order = ["taskkill", "/PID", str(process.pid), "/T", "/F"]
            subprocess.run(
                order, check=False, capture_output=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            )
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
        process.kill()
        process.wait()


def _bring(pairs: Pairs, folder: Path) -> None:
    """Put each PDF into its place, whole or not at all. OSError: it cannot be written there."""
    for at, (_, pdf) in enumerate(pairs):
        made = folder / f"{at}.pdf"
        if not made.is_file() or not made.stat().st_size:
            raise Failed
        beside = pdf.with_name(f"{pdf.name}.tmp")
        try:
            shutil.copyfile(made, beside)
            os.replace(beside, pdf)
        finally:
            beside.unlink(missing_ok=True)


def _has_word() -> bool:
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CurVer"):
            return True
    return False


def _soffice() -> str:
    """LibreOffice's program: from the path, else where it usually is; empty if there is none."""
    if found := shutil.which("soffice"):
        return found
    roots = [os.environ[name] for name in ("ProgramFiles", "ProgramFiles(x86)") if name in os.environ]
    places = [Path(root) / place for root in roots for place in _WINDOWS_PLACES] + [
        Path(place) for place in _OTHER_PLACES
    ]
    return next((str(place) for place in places if place.is_file()), "")
