"""The office of the workspace: one row."""

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.letters import LetterLayout, Paper
from desktop_app.domain.office import Office, Signatory
from desktop_app.store.models import OfficeRow

_ONLY = 1
_SIGNATORIES = ("head", "secretary", "chief")


def office(session: Session) -> Office | None:
    row = session.get(OfficeRow, _ONLY)
    if row is None:
        return None
    data = dict(row.data)
    head, secretary, chief = (Signatory(**data.pop(name, {})) for name in _SIGNATORIES)
    layout = _layout(data.pop("layout", {}))
    copies = tuple(data.pop("copies", ()))
    return Office(region=row.region, head=head, secretary=secretary, chief=chief, layout=layout, copies=copies, **data)


def save_office(session: Session, office: Office) -> None:
    data = asdict(office)
    session.merge(OfficeRow(id=_ONLY, region=data.pop("region"), data=data))
    session.flush()


def _layout(data: dict[str, Any]) -> LetterLayout:
    return LetterLayout(**{**data, "paper": Paper(data.get("paper", Paper.A4))})
