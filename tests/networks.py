"""Random networks that can be trained, and random composites in them."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st

from playground.document.composites import expand, group, set_repeat
from playground.document.model import DataSpec, Document, Group, ModelSpec, Node, Note, Wire
from playground.errors import EditError

KINDS = ["linear", "relu", "tanh", "add", "layer_norm"]


@st.composite
def networks(draw, most: int = 8) -> Document:
    """Blocks that all give two numbers, wired without cycles; the last one is the output."""
    count = draw(st.integers(2, most))
    nodes = [Node(id="x", block="input"), Node(id="start", block="linear", at=(200, 0))]
    nodes[1] = nodes[1].with_(params={"out_features": 2})
    wires = [Wire(source="x", target="start")]
    for number in range(count):
        kind = draw(st.sampled_from(KINDS))
        params = {"out_features": 2} if kind == "linear" else {}
        id = f"{kind}{number}"
        sources = [node.id for node in nodes[1:]]
        ends = draw(st.lists(st.sampled_from(sources), min_size=1, max_size=3, unique=True))
        for source in ends if kind == "add" else ends[:1]:
            wires.append(Wire(source=source, target=id))
        nodes.append(Node(id=id, block=kind, params=params, at=(200 * number + 400, 30 * number)))
    return Document(
        data=DataSpec(dataset="xor"),
        nodes=tuple(nodes),
        wires=tuple(draw(st.permutations(wires))),
        groups=(Group(id="frame", title="all", nodes=tuple(n.id for n in nodes[2:])),),
        notes=(Note(id="note", text="here", at=(450, 10), size=(100, 40)),),
        train={
            "params": {"loss": "mse"},
            "models": {"main": ModelSpec(input="x", output=nodes[-1].id)},
        },
    )


@st.composite
def selections(draw, doc: Document) -> tuple[str, ...]:
    """Some blocks of a level."""
    ids = [node.id for node in doc.nodes if not node.block.startswith("composite_")]
    return tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=5, unique=True)))


@st.composite
def composed(draw, times: int = 3) -> Document:
    """A network with composites: one in another, linked ones, repeated ones."""
    doc = draw(networks())
    for _ in range(draw(st.integers(1, times))):
        try:
            doc, id = group(doc, draw(selections(doc)), draw(st.sampled_from(["", "Part", "残差"])))
        except EditError:
            continue
        if draw(st.booleans()):
            repeat, share = draw(st.integers(1, 3)), draw(st.booleans())
            with suppress(EditError):
                doc = set_repeat(doc, id, repeat, share_weights=share)
    return doc


def signature(doc: Document) -> tuple[object, ...]:
    """A network up to ids and places: equal for equal networks (isomorphic ones, in practice)."""
    flat = expand(doc)
    words: dict[str, str] = {node.id: f"{node.block}{node.params}" for node in flat.nodes}
    for _ in range(len(flat.nodes)):
        arriving: dict[str, list[str]] = {node.id: [] for node in flat.nodes}
        for wire in flat.wires:
            arriving[wire.target].append(words[wire.source] + wire.source_port + wire.target_port)
        words = {
            node.id: str(hash((node.block, str(node.params), node.muted, *arriving[node.id])))
            for node in flat.nodes
        }
    return (
        tuple(sorted(words.values())),
        {role: (m.inputs and words.get(m.output)) for role, m in flat.train.models.items()},
    )
