"""The document as the canvas sees it: one level of it, or with composites opened in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from playground.check.report import Report
from playground.document.change import is_within
from playground.document.composites.paths import walk
from playground.document.composites.unfold import frame_box
from playground.document.model import Composite, Document
from playground.errors import EditError
from playground.gui.document_model import DocumentModel, Edit
from playground.gui.level import Place


class LevelModel(QObject):
    """Has the surface of `DocumentModel`, so that the canvas need not know where it is.

    Where the user is, is neither saved nor undone. Undo goes to where the change was made when it
    could not be seen otherwise.
    """

    changed = Signal(object, object)  # old, new view
    report_changed = Signal(object)  # Report of what is seen
    loaded = Signal()
    file_changed = Signal()
    refused = Signal(object)
    data_read = Signal()
    entered = Signal()  # another level is shown: fit the view

    def __init__(self, base: DocumentModel) -> None:
        super().__init__()
        self.base = base
        self.place = base.place = Place()
        self.document: Document = base.document
        self.report: Report = base.report
        self._added: tuple[str, ...] = ()  # blocks that came with the last edit that added any
        self._framed: tuple[str, ...] = ()  # and frames
        self._stepped: Place | None = None  # where the change was made that is being undone
        base.changed.connect(self._on_changed)
        base.report_changed.connect(self._on_report)
        base.stepped.connect(self._on_stepped)
        base.loaded.connect(self._on_loaded)
        for name in ("file_changed", "refused", "data_read"):
            getattr(base, name).connect(getattr(self, name))

    def __getattr__(self, name: str) -> Any:
        """What is the same at every level: the history, the file, what is being read."""
        return getattr(self.base, name)

    @property
    def inside(self) -> str:
        """Path of the instance whose inside is shown, "" for the whole network."""
        return self.place.inside

    @property
    def definition(self) -> Composite | None:
        """The definition of the composite whose inside is shown; None at the top."""
        return walk(self.base.document, self.inside)[-1].definition if self.inside else None

    def push(self, text: str, edit: Edit, merge: str | None = None) -> bool:
        """Do an edit of what is seen as one undo step of the document; see `DocumentModel`."""
        place, before = self.place, self.document
        done = self.base.push(text, lambda document: place.edit(document, edit), merge)
        added = tuple(id for id in self.document.by_id if id not in before.by_id)
        framed = tuple({g.id for g in self.document.groups} - {g.id for g in before.groups})
        self._added, self._framed = added or self._added, framed or self._framed
        return done

    def named(self, id: str) -> str:
        """What a block that the last edit added is called now, in the inside where it came to lie.

        It goes to where its wires lead; without wires to where it lies.
        """
        if id in self.document.by_id or not self._added:
            return id
        same = [new for new in self._added if new.rpartition(".")[2] == id.rpartition(".")[2]]
        return (same or self._added)[0]

    def named_frame(self, id: str) -> str:
        """What a frame that the last edit added is called now."""
        known = {group.id for group in self.document.groups}
        return id if id in known or not self._framed else self._framed[0]

    def enter(self, path: str) -> None:
        """Show the inside of an instance, "" the whole network; what is opened there stays so."""
        inside = walk(self.base.document, path)[-1].inside if path else ""
        start = f"{inside}." if inside else ""
        self._go(Place(inside, tuple(p for p in self.place.opened if p.startswith(start))))

    def leave(self) -> str:
        """Go one level up; the path of the instance that was left, "" at the top."""
        if not self.inside:
            return ""
        steps = walk(self.base.document, self.inside)
        self._go(replace(self.place, inside=steps[-2].inside if len(steps) > 1 else ""))
        return steps[-1].path

    def open(self, path: str) -> None:
        """Show the inside of an instance in place; its path may say which copy."""
        self._go(self.place.with_opened(walk(self.base.document, path)[-1].inside))

    def close(self, path: str) -> None:
        """Show an instance that was opened in place as a card again."""
        self._go(self.place.without(path))

    def is_open(self, path: str) -> bool:
        """Whether an instance is opened in place."""
        return self.place.without(path) != self.place

    def home_at(self, at: tuple[float, float]) -> str:
        """Path of the inside that a place of the canvas belongs to, "" for the network itself."""
        around = [path for path in self.place.opened if self._holds(path, at)]
        return max(around, key=len, default=self.inside)

    def home_of(self, ids: Iterable[str]) -> str:
        """Path of the innermost inside that is shown and holds all of these blocks."""
        homes = {id.rpartition(".")[0] for id in ids}
        shown = (*self.place.opened, self.inside)
        common = [p for p in shown if all(not p or is_within(home, p) for home in homes)]
        return max(common, key=len, default=self.inside)

    def _holds(self, path: str, at: tuple[float, float]) -> bool:
        box = frame_box(self.document, path)
        return box is not None and box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]

    def show(self, path: str) -> str:
        """Go to the level of a block, unless it is seen already; its id there, "" for none."""
        if path in self.document.by_id:
            return path
        try:
            steps = walk(self.base.document, path)
        except EditError:
            return ""
        self.enter(steps[-2].inside if len(steps) > 1 else "")
        return steps[-1].path

    def _go(self, place: Place) -> None:
        if place != self.place:
            level_changes = place.inside != self.place.inside
            self.place = self.base.place = place
            self._look(self.base.document)
            if level_changes:
                self.entered.emit()

    def _look(self, document: Document) -> None:
        old, self.document = self.document, self.place.view(document)
        self.report = self.base.report
        self.changed.emit(old, self.document)
        self.report_changed.emit(self.report)

    def _on_changed(self, old: Document, new: Document) -> None:
        place, self._stepped = self._stepped, None
        before, inside = self.document, self.inside
        self.place = self.place.follow(old, new)
        after = self.place.view(new)
        if place is not None and place != self.place and _same_graph(before, after):
            self.place = place.follow(new, new)
        self.base.place = self.place
        self.document = self.place.view(new)
        self.report = self.base.report
        self.changed.emit(before, self.document)
        if self.inside != inside:
            self.entered.emit()

    def _on_report(self, report: Report) -> None:
        self.report = report
        self.report_changed.emit(self.report)

    def _on_stepped(self, place: Place) -> None:
        self._stepped = place

    def _on_loaded(self) -> None:
        self.place = self.base.place = Place()
        self._look(self.base.document)
        self.loaded.emit()


def _same_graph(old: Document, new: Document) -> bool:
    parts = ("nodes", "wires", "groups", "notes", "data", "train", "view", "title", "about")
    return all(getattr(old, part) == getattr(new, part) for part in parts)
