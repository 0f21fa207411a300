"""Who sent what in a span, and how clean it was."""

from collections.abc import Iterable
from datetime import date

from desktop_app.analysis.compliance.values import SenderQuality, Span
from desktop_app.analysis.reporting import due
from desktop_app.domain.compliance_rows import SentImport
from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind

NO_SENDER = "tanpa pengirim"

SENT = PEOPLE_KINDS | {SheetKind.REKAP, SheetKind.PERUSAHAAN}
"""Kinds that somebody sends month by month; bases and targets are set by documents."""

_DUE = frozenset({SheetKind.PESERTA, SheetKind.REKAP, SheetKind.PERUSAHAAN})
"""Kinds that are due on a day of the month after."""


def sender_rows(imports: Iterable[SentImport], span: Span, began: date | None) -> tuple[SenderQuality, ...]:
    """One row per sender, by name, over the imports of months in `span`, also those in whose place a newer one stands.

    Args:
        began: the day of the first import of the workspace: what was due before it was brought in afterwards.
    """
    groups: dict[str, list[SentImport]] = {}
    for one in imports:
        record = one.record
        if record.kind in SENT and record.period is not None and span.first <= record.period <= span.last:
            groups.setdefault(record.sender or NO_SENDER, []).append(one)
    return tuple(_row(sender, groups[sender], began) for sender in sorted(groups, key=str.casefold))


def _row(sender: str, imports: list[SentImport], began: date | None) -> SenderQuality:
    counts = [one.record.counts for one in imports]
    return SenderQuality(
        sender=sender, imports=len(imports), rows=sum(c.stored + c.parked + c.refused for c in counts),
        stored=sum(c.stored for c in counts), parked=sum(c.parked for c in counts),
        refused=sum(c.refused for c in counts), findings=sum(one.record.findings for one in imports),
        late=sum(_is_late(one, began) for one in imports),
        newest=max((p for one in imports if (p := one.record.period)), default=None),
    )  # fmt: skip


def _is_late(one: SentImport, began: date | None) -> bool:
    record = one.record
    if record.kind not in _DUE or record.period is None or began is None:
        return False
    last = due(record.period)
    return began <= last < record.imported_at.date()
