"""What the program remembers between two starts, and the folders it writes to."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import gettempdir, mkdtemp

import platformdirs
from PySide6.QtCore import QSettings

from playground.i18n import LANGUAGES

_APP = "neural-playground"
MAX_RECENT = 10
PAST_MB, MAX_PAST_MB = 256, 1 << 20


def state_dir() -> Path:
    """Folder of unsaved work and logs, made when it is missing.

    Where a home cannot be written to (a guest account, a full quota) a temporary folder stands in:
    the program has to start there, too.
    """
    for folder in (platformdirs.user_state_path(_APP, appauthor=False), Path(gettempdir()) / _APP):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return Path(mkdtemp(prefix=_APP))


def log_dir() -> Path:
    """Folder of the log files, made when it is missing."""
    folder = state_dir() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def open_settings() -> QSettings:
    """The settings of this user, in a text file they can read and delete."""
    folder = platformdirs.user_config_path(_APP, appauthor=False)
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


class Preferences:
    """The settings by name and type. A value nobody could have chosen counts as not set."""

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings

    @property
    def language(self) -> str:
        """Key of `LANGUAGES`, or "" to follow the system."""
        return self._choice("language", (*LANGUAGES, ""), "")

    @language.setter
    def language(self, code: str) -> None:
        self.settings.setValue("language", code)

    @property
    def theme(self) -> str:
        """Either "system", "light" or "dark"."""
        return self._choice("theme", ("system", "light", "dark"), "light")

    @theme.setter
    def theme(self, name: str) -> None:
        self.settings.setValue("theme", name)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move that need not."""
        return self._choice("reduced_motion", ("true", "false"), "false") == "true"

    @reduced_motion.setter
    def reduced_motion(self, on: bool) -> None:
        self.settings.setValue("reduced_motion", "true" if on else "false")

    @property
    def snap(self) -> bool:
        """Whether what is dragged on the canvas snaps to what lies near."""
        return self._choice("snap", ("true", "false"), "true") == "true"

    @snap.setter
    def snap(self, on: bool) -> None:
        self.settings.setValue("snap", "true" if on else "false")

    @property
    def snap_grid(self) -> bool:
        """Whether what is dragged on the canvas keeps to the dots of the ground."""
        return self._choice("snap_grid", ("true", "false"), "false") == "true"

    @snap_grid.setter
    def snap_grid(self, on: bool) -> None:
        self.settings.setValue("snap_grid", "true" if on else "false")

    @property
    def colouring(self) -> str:
        """What the cards of the canvas are coloured by, "" for their families."""
        return self._choice(
            "colouring", ("", "parameters", "flops", "activations", "gradient", "health"), ""
        )

    @colouring.setter
    def colouring(self, key: str) -> None:
        self.settings.setValue("colouring", key)

    @property
    def past_mb(self) -> int:
        """Memory for the earlier steps of a run, in MB; 0 keeps none."""
        text = str(self.settings.value("past_mb", ""))
        return min(int(text), MAX_PAST_MB) if text.isdecimal() and text.isascii() else PAST_MB

    @past_mb.setter
    def past_mb(self, megabytes: int) -> None:
        self.settings.setValue("past_mb", str(megabytes))

    @property
    def recent(self) -> list[Path]:
        """Files opened lately, newest first."""
        saved = self.settings.value("recent", [])
        names = saved if isinstance(saved, list) else [saved]
        return [Path(name) for name in names if isinstance(name, str) and name][:MAX_RECENT]

    def add_recent(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        path = path.absolute()
        names = [str(path), *(str(other) for other in self.recent if other != path)]
        self.settings.setValue("recent", names[:MAX_RECENT])

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self.settings.setValue("recent", [])

    def _choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        value = str(self.settings.value(key, default)).lower()
        return value if value in choices else default
