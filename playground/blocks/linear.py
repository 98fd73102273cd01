"""Fully connected layer."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("linear", title="Linear", group="Core")
class Linear(Block):
    """Each neuron weighs all inputs, adds them up and adds its bias.

    Shapes (batch axis implied): in (in_features,) -> out (out_features,); of a sequence each step
    by itself, with the same weights: in (steps, in_features) -> out (steps, out_features).
    """

    inputs = (Port("in", axes="F|TF"),)
    outputs = (Port("out", axes="F|TF"),)
    formula = r"y_j = \sum_i w_{ji} x_i + b_j"
    source = (
        "Rosenblatt 1958, The perceptron: a probabilistic model for information storage and "
        "organization in the brain. Psychological Review 65(6)"
    )

    out_features: int = param(8, ge=1, le=65536, help="Number of neurons = number of outputs.")
    bias: bool = param(True, help="Each neuron adds a number of its own to its weighted sum.")

    def shapes(self, x: Shape) -> Shape:
        return (*x[:-1], self.out_features)

    def cost(self, x: Shape, y: Shape) -> Cost:
        weights, biases, steps = x[-1] * y[-1], y[-1] * self.bias, numel(x[:-1])
        return Cost(
            parameters=weights + biases,
            flops=(2 * weights + biases) * steps,
            activations=numel(y),
        )

    def call(self, x: Shape) -> Call:
        return call("Linear", x[-1], self.out_features, **self.unless(bias=True))
