"""Any exception anywhere becomes one notice and a log file, and the window lives on."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from playground.errors import PlaygroundError
from playground.gui.context import Notices
from playground.i18n import tr

QUIET_S = 60.0  # the same fault is told again after so many seconds, however often it happens
LOG_BYTES, LOG_FILES = 1_000_000, 3

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Catches what nobody else caught, on any thread, and tells it once."""

    _happened = Signal(str, str)  # text, kind: crosses from any thread to the window's

    def __init__(self, notices: Notices, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = folder / "playground.log"
        self._told: dict[tuple[str, str], float] = {}
        self._lock = threading.Lock()
        self._restore: list[Callable[[], Any]] = []
        self._crash_file: TextIO | None = None
        self._happened.connect(notices.post)

    def install(self) -> None:
        """Set all hooks; `uninstall` puts the old ones back."""
        handler = RotatingFileHandler(
            self.log_file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
        )
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )
        logging.getLogger().addHandler(handler)
        self._restore.append(lambda: (logging.getLogger().removeHandler(handler), handler.close()))
        for owner, name, hook in (
            (sys, "excepthook", self.report),
            (
                sys,
                "unraisablehook",
                lambda e: self.report(e.exc_type, e.exc_value, e.exc_traceback),
            ),
            (
                threading,
                "excepthook",
                lambda e: self.report(e.exc_type, e.exc_value, e.exc_traceback),
            ),
        ):
            old = getattr(owner, name)
            setattr(owner, name, hook)
            self._restore.append(lambda o=owner, n=name, h=old: setattr(o, n, h))
        old_handler = qInstallMessageHandler(_log_qt)
        self._restore.append(lambda: qInstallMessageHandler(old_handler))
        self._install_faulthandler()

    def uninstall(self) -> None:
        """Put everything back as it was."""
        for restore in reversed(self._restore):
            restore()
        self._restore.clear()

    def report(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Log an exception and tell it, unless the same one was told a moment ago."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        logging.getLogger("playground").critical("uncaught", exc_info=(kind, error, trace))
        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        with self._lock:
            now, key = time.monotonic(), (kind.__name__, place)
            if now - self._told.get(key, -QUIET_S) < QUIET_S:
                return
            self._told[key] = now
        if isinstance(error, PlaygroundError):
            self._happened.emit(str(error), "warning")
            return
        self._happened.emit(
            tr(
                "Something went wrong inside the program: {error}. Your work is safe; "
                "go on, or save and restart. Details are in {file}.",
                error=f"{kind.__name__}: {error}"[:300],
                file=self.log_file,
            ),
            "error",
        )

    def _install_faulthandler(self) -> None:
        if faulthandler.is_enabled():
            return  # somebody (pytest, PYTHONFAULTHANDLER) has a better place for it
        self._crash_file = (self.log_file.parent / "native_crash.log").open("a", encoding="utf-8")
        faulthandler.enable(self._crash_file)
        self._restore.append(lambda: (faulthandler.disable(), self._crash_file.close()))


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(
        _LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category
    )
