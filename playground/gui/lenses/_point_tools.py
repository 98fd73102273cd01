"""The tools of the brush, in one narrow block: what it does, with which class, how broad."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.gui.context import Context
from playground.gui.point_brush import PointBrush
from playground.gui.theme import class_colour
from playground.gui.widgets.numbers import plain
from playground.gui.widgets.slider import LabelledSlider, Scale
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

WIDTH, PER_ROW = 132, 5  # px; colours in a row
TOOLS = ("paint", "drag", "erase")


class PointTools(Retranslating, QWidget):
    """Buttons and sliders that set the window's brush, and show how it is set."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.brush: PointBrush = context.brush
        self.tools = {tool: self._button() for tool in TOOLS}
        group = QButtonGroup(self)
        for tool, button in self.tools.items():
            group.addButton(button)
            button.clicked.connect(lambda _on, t=tool: self.brush.set(tool=t))
        self.more, self.swatches = QToolButton(text="+"), QGridLayout()
        self.more.setObjectName("closeButton")
        self.more.clicked.connect(self.brush.add_class)
        self.colours: list[QToolButton] = []
        self.value = LabelledSlider(Scale(-1.0, 1.0, step=0.05))
        self.size = LabelledSlider(Scale(0.0, 2.0, step=0.05))
        self.density = LabelledSlider(Scale(1, 20, whole=True))
        self.value.moved.connect(lambda v: self.brush.set(target=v, tool="paint"))
        self.size.moved.connect(lambda v: self.brush.set(radius=v))
        self.density.moved.connect(lambda v: self.brush.set(density=v))
        self.menu_button = QToolButton(text="⋯")
        self.menu_button.setObjectName("closeButton")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(QMenu(self))
        self.paste_action = self.menu_button.menu().addAction("", self._paste)
        self.clear_action = self.menu_button.menu().addAction("", self.brush.clear)
        self._lay_out()
        self.brush.changed.connect(self.follow)
        context.document.report_changed.connect(self.follow)
        self.retranslate()
        self.follow()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("toggle")
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in self.tools.values():
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            tools.addWidget(button, 1)
        last = QHBoxLayout()
        last.addWidget(self.more)
        last.addStretch()
        last.addWidget(self.menu_button)
        self.swatches.setSpacing(2)
        self.swatches.setColumnStretch(PER_ROW, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(3)
        column.addLayout(tools)
        column.addLayout(self.swatches)
        column.addLayout(last)
        for slider in (self.value, self.size, self.density):
            slider.layout().setSpacing(0)
            column.addWidget(slider)
        column.addStretch()
        self.setFixedWidth(WIDTH)

    def retranslate(self) -> None:
        words = {
            "paint": (tr("Paint"), tr("Paint points of the chosen class")),
            "drag": (tr("Drag"), tr("Take a point and move it")),
            "erase": (tr("Erase"), tr("Take the points under the brush away")),
        }
        for tool, (text, help_text) in words.items():
            self.tools[tool].setText(text)
            self.tools[tool].setToolTip(help_text)
        self.more.setToolTip(tr("Add a class; the last layer gets an output for it"))
        self.more.setAccessibleName(tr("Add a class"))
        self.value.set_label(tr("Value"), tr("What the network is to answer at these points"))
        self.size.set_label(tr("Brush size"), tr("Radius of the brush; 0 paints single points"))
        self.density.set_label(tr("Density"), tr("Points a dab of the brush"))
        self.menu_button.setToolTip(tr("More for drawn points"))
        self.menu_button.setAccessibleName(tr("More for drawn points"))
        self.paste_action.setText(tr("Paste points"))
        self.clear_action.setText(tr("Erase all points"))
        self._name_colours()

    def follow(self, *_: object) -> None:
        """Show how the brush is set."""
        brush = self.brush
        self.tools[brush.tool].setChecked(True)
        classes = brush.classes
        self.value.setVisible(not classes)
        self.more.setVisible(bool(classes))
        self.more.setEnabled(len(classes) < 10)
        if len(self.colours) != len(classes):
            self._remake_colours(len(classes))
        for label, button in enumerate(self.colours):
            button.setChecked(label == brush.target)
        for slider, value in (
            (self.value, brush.target),
            (self.size, brush.radius),
            (self.density, brush.density),
        ):
            slider.format = plain
            slider.set_value(value)

    def _remake_colours(self, count: int) -> None:
        for button in self.colours:
            self.swatches.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.colours = []
        for label in range(count):
            button = self._button()
            button.setIcon(_dot(class_colour(label)))
            button.setIconSize(QSize(12, 12))
            button.setFixedSize(22, 22)
            button.clicked.connect(
                lambda _on, value=label: self.brush.set(target=float(value), tool="paint")
            )
            self.swatches.addWidget(button, label // PER_ROW, label % PER_ROW)
            self.colours.append(button)
        self._name_colours()

    def _name_colours(self) -> None:
        for name, button in zip(self.brush.classes, self.colours, strict=False):
            button.setToolTip(tr(name))
            button.setAccessibleName(tr(name))

    def _paste(self) -> None:
        self.brush.paste(QGuiApplication.clipboard().text())


def _dot(colour: str) -> QIcon:
    picture = QPixmap(24, 24)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, 20, 20)
    painter.end()
    return QIcon(picture)
