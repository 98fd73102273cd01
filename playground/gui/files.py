"""Documents from and to files. Nothing is lost: a failing save keeps everything and says why."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from playground import registry
from playground.document.format import read, write
from playground.document.library import load
from playground.document.model import Document
from playground.document.whole_file import replace_file
from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.gui.preset_words import shown
from playground.gui.recovery import Autosave, Lost
from playground.gui.settings import Preferences, log_dir
from playground.gui.widgets.wait import waiting
from playground.i18n import reason_of, tr
from playground.resources import preset_paths

SUFFIX = ".json"
MANY_BLOCKS = 2000  # from here on the window stands still for a moment to make their cards


class Files(QObject):
    """Everything of the File menu. Questions go through `ask` and the two path dialogs."""

    opened = Signal()

    def __init__(
        self,
        context: Context,
        preferences: Preferences,
        autosave: Autosave,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.context, self.preferences, self.autosave = context, preferences, autosave
        self.window = window
        self._told: set[str] = set()  # plug-ins that the user knows to be broken
        self.ask: Callable[[], str] = self._ask  # "save", "discard" or "cancel"
        autosave.troubled.connect(lambda text: context.notices.post(text, "warning"))

    @property
    def model(self) -> object:
        """The document model."""
        return self.context.document

    def new(self) -> bool:
        """An empty canvas, once unsaved work is safe."""
        return self._leave() and self._show(Document())

    def open(self, path: Path) -> bool:
        """Open a file, once unsaved work is safe; False when it was not opened."""
        if not self._leave():
            return False
        try:
            document = read(path)
        except PlaygroundError as error:
            self._tell(error)
            return False
        self.preferences.add_recent(path)
        return self._show(document, path=path.absolute())

    def open_preset(self, name: str) -> bool:
        """Open a preset; saving it asks for a file of its own."""
        return self._leave() and self.open_named(name)

    def open_named(self, name: str) -> bool:
        """Open what the command line names: a preset or a path. Never asks."""
        try:
            document = load(name)
        except PlaygroundError as error:
            self._tell(error)
            return False
        path = Path(name)
        if path.is_file():
            self.preferences.add_recent(path)
            return self._show(document, path=path.absolute())
        return self._show(document, preset=name)

    def ask_open(self) -> bool:
        """Let the user choose a file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, tr("Open"), self._folder(), tr("Networks (*.json)")
        )
        return bool(chosen) and self.open(Path(chosen))

    def save(self) -> bool:
        """Save to the document's file; asks for one when it has none."""
        path = self.context.document.path
        return self.ask_save_as() if path is None else self.save_to(path)

    def ask_save_as(self) -> bool:
        """Let the user choose where to save."""
        model = self.context.document
        name = model.path.name if model.path else (model.preset or _file_name(model.document.title))
        start = str(Path(self._folder()) / Path(name).with_suffix(SUFFIX))
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, tr("Save as"), start, tr("Networks (*.json)")
        )
        if not chosen:
            return False
        path = Path(chosen)
        return self.save_to(path if path.suffix else path.with_suffix(SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Write the document; False (and a notice that says why) when that failed."""
        try:
            write(self.context.document.document, path)
        except PlaygroundError as error:
            self._tell(error)
            return False
        self.context.document.saved(path.absolute())
        self.preferences.add_recent(path)
        self.autosave.save()
        self.context.notices.post(tr("Saved {name}.", name=path.name))
        self.keep_runs()
        return True

    def finish(self) -> None:
        """The window closes: keep what has to be kept."""
        self.keep_runs()
        self.autosave.close()

    def keep_runs(self) -> None:
        """Save the runs beside the document, if the user wants them kept with it."""
        path = self.context.document.path
        if path is None or not self.context.runs.kept:
            return
        try:
            self.context.runs.save_beside(path)
        except PlaygroundError as error:
            self._tell(error)

    def ask_export(self) -> bool:
        """Let the user choose a file for the PyTorch program of this network."""
        name = _file_name(self.context.document.document.title).removesuffix(SUFFIX)
        start = str(Path(self._folder()) / f"{name}.py")
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, tr("Export as PyTorch code"), start, tr("Python (*.py)")
        )
        return bool(chosen) and self.export(Path(chosen))

    def export(self, path: Path) -> bool:
        """Write the PyTorch program of this network."""
        from playground.build.code import export_code

        try:
            replace_file(path, export_code(self.context.document.document).encode())
        except PlaygroundError as error:
            self._tell(error)
            return False
        except OSError as error:
            reason = reason_of(error)
            self.context.notices.post(
                tr("{name} could not be written: {reason}.", name=path.name, reason=reason), "error"
            )
            return False
        self.context.notices.post(tr("Wrote {name}.", name=path.name))
        return True

    def may_close(self) -> bool:
        """Ask about unsaved work; True when the window may go."""
        return self._leave()

    def find_lost(self) -> list[Lost]:
        """Unsaved work of a session that did not end well."""
        return self.autosave.find_lost()

    def recover(self, lost: Lost) -> None:
        """Bring unsaved work back as a change of its file; undo shows the file as it was."""
        base = Document()
        try:
            if lost.path is not None and lost.path.is_file():
                base = read(lost.path)
            elif lost.preset in preset_paths():
                base = load(lost.preset)
        except PlaygroundError:
            logging.getLogger(__name__).info("%s cannot be read any more", lost.path)
        self._show(base, path=lost.path, preset=lost.preset)
        self.context.document.push(tr("Recover unsaved work"), lambda _document: lost.document)
        self.autosave.save()
        self.autosave.discard(lost)

    def offer_words(self, lost: Lost) -> str:
        """The question whether to bring unsaved work back."""
        name = lost.path.name if lost.path else shown(lost.document.title) or tr("Untitled")
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(lost.seconds))
        return tr(
            "The program ended before “{name}” was saved. Unsaved work of {when} was found.",
            name=name,
            when=when,
        )

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self.preferences.forget_recent()

    def open_logs(self) -> None:
        """Show the folder of log files in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_dir())))

    def tell_plug_ins(self) -> None:
        """Say once of every plug-in that it could not be loaded."""
        for notice in registry.notices():
            if notice not in self._told:
                self._told.add(notice)
                self.context.notices.post(notice, "warning")

    def about(self) -> None:
        """Say what this is."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("neural-playground")
        except PackageNotFoundError:  # run from a checkout that is not installed
            number = ""
        text = tr("Draw a network, press Play, and watch everything that happens inside it.")
        QMessageBox.about(self.window, "Neural Playground", f"Neural Playground {number}\n\n{text}")

    def _show(self, document: Document, path: Path | None = None, preset: str = "") -> bool:
        self.context.selection.set()
        num_blocks = len(document.nodes)
        if num_blocks < MANY_BLOCKS:
            self.context.document.load(document, path, preset)
        else:
            words = tr("Opening {n} blocks…", n=f"{num_blocks:,}")
            with waiting(lambda: self.context.notices.post(words)):
                self.context.document.load(document, path, preset)
            self.context.notices.post(tr("Opened {n} blocks.", n=f"{num_blocks:,}"))
        self.opened.emit()
        self.tell_plug_ins()
        return True

    def _leave(self) -> bool:
        if not self.context.document.modified:
            return True
        answer = self.ask()
        return self.save() if answer == "save" else answer == "discard"

    def _ask(self) -> str:
        buttons = QMessageBox.StandardButton
        model = self.context.document
        name = model.path.name if model.path else shown(model.document.title) or tr("Untitled")
        answer = QMessageBox.question(
            self.window,
            tr("Unsaved work"),
            tr("Save the changes to “{name}”?", name=name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return {buttons.Save: "save", buttons.Discard: "discard"}.get(answer, "cancel")

    def _tell(self, error: PlaygroundError) -> None:
        self.context.notices.post(str(error), "error")

    def _folder(self) -> str:
        path = self.context.document.path
        recent = self.preferences.recent
        return str(path.parent if path else recent[0].parent if recent else Path.home())


def _file_name(title: str) -> str:
    """A file name made from a title: "Two moons" -> "two-moons.json"."""
    words = "".join(c if c.isalnum() else " " for c in title.casefold()).split()
    return f"{'-'.join(words)[:60] or 'network'}{SUFFIX}"
