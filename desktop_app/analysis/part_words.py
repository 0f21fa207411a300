"""Words for the parts of a breakdown: “25-34” is “25–34 tahun” on screen."""

from desktop_app.domain.breakdowns import NO_COMPANY, SIZES, UNFILLED, Breakdown, Dimension

TITLES = {
    Dimension.SEGMEN: "segmen",
    Dimension.PROGRAM: "program",
    Dimension.KELAMIN: "jenis kelamin",
    Dimension.UMUR: "kelompok umur",
    Dimension.UKURAN: "ukuran perusahaan",
    Dimension.PENDANAAN: "pendanaan iuran",
    Dimension.KEPESERTAAN: "segmen kepesertaan",
}
"""What stands after “menurut”."""

_SEXES = {"L": "Laki-laki", "P": "Perempuan"}
_SEGMENTS = {"JAKON": "Jakon"}
_SIZE_NAMES = ("mikro", "kecil", "sedang", "besar")


def part_label(dimension: Dimension, part: str) -> str:
    """“Laki-laki”, “25–34 tahun”, “PU dan BPU”, “mikro (1–4 orang)”, “tidak berlaku”, “tidak diisi”."""
    if part == UNFILLED:
        return "tidak diisi"
    if part == NO_COMPANY:
        return "tidak berlaku"
    if dimension is Dimension.KELAMIN:
        return _SEXES.get(part, part)
    if dimension is Dimension.UMUR:
        return _age(part)
    if dimension is Dimension.UKURAN:
        return _size(part)
    if dimension is Dimension.PENDANAAN:
        return part
    return joined([_SEGMENTS.get(word, word) for word in part.split("+")])


def joined(words: list[str]) -> str:
    """“PU”, “PU dan BPU”, “JKK, JKM, dan JHT”."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def _age(part: str) -> str:
    if part.startswith("<"):
        return f"di bawah {part[1:]} tahun"
    if part.endswith("+"):
        return f"{part[:-1]} tahun ke atas"
    return f"{part.replace('-', '–')} tahun"


def _size(part: str) -> str:
    if part not in _SIZE_NAMES:
        return part
    place = _SIZE_NAMES.index(part)
    upper = f"–{SIZES[place + 1] - 1}" if place + 1 < len(SIZES) else "+"
    return f"{part} ({SIZES[place]}{upper} orang)"


def parts_in_order(breakdown: Breakdown) -> list[str]:
    """Ages and sizes as they grow, other parts by people, most first; what does not apply and what is open last."""
    return sorted(breakdown.parts, key=lambda part: _place(breakdown, part))


def _place(breakdown: Breakdown, part: str) -> tuple[int, int, str]:
    if part in (NO_COMPANY, UNFILLED):
        return (1 if part == NO_COMPANY else 2), 0, part
    return 0, _rank(breakdown, part), part


def _rank(breakdown: Breakdown, part: str) -> int:
    if breakdown.dimension is Dimension.UMUR:
        return -1 if part.startswith("<") else int(part.rstrip("+").split("-")[0])
    if breakdown.dimension is Dimension.UKURAN and part in _SIZE_NAMES:
        return _SIZE_NAMES.index(part)
    return -breakdown.parts[part]
