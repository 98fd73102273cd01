"""Scores and heads that the user has changed, and what the network then says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QRectF

from playground.gui.depth._marks import Bar, Claim, Mark, Words, figure
from playground.gui.lenses._attention_rows import NAME, NUMBER, ROW, Rows
from playground.gui.lenses._attention_state import Spot
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

START = "attention_what_if"
SHARES = Scale(0.0, 1.0)
LIMIT = 50.0  # of a score: e^50 by e^-50 is far beyond what a share can tell
_EACH = 4  # of the largest shares, before and after
_GAP = 5.0  # px between numbers and bars
_MOST = 8  # numbers that are no shares


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is changed, as the probe takes it.

    Parameters
    ----------
    scores : tuple of (str, int, int, int, float)
        Block, head, query, key and the score that is set.
    muted : tuple of (str, int)
        Block and head.
    """

    scores: tuple[tuple[str, int, int, int, float], ...] = ()
    muted: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.scores or self.muted)

    def score(self, spot: Spot) -> float | None:
        """The score that is set in a cell."""
        return next((value for *cell, value in self.scores if tuple(cell) == _cell(spot)), None)

    def with_score(self, spot: Spot, value: float | None) -> WhatIf:
        """Another score in a cell; None: the one that the network calculates."""
        cell = _cell(spot)
        others = tuple(change for change in self.scores if change[:4] != cell)
        if value is None:
            return replace(self, scores=others)
        return replace(self, scores=(*others, (*cell, min(max(value, -LIMIT), LIMIT))))

    def is_muted(self, spot: Spot) -> bool:
        """Whether the head of a cell is."""
        return (spot.node, spot.head) in self.muted

    def with_muted(self, spot: Spot, muted: bool) -> WhatIf:
        """The head of a cell muted, or not."""
        head = (spot.node, spot.head)
        others = tuple(other for other in self.muted if other != head)
        return replace(self, muted=(*others, head) if muted else others)


def _cell(spot: Spot) -> tuple[str, int, int, int]:
    return (spot.node, spot.head, spot.query, spot.key)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Both answers to one sample.

    Parameters
    ----------
    before, after : np.ndarray, shape (C,) or (T, C)
        Without and with the changes.
    shares : bool
        Whether that are shares of classes or tokens.
    names : sequence of str
        What the numbers are called; others than C: they have no names.
    """

    before: np.ndarray
    after: np.ndarray
    shares: bool
    names: Sequence[str]

    def place(self, step: int) -> tuple[int, ...]:
        """Where the answer of a step lies in the arrays."""
        return () if self.before.ndim == 1 else (min(step, len(self.before) - 1),)

    def shown(self, place: tuple[int, ...]) -> list[int]:
        """Which numbers are told: of shares the largest of both, the likelier ones first."""
        before, after = self.before[place], self.after[place]
        if not self.shares:
            return list(range(min(len(before), _MOST)))
        found: set[int] = set()
        for values in (before, after):
            found |= set(np.argsort(-np.nan_to_num(values), kind="stable")[:_EACH].tolist())
        return sorted(found, key=lambda n: (-float(np.nan_to_num(before[n])), n))

    def name(self, number: int) -> str:
        """What a number is called."""
        return self.names[number] if len(self.names) == self.before.shape[-1] else f"y{number}"


def said_in(arrays: Mapping[str, np.ndarray], names: Sequence[str]) -> Said | None:
    """Both answers of a snapshot; None where it has none."""
    before, after, shares = (arrays.get(f"{START}/{n}") for n in ("before", "after", "shares"))
    if before is None or after is None or shares is None or before.shape != after.shape:
        return None
    return Said(before, after, bool(shares), names) if before.size else None


def say(rows: Rows, said: Said, step: int, name: str) -> None:
    """Both answers side by side, a row a class or token, with the bars of both."""
    place = said.place(step)
    rows.line(tr("Answer at step {name}", name=name) if place else tr("Answer of the network"))
    before, after = said.before[place], said.after[place]
    shown = said.shown(place)
    scale = SHARES
    if not said.shares:
        scale = Scale.signed(np.concatenate([before[shown], after[shown]]))
    label, first, _, second, _ = _places(rows)
    rows.heads(("", tr("as it is"), tr("what if")), (label, first, second))
    for number in shown:
        index = (*place, number)
        claims = [Claim(f"{START}/{part}", index) for part in ("before", "after")]
        _row(rows, said.name(number), (float(before[number]), float(after[number])), scale, claims)
    if said.shares and len(shown) < len(before):
        lead = "".join(f"[{i}]" for i in place)
        sums = [
            f'float(np.delete(t["{START}/{part}"]{lead}.astype(float), {shown}).sum())'
            for part in ("before", "after")
        ]
        left = [float(np.delete(v.astype(np.float64), shown).sum()) for v in (before, after)]
        name = tr("{n} others", n=len(before) - len(shown))
        _row(rows, name, (left[0], left[1]), scale, [Claim(formula=text) for text in sums])
    rows.gap()


def _places(rows: Rows) -> list[QRectF]:
    """Name, number and bar, number and bar: both bars alike long, or they could not be compared."""
    bar = max((rows.rect.width() - NAME - 2 * NUMBER - 4 * _GAP) / 2, 4.0)
    found, x = [], rows.rect.left()
    for width in (NAME, NUMBER, bar, NUMBER, bar):
        found.append(QRectF(x, rows.bottom, width, ROW))
        x += width + _GAP
    return found


def _row(
    rows: Rows, name: str, values: tuple[float, float], scale: Scale, claims: Sequence[Claim]
) -> None:
    label, *places = _places(rows)
    marks: list[Mark] = [Words(label, name, ink="secondary", font="small", told=name)]
    pairs: list[tuple[QRectF, QRectF]] = [(places[0], places[1]), (places[2], places[3])]
    colour = "accent" if scale.low == 0 else ""
    for (number, bar), value, claim in zip(pairs, values, claims, strict=True):
        marks.append(figure(number, value, claim, 3))
        marks.append(Bar(rows.bar_in(bar), value, scale, claim, colour=colour))
    rows.marks += marks
    rows.bottom += ROW
