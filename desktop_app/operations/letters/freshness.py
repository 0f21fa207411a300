"""“Surat ini memakai angka lama”: the figures that a letter froze, against those of today."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.domain.errors import AppError
from desktop_app.domain.letters import Addressee, Split
from desktop_app.domain.records import LetterRecord
from desktop_app.operations.letters.addressees import Portions, addressees
from desktop_app.operations.letters.figures import letter_figures
from desktop_app.operations.letters.frozen import frozen, in_words, titles_of
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.stored import request_of
from desktop_app.operations.workspace import Workspace
from desktop_app.store import letter_states, letters

OLD_FIGURES = "surat ini memakai angka lama"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """A figure that is another one today, both in words (“45,45 %”)."""

    key: str
    title: str
    then: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """`changes` are empty where the letter says what it would say today. `why` it cannot be told; empty where it can."""

    changes: tuple[FigureChange, ...] = ()
    why: str = ""

    @property
    def old(self) -> bool:
        return bool(self.changes)

    @property
    def words(self) -> str:
        """“surat ini memakai angka lama: Cakupan 45,45 % menjadi 49,36 %; …”, or why nobody can tell, or nothing."""
        told = "; ".join(f"{one.title} {one.then} menjadi {one.now}" for one in self.changes)
        return f"{OLD_FIGURES}: {told}" if told else self.why


def freshness(workspace: Workspace, ids: Collection[int]) -> dict[int, Freshness]:
    """The letters of these numbers against the figures of today; letters that are not there are left out.

    What was chosen for a letter (month, base) stays chosen: a letter of March 2025 is held against March 2025; where
    nothing was chosen, against the newest.
    """
    with workspace.sessions() as session:
        records = letter_states.letters_of(session, ids)
        requests = letters.requests_of(session, ids)
    today = _Today(workspace)
    return {number: _of(today, record, requests.get(number, {})) for number, record in records.items()}


def _of(today: "_Today", record: LetterRecord, values: dict[str, Any]) -> Freshness:
    if not record.figures:
        return Freshness()
    if not values:
        values = {"region": record.region}
    request = replace(request_of(values), region=record.region, year=record.figures.get("tahun"))
    try:
        facts = today.facts(request, record.addressee_key)
    except AppError as error:
        return Freshness(why=f"Angka hari ini tidak dapat dibaca: {error}")
    if facts is None:
        return Freshness(why="Penerima surat ini tidak ada lagi di daftar penerima.")
    return Freshness(changes=changes(record.figures, frozen(facts, parts=False)))


def changes(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[FigureChange, ...]:
    """What differs of the figures that the letter speaks of, in the order of the screen."""
    return tuple(
        FigureChange(key=key, title=title, then=in_words(key, then[key]), now=in_words(key, now.get(key)))
        for key, title in titles_of(then).items()
        if then[key] != now.get(key)
    )


class _Today:
    """The figures of today, read once for all letters that asked for the same."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[LetterRequest, tuple[LetterFacts, Portions]] = {}
        self._receivers: dict[tuple[LetterRequest, Split], dict[str, Addressee]] = {}

    def facts(self, request: LetterRequest, key: str) -> LetterFacts | None:
        """Those of a letter; None where its addressee is no longer there. AppError: there is no telling."""
        asked = _asked(request)
        if asked not in self._known:
            facts = letter_figures(self._workspace, asked).facts
            self._known[asked] = facts, Portions(facts)
        facts, portions = self._known[asked]
        if not key:
            return facts
        receivers = self._receivers.get((asked, request.split))
        if receivers is None:
            receivers = {one.key: one for one in addressees(facts, request.split)}
            self._receivers[asked, request.split] = receivers
        return portions.of(receivers[key]) if key in receivers else None


def _asked(request: LetterRequest) -> LetterRequest:
    """What the figures depend on; the rest of the request is left out so that letters share one reading."""
    return LetterRequest(
        region=request.region, period=request.period, base=request.base, year=request.year, monthly=request.monthly
    )
