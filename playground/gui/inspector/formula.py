"""A formula, set as SVG by ziamath off the GUI thread."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from playground.gui.theme import Theme
from playground.gui.widgets.background import Background

SIZE = 14  # px of the letters


@lru_cache(maxsize=128)
def formula_svg(latex: str, colour: str) -> str:
    """The SVG text of a LaTeX formula; takes some 100 ms at first use."""
    import ziafont
    import ziamath

    ziamath.config.svg2 = ziafont.config.svg2 = False  # Qt draws no SVG 2
    return ziamath.Latex(latex, size=SIZE, color=colour).svg()


class FormulaView(QWidget):
    """Shows one formula, shrunk when it is wider than the panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.latex = ""
        self._picture: QSvgRenderer | None = None
        self._setter = Background(self)
        self._setter.answered.connect(self._on_svg)
        theme.changed.connect(self._set)
        self.hide()

    def show_formula(self, latex: str) -> None:
        """Show a LaTeX formula; "" shows nothing."""
        self.latex = latex
        self._set()

    def _set(self) -> None:
        self._picture = None
        self.setVisible(bool(self.latex))
        self.setAccessibleName(self.latex)
        if self.latex:
            latex, colour = self.latex, self.theme.tokens.ink
            self._setter.ask(lambda: formula_svg(latex, colour))

    def _on_svg(self, svg: str) -> None:
        self._picture = QSvgRenderer(QByteArray(svg.encode()))
        self.setFixedHeight(max(self._picture.defaultSize().height(), 8) + 4)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        size = self._picture.defaultSize()
        scale = min(1.0, self.width() / max(size.width(), 1))
        height = size.height() * scale
        place = QRectF(0, (self.height() - height) / 2, size.width() * scale, height)
        self._picture.render(QPainter(self), place)
