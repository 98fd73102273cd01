"""A row of numbers for each token."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("embedding", title="Embedding", group="Sequence")
class Embedding(Block):
    """Look up a learned row of numbers for each token, so that a network can calculate with it.

    Shapes (batch axis implied): in (steps,) of tokens -> out (steps, embedding_dim). A token that
    is num_embeddings or more has no row: give it at least as many rows as the data has tokens.
    """

    inputs = (Port("in", axes="T", tokens=True),)
    outputs = (Port("out", axes="TF"),)
    formula = r"y_t = W_{x_t}"
    source = (
        "Bengio, Ducharme, Vincent & Jauvin 2003, A neural probabilistic language model. Journal "
        "of Machine Learning Research 3"
    )

    num_embeddings: int = param(
        128, ge=1, le=1_000_000, help="Number of rows: one for each token of the vocabulary."
    )
    embedding_dim: int = param(32, ge=1, le=65536, help="Numbers in a row = features of a step.")

    def shapes(self, x: Shape) -> Shape:
        return (*x, self.embedding_dim)

    def cost(self, x: Shape, y: Shape) -> Cost:
        """Rows are copied, nothing is calculated."""
        return Cost(parameters=self.num_embeddings * self.embedding_dim, activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("Embedding", self.num_embeddings, self.embedding_dim)
