"""Cakupan: opens the window, or runs one command from the terminal."""

import io
import logging
import logging.handlers
import multiprocessing
import sys
from pathlib import Path

from platformdirs import user_config_path, user_documents_path, user_log_path

from desktop_app.cli.commands import parse, run
from desktop_app.domain.paper import PaperDocument
from desktop_app.operations.draw_charts import Chart
from desktop_app.operations.settings import load_settings

NAME = "Cakupan"
SETTINGS = user_config_path(NAME, appauthor=False) / "pengaturan.json"


def draw(values: Chart, path: Path) -> None:
    """Draw chart values into a file; Qt is loaded only here, when a picture is asked for."""
    from desktop_app.pictures.drawing import draw as draw_picture

    draw_picture(values, path)


def print_pages(document: PaperDocument, path: Path, note: str) -> None:
    """Write a letter's pages as a PDF, where neither Word nor LibreOffice can; Qt is loaded only here."""
    from desktop_app.pictures.pages import write_pdf

    write_pdf(document, path, note)


def main(words: list[str]) -> int:
    _speak_utf8()
    arguments = parse(words)
    _keep_log(user_log_path(NAME, appauthor=False))
    last = load_settings(SETTINGS).workspace
    folder = arguments.workspace or (Path(last) if last else None)
    if arguments.command is not None:
        return run(arguments, folder or _usual_folder(), draw, print_pages)
    from desktop_app.ui.application import run_window

    return run_window(folder=folder, documents=user_documents_path(), demo=arguments.demo, settings_path=SETTINGS)


def _speak_utf8() -> None:
    """Minus signs and bullets have no place in the code pages that Windows gives to pipes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _usual_folder() -> Path:
    return user_documents_path() / NAME


def _keep_log(folder: Path) -> None:
    """Log into a file of at most 1 MB with two older ones; without a place to write, go on without."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "cakupan.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
