"""Answers about letters as plain objects for machines (`--json`) and as lines for people."""

from desktop_app.domain.indonesian import long_date, number
from desktop_app.operations.letters.overview import Written
from desktop_app.operations.letters.request import WrittenLetters
from desktop_app.operations.letters.templates import OfficeTemplate

_FEW = 10


def written_letters_object(written: WrittenLetters, region: str) -> dict[str, object]:
    return {
        "file": str(written.path),
        "region": region,
        "letters": list(written.ids),
        "files": [str(path) for path in written.paths],
        "folder": str(written.folder),
        "merged": str(written.merged) if written.merged else None,
        "index": str(written.index) if written.index else None,
    }


def written_lines(written: WrittenLetters) -> list[str]:
    if written.merged is None:
        return [f"Konsep surat: {written.path}"]
    more = len(written.paths) - _FEW
    return [
        f"{number(len(written.paths))} konsep surat di {written.folder}",
        *(f"  {path.name}" for path in written.paths[:_FEW]),
        *([f"  dan {number(more)} lainnya"] if more > 0 else []),
        f"Untuk dicetak: {written.merged}",
        f"Daftar: {written.index}",
    ]


def letter_object(one: Written) -> dict[str, object]:
    record = one.record
    return {
        "letter": record.id,
        "kind": record.kind,
        "subject": one.subject,
        "topic": record.topic,
        "region": record.region,
        "addressee": record.addressee,
        "state": record.state,
        "number": record.number_text,
        "date": record.letter_date.isoformat() if record.letter_date else None,
        "made": record.made_at.isoformat(),
        "file": record.path,
        "there": one.there,
        "batch": record.batch,
        "old": one.old,
        "changes": [{"figure": c.key, "title": c.title, "then": c.then, "now": c.now} for c in one.fresh.changes],
        "why": one.fresh.why,
        "figures": record.figures,
    }


def letter_lines(one: Written) -> list[str]:
    record = one.record
    whom = f", kepada {record.addressee}" if record.addressee else ""
    named = f" {record.number_text}" if record.number_text else ""
    gone = "" if one.there else " (berkasnya tidak ada lagi; letter-again membuatnya lagi)"
    lines = [
        f"{record.id}: {one.kind}{named}, {record.state}, dibuat {long_date(record.made_at.date())}{gone}",
        f"  {one.subject}, {one.region}{whom}",
    ]
    if one.fresh.words:
        lines.append(f"  {one.fresh.words[:1].upper()}{one.fresh.words[1:]}.".replace("..", "."))
    return lines


def template_object(one: OfficeTemplate) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "file": str(one.path),
        "own": one.own,
        "usable": not one.refusing,
        "problems": [
            {"what": p.what, "name": p.name, "paragraph": p.paragraph, "text": p.text, "sentence": p.sentence}
            for p in one.problems
        ],
    }


def template_lines(one: OfficeTemplate) -> list[str]:
    whose = "milik kantor" if one.own else "bawaan"
    state = "perlu diperbaiki" if one.refusing else "dapat dipakai"
    return [f"{one.kind.value}: {one.title}, {whose}, {state}", *(f"  {problem.sentence}" for problem in one.problems)]
