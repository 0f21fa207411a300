"""Numbers, money and dates as Indonesians write them. NBSP keeps a number and its unit on one line."""

from datetime import date

NBSP = "\u00a0"
MINUS = "\u2212"
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def number(value: float, decimals: int = 0) -> str:
    """1027446 -> “1.027.446”, 39.41 with two decimals -> “39,41”; a typographic minus."""
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    negative = value < 0 and any(digit in text for digit in "123456789")
    return MINUS + text if negative else text


def percent(share: float, decimals: int = 2) -> str:
    """A share (0.3941) as “39,41 %”, with a no-break space, for the screen."""
    return f"{number(share * 100, decimals)}{NBSP}%"


def percent_in_letter(share: float) -> str:
    """A share (0.3941) as “39,41%”, the way letters write it."""
    return f"{number(share * 100, 2)}%"


def points(difference: float) -> str:
    """A difference of shares (-0.1332) as signed percentage points: “−13,32”, “+2,02”."""
    text = number(difference * 100, 2)
    return text if text.startswith(MINUS) or text == "0,00" else "+" + text


def rupiah(value: int, cents: bool = True) -> str:
    """“Rp20.160.000,00”; without cents “Rp20.160.000”."""
    return f"Rp{number(value, 2 if cents else 0)}"


def long_date(day: date) -> str:
    """“31 Desember 2023”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """“31 Des 2023”, for tight tables."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """“Desember 2023”."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def roman_month(day: date) -> str:
    """“XI” for November, as letter numbers use it."""
    return _ROMAN[day.month - 1]
