"""What the colours of samples mean: their class, or their true value on a scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor

from playground.gui.context import Context
from playground.gui.lenses._judged import target_field
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme, class_colour
from playground.gui.truth import Reading
from playground.gui.widgets.colour_key import Entry
from playground.i18n import tr


@dataclass(frozen=True, slots=True)
class SampleColours:
    """Colours of samples, and what explains them: the names of classes, or a scale.

    Parameters
    ----------
    colours : tuple of QColor
        One a sample; transparent for a target that is no finite number.
    entries : tuple of Entry
        The classes that occur.
    scale : Scale or None
        Of targets that are numbers.
    """

    colours: tuple[QColor, ...]
    entries: tuple[Entry, ...] = ()
    scale: Scale | None = None

    @classmethod
    def of(cls, context: Context, count: int, targets: np.ndarray | None) -> SampleColours:
        """Colours of so many samples with these targets: labels (N,), or numbers (N, ...)."""
        theme = context.theme
        if targets is None:
            return cls((QColor(theme.tokens.accent),) * count)
        if targets.dtype.kind in "iu":
            entries = [
                Entry(class_name(context, label), QColor(class_colour(label)))
                for label in np.unique(targets).tolist()
            ]
            return cls(tuple(QColor(class_colour(int(y))) for y in targets), tuple(entries))
        values = targets.reshape(count, -1)[:, 0].astype(float)
        scale = Scale.signed(values)
        rgba = scale.colours(theme, values).tolist()
        return cls(tuple(QColor(*colour) for colour in rgba), scale=scale)

    def readings(self, key: str, tensor: str) -> list[Reading]:
        """What the colours claim of an array of targets."""
        if not self.entries and self.scale is None:
            return []
        target = f't["{tensor}"]'
        formula = f"class_colour({target}[{{i}}])"
        if self.scale is not None:
            formula = f"np.ravel({target}[{{i}}])[0]"
        return [
            Reading(
                view=key,
                where=i,
                formula=formula.format(i=i),
                colour=colour.getRgb()[:3] if colour.alpha() else (),
                scale=self.scale,
            )
            for i, colour in enumerate(self.colours)
        ]


def point_colours(theme: Theme, y: np.ndarray | None, limit: float) -> list[str]:
    """Colours of points as #rrggbb: of labels (N,), of classes one-hot (N, C), of numbers (N, 1).

    Numbers take the symmetric scale that ends at `limit`. Without targets there are none.
    """
    if y is None:
        return []
    if y.dtype.kind in "iu":
        return [class_colour(int(label)) for label in y]
    if y.ndim > 1 and y.shape[1] > 1:
        return [class_colour(int(label)) for label in y.argmax(1)]
    rgba = theme.diverging(y.reshape(-1), limit)
    return [QColor(*(int(v) for v in c)).name() for c in rgba]


def class_name(context: Context, label: int) -> str:
    """Name of a class of what is predicted, in the user's language."""
    field = target_field(context)
    names = field.classes if field is not None else ()
    return tr(names[label]) if label < len(names) else str(label)


def axes_of(context: Context) -> tuple[str, str]:
    """Names of the two features of a plane, with their unit where they have one; "" for none."""
    field = context.document.report.fields.get("x")
    if field is None or len(field.names) != 2:
        return "", ""
    units = [*field.units, field.unit, field.unit][:2]
    below, left = (
        f"{tr(name)} ({unit})" if unit else tr(name)
        for name, unit in zip(field.names, units, strict=True)
    )
    return below, left


def unit_of(context: Context) -> str:
    """The unit of the numbers to predict, to be put behind a name, such as " (σ)"; "" for none."""
    field = target_field(context)
    return f" ({field.unit})" if field is not None and field.unit else ""
