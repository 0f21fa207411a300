"""Makes the shipped Word templates of letters anew: `python -m build.make_templates`.

The office may edit them in Word: styles carry Indonesian names, every `{{ … }}` is a placeholder of
`documents/letters/content.py`, and the small grey lines are loops and conditions.
"""

from io import BytesIO
from pathlib import Path

from build.letter_templates.kinds import KINDS
from desktop_app.documents.letters.package import read_package, write_package

__all__ = ["FOLDER", "template"]

FOLDER = Path(__file__).parents[1] / "resources" / "templates"


def template(kind: str) -> bytes:
    """The template of a kind of letter; the same bytes every time."""
    made = BytesIO()
    KINDS[kind]().save(made)
    return write_package(read_package(made.getvalue()))


def main() -> None:
    for kind in KINDS:
        (FOLDER / f"{kind}.docx").write_bytes(template(kind))
        print(f"{kind}.docx dibuat.")


if __name__ == "__main__":
    main()
