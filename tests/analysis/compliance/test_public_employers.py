"""Who is a public employer, by name alone."""

import pytest

from desktop_app.analysis.compliance.public_employers import PublicKind, public_kind

OFFICE, VILLAGE = PublicKind.PERANGKAT_DAERAH, PublicKind.PEMERINTAH_DESA
VILLAGES = frozenset({"selat", "sakti"})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("DINAS KESEHATAN", OFFICE),
        ("Pemkab Klungkung - Dinas Sosial", OFFICE),
        ("PEMERINTAH KAB. GIANYAR DINAS PU", OFFICE),
        ("PEMERINTAH KABUPATEN KLUNGKUNG", OFFICE),
        ("Non ASN Dinas Pendidikan", OFFICE),
        ("Badan Keuangan Daerah", OFFICE),
        ("Sekretariat DPRD", OFFICE),
        ("Inspektorat", OFFICE),
        ("Kantor Camat Dawan", OFFICE),
        ("Kecamatan Dawan", OFFICE),
        ("Kantor Kelurahan Semarapura Kaja", OFFICE),
        ("SATPOL PP", OFFICE),
        ("RSUD Klungkung", OFFICE),
        ("UPTD Puskesmas Dawan I", OFFICE),
        ("Pemerintah Desa Sakti", VILLAGE),
        ("PEMERINTAHAN DESA SAKTI", VILLAGE),
        ("Kantor Perbekel Sakti", VILLAGE),
        ("BPD Desa Selat", VILLAGE),
        ("BPD Selat", VILLAGE),
        ("Desa Selat", VILLAGE),
        ("Desa Entah", None),
        ("Desa Wisata Selat", None),
        ("Desa Adat Selat", None),
        ("LPD Desa Selat", None),
        ("BUMDes Selat", None),
        ("Badan Usaha Milik Desa Selat", None),
        ("Bank BPD Bali", None),
        ("BPD BALI", None),
        ("PT Dinas Jaya", None),
        ("Dinasti Resto", None),
        ("Toko Bagian Emas", None),
        ("Kantor Hukum Contoh", None),
        ("", None),
    ],
)
def test_by_name(name: str, kind: PublicKind | None) -> None:
    assert public_kind(name, VILLAGES) is kind
