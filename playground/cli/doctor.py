"""`playground doctor`: whether this machine has what the program needs."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from playground import __version__
from playground.cli.options import JsonOption, LangOption
from playground.cli.report import console, log_file, show_json
from playground.cli.system import apt_command, has_display, no_display, qt_fault
from playground.errors import PlaygroundError, join
from playground.i18n import tr

HELP = tr("Look for what is wrong with this installation.")
Level = Literal["ok", "warning", "fatal"]
PACKAGES = (
    "torch",
    "PySide6-Essentials",
    "pyqtgraph",
    "numpy",
    "pydantic",
    "scikit-learn",
    "typer",
)
FREE_BYTES = 200 * 2**20  # what autosaves and logs may need

# Runs in a process of its own: Qt ends the whole process when it finds no platform.
QT_PROBE = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
print(app.platformName())
print(len(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)))
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    level: Level
    message: str
    hint: str = ""


def doctor(json: JsonOption = False, lang: LangOption = None) -> int:
    """Print the findings; exit status 1 when one of them is fatal."""
    from rich.text import Text

    colours = {"ok": "green", "warning": "yellow", "fatal": "red"}
    words = {"ok": tr("ok"), "warning": tr("warning"), "fatal": tr("fault")}
    out = console()
    worst = 0
    for finding in findings():
        worst |= finding.level == "fatal"
        if json:
            show_json(
                {
                    "name": finding.name,
                    "level": finding.level,
                    "message": finding.message,
                    "hint": finding.hint,
                }
            )
        else:
            line = Text(f"{words[finding.level]:<8}", style=colours[finding.level])
            line.append(join(finding.message, finding.hint), style="default")
            out.print(line, soft_wrap=True)
    return int(worst)


def findings() -> Iterator[Finding]:
    """Look at everything, one after the other. A look that fails is a finding, too."""
    looks: tuple[Callable[[], Iterator[Finding]], ...] = (
        python,
        packages,
        pyside,
        torchvision,
        devices,
        display,
        qt,
        plug_ins,
        folders,
    )
    for look in looks:
        try:
            yield from look()
        except Exception as error:  # noqa: BLE001 - the doctor must not fall ill itself
            yield Finding(
                look.__name__,
                "fatal",
                tr("{name} could not be looked at: {error}", name=look.__name__, error=error),
            )


def python() -> Iterator[Finding]:
    """The interpreter and the system."""
    text = tr(
        "Neural Playground {version}, Python {python}, {system}.",
        version=__version__,
        python=platform.python_version(),
        system=platform.platform(),
    )
    supported = (3, 11) <= sys.version_info < (3, 14)
    hint = "" if supported else tr("Use Python 3.11, 3.12 or 3.13.")
    yield Finding("python", "ok" if supported else "fatal", text, hint)


def packages() -> Iterator[Finding]:
    """The packages without which nothing works."""
    for name in PACKAGES:
        try:
            yield Finding(name, "ok", f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Finding(
                name,
                "fatal",
                tr("The package {name} is missing.", name=name),
                tr("Install the program again: `python run.py` or `pip install .`."),
            )


def pyside(
    found: str | None = None, running: tuple[int, ...] = sys.version_info[:2]
) -> Iterator[Finding]:
    """The release of Qt's Python binding that kills the process under Python 3.11."""
    found = version("PySide6-Essentials") if found is None else found
    if found.startswith("6.12.0") and running == (3, 11):
        yield Finding(
            "pyside-none",
            "fatal",
            tr("PySide6 6.12.0 crashes under Python 3.11 after some thousand calls."),
            tr('Run `pip install "PySide6-Essentials>=6.10,<6.12"`.'),
        )


def torchvision() -> Iterator[Finding]:
    """A package that is usually built for another torch."""
    if importlib.util.find_spec("torchvision") is not None:
        yield Finding(
            "torchvision",
            "warning",
            tr("torchvision is installed; it is not needed and often does not fit torch."),
            tr("Run `pip uninstall torchvision` in this environment."),
        )


def devices() -> Iterator[Finding]:
    """Where networks can be computed."""
    from playground.train.devices import available_devices

    names = ", ".join(name for name in available_devices() if name != "auto")
    yield Finding("devices", "ok", tr("Devices: {names}.", names=names))


def display() -> Iterator[Finding]:
    """Somewhere for the window to appear."""
    if has_display(os.environ, sys.platform):
        yield Finding("display", "ok", tr("There is a display."))
    else:
        missing = no_display()
        yield Finding("display", "warning", missing.message, missing.hint)


def qt() -> Iterator[Finding]:
    """Whether Qt starts, with the display there is and without one, and can write Chinese."""
    tries = ["offscreen"] + ([""] if has_display(os.environ, sys.platform) else [])
    for name in tries:
        place = name or tr("the display")
        done = _start_qt(name)
        if done.returncode == 0:
            used, fonts = done.stdout.split()[-2:]
            yield Finding("qt", "ok", tr("Qt starts on {place} ({used}).", place=place, used=used))
            continue
        last = (done.stderr.strip().splitlines() or [""])[-1]
        fault = qt_fault(ImportError(last)) or PlaygroundError(
            tr("Qt does not start on {place}: {words}", place=place, words=last),
            hint=tr("On Debian and Ubuntu: {command}", command=apt_command()),
        )
        yield Finding("qt", "fatal", fault.message, fault.hint)
        return
    if int(fonts) == 0:
        yield Finding(
            "chinese-font",
            "warning",
            tr("No font has Chinese letters."),
            tr("On Debian and Ubuntu: {command}", command="sudo apt-get install fonts-noto-cjk"),
        )
    else:
        yield Finding("chinese-font", "ok", tr("{n} font families have Chinese letters.", n=fonts))


def _start_qt(name: str) -> subprocess.CompletedProcess[str]:
    environ = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    if name:
        environ["QT_QPA_PLATFORM"] = name
    return subprocess.run(
        [sys.executable, "-c", QT_PROBE],
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def plug_ins() -> Iterator[Finding]:
    """What other packages add to the catalogues."""
    from playground import registry

    for catalogue in (registry.blocks, registry.datasets, registry.experiments):
        catalogue.discover()
        for notice in catalogue.notices:
            hint = tr("The details are in {path}.", path=log_file())
            yield Finding("plug_ins", "warning", notice, hint)


def folders() -> Iterator[Finding]:
    """Where settings, autosaves and the log go."""
    from platformdirs import user_config_path

    places = {
        "settings": user_config_path("neural-playground", appauthor=False),
        "log": log_file().parent,
    }
    for name, folder in places.items():
        there = next(path for path in (folder, *folder.parents) if path.exists())
        if not os.access(there, os.W_OK):
            yield Finding(
                name,
                "fatal",
                tr("The folder {path} cannot be written to.", path=folder),
                tr("Give yourself the right to write there."),
            )
        else:
            yield _space(name, folder, there)


def _space(name: str, folder: Path, there: Path) -> Finding:
    free = shutil.disk_usage(there).free
    text = tr("{path}: {free:,.1f} GB free.", path=folder, free=free / 1e9)
    if free < FREE_BYTES:
        return Finding(name, "warning", text, tr("Free some space, or saving may fail."))
    return Finding(name, "ok", text)
