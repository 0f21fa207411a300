"""Numbers with their words, as official letters write them: “100 (seratus)”."""

from num2words import num2words

from desktop_app.domain.indonesian import number, rupiah


def in_words(value: int) -> str:
    """“seratus”, “dua puluh juta seratus enam puluh ribu”."""
    return str(num2words(value, lang="id"))


def counted(value: int) -> str:
    """“100 (seratus)”."""
    return f"{number(value)} ({in_words(value)})"


def rupiah_in_words(value: int) -> str:
    """“Rp16.800,00 (enam belas ribu delapan ratus rupiah)”."""
    return f"{rupiah(value)} ({in_words(value)} rupiah)"
