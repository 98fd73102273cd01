"""The arithmetic of one move, laid out in lines with the numbers in the formula."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt

from playground.explain.chain_rule import Line, Move, Number, Record, Token
from playground.gui.depth._marks import Bar, Cells, Claim, Mark, Words, figure
from playground.gui.graph.style import Look
from playground.gui.lenses._chain_board import as_matrix, fitted, peak_mark
from playground.gui.lenses._pictures import Scale
from playground.gui.truth import written
from playground.i18n import tr

_LINE = 18.0  # px
_INDENT = 14.0
_BAR = 12.0
_PICTURE = 96.0
# one Chinese character with the marks that may not leave it, or a run of other characters
_UNBROKEN = re.compile(r"[“（《]*[\u2e80-\uffef][，。；：、！？）”》]* ?|[^\u2e80-\uffef]+")


def digits_of(value: float) -> int:
    """So many behind the point that about three count; `written` gives tiny ones an exponent."""
    size = abs(value)
    return 3 if size >= 0.1 or size < 5e-4 else 4 if size >= 0.01 else 5


class _Flow:
    """Puts words beside each other and begins a new line where there is no room."""

    def __init__(self, width: float, look: Look) -> None:
        self.width, self.look = width, look
        self.x, self.y = 0.0, 0.0
        self.indent = _INDENT  # of a line that had no room
        self.marks: list[Mark] = []

    def words(self, text: str, font: str = "number", ink: str = "ink") -> None:
        """A text; a long one is broken at its spaces, Chinese between any two characters."""
        for piece in _pieces(text):
            self._put(piece, font, ink)

    def number(self, number: Number, font: str = "number", ink: str = "ink") -> None:
        """A number with what it claims to be."""
        digits = digits_of(number.value)
        text = written(number.value, digits)
        self._put(text, font, ink, Claim(formula=number.ref), digits)

    def new_line(self, indent: float = 0.0, gap: float = 0.0) -> None:
        """Go on in the next line."""
        self.x, self.y = indent, self.y + _LINE + gap

    def _put(
        self, text: str, font: str, ink: str, claim: Claim | None = None, digits: int = 2
    ) -> None:
        wide = self.look.width(getattr(self.look, font), text)
        if self.x > _INDENT and self.x + wide > self.width:
            self.new_line(self.indent)
        rect = QRectF(self.x, self.y, min(wide + 1, max(self.width - self.x, 20.0)), _LINE)
        self.marks.append(
            Words(rect, text, claim, digits, ink, font, Qt.AlignmentFlag.AlignLeft, told=text)
        )
        self.x += wide


def _pieces(text: str) -> list[str]:
    """What must stay in one line; together they are the text."""
    words = text.split(" ")
    spaced = [word + " " for word in words[:-1]] + ([words[-1]] if words[-1] else [])
    return [piece for word in spaced for piece in _UNBROKEN.findall(word)]


def text_marks(text: str, width: float, look: Look) -> tuple[list[Mark], float]:
    """A sentence in the place of a formula, and how high it is."""
    flow = _Flow(width, look)
    flow.indent = 0.0
    flow.words(text, "text", "secondary")
    return flow.marks, flow.y + _LINE


def formula_marks(
    record: Record, move: Move, heading: str, width: float, look: Look, *, hidden: bool = False
) -> tuple[list[Mark], float]:
    """What the panel of the formula shows, and how high it is.

    Parameters
    ----------
    hidden : bool
        The user is to predict the result: numbers stay away.
    """
    flow = _Flow(width, look)
    flow.words(heading, "title")
    flow.new_line(gap=4)
    for line in move.lines:
        _line(flow, line, hidden, last=line is move.lines[-1])
    if move.path is not None and move.so_far is not None and not hidden:
        i, n = move.path
        flow.words(
            tr("Path {i} of {n} that lead here; sum so far: ", i=i, n=n), "text", "secondary"
        )
        flow.number(move.so_far, "bold_number")
        flow.new_line(gap=2)
    if move.step is not None and not hidden:
        _bars(flow, move.step)
    if move.tensors and not hidden:
        _pictures(flow, record, move)
    return flow.marks, flow.y + 4


def _line(flow: _Flow, line: Line, hidden: bool, last: bool) -> None:
    flow.words(line.left, "bold_number")
    if line.symbols:
        flow.words(f" = {line.symbols}", "number", "secondary")
    if hidden:
        flow.words(" = ?", "bold_number", "accent")
        flow.new_line(gap=4)
        return
    if line.tokens:
        flow.new_line(_INDENT)
        flow.words("= ")
        _tokens(flow, line.tokens)
    if not line.tokens or not _is_result(line):
        flow.words(" = " if flow.x > _INDENT else "= ")
        flow.number(line.result, "bold_number", "accent" if last else "ink")
    flow.new_line(gap=4)


def _is_result(line: Line) -> bool:
    return len(line.tokens) == 1 and line.tokens[0] == line.result


def _tokens(flow: _Flow, tokens: tuple[Token, ...]) -> None:
    for place, token in enumerate(tokens):
        if isinstance(token, str):
            flow.words(token, ink="secondary")
        elif token.value < 0 and place and not str(tokens[place - 1]).endswith("("):
            flow.words("(", ink="secondary")
            flow.number(token)
            flow.words(")", ink="secondary")
        else:
            flow.number(token)


def _pictures(flow: _Flow, record: Record, move: Move) -> None:
    """A weight beside its gradient."""
    side = min(_PICTURE, (flow.width - 12) / 2)
    for place, name in enumerate(move.tensors):
        values, title = record.arrays[name], move.lines[-1].left.partition("[")[0]
        title = title if place else title.removeprefix("∂L/∂")
        left, scale = place * (side + 12), Scale.signed(values)
        matrix, index = as_matrix(values)
        room = QRectF(left, flow.y + _LINE, side, side)
        flow.marks.append(Words(QRectF(left, flow.y, side, _LINE), title, font="small", told=title))
        flow.marks.append(Cells(fitted(room, matrix.shape), matrix, scale, name, index, title))
        spot = QRectF(left, room.bottom() + 1, side, 14)
        flow.marks += peak_mark(spot, values, name)
    flow.y += _LINE + side + 16


def _bars(flow: _Flow, step: tuple[Number, Number]) -> None:
    """The weight before and after, on one scale."""
    peak = max(abs(number.value) for number in step) or 1.0
    scale = Scale(-peak, peak)
    label = 52.0
    for text, number in ((tr("before"), step[0]), (tr("after"), step[1])):
        flow.marks.append(
            Words(QRectF(0, flow.y, label, _LINE), text, font="small", ink="secondary")
        )
        room = QRectF(label, flow.y + 3, max(flow.width - label - 70, 40.0), _BAR)
        flow.marks.append(Bar(room, number.value, scale, Claim(formula=number.ref)))
        spot = QRectF(room.right() + 4, flow.y, 64, _LINE)
        digits = digits_of(number.value)
        flow.marks.append(figure(spot, number.value, Claim(formula=number.ref), digits))
        flow.y += _LINE
    flow.words(tr("change: "), "small", "secondary")
    flow.number(step[1] + -step[0], "bold_number")
    flow.y += _LINE + 4
