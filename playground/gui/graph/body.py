"""The picture in a card's body: a tensor, a plan and a theme make a `Picture`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QColor, QImage

from playground.gui.graph import pictures
from playground.gui.graph.card import Picture
from playground.gui.graph.facts import Facts
from playground.gui.theme import Theme
from playground.gui.token_words import words_of
from playground.i18n import tr

_WRITTEN = 4  # bars; up to so many have their number beside them


def body_of(
    facts: Facts, values: np.ndarray, theme: Theme, *, signed: bool, target: int = -1
) -> Picture:
    """Draw what a block puts out for one sample.

    Parameters
    ----------
    facts : Facts
        Of the block; its plan says which kind of picture.
    values : np.ndarray
        The output, without a batch axis.
    theme : Theme
        Gives the colour scales.
    signed : bool
        Use the symmetric scale, because the block's numbers can be negative.
    target : int
        Class of the sample, -1 when there is none.
    """
    if facts.loss:
        return _classes(facts, values, theme, target)
    if facts.plan.kind == "tokens":
        return _tokens(facts, values)
    scale = theme.diverging if signed else theme.sequential
    about = _about(values, signed)
    if facts.plan.kind == "bars":
        bars = pictures.bars(values, facts.labels, scale, signed)
        return Picture(bars=bars, values=facts.plan.total <= _WRITTEN, about=about)
    if facts.plan.kind == "strip":
        about += "\n" + tr("A column is a step, a row a feature.")
    if facts.plan.shown < facts.plan.total:
        about += "\n" + tr("{n} of {total} shown", n=facts.plan.shown, total=facts.plan.total)
    return Picture(images=to_images(pictures.images(values, facts.plan, scale)), about=about)


def with_kernels(picture: Picture, facts: Facts, weights: np.ndarray, theme: Theme) -> Picture:
    """The same picture with the learned kernels below it.

    Parameters
    ----------
    picture : Picture
        The output.
    facts : Facts
        Of the block; `facts.kernels` says how the strip looks.
    weights : np.ndarray
        torch's weight of a convolution, rank 4; its last two axes are the kernel.
    theme : Theme
        Gives the colour scale.
    """
    kernels = weights.reshape(-1, *weights.shape[-2:])
    images = to_images(pictures.images(kernels, facts.kernels, theme.diverging))
    limit = f"{pictures.limit_of(kernels):.3g}"
    about = tr("Kernels. Scale: orange −{limit}, neutral 0, blue +{limit}.", limit=limit)
    return replace(picture, kernels=images, about=f"{picture.about}\n{about}")


def to_images(rgba: np.ndarray) -> tuple[QImage, ...]:
    """Images of their own memory from an array (n, height, width, 4) uint8."""
    rgba = np.ascontiguousarray(rgba)
    height, width = rgba.shape[1:3]
    kind, painted = QImage.Format.Format_RGBA8888, QImage.Format.Format_ARGB32_Premultiplied
    return tuple(
        QImage(one.data, width, height, 4 * width, kind).convertToFormat(painted) for one in rgba
    )


def _tokens(facts: Facts, values: np.ndarray) -> Picture:
    """The words of a sequence of tokens."""
    about = tr("The tokens of one sample, in the order of their steps.")
    if facts.plan.shown < facts.plan.total:
        about += "\n" + tr("{n} of {total} shown", n=facts.plan.shown, total=facts.plan.total)
    return Picture(words=words_of(values, facts.labels), about=about)


def _classes(facts: Facts, values: np.ndarray, theme: Theme, target: int) -> Picture:
    """Bars of probabilities, one a class; the chosen one is green when it is right, else red."""
    shares = pictures.probabilities(values, facts.loss)
    accent = QColor(theme.tokens.accent).getRgb()

    def plain(numbers: np.ndarray, _limit: float) -> np.ndarray:
        return np.tile(np.array(accent, np.uint8), (*numbers.shape, 1))

    bars = pictures.bars(shares, facts.labels, plain, signed=False, limit=1.0)
    finite = bool(np.isfinite(shares).all())
    choice = int(shares.argmax()) if finite else -1
    name = facts.labels[choice] if 0 <= choice < len(facts.labels) else ""
    lines = [
        tr("Probabilities: softmax of the block's output, for one sample. Scale: 0 to 1.")
        if facts.loss == "cross_entropy"
        else tr("Probabilities: sigmoid of the block's output, for one sample. Scale: 0 to 1.")
    ]
    if finite:
        share = f"{shares[choice]:.1%}"
        lines.append(tr("The network says {name} ({share}).", name=name, share=share))
    if 0 <= target < len(facts.labels):
        lines.append(tr("The sample is {name}.", name=facts.labels[target]))
    return Picture(bars=bars, target=target, choice=choice, about="\n".join(lines))


def _about(values: np.ndarray, signed: bool) -> str:
    limit = f"{pictures.limit_of(values):.3g}"
    if signed:
        return tr(
            "Output for one sample. Scale: orange −{limit}, neutral 0, blue +{limit}.", limit=limit
        )
    return tr("Output for one sample. Scale: pale 0, full colour {limit}.", limit=limit)
