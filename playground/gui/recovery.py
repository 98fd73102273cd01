"""Unsaved work survives a crash: written down every few seconds, offered at the next start."""

from __future__ import annotations

import json
import logging
import shutil
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from playground.document.format import read, write
from playground.document.model import Document
from playground.document.whole_file import replace_file
from playground.errors import PlaygroundError
from playground.gui.document_model import DocumentModel
from playground.i18n import reason_of, tr

INTERVAL_MS = 20_000
_DOCUMENT, _ABOUT, _LOCK = "document.json", "about.json", "lock"


@dataclass(frozen=True, slots=True)
class Lost:
    """Unsaved work of a program that did not end well."""

    folder: Path
    document: Document
    path: Path | None  # the file it belongs to
    preset: str
    seconds: float  # when it was written, seconds since the epoch


class Autosave(QObject):
    """Writes unsaved work to a folder of this session, which goes when the session ends well."""

    troubled = Signal(str)  # why it could not be written; once, until it can be again

    def __init__(self, model: DocumentModel, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model, self.root = model, root
        self.folder = root / uuid.uuid4().hex
        self._written: Document | None = None
        self._in_trouble = False
        self._lock: QLockFile | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.save)
        self._timer.start()

    def save(self) -> None:
        """Write the document down if it has unsaved work that is not written yet."""
        model = self.model
        if not model.modified:
            self._forget()
            return
        if model.document is self._written:
            return
        try:
            self._claim()
            write(model.document, self.folder / _DOCUMENT)
            about = {
                "path": str(model.path) if model.path else "",
                "preset": model.preset,
                "seconds": time.time(),
            }
            replace_file(self.folder / _ABOUT, json.dumps(about).encode())
        except (PlaygroundError, OSError) as error:
            # a full disk must not disturb the work: the next attempt comes in some seconds
            logging.getLogger(__name__).warning("could not write unsaved work", exc_info=True)
            if not self._in_trouble:
                self._in_trouble = True
                self.troubled.emit(_why(error))
            return
        self._written, self._in_trouble = model.document, False

    def close(self) -> None:
        """The session ends well: nothing to recover."""
        self._timer.stop()
        self._forget()

    def find_lost(self) -> list[Lost]:
        """Unsaved work that ended sessions left behind, newest first; running ones keep theirs."""
        found = []
        for folder in self.root.glob("*/") if self.root.is_dir() else ():
            if folder == self.folder or not (folder / _DOCUMENT).is_file():
                continue
            lock = QLockFile(str(folder / _LOCK))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0):
                continue  # its program is still running
            lock.unlock()
            lost = _read(folder)
            if lost is not None:
                found.append(lost)
        return sorted(found, key=lambda lost: -lost.seconds)

    def discard(self, lost: Lost) -> None:
        """Throw unsaved work away."""
        shutil.rmtree(lost.folder, ignore_errors=True)

    def _claim(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = QLockFile(str(self.folder / _LOCK))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)

    def _forget(self) -> None:
        self._written = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
            shutil.rmtree(self.folder, ignore_errors=True)


def _why(error: Exception) -> str:
    reason = reason_of(error) if isinstance(error, OSError) else str(error).rstrip(".")
    return tr(
        "Unsaved work cannot be kept for the case of a crash: {reason}. Save it in another place.",
        reason=reason,
    )


def _read(folder: Path) -> Lost | None:
    try:
        document = read(folder / _DOCUMENT)
    except PlaygroundError:
        logging.getLogger(__name__).warning("unreadable unsaved work in %s", folder)
        return None
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        path, preset = str(about["path"]), str(about["preset"])
        seconds = float(about["seconds"])
    except (OSError, ValueError, KeyError, TypeError):
        path, preset, seconds = "", "", (folder / _DOCUMENT).stat().st_mtime
    return Lost(folder, document, Path(path) if path else None, preset, seconds)
