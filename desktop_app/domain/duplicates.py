"""The same NIK in several rows of a workbook: which of the many harmless or doubtful reasons it has."""

from collections.abc import Sequence

from desktop_app.domain.people import PersonTuple

TWO_SEGMENTS = "two_segments"
TWO_EMPLOYERS = "two_employers"
ROW_PER_PROGRAMME = "row_per_programme"
TWICE = "same_person_twice"
OTHER_SHEET = "same_person_other_sheet"
CONFLICT = "conflicting_data"

DUPLICATE_WORDS = {
    TWO_SEGMENTS: "Orang ini tercatat di dua segmen.",
    TWO_EMPLOYERS: "Orang ini bekerja pada dua perusahaan.",
    ROW_PER_PROGRAMME: "Satu baris per program; orangnya dihitung sekali.",
    TWICE: "Orang ini tertulis dua kali di lembar yang sama.",
    OTHER_SHEET: "Orang ini tertulis juga di lembar lain berkas ini.",
    CONFLICT: "NIK yang sama memiliki nama, tanggal lahir, atau jenis kelamin yang berbeda.",
}


def duplicate_codes(rows: Sequence[tuple[int, PersonTuple]]) -> list[str]:
    """Why one NIK stands in several rows (table, person) of a month; for each of them the same codes."""
    people = [person for _, person in rows]
    companies = {person.company for person in people if person.company}
    if len({person.segment for person in people}) > 1:
        codes = [TWO_SEGMENTS]
    elif len(companies) > 1:
        codes = [TWO_EMPLOYERS]
    elif len({person.benefits for person in people}) == len(people):
        codes = [ROW_PER_PROGRAMME]
    elif len({table for table, _ in rows}) > 1:
        codes = [OTHER_SHEET]
    else:
        codes = [TWICE]
    return [*codes, CONFLICT] if _conflict(people) else codes


def _conflict(people: Sequence[PersonTuple]) -> bool:
    """Names are compared without case, dots and blanks; what is blank says nothing."""
    names = {"".join(filter(str.isalnum, person.name.casefold())) for person in people}
    births = {person.birth_date for person in people}
    sexes = {person.sex for person in people}
    return any(len(values - {"", None}) > 1 for values in (names, births, sexes))
