"""Segments, sectors and programmes of BPJS Ketenagakerjaan."""

from dataclasses import dataclass
from enum import StrEnum


class Segment(StrEnum):
    PU = "PU"
    BPU = "BPU"
    JAKON = "JAKON"
    PMI = "PMI"


class Benefit(StrEnum):
    JKK = "JKK"
    JKM = "JKM"
    JHT = "JHT"
    JP = "JP"
    JKP = "JKP"


class Sector(StrEnum):
    """Sectors of a worker base; the value is what the screen and the terminal say."""

    SEMUA = "semua"
    FORMAL = "formal"
    INFORMAL = "informal"


class Measure(StrEnum):
    """What one number of a recap counts: all people, a sector, or a segment. Sectors and segments are never converted."""

    TOTAL = "total"
    FORMAL = "formal"
    INFORMAL = "informal"
    PU = "pu"
    BPU = "bpu"
    JAKON = "jakon"


MEASURE_OF_SECTOR = {Sector.SEMUA: Measure.TOTAL, Sector.FORMAL: Measure.FORMAL, Sector.INFORMAL: Measure.INFORMAL}


class Counting(StrEnum):
    """Whether a person counts once by NIK, or once for each membership; the value is what the screen says."""

    ORANG = "orang"
    KEPESERTAAN = "kepesertaan"


@dataclass(frozen=True, slots=True)
class Numerator:
    """Which count stands above the line; the choice belongs to the figure's definition and is written under it.

    A membership is a person in a segment at a company. `jakon`: construction workers (Jasa Konstruksi) are in it;
    for formal that is PU + Jakon against PU alone, for informal it changes nothing.
    """

    counting: Counting = Counting.ORANG
    jakon: bool = True
