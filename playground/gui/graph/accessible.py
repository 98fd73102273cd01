"""What screen readers see of the canvas: a list whose entries are cards, wires, notes and frames.

Two rules of PySide are kept in here, learned from crashes: an `interface_cast` never returns
None but a null pointer, and what it points to lives as long as the interface. Qt owns the
interfaces and deletes each with its object.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleSelectionInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, getCppPointer

from playground.gui.graph.voices import Voice
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_NOTHING = QColor()


class _Actions(QAccessibleActionInterface):
    """What a screen reader can do with a thing on the canvas."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._do: dict[str, Callable[[], None]] = {
            self.pressAction(): voice.press,
            self.setFocusAction(): voice.select,
        }

    def actionNames(self) -> list[str]:
        return list(self._do)

    def doAction(self, name: str) -> None:
        self._do.get(name, lambda: None)()

    def localizedActionName(self, name: str) -> str:
        return tr("Open") if name == self.pressAction() else tr("Select")

    def localizedActionDescription(self, name: str) -> str:
        return ""

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class VoiceInterface(QAccessibleObject):
    """Qt's interface of a voice."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice)
        self._voice = voice
        self._actions = _Actions(voice)

    def text(self, kind: QAccessible.Text) -> str:
        words = {
            QAccessible.Text.Name: self._voice.name,
            QAccessible.Text.Value: self._voice.value,
            QAccessible.Text.Description: self._voice.description,
        }
        return words[kind]() if kind in words else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing: texts are changed by editing."""

    def role(self) -> QAccessible.Role:
        return self._voice.role

    def state(self) -> QAccessible.State:
        voice, state = self._voice, QAccessible.State()
        state.selectable = state.focusable = True
        state.selected = voice.selected()
        state.focused = voice.view.hasFocus() and voice.focused()
        state.offscreen = not voice.seen()
        state.invisible = not voice.view.isVisible()
        return state

    def rect(self) -> QRect:
        return self._voice.rect()

    def window(self) -> QWindow | None:
        return self._voice.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._voice.above)

    def childCount(self) -> int:
        return len(self._voice.parts)

    def child(self, index: int) -> QAccessibleInterface | None:
        parts = self._voice.parts
        if 0 <= index < len(parts):
            return QAccessible.queryAccessibleInterface(parts[index])
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        parts = list(self._voice.parts)
        return parts.index(child.object()) if child.object() in parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        hit = (part for part in self._voice.parts if part.rect().contains(x, y))
        part = next(hit, None)
        return QAccessible.queryAccessibleInterface(part) if part is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        return None

    def foregroundColor(self) -> QColor:
        return _NOTHING

    def backgroundColor(self) -> QColor:
        return _NOTHING

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:
        if kind == QAccessible.InterfaceType.ActionInterface:
            return _pointer(self._actions)
        return VoidPtr(0)


class _Choice(QAccessibleSelectionInterface):
    """The selection of the canvas."""

    def __init__(self, view: GraphView) -> None:
        super().__init__()
        self._view = view

    def selectedItemCount(self) -> int:
        return len(self._view.voices.selected())

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [
            QAccessible.queryAccessibleInterface(voice) for voice in self._view.voices.selected()
        ]

    def selectedItem(self, index: int) -> QAccessibleInterface | None:
        chosen = self._view.voices.selected()
        if 0 <= index < len(chosen):
            return QAccessible.queryAccessibleInterface(chosen[index])
        return None

    def isSelected(self, child: QAccessibleInterface) -> bool:
        voice = child.object()
        return isinstance(voice, Voice) and voice.selected()

    def select(self, child: QAccessibleInterface) -> bool:
        voice = child.object()
        if isinstance(voice, Voice):
            voice.select()
        return isinstance(voice, Voice)

    def unselect(self, child: QAccessibleInterface) -> bool:
        return self.isSelected(child) and self.clear()

    def selectAll(self) -> bool:
        self._view.select_all()
        return True

    def clear(self) -> bool:
        self._view.context.selection.set()
        self._view.canvas.select_notes(())
        return True


class CanvasInterface(QAccessibleWidget):
    """Qt's interface of the canvas: the widgets that lie over it, then all that is drawn on it."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._choice = _Choice(view)

    def childCount(self) -> int:
        return super().childCount() + len(self._view.voices)

    def child(self, index: int) -> QAccessibleInterface | None:
        widgets = super().childCount()
        if index < widgets:
            return super().child(index)
        voice = self._view.voices.at(index - widgets)
        return QAccessible.queryAccessibleInterface(voice) if voice is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        number = self._view.voices.number(child.object())
        return super().childCount() + number if number >= 0 else super().indexOfChild(child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        view = self._view
        inside = view.mapFromGlobal(QPoint(x, y))
        over = view.childAt(inside)
        if over is not None and over is not view.viewport():
            return super().childAt(x, y)
        pos = view.mapToScene(inside)
        canvas = view.canvas
        item = canvas.card_at(pos) or canvas.wire_at(pos) or canvas.note_at(pos)
        item = item or canvas.frame_at(pos)
        return QAccessible.queryAccessibleInterface(view.voices.of(item)) if item else None

    def focusChild(self) -> QAccessibleInterface | None:
        voice = self._view.voices.focused() if self._view.hasFocus() else None
        return (
            QAccessible.queryAccessibleInterface(voice)
            if voice is not None
            else super().focusChild()
        )

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:
        if kind == QAccessible.InterfaceType.SelectionInterface:
            return _pointer(self._choice)
        return super().interface_cast(kind) or VoidPtr(0)


@cache
def install() -> None:
    """Tell Qt, once, who speaks for the canvas and for what is drawn on it."""
    QAccessible.installFactory(_make)


def _make(key: str, thing: QObject) -> QAccessibleInterface | None:
    from playground.gui.graph.view import GraphView  # it imports this module

    if isinstance(thing, Voice):
        return VoiceInterface(thing)
    return CanvasInterface(thing) if isinstance(thing, GraphView) else None


def _pointer(part: object) -> VoidPtr:
    return VoidPtr(getCppPointer(part)[0])
