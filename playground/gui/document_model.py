"""The document as the window sees it: current value, its check, its file, its one undo history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from playground.check.check import check
from playground.check.data import UNREAD
from playground.check.report import Report
from playground.data.base import Dataset
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui.widgets.background import Background

Edit = Callable[[Document], Document]


class _Change(QUndoCommand):
    """From one document to another; changes with the same merge key become one step."""

    def __init__(
        self, model: DocumentModel, text: str, old: Document, new: Document, merge: str | None
    ) -> None:
        super().__init__(text)
        self.model, self.old, self.new, self.merge = model, old, new, merge
        self.place, self.done = model.place, False

    def id(self) -> int:
        return 1 if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _Change)  # ids are ours alone
        if other.merge != self.merge or self.model.merge_broken:
            return False
        self.new = other.new
        self.setObsolete(self.new == self.old)
        return True

    def undo(self) -> None:
        self.model.stepped.emit(self.place)
        self.model._replace(self.old)

    def redo(self) -> None:
        if self.done:
            self.model.stepped.emit(self.place)
        self.done = True
        self.model._replace(self.new)


class DocumentModel(QObject):
    """Owns the document. Views never write it: they push edits and listen to `changed`."""

    changed = Signal(object, object)  # old, new Document
    report_changed = Signal(object)  # Report
    loaded = Signal()  # another document altogether: fit the view, forget the run
    file_changed = Signal()  # path or modified state
    refused = Signal(object)  # PlaygroundError: an edit that was not done
    stepped = Signal(object)  # `place` of the change that is undone or redone next
    data_read = Signal()  # data that took long to read is there, or why it cannot be used

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.report: Report = check(self.document)
        self.path: Path | None = None
        self.preset: str = ""  # name of the preset it came from, while it has no path
        self.merge_broken = False
        self.loading = False  # what changes is no edit: another document takes the place
        self.place: object = None  # where edits are made now: each change remembers it
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_clean)
        self._reader = Background(self)
        self._reader.answered.connect(self._on_read)

    @property
    def modified(self) -> bool:
        """Whether there is unsaved work."""
        return not self.undo_stack.isClean()

    @property
    def reading(self) -> bool:
        """Whether data is being read that takes long; `data_read` tells its end."""
        return any(problem.kind == UNREAD for problem in self.report.problems)

    def push(self, text: str, edit: Edit, merge: str | None = None) -> bool:
        """Do an edit as one undo step; False (and `refused`) when it was not possible.

        Parameters
        ----------
        text : str
            What the history shows, translated, e.g. "Delete conv1".
        edit : callable
            Pure function Document -> Document.
        merge : str, optional
            Consecutive edits with the same key (a slider drag) become one undo step;
            `end_merge` starts a new one.
        """
        old = self.document
        try:
            new = edit(old)
        except PlaygroundError as error:
            self.refused.emit(error)
            return False
        if new == old:
            return True
        self.undo_stack.push(_Change(self, text, old, new, merge))
        self.merge_broken = False
        return True

    def end_merge(self) -> None:
        """The gesture is over: the next edit is a step of its own."""
        self.merge_broken = True

    def resume_merge(self) -> None:
        """The next edit still belongs to the step before, if that has its merge key."""
        self.merge_broken = False

    def load(self, document: Document, path: Path | None = None, preset: str = "") -> None:
        """Show another document; the history starts anew."""
        self.path, self.preset = path, preset
        self.undo_stack.clear()
        self.loading = True
        self._replace(document)
        self.loading = False
        self.loaded.emit()
        self.file_changed.emit()

    def saved(self, path: Path) -> None:
        """The document now lies in that file."""
        self.path, self.preset = path, ""
        self.undo_stack.setClean()
        self.file_changed.emit()

    def _on_clean(self, _clean: bool) -> None:
        self.file_changed.emit()

    def recheck(self) -> None:
        """Check everything again: a report speaks the language of its time."""
        self._check(None)
        self.report_changed.emit(self.report)

    def _replace(self, document: Document) -> None:
        old, self.document = self.document, document
        self._check(self.report)
        self.changed.emit(old, document)
        self.report_changed.emit(self.report)

    def _check(self, previous: Report | None) -> None:
        """Check without waiting for files; those that take long are read in the background."""
        self.report = check(self.document, previous, wait=False)
        if self.reading:
            dataset = self.report.dataset
            self._reader.ask(lambda: (dataset, _read(dataset)))

    def _on_read(self, answer: tuple[Dataset, bool]) -> None:
        """Check again; a late answer about data that the document has left does no harm."""
        dataset, done = answer
        if dataset != self.report.dataset:
            return
        if done:
            self.recheck()
        else:  # the file changes all the time, or its code failed: then waiting shows how
            self.report = check(self.document)
            self.report_changed.emit(self.report)
        self.data_read.emit()


def _read(dataset: Dataset) -> bool:
    """Let a dataset read and remember its file; False when it does not remember it."""
    try:
        dataset.fields()
    except PlaygroundError:
        pass  # remembered as well: the check tells it
    except Exception:  # noqa: BLE001 - a stranger's code may raise anything
        return False
    return dataset.is_ready()
