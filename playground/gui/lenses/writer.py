"""Lens: the text that a language model writes while it learns."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._pictures import Scale
from playground.gui.lenses._writer_bar import WriterBar
from playground.gui.lenses._writer_samples import Text, WriterSamples, interval
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading, written
from playground.gui.widgets.share_bars import ShareBars
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.writing import Writing, as_text, unpacked
from playground.telemetry.writing.sampling import chances
from playground.telemetry.writing.writer import Written

SHOWN = 12  # tokens with a bar
SIGNS = {" ": "␣", "\n": "↵", "\t": "⇥"}


@lens("writer", title=mark("Writer"))
class WriterLens(Lens):
    """A prompt, what the network writes on, and how likely each next token is.

    The bars are probabilities after temperature, top-k and top-p: those with which the first token
    of the text was drawn. Texts are kept at fixed intervals, so that they can be compared.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.bar, self.bars, self.samples = WriterBar(), ShareBars(), WriterSamples()
        self.note, self.heading = ElidedLabel(), ElidedLabel()
        for label in (self.note, self.heading):
            label.setObjectName("lensLegend")
        self.page = QPlainTextEdit(readOnly=True)
        self.page.setObjectName("mono")
        self.page.setUndoRedoEnabled(False)
        self.page.setMinimumSize(120, 50)
        self.written: Written | None = None
        self.step, self.context_length = 0, 0
        self.vocabulary: list[str] = []
        self.shown: list[int] = []  # tokens of the bars
        self._lay_out()
        self.bar.changed.connect(self._on_asked)
        self.samples.picked.connect(self._write)
        self.samples.clear(interval(context.document.document.train.steps))
        self.retranslate()
        self.retheme()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.bars, 1)
        upper = QWidget()
        row = QHBoxLayout(upper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(left, 2)
        row.addWidget(self.page, 3)
        parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        parts.addWidget(upper)
        parts.addWidget(self.samples)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self.note)
        layout.addWidget(parts, 1)

    # -- the base ---------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        choice = self.bar.choice
        return (
            Writing(
                prompt=self.bar.text(),
                temperature=float(choice.temperature),
                top_k=int(choice.top_k),
                top_p=float(choice.top_p),
            ),
        )

    def waits_for(self) -> str:
        if self.context.document.document.train.experiment != "language_model":
            return tr("This view shows what a network writes: it needs a language model.")
        return super().waits_for()

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays = snapshot.arrays
        state = arrays.get("writing/state")
        if state is None:
            return False
        step, cut, slid, replaced, self.context_length, began = (int(n) for n in state)
        prompt = as_text(arrays["writing/prompt"])
        self.vocabulary = unpacked(arrays["writing/vocabulary"])
        self.written = Written(
            prompt=prompt,
            text=as_text(arrays["writing/text"]),
            logits=arrays["writing/logits"],
            unknown=tuple(unpacked(arrays["writing/unknown"])),
            replaced=bool(replaced),
            cut=cut,
            slid=bool(slid),
            began=prompt if began else "",
        )
        self.step = step
        self.samples.add(Text(step, prompt, self.written.text))
        self._draw_bars()
        self._write()
        return True

    def readings(self) -> list[Reading]:
        """The text and its prompt, and each bar with its token and its probability."""
        if self.written is None:
            return []
        found = [
            Reading(view=self.key, where=0, formula="spelled(t['writing/prompt'])", words=part)
            for part in [self.written.prompt]
            if part
        ]
        if self.written.text and self.samples.chosen() is None:
            formula = "spelled(t['writing/prompt']) + spelled(t['writing/text'])"
            words = self.page.toPlainText()
            found.append(Reading(view=self.key, where=0, formula=formula, words=words))
        choice = self.bar.choice
        asked = f"{choice.temperature!r}, {choice.top_k!r}, {choice.top_p!r}"
        for row in self.bars.rows():
            token = self.shown[row]
            found.append(
                Reading(
                    view=self.key,
                    where=row,
                    formula=f"drawn(t['writing/logits'], {asked})[{token}]",
                    text=self.bars.texts[row],
                    digits=3,
                    length=self.bars.length(row),
                    scale=Scale(0.0, 1.0),
                )
            )
            formula = f"token_sign(t['writing/vocabulary'], {token})"
            name = self.bars.names[row]
            found.append(Reading(view=self.key, where=row, formula=formula, words=name))
        return found

    def on_restarted(self) -> None:
        self.written = None
        self.samples.clear(interval(self.context.document.document.train.steps))

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.bars.colour, self.bars.ground = tokens.accent, tokens.field
        self.bars.update()
        self._write()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.samples.retranslate()
        self.heading.setText(tr("Next token, as it is drawn"))
        self.heading.setToolTip(
            tr("Probabilities of the token after the prompt, after temperature, top-k and top-p.")
        )
        self.bars.setAccessibleName(tr("Next token, as it is drawn"))
        self.page.setAccessibleName(tr("Text that the network writes"))
        self._write()

    # -- what is shown ----------------------------------------------------------------------------

    def _on_asked(self) -> None:
        self.refresh_probes()
        if self.written is not None:
            self._draw_bars()  # the scores are there already; the text comes with the next reading

    def _draw_bars(self) -> None:
        assert self.written is not None  # the callers have seen it
        logits = self.written.logits
        shares = chances(logits, self.bar.choice)
        self.shown = np.argsort(-logits, kind="stable")[:SHOWN].tolist()
        names = [sign_of(self.vocabulary[token]) for token in self.shown]
        values = shares[self.shown]
        self.bars.show_shares(names, values, [written(float(value), 3) for value in values])

    def _write(self) -> None:
        """The newest text, or the one that is chosen: the prompt in the accent colour."""
        chosen = self.samples.chosen()
        if chosen is None and self.written is not None:
            chosen = Text(self.step, self.written.prompt, self.written.text)
        if chosen is None:
            return
        plain, accent = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(self.context.theme.tokens.ink))
        accent.setForeground(QColor(self.context.theme.tokens.accent))
        self.page.clear()
        cursor = self.page.textCursor()
        cursor.insertText(chosen.prompt, accent)
        cursor.insertText(chosen.text, plain)
        self._say(chosen.step)

    def _say(self, step: int) -> None:
        remarks = self.written.remarks(self.context_length) if self.written is not None else []
        at = tr("step {step}", step=f"{step:,}")
        self.note.setText(" · ".join([at, *remarks]))


def sign_of(token: str) -> str:
    """A token as a bar names it: white space as signs."""
    return "".join(SIGNS.get(letter, letter) for letter in token)
