"""Why a figure changed between two months: parts in people and in points that sum exactly to the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from desktop_app.analysis.shown_points import HUNDREDTHS, round_to_sum, shown_hundredths
from desktop_app.domain.flows import ListedFlow
from desktop_app.domain.indonesian import MINUS, long_date, number
from desktop_app.domain.segments import Sector


class ChangeKind(StrEnum):
    """Why; the value is what the screen says."""

    JOINED = "masuk"
    LAPSED = "keluar"
    MOVED = "pindah"
    CORRECTED = "koreksi"
    BASE = "penyebut"
    OPEN = "belum terurai"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEnd:
    """One end of a change: active people, and the workers of the base called `base` (None where not known)."""

    period: date
    people: int
    workers: int | None
    base: str

    @property
    def share(self) -> float | None:
        return self.people / self.workers if self.workers else None


@dataclass(frozen=True, slots=True)
class ChangePart:
    """`people` of a change that `kind` explains, negative where it takes away; `detail` says in words on what it rests.

    `points`: the same as a difference of shares in whole hundredths of a point (0.0155 is 1.55 points); None without
    a base at either end.
    """

    kind: ChangeKind
    people: int
    points: float | None
    detail: str

    @property
    def hundredths(self) -> int | None:
        """Points in hundredths, as shown: 1.55 points -> 155."""
        return None if self.points is None else round(self.points * HUNDREDTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From `before` people in `since` to `after` in `until`.

    The people of `parts` sum to after - before, their hundredths to `hundredths`. A part that nothing is known of is
    not there; what is not explained is OPEN.
    """

    region: str
    sector: Sector
    since: date
    until: date
    before: int
    after: int
    before_share: float | None
    after_share: float | None
    base_before: str
    base_after: str
    parts: tuple[ChangePart, ...]

    @property
    def people(self) -> int:
        return self.after - self.before

    @property
    def points(self) -> float | None:
        """The change as a difference of shares, not rounded: 0.0155 is 1.55 points."""
        if self.before_share is None or self.after_share is None:
            return None
        return self.after_share - self.before_share

    @property
    def hundredths(self) -> int | None:
        """The change in hundredths of a point, as shown."""
        return None if self.points is None else sum(part.hundredths or 0 for part in self.parts)


def explain(
    region: str,
    sector: Sector,
    before: ChangeEnd,
    after: ChangeEnd,
    flows: Sequence[ListedFlow] = (),
    corrected: int | None = None,
    correction: str = "",
) -> Change:
    """Take the change of a region's figure apart.

    Args:
        before, after: the figure at both ends, each on its own base.
        flows: who came and went in lists between the two months, oldest first, each beginning where the one before
            ended; they may cover a part of the time or of the people. Samples are left out.
        corrected: people added (or, negative, taken away) by corrections of data, where they are known and are in
            none of the flows; `correction` says in words which.

    Returns:
        Parts in the order of `ChangeKind`: those that are known, always BASE, and OPEN where something is not
        explained. Points: the base's part is before / workers after - before / workers before; every other part is
        its people / workers after. Rounded by largest remainder, so that the shown parts sum to the shown change.

    Raises:
        ValueError: the ends or the flows are not in order; the caller has a bug.

    Source: docs/rumus.md, “Mengapa berubah”.
    """
    real = [flow for flow in flows if not flow.sample]
    _check(before, after, real)
    known = [*_of_flows(real), *_of_correction(corrected, correction), _of_base(before, after)]
    rest = after.people - before.people - sum(part.people for part in known)
    if rest:
        known.append(ChangePart(ChangeKind.OPEN, rest, None, _open_words(real)))
    return Change(
        region=region, sector=sector, since=before.period, until=after.period,
        before=before.people, after=after.people, before_share=before.share, after_share=after.share,
        base_before=before.base, base_after=after.base, parts=_with_points(known, before, after),
    )  # fmt: skip


def _check(before: ChangeEnd, after: ChangeEnd, flows: Sequence[ListedFlow]) -> None:
    if before.period >= after.period:
        raise ValueError("a change goes from an earlier month to a later one")
    if any(one.period != next_.earlier for one, next_ in pairwise(flows)):
        raise ValueError("each flow begins where the one before ended")
    if flows and not before.period <= flows[0].earlier < flows[-1].period <= after.period:
        raise ValueError("the flows lie between the ends of the change")


def _of_flows(flows: Sequence[ListedFlow]) -> list[ChangePart]:
    if not flows:
        return []
    moved_in, moved_out = sum(flow.moved_in for flow in flows), sum(flow.moved_out for flow in flows)
    lists = _lists(flows)
    return [
        ChangePart(ChangeKind.JOINED, sum(flow.joined for flow in flows), None, f"Baru ada dalam {lists}"),
        ChangePart(ChangeKind.LAPSED, -sum(flow.lapsed for flow in flows), None, f"Tidak ada lagi dalam {lists}"),
        ChangePart(
            ChangeKind.MOVED, moved_in - moved_out, None,
            f"{number(moved_in)} pindah masuk, {number(moved_out)} pindah keluar, menurut {lists}",
        ),
    ]  # fmt: skip


def _lists(flows: Sequence[ListedFlow]) -> str:
    span = f"daftar peserta {long_date(flows[0].earlier)} sampai {long_date(flows[-1].period)}"
    return f"{span}, dijumlah dari {number(len(flows))} selang" if len(flows) > 1 else span


def _of_correction(corrected: int | None, words: str) -> list[ChangePart]:
    return [] if corrected is None else [ChangePart(ChangeKind.CORRECTED, corrected, None, words or "Data dikoreksi")]


def _of_base(before: ChangeEnd, after: ChangeEnd) -> ChangePart:
    ends = " → ".join(_base_words(end) for end in (before, after))
    same = (before.base, before.workers) == (after.base, after.workers)
    words = f"Penyebut sama: {_base_words(after)}" if same else f"Penyebut berbeda: {ends}"
    return ChangePart(ChangeKind.BASE, 0, None, words)


def _base_words(end: ChangeEnd) -> str:
    return f"{end.base} ({number(end.workers)} pekerja)" if end.workers else f"{end.base or 'tanpa nama'} (belum ada)"


def _open_words(flows: Sequence[ListedFlow]) -> str:
    if not flows:
        return (
            "Daftar peserta yang lengkap untuk kedua bulan dan bulan di antaranya belum ada,"
            " sehingga belum diketahui siapa yang masuk dan keluar"
        )
    net = flows[-1].after - flows[0].before
    return f"Menurut daftar peserta perubahannya {_signed(net)} orang; selebihnya belum terurai"


def _signed(value: int) -> str:
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{number(abs(value))}"


def _with_points(parts: Sequence[ChangePart], before: ChangeEnd, after: ChangeEnd) -> tuple[ChangePart, ...]:
    if not before.workers or not after.workers or before.share is None or after.share is None:
        return tuple(parts)
    of_base = Fraction(before.people, after.workers) - Fraction(before.people, before.workers)
    exact = [of_base if p.kind is ChangeKind.BASE else Fraction(p.people, after.workers) for p in parts]
    shown = round_to_sum([share * HUNDREDTHS for share in exact], shown_hundredths(before.share, after.share))
    return tuple(
        ChangePart(part.kind, part.people, hundredths / HUNDREDTHS, part.detail)
        for part, hundredths in zip(parts, shown, strict=True)
    )
