"""Edits: what each changes, what follows it, and that none ever leaves an invalid document."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import (
    BLOCKS,
    PARAMS,
    PORTS,
    WORDS,
    documents,
    nodes,
    params,
    points,
    scalars,
    texts,
)

from playground.document import edits
from playground.document.diff import diff
from playground.document.format import reads, writes
from playground.document.model import Document, Group, ModelSpec, Node, TrainSpec, View, Wire
from playground.errors import EditError

XOR = reads((Path(__file__).parents[1] / "files" / "xor_version_1.json").read_text())


def wire(source: str, target: str, port: str = "in") -> Wire:
    return Wire(source=source, target=target, target_port=port)


def wires_of(doc: Document) -> list[str]:
    return [f"{w.source}>{w.target}" for w in doc.wires]


# --- blocks ---------------------------------------------------------------------------------------


def test_fresh_ids_are_free_and_usable():
    doc = Document()
    for expected in ("linear", "linear2", "linear3"):
        id = edits.fresh_id(doc, "linear")
        assert id == expected
        doc = edits.add_node(doc, Node(id=id, block="linear"))
    assert edits.fresh_id(doc, "linear2") == "linear4"
    assert edits.fresh_id(doc, "float") == "float2"  # torch.nn.Module.float
    assert edits.fresh_id(doc, "lambda") == "lambda2"
    assert edits.fresh_id(doc, "my-plug.in block") == "my_plug_in_block"
    assert edits.fresh_id(doc, "3d") == "block3d"
    assert edits.fresh_id(doc, "") == "block"
    assert len(edits.fresh_id(doc, "x" * 500)) <= 64


def test_adding_a_block_twice_is_refused():
    with pytest.raises(EditError, match='a block "x" already'):
        edits.add_node(XOR, Node(id="x", block="relu"))


def test_removing_blocks_takes_along_what_hangs_on_them():
    doc = XOR.with_(
        groups=(Group(id="g", nodes=("hidden", "act")), Group(id="h", nodes=("hidden",))),
        view=View(lenses=("loss", "weights/hidden", "weights/out")),
    )
    doc = edits.remove_nodes(doc, ["hidden"])
    assert [n.id for n in doc.nodes] == ["x", "act", "out"]
    assert wires_of(doc) == ["act>out"]
    assert doc.groups == (Group(id="g", nodes=("act",)),)
    assert doc.view.lenses == ("loss", "weights/out")
    assert doc.train.models == XOR.train.models  # its ends are still there
    assert edits.remove_nodes(doc, ["out"]).train.models == {}
    assert edits.remove_nodes(doc, []) is doc


def test_removing_and_reconnecting_closes_the_gap():
    assert wires_of(edits.remove_and_reconnect(XOR, ["hidden", "act"])) == ["x>out"]
    shorter = edits.remove_and_reconnect(XOR, ["out"])
    assert wires_of(shorter) == ["x>hidden", "hidden>act"]
    assert shorter.train.models["main"].output == "act"
    assert wires_of(edits.remove_and_reconnect(XOR, ["x"])) == ["hidden>act", "act>out"]


def test_reconnecting_keeps_the_order_of_wires():
    doc = Document(
        nodes=tuple(Node(id=id, block="relu") for id in ("a", "b", "c", "sum")),
        wires=(wire("a", "b"), wire("b", "sum"), wire("c", "sum")),
    )
    assert wires_of(edits.remove_and_reconnect(doc, ["b"])) == ["a>sum", "c>sum"]


def test_reconnecting_a_cycle_ends():
    doc = Document(
        nodes=tuple(Node(id=id, block="relu") for id in ("a", "b", "c")),
        wires=(wire("a", "b"), wire("b", "a"), wire("b", "c")),
    )
    assert wires_of(edits.remove_and_reconnect(doc, ["a", "b"])) == []
    assert wires_of(edits.remove_and_reconnect(doc, ["a"])) == ["b>c"]


def test_moving_blocks_shares_all_others():
    doc = edits.move_nodes(XOR, {"act": (1, 2.5)})
    assert doc.node("act").at == (1.0, 2.5)
    assert doc.node("x") is XOR.node("x")
    for place in ((float("nan"), 0), (0, 1e9), ("a", 0), (1,)):
        with pytest.raises(EditError):
            edits.move_nodes(XOR, {"act": place})
    with pytest.raises(EditError, match='no block "nobody"'):
        edits.move_nodes(XOR, {"nobody": (0, 0)})


def test_all_references_follow_a_new_name():
    doc = XOR.with_(
        groups=(Group(id="g", nodes=("x", "out")),),
        view=View(lenses=("loss", "weights/out", "out")),
    )
    doc = edits.rename_node(edits.rename_node(doc, "out", "answer"), "x", "points")
    assert wires_of(doc) == ["points>hidden", "hidden>act", "act>answer"]
    assert doc.groups[0].nodes == ("points", "answer")
    assert doc.train.models["main"] == ModelSpec(input="points", output="answer")
    assert doc.view.lenses == ("loss", "weights/answer", "out")  # the last is a lens, not a block
    several = XOR.with_(train=TrainSpec(models={"main": ModelSpec(input=("x",), output="out")}))
    assert edits.rename_node(several, "x", "y").train.models["main"].input == ("y",)


@pytest.mark.parametrize("name", ["act", "3", "forward", "for", "a b", "", "x" * 65, "é"])
def test_bad_names_are_refused(name):
    with pytest.raises(EditError):
        edits.rename_node(XOR, "out", name)


def test_setting_a_parameter_keeps_no_defaults():
    doc = edits.set_param(XOR, "hidden", "bias", False)
    assert doc.node("hidden").params == {"out_features": 4, "bias": False}
    assert edits.set_param(doc, "hidden", "bias", True) == XOR
    assert edits.set_param(doc, "hidden", "bias", None) == XOR
    assert edits.set_param(XOR, "hidden", "out_features", 4) is XOR
    assert edits.set_param(XOR, "hidden", "out_features", 8).node("hidden").params == {}
    assert edits.set_param(XOR, "act", "never_heard", 1).node("act").params == {"never_heard": 1}
    # 1 == True in Python, but not for a reader of the file
    assert edits.set_param(XOR, "hidden", "bias", 1).node("hidden").params["bias"] == 1


def test_tuples_become_lists_as_in_the_file():
    doc = edits.add_node(Document(), Node(id="a", block="reshape"))
    doc = edits.set_param(doc, "a", "shape", (2, 4, 4))
    assert doc.node("a").params == {"shape": [2, 4, 4]}
    assert reads(writes(doc)) == doc
    assert edits.set_param(doc, "a", "shape", (1, 8, 8)).node("a").params == {}


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), object(), {1: 2}, b"x", 2**64, "\ud800"]
)
def test_values_that_no_file_can_hold_are_refused(value):
    for edit in (
        lambda: edits.set_param(XOR, "hidden", "p", value),
        lambda: edits.set_data_param(XOR, "p", value),
        lambda: edits.set_train_param(XOR, "p", [value]),
        lambda: edits.set_data(XOR, "xor", {"p": {"q": value}}),
    ):
        with pytest.raises(EditError):
            edit()


def test_muting_and_freezing():
    doc = edits.set_frozen(edits.set_muted(XOR, ["act"]), ["hidden", "out"])
    assert [n.id for n in doc.nodes if n.muted] == ["act"]
    assert [n.id for n in doc.nodes if n.frozen] == ["hidden", "out"]
    assert edits.set_muted(edits.set_frozen(doc, ["hidden", "out"], False), ["act"], False) == XOR


# --- wires ----------------------------------------------------------------------------------------


def test_wires_come_and_go():
    doc = edits.connect(XOR, wire("x", "out"))
    assert wires_of(doc)[-1] == "x>out"
    twice = edits.connect(doc, wire("x", "out"))
    assert edits.disconnect(twice, wire("x", "out")) == doc
    assert edits.disconnect(doc, wire("x", "out")) == XOR
    with pytest.raises(EditError, match="no wire"):
        edits.disconnect(XOR, wire("x", "out"))
    with pytest.raises(EditError, match="feed itself"):
        edits.connect(XOR, wire("act", "act"))
    with pytest.raises(EditError, match='no block "nobody"'):
        edits.connect(XOR, wire("act", "nobody"))


def test_a_block_dropped_on_a_wire_takes_its_place_in_the_order():
    doc = Document(
        nodes=tuple(Node(id=id, block="relu") for id in ("a", "b", "cat")),
        wires=(wire("a", "cat"), wire("b", "cat")),
    )
    new = Node(id="act", block="relu")
    done = edits.insert_on_wire(doc, wire("a", "cat"), new)
    assert wires_of(done) == ["a>act", "act>cat", "b>cat"]
    assert edits.insert_on_wire(edits.add_node(doc, new), wire("a", "cat"), new) == done
    ported = edits.insert_on_wire(doc, wire("b", "cat"), new, in_port="query", out_port="hidden")
    assert [str(w) for w in ported.wires[1:]] == ["b.out → act.query", "act.hidden → cat.in"]
    with pytest.raises(EditError):
        edits.insert_on_wire(doc, wire("a", "b"), new)
    with pytest.raises(EditError):
        edits.insert_on_wire(doc, wire("a", "cat"), new, in_port="no port")
    with pytest.raises(EditError):
        edits.insert_on_wire(doc, wire("a", "cat"), doc.node("a"))


# --- the other sections ---------------------------------------------------------------------------


def test_data_training_texts_and_lenses():
    doc = edits.set_data(XOR, "circle", {"noise": 0.2})
    doc = edits.set_data_param(edits.set_data_param(doc, "seed", 3), "noise", None)
    assert (doc.data.dataset, doc.data.params) == ("circle", {"seed": 3})
    assert edits.set_data(doc, "circle", {"seed": 3}) is doc
    doc = edits.set_train_param(edits.set_train_param(doc, "lr", 0.1), "loss", None)
    assert doc.train.params == {"optimizer": "adam", "lr": 0.1, "batch_size": 32}
    doc = edits.set_train(doc, steps=5, seed=9, models={})
    assert (doc.train.steps, doc.train.seed, doc.train.models) == (5, 9, {})
    doc = edits.set_lenses(edits.set_about(edits.set_title(doc, "T"), "A"), ["loss", "weights/out"])
    assert (doc.title, doc.about, doc.view.lenses) == ("T", "A", ("loss", "weights/out"))
    for wrong in ({"steps": 0}, {"seed": -1}, {"experiment": ""}, {"nonsense": 1}):
        with pytest.raises(EditError):
            edits.set_train(doc, **wrong)
    with pytest.raises(EditError, match="title"):
        edits.set_title(doc, "x" * 100_001)


# --- clipboard ------------------------------------------------------------------------------------


def test_pasting_gives_new_names_and_the_wires_among_the_copies():
    doc = XOR.with_(groups=(Group(id="g", nodes=("hidden", "act")), Group(id="h", nodes=("x",))))
    text = edits.copy_nodes(doc, ["hidden", "act"])
    pasted, ids = edits.paste_nodes(doc, text, (1000, 50))
    assert ids == ("hidden2", "act2")
    assert wires_of(pasted)[-1:] == ["hidden2>act2"]
    assert pasted.node("hidden2").at == (1000, 50)
    assert pasted.node("act2").at == (1220, 50)
    assert pasted.node("hidden2").params == {"out_features": 4}
    assert pasted.groups[-1] == Group(id="g2", nodes=ids)
    assert pasted.train is doc.train
    again, more = edits.paste_nodes(pasted, text, (0, 0))
    assert more == ("hidden3", "act3")
    assert edits.remove_nodes(again, more) == pasted


def test_a_whole_file_can_be_pasted():
    pasted, ids = edits.paste_nodes(Document(), writes(XOR), (0, 0))
    assert pasted.nodes == XOR.nodes
    assert ids == tuple(n.id for n in XOR.nodes)


@pytest.mark.parametrize("text", ["", "hello", "{}", writes(Document()), "[" * 10**5])
def test_text_without_blocks_is_not_pasted(text):
    with pytest.raises(EditError, match="holds no blocks"):
        edits.paste_nodes(XOR, text, (0, 0))


# --- properties -----------------------------------------------------------------------------------

names = st.sampled_from(WORDS)
wires = st.builds(
    Wire, source=names, source_port=st.sampled_from(PORTS), target=names,
    target_port=st.sampled_from(PORTS),
)  # fmt: skip
id_lists = st.lists(names, max_size=3)
STEPS = {
    edits.add_node: st.tuples(nodes()),
    edits.remove_nodes: st.tuples(id_lists),
    edits.remove_and_reconnect: st.tuples(id_lists),
    edits.move_nodes: st.tuples(st.dictionaries(names, points, max_size=3)),
    edits.rename_node: st.tuples(names, names | texts),
    edits.set_param: st.tuples(names, st.sampled_from(PARAMS), scalars),
    edits.replace_node: st.tuples(nodes()),
    edits.connect: st.tuples(wires),
    edits.set_data: st.tuples(st.sampled_from(["xor", "nothing"]), params),
    edits.set_data_param: st.tuples(st.sampled_from(PARAMS), scalars),
    edits.set_train_param: st.tuples(st.sampled_from(PARAMS), scalars),
    edits.set_title: st.tuples(texts),
    edits.set_about: st.tuples(texts),
    edits.set_lenses: st.tuples(st.lists(texts, max_size=3)),
    edits.set_muted: st.tuples(id_lists, st.booleans()),
    edits.set_frozen: st.tuples(id_lists, st.booleans()),
}


@st.composite
def steps(draw, doc: Document) -> Document:
    """One random edit; the document itself where the edit is refused."""
    kind = draw(st.sampled_from([*STEPS, "disconnect", "insert", "paste", "models"]))
    try:
        if kind == "disconnect":
            return edits.disconnect(doc, draw(st.sampled_from(doc.wires) if doc.wires else wires))
        if kind == "insert":
            on = draw(st.sampled_from(doc.wires) if doc.wires else wires)
            id = edits.fresh_id(doc, draw(st.sampled_from(BLOCKS)))
            return edits.insert_on_wire(doc, on, draw(nodes(id)))
        if kind == "paste":
            text = edits.copy_nodes(doc, draw(id_lists))
            return edits.paste_nodes(doc, text, draw(points))[0]
        if kind == "models":
            model = ModelSpec(input=draw(names), output=draw(names))
            return edits.set_train(doc, models={"main": model}, steps=draw(st.integers(-1, 9)))
        return kind(doc, *draw(STEPS[kind]))
    except EditError as error:
        assert error.message  # noqa: PT017 - both outcomes are right
        return doc


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_sequence_of_edits_undoes_to_the_identical_document(data):
    doc = data.draw(documents(max_nodes=5))
    stack, texts_then = [doc], [writes(doc)]
    for _ in range(data.draw(st.integers(1, 8))):
        doc = data.draw(steps(doc))
        stack.append(doc)
        texts_then.append(writes(doc))
        # whatever an edit gives, the reader accepts: no edit makes an invalid document
        assert reads(texts_then[-1]) == doc
        before = stack[-2]
        changes = diff(before, doc)
        assert bool(changes) == (texts_then[-2] != texts_then[-1])
        kept = {n.id for n in doc.nodes if n.id in before.by_id}
        for id in kept - changes.changed - changes.moved:
            assert doc.node(id) == before.node(id)
    while len(stack) > 1:  # undo
        stack.pop()
        texts_then.pop()
        assert writes(stack[-1]) == texts_then[-1]
    assert json.loads(texts_then[0])["nodes"] == json.loads(writes(stack[0]))["nodes"]


def test_pins_and_flow_are_edits_that_a_file_keeps():
    doc = XOR
    one = doc.nodes[0].id
    pinned = edits.set_pinned(doc, (one,))
    assert pinned.node(one).pinned
    changes = diff(doc, pinned)
    assert changes.moved == {one}
    assert not changes.network  # a training goes on
    assert edits.set_pinned(pinned, (one,), False) == doc
    down = edits.set_flow(pinned, "down")
    assert edits.set_flow(down, "down") is down
    assert reads(writes(down)) == down
    assert '"flow"' not in writes(doc)
