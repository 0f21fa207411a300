"""The list of letters: each with its region, its file, whether its figures are still those of today, and its steps."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.letters.subjects import subjects
from desktop_app.domain.letters import LetterKind, kind_title
from desktop_app.domain.office import head_kind
from desktop_app.domain.records import LetterEvent, LetterRecord
from desktop_app.domain.regions import Region
from desktop_app.operations.letters.freshness import Freshness, freshness
from desktop_app.operations.letters.frozen import figure_list
from desktop_app.operations.workspace import Workspace
from desktop_app.store import letters, regions

NO_FIGURES = "Surat ini tidak memuat angka: angkanya belum ada ketika surat dibuat."


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter as the list shows it. `kind`, `topic` and `region` in words; `there`: its file is where it was written."""

    record: LetterRecord
    kind: str
    topic: str
    region: str
    there: bool
    fresh: Freshness
    events: tuple[LetterEvent, ...]

    @property
    def path(self) -> Path:
        return Path(self.record.path)

    @property
    def subject(self) -> str:
        return sentence(self.record.subject, self.region)

    @property
    def old(self) -> bool:
        return self.fresh.old

    @property
    def differences(self) -> tuple[str, ...]:
        """“Cakupan: 45,45 % menjadi 49,36 %”."""
        return tuple(f"{one.title}: {one.then} menjadi {one.now}" for one in self.fresh.changes)

    @property
    def figure_lines(self) -> tuple[str, ...]:
        """The frozen figures, or that there are none, or why nobody can tell whether they are old."""
        lines = tuple(f"{one.title}: {one.value}" for one in figure_list(self.record.figures)) or (NO_FIGURES,)
        return (*lines, self.fresh.why) if self.fresh.why else lines


def letters_overview(workspace: Workspace) -> list[Written]:
    """Newest first."""
    with workspace.sessions() as session:
        records = letters.list_letters(session)
        events = letters.all_events(session)
        known = {code: regions.region(session, code) for code in {record.region for record in records}}
    titles = {one.key: one.title for one in subjects()}
    fresh = freshness(workspace, [record.id for record in records])
    return [
        Written(
            record=record, kind=_kind(record, known[record.region]), topic=titles.get(record.topic, ""), region=_name(known[record.region]),
            there=Path(record.path).is_file(), fresh=fresh.get(record.id, Freshness()),
            events=tuple(events.get(record.id, ())),
        )
        for record in records
    ]  # fmt: skip


def sentence(subject: str, region: str) -> str:
    """A heading in capitals as a sentence: “Pelindungan … di Kabupaten Gianyar”."""
    plain = " ".join(subject.split())
    if not plain.isupper():
        return plain
    return plain.capitalize().replace(region.lower(), region)


def _kind(record: LetterRecord, region: Region | None) -> str:
    try:
        return kind_title(LetterKind(record.kind), head_kind(region) if region else "Bupati")
    except ValueError:
        return record.kind


def _name(region: Region | None) -> str:
    return region.full_name if region else "–"
