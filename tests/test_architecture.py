"""The rooms of the house: what each package may import, and which libraries stay behind which door."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ROOT / "desktop_app"

MAY_IMPORT = {
    "domain": set(),
    "resources": set(),
    "ingest": {"domain"},
    "store": {"domain"},
    "analysis": {"domain"},
    "documents": {"domain", "analysis", "resources"},
    "operations": {"domain", "analysis", "ingest", "store", "documents", "resources"},
    "pictures": {"analysis", "domain", "resources"},
    "ui": {"operations", "analysis", "domain", "pictures", "resources"},
    "cli": {"operations", "domain"},
}
FENCED = {
    "PySide6": {"ui", "pictures"},
    "shiboken6": {"ui", "pictures"},
    "pyqtgraph": {"ui", "pictures"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "sqlite3": {"store"},
    "python_calamine": {"ingest"},
    "rapidfuzz": {"ingest"},
    "openpyxl": {"ingest", "documents"},
    "docxtpl": {"documents"},
    "docx": {"documents"},
    "num2words": {"documents"},
    "reportlab": {"documents"},
    "PIL": {"documents"},
    "rustpy_xlsxwriter": {"documents"},
    "msoffcrypto": {"documents", "ingest"},
    "platformdirs": {"main"},
    "psutil": {"operations"},
    "msgspec": {"store", "operations"},
    "olefile": {"ingest"},
    "lxml": {"ingest", "documents"},
    "numpy": {"ingest", "store", "analysis", "documents", "operations", "pictures", "ui"},
}
ONE_MODULE_EACH = {"docxtpl", "num2words", "pyqtgraph"}
"""Libraries without types: a single module touches each."""


def modules() -> dict[str, Path]:
    found = {}
    for path in [ROOT / "main.py", *CODE.rglob("*.py")]:
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "desktop_app" and len(parts) > 1 else parts[0]


def imports(module: str) -> set[str]:
    """Every module imported anywhere in the file: at the top, in functions, under TYPE_CHECKING."""
    path = MODULES[module]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            assert node.module is not None
            found |= {
                whole if (whole := f"{node.module}.{name.name}") in MODULES else node.module for name in node.names
            }
    return found


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_point_inwards(module: str) -> None:
    here = room(module)
    for imported in imports(module):
        if imported.startswith("desktop_app.") and here != "main":
            there = room(imported)
            assert there == here or there in MAY_IMPORT[here], f"{module} must not import {imported}"
        library = imported.split(".")[0]
        if library in FENCED:
            assert here in FENCED[library], f"{module} must not import {library}"
        if here == "domain" and not imported.startswith("desktop_app.domain"):
            assert library in sys.stdlib_module_names, f"{module}: the domain needs nothing but Python"


def test_untyped_libraries_are_touched_in_one_module() -> None:
    for library in ONE_MODULE_EACH:
        users = [m for m in MODULES if any(i.split(".")[0] == library for i in imports(m))]
        assert len(users) <= 1, f"{library} in {users}"


def test_no_import_cycles() -> None:
    edges = {module: imports(module) & MODULES.keys() for module in MODULES}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join((*path, module))
        if module not in done:
            for imported in sorted(edges[module]):
                visit(imported, (*path, module))
            done.add(module)

    for module in sorted(edges):
        visit(module, ())


def test_all_but_the_window_runs_without_qt() -> None:
    names = sorted(m for m in MODULES if room(m) not in ("ui", "pictures") and ".migrations" not in m)
    code = (
        "import sys, importlib\n"
        "for blocked in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[blocked] = None\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, check=True)
