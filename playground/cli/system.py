"""What the machine lacks, in words that say how to mend it. Imports nothing heavy."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playground.errors import PlaygroundError
from playground.i18n import tr

# What Qt's own wheels take from the system, which a bare Debian or Ubuntu does not have.
QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)


def apt_command() -> str:
    """The command that installs what Qt needs on Debian and Ubuntu."""
    return f"sudo apt-get install {' '.join(QT_PACKAGES)}"


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can appear: macOS and Windows always, Linux with X11 or Wayland."""
    if platform in {"darwin", "win32", "cygwin"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def needs_display(environ: Mapping[str, str], platform: str) -> PlaygroundError | None:
    """Why no window can open: no display, and nobody told Qt to do without. None: it can."""
    if has_display(environ, platform) or environ.get("QT_QPA_PLATFORM"):
        return None
    return no_display()


def no_display() -> PlaygroundError:
    """What to do without a window."""
    return PlaygroundError(
        tr("There is no display for a window here."),
        hint=tr(
            "`playground train FILE` trains in the terminal; `playground snapshot` makes a picture."
        ),
    )


def qt_fault(error: ImportError) -> PlaygroundError | None:
    """What to do when Qt lacks a system library; None for any other import error."""
    missing = re.search(r"(lib[\w+.-]+\.so[.\d]*): cannot open shared object", str(error))
    if missing is None:
        return None
    return PlaygroundError(
        tr("The window needs the system library {library}, which is missing.", library=missing[1]),
        hint=tr("On Debian and Ubuntu: {command}", command=apt_command()),
    )
