"""What a Paritrana binder consists of: aspects with evidence, what is still needed, and attached files."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.analysis.compliance.values import SourceFile
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import Region


class Aspect(StrEnum):
    """The value names the folder that the office puts evidence into."""

    REGULASI = "regulasi"
    ANGGARAN = "anggaran"
    KINERJA = "kinerja"
    INOVASI = "inovasi"


TITLES = {
    Aspect.REGULASI: "Regulasi", Aspect.ANGGARAN: "Anggaran", Aspect.KINERJA: "Kinerja dan perkembangan",
    Aspect.INOVASI: "Inovasi",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is proved: a title, the figure or text, and where it is from. `check`: it must still be confirmed (“periksa”)."""

    title: str
    value: str
    source: str
    check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Evidence that no data give: what it is, and where to get it. `attached`: files are there that may be it."""

    title: str
    where: str
    attached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file that the office put into the folder of an aspect; `size` in bytes, `changed` its last change."""

    name: str
    size: int
    changed: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectPart:
    aspect: Aspect
    title: str
    evidence: tuple[Evidence, ...]
    needs: tuple[Need, ...]
    files: tuple[AttachedFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """The four aspects for `region` and `year`; `period` is the month of the figures. `folder`: where files are put, seen from
    beside the workspace: the way to it on this computer is nobody else's business.

    `notes` hold for the whole binder.
    """

    region: Region
    year: int
    period: date
    parts: tuple[AspectPart, ...]
    letters: tuple[LetterRecord, ...]
    sources: tuple[SourceFile, ...]
    notes: tuple[str, ...]
    folder: str
