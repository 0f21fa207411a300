"""Writes all messy sheets into a folder, checks them and prints what differs: `python -m build.messy_report FOLDER`.

`--only WORD` keeps the cases whose trap or name holds the word; `--all` prints every difference, not the first eight; `--more N`
adds N mixed lists to those of the tests.
"""

import argparse
import json
import multiprocessing
import resource
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.operations.workspace import open_workspace
from tests.messy import cases_mixed_counts
from tests.messy.cases import all_cases
from tests.messy.cases_mixed import COUNT, mixed
from tests.messy.compare import differences
from tests.messy.run import check
from tests.messy.truth import Case

FEW = 8
SECONDS = 25
MEMORY = 3 << 30
_FORK = multiprocessing.get_context("fork")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--only", default="")
    asked.add_argument("--all", action="store_true")
    asked.add_argument("--more", type=int, default=0)
    arguments = asked.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    more = arguments.more
    everything = [*all_cases(), *mixed(COUNT, more)]
    for drawn in (cases_mixed_counts.recaps, cases_mixed_counts.employers, cases_mixed_counts.workbooks):
        everything += drawn(cases_mixed_counts.COUNT, more)
    cases = [case for case in everything if arguments.only in f"{case.trap}/{case.name}"]
    right = 0
    with TemporaryDirectory() as place:
        workspace = Path(place) / "ruang"
        open_workspace(workspace).close()
        check(arguments.folder, workspace, ())  # loads what every child needs
        for trap in dict.fromkeys(case.trap for case in cases):
            members = [case for case in cases if case.trap == trap]
            found = {case.name: _differences(case, arguments.folder, workspace) for case in members}
            _print(trap, found, None if arguments.all else FEW)
            right += sum(not lines for lines in found.values())
    print(f"\n{right} dari {len(cases)} kasus cocok")


def _differences(case: Case, folder: Path, workspace: Path) -> list[str]:
    """What differs, found by a child of this process: a file that kills the reader kills only the child."""
    ours, theirs = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_tell, args=(theirs, case, folder, workspace))
    child.start()
    theirs.close()
    try:
        found: list[str] = ours.recv() if ours.poll(SECONDS) else [f"lambat: lebih dari {SECONDS} s"]
    except EOFError:
        child.join()
        found = [f"mati: kode {child.exitcode}"]
    child.kill()
    child.join()
    return found


def _tell(answer: Connection, case: Case, folder: Path, workspace: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answer.send(_compared(case, folder, workspace))


def _compared(case: Case, folder: Path, workspace: Path) -> list[str]:
    place = folder / case.trap / case.name
    place.mkdir(parents=True, exist_ok=True)
    case.write(place / case.file)
    try:
        answer, code = check(place / case.file, workspace, case.options)
    except (Exception, SystemExit) as error:
        return [f"gagal: {type(error).__name__}: {error}"]
    (place / "jawaban.json").write_text(json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8")
    return differences(case.truth, answer, code)


def _print(trap: str, found: dict[str, list[str]], few: int | None) -> None:
    print(f"{trap:<20} {sum(not lines for lines in found.values()):>3} dari {len(found):>3}", flush=True)
    for name, lines in found.items():
        if lines:
            print(f"    {name}")
            for line in lines[:few]:
                print(f"        {line}")


if __name__ == "__main__":
    main()
