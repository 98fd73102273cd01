"""How large a receptive field is, in words."""

from __future__ import annotations

from playground.explain.receptive_field import Field
from playground.i18n import tr


def short_size(field: Field) -> str:
    """The size of its box, padding included."""
    high, wide = field.box.size
    return tr("{h} × {w} px", h=high, w=wide)


def size_of(field: Field) -> str:
    """The size of its box, and what of it lies on the layer where a part lies in the padding.

    Where a block on the way is not known to it, the cell looks at that or less.
    """
    (high, wide), (down, across) = field.box.size, field.box.clipped
    if field.box.cut:
        said = tr(
            "{h} × {w} px, {down} × {across} without padding",
            h=high,
            w=wide,
            down=down,
            across=across,
        )
    else:
        said = short_size(field)
    return said if field.exact else tr("at most {size}", size=said)
