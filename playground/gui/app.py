"""Starts the window: creates everything and catches what nobody else caught."""

from __future__ import annotations

import json
import os
import signal
import sys
import time

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from playground.gui.context import Context
from playground.gui.crash import CrashReporter
from playground.gui.document_model import DocumentModel
from playground.gui.engine_choice import chosen_engine
from playground.gui.garbage import GarbageCollector
from playground.gui.main_window import MainWindow
from playground.gui.run_model import RunModel
from playground.gui.selection import Selection
from playground.gui.settings import log_dir, open_settings
from playground.gui.theme import Theme
from playground.resources import assets_dir
from playground.surplus import keep_freed_memory

PROBE = "PLAYGROUND_STARTUP_PROBE"  # set to 1 by `playground bench startup`


def main(file: str | None = None, *, lang: str | None = None, theme: str | None = None) -> int:
    """Open the window on a file or preset, or on the start page; returns the exit status.

    `lang` ("en", "zh") and `theme` ("light", "dark", "system") hold for this time only.
    """
    application = make_application()
    context = make_context()
    garbage = GarbageCollector()
    context.run.snapshot.connect(garbage.keep, Qt.ConnectionType.SingleShotConnection)
    crash = CrashReporter(context.notices, log_dir())
    crash.install()
    window = MainWindow(context)
    window.appearance.begin(lang, theme)
    lost = window.files.find_lost()
    if file is not None:
        window.files.open_named(file)
    if not context.document.document.nodes:
        window.start.open(closable=False)
    window.painted.connect(context.run.begin)
    # the views are there a moment after the first paint, and with them their plug-ins
    window.painted.connect(window.files.tell_plug_ins, Qt.ConnectionType.QueuedConnection)
    probe = _Probe(window) if os.environ.get(PROBE) == "1" else None
    window.show()
    for work in lost[:1]:
        window.offer_recovery(work)
    keep_interruptible(application, window)
    status = application.exec()
    del probe  # nothing else keeps it alive
    ended = context.run.close()
    crash.uninstall()
    garbage.stop()
    if not ended:  # torch is still being loaded: Python cannot stop that, and would crash in it
        sys.stdout.flush()
        os._exit(status)
    return status


def make_application() -> QApplication:
    """The one QApplication of the process."""
    keep_freed_memory()  # views draw on new pictures all the time
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("Neural Playground")
    application.setDesktopFileName("neural-playground")
    application.setWindowIcon(QIcon(str(assets_dir() / "icons" / "app.svg")))
    return application


def make_context(settings: QSettings | None = None, engine: str = "") -> Context:
    """The models of a window, with the settings of this user unless others are given.

    `engine` is a key of `ENGINES`; "" takes the one of the settings.
    """
    document = DocumentModel()
    settings = settings or open_settings()
    return Context(
        document=document,
        run=RunModel(document, engine=engine or chosen_engine(settings)),
        selection=Selection(),
        theme=Theme(),
        settings=settings,
    )


def keep_interruptible(application: QApplication, window: MainWindow) -> None:
    """Let Ctrl+C in the terminal close the window: Python sees signals only while it runs."""

    def on_interrupt(_signal: int, _frame: object) -> None:
        window.autosave.save()  # no question can be asked in a terminal: the next start offers it
        # through the event loop: an exit before it has begun would be forgotten
        QTimer.singleShot(0, lambda: application.exit(130))

    signal.signal(signal.SIGINT, on_interrupt)
    beat = QTimer(window)
    beat.timeout.connect(lambda: None)
    beat.start(200)


class _Probe:
    """Prints how long the start took, as JSON lines, then quits: for the start-up benchmark."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        window.painted.connect(self._on_painted)
        window.context.run.snapshot.connect(self._on_snapshot)

    def _on_painted(self) -> None:
        self._print("painted")
        self.window.context.run.play()

    def _on_snapshot(self, snapshot: object) -> None:
        if snapshot.step > 0:
            self._print("first_step")
            QApplication.instance().quit()

    def _print(self, event: str) -> None:
        import psutil

        seconds = time.time() - psutil.Process().create_time()
        print(json.dumps({"event": event, "seconds": round(seconds, 4)}), flush=True)
