"""The office's Word templates: the shipped ones until the office edits a copy, checked, dressed, restored."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from desktop_app.documents.letters.check import ProblemKind, TemplateProblem, check_template
from desktop_app.documents.letters.dress import dressed
from desktop_app.documents.letters.filters import FILTERS
from desktop_app.documents.letters.rendering import LetterTemplate
from desktop_app.domain.errors import AppError, FileInUse
from desktop_app.domain.letters import SIGNER_OF, LetterKind, LetterLayout, Signer, kind_title
from desktop_app.domain.office import Office
from desktop_app.operations.letters.images import images_of
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import room_for
from desktop_app.resources import resource
from desktop_app.store import audit

OLD = "lama"
"""Folder beside the templates where those that were replaced stay, each with its date."""

FILTER_NAMES = frozenset(FILTERS)
"""What a placeholder may pass through (“rupiah”, “terbilang”)."""

_FEW = 6


class TemplateRefused(AppError):
    """The office's template cannot be filled; nothing was written. `problems` say where, by paragraph."""

    title = "Templat surat perlu diperbaiki"
    hint = "Pilih “Sunting templat”, perbaiki paragraf itu di Word dan simpan, atau pulihkan templat bawaan."

    def __init__(self, file: str, problems: Sequence[TemplateProblem]) -> None:
        self.problems = tuple(problems)
        told = [problem.sentence for problem in problems[:_FEW]]
        more = [f"dan {len(problems) - _FEW} masalah lain."] if len(problems) > _FEW else []
        super().__init__(" ".join([f"Templat “{file}” belum dapat dipakai.", *told, *more]))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTemplate:
    """A template of the office. `own`: a copy of the office's stands in its workspace, else the shipped one serves.

    `problems` of its own copy: those of `refusing` stop every letter; the rest are notes.
    """

    kind: LetterKind
    title: str
    path: Path
    own: bool
    problems: tuple[TemplateProblem, ...] = ()

    @property
    def refusing(self) -> tuple[TemplateProblem, ...]:
        return refusing(self.problems)

    @property
    def notes(self) -> tuple[TemplateProblem, ...]:
        return tuple(problem for problem in self.problems if problem not in self.refusing)


@dataclass(frozen=True, slots=True)
class ReadyTemplate:
    """A template in the office's layout: `data` is what is filled, `hash` its SHA-256."""

    name: str
    data: bytes
    hash: str
    notes: tuple[TemplateProblem, ...] = ()

    def opened(self) -> LetterTemplate:
        """BadTemplate: it cannot be filled."""
        return LetterTemplate(self.data, self.name)


def refusing(problems: Sequence[TemplateProblem]) -> tuple[TemplateProblem, ...]:
    """Those that no letter is made with. The office may leave out what it does not want, but not the body of the letter."""
    return tuple(one for one in problems if one.what is not ProblemKind.MISSING or one.name.startswith("isi"))


def own_path(workspace: Workspace, kind: LetterKind) -> Path:
    return workspace.templates / f"{kind.value}.docx"


def shipped_path(kind: LetterKind) -> Path:
    return resource("templates", f"{kind.value}.docx")


def template_of(workspace: Workspace, kind: LetterKind) -> OfficeTemplate:
    """The template that letters of this kind are made with, checked. FileInUse: it cannot be read just now."""
    own = own_path(workspace, kind)
    if not own.is_file():
        return OfficeTemplate(kind=kind, title=kind_title(kind), path=shipped_path(kind), own=False)
    problems = check_template(read_template(own), kind, FILTER_NAMES)
    return OfficeTemplate(kind=kind, title=kind_title(kind), path=own, own=True, problems=problems)


def list_templates(workspace: Workspace) -> tuple[OfficeTemplate, ...]:
    """All kinds, each with its template."""
    return tuple(template_of(workspace, kind) for kind in LetterKind)


def ready_template(workspace: Workspace, office: Office, kind: LetterKind) -> ReadyTemplate:
    """The template of a kind in the layout of the office, with its images. TemplateRefused: it cannot be filled."""
    template = template_of(workspace, kind)
    if template.refusing:
        raise TemplateRefused(template.path.name, template.refusing)
    images = images_of(workspace, office.layout, of_head=SIGNER_OF[kind] is Signer.KEPALA_DAERAH)
    data = _dressed(read_template(template.path), office.layout, tuple(sorted(images.items())))
    return ReadyTemplate(template.path.name, data, sha256(data).hexdigest(), template.notes)


def edit_template(workspace: Workspace, kind: LetterKind) -> Path:
    """The office's own copy, to be opened in Word; made from the shipped template where there is none."""
    path = own_path(workspace, kind)
    with room_for(path):
        if not path.exists():
            shutil.copyfile(shipped_path(kind), path)
            path.chmod(0o644)
    return path


def restore_template(workspace: Workspace, kind: LetterKind) -> Path | None:
    """Letters are made with the shipped template again; where the office's own copy went, None where there was none."""
    path = own_path(workspace, kind)
    if not path.exists():
        return None
    kept = put_aside(workspace, path)
    with workspace.sessions.begin() as session:
        audit.record(session, "pulihkan templat", path.name, present_user(), now())
    return kept


def put_aside(workspace: Workspace, path: Path) -> Path:
    """Move a template among the old ones, with the date in its name. FileInUse: Word has it open."""
    moment = now()
    target = free_path(workspace.templates / OLD / f"{path.stem} {moment:%Y-%m-%d %H.%M.%S}{path.suffix}")
    with room_for(target):
        path.rename(target)
    return target


def free_path(path: Path) -> Path:
    """`path`, or “… (2)” where it is taken."""
    taken, number = path, 2
    while path.exists():
        path, number = taken.with_stem(f"{taken.stem} ({number})"), number + 1
    return path


def read_template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileInUse(path.name) from error


@lru_cache(maxsize=8)
def _dressed(template: bytes, layout: LetterLayout, images: tuple[tuple[str, bytes], ...]) -> bytes:
    """Dressed once for as long as template, layout and images stay: the preview asks at every change of a word."""
    pictures: Mapping[str, bytes] = dict(images)
    return dressed(template, layout, pictures)
