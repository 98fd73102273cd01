"""Reads back what views show and compares it with tensors: the rules are written down again here.

Nothing of the window's own colouring is used, so that a fault there is found too.
"""

from __future__ import annotations

from functools import cache
from math import isfinite

import gan_truths
import numpy as np
import race_truths
import writer_truths
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from playground.explain.activation import slope
from playground.gui.theme import CLASSES
from playground.gui.truth import written


@cache
def _parts(colour: str) -> tuple[float, ...]:
    return tuple(float(int(colour[i : i + 2], 16)) for i in (1, 3, 5))


def rgb(colour: str) -> np.ndarray:
    return np.array(_parts(colour))


def ramp(stops: tuple[str, ...], share: float) -> np.ndarray:
    """A colour between stops, by a share from 0 to 1."""
    place = min(max(float(share), 0.0), 1.0) * (len(stops) - 1)
    before = min(int(place), len(stops) - 2)
    a, b, part = _parts(stops[before]), _parts(stops[before + 1]), place - before
    return np.array([x + (y - x) * part for x, y in zip(a, b, strict=True)])


class Judge:
    """Knows the arrays of a snapshot and says for a reading whether it is true.

    Parameters
    ----------
    arrays : mapping
        Name -> array: those of the snapshot, and "rows/<scalar>", "steps/<scalar>" of the history.
    tokens : Tokens
        Colours of the theme.
    classes : tuple of str
        Names of the classes.
    """

    def __init__(self, arrays, tokens, classes=()):
        self.arrays, self.tokens, self.classes = arrays, tokens, classes

    def claimed(self, reading):
        """What a reading says that it is: a number, a colour, a word."""
        if not reading.formula:
            return float(self.arrays[reading.tensor][reading.index])
        names = {
            "t": self.arrays,
            "np": np,
            "slope": slope,
            "pixel": pixel,
            "verdict": self.verdict,
            "confusion_count": confusion_count,
            "confusion_colour": self.confusion_colour,
            "moving_mean": moving_mean,
            "curve_over": curve_over,
            "nearest": nearest,
            "log10": log10,
            "class_colour": class_colour,
            **gan_truths.NAMES,
            **race_truths.NAMES,
            **writer_truths.NAMES,
        }
        return eval(reading.formula, names)  # an expression of our own views

    def fault(self, reading, image=None):
        """Why a reading is not true, "" if it is."""
        claimed = self.claimed(reading)
        if reading.words:
            return "" if reading.words == claimed else f"{reading.words!r} is {claimed!r}"
        if reading.text and reading.text != written(float(claimed), reading.digits):
            return f"{reading.text} is {claimed}"
        if reading.colour is None and reading.value is not None:
            same = np.isclose(reading.value, claimed, rtol=1e-5, atol=1e-6, equal_nan=True)
            return "" if same else f"{reading.value} is {claimed}"
        if reading.length is not None:
            share = float(np.clip(claimed / reading.scale.high, -1, 1))
            if abs(share - reading.length) > 1e-6:
                return f"a bar of {reading.length} for {claimed}"
        return self._colour_fault(reading, claimed, image)

    def _colour_fault(self, reading, claimed, image):
        if reading.colour is None:
            return ""
        known = isfinite(claimed) if isinstance(claimed, float) else np.isfinite(claimed).all()
        if reading.colour == ():
            return "" if not known else f"{claimed} is hatched"
        if not known:
            return "a colour for what is no finite number"
        wanted = self.colour(reading, claimed)
        if max(abs(a - b) for a, b in zip(reading.colour, wanted, strict=True)) > 2.5:
            return f"{reading.colour} for {claimed}, wanted {wanted}"
        if image is not None and isinstance(reading.where, QRect):
            seen = [QColor(image.pixel(spot)).getRgb()[:3] for spot in spots(reading.where)]
            if np.abs(np.array(seen) - wanted).max(axis=1).min() > 3:
                return f"painted {seen[0]} for {claimed}, wanted {wanted}"
        return ""

    def colour(self, reading, claimed):
        """Red, green, blue of a number or of probabilities, by the stated scale."""
        if (np.shape(claimed) == (3,) and reading.scale is not None) or reading.scale is None:
            return self._plain(reading, np.asarray(claimed, dtype=float))
        t, high = self.tokens, reading.scale.high
        if reading.scale.low == 0:
            return ramp((t.sequential_low, t.sequential_high), claimed / high)
        share = (claimed / high + 1) / 2
        return ramp((t.negative, t.zero, t.positive), share)

    def _plain(self, reading, claimed):
        """A colour that the formula gives; or the soft colours of the decision surface."""
        if reading.view != "surface":
            return claimed
        t = self.tokens
        if claimed.size == 1:
            share = 0.6 * float(claimed.reshape(())) / reading.value
            return ramp((t.negative, t.zero, t.positive), (np.clip(share, -1, 1) + 1) / 2)
        if claimed.size == 2:
            share = 0.6 * (claimed[1] - claimed[0])
            return ramp((t.negative, t.zero, t.positive), (share + 1) / 2)
        kinds = np.array([rgb(colour) for colour in CLASSES])
        colours = kinds[np.arange(claimed.size) % len(CLASSES)]
        sure = (claimed.max() * claimed.size - 1) / (claimed.size - 1)
        return rgb(t.zero) + (claimed @ colours - rgb(t.zero)) * 0.6 * np.clip(sure, 0, 1)

    def verdict(self, t, row):
        """What stands below a test sample: who it is taken for, and who it is."""
        said = self.name(int(t["predictions/probabilities"][row].argmax()))
        true = self.name(int(labels(t)[row]))
        return said if said == true else f"{said}≠{true}"

    def name(self, label):
        return self.classes[label] if label < len(self.classes) else str(label)

    def confusion_colour(self, t, true, said):
        share = confusion_count(t, true, said) / max((labels(t) == true).sum(), 1)
        k = self.tokens
        if true == said:
            return ramp((k.sequential_low, k.sequential_high), share)
        strength = 0.15 + 0.85 * share if share > 0 else 0.0
        return rgb(k.field) + strength * (rgb(k.bad) - rgb(k.field))


