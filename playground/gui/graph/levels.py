"""Composites on the canvas: making them, going into them, opening them in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QWidget

from playground.document import edits
from playground.document.composites import (
    canonical,
    edit_at,
    find,
    group,
    is_instance,
    read_instance,
    set_definition_title,
)
from playground.document.model import Document
from playground.errors import EditError
from playground.gui.context import Context
from playground.gui.graph.desk import Desk
from playground.gui.graph.folding import offer_repeats
from playground.gui.graph.frame_editor import FrameEditor
from playground.gui.graph.kinds import definition_of_node
from playground.gui.level import Place
from playground.gui.widgets.background import Background
from playground.i18n import tr


class Levels(Desk):
    """Abstract: a desk that shows one level of the network, and remembers how each was looked at.

    What changes composites themselves is an edit of the whole document, at the path of a block.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.level = context.level
        self.repeats = Background(self)  # looks for them: a large network takes a second
        self.repeats.answered.connect(self._on_repeats)
        self.repeats.failed.connect(self._on_repeats_failed)
        self._looks: dict[str, tuple[QTransform, QPointF]] = {}  # level -> how it was looked at
        self._at = ""  # the level whose look is remembered next
        self.level.entered.connect(self._on_entered)
        self.level.loaded.connect(self._forget)

    # -- which block is meant ------------------------------------------------------------------

    def composites_chosen(self) -> tuple[str, ...]:
        """The selected composites; those opened in place whose frames are selected."""
        by_id, nodes = self.level.document.by_id, self.context.selection.nodes
        chosen = [id for id in nodes if id in by_id and is_instance(by_id[id])]
        chosen += [id[:-1] for id in self.canvas.frames.selected() if id.endswith("/")]
        return tuple(chosen)

    def composites_meant(self) -> tuple[str, ...]:
        """The selected composites; with no block selected, the one that is shown."""
        chosen, inside = self.composites_chosen(), self.level.inside
        if chosen or self.context.selection.nodes or not inside:
            return chosen
        return (canonical(self.level.base.document, inside),)

    def composite_meant(self) -> str:
        """One of them, "" for none."""
        chosen = self.composites_meant()
        return chosen[-1] if chosen else ""

    def _on_repeats(self, answer: object) -> None:
        offer_repeats(self, answer)

    def _on_repeats_failed(self, error: Exception) -> None:
        raise error  # a bug: the log and one notice, like everywhere

    # -- going there ---------------------------------------------------------------------------

    def open_composite(self) -> None:
        """Show the inside of the selected composite alone."""
        id = self._only_composite(tr("Select a composite to open it."))
        if id:
            self.enter(id)

    def enter(self, path: str) -> None:
        """Show the inside of a composite alone, "" the whole network."""
        self.cancel_gesture()
        self.level.enter(path)
        self.setFocus()

    def go_up(self) -> bool:
        """Show the level above, with the composite selected; False at the top."""
        left = self.level.leave()
        if left:
            self.context.selection.set((left,))
        return bool(left)

    def can_toggle(self) -> bool:
        """Whether a composite is selected, or something in one that is opened in place."""
        return bool(self.composites_chosen() or self._opened_around())

    def toggle_in_place(self) -> None:
        """Show the inside of the selected composite among the others, or close it again."""
        chosen, around = self.composites_chosen(), self._opened_around()
        if not chosen and around:
            chosen = (around,)
        if not chosen:
            self.context.notices.refuse(tr("Select a composite to open it in place."))
        for id in chosen:
            self.toggle(id)

    def toggle(self, path: str) -> None:
        """Open one composite in place, or close it."""
        self.cancel_gesture()
        all_seen = self.seen().contains(self.canvas.contents())
        if self.level.is_open(path):
            self.level.close(path)
            self.context.selection.set((path,))
        else:
            self.level.open(path)
            self.context.selection.set(())
            frame = self.canvas.frames.items.get(f"{path}/")
            covered = self.header.geometry().bottom() + 8
            if all_seen:
                self.fit_all()
            elif frame is not None and not self.seen().contains(frame.rect()):
                self.fit(frame.rect(), covered)
        self.setFocus()

    def close_selected(self) -> None:
        """Make cards again of the opened composites whose frames are selected; these are chosen."""
        frames = [id[:-1] for id in self.canvas.frames.selected() if id.endswith("/")]
        for path in frames:
            self.level.close(path)
        if frames:
            self.context.selection.set((*self.context.selection.nodes, *frames))

    def turn_copy(self, steps: int) -> None:
        """Look at another copy of the repeated composite that is shown, or opened in place."""
        chosen = {*self.composites_chosen(), self._opened_around()}
        places = [p for p in self.level.place.opened if p.rpartition(".")[0] in chosen]
        inside = max(places, key=len, default=self.level.inside)
        path, _, copy = inside.rpartition(".")
        if not (path and copy.isdigit()):
            self.context.notices.refuse(tr("Only inside a repeated composite there are copies."))
            return
        count = read_instance(find(self.level.base.document, path)).repeat
        other = f"{path}.{(int(copy) + steps) % count}"
        if places:
            self.level.open(other)
            self.canvas.frames.select((f"{path}/",))
        else:
            self.enter(other)

    # -- changing them -------------------------------------------------------------------------

    def group_selection(self) -> None:
        """Make the selected blocks one composite, and start writing its name."""
        ids, made = self.context.selection.nodes, ""
        if not ids:
            self.context.notices.refuse(tr("Select the blocks that shall become a composite."))
            return

        def edit(document: Document) -> Document:
            nonlocal made
            document, made = group(document, ids)
            return document

        model, key = self.level.base, f"group {ids}"
        model.end_merge()
        if not model.push(tr("Group into a composite"), edit, merge=key):
            return
        made = f"{ids[0].rpartition('.')[0]}.{made.rpartition('.')[2]}".removeprefix(".")
        self.context.selection.set((made,))
        self.name_composite(made, key)

    def name_composite(self, id: str, merge: str | None = None) -> None:
        """Write the name of a composite in place, over its card or in the title of its frame."""
        card = self.canvas.cards.get(id)
        definition = self.definition_of(id)
        if definition is None:
            return
        if card is not None:
            rect = card.geometry.header.translated(card.pos())
        elif f"{id}/" in self.canvas.frames.items:
            rect = self.canvas.frames.items[f"{id}/"].bar()
        else:
            return
        if not self.seen().intersects(rect):
            self.look_at(rect.center())
        corner = self.mapFromScene(rect.topLeft()) + QPoint(20, 0)
        width = max(160, round(rect.width() * self.zoom) - 24)
        place = QRect(corner, QSize(width, max(24, round(rect.height() * self.zoom))))
        editor = FrameEditor(id, definition.title, place, self, tr("Name of the composite"))
        editor.finished.connect(lambda _id, title: self._write_name(definition.id, title, merge))

    def definition_of(self, id: str) -> object | None:
        """The definition of an instance, which may be opened in place; None for other blocks."""
        document = self.level.base.document
        try:
            return definition_of_node(document, find(document, id))
        except EditError:
            return None

    def move_composite(self, path: str, dx: float, dy: float) -> bool:
        """Move an instance that is opened in place, and so all that it shows."""
        home, id = path.rpartition(".")[0], path.rpartition(".")[2]

        def edit(inner: Document) -> Document:
            x, y = inner.node(id).at
            return edits.move_nodes(inner, {id: (x + dx, y + dy)})

        return self.level.base.push(
            tr("Move {id}", id=id), lambda document: edit_at(document, home, edit)
        )

    def rename_frame(self) -> None:
        """Write the name of the selected composite, or else the title of a frame."""
        chosen = self.composites_chosen()
        if chosen:
            self.name_composite(chosen[-1])
        else:
            super().rename_frame()

    def edit_frame(self, id: str) -> None:
        """Write the title of a frame in place; that of an opened composite is its name."""
        if id.endswith("/"):
            self.name_composite(id[:-1])
        else:
            super().edit_frame(id)

    # -- inside --------------------------------------------------------------------------------

    def _write_name(self, definition: str, title: str, merge: str | None) -> None:
        if merge is not None:
            self.level.base.resume_merge()  # keys were let go meanwhile
        self.level.base.push(
            tr("Rename the composite"),
            lambda document: set_definition_title(document, definition, title),
            merge=merge,
        )
        self.level.base.end_merge()

    def _only_composite(self, otherwise: str) -> str:
        chosen = self.composites_chosen()
        if not chosen:
            self.context.notices.refuse(otherwise)
        return chosen[-1] if chosen else ""

    def _opened_around(self) -> str:
        """The innermost composite opened in place that holds the selected blocks."""
        place: Place = self.level.place
        homes = [id.rpartition(".")[0] for id in self.context.selection.nodes]
        around = [p for p in place.opened if homes and all(h.startswith(p) for h in homes)]
        return canonical(self.level.base.document, max(around, key=len)) if around else ""

    def _on_entered(self) -> None:
        self._looks[self._at] = (self.transform(), self.seen().center())
        inside = self.level.inside
        self._at = canonical(self.level.base.document, inside) if inside else ""
        self.context.selection.set(
            id for id in self.context.selection.nodes if id in self.context.document.document.by_id
        )
        if self._at in self._looks:
            transform, centre = self._looks[self._at]
            self.setTransform(transform)
            self.look_at(centre)
            self.zoomed.emit(self.zoom)
        else:
            self.fit_all()

    def _forget(self) -> None:
        self._looks.clear()
        self._at = ""
