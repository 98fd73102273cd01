"""Sets the program up and starts it. Needs Python 3.11 or newer, and nothing else.

    python run.py                 make .venv, install, open the window on the preset digits-cnn
    python run.py --cpu           the same with PyTorch's smaller build without CUDA (Linux)
    python run.py FILE            open another preset or file
    python run.py test            install what the tests need and run them
    python run.py test --slow     also the proofs that take minutes; other words go to pytest

Everything goes into the folder .venv beside this file; to start over, delete it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] < (3, 14):
    sys.exit(
        "Neural Playground needs Python 3.11, 3.12 or 3.13; this is Python "
        + sys.version.split()[0]
        + ". Get one at https://www.python.org/downloads/ and run it with this file."
    )

import tomllib

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
PRESET = "digits-cnn"
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
QT_MODULES = "PySide6.QtWidgets, PySide6.QtSvg, pyqtgraph"


def main(words: Sequence[str]) -> int:
    """Do what the command line asks for; returns the exit status."""
    words = list(words)
    if "-h" in words or "--help" in words:
        print(__doc__)
        return 0
    cpu = "--cpu" in words
    words = [word for word in words if word != "--cpu"]
    testing = words[:1] == ["test"]
    try:
        python = install(cpu=cpu, testing=testing)
    except subprocess.CalledProcessError as error:
        print(f"Setting up failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    if testing:
        return test(python, words[1:])
    return play(python, words or [PRESET])


# -- setting up -----------------------------------------------------------------------------------


def install(*, cpu: bool, testing: bool) -> Path:
    """Make .venv where it is missing, install what changed; returns its interpreter."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not works(python):
        print(f"Making {VENV} ...", flush=True)
        call([sys.executable, "-m", "venv", "--clear", VENV])
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() else []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"program": digest(project["project"], project["build-system"])}
    if testing:
        wanted["tests"] = digest(project["dependency-groups"])
    missing = [name for name, mark in wanted.items() if f"{name}={mark}" not in done]
    if "program" in missing:
        print("Installing; the first time this takes some minutes ...", flush=True)
        if cpu:  # only torch comes from there; everything else from where pip always looks
            torch = next(d for d in project["project"]["dependencies"] if d.startswith("torch"))
            pip(python, torch, "--extra-index-url", CPU_INDEX)
        pip(python, "--editable", str(ROOT))
    if "tests" in missing:
        pip(python, *group(project, "test"))
    if missing:
        kept = [line for line in done if line.split("=")[0] not in wanted]
        lines = [*kept, *(f"{name}={mark}" for name, mark in wanted.items())]
        STAMP.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return python


def works(python: Path) -> bool:
    """Whether an environment is there and can run: a moved folder or a removed Python breaks it."""
    if not python.is_file():
        return False
    try:
        return subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0
    except OSError:
        return False


def digest(*parts: object) -> str:
    """Changes when one of the parts of pyproject.toml, or the interpreter, changes."""
    text = repr((parts, sys.version_info[:2]))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def group(project: dict[str, object], name: str) -> list[str]:
    """Requirements of a dependency group; pip itself reads these groups only since version 25.1."""
    groups: dict[str, list[object]] = project["dependency-groups"]  # type: ignore[assignment]
    found: list[str] = []
    for entry in groups[name]:
        found += group(project, entry["include-group"]) if isinstance(entry, dict) else [str(entry)]
    return found


def pip(python: Path, *arguments: str) -> None:
    """Install with the environment's own pip; settings such as PIP_FIND_LINKS hold as always."""
    call([python, "-m", "pip", "install", "--disable-pip-version-check", *arguments])


def call(command: Sequence[str | Path]) -> None:
    """Run a command that must succeed."""
    subprocess.run([str(word) for word in command], check=True)


# -- starting -------------------------------------------------------------------------------------


def play(python: Path, words: Sequence[str]) -> int:
    """Open the window; without a display train in the terminal and save a picture instead."""
    if has_display():
        return subprocess.run([python, "-m", "playground", *words]).returncode
    files = [word for word in words if not word.startswith("-")]
    name = files[0] if files else PRESET
    folder = Path("runs") / Path(name).stem
    print(f"There is no display here: training {name} in the terminal instead.", flush=True)
    trained = subprocess.run([python, "-m", "playground", "train", name, "--save", folder])
    if trained.returncode:
        return trained.returncode
    return take_picture(python, name, folder / "window.png")


def take_picture(python: Path, name: str, picture: Path) -> int:
    """A picture of the window, drawn without a screen; its absence is no failure."""
    loaded = subprocess.run([python, "-c", f"import {QT_MODULES}"], capture_output=True, text=True)
    if loaded.returncode:
        reason = (loaded.stderr.strip().splitlines() or ["unknown reason"])[-1]
        print(f"No picture of the window: Qt cannot be loaded ({reason}).")
        if sys.platform == "linux":
            print(f"On Debian and Ubuntu: {apt_command(python)}")
        return 0
    return subprocess.run([python, "-m", "playground", "snapshot", name, picture]).returncode


def apt_command(python: Path) -> str:
    """The command that installs Qt's system libraries, as the program itself knows it."""
    code = "from playground.cli.system import apt_command; print(apt_command())"
    return subprocess.run([python, "-c", code], capture_output=True, text=True).stdout.strip()


def has_display() -> bool:
    """Whether a window can appear; macOS and Windows always have a desktop."""
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


# -- testing --------------------------------------------------------------------------------------


def test(python: Path, words: Sequence[str]) -> int:
    """Run the tests; they need no display."""
    words = list(words)
    if "--slow" in words:
        words = [word for word in words if word != "--slow"]
        words += ["-m", "slow or not slow"]
    if not any(word.startswith(("-n", "--pdb")) for word in words):
        # two processes: more would starve the tests that train; who is done takes over what waits
        words = ["-n", "2", "--dist", "worksteal", *words]
    environ = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [python, "-m", "pytest", *words]
    return subprocess.run(command, cwd=ROOT, env=environ).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
