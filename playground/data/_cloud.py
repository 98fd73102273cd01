"""Points that a user has drawn: as text in the document, as arrays here, and how a brush acts.

The text has one point after the other, `x₁ x₂ target`, with semicolons between: `1.25 -0.5 0`. The
target is the number of the class, or the value at that point. Pure numpy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from playground.errors import DataError
from playground.i18n import tr

PLANE = 6.0  # coordinates reach from -PLANE to PLANE
MOST = 10_000  # points: more would make every edit of the document slow
_READ = 4 * MOST  # lines of a table
MOST_CLASSES = 10  # as many colours as there are
_DIGITS = 3  # behind the point: finer than a pixel of any screen
_BETWEEN = re.compile(r"[,;\t ]+")


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """Points with their targets.

    Parameters
    ----------
    x : np.ndarray
        float64 (N, 2), coordinates.
    y : np.ndarray
        float64 (N,), number of the class or value.
    """

    x: np.ndarray
    y: np.ndarray

    def __len__(self) -> int:
        return len(self.y)

    def text(self) -> str:
        """As it stands in the document."""
        rows = np.column_stack([self.x, self.y]).round(_DIGITS) + 0.0  # no minus before a zero
        return "; ".join(f"{a:.10g} {b:.10g} {c:.10g}" for a, b, c in rows.tolist())

    def keep(self, rows: np.ndarray) -> Cloud:
        """Some of the points: row numbers, or True for those that stay."""
        return Cloud(self.x[rows], self.y[rows])

    def joined(self, other: Cloud) -> Cloud:
        """Both, one after the other."""
        return Cloud(np.concatenate([self.x, other.x]), np.concatenate([self.y, other.y]))

    def near(self, at: tuple[float, float], radius: float) -> np.ndarray:
        """Which points lie within a distance: bool (N,)."""
        found: np.ndarray = np.hypot(self.x[:, 0] - at[0], self.x[:, 1] - at[1]) <= radius
        return found

    def nearest(self, at: tuple[float, float], radius: float) -> int | None:
        """Number of the point that lies nearest, None where none is within the radius."""
        if not len(self):
            return None
        away = np.hypot(self.x[:, 0] - at[0], self.x[:, 1] - at[1])
        best = int(away.argmin())
        return best if away[best] <= radius else None

    def erased(self, at: tuple[float, float], radius: float, only: float | None = None) -> Cloud:
        """Without the points under a brush; `only` those with this target."""
        gone = self.near(at, radius)
        return self.keep(~(gone if only is None else gone & (self.y == only)))

    def moved(self, number: int, to: tuple[float, float]) -> Cloud:
        """One point stands elsewhere, within the plane."""
        x = self.x.copy()
        x[number] = np.clip(to, -PLANE, PLANE)
        return Cloud(x, self.y)

    def sprayed(
        self,
        at: tuple[float, float],
        radius: float,
        count: int,
        target: float,
        rng: np.random.Generator,
    ) -> Cloud:
        """With `count` more points, evenly spread over a disc; none outside the plane.

        A radius of 0 puts one point there. No more than `MOST` points are there in all.
        """
        room = min(MOST - len(self), count)
        angle, far = rng.random((2, room)) * [[2 * np.pi], [1.0]]
        r = radius * np.sqrt(far)
        x = np.asarray(at) + np.column_stack([r * np.cos(angle), r * np.sin(angle)])
        inside = (np.abs(x) <= PLANE).all(axis=1)
        return self.joined(Cloud(x[inside], np.full(int(inside.sum()), float(target))))


EMPTY = Cloud(np.empty((0, 2)), np.empty(0))


@lru_cache(maxsize=8)
def parse(text: str) -> Cloud:
    """The points of a document.

    Raises
    ------
    DataError
        A row that is no point, or lies outside the plane; it says which.
    """
    if not text.strip():
        return EMPTY
    rows = text.rstrip("; \n").split(";")
    if len(rows) > MOST:
        raise DataError(
            tr("There are {n:,} drawn points; at most {most:,} can be.", n=len(rows), most=MOST),
            hint=tr("Put them into a CSV file, and open that as data."),
            node="data",
        )
    for number, row in enumerate(rows):
        if _numbers(row.split(), 3) is None:
            raise DataError(
                tr(
                    "Point {n} is {row}; a point is two coordinates and a target, as in 1.5 -2 0.",
                    n=number + 1,
                    row=repr(row.strip()[:40]),
                ),
                node="data",
            )
    values = np.array([row.split() for row in rows], dtype=np.float64)
    outside = (np.abs(values[:, :2]) > PLANE).any(axis=1)
    if outside.any():
        raise DataError(
            tr(
                "Point {n} lies outside the plane, which reaches from −{edge:g} to {edge:g}.",
                n=int(outside.argmax()) + 1,
                edge=PLANE,
            ),
            node="data",
        )
    values.setflags(write=False)
    return Cloud(values[:, :2], values[:, 2])


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was found in a pasted table.

    Parameters
    ----------
    cloud : Cloud
        The points that can be used.
    notes : tuple of str
        What was left out and why, in the user's language.
    """

    cloud: Cloud
    notes: tuple[str, ...] = ()


def read_table(text: str, num_classes: int | None, room: int = MOST) -> Pasted:
    """Points from a table that was copied elsewhere: x₁, x₂, target on each line.

    Parameters
    ----------
    text : str
        Between numbers stand commas, semicolons, tabs or blanks. Without a target, class 0.
    num_classes : int or None
        How many classes there are; None: targets are values.
    room : int
        Most points to take: of more, so many evenly over the table.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    total = len(lines)
    if total > _READ:  # the rest would only cost time
        lines = [lines[i] for i in np.linspace(0, total - 1, _READ).astype(int)]
    found, unread, outside, strange = [], 0, 0, 0
    for line in lines:
        words = [word for word in _BETWEEN.split(line.strip()) if word]
        row = _numbers(words, len(words)) if len(words) in (2, 3) else None
        if row is None:
            unread += 1
            continue
        target = row[2] if len(row) == 3 else 0.0
        if max(abs(row[0]), abs(row[1])) > PLANE:
            outside += 1
        elif num_classes is not None and target not in range(num_classes):
            strange += 1
        else:
            found.append((row[0], row[1], target))
    notes = []
    if unread:
        notes.append(tr("{n:,} lines are no points", n=unread))
    if outside:
        notes.append(tr("{n:,} points lie outside the plane", n=outside))
    if strange:
        notes.append(tr("{n:,} points are of a class that there is not", n=strange))
    if len(found) > room:
        notes.append(tr("of {n:,} points every so many-th was taken", n=max(total, len(found))))
        found = [found[i] for i in np.linspace(0, len(found) - 1, max(room, 0)).astype(int)]
    values = np.array(found, dtype=np.float64).reshape(-1, 3)
    return Pasted(Cloud(values[:, :2], values[:, 2]), tuple(notes))


def _numbers(words: list[str], count: int) -> list[float] | None:
    """The finite numbers that these words are, None where one is none."""
    try:
        values = [float(word) for word in words]
    except ValueError:
        return None
    return values if len(values) == count and np.isfinite(values).all() else None
