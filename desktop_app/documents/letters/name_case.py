"""Names as people typed them, in the capitals that letters use: “I GUSTI AYU CONTOH, SH., M.SI” -> “I Gusti Ayu Contoh, SH., M.Si”.

Letters and dots stay; only their case changes.
"""

import re

_KEPT = frozenset({
    "PT", "CV", "UD", "PD", "BPR", "LPD", "BUMD", "BUMN", "BLUD", "UPTD", "RSUD", "SD", "SMP", "SMA", "SMK", "TK",
    "PAUD", "KUD", "KSP", "KSU", "BPJS", "ESDM", "UKM", "UMKM", "RI", "TNI", "POLRI", "AA", "IB", "II", "III", "IV",
    "VI", "VII", "VIII", "IX", "XI", "XII",
})  # fmt: skip
"""Always in capitals: kinds of companies and offices, short forms of Balinese names (Anak Agung, Ida Bagus), numbers."""
_SMALL = frozenset({"dan", "di", "ke", "dari", "yang", "untuk", "atau", "bin", "binti", "al", "van", "de", "pada"})
_TITLES = (
    "S.H.", "S.E.", "S.Sos.", "S.Pd.", "S.Kom.", "S.T.", "S.TP.", "S.P.", "S.Pt.", "S.Ag.", "S.Fil.", "S.S.", "S.Sn.",
    "S.Si.", "S.Psi.", "S.Ak.", "S.IP.", "S.STP.", "S.AP.", "S.KM.", "S.Ked.", "S.Kep.", "S.Farm.", "S.Par.", "S.Tr.",
    "S.I.Kom.", "S.I.P.", "S.K.M.", "S.H.I.", "S.E.I.", "S.Pd.H.", "S.Ag.H.", "S.Tr.IP.", "M.H.", "M.E.", "M.M.",
    "M.Si.", "M.Pd.", "M.Kom.", "M.T.", "M.P.", "M.A.", "M.AP.", "M.A.P.", "M.Kn.", "M.Kes.", "M.Hum.", "M.Sc.",
    "M.Ak.", "M.IP.", "M.Par.", "M.Ag.", "M.Fil.", "M.Fil.H.", "M.Sn.", "M.Psi.", "M.Tr.IP.", "M.B.A.", "M.P.H.",
    "LL.M.", "Ph.D.", "D.E.A.", "A.Md.", "A.Ma.", "A.P.", "A.Ptnh.", "Ak.", "CA.", "CPA.", "QIA.", "CFrA.", "Apt.",
    "Ns.", "Sp.PD.", "Sp.OG.", "Sp.A.", "Sp.B.",
)  # fmt: skip
_TITLE_OF = {title.replace(".", "").casefold(): title for title in _TITLES}
"""Degrees by their letters alone: “MSI”, “M.Si” and “M.SI.” are one. Its dots are taken from what was typed."""
_IN_FRONT = {word.casefold(): word for word in ("Dr", "Drs", "Dra", "Ir", "Prof", "H", "Hj", "KH", "R", "RA")}
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")


def name_case(text: str) -> str:
    """A name that is all in capitals or all in small letters; any other was typed on purpose and stays.

    Degrees do not count: in “NI MADE CONTOH, S.H., M.Si.” the name is in capitals.
    """
    name, comma, titles = text.partition(",")
    plain = " ".join(word for word in name.split() if "." not in word)
    if plain != plain.upper() and plain != plain.lower():
        return text
    return ",".join([_words(name), *map(_behind_comma, titles.split(","))] if comma else [_words(name)])


def _words(text: str) -> str:
    words = text.split(" ")
    start = next((place for place, word in enumerate(words) if word), 0)
    return " ".join(_word(word, first=place == start) for place, word in enumerate(words))


def _behind_comma(text: str) -> str:
    """Degrees; where several words are none of them, more of the name (“Dinas Koperasi, UKM dan Tenaga Kerja”)."""
    words = text.split()
    if len(words) > 1 and not any(word.replace(".", "").casefold() in _TITLE_OF for word in words):
        return " ".join(_word(word, first=False) for word in text.split(" "))
    return " ".join(_title(word) for word in text.split(" "))


def _word(word: str, *, first: bool) -> str:
    plain = word.strip('().;:“”"')
    if plain.upper() in _KEPT:
        return word.upper()
    if plain.casefold() in _SMALL and not first:
        return word.lower()
    if plain.casefold() in _IN_FRONT and word.endswith("."):
        return _cased(word, _IN_FRONT[plain.casefold()])
    return _WORD.sub(lambda found: found[0].capitalize(), word)


def _title(word: str) -> str:
    """A degree as it is written; one that is not known stays if it is in capitals, else is written like a word."""
    known = _TITLE_OF.get(word.replace(".", "").casefold())
    if known is not None:
        return _cased(word, known.replace(".", ""))
    return word if word == word.upper() and "." not in word else _WORD.sub(lambda found: found[0].capitalize(), word)


def _cased(word: str, letters: str) -> str:
    """`word` with the case of `letters`, which has the same ones without dots."""
    cases = iter(letters)
    return "".join(next(cases) if letter.isalpha() else letter for letter in word)
