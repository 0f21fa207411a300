"""Who stands above and below a letter: letterhead, number, date, signature (domain notes 7.3, 7.4)."""

import re

from desktop_app.documents.letters.content import Letterhead, Signature
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.marks import DOTS, Marks
from desktop_app.documents.letters.sender import Sender
from desktop_app.domain.indonesian import NBSP, long_date
from desktop_app.domain.letters import Signer
from desktop_app.domain.office import Signatory

NO_NAME = "(nama lengkap)"
_BLANK_NUMBER = NBSP * 14
_NIP = re.compile(r"^(?:NIP\.?\s*:?\s*)?(.*)$", re.IGNORECASE)
_ACTING = re.compile(r"^(Plt|Plh|Pj|Pjs)\.?\s+", re.IGNORECASE)


def letterhead(signer: Signer, sender: Sender) -> Letterhead:
    """Head of region: post and province, no address. Setda and dinas: government, unit, address."""
    office = sender.facts.office
    if signer is Signer.KEPALA_DAERAH:
        province = sender.facts.province
        above = () if province.code == sender.region.code else (province.full_name.upper(),)
        return Letterhead(lines=(sender.head.upper(), *above))
    if signer is Signer.SEKDA:
        address = " ".join(office.secretariat_address.split()) if sender.at_home else ""
        return Letterhead(lines=(sender.government.upper(), "SEKRETARIAT DAERAH"), address=address)
    aksara = office.layout.aksara if sender.at_home else ""
    return Letterhead(lines=(sender.government.upper(), _dinas(sender)), address=sender.address, aksara=aksara)


def _dinas(sender: Sender) -> str:
    """The dinas without the region, which stands in the line above."""
    if not sender.at_home or not sender.facts.office.agency.strip():
        return f"DINAS {sender.marks.check(DOTS)}"
    return sender.agency.removesuffix(sender.region.full_name).strip().upper()


def number_of(facts: LetterFacts, marks: Marks) -> str:
    """The letter's number; while it has none, the usual form with room to write it in."""
    if facts.number:
        return facts.number
    code = Sender(facts, marks).number_code
    return f"500.15.14/{marks.check(_BLANK_NUMBER)}/{code}/{facts.year}".replace(" ", NBSP)


def date_of(facts: LetterFacts, marks: Marks) -> str:
    return long_date(facts.letter_date) if facts.letter_date else marks.dots


def signature(signer: Signer, sender: Sender) -> Signature:
    """Post with a.n., u.b. and Plt./Plh./Pj.; a head of region has neither rank nor NIP."""
    who = sender.facts.office.signatory(signer) if sender.at_home else Signatory()
    head = signer is Signer.KEPALA_DAERAH and not who.behalf
    name = " ".join(who.name.split()) or sender.marks.check(NO_NAME)
    titles = _titles(signer, who, sender)
    if head:
        return Signature(titles=titles, name=name)
    return Signature(titles=titles, name=name, rank=" ".join(who.rank.split()), nip=nip_of(who.nip))


def _titles(signer: Signer, who: Signatory, sender: Sender) -> tuple[str, ...]:
    """The lines above the name; the last ends with a comma."""
    mark, title = _acting(who, _USUAL[signer])
    if not who.behalf:
        lines = [f"{mark}{line}".strip() if place == 0 else line for place, line in enumerate(_post(title, sender))]
    else:
        behalf = re.sub(r"^a\.?\s?n\.?\s+", "", " ".join(who.behalf.split()), flags=re.IGNORECASE)
        lines = [f"a.n. {behalf.upper()}", f"{mark}{title}"]
    if who.under:
        under = re.sub(r"^u\.?\s?b\.?\s+", "", " ".join(who.under.split()), flags=re.IGNORECASE)
        lines += ["u.b.", under]
    return (*lines[:-1], f"{lines[-1]},")


_USUAL = {Signer.KEPALA_DAERAH: "", Signer.SEKDA: "Sekretaris Daerah", Signer.KEPALA_DINAS: "Kepala Dinas"}


def _acting(who: Signatory, usual: str) -> tuple[str, str]:
    """“Plt. ” and the title without it: older offices wrote the mark into the title."""
    title = " ".join(who.title.split()) or usual
    inside = _ACTING.match(title)
    mark = who.mark.strip() or (inside.group(1).capitalize() + "." if inside else "")
    return (f"{mark} " if mark else ""), _ACTING.sub("", title)


def _post(title: str, sender: Sender) -> tuple[str, ...]:
    """In capitals, the region on a line of its own where the post alone would not say whose it is."""
    place = sender.region.full_name
    if not title:
        return (sender.head.upper(),)
    if title.casefold() == "kepala dinas":
        title = sender.agency_head.removesuffix(place).strip() if sender.at_home else f"{title} {DOTS}"
    if title.casefold().startswith(("kepala", "sekretaris")):
        whole = title.removesuffix(place).strip()
        return whole.upper(), place.upper()
    return (title.upper(),)


def nip_of(typed: str) -> str:
    """“19700101 199501 1 001” for 18 digits however they are spaced; anything else as it was typed."""
    found = _NIP.match(" ".join(typed.split()))
    text = found.group(1) if found else ""
    digits = re.sub(r"[\s.]", "", text)
    if not re.fullmatch(r"\d{18}", digits):
        return text
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}".replace(" ", NBSP)
