"""Sets up and runs Cakupan for its developers; needs nothing but Python 3.11 or newer.

python3 build/dev.py run     set up, then open the demo (without a display: do its whole job headless)
python3 build/dev.py test    set up, then linter, type checker and tests
python3 build/dev.py setup   only set up
"""

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
STAMP = VENV / "installed"
OLDEST = (3, 11)

# Shared libraries that Qt loads, and the Debian/Ubuntu package of each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def main() -> int:
    if sys.version_info < OLDEST:
        print(f"Cakupan needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
        return 1
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["run", "test", "setup"])
    job = parser.parse_args().job
    if not set_up():
        return 1
    if job == "setup":
        return 0
    return run() if job == "run" else test()


def set_up() -> bool:
    """The virtual environment and Qt's system libraries, made where missing; False when the user must act."""
    if not install_system_libraries():
        return False
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted and python().is_file():
        return True
    print("Setting up .venv …", flush=True)
    if VENV.exists() and not STAMP.is_file():
        shutil.rmtree(VENV)
    venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
    install = [str(python()), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "-r", str(REQUIREMENTS)]
    if subprocess.run(install, cwd=ROOT).returncode:
        print("Installing the requirements failed; see the lines above.")
        return False
    STAMP.write_text(wanted)
    return True


def python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_system_libraries() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    packages = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if not has_ensurepip():
        packages.append(f"python3.{sys.version_info.minor}-venv")
    if not packages:
        return True
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not as_root or may_sudo()):
        print(f"Installing system libraries for Qt: {' '.join(packages)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        # One mirror out of order fails the update; whether the packages came says the installation alone.
        subprocess.run([*as_root, "apt-get", "update", "--quiet"], env=environment, stdout=subprocess.DEVNULL)
        if subprocess.run([*as_root, *command], env=environment, stdout=subprocess.DEVNULL).returncode == 0:
            return True
    print(f"Qt needs some system libraries. On Debian or Ubuntu:\n    sudo {' '.join(command)}\nThen run this again.")
    return False


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_ensurepip() -> bool:
    try:
        import ensurepip  # noqa: F401  (Debian ships Python without it)
    except ImportError:
        return False
    return True


def may_sudo() -> bool:
    return bool(shutil.which("sudo")) and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0


def run() -> int:
    if has_display():
        return call("main.py", "--demo")
    print("No display: doing the same job without a window.", flush=True)
    return call("main.py", "demo", "--out", "demo-output")


def has_display() -> bool:
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def test() -> int:
    """Linter, type checker, tests; the first that fails ends it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    checks = (
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-m", "pytest", "-q"),
    )
    for check in checks:
        print(f"== {' '.join(check[1:])}", flush=True)
        if failed := call(*check):
            return failed
    return 0


def call(*words: str) -> int:
    return subprocess.run([str(python()), *words], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
