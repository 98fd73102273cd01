"""Order, cycles and parts of the graph; networkx is the judge."""

import networkx as nx
from hypothesis import given, settings
from strategies import documents

from playground.document import topology
from playground.document.model import Document, ModelSpec, Node, Wire


def chain(*pairs: str) -> Document:
    """`chain("ab", "bc")`: blocks a, b, c and wires from a to b and from b to c."""
    ids = dict.fromkeys("".join(pairs))
    return Document(
        nodes=tuple(Node(id=id, block="relu") for id in ids),
        wires=tuple(Wire(source=pair[0], target=pair[1]) for pair in pairs),
    )


def graph(doc: Document) -> nx.MultiDiGraph:
    found = nx.MultiDiGraph()
    found.add_nodes_from(n.id for n in doc.nodes)
    found.add_edges_from((w.source, w.target) for w in doc.wires)
    return found


def test_inputs_come_before_outputs_and_cycles_last():
    assert topology.order(chain("cb", "ba")) == ("c", "b", "a")
    assert topology.order(chain("ab", "ba", "bc", "xy")) == ("x", "y", "a", "b", "c")


def test_a_cycle_is_told_in_the_direction_of_its_wires():
    assert topology.cycle(chain("ab", "bc")) == ()
    assert topology.cycle(chain("xa", "ab", "bc", "ca", "cy")) == ("a", "b", "c")
    assert topology.cycle(chain("aa")) == ("a",)


def test_a_model_ends_at_its_inputs():
    doc = chain("ab", "bc", "cd", "zc", "de", "bq")
    assert topology.subgraph(doc, ModelSpec(input="a", output="d")) == ("a", "z", "b", "c", "d")
    assert topology.subgraph(doc, ModelSpec(input=("c",), output="e")) == ("c", "d", "e")
    assert topology.subgraph(doc, ModelSpec(input="a", output="nobody")) == ()
    assert topology.subgraph(doc, ModelSpec(input="nobody", output="b")) == ("a", "b")


def test_wires_are_listed_by_both_ends():
    doc = chain("ac", "bc")
    assert topology.incoming(doc) == {"a": (), "b": (), "c": doc.wires}
    assert topology.outgoing(doc) == {"a": doc.wires[:1], "b": doc.wires[1:], "c": ()}


@given(documents(max_nodes=8))
@settings(max_examples=60, deadline=None)
def test_networkx_agrees(doc):
    judge = graph(doc)
    order = topology.order(doc)
    assert sorted(order) == sorted(doc.by_id)
    circle = topology.cycle(doc)
    assert bool(circle) != nx.is_directed_acyclic_graph(judge)
    for source, target in zip(circle, circle[1:] + circle[:1], strict=True):
        assert judge.has_edge(source, target)
    assert len(set(circle)) == len(circle)
    if not circle:
        place = {id: n for n, id in enumerate(order)}
        assert all(place[w.source] < place[w.target] for w in doc.wires)
    for id in doc.by_id:
        assert topology.ancestors(doc, id) - {id} == nx.ancestors(judge, id)
        assert topology.descendants(doc, id) - {id} == nx.descendants(judge, id)
