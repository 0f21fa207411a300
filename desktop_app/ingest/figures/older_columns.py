"""Says which columns of earlier months or years a table has beside the newest one, which is read."""

from desktop_app.domain.indonesian import month_year
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.grid import letter
from desktop_app.ingest.tables import Tally

_NAMED = 6
_STEP = "Bila bulan atau tahun sebelumnya juga diperlukan, kirim masing-masing sebagai tabel tersendiri."


def say_older(header: Header, tally: Tally) -> None:
    """One note on the header's last row for all columns left aside."""
    if not header.older or not header.rows or header.stated is None:
        return
    columns = sorted(header.older)
    names = [f"{letter(place)} “{' / '.join(header.labels[place])}”" for place in columns]
    more = f" dan {len(names) - _NAMED} kolom lain" if len(names) > _NAMED else ""
    message = (
        f"Yang dibaca adalah angka terbaru ({month_year(header.stated)});"
        f" kolom sebelumnya tidak dibaca: {', '.join(names[:_NAMED])}{more}."
    )
    row = header.rows[-1] + 1
    first = " / ".join(header.labels[columns[0]])
    tally.note(row, first, "", "older_columns", message, _STEP, f"{letter(columns[0])}{row}")
