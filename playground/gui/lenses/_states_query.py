"""What is asked about states: a threshold and a range of steps; and what is found, in words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from playground.explain.thresholds import Match
from playground.gui.truth import written
from playground.gui.widgets.slider import QuietSlider
from playground.i18n import tr

_PARTS = 100  # positions of the slider for a change of 1
MOST = 6  # samples that are named


class QueryBar(QWidget):
    """A slider for the threshold, and the first and last step of the range."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider, self.value = QuietSlider(), QLabel()
        self.slider.setRange(-_PARTS, _PARTS)
        self.slider.setValue(_PARTS // 2)
        self.first, self.last = QSpinBox(), QSpinBox()
        self.asked, self.to = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.value)
        row.addWidget(self.slider, 1)
        for widget in (self.asked, self.first, self.to, self.last):
            row.addWidget(widget)
        self.slider.valueChanged.connect(self._on_changed)
        self.first.valueChanged.connect(self._on_first)
        self.last.valueChanged.connect(self._on_last)
        self.retranslate()

    @property
    def threshold(self) -> float:
        """Above it a unit is on."""
        return self.slider.value() / _PARTS

    @property
    def range(self) -> tuple[int, int]:
        """First and last step, both included."""
        return self.first.value(), self.last.value()

    def set_steps(self, steps: int, peak: float) -> None:
        """Allow these many steps, and thresholds as far as the states reach."""
        high = max(_PARTS, int(peak * _PARTS) + 1)
        for widget, low, most in (
            (self.slider, -high, high),
            (self.first, 0, steps - 1),
            (self.last, 0, steps - 1),
        ):
            widget.blockSignals(True)
            widget.setRange(low, most)
            widget.blockSignals(False)
        self._on_changed(tell=False)

    def set_range(self, first: int, last: int) -> None:
        """Ask about other steps."""
        for widget, step in ((self.first, first), (self.last, last)):
            widget.blockSignals(True)
            widget.setValue(step)
            widget.blockSignals(False)
        self.changed.emit()

    def _on_first(self, first: int) -> None:
        self.set_range(first, max(first, self.last.value()))

    def _on_last(self, last: int) -> None:
        self.set_range(min(last, self.first.value()), last)

    def _on_changed(self, _value: int = 0, *, tell: bool = True) -> None:
        self.value.setText(tr("on above {n}", n=written(self.threshold)))
        if tell:
            self.changed.emit()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.asked.setText(tr("at steps"))
        self.to.setText(tr("to"))
        self.slider.setAccessibleName(tr("Threshold above which a unit is on"))
        self.first.setAccessibleName(tr("First step of the range"))
        self.last.setAccessibleName(tr("Last step of the range"))
        self._on_changed(tell=False)


class Answers(QLabel):
    """Samples in which the same units are on, as links that follow them."""

    chosen = Signal(int)  # number of a sample

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.colour = ""  # of the links: those of Qt's palette stay those of another theme
        self.linkActivated.connect(lambda link: self.chosen.emit(int(link)))

    def tell(self, found: list[Match], count: int, asked: bool) -> None:
        """Name the samples where it lasts longest."""
        if not asked:
            words = tr("No unit is on over all these steps: lower the threshold.")
        elif not found:
            words = tr("In none of {n} other test samples they are all on at once.", n=count)
        else:
            named = ", ".join(self._link(match) for match in found[:MOST])
            told = tr("All on at once in {k} of {n} other test samples:", k=len(found), n=count)
            words = f"{escape(told)} {named}"
            if len(found) > MOST:
                words += " " + escape(tr("and {n} more", n=len(found) - MOST))
            self.setText(words)
            return
        self.setText(escape(words))

    def _link(self, match: Match) -> str:
        style = f' style="color: {self.colour}"' if self.colour else ""
        return f'<a href="{match.sample}"{style}>{escape(_words(match))}</a>'


def _words(match: Match) -> str:
    if match.length == 1:
        return tr("sample {n} (step {a})", n=match.sample, a=match.start)
    return tr("sample {n} (steps {a} to {b})", n=match.sample, a=match.start, b=match.last)
