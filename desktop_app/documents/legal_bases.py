"""Rules that letters on social security cite, as of the year of the letter.

Titles stand only where they are known for certain; a rule that has been amended since is cited “beserta perubahannya”,
so that no amendment is claimed to be the last one.
"""

from desktop_app.domain.regions import Region

_NATIONAL = (
    "Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional beserta perubahannya",
    "Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial beserta perubahannya",
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah beberapa kali diubah, terakhir dengan"
    " Undang-Undang Nomor 3 Tahun 2024",
    "Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan"
    " Kematian sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Pemerintah Nomor 49 Tahun 2023",
    "Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
)
_MINISTER = (
    "Surat Edaran Menteri Dalam Negeri Nomor 842.2/5193/SJ tanggal 23 September 2021 mengenai kepesertaan program"
    " jaminan sosial ketenagakerjaan"
)
_BUDGET_RULES = {2025: "Nomor 15 Tahun 2024", 2026: "Nomor 14 Tahun 2025"}
"""Permendagri on the guidelines for the regional budget, by budget year."""

_LOCAL = {
    "51": (
        "Peraturan Daerah Provinsi Bali Nomor 10 Tahun 2019 tentang Penyelenggaraan Ketenagakerjaan",
        "Peraturan Gubernur Bali Nomor 19 Tahun 2017 mengenai jaminan sosial ketenagakerjaan dan kesehatan",
    ),
    "51.03": ("Peraturan Bupati Badung Nomor 6 Tahun 2024 mengenai pelindungan pekerja rentan",),
    "51.04": ("Peraturan Bupati Gianyar Nomor 55 Tahun 2018 mengenai jaminan sosial ketenagakerjaan",),
}
"""Rules of a province, regency or city by code; where none is known, none is cited."""


def legal_bases(region: Region, province: Region, year: int) -> tuple[str, ...]:
    """Rules for a letter of `region` in `year`, from the law down to the region's own, as noun phrases."""
    number = _BUDGET_RULES.get(year)
    budget = (
        f"Peraturan Menteri Dalam Negeri {number} mengenai pedoman penyusunan Anggaran Pendapatan dan Belanja Daerah"
        f" Tahun Anggaran {year}"
    )
    local = dict.fromkeys((*_LOCAL.get(province.code, ()), *_LOCAL.get(region.code, ())))
    return (*_NATIONAL, _MINISTER, *([budget] if number else []), *local)


def listed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of a list as drafting rules end them: “…;”, “…; dan”, “….”."""
    *most, last = lines
    *first, second_last = most
    return (*(f"{line};" for line in first), f"{second_last}; dan", f"{last}.")
