"""“Paket bulanan”: one folder with the summary, its charts, the letters that are due, and a list of all of it."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from desktop_app import VERSION
from desktop_app.analysis.compliance.steps import title_of
from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.package_index import DueLetter, LateReporter, PackageEntry, PackageIndex, write_package_index
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.summary_pdf import write_summary_pdf
from desktop_app.documents.reports.summary_xlsx import write_summary_xlsx
from desktop_app.domain.indonesian import long_date, month_year
from desktop_app.domain.letters import LetterState
from desktop_app.domain.office import Office, head_kind
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import is_within
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.compliance.compliance import ComplianceRequest, compliance
from desktop_app.operations.compliance.pictures import summary_pictures
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.letters.late import late_senders
from desktop_app.operations.offices import list_letters, required_office
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import plain_name, room_for
from desktop_app.store import audit

LetterPdf = Callable[[Path, Path], object]

DUE = (LetterState.DRAF, LetterState.BERNOMOR, LetterState.DITANDATANGANI)
"""Letters that were made and not sent yet."""

CHARTS, LETTERS, INDEX = "grafik", "surat belum terkirim", "Daftar isi.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRequest:
    """The package of a summary. `leaves_office`: counts of few people are covered, since it is handed on.

    `target`: the folder to make; None: one in the workspace's reports.
    """

    summary: ComplianceRequest = field(default_factory=ComplianceRequest)
    leaves_office: bool = True
    target: Path | None = None


def monthly_package(
    workspace: Workspace,
    request: PackageRequest,
    draw: Draw,
    tick: Tick = silent,
    *,
    letter_pdf: LetterPdf | None = None,
    today: date | None = None,
) -> Path:
    """Make the folder, whole or not at all, and say where it is. One of that name stays, and the new one is numbered.

    `letter_pdf(docx, pdf)` makes a PDF out of a letter, for printing; None: letters come as Word files only.

    Raises:
        NoOffice, NoFigures, UnknownBase, UnknownRegion, FileInUse, UnusableTarget, DiskFull, Cancelled: nothing is left.
    """
    office = required_office(workspace)
    found = compliance(workspace, replace(request.summary, outside=request.leaves_office), today)
    tick(1, _STEPS)
    target = request.target or workspace.reports / plain_name(f"Paket {found.span.title} {found.region.full_name}")
    made = made_of(found, office, leaves_office=request.leaves_office)
    with _whole_folder(target) as (folder, final):
        _Filling(workspace, office, found, made, folder, tick, letter_pdf).fill(draw)
    with workspace.sessions.begin() as session:
        audit.record(session, "buat paket bulanan", final.name, present_user(), now())
    tick(_STEPS, _STEPS)
    return final


_STEPS = 6


def made_of(found: Compliance, office: Office, *, leaves_office: bool) -> Made:
    return Made(
        at=now(), by=office.clerk or present_user(), version=VERSION, filters=found.filters, rules=found.rules,
        leaves_office=leaves_office,
    )  # fmt: skip


@contextmanager
def _whole_folder(target: Path) -> Iterator[tuple[Path, Path]]:
    """A folder beside `target`, and the name it gets when the block ends well; else it is gone."""
    final = _free(target)
    with room_for(final):
        folder = Path(tempfile.mkdtemp(prefix="~paket-", dir=final.parent))
        try:
            yield folder, final
            folder.chmod(0o755)
            folder.rename(final)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _free(target: Path) -> Path:
    """`target`, or “target (2)” … where that is there."""
    number, found = 1, target
    while found.exists():
        number += 1
        found = target.with_name(f"{target.name} ({number})")
    return found


@dataclass(slots=True)
class _Filling:
    """The parts of the package, one after the other; `entries` as they are written."""

    workspace: Workspace
    office: Office
    found: Compliance
    made: Made
    folder: Path
    tick: Tick
    letter_pdf: LetterPdf | None
    entries: list[PackageEntry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fill(self, draw: Draw) -> None:
        pictures = self._charts(draw)
        self.tick(2, _STEPS)
        self._summaries(pictures)
        self.tick(4, _STEPS)
        letters = self._letters()
        self.tick(5, _STEPS)
        index = PackageIndex(
            title=self.folder_title, basis=self._basis(), entries=tuple(self.entries), letters=tuple(letters),
            late=tuple(self._late()), notes=tuple(self.notes),
        )  # fmt: skip
        write_package_index(index, self.folder / INDEX, self.office.layout.paper, self.made)

    @property
    def folder_title(self) -> str:
        return f"Paket bulanan {self.found.region.full_name}, {self.found.span.title}"

    def _basis(self) -> str:
        table = self.found.coverage
        return f"Penyebut {table.base.name}, data {long_date(table.period)}; dibuat {self.made.words}."

    def _charts(self, draw: Draw) -> Mapping[str, Path]:
        """“grafik”, “perkembangan”, “peta”; those of which there is nothing to draw are left out, which a note says."""
        made: dict[str, Path] = {}
        for one in summary_pictures(self.found, leaves_office=self.made.leaves_office):
            if one.chart is None:
                self.notes.append(one.missing)
                continue
            path = self.folder / CHARTS / f"{one.key}.png"
            path.parent.mkdir(exist_ok=True)
            draw(one.chart, path)
            made[one.key] = path
            self._add(path, one.title)
        return made

    def _summaries(self, pictures: Mapping[str, Path]) -> None:
        name = plain_name(f"Ringkasan {self.found.region.full_name} {self.found.span.title}")
        for suffix, write in ((".xlsx", write_summary_xlsx), (".pdf", write_summary_pdf)):
            path = self.folder / f"{name}{suffix}"
            write(self.found, self.office, path, pictures=pictures, made=self.made)
            self._add(path, "Ringkasan kepatuhan dan cakupan")

    def _letters(self) -> Sequence[DueLetter]:
        """Letters of the region that wait to be sent, copied; their files keep their names, numbered where two share one."""
        waiting = [
            one for one in reversed(list_letters(self.workspace))
            if one.state in DUE and is_within(one.region, self.found.region.code)
        ]  # fmt: skip
        return [self._letter(one) for one in waiting]

    def _letter(self, letter: LetterRecord) -> DueLetter:
        source = Path(letter.path)
        copied = self._copy(source) if letter.path and source.is_file() else ""
        return DueLetter(
            kind=title_of(letter.kind, head_kind(self.found.region)), subject=letter.subject, addressee=letter.addressee,
            number=letter.number_text, day=letter.letter_date, state=letter.state.value, file=copied,
        )  # fmt: skip

    def _copy(self, source: Path) -> str:
        target = self.folder / LETTERS / source.name
        target.parent.mkdir(exist_ok=True)
        number = 1
        while target.exists():
            number += 1
            target = target.with_name(f"{source.stem} ({number}){source.suffix}")
        shutil.copyfile(source, target)
        self._add(target, "Surat yang belum terkirim")
        if self.letter_pdf is not None and target.suffix.lower() == ".docx":
            pdf = target.with_suffix(".pdf")
            self.letter_pdf(target, pdf)
            self._add(pdf, "Surat yang belum terkirim, untuk dicetak")
        return target.relative_to(self.folder).as_posix()

    def _late(self) -> Iterator[LateReporter]:
        for one in late_senders(self.workspace, self.found.region.code):
            yield LateReporter(region=one.region.full_name, months=tuple(map(month_year, one.months)))

    def _add(self, path: Path, what: str) -> None:
        data = path.read_bytes()
        name = path.relative_to(self.folder).as_posix()
        entry = PackageEntry(file=name, what=what, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        self.entries.append(entry)
