"""KPJ and NPP keep their zeros; what is missing is said, not added."""

import pytest

from desktop_app.ingest.cells.identifiers import looks_like_kpj, looks_like_npp, plain_number, read_kpj, read_npp
from desktop_app.ingest.grid import Cell


@pytest.mark.parametrize(
    ("cell", "kpj", "doubt"),
    [
        ("00012345678", "00012345678", ""),
        ("'00012345678", "00012345678", ""),
        ('="00012345678"', "00012345678", ""),
        ("\u200b0001 2345 678", "00012345678", ""),
        ("00012345678.0", "00012345678", ""),
        (12345678901.0, "12345678901", ""),
        (1234567890.0, "1234567890", "kpj_short"),
        ("12345678", "12345678", "kpj_short"),
        ("1234567890123", "", "kpj_length"),
        ("5103045506900001", "", "kpj_length"),
        ("1234567890A", "", "kpj_length"),
        ("1,23457E+10", "", "kpj_damaged"),
        ("", "", ""),
        ("-", "", ""),
    ],
)
def test_kpj(cell: Cell, kpj: str, doubt: str) -> None:
    assert read_kpj(cell) == (kpj, doubt)


@pytest.mark.parametrize(
    ("cell", "npp", "doubt"),
    [
        ("JJ012345", "JJ012345", ""),
        ("jj 012345", "JJ012345", ""),
        ("'00123456", "00123456", ""),
        (12345678.0, "12345678", ""),
        (123456.0, "123456", "npp_length"),
        ("JJ012345-001", "JJ012345-001", "npp_length"),
        ("nihil", "", ""),
    ],
)
def test_npp(cell: Cell, npp: str, doubt: str) -> None:
    assert read_npp(cell) == (npp, doubt)


def test_what_looks_like_one() -> None:
    assert looks_like_kpj("00012345678")
    assert looks_like_kpj(1234567890.0)
    assert not looks_like_kpj("1234567890")
    assert not looks_like_kpj("5103045506900001")
    assert looks_like_npp("JJ012345")
    assert not looks_like_npp("SEJAHTERA")


def test_other_numbers_as_text() -> None:
    assert plain_number(" '0361-123 \u00a0456 ") == "0361-123 456"
    assert plain_number("10") == "10"
