"""Random documents for property tests, right and wrong ones."""

from __future__ import annotations

from hypothesis import strategies as st

from playground.document.model import (
    DataSpec,
    Document,
    Group,
    ModelSpec,
    Node,
    Note,
    TrainSpec,
    View,
    Wire,
)

WORDS = ["x", "z", "hidden", "act", "conv1", "conv2", "out", "pool", "sum_1", "Block9"]
BLOCKS = [
    "input", "noise", "linear", "conv2d", "max_pool2d", "flatten", "reshape", "relu", "dropout",
    "batch_norm1d", "layer_norm", "add", "concat", "softmax", "no_such_block", "人工",
]  # fmt: skip
PORTS = ["out", "in", "query", "_x1"]
PARAMS = ["out_features", "bias", "kernel_size", "padding", "p", "shape", "dim", "field", "", "ü"]

texts = st.text(st.characters(codec="utf-8"), max_size=20)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**64) + 1, 2**64 - 1)
    | st.integers(-3, 20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
params = st.dictionaries(st.sampled_from(PARAMS), scalars | values, max_size=3)
points = st.tuples(st.floats(-1e7, 1e7), st.integers(-1000, 1000))


@st.composite
def nodes(draw, id: str | None = None) -> Node:
    return Node(
        id=draw(st.sampled_from(WORDS)) if id is None else id,
        block=draw(st.sampled_from(BLOCKS)),
        params=draw(params),
        at=draw(points),
        title=draw(texts),
        muted=draw(st.booleans()),
        frozen=draw(st.booleans()),
    )


@st.composite
def documents(draw, max_nodes: int = 7) -> Document:
    """Any document that can be written: often with cycles, unknown blocks and wrong parameters."""
    ids = draw(st.lists(st.sampled_from(WORDS), unique=True, max_size=max_nodes))
    ends = st.sampled_from(ids) if ids else st.nothing()
    ports = st.sampled_from(PORTS) | st.just("in")
    wires = st.builds(
        Wire,
        source=ends,
        source_port=st.sampled_from(PORTS) | st.just("out"),
        target=ends,
        target_port=ports,
    )
    names = st.sampled_from(WORDS)
    models = st.builds(
        ModelSpec, input=names | st.lists(names, max_size=2).map(tuple), output=names
    )
    return Document(
        title=draw(texts),
        about=draw(texts),
        data=DataSpec(
            dataset=draw(st.sampled_from(["xor", "spiral", "digits", "nothing"])),
            params=draw(params),
        ),
        nodes=tuple(draw(nodes(id)) for id in ids),
        wires=tuple(draw(st.lists(wires, max_size=9))) if ids else (),
        groups=tuple(
            Group(id=f"g{n}", title=draw(texts), nodes=tuple(draw(st.lists(ends, max_size=3))))
            for n in range(draw(st.integers(0, 2)) if ids else 0)
        ),
        notes=tuple(
            Note(id=f"note{n}", text=draw(texts), at=draw(points))
            for n in range(draw(st.integers(0, 2)))
        ),
        train=TrainSpec(
            experiment=draw(st.sampled_from(["supervised", "gan", "nothing"])),
            models=draw(
                st.dictionaries(
                    st.sampled_from(["main", "generator", "discriminator", "è"]), models, max_size=2
                )
            ),
            params=draw(params),
            steps=draw(st.integers(1, 10**12)),
            seed=draw(st.integers(0, 2**63 - 1)),
        ),
        view=View(lenses=tuple(draw(st.lists(st.sampled_from(["loss", "weights/conv1", "è"]))))),
    )
