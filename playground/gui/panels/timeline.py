"""The time machine at the foot of the window: look at an earlier step, and go on from there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from playground.gui.context import Context
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
    """A slider over the steps of the current run, with what happened and where runs branched off.

    While an earlier step is shown, a badge says so, in the colour of a warning.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.title, self.badge = QLabel(), QLabel()
        self.title.setObjectName("panelTitle")
        self.badge.setObjectName("timelineBadge")
        self.bar = TimelineBar(context.theme)
        self.branch, self.now = QPushButton(), QPushButton()
        self.branch.setObjectName("repair")
        frame = _Frame()
        QVBoxLayout(self).addWidget(frame)
        self.layout().setContentsMargins(10, 0, 10, 10)
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.bar, 1)
        for widget in (self.badge, self.branch, self.now):
            row.addWidget(widget)
        self._connect()
        self.retranslate()

    @property
    def can_look(self) -> bool:
        """Whether there is an earlier step to choose."""
        return len(self.context.run.past.kept) > 1

    def go_on_from_here(self) -> None:
        """Branch a new run off the step that is shown."""
        step = self._place()
        if step is not None:
            self.context.run.go_on_from(step)

    def go_to_now(self) -> None:
        """Show the present again."""
        self._chosen_after_end = None
        self.context.run.past.back_to_now()
        self.context.cursor.set(None)
        self._show()

    def retranslate(self) -> None:
        self.title.setText(tr("Rewind"))
        self.branch.setText(tr("Continue from here"))
        self.branch.setToolTip(
            tr("Train on from this step as a new run; the curves of this one stay.")
        )
        self.now.setText(tr("Now"))
        self.now.setToolTip(tr("Show the present again."))
        self.bar.setAccessibleName(tr("Timeline"))
        self.setToolTip(
            tr("Drag to see every view as it was at an earlier step. The training goes on.")
        )
        self._show_marks()
        self._show()

    def _connect(self) -> None:
        context = self.context
        self._chosen_after_end: int | None = None  # of a run that nobody can measure any more
        self.bar.chosen.connect(self._on_chosen)
        self.bar.pointed.connect(self._on_pointed)
        self.branch.clicked.connect(self.go_on_from_here)
        self.now.clicked.connect(self.go_to_now)
        context.cursor.moved.connect(self._on_cursor)
        context.run.measured.connect(self._show)
        context.run.restarted.connect(self._on_restarted)
        context.run.state_changed.connect(self._show)
        context.run.past.changed.connect(self._show_all)
        context.runs.changed.connect(self._show_marks)
        context.doctor.changed.connect(self._show_marks)
        context.theme.changed.connect(self._show_marks)

    def _on_chosen(self, step: float | None) -> None:
        run = self.context.run
        if step is None or run.past.nearest(step) is None:
            self.go_to_now()
        elif run.attended:
            run.past.look(step)
            self.context.cursor.set(run.past.wanted)
        else:
            self._chosen_after_end = run.past.nearest(step)
            self._show()

    def _on_pointed(self, step: float | None) -> None:
        """Plots show the step under the pointer, else the one that is looked at."""
        self.context.cursor.set(self._place() if step is None else step)

    def _on_cursor(self) -> None:
        self.bar.cursor_step = self.context.cursor.step
        self.bar.update()

    def _on_restarted(self, _run: int) -> None:
        self._chosen_after_end = None
        self._show_all()

    def _show_all(self) -> None:
        self._show_marks()
        self._show()

    def _place(self) -> int | None:
        """The step that the handle stands at; None for the present."""
        if self._chosen_after_end is not None and not self.context.run.attended:
            return self._chosen_after_end
        return self.context.run.past.wanted

    def _show(self, *_news: object) -> None:
        run, place = self.context.run, self._place()
        self.bar.ticks = run.past.kept
        self.bar.setEnabled(self.can_look)
        self.bar.show_steps(run.step_count, place)
        self.branch.setVisible(place is not None)
        self.now.setVisible(place is not None)
        words = self._words(place)
        kind = "past" if place is not None else "now"
        self.badge.setText(words)
        self.bar.setAccessibleDescription(words)
        if self.badge.property("kind") != kind:
            self.badge.setProperty("kind", kind)
            self.badge.style().unpolish(self.badge)
            self.badge.style().polish(self.badge)

    def _words(self, place: int | None) -> str:
        run = self.context.run
        newest = f"{run.step_count:,}"
        if place is None:
            return tr("live · step {n}", n=newest)
        if not run.attended:
            return tr("Step {n} of {total}: continue to see it", n=f"{place:,}", total=newest)
        return tr("Step {n} of {total} – the past", n=f"{place:,}", total=newest)

    def _show_marks(self) -> None:
        self.bar.marks = sorted(self._marks(), key=lambda mark: mark.step)
        self.bar.update()

    def _marks(self) -> Iterator[Mark]:
        context, tokens = self.context, self.context.theme.tokens
        for step, text in context.run.past.edits:
            yield Mark(step, text, "edit", tokens.accent)
        for finding in context.doctor.findings:
            colour = tokens.bad if finding.severity == "error" else tokens.warning
            yield Mark(finding.step, finding.message, "finding", colour)
        current = context.runs.current
        if current is None or current.parent is None:
            return
        number, step = current.parent
        parent = context.runs.find(number)
        title = parent.title if parent is not None else tr("Run {n}", n=number)
        colour = run_colour(parent.colour) if parent is not None else tokens.secondary
        yield Mark(step, tr("branched off {run}", run=title), "branch", colour)
