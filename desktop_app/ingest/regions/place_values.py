"""What a row says about its place, and what came of it."""

from dataclasses import dataclass, fields

from desktop_app.domain.questions import Candidate

PROVINCE, REGENCY, DISTRICT, VILLAGE = 1, 2, 3, 4
FIELD_OF_LEVEL = {PROVINCE: "provinsi", REGENCY: "kabupaten", DISTRICT: "kecamatan", VILLAGE: "desa"}
LEVEL_OF_FIELD = {field: level for level, field in FIELD_OF_LEVEL.items()}


@dataclass(frozen=True, slots=True)
class PlaceText:
    """What a row says about its place; `wilayah` is a column whose level only its words tell."""

    code: str = ""
    provinsi: str = ""
    kabupaten: str = ""
    kecamatan: str = ""
    desa: str = ""
    wilayah: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A region's code, or why there is none: the field at fault, its text, a code and a sentence with candidates.

    `key` is “field|casefolded text|code of the place above it, or empty”: one answer serves all rows that say the same.
    `same_name`: all the codes that a name of several places means.
    """

    region: str | None
    field: str = ""
    value: str = ""
    code: str = ""
    message: str = ""
    candidates: tuple[Candidate, ...] = ()
    key: str = ""
    same_name: tuple[str, ...] = ()


def answer_key(field: str, text: str, parent: str = "") -> str:
    return f"{field}|{' '.join(text.casefold().split())}|{parent}"
