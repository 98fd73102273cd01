"""Where the data enters the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playground.blocks.base import Block, Port, Shape, block, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("input", title="Input", group="Data")
class Input(Block):
    """Hands one field of the dataset, such as the image or the features, to the network.

    Shapes (batch axis implied): out = the shape of the field.
    """

    inputs = ()
    outputs = (Port("out"),)
    formula = r"y = x"
    source = "Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 6"
    reads = True

    field: str = param("x", help="Which field of the data enters here: x holds the features.")

    def infer(
        self, inputs: Mapping[str, Sequence[Shape]], fields: Mapping[str, Shape] | None = None
    ) -> Shape:
        known = fields or {}
        if self.field not in known:
            raise ShapeError(
                tr(
                    'The data has no field "{field}"; it has: {fields}.',
                    field=self.field,
                    fields=", ".join(known) or tr("none"),
                )
            )
        return known[self.field]
