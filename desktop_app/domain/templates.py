"""Blank sheets for villages, companies and branches: which there are, and what they are made from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.errors import AppError
from desktop_app.domain.regions import Region

TEMPLATE_VERSION = 1
TEMPLATE_MARK = "Templat Cakupan"
"""Name of the document property that says which template a workbook was, and of which version."""


class TooSmallRegion(AppError):
    """A region that has no parts which a recap could list."""

    title = "Templat tidak dapat dibuat"
    hint = "Pilih kabupaten/kota atau provinsi."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} tidak memiliki wilayah di bawahnya untuk templat ini.")


class TemplateKind(StrEnum):
    """What a blank sheet asks for; the value is what the terminal says."""

    PESERTA_PU = "peserta-pu"
    PESERTA_BPU = "peserta-bpu"
    RENTAN = "pekerja-rentan"
    PERUSAHAAN = "perusahaan"
    REKAP_KECAMATAN = "rekap-kecamatan"
    REKAP_DESA = "rekap-desa"


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """One choice of the drop-downs for places; in a recap of kecamatan `desa` is empty."""

    code: str
    kabupaten: str
    kecamatan: str
    desa: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankTemplate:
    """A sheet for `region`; `places` by code. Where it is a whole province, rows name their kabupaten as well."""

    kind: TemplateKind
    region: Region
    places: tuple[TemplatePlace, ...]
    made_on: date
    version: int = TEMPLATE_VERSION

    @property
    def several_regencies(self) -> bool:
        return len({place.kabupaten for place in self.places}) > 1
