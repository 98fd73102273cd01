"""The time machine at the foot of the window: look at an earlier step, and go on from there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.gui.context import Context
from playground.gui.paced import NUMBERS_MS, Paced
from playground.gui.panels.memory_chip import MemoryChip
from playground.gui.panels.timeline_bar import Mark, TimelineBar
from playground.gui.theme import run_colour
from playground.gui.widgets.dock import paint_panel
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class _Frame(QWidget):
    """The panel itself."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel(self)


class Timeline(Retranslating, QWidget):
    """A slider over the steps of a run, with what happened and where runs branched off.

    That is the current run, or one before it that the user has chosen. While an earlier step is
    shown, a badge says so, in the colour of a warning.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.title, self.badge = QLabel(), QLabel()
        self.title.setObjectName("panelTitle")
        self.run_button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.run_button.setObjectName("pill")
        self.run_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.run_button.setIconSize(QSize(14, 10))
        self.run_button.setMenu(QMenu(self))
        self._place: tuple[int, int | None] = (0, None)  # run and step that are shown
        self._face = ("", "")  # title and colour of the run on the button
        self.badge.setObjectName("timelineBadge")
        self.bar = TimelineBar(context.theme)
        self.memory = MemoryChip(context)
        self.branch, self.now = QPushButton(), QPushButton()
        self.branch.setObjectName("repair")
        frame = _Frame()
        QVBoxLayout(self).addWidget(frame)
        self.layout().setContentsMargins(10, 0, 10, 10)
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.run_button)
        row.addWidget(self.bar, 1)
        for widget in (self.memory, self.badge, self.branch, self.now):
            row.addWidget(widget)
        self._connect()
        self.retranslate()

    @property
    def can_look(self) -> bool:
        """Whether there is an earlier step to choose."""
        past = self.context.run.past
        return len(past.kept) > (1 if past.is_current else 0)

    def go_on_from_here(self) -> None:
        """Branch a new run off the step that is shown."""
        step = self.context.run.past.wanted
        if step is not None:
            self.context.run.go_on_from(step)

    def go_to_now(self) -> None:
        """Show the present again."""
        self.context.run.past.back_to_now()
        self.context.cursor.set(None)

    def retranslate(self) -> None:
        self.title.setText(tr("Rewind"))
        self.branch.setText(tr("Continue from here"))
        self.branch.setToolTip(
            tr("Train on from this step as a new run; the curves of this one stay.")
        )
        tip = tr("Which run the timeline shows")
        self.run_button.setToolTip(tip)
        self.run_button.setAccessibleName(tip)
        self.now.setText(tr("Now"))
        self.now.setToolTip(tr("Show the present again."))
        self.bar.setAccessibleName(tr("Timeline"))
        self.setToolTip(
            tr("Drag to see every view as it was at an earlier step. The training goes on.")
        )
        self._show_all()

    def _connect(self) -> None:
        context = self.context
        self.bar.chosen.connect(self._on_chosen)
        self.bar.pointed.connect(self._on_pointed)
        self.branch.clicked.connect(self.go_on_from_here)
        self.now.clicked.connect(self.go_to_now)
        context.cursor.moved.connect(self._on_cursor)
        self._show_soon = Paced(self._show_all, NUMBERS_MS, self)
        context.run.measured.connect(self._show_soon)
        context.run.restarted.connect(self._show_all)
        self.run_button.menu().aboutToShow.connect(self._fill_runs)
        context.run.state_changed.connect(self._show)
        context.run.past.changed.connect(self._on_past)
        context.runs.changed.connect(self._show_all)
        context.doctor.changed.connect(self._show_marks)
        context.theme.changed.connect(self._show_all)

    def _on_chosen(self, step: float | None) -> None:
        past = self.context.run.past
        if step is None and not past.is_current:
            step = past.trail.newest  # its end is not the present
        if step is None or past.nearest(step) is None:
            self.go_to_now()
        else:
            past.look(step)
            self.context.cursor.set(past.wanted)

    def _on_past(self) -> None:
        """Follow the hand at once, and what is kept by and by."""
        past = self.context.run.past
        if (past.chosen, past.wanted) != self._place:
            self._show_all()
        else:
            self._show_soon()

    def _on_pointed(self, step: float | None) -> None:
        """Plots show the step under the pointer, else the one that is looked at."""
        self.context.cursor.set(self.context.run.past.wanted if step is None else step)

    def _on_cursor(self) -> None:
        self.bar.cursor_step = self.context.cursor.step
        self.bar.update()

    def _fill_runs(self) -> None:
        """The runs of which something is kept, the newest first."""
        menu, past = self.run_button.menu(), self.context.run.past
        menu.clear()
        for number in reversed(past.runs()):
            action = menu.addAction(self._swatch(number), self._title_of(number))
            action.setCheckable(True)
            action.setChecked(number == past.trail.run)
            action.triggered.connect(lambda _checked, n=number: self.choose_run(n))

    def choose_run(self, number: int) -> None:
        """Put a run on the timeline, at its last kept step; the current one at the present."""
        past = self.context.run.past
        past.choose(number)
        self.context.cursor.set(past.wanted)

    def _title_of(self, number: int) -> str:
        record = self.context.runs.find(number)
        return record.title if record is not None else tr("Run {n}", n=number)

    def _colour_of(self, number: int) -> str:
        record = self.context.runs.find(number)
        tokens = self.context.theme.tokens
        if record is None or record is self.context.runs.current:
            return tokens.accent
        return run_colour(record.colour)

    def _swatch(self, number: int) -> QIcon:
        swatch = QPixmap(14, 10)  # with a gap before the name
        swatch.fill(Qt.GlobalColor.transparent)
        painter = QPainter(swatch)
        painter.fillRect(0, 0, 10, 10, QColor(self._colour_of(number)))
        painter.end()
        return QIcon(swatch)

    def _show_all(self) -> None:
        self._show_run()
        self._show_marks()
        self._show()

    def _show_run(self) -> None:
        past = self.context.run.past
        self.run_button.setVisible(len(past.runs()) > 1)
        text = tr("{run} ▾", run=self._title_of(past.trail.run))
        face = (text, self._colour_of(past.trail.run))
        if face != self._face:  # asked as often as a step is kept
            self._face = face
            self.run_button.setText(text)
            self.run_button.setIcon(self._swatch(past.trail.run))

    def _show(self, *_news: object) -> None:
        run, past = self.context.run, self.context.run.past
        place = past.wanted
        self._place = past.chosen, place
        self.bar.ticks, self.bar.lost = past.kept, past.trail.lost
        self.bar.setEnabled(self.can_look)
        newest = run.step_count if past.is_current else past.trail.newest
        self.bar.show_steps(newest, place)
        self.branch.setVisible(place is not None)
        self.now.setVisible(place is not None)
        words = self._words(place, newest)
        kind = "past" if place is not None else "now"
        self.badge.setText(words)
        self.bar.setAccessibleDescription(words)
        if self.badge.property("kind") != kind:
            self.badge.setProperty("kind", kind)
            self.badge.style().unpolish(self.badge)
            self.badge.style().polish(self.badge)

    def _words(self, place: int | None, newest: int) -> str:
        total = f"{newest:,}"
        if place is None:
            if self.context.run.state in ("ended", "failed"):
                return tr("ended · step {n}", n=total)
            return tr("live · step {n}", n=total)
        past = self.context.run.past
        if not past.is_current:
            title = self._title_of(past.trail.run)
            return tr("{run}, step {n} of {total}", run=title, n=f"{place:,}", total=total)
        return tr("Step {n} of {total} – the past", n=f"{place:,}", total=total)

    def _show_marks(self) -> None:
        self.bar.marks = sorted(self._marks(), key=lambda mark: mark.step)
        self.bar.update()

    def _marks(self) -> Iterator[Mark]:
        context, tokens, past = self.context, self.context.theme.tokens, self.context.run.past
        for step, text in past.trail.edits:
            yield Mark(step, text, "edit", tokens.accent)
        for finding in context.doctor.findings if past.is_current else ():
            colour = tokens.bad if finding.severity == "error" else tokens.warning
            yield Mark(finding.step, finding.message, "finding", colour)
        for record in context.runs.records:
            if record.parent is None:
                continue
            number, step = record.parent
            if record.number == past.trail.run:
                text = tr("branched off {run}", run=self._title_of(number))
                yield Mark(step, text, "branch", self._colour_of(number))
            elif number == past.trail.run:
                text = tr("{run} branched off here", run=record.title)
                yield Mark(step, text, "branch", self._colour_of(record.number))
