"""To whom a letter goes, and who gets a copy."""

from collections.abc import Mapping, Sequence

from desktop_app.documents.letters.filling import filled
from desktop_app.documents.letters.letter_texts import LetterText, Subject
from desktop_app.documents.letters.marks import Marks
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.words import Word
from desktop_app.domain.letters import AddresseeKind, LetterKind, Signer

EVERYWHERE = "Tempat"
_HEADS = ("pimpinan", "direktur", "pemilik", "pengurus", "ketua", "kepala")


def recipients_of(subject: Subject, text: LetterText, sender: Sender, words: Mapping[str, Word]) -> tuple[str, ...]:
    """Behind “Yth.”: the one addressee of a letter of its own, else as the subject has them."""
    addressee, named = sender.facts.addressee, _named(sender)
    if addressee is None:
        return named or _texts(text.to, words, sender.marks)
    if text.own_to:
        return _texts(text.own_to, words, sender.marks)
    if sender.to_kecamatan:
        place = sender.addressed_place.full_name
        camat = f"Camat {sender.addressed_place.name}"
        return (camat, f"{sender.village_heads} se-{place}") if subject.addressee is AddresseeKind.DESA else (camat,)
    name = " ".join(addressee.name.split())
    if subject.addressee is AddresseeKind.PERUSAHAAN and not name.casefold().startswith(_HEADS):
        return (f"Pimpinan {name}",)
    return (name,)


def _named(sender: Sender) -> tuple[str, ...]:
    """Recipients that the clerk has written himself, one a line or parted by semicolons."""
    typed = sender.facts.details.get("penerima", "").replace(";", "\n").splitlines()
    return tuple(name for line in typed if (name := " ".join(line.split())))


def place_of(sender: Sender) -> str:
    """Behind “di”."""
    addressee = sender.facts.addressee
    return (" ".join(addressee.place.split()) if addressee else "") or EVERYWHERE


def copies_of(text: LetterText, signer: Signer, sender: Sender, words: Mapping[str, Word]) -> tuple[str, ...]:
    """The office's own list where it keeps one, else the text's, as far as it fits who signs.

    Nobody gets a copy of his own letter; below a head of region, governor and DPRD hear of it through him.
    """
    own = sender.facts.office.copies if sender.at_home else ()
    if any(own):
        return tuple(filter(None, own))
    lines = _texts(text.copies, words, sender.marks)
    if LetterKind.NOTA_DINAS in text.kinds:
        return lines
    if signer is Signer.KEPALA_DAERAH:
        at_top = sender.facts.province == sender.region
        return tuple(line for line in lines if not (at_top and line.startswith("Gubernur")))
    mine = "Sekretaris Daerah" if signer is Signer.SEKDA else sender.agency_head
    above = f"{sender.head} (sebagai laporan)"
    lower = (line for line in lines if not line.startswith(("Gubernur", "Ketua DPRD", mine, above)))
    return (above, *lower)


def closed_list(lines: Sequence[str]) -> tuple[str, ...]:
    """“…;” and “….” at the end, as copies are written."""
    plain = [line.rstrip(" .;,") for line in lines if line.strip()]
    if not plain:
        return ()
    return (*(f"{line};" for line in plain[:-1]), f"{plain[-1]}.")


def _texts(lines: Sequence[str], words: Mapping[str, Word], marks: Marks) -> tuple[str, ...]:
    return tuple(filter(None, (filled(line, words, line, marks) for line in lines)))
