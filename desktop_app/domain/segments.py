"""Segments, sectors and programmes of BPJS Ketenagakerjaan."""

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
