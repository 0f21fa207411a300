"""The fields that columns can have: those of places, those that are private, those that a drop-down offers for a kind."""

from desktop_app.domain.sheets import SheetKind

PLACE_FIELDS = ("code", "provinsi", "kabupaten", "kecamatan", "desa", "wilayah")
BENEFIT_FIELDS = ("jht", "jkk", "jkm", "jp", "jkp")
PRIVATE_FIELDS = frozenset({"nik", "relative_nik", "no_kk", "nip", "npwp", "phone"})
"""Fields whose values are masked wherever they are shown as examples."""

_FIGURES = tuple(
    f"{topic}_{name}" for topic in ("people", "workers", "share") for name in ("total", "formal", "informal")
)
_SEGMENTS = tuple(f"{topic}_{name}" for topic in ("people", "share") for name in ("pu", "bpu", "jakon"))
_PERSON = (
    "no", "nik", "no_kk", "nip", "identity", "name", "name1", "name2", "name3", "birth_date", "birth_place", "birth", "sex",
    "kpj", "segment", *BENEFIT_FIELDS, "programme", "npp", "company", "division", "status", "start_date", "end_date",
    "end_reason", "blth", "wage", "dues", *PLACE_FIELDS, "banjar", "lokasi", "address", "job", "fund", "scheme", "welfare",
    "mother", "father", "spouse", "child", "head", "heir", "relative_nik", "phone", "email", "npwp", "marital", "religion",
    "education", "rapel", "ref", "note",
)  # fmt: skip
CHOICES: dict[SheetKind, tuple[str, ...]] = {
    **dict.fromkeys((SheetKind.PESERTA, SheetKind.RENTAN, SheetKind.NONAKTIF, SheetKind.IURAN), _PERSON),
    SheetKind.PERUSAHAAN: (
        "no", "npp", "division", "nib", "npwp", "company", "address", *PLACE_FIELDS, "scale", "business", "actual",
        "registered", *BENEFIT_FIELDS, "programme", "arrears_months", "arrears", "category", "status", "start_date",
        "end_date", "blth", "wage", "dues", "pkbu", "phone", "email", "follow_up", "note",
    ),
    SheetKind.REKAP: (
        "no", *PLACE_FIELDS, *_FIGURES, *_SEGMENTS, "people_jk_lk", "people_jk_pr", "workforce", "unemployed", "target",
        "target_people", "gap", "base_name", "year", "note",
    ),
    SheetKind.PENYEBUT: (
        "no", *PLACE_FIELDS, "workers_total", "workers_formal", "workers_informal", "workers_jk_lk", "workers_jk_pr",
        "workforce", "unemployed", "year", "note",
    ),
    SheetKind.TARGET: ("no", *PLACE_FIELDS, "year", "sector", "target", "target_people", "document", "note"),
    SheetKind.LAIN: (),
}  # fmt: skip
"""The fields that a drop-down offers for a kind of table."""
