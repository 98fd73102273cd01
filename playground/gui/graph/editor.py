"""What keyboard and menus do to the graph: each command is one undoable edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from playground.document import clipboard, edits
from playground.document.frames import remove_frames
from playground.document.model import Document, Node, Wire
from playground.document.ready import bring
from playground.errors import EditError
from playground.gui.context import Context
from playground.gui.graph import fitting, placing
from playground.gui.graph.habits import Habits
from playground.gui.graph.kinds import key_of, kind_of_key
from playground.gui.graph.spacer import Spacer
from playground.i18n import tr


class Editor:
    """Commands on the selection. Where they need a place, the caller gives it."""

    def __init__(self, context: Context, spacer: Spacer, habits: Habits) -> None:
        self.context, self.spacer, self.habits = context, spacer, habits

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.context.document.document

    def delete(self, notes: tuple[str, ...] = (), frames: tuple[str, ...] = ()) -> None:
        """Delete the selected blocks, wires, notes and frames; what a frame holds stays."""
        ids, wires = self.context.selection.nodes, self.context.selection.wires
        if not (ids or wires or notes or frames):
            return

        def edit(document: Document) -> Document:
            for wire in wires:
                document = edits.disconnect(document, wire)
            document = remove_frames(document, frames) if frames else document
            document = edits.remove_nodes(document, ids) if ids else document
            return placing.remove_notes(document, notes) if notes else document

        other = tr("Delete wire") if wires else tr("Delete frame") if frames else tr("Delete")
        self.context.document.push(_about(ids, other), edit)

    def delete_and_reconnect(self) -> None:
        """Delete the selected blocks and lead what they got on to what they fed."""
        ids = self.context.selection.nodes
        if ids:
            text = _about(ids, "")
            self.context.document.push(text, lambda d: edits.remove_and_reconnect(d, ids))

    def copy(self, notes: tuple[str, ...] = ()) -> bool:
        """Put the selected blocks and notes on the clipboard as JSON text; False without any."""
        text = self._fragment(self.context.selection.nodes, notes)
        if text:
            QApplication.clipboard().setText(text)
        return bool(text)

    def cut(self, notes: tuple[str, ...] = ()) -> None:
        """Copy and delete."""
        if self.copy(notes):
            self.delete(notes)

    def paste(self, at: tuple[float, float]) -> None:
        """Add what is on the clipboard, with its middle at a place of the scene."""
        home = self.context.level.home_at(at)
        self._add(tr("Paste"), QApplication.clipboard().text(), at, home)

    def duplicate(self, notes: tuple[str, ...] = ()) -> None:
        """Add a copy of the selected blocks and notes beside them."""
        ids = self.context.selection.nodes
        text = self._fragment(ids, notes)
        if not text:
            return
        places = [self.document.node(id).at for id in ids]
        places = places or [note.at for note in self.document.notes if note.id in notes]
        xs, ys = zip(*places, strict=True)
        at = ((min(xs) + max(xs)) / 2 + placing.ASIDE, (min(ys) + max(ys)) / 2 + placing.ASIDE)
        self._add(tr("Duplicate"), text, at, self.context.level.home_of(ids))

    def toggle_mute(self) -> None:
        """Let the selected blocks pass their input through, or work again."""
        ids = self.context.selection.nodes
        muted = not all(self.document.node(id).muted for id in ids)
        text = tr("Mute blocks") if muted else tr("Unmute blocks")
        if ids:
            self.context.document.push(text, lambda d: edits.set_muted(d, ids, muted))

    def toggle_freeze(self) -> None:
        """Keep the weights of the selected blocks as they are, or let them learn again."""
        ids = self.context.selection.nodes
        frozen = not all(self.document.node(id).frozen for id in ids)
        text = tr("Freeze blocks") if frozen else tr("Unfreeze blocks")
        if ids:
            self.context.document.push(text, lambda d: edits.set_frozen(d, ids, frozen))

    def nudge(
        self, dx: float, dy: float, nodes: tuple[str, ...], notes: tuple[str, ...] = ()
    ) -> None:
        """Move blocks and notes; held arrow keys are one undo step."""

        def edit(document: Document) -> Document:
            at = {id: document.node(id).at for id in nodes}
            document = edits.move_nodes(
                document, {id: (x + dx, y + dy) for id, (x, y) in at.items()}
            )
            for note in [note for note in document.notes if note.id in notes]:
                place = (note.at[0] + dx, note.at[1] + dy)
                document = placing.set_note(document, note.id, at=place)
            return document

        text = tr("Move blocks") if nodes else tr("Move note")
        self.context.document.push(text, edit, merge=f"nudge {nodes} {notes}")

    def place_freely(self, key: str, pos: QPointF, params: dict[str, Any] | None = None) -> None:
        """Put a block at a place of the scene, or below where no card lies."""
        at = (pos.x(), pos.y())
        node = placing.fresh(self.document, key, params, at, self.context.level.home_at(at))
        self._put(self.spacer.beside, node, lambda d: edits.add_node(d, node))

    def place_after(self, key: str, before: str, params: dict[str, Any] | None = None) -> None:
        """Put a block behind another one."""
        at = placing.just_behind(self.document, before)
        home = self.context.level.home_of((before,))
        node = placing.fresh(self.document, key, params, at, home)
        inputs = kind_of_key(self.document, key).inputs
        put = self.spacer.among if inputs else self.spacer.beside
        self._put(put, node, lambda d: placing.insert_after(d, node, before))

    def place_on_wire(self, key: str, wire: Wire, at: tuple[float, float]) -> None:
        """Put a block into a wire."""
        home = self.context.level.home_of((wire.source, wire.target))
        at = placing.on_line(self.document, wire, at)
        node = placing.fresh(self.document, key, None, at, home)
        self._put(self.spacer.among, node, lambda d: placing.insert_on_wire(d, wire, node))

    def place_wired(self, key: str, at: tuple[float, float], end: tuple[str, str]) -> None:
        """Put a block at a place and wire it to a port ("out:name" or "in:name") of another."""
        other, port = end
        node = placing.fresh(self.document, key, None, at, self.context.level.home_of((other,)))
        cls = kind_of_key(self.document, key)
        side, _, name = port.partition(":")
        if side == "out":
            first = cls.inputs[0].name
            wire = Wire(source=other, source_port=name, target=node.id, target_port=first)
        else:
            first = cls.outputs[0].name
            wire = Wire(source=node.id, source_port=first, target=other, target_port=name)
        self._put(
            self.spacer.beside, node, lambda d: placing.connect(edits.add_node(d, node), wire)
        )

    def connect(self, wire: Wire, instead_of: Wire | None = None) -> None:
        """Draw a wire; at an input that takes one only, it replaces the one that was there."""

        def edit(document: Document) -> Document:
            if instead_of is not None:
                document = edits.disconnect(document, instead_of)
            return placing.connect(document, wire)

        text = tr("Connect {source} to {target}", source=wire.source, target=wire.target)
        if self.context.document.push(text, edit):
            self.habits.learn(self.document, (wire,))

    def put_on_wire(self, id: str, wire: Wire, at: tuple[float, float]) -> bool:
        """Put a block that is there into a wire; wires it has elsewhere go, gaps are closed."""
        at = placing.on_line(self.document, wire, at)

        def edit(document: Document) -> Document:
            document = edits.move_nodes(placing.lift_out(document, (id,)), {id: at})
            return placing.insert_on_wire(document, wire, document.node(id))

        return self.spacer.among(tr("Insert {id}", id=id), edit, id)

    def lift_out(self) -> None:
        """Take the selected blocks out of their chain; what they got goes on to what they fed."""
        ids = self.context.selection.nodes
        if ids:
            self.context.document.push(
                tr("Take out of the chain"), lambda d: placing.lift_out(d, ids)
            )

    def add_note(self, at: tuple[float, float]) -> str:
        """Put an empty note at a place of the scene; its id, "" when it was refused."""
        before = {note.id for note in self.document.notes}
        self.context.document.push(tr("Add a note"), lambda d: placing.add_note(d, at, ""))
        return next((note.id for note in self.document.notes if note.id not in before), "")

    def write_note(self, id: str, text: str) -> None:
        """Set the text of a note."""
        self.context.document.push(tr("Write a note"), lambda d: placing.set_note(d, id, text=text))

    def takes(self, key: str, wire: Wire) -> bool:
        """Whether a block can be put into a wire."""
        shape = self.context.document.report.shape(wire.source)
        fits = fitting.blocks_after(self.document, shape)
        return placing.can_sit_on_wire(self.document, key) and key in fits

    def _put(self, put: Callable[[str, Any, str], bool], node: Node, edit: Any) -> None:
        document = bring(self.document, node)  # a composite that comes with the program
        text = tr("Add {title}", title=tr(kind_of_key(document, key_of(node)).title))
        if put(text, lambda d: edit(bring(d, node)), node.id):
            ends = (w for w in self.document.wires if node.id in (w.source, w.target))
            self.habits.learn(self.document, ends)
            self.context.selection.set((self.context.level.named(node.id),))

    def _fragment(self, ids: tuple[str, ...], notes: tuple[str, ...]) -> str:
        """Blocks and notes as text; "", with the reason told, for what cannot be copied."""
        if not (ids or notes):
            return ""
        try:
            return clipboard.copy_nodes(self.document, ids, notes)
        except EditError as error:
            self.context.notices.refuse(str(error))
            return ""

    def _add(self, text: str, fragment: str, at: tuple[float, float], home: str) -> None:
        added: tuple[str, ...] = ()

        def edit(document: Document) -> Document:
            nonlocal added
            document, added = placing.paste(document, fragment, at, home)
            return document

        if self.context.document.push(text, edit) and added:
            self.context.selection.set(map(self.context.level.named, added))


def _about(ids: tuple[str, ...], otherwise: str) -> str:
    if len(ids) == 1:
        return tr("Delete {id}", id=ids[0])
    return tr("Delete {n} blocks", n=len(ids)) if ids else otherwise
