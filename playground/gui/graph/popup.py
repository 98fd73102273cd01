"""A field over a list, at a place of the canvas: what the searches share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from playground.gui.context import Context
from playground.gui.graph.style import hue
from playground.gui.theme import FIELD_RADIUS
from playground.gui.widgets import fuzzy

_WIDTH, _ROWS, _ROW = 320, 9, 30  # px, rows, px
_MOST = 200  # rows that are made; nobody reads on, one types another letter


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a dot in the family's hue, a title, and a word at the right."""

    title: str
    beside: str
    family: str  # #rrggbb
    about: str = ""  # tooltip
    quiet: bool = False  # can be chosen, but hardly anybody will


class Popup(QFrame):
    """Abstract: arrows choose, Enter takes, Esc closes. Says what a row shows and is found by."""

    chosen = Signal(str)  # key of a row
    chosen_with_shift = Signal(str)  # key of a row that was taken with Shift

    def __init__(self, context: Context, title: str, none: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.context = context
        self.setAccessibleName(title)
        self.field = QLineEdit()
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(_Row(context, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.none = QLabel(none)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        self.foot = QLabel(wordWrap=True)
        self.foot.setStyleSheet(f"color: {context.theme.tokens.secondary}; font-size: 11px;")
        self.foot.hide()
        for widget in (self.field, self.list, self.none, self.foot):
            box.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self._keys: tuple[str, ...] = ()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self._choose(item))
        tokens = context.theme.tokens
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(
            f"Popup {{ background: {tokens.panel}; border: 1px solid {tokens.line};"
            f" border-radius: {FIELD_RADIUS}px; }}"
            f" QListWidget {{ border: none; background: {tokens.panel}; }}"
        )

    def entry(self, key: str) -> Entry:
        """What a row shows."""
        raise NotImplementedError

    def words(self, key: str) -> tuple[str, ...]:
        """What a row is found by."""
        raise NotImplementedError

    def bonus(self, key: str) -> float:
        """Points of a row, whatever was typed."""
        return 0.0

    def show_foot(self, text: str) -> None:
        """Say something below the rows."""
        self.foot.setText(text)
        self.foot.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def refresh(self) -> None:
        """Rank again, unless the user has begun to choose."""
        if self.list.currentRow() <= 0:
            self._search(self.field.text())

    def open_at(self, place: QPoint, keys: Sequence[str]) -> None:
        """Show these rows at a place of the screen."""
        self._keys = tuple(keys)
        self.field.clear()
        self._search("")
        room = self.screen().availableGeometry()
        at = QRect(place, QSize(_WIDTH, self.sizeHint().height()))
        at.moveRight(min(at.right(), room.right()))
        at.moveBottom(min(at.bottom(), room.bottom()))
        self.move(at.topLeft())
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and self._on_key(event.key(), event.modifiers()):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if key in steps and self.list.count():
            row = (self.list.currentRow() + steps[key]) % self.list.count()
            self.list.setCurrentRow(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self._choose(self.list.currentItem(), shift)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _search(self, text: str) -> None:
        self.list.clear()
        for key in fuzzy.best(text, self._keys, self.words, self.bonus)[:_MOST]:
            entry = self.entry(key)
            item = QListWidgetItem(entry.title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setData(_ENTRY, entry)
            item.setToolTip(entry.about)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = self.list.count()
        self.list.setVisible(rows > 0)
        self.none.setVisible(rows == 0)
        self.list.setFixedHeight(min(rows, _ROWS) * _ROW + 2)
        self.adjustSize()

    def _choose(self, item: QListWidgetItem | None, shift: bool = False) -> None:
        if item is not None:
            key = item.data(Qt.ItemDataRole.UserRole)
            self.close()
            (self.chosen_with_shift if shift else self.chosen).emit(key)


_ENTRY = Qt.ItemDataRole.UserRole + 1


class _Row(QStyledItemDelegate):
    """Family dot, title, the word at the right."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH - 20, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = self.context.theme.tokens
        entry = index.data(_ENTRY)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), FIELD_RADIUS, FIELD_RADIUS)
        painter.setBrush(hue(tokens, entry.family).solid)
        painter.drawEllipse(rect.left() + 10, rect.center().y() - 3, 8, 8)
        small = QFont(option.font)
        small.setPixelSize(11)
        beside = QFontMetrics(small).horizontalAdvance(entry.beside) + 16
        painter.setPen(QColor(tokens.secondary if entry.quiet else tokens.ink))
        painter.setFont(option.font)
        place = rect.adjusted(28, 0, -beside, 0)
        elide = Qt.TextElideMode.ElideRight
        title = QFontMetrics(option.font).elidedText(entry.title, elide, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(small)
        painter.setPen(QColor(tokens.secondary))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(28, 0, -10, 0), right, entry.beside)
        painter.restore()
