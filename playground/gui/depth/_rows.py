"""Rows of named numbers with bars: who gives how much, who takes how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from playground.gui.cursor import Unit
from playground.gui.depth._marks import Bar, Claim, Mark, Words, figure
from playground.gui.lenses._pictures import Scale

ROW, HEAD = 19.0, 18.0  # px
_NAME, _NUMBER, _SHARE = 42.0, 48.0, 40.0  # px; widths of columns


@dataclass(frozen=True, slots=True)
class Row:
    """A named number, and what part of a whole it is."""

    name: str
    value: float
    claim: Claim
    share: float
    share_formula: str
    unit: Unit | tuple[int, ...] | None = None
    told: str = ""


def fit(rect: QRectF) -> int:
    """Rows there is room for below the title."""
    return max(0, int((rect.height() - 2 * HEAD) // ROW))


def listed(
    rect: QRectF, title: str, heads: tuple[str, str], rows: Sequence[Row], scale: Scale
) -> list[Mark]:
    """Title, column heads, and a row each: name, number, bar, share in per cent."""
    right = Qt.AlignmentFlag.AlignRight
    marks: list[Mark] = [Words(QRectF(rect.left(), rect.top(), rect.width(), HEAD), title)]
    y = rect.top() + HEAD
    columns = _columns(rect, y)
    for column, text in ((columns[1], heads[0]), (columns[3], heads[1])):
        wide = column.adjusted(-16, 0, 0, 0)
        marks.append(Words(wide, text, ink="secondary", font="small", align=right))
    y += HEAD
    for row in rows:
        name, number, bar, share = _columns(rect, y)
        looks = {"index": row.unit, "told": row.told}
        marks.append(Words(name, row.name, ink="secondary", font="small_number", **looks))
        marks.append(figure(number, row.value, row.claim, **looks))
        if bar.width() >= 16:
            marks.append(Bar(bar.adjusted(0, 4, 0, -4), row.value, scale, row.claim, **looks))
        claim = Claim(formula=f"100 * ({row.share_formula})")
        marks.append(figure(share, 100 * row.share, claim, 1, **looks))
        y += ROW
    return marks


def _columns(rect: QRectF, y: float) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    left, right = rect.left(), rect.right()
    name = QRectF(left, y, _NAME, ROW)
    number = QRectF(name.right(), y, _NUMBER, ROW)
    share = QRectF(right - _SHARE, y, _SHARE, ROW)
    bar = QRectF(number.right() + 8, y, max(0.0, share.left() - number.right() - 16), ROW)
    return name, number, bar, share
