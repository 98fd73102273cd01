"""Search for a block at the cursor: type a few letters, Enter places the best."""

from __future__ import annotations

from collections.abc import Sequence

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
from PySide6.QtGui import QColor, QFont, QPainter
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
from playground.gui.theme import FIELD_RADIUS, family_colour
from playground.gui.widgets import fuzzy
from playground.i18n import tr
from playground.registry import blocks

_WIDTH, _ROWS, _ROW = 320, 9, 30  # px, rows, px


class SearchPopup(QFrame):
    """A field and a list; arrows choose, Enter places, Esc closes."""

    chosen = Signal(str)  # key of a block

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.context = context
        self.setAccessibleName(tr("Search for a block"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search for a block"))
        self.field.setAccessibleName(tr("Search for a block"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Blocks that match"))
        self.list.setItemDelegate(_Row(context, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.none = QLabel(tr("No block matches."))
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        for widget in (self.field, self.list, self.none):
            box.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self._keys: tuple[str, ...] = ()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        tokens = context.theme.tokens
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # round corners
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"SearchPopup {{ background: {tokens.panel}; border: 1px solid {tokens.line};"
            f" border-radius: {FIELD_RADIUS}px; }}"
            f" QListWidget {{ border: none; background: {tokens.panel}; }}"
        )

    def open_at(self, place: QPoint, keys: Sequence[str]) -> None:
        """Show these blocks at a place of the screen."""
        self._keys = tuple(keys)
        self.field.clear()
        self._search("")
        room = self.screen().availableGeometry()
        at = QRect(place, self.sizeHint())
        at.moveRight(min(at.right(), room.right()))
        at.moveBottom(min(at.bottom(), room.bottom()))
        self.move(at.topLeft())
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and self._on_key(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if key in steps and self.list.count():
            row = (self.list.currentRow() + steps[key]) % self.list.count()
            self.list.setCurrentRow(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _search(self, text: str) -> None:
        self.list.clear()
        for key in fuzzy.best(text, self._keys, _words):
            item = QListWidgetItem(tr(blocks.get(key).title))
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(tr(blocks.get(key).summary()))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = self.list.count()
        self.list.setVisible(rows > 0)
        self.none.setVisible(rows == 0)
        self.list.setFixedHeight(min(rows, _ROWS) * _ROW + 2)
        self.adjustSize()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _Row(QStyledItemDelegate):
    """Family dot, title, family."""

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
        cls = blocks.get(index.data(Qt.ItemDataRole.UserRole))
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), FIELD_RADIUS, FIELD_RADIUS)
        painter.setBrush(hue(tokens, family_colour(cls.group)).solid)
        painter.drawEllipse(rect.left() + 10, rect.center().y() - 3, 8, 8)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(rect.adjusted(28, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        small = QFont(option.font)
        small.setPixelSize(11)
        painter.setFont(small)
        painter.setPen(QColor(tokens.secondary))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(28, 0, -10, 0), right, tr(cls.group))
        painter.restore()


def _words(key: str) -> tuple[str, ...]:
    """What a block can be found by: its title in the user's language and in English, its key."""
    cls = blocks.get(key)
    return (tr(cls.title), cls.title, key.replace("_", " "), key.replace("_", ""))
