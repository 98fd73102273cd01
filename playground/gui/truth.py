"""What a view claims to show: read back by a test and compared with the tensors."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect

from playground.gui.lenses._pictures import Scale

MINUS = "\u2212"  # the real minus sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number, colour or bar on the screen, and what it stands for.

    What it stands for is `tensor[index]`; or, for what is calculated, `formula`: a numpy expression
    in which ``t["inside/hidden/in/0"]`` is a tensor, such as ``t["a"][0, 1] * t["b"][1]``.

    Parameters
    ----------
    view : str
        Key of the lens or depth view.
    where : QRect or int
        Where it is seen: a rectangle of the view, in the view's own px, or the number of a row.
    tensor : str
        Name of an array of the snapshot, "inside/hidden/out".
    index : tuple of int
        Where in it.
    formula : str
        For numbers that stand in no tensor.
    text : str
        The number as it is written.
    digits : int
        How it is written, see `written`.
    colour : tuple of int or None
        Red, green, blue that it is painted with in the middle of `where`; () for what is hatched
        because it is no finite number.
    scale : Scale or None
        How values become colours, or lengths.
        None for colours that follow another rule: the formula then gives red, green and blue.
    length : float or None
        Of a bar: signed part of the full length, which stands for the end of the scale.
    value : float or None
        What the view holds, where it is neither written nor coloured: a point of a curve.
    words : str
        A text that is no number, "3≠5": the formula gives it.
    """

    view: str
    where: QRect | int
    tensor: str = ""
    index: tuple[int, ...] = ()
    formula: str = ""
    text: str = ""
    digits: int = 2
    colour: tuple[int, ...] | None = None
    scale: Scale | None = None
    length: float | None = None
    value: float | None = None
    words: str = ""
    value: float | None = None


def written(value: float, digits: int = 2) -> str:
    """A number as the views of the depth write it: 0.42, −1.20, 3.2e−07, 12,400, NaN, ∞.

    `digits` behind the point; small and large numbers get an exponent, so that none looks like 0.
    """
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞" if value > 0 else f"{MINUS}∞"
    size = abs(value)
    if 0 < size < 0.5 * 10.0**-digits or size >= 1e6:
        text = f"{value:.{max(digits - 1, 0)}e}"
        mantissa, _, exponent = text.partition("e")
        text = f"{mantissa}e{int(exponent)}"
    else:
        text = f"{value:,.{digits}f}"
    return text.replace("-", MINUS)
