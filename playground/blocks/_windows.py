"""Windows that slide over an image: the arithmetic shared by convolution and pooling."""

from __future__ import annotations

import math

from playground.blocks.base import Shape
from playground.errors import ShapeError
from playground.i18n import tr


def slide(
    x: Shape, kernel: int, stride: int, padding: int, dilation: int = 1, ceil: bool = False
) -> tuple[int, int]:
    """How many windows fit down and across an image.

    Parameters
    ----------
    x : tuple of int
        The image: channels, height, width.
    kernel, stride, padding, dilation : int
        As in torch.nn.Conv2d, in px.
    ceil : bool
        A last window may hang over the edge, but has to start on the image or its first padding.

    Raises
    ------
    ShapeError
        When not even one window fits.

    Notes
    -----
    Source: Dumoulin & Visin 2016, arXiv:1603.07285, relationships 5 and 6.
    """
    span = dilation * (kernel - 1) + 1  # px from the first to the last pixel a window sees
    down, across = (_fit(n, span, stride, padding, ceil) for n in x[1:])
    if min(down, across) < 1:
        raise ShapeError(
            tr(
                "A window that spans {span} × {span} px does not fit an image of {h} × {w} px "
                "with {padding} px of padding.",
                span=span,
                h=x[1],
                w=x[2],
                padding=padding,
            ),
            hint=tr(
                "Make the kernel or its dilation smaller, add padding, or shrink the image less."
            ),
        )
    return down, across


def _fit(n: int, span: int, stride: int, padding: int, ceil: bool) -> int:
    room = n + 2 * padding - span
    if not ceil:
        return room // stride + 1
    windows = -(-room // stride) + 1
    return windows - 1 if (windows - 1) * stride >= n + padding else windows


def check_pool_padding(kernel: int, padding: int) -> None:
    """Torch pads a pooling window by at most half its side; `ShapeError` beyond that."""
    if 2 * padding > kernel:
        raise ShapeError(
            tr(
                "A padding of {padding} px is more than half of the {kernel} px window.",
                padding=padding,
                kernel=kernel,
            ),
            hint=tr("Use a padding of at most {most} px.", most=kernel // 2),
        )


def check_groups(groups: int, in_channels: int, out_channels: int) -> None:
    """Groups share the channels evenly; `ShapeError` when they cannot."""
    if in_channels % groups or out_channels % groups:
        raise ShapeError(
            tr(
                "{groups} groups cannot evenly share {arriving} channels that arrive and {leaving} "
                "that leave.",
                groups=groups,
                arriving=in_channels,
                leaving=out_channels,
            ),
            hint=tr(
                "Use 1 group, or a number that divides {most}.",
                most=math.gcd(in_channels, out_channels),
            ),
        )
