"""Lens: which step looks at which, head by head, down to the arithmetic of one cell."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._sheet import Sheet
from playground.gui.lenses._attention_board import SHARES, Board
from playground.gui.lenses._attention_curves import Entropies
from playground.gui.lenses._attention_hand import Hand, ScoreSheet
from playground.gui.lenses._attention_state import (
    Opened,
    Spot,
    blocks_in,
    fitting,
    labels_of,
)
from playground.gui.lenses._attention_sums import Sums
from playground.gui.lenses._attention_what_if import START, Said, said_in
from playground.gui.lenses._block_lens import Following
from playground.gui.lenses._target_names import target_names
from playground.gui.lenses.base import Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.attention import Attention, attends
from playground.telemetry.probes.attention_what_if import AttentionWhatIf
from playground.telemetry.probes.own import code_of

WIDE = 560  # px; from here on the arithmetic stands beside the matrices
TALL = 300  # px; lower, there is no room for the curves


@lens("attention", title=mark("Attention"))
class AttentionLens(Following):
    """Small: all heads, a row a layer. Large: the chosen head, queries down, keys across.

    Click a small one to enlarge it, and a cell of the large one for its arithmetic: query times
    key, the softmax of its row, the mix of the values. Below: the entropy of its heads.

    A what-if: drag a cell to change its score, or mute a head; the sample then goes through the
    network again, and what it says stands beside what it says without.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        self.arrays: dict[str, np.ndarray] = {}
        self.blocks: dict[str, Opened] = {}
        self.spot: Spot | None = None
        self.said: Said | None = None  # in a what-if
        self.newest: Snapshot | None = None  # drawn last
        super().__init__(context, node, parent)
        self.note, self.scale_bar = ElidedLabel(), ScaleBar()
        self.note.setObjectName("lensLegend")
        self.board, self.sums = ScoreSheet(context), Sheet(context)
        self.hand, self.curves = Hand(self.board, self), Entropies(context)
        self.side = QScrollArea(widgetResizable=True)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setWidget(self.sums)
        self.parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.parts.addWidget(self.board, 5)
        self.parts.addWidget(self.side, 4)
        self.curves.setFixedHeight(92)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.note)
        layout.addWidget(self.hand.bar)
        layout.addLayout(self.parts, 1)
        layout.addWidget(self.scale_bar)
        layout.addWidget(self.curves)
        for sheet in (self.board, self.sums):
            sheet.hovered.connect(self._on_hovered)
            sheet.clicked.connect(self._on_clicked)
            sheet.resized.connect(self._redraw)
        self.hand.changed.connect(self._on_what_if)
        self.hand.chosen.connect(self._choose)
        context.document.loaded.connect(self.hand.take_back)
        context.selection.sample_changed.connect(self.refresh_probes)
        context.run.measured.connect(self._on_measured)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        sample, edits = self.context.selection.sample, self.hand.edits
        at = {"sample": sample.number, "split": sample.split}
        plain = (Attention(**at),)
        return (*plain, AttentionWhatIf(edits.scores, edits.muted, **at)) if edits else plain

    def waits_for(self) -> str:
        if not any(map(self.fits, self.context.document.report.nodes)):
            return tr("Put a block of attention into the network: then its heads are shown here.")
        return super().waits_for()

    def fits(self, node: str) -> bool:
        report = self.context.document.report
        return node in report.nodes and attends(report.flat, node)

    def forget(self) -> None:
        self.spot = None

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays = {n: a for n, a in snapshot.arrays.items() if n.startswith("attention/")}
        blocks = blocks_in(arrays)
        if not blocks:
            return False
        self.arrays, self.blocks, self.newest = arrays, blocks, snapshot
        self.said = None
        if self._answers(snapshot):
            self.blocks |= blocks_in(snapshot.arrays, START)
            self.said = said_in(snapshot.arrays, target_names(self.context))
        if self.context.run.past.wanted is None:
            self.curves.gather(arrays)
        self.spot = fitting(self.spot, blocks, self.shown)
        self._redraw()
        return True

    def _answers(self, snapshot: Snapshot) -> bool:
        """Whether a what-if of this very sample and network is there."""
        at = snapshot.arrays.get(f"{START}/at")
        if not self.hand.edits or at is None:
            return False
        changed, sample = blocks_in(snapshot.arrays, START), self.context.selection.sample
        return at.tolist()[1:] == [code_of(sample.split), sample.number] and {
            node: block.weights.shape for node, block in changed.items()
        } == {node: block.weights.shape for node, block in self.blocks.items()}

    def readings(self) -> list[Reading]:
        if not self.blocks:
            return []
        found = self.board.readings(self, self.key)
        inside = self.side.viewport().rect()
        shift = self.sums.pos()
        found += [
            reading
            for reading in self.sums.readings(self, self.key)
            if isinstance(reading.where, int)
            or reading.colour is None
            or inside.contains(
                reading.where.translated(-self.sums.mapTo(self, self.sums.rect().topLeft()) + shift)
            )
        ]
        return found + self.curves.readings(self.key, self.arrays)

    def names(self, steps: int) -> tuple[str, ...]:
        """What so many steps are called."""
        field = self.context.document.report.fields.get("x")
        vocabulary = field.vocabulary if field is not None else ()
        return labels_of(self.arrays.get("attention/tokens"), vocabulary, steps)

    def _on_measured(self, snapshot: Snapshot) -> None:
        """The run goes on while an earlier step is looked at: its curves do, too."""
        if self.isVisible() and self.context.run.past.wanted is not None:
            self._guard(lambda: self.curves.gather(dict(snapshot.arrays)))

    def _redraw(self) -> None:
        spot = self.spot
        if spot is None or spot.node not in self.blocks:
            return
        block = self.blocks[spot.node]
        room = QRectF(self.board.rect()).adjusted(4, 2, -4, -2)
        board = Board(room, self.board.look, self.blocks, spot, self.names)
        self.board.set_marks(board.marks, board.rings)
        wide = QRectF(self.sums.rect()).adjusted(6, 2, -8, 0)
        names = self.names(block.weights.shape[2])
        sums = Sums(wide, self.sums.look, block, spot, names, self.said)
        self.sums.set_marks(sums.marks)
        self.sums.setMinimumHeight(round(sums.bottom) + 4)
        self.curves.show_node(spot.node)
        self.hand.show_spot(spot, block)
        self._say(block)

    def _say(self, block: Opened) -> None:
        _, queries, keys = block.weights.shape
        order = tr("causal") if block.causal else tr("sees all steps")
        words = (
            tr(
                "{id}: {heads} heads, {t} queries (rows) × {s} keys (columns), {order}",
                id=block.node,
                heads=block.heads,
                t=queries,
                s=keys,
                order=order,
            )
            if block.heads != 1
            else tr(
                "{id}: one head, {t} queries (rows) × {s} keys (columns), {order}",
                id=block.node,
                t=queries,
                s=keys,
                order=order,
            )
        )
        opened = self.blocks.values()
        if block.start == START:
            what_if = tr(
                "What if (scores changed: {n}, heads muted: {m}): the network and its training "
                "stay as they are",
                n=sum(len(other.changed) for other in opened),
                m=sum(len(other.muted) for other in opened),
            )
            if self.said is None:
                what_if += "; " + tr("this network has no answer that bars could show")
            words = f"{what_if}; {words}"
        self.note.setText(words)

    def _on_what_if(self) -> None:
        """Other changes: measured anew, and those that were taken back are gone at once."""
        self.refresh_probes()
        if self.newest is not None and self.blocks:
            newest = self.newest
            self._guard(lambda: self.on_snapshot(newest))

    def _choose(self, spot: Spot) -> None:
        self.spot = spot
        self._redraw()

    def _on_hovered(self, found: object) -> None:
        unit = Unit(found.node) if isinstance(found, Unit) else None
        self.context.cursor.set_unit(unit)

    def _on_clicked(self, found: object) -> None:
        if not isinstance(found, Unit) or found.node not in self.blocks:
            return
        if len(found.index) == 3:
            self.spot = Spot(found.node, *found.index)
        else:
            head = found.index[0] if found.index else 0
            old = self.spot
            here = Spot(found.node, head, *((old.query, old.key) if old is not None else (0, 0)))
            self.spot = fitting(here, self.blocks, found.node)
        if not self.node:
            self.shown = found.node
        self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= WIDE
        self.parts.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self.curves.setVisible(self.height() >= (TALL if wide else TALL + 120))
        super().resizeEvent(event)

    def on_restarted(self) -> None:
        self.curves.restart(self.context.run.parent_run)
        self.arrays, self.blocks, self.said, self.newest = {}, {}, None, None

    def retheme(self) -> None:
        self.curves.retheme()
        self.scale_bar.set_range(0.0, 1.0, SHARES.ramp(self.context.theme))
        self._redraw()

    def retranslate(self) -> None:
        self.scale_bar.set_name(tr("share of a value in what a query gets"))
        self.board.setAccessibleName(tr("Attention of all heads"))
        self.sums.setAccessibleName(tr("Arithmetic of the chosen cell"))
        self.curves.retranslate()
        self.hand.retranslate()
        self._redraw()
