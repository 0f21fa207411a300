"""Contribution rates: what is stored, and edits by hand."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.errors import BadReference
from desktop_app.domain.reference import Rate, RateKind, ReferenceChange, Subject
from desktop_app.operations.keep_reference import keep
from desktop_app.operations.reference_words import RATE_WORDS
from desktop_app.operations.workspace import Workspace
from desktop_app.store import reference, reference_rates
from desktop_app.store.reference import Session
from desktop_app.store.reference_entries import rate_entry

LOWEST_BRACKET = "penghasilan sampai Rp1.099.999"
"""The bracket of BPU by which programmes for vulnerable workers pay, as the shipped rates call it."""

FLAT = "semua penghasilan"
_HIGHEST_SHARE = 1.0


def rates(workspace: Workspace, on: date | None = None) -> list[Rate]:
    """All rates, by kind and date; only those in force on a day where given."""
    with workspace.sessions() as session:
        return reference_rates.rates(session, on)


def monthly_contribution(workspace: Workspace, year: int) -> int | None:
    """Rupiah for JKK and JKM of one person in the lowest bracket of BPU, in force when the budget year begins.

    Without the discount of PP 50/2025, from which budgets of the state and the regions are excluded. None where the
    office keeps no such rates.
    """
    day = date(year, 1, 1)
    known = {(rate.kind, rate.bracket): rate.amount for rate in rates(workspace, day)}
    jkk, jkm = known.get((RateKind.JKK_BPU, LOWEST_BRACKET)), known.get((RateKind.JKM_BPU, FLAT))
    return None if jkk is None or jkm is None else jkk + jkm


def save_rate(workspace: Workspace, rate: Rate) -> ReferenceChange | None:
    """Add a rate (`id` None) or change the one of that id; None where it stands so already.

    Raises:
        BadReference: nothing was changed.
    """
    rate = checked_rate(rate)
    with workspace.sessions.begin() as session:
        if rate.id is None:
            rate = replace(rate, id=next_id(session))
        return keep(session, Subject.RATE, title_of(rate), {str(rate.id): rate_entry(rate)}, rate.document)


def remove_rate(workspace: Workspace, rate_id: int, document: str = "") -> ReferenceChange | None:
    """None where there is no such rate."""
    with workspace.sessions.begin() as session:
        rate = reference_rates.rate(session, rate_id)
        if rate is None:
            return None
        return keep(session, Subject.RATE, title_of(rate), {str(rate_id): None}, document)


def title_of(rate: Rate) -> str:
    return f"Tarif {RATE_WORDS[rate.kind]}, {rate.bracket}"


def next_id(session: Session) -> int:
    """A number that no rate ever had: one that was removed comes back under its own."""
    known = {rate.id or 0 for rate in reference_rates.rates(session)}
    for change in reference.changes(session, Subject.RATE):
        known |= {int(key) for side in (change.before, change.after) if side for key in side["entries"]}
    return max(known, default=0) + 1


def checked_rate(rate: Rate) -> Rate:
    """The rate with plain white space. BadReference for one that cannot be."""
    bracket = " ".join(rate.bracket.split())
    if not bracket:
        raise BadReference("Lapisan tarif belum diisi (misalnya “semua penghasilan”).")
    if (rate.amount is None) == (rate.share is None):
        raise BadReference("Isi besaran dalam rupiah, atau dalam persen; salah satu saja.")
    if rate.amount is not None and rate.amount < 0:
        raise BadReference("Besaran tarif tidak boleh kurang dari nol.")
    if rate.share is not None and not 0 <= rate.share <= _HIGHEST_SHARE:
        raise BadReference("Persen tarif harus dari 0 sampai 100.")
    if rate.until is not None and rate.until <= rate.since:
        raise BadReference("Tanggal akhir berlaku mendahului tanggal mulainya.")
    return replace(rate, bracket=bracket, document=rate.document.strip(), note=rate.note.strip())
