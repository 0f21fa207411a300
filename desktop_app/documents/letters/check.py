"""Is a Word template fit for letters? Asked when the office has saved it, before anything is rendered."""

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.content import placeholders_of
from desktop_app.documents.letters.filters import FILTERS
from desktop_app.documents.letters.package import NotAPackage, read_package
from desktop_app.documents.letters.package_dangers import dangers
from desktop_app.documents.letters.template_findings import Fault, Findings
from desktop_app.documents.letters.template_names import find_names
from desktop_app.documents.letters.template_problem import (
    ProblemKind,
    TemplateProblem,
    missing,
    not_word,
    shortened,
    suggestion,
    where,
)
from desktop_app.documents.letters.template_shapes import needed, needed_blocks, shapes_of
from desktop_app.documents.letters.template_source import Story, read_stories
from desktop_app.documents.letters.template_tags import tag_problems
from desktop_app.documents.letters.word_xml import DOCUMENT, W, parse
from desktop_app.domain.letters import LetterKind

OURS = frozenset(FILTERS)
"""Filters besides Jinja's own plain ones (“rupiah”, “terbilang”)."""

__all__ = ["ProblemKind", "TemplateProblem", "check_template"]

_NO_WORD = "Berkas itu bukan dokumen Word (.docx). Di Word, simpan lagi sebagai “Word Document (.docx)”."


def check_template(data: bytes, kind: LetterKind, filters: frozenset[str] = OURS) -> tuple[TemplateProblem, ...]:
    """What keeps the template of `kind` from being filled, in reading order, then what it leaves out; empty: it is fit.

    Args:
        data: the .docx. Heads and feet of pages, tables and text boxes are read too.
        filters: names of those that a placeholder may pass through, besides Jinja's own plain ones.
    """
    try:
        return tuple(_problems(read_package(data), kind, filters))
    except (NotAPackage, etree.XMLSyntaxError):
        return (not_word(_NO_WORD),)


def _problems(parts: Mapping[str, bytes], kind: LetterKind, filters: frozenset[str]) -> Iterator[TemplateProblem]:
    if DOCUMENT not in parts or parse(parts[DOCUMENT]).tag != f"{W}document":
        yield not_word(_NO_WORD)
        return
    yield from (not_word(f"Templat itu {danger}, sehingga tidak dipakai.") for danger in dangers(parts))
    used, words, everything = set[str](), set[str](), False
    whole = True
    for story in read_stories(parts):
        problems = list(tag_problems(story))
        found = _names(story, kind, filters, problems)
        yield from problems
        whole = whole and not problems
        if found is None:
            continue
        used |= found.used
        words |= set(found.words)
        everything |= found.all_words
        yield from (_unknown(story, fault) for fault in sorted(found.faults, key=lambda fault: fault.line))
        yield from _unknown_blocks(story, found)
    if whole:
        yield from _left_out(kind, used, frozenset() if everything else needed_blocks(kind) - words)


def _names(story: Story, kind: LetterKind, filters: frozenset[str], problems: list[TemplateProblem]) -> Findings | None:
    """Names in the story; None where it cannot be read, for which `problems` then has a reason."""
    try:
        tree = SandboxedEnvironment().parse(story.source)
    except (TemplateSyntaxError, RecursionError) as error:
        if not problems:
            problems.append(_syntax(story, getattr(error, "lineno", 0)))
        return None
    return find_names(tree, shapes_of(kind), filters)


def _syntax(story: Story, number: int) -> TemplateProblem:
    """`number` 0: the place is not known."""
    text = story.lines[number - 1].text if 0 < number <= len(story.lines) else ""
    sentence = f"Isian pada {where(number, story.place)} tidak dapat dibaca: “{shortened(text)}”."
    return TemplateProblem(what=ProblemKind.SYNTAX, paragraph=number, text=text, sentence=sentence, place=story.place)


def _unknown(story: Story, fault: Fault) -> TemplateProblem:
    text = story.lines[fault.line - 1].text
    place = where(fault.line, story.place)
    sentence = f"Isian “{fault.name}” pada {place} {fault.why}.{suggestion(fault.name, list(fault.known))}"
    return TemplateProblem(
        what=ProblemKind.UNKNOWN,
        name=fault.name,
        paragraph=fault.line,
        text=text,
        sentence=sentence,
        place=story.place,
    )


def _unknown_blocks(story: Story, found: Findings) -> Iterator[TemplateProblem]:
    """A kind of paragraph that no letter has: a sample that would never be used."""
    known = sorted(needed_blocks(LetterKind.INSTRUKSI) | needed_blocks(LetterKind.SE_BUPATI))
    for word, line in found.words.items():
        if word not in known:
            yield _unknown(story, Fault(line, word, "tidak dikenal sebagai jenis paragraf", tuple(known)))


def _left_out(kind: LetterKind, used: set[str], blocks: frozenset[str]) -> Iterator[TemplateProblem]:
    meanings = placeholders_of(kind)
    for path in needed(kind):
        name, _, inner = path.partition(".")
        top = name.removesuffix("[]")
        if path not in used and (not inner or top in used):
            yield missing(path.replace("[]", ""), meanings[top])
    if "isi" in used:
        for block in sorted(blocks):
            yield missing(f"isi.jenis == {block}", f"contoh paragraf untuk jenis “{block}”")
