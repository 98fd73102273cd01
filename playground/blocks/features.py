"""Functions of two features, as inputs of a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground.blocks.base import Block, Cost, Port, Shape, block, format_shape, numel, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True, slots=True)
class Feature:
    """One function of x₁ and x₂.

    Parameters
    ----------
    name : str
        The parameter that switches it on.
    symbol : str
        As a short label.
    of : callable
        Both coordinates (N,) of a batch -> the feature (N,).
    code : str
        The same in a line of Python; `{0}` stands for the batch (N, 2).
    flops : int
        For one sample.
    """

    name: str
    symbol: str
    of: Callable[[Any, Any], Any]
    code: str
    flops: int = 1


FEATURES = (
    Feature("x1", "x₁", lambda x1, x2: x1, "{0}[:, 0]", 0),
    Feature("x2", "x₂", lambda x1, x2: x2, "{0}[:, 1]", 0),
    Feature("x1_squared", "x₁²", lambda x1, x2: x1**2, "{0}[:, 0] ** 2"),
    Feature("x2_squared", "x₂²", lambda x1, x2: x2**2, "{0}[:, 1] ** 2"),
    Feature("x1_times_x2", "x₁x₂", lambda x1, x2: x1 * x2, "{0}[:, 0] * {0}[:, 1]"),
    Feature("sin_x1", "sin x₁", lambda x1, x2: x1.sin(), "{0}[:, 0].sin()"),
    Feature("sin_x2", "sin x₂", lambda x1, x2: x2.sin(), "{0}[:, 1].sin()"),
)


@block("features", title="Input features", group="Data")
class Features(Block):
    """Hand on two coordinates, and functions of them that would take neurons to learn.

    Shapes (batch axis implied): in (2,) -> out (number of features that are switched on,), always
    in the same order.
    Source: the playground of Smilkov et al. 2017, arXiv:1708.03788.
    """

    inputs = (Port("in", axes="F"),)
    outputs = (Port("out", axes="F"),)
    formula = r"y = \left( x_1, x_2, x_1^2, x_2^2, x_1 x_2, \sin x_1, \sin x_2 \right)"
    source = "Smilkov et al. 2017, Direct-manipulation visualization. arXiv:1708.03788"

    x1: bool = param(True, title="x₁", help="The first coordinate itself.")
    x2: bool = param(True, title="x₂", help="The second coordinate itself.")
    x1_squared: bool = param(False, title="x₁²", help="Large far to the left and to the right.")
    x2_squared: bool = param(False, title="x₂²", help="Large far above and below.")
    x1_times_x2: bool = param(
        False, title="x₁x₂", help="Positive where both coordinates have the same sign."
    )
    sin_x1: bool = param(False, title="sin x₁", help="A wave from left to right, in radians.")
    sin_x2: bool = param(False, title="sin x₂", help="A wave from below to above, in radians.")

    def chosen(self) -> tuple[Feature, ...]:
        """The features that are switched on, in the order in which they come out."""
        return tuple(feature for feature in FEATURES if getattr(self, feature.name))

    def shapes(self, x: Shape) -> Shape:
        if x != (2,):
            raise ShapeError(
                tr(
                    "Features are made of two coordinates, but {shape} arrives.",
                    shape=format_shape(x),
                ),
                hint=tr("Use data of the plane, or take the block away."),
            )
        if not self.chosen():
            raise ShapeError(
                tr("All features are switched off."), hint=tr("Switch at least one on.")
            )
        return (len(self.chosen()),)

    def cost(self, x: Shape, y: Shape) -> Cost:
        return Cost(flops=sum(f.flops for f in self.chosen()), activations=numel(y))

    def apply(self, x: Tensor) -> Tensor:
        import torch

        return torch.stack([f.of(x[:, 0], x[:, 1]) for f in self.chosen()], dim=1)

    def code(self, *xs: Shape) -> str:
        return f"torch.stack([{', '.join(feature.code for feature in self.chosen())}], dim=1)"

    def units(self, x: Shape) -> tuple[int | str, ...]:
        numbers = {"x1": 0, "x2": 1}
        return tuple(numbers.get(feature.name, feature.name) for feature in self.chosen())

    def unit_names(self) -> tuple[str, ...]:
        return tuple(feature.symbol for feature in self.chosen())
