"""A shown canvas, and a hand on its mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from playground.gui.graph.view import GraphView

NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Real mouse and keyboard events at places of the scene."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self.ground = view.viewport()

    def spot(self, place) -> QPoint:
        """A place of the scene, or the middle of a card, as a point of the viewport."""
        if isinstance(place, str):
            place = self.view.canvas.cards[place].pos()
        return self.view.mapFromScene(QPointF(*place) if isinstance(place, tuple) else place)

    def port(self, node: str, port: str) -> QPointF:
        return self.view.canvas.cards[node].port_place(port)

    def click(self, place, held=NONE, button=Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.ground, button, held, self.spot(place))

    def double_click(self, place) -> None:
        spot = self.spot(place)
        QTest.mouseClick(self.ground, Qt.MouseButton.LeftButton, NONE, spot)
        QTest.mouseDClick(self.ground, Qt.MouseButton.LeftButton, NONE, spot)

    def press(self, place, held=NONE, button=Qt.MouseButton.LeftButton) -> None:
        QTest.mousePress(self.ground, button, held, self.spot(place))

    def move(self, place) -> None:
        QTest.mouseMove(self.ground, self.spot(place))

    def release(self, place, held=NONE, button=Qt.MouseButton.LeftButton) -> None:
        QTest.mouseRelease(self.ground, button, held, self.spot(place))

    def drag(self, start, end, held=NONE, button=Qt.MouseButton.LeftButton) -> None:
        a, b = self.spot(start), self.spot(end)
        QTest.mousePress(self.ground, button, held, a)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(self.ground, a + (b - a) * share)
        QTest.mouseRelease(self.ground, button, held, b)

    def key(self, key, held=NONE) -> None:
        QTest.keyClick(self.view, key, held)


@pytest.fixture
def show(qtbot):
    """Show a canvas around a context."""

    def make(context, width=1100, height=600) -> GraphView:
        view = GraphView(context)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        return view

    return make


@pytest.fixture
def view(show, context) -> GraphView:
    return show(context)


@pytest.fixture
def hand(view) -> Hand:
    return Hand(view)


@pytest.fixture
def hand_on():
    """Make a hand on another canvas."""
    return Hand


@pytest.fixture
def undo_all(context):
    """Undo everything; tells how many steps that took."""

    def undo() -> int:
        stack = context.document.undo_stack
        steps = stack.count()
        stack.setIndex(0)
        return steps

    return undo


@pytest.fixture
def notices(context):
    """What the user was told."""
    found = []
    context.notices.posted.connect(lambda text, kind: found.append(text))
    context.document.refused.connect(lambda error: found.append(str(error)))
    return found
