"""What is proposed for an office: the name of its dinas, the code in its letter numbers, the town where it signs."""

from desktop_app.domain.regions import Level, Region

AGENCIES = {
    "51": "Dinas Ketenagakerjaan dan ESDM",
    "51.01": "Dinas Tenaga Kerja dan Perindustrian",
    "51.03": "Dinas Perindustrian dan Tenaga Kerja",
    "51.04": "Dinas Tenaga Kerja",
    "51.06": "Dinas Koperasi, UKM dan Tenaga Kerja",
    "51.07": "Dinas Tenaga Kerja dan Transmigrasi",
    "51.08": "Dinas Tenaga Kerja",
}
"""Names as last seen on public pages; a reorganisation changes them, so they are proposed and never fixed."""

_TOWNS = {
    "51": "Denpasar", "51.01": "Negara", "51.03": "Mangupura", "51.05": "Semarapura", "51.07": "Amlapura",
    "51.08": "Singaraja",
}  # fmt: skip
"""Capitals in Bali that are not called as their region."""

_PARTS = {
    "perindustrian": "PERIN", "perdagangan": "DAG", "koperasi": "KOP", "ukm": "UKM", "tenaga kerja": "NAKER",
    "ketenagakerjaan": "NAKER", "transmigrasi": "TRANS", "esdm": "ESDM",
}  # fmt: skip
_USUAL = "DISNAKER"


def agency_code(agency: str) -> str:
    """“DISPERINAKER” for “Dinas Perindustrian dan Tenaga Kerja”: the known parts of the name, in its order.

    A letter that ends one part and begins the next is written once. “DISNAKER” where no part is known: the code is a
    proposal, shown and changed in Pengaturan.
    """
    name = agency.casefold()
    found = sorted((name.index(words), short) for words, short in _PARTS.items() if words in name)
    code = "DIS"
    for _, short in found:
        code += short[1:] if code.endswith(short[0]) else short
    return code if found else _USUAL


def town_of(region: Region | None) -> str:
    """Where letters of the region's office are signed, as far as that is known."""
    if region is None:
        return ""
    return _TOWNS.get(region.code, "" if region.level is Level.PROVINSI else region.short_name)
