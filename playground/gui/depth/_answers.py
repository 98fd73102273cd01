"""What a unit answers to many samples, as bars in the order of the samples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt

from playground.gui.depth._marks import Bar, Claim, Mark, Words, figure
from playground.gui.lenses._pictures import Scale
from playground.gui.selection import Sample
from playground.i18n import tr

HEAD, FOOT = 18.0, 18.0  # px
_MOST_HIGH, _MOST_WIDE = 200.0, 640.0  # px
_BESIDE = 2  # pictures that leave room for the bars beside them


def rooms(rect: QRectF, count: int, gap: float) -> tuple[list[QRectF], QRectF]:
    """Places of pictures side by side, and of the bars: beside a few, below many of them."""
    below = count > _BESIDE
    columns = count if below else count + 1
    wide = (rect.width() - (columns - 1) * gap) / columns
    high = 0.56 * rect.height() if below else rect.height()
    places = [
        QRectF(rect.left() + i * (wide + gap), rect.top(), wide, high) for i in range(columns)
    ]
    bars = places.pop() if not below else QRectF(rect)
    if below:
        bars.setTop(rect.top() + high + gap)
    bars.setSize(QSizeF(min(bars.width(), _MOST_WIDE), min(bars.height(), _MOST_HIGH)))
    return places, bars


def answers(
    rect: QRectF, arrays: Mapping[str, np.ndarray], node: str, unit: tuple[int, ...]
) -> list[Mark]:
    """Bars of `Responses`; nothing while they are of another unit, or are maps."""
    name = f"responses/{node}/out"
    values, rows = arrays.get(name), arrays.get(f"responses/{node}/rows")
    of = arrays.get(f"responses/{node}/unit")
    if values is None or rows is None or of is None or tuple(of.tolist()) != unit:
        return []
    title = tr("its answers to {n} training samples", n=len(rows))
    head = QRectF(rect.left(), rect.top(), rect.width(), HEAD)
    marks: list[Mark] = [Words(head, title, ink="secondary", font="small")]
    numbers, formula = values, f't["{name}"]'
    if values.ndim > 1:  # a map a sample: its mean
        axes = tuple(range(1, values.ndim))
        numbers, formula = values.mean(axis=axes), f"{formula}.mean(axis={axes})"
        marks = [Words(head, tr("mean of {title}", title=title), ink="secondary", font="small")]
    scale = Scale.of(numbers)
    room = QRectF(rect.left(), rect.top() + HEAD, rect.width(), rect.height() - HEAD - FOOT)
    wide = room.width() / len(numbers)
    numbers_of = [int(row) for row in rows]
    for place, value in enumerate(numbers.tolist()):
        bar = QRectF(room.left() + place * wide, room.top(), max(wide - 1, 1.0), room.height())
        claim = Claim(formula=f"{formula}[{place}]")
        sample = Sample("train", numbers_of[place])
        told = partial(_told, sample.number, value)
        marks.append(Bar(bar, value, scale, claim, True, told, sample))
    foot = QRectF(rect.left(), rect.bottom() - FOOT, rect.width(), FOOT)
    kinds = ((tr("min"), "min", 0.0), (tr("mean"), "mean", 1 / 3), (tr("max"), "max", 2 / 3))
    for label, function, share in kinds:
        x = rect.left() + share * rect.width()
        third = rect.width() / 3
        left = Qt.AlignmentFlag.AlignLeft
        marks.append(Words(QRectF(x, foot.top(), 32, FOOT), label, ink="secondary", font="small"))
        spot = QRectF(x + 32, foot.top(), third - 34, FOOT)
        claim = Claim(formula=f"{formula}.{function}()")
        value = float(getattr(numbers, function)())
        marks.append(figure(spot, value, claim, 2, font="small_number", align=left))
    return marks


def _told(number: int, value: float) -> str:
    return tr("training sample {n}: {value:.4g}", n=number, value=value)
