"""The office of the workspace: one row."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from desktop_app.domain.office import Office, Signatory
from desktop_app.store.models import OfficeRow

_ONLY = 1


def office(session: Session) -> Office | None:
    row = session.get(OfficeRow, _ONLY)
    if row is None:
        return None
    data = dict(row.data)
    head, chief = Signatory(**data.pop("head")), Signatory(**data.pop("chief"))
    return Office(region=row.region, head=head, chief=chief, **data)


def save_office(session: Session, office: Office) -> None:
    data = asdict(office)
    session.merge(OfficeRow(id=_ONLY, region=data.pop("region"), data=data))
    session.flush()
