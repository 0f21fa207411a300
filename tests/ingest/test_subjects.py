"""The region that a sheet is about."""

import pytest

from desktop_app.ingest.finding.subjects import subject
from desktop_app.ingest.regions.places import Places


@pytest.mark.parametrize(
    ("titles", "shared", "sheet", "code"),
    [
        (["PEMERINTAH KABUPATEN GIANYAR", "KECAMATAN BLAHBATUH", "DESA BEDULU"], [], "Sheet1", "51.04.02.2007"),
        (["REKAP PESERTA BPJS KETENAGAKERJAAN KABUPATEN BADUNG"], [], "Data", "51.03"),
        (["BPJS KETENAGAKERJAAN KANTOR CABANG BALI GIANYAR"], [], "Sheet1", None),
        (["Kec. Ubud, Kab. Gianyar per 31 Maret 2025"], [], "1", "51.04.05"),
        (["Rekap per Desa/Kelurahan Kecamatan Sukawati Tahun 2025"], [], "x", "51.04.01"),
        (["Desa : Mas Kecamatan : Ubud"], [], "x", "51.04.05.2002"),
        (["DAFTAR PESERTA"], [], "Desa Bedulu", "51.04.02.2007"),
        (["KABUPATEN GIANYAR"], [], "Bedulu", "51.04.02.2007"),
        (["KABUPATEN GIANYAR"], [], "Ubud", "51.04.05"),
        (["Provinsi Bali"], [], "3. Gianyar", "51.04"),
        (["Kabupaten Badung"], [], "Gianyar", "51.03"),
        (["Desa Pejeng"], ["Kabupaten Gianyar", "Desa Bedulu"], "x", "51.04.04.2001"),
        (["B. PESERTA BPU"], ["Desa Bedulu, Kec. Blahbatuh"], "x", "51.04.02.2007"),
        (["Desa Selat"], [], "x", None),
        (["Daftar pekerja rentan desa dan kelurahan"], [], "PU", None),
    ],
)
def test_the_region_of_a_table(
    places: Places, titles: list[str], shared: list[str], sheet: str, code: str | None
) -> None:
    assert subject(places, titles, shared, sheet) == code