def class_colour(label):
    return rgb(CLASSES[int(label) % len(CLASSES)])


def spots(where):
    """The middle of a place and its corners: a frame or a letter may lie over some of them."""
    yield where.center()
    yield from (where.topLeft(), where.topRight(), where.bottomLeft(), where.bottomRight())


def labels(t):
    targets = t["predictions/targets"]
    return targets.argmax(1) if targets.ndim > 1 else targets


def confusion_count(t, true, said):
    taken = t["predictions/probabilities"].argmax(1)
    return float(((labels(t) == true) & (taken == said)).sum())


def moving_mean(values, weight):
    """As TensorBoard: weights of the past by powers, divided by their sum."""
    found = values.astype(float)
    for i in np.flatnonzero(np.isfinite(values)):
        past = values[: i + 1][np.isfinite(values[: i + 1])]
        shares = weight ** np.arange(len(past) - 1, -1, -1)
        found[i] = (shares @ past) / shares.sum()
    return found


def curve_over(steps, known, told):
    """Epochs or seconds at steps; 0 at step 0."""
    return np.interp(steps, [0, *known], [0, *told])


def nearest(places, at):
    return int(np.nanargmin(np.abs(places - at)))


def log10(values):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(values > 0, np.log10(values), np.nan)


def pixel(sample, row, column):
    """A number of a sample, or red, green, blue of one with three channels."""
    if sample.ndim == 3 and len(sample) == 3:
        return np.rint(255 * np.clip(sample[:, row, column], 0, 1))
    flat = sample[0] if sample.ndim == 3 else np.atleast_2d(sample)
    return float(flat[row, column])
