"""The graph of the chain rule beside the formula of one move."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.explain.chain_rule import Move, Record
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._sheet import Sheet
from playground.gui.lenses import _chain_steps as steps
from playground.gui.lenses._chain_board import Board, shown_after
from playground.gui.lenses._chain_formula import formula_marks, text_marks
from playground.gui.lenses._chain_quiz import Quiz
from playground.gui.truth import Reading, written
from playground.i18n import tr

WIDE = 640  # px; from here on the formula stands beside the graph
LOW = 220  # px of height, below which it does so in a narrow view, too


class Stage(QWidget):
    """Shows a record after some of its moves; a question may stand in the place of a number."""

    box_clicked = Signal(str)  # id of a box

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.quiz = Quiz()
        self.board, self.formula = Sheet(context), Sheet(context)
        self.board.hovered.connect(self._on_hovered)
        self.board.clicked.connect(self._on_clicked)
        context.cursor.unit_moved.connect(self._light)
        self.scroll, self.side = QScrollArea(), QScrollArea(widgetResizable=True)
        self.scroll.setWidget(self.board)
        for area in (self.scroll, self.side):
            area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setCornerWidget(QWidget())  # else the style paints its own
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self.formula)
        column.addWidget(self.quiz)
        column.addStretch(1)
        self.side.setWidget(aside)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(self.scroll, 3)
        self._parts.addWidget(self.side, 2)
        self._record: Record | None = None
        self._board: Board | None = None
        self._moves: tuple[Move, ...] = ()
        self._position: int | None = None

    def set_record(self, record: Record | None, moves: tuple[Move, ...]) -> None:
        """Another reading; `show_position` draws it."""
        self._record, self._moves = record, moves
        self._board = Board(record, self.board.look) if record is not None else None

    def show_position(self, position: int | None, asks: bool) -> None:
        """Draw it after so many moves; None: after all, and none of them stands out."""
        self._position = position
        self.quiz.setVisible(asks)
        self.redraw()

    def redraw(self) -> None:
        """Everything as it is now: the room or the colours are others."""
        record, board = self._record, self._board
        if record is None or board is None:
            return
        done = self._moves[: self._position]
        shown = shown_after(record, board.boxes, done, lit=self._position is not None)
        room = self.scroll.viewport().size()
        board.fit(room)
        self.board.resize(
            max(room.width(), int(board.size.width())), max(room.height(), int(board.size.height()))
        )
        self.board.set_marks(board.marks(shown))
        self._light()
        self._show_formula(record, self._moves[self._position - 1] if self._position else None)

    def reveal(self) -> None:
        """Bring the box and the edge of the last move into view."""
        if self._board is None or not self._position:
            return
        move = self._moves[self._position - 1]
        rects = [self._board.rects[box] for box in (*(move.edge or ()), move.box)]
        spot = reduce(QRectF.united, rects).toRect()
        self.scroll.ensureVisible(spot.left(), spot.top(), 20, 20)
        self.scroll.ensureVisible(spot.right(), spot.bottom(), 20, 20)

    def readings(self, view: QWidget, key: str) -> list[Reading]:
        """What is seen now and what it claims to be; what is scrolled away is not seen."""
        found: list[Reading] = []
        for sheet, area in ((self.board, self.scroll), (self.formula, self.side)):
            port = area.viewport()
            seen = QRect(port.mapTo(view, port.rect().topLeft()), port.size())
            found += [
                reading
                for reading in sheet.readings(view, key)
                if isinstance(reading.where, QRect) and seen.contains(reading.where)
            ]
        return found

    def _show_formula(self, record: Record, last: Move | None) -> None:
        asked, look = self.quiz.move_asked, self.formula.look
        move, width = asked or last, float(max(self.side.width() - 28, 130))
        if move is None:
            hint = tr(
                "Next goes through this sample: first forward, number by number; then back along "
                "each edge; then the step of each weight."
            )
            marks, height = text_marks(hint, width, look)
        else:
            heading = steps.heading(move, str(record.rule.get("optimizer", "")))
            marks, height = formula_marks(
                record, move, heading, width, look, hidden=asked is not None
            )
        self.formula.set_marks(marks)
        self.formula.setFixedHeight(int(height))
        self._tell(record, None if asked is not None else last)

    def _tell(self, record: Record, move: Move | None) -> None:
        """What screen readers hear."""
        self.board.setAccessibleName(tr("Graph of the chain rule"))
        loss = written(float(record.array("loss")[0]), 3)
        words = tr("Loss {loss}", loss=loss)
        if move is not None:
            words = f"{move.lines[-1].left} = {written(move.result.value, 3)}"
        self.board.setAccessibleDescription(words)

    def _light(self) -> None:
        """Ring the boxes of what is pointed at; a box of a whole block stands for all its units."""
        unit, record, board, rects = self.context.cursor.unit, self._record, self._board, []
        if unit is not None and record is not None and board is not None:
            for box in board.boxes:
                if not box.node or box.node != unit.node:
                    continue
                place: tuple[int, ...] = ()
                if box.unit is not None:
                    place = steps.unravel(box.unit, record.array(box.node, "out").shape)
                if box.unit is None or place[: len(unit.index)] == unit.index:
                    rects.append(board.rects[box.id])
        self.board.ring(rects)

    def _on_hovered(self, index: tuple[int, ...] | None) -> None:
        box = self._board.boxes[index[0]] if index is not None and self._board else None
        if box is None or not box.node or self._record is None:
            self.context.cursor.set_unit(None)
            return
        shape = self._record.array(box.node, "out").shape
        place = () if box.unit is None else steps.unravel(box.unit, shape)
        self.context.cursor.set_unit(Unit(box.node, place))

    def _on_clicked(self, index: tuple[int, ...]) -> None:
        if self._board is not None:
            self.box_clicked.emit(self._board.boxes[index[0]].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= WIDE or event.size().height() < LOW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(across if wide else down)
        super().resizeEvent(event)
        self._parts.activate()
        self.redraw()
