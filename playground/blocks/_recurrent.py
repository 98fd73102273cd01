"""What the recurrent blocks share: parameters, shapes, costs, which output of torch leaves."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from playground.blocks.base import Block, Call, Cost, Port, Shape, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


class Recurrent(Block):
    """A network that reads a sequence step by step and hands its state on to itself.

    Shapes (batch axis implied): in (steps, features) -> out (steps, hidden_size * directions) for
    output="sequence", (hidden_size * directions,) for output="last"; 2 directions when
    bidirectional, else 1. States start at 0.
    """

    module: ClassVar[str] = ""  # class in torch.nn
    gates: ClassVar[int] = 1  # parts of hidden_size rows that each weight consists of
    extra: ClassVar[int] = 0  # FLOPs of one unit and step beside weighted sums
    kept: ClassVar[int] = 0  # numbers of one unit and step that the way back needs
    state: ClassVar[str] = "[1]"  # where the final hidden state is in what the module gives

    inputs = (Port("in", axes="TF"),)
    outputs = (Port("out", axes="F|TF"),)

    hidden_size: int = param(
        32, ge=1, le=65536, help="Number of units = numbers in the state; each direction has those."
    )
    num_layers: int = param(
        1, ge=1, le=64, help="Layers one above the other: each reads the sequence of the one below."
    )
    bidirectional: bool = param(
        False,
        help="A second network reads from the last step to the first; both outputs are joined.",
    )
    dropout: float = param(
        0.0,
        ge=0.0,
        le=1.0,
        help="Share of the numbers between two layers that are silenced while training.",
    )
    output: Literal["sequence", "last"] = param(
        "sequence",
        help="All steps, or the final state: of the last step forwards, the first one backwards.",
    )

    @property
    def directions(self) -> int:
        """In how many directions the sequence is read."""
        return 2 if self.bidirectional else 1

    def shapes(self, x: Shape) -> Shape:
        if self.dropout and self.num_layers == 1:
            raise ShapeError(
                tr("Dropout acts between layers, but there is one layer."),
                hint=tr("Set num_layers to 2 or more, or dropout to 0."),
            )
        width = self.hidden_size * self.directions
        return (x[0], width) if self.output == "sequence" else (width,)

    def cost(self, x: Shape, y: Shape) -> Cost:
        """Of each layer and direction: weights of inputs and of states, and two biases a unit."""
        weights = rows = 0
        for layer in range(self.num_layers):
            taken = x[1] if layer == 0 else self.hidden_size * self.directions
            rows += self.gates * self.hidden_size * self.directions
            weights += self.gates * self.hidden_size * self.directions * (taken + self.hidden_size)
        units = self.hidden_size * self.directions * self.num_layers
        shown = numel(y) if self.output == "sequence" else 0
        return Cost(
            parameters=weights + 2 * rows,
            flops=x[0] * (2 * weights + 2 * rows + self.extra * units),
            activations=numel(y),
            inner=x[0] * units * self.kept - shown,
            rounds=x[0] * self.num_layers,
        )

    def call(self, x: Shape) -> Call:
        options = self.unless(num_layers=1, bidirectional=False, dropout=0.0)
        return call(
            self.module, x[1], self.hidden_size, **self._special(), **options, batch_first=True
        )

    def _special(self) -> dict[str, Any]:
        """Keywords that only one kind of module has."""
        return {}

    def invoke(self, module: Any, x: Any) -> Any:
        made = module(x)
        if self.output == "sequence":
            return made[0]
        states = self._states(made)  # (layers * directions, N, hidden_size)
        if not self.bidirectional:
            return states[-1]
        return states[-2:].transpose(0, 1).flatten(1)

    def _states(self, made: Any) -> Any:
        """The final hidden states of all layers and directions."""
        return made[1]

    def invoked(self, name: str, *xs: str) -> str:
        (x,) = xs
        if self.output == "sequence":
            return f"{name}({x})[0]"
        if not self.bidirectional:
            return f"{name}({x}){self.state}[-1]"
        return f"{name}({x}){self.state}[-2:].transpose(0, 1).flatten(1)"
