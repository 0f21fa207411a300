"""Letters as these tests write and read them."""

from dataclasses import replace

from desktop_app.documents.letters.content import (
    Annex,
    LetterContent,
)
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.writing import compose
from desktop_app.domain.letters import LetterKind, LetterStyle
from desktop_app.domain.office import Signatory
from tests.documents.figures import BALI, DENPASAR, OFFICE
from tests.documents.letters.letter_facts import (
    BARE,
    FULL,
)

SE, NARRATIVE, STRUCTURED = LetterKind.SE_BUPATI, LetterStyle.NARATIF, LetterStyle.TERSTRUKTUR
GOVERNOR = replace(BARE, region=BALI, office=replace(OFFICE, region="51", agency="Dinas Ketenagakerjaan dan ESDM"))
CITY = replace(BARE, region=DENPASAR, office=replace(OFFICE, region="51.71", head=Signatory()))
FOREIGN = replace(BARE, region=DENPASAR)


def written(
    facts: LetterFacts = FULL, subject: str = "rentan-desa", kind: LetterKind = SE, style: LetterStyle = NARRATIVE
) -> LetterContent:
    return compose(kind, subject, style, facts)


def texts(content: LetterContent) -> list[str]:
    return [block.text for block in content.blocks]


def whole(content: LetterContent) -> str:
    return "\n".join(texts(content))


def annex(content: LetterContent, start: str) -> Annex:
    return next(one for one in content.annexes if one.title.startswith(start))
