"""What helps to read a graph: notes, frames, alignment, find."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QCursor

from playground.document import edits, frames
from playground.document.model import Document
from playground.gui.graph import align
from playground.gui.graph.find import FindPopup
from playground.gui.graph.frame import BAR
from playground.gui.graph.frame_editor import FrameEditor
from playground.gui.graph.note_editor import NoteEditor
from playground.gui.graph.stage import Stage
from playground.i18n import tr

_LEAST_NOTE = QSize(160, 90)  # px of the screen; less is too small to write in


class Desk(Stage):
    """Abstract: a stage with the commands on notes and frames, and on many cards at once."""

    def focus_node(self, id: str) -> None:
        """Select a card and bring it into view."""
        raise NotImplementedError

    def cursor_place(self) -> QPointF:
        """The mouse's place in the scene; the middle of what is seen when it is elsewhere."""
        spot = self.viewport().mapFromGlobal(QCursor.pos())
        inside = self.viewport().rect().contains(spot) and self.underMouse()
        return self.mapToScene(spot) if inside else self.seen().center()

    def has_selection(self) -> bool:
        """Whether anything is selected that can be deleted."""
        selection, canvas = self.context.selection, self.canvas
        chosen = selection.nodes or selection.wires or canvas.selected_notes()
        return bool(chosen or canvas.frames.selected())

    # -- notes -------------------------------------------------------------------------------

    def add_note(self) -> None:
        """Put a note at the cursor and start writing it."""
        pos = self.cursor_place()
        id = self.editor.add_note((pos.x(), pos.y()))
        if id:
            self.edit_note(id)

    def edit_note(self, id: str) -> None:
        """Write a note in place."""
        item = self.canvas.notes[id]
        rect = self.mapFromScene(item.rect().translated(item.pos())).boundingRect()
        place = QRect(rect.topLeft(), rect.size().expandedTo(_LEAST_NOTE))
        editor = NoteEditor(id, item.note.text, place, self)
        editor.finished.connect(self.editor.write_note)

    # -- frames ------------------------------------------------------------------------------

    def frame_selection(self) -> None:
        """Put a frame around the selected blocks and start writing its title."""
        ids, made = self.context.selection.nodes, ""

        def edit(document: Document) -> Document:
            nonlocal made
            document, made = frames.add_frame(document, ids)
            return document

        if self.context.document.push(tr("Frame blocks"), edit):
            self.edit_frame(self.context.level.named_frame(made))

    def frames_meant(self) -> tuple[str, ...]:
        """The selected frames, or else the innermost one that holds all selected blocks."""
        chosen = self.canvas.frames.selected()
        around = frames.frames_around(self.context.document.document, self.context.selection.nodes)
        return chosen or tuple(frame.id for frame in around[:1])

    def rename_frame(self) -> None:
        """Write the title of the frame that is meant."""
        for id in self.frames_meant()[:1]:
            self.edit_frame(id)

    def edit_frame(self, id: str) -> None:
        """Write the title of a frame in place."""
        item = self.canvas.frames.items[id]
        if not self.seen().intersects(item.bar()):
            self.look_at(item.bar().center())
        corner = self.mapFromScene(item.bar().topLeft()) + QPoint(6, 0)
        width = max(160, round(item.bar().width() * self.zoom) - 12)
        place = QRect(corner, QSize(width, max(24, round(BAR * self.zoom))))
        editor = FrameEditor(id, item.group.title, place, self)
        editor.finished.connect(self._write_frame)

    def remove_frame(self) -> None:
        """Delete the frame that is meant; its blocks stay."""
        ids = self.frames_meant()
        if ids:
            self.context.document.push(
                tr("Delete frame"), lambda document: frames.remove_frames(document, ids)
            )

    def recolour_frame(self) -> None:
        """Give the frame that is meant the next colour."""
        ids = self.frames_meant()

        def edit(document: Document) -> Document:
            for id in ids:
                colour = (frames.get_frame(document, id).colour + 1) % frames.NUM_COLOURS
                document = frames.set_frame(document, id, colour=colour)
            return document

        if ids:
            self.context.document.push(tr("Colour a frame"), edit)

    def take_out(self) -> None:
        """Take the selected blocks out of their frames."""
        ids = self.context.selection.nodes
        if ids:
            self.context.document.push(
                tr("Take out of the frame"), lambda document: frames.take_out(document, ids)
            )

    def _write_frame(self, id: str, title: str) -> None:
        if id in self.canvas.frames.items:  # undo may have taken it away meanwhile
            self.context.document.push(
                tr("Rename frame"), lambda document: frames.set_frame(document, id, title=title)
            )

    # -- many cards --------------------------------------------------------------------------

    def align(self, side: align.Side) -> None:
        """Line the selected cards up along one side."""
        cards = self.canvas.cards
        chosen = self.context.selection.nodes
        places = align.align({id: cards[id].scene_card() for id in chosen}, side)
        if places:
            self.context.document.push(
                tr("Align blocks"), lambda document: edits.move_nodes(document, places)
            )

    def open_find(self) -> None:
        """Find a block of this graph and go there."""
        popup = FindPopup(self.context, self)
        popup.chosen.connect(self.focus_node)
        popup.open_over(self)
