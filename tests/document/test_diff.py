"""Comparing documents: all that differs, and nothing else."""

from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from strategies import documents

from playground.document import edits
from playground.document.diff import Changes, diff
from playground.document.format import reads, writes
from playground.document.model import Document, Group, Node, Note, Wire

XOR = reads((Path(__file__).parents[1] / "files" / "xor_version_1.json").read_text())


def test_equal_documents_do_not_differ():
    assert diff(XOR, XOR) == diff(XOR, reads(writes(XOR))) == Changes()
    assert not diff(XOR, XOR)


def test_each_kind_of_change_is_told_apart():
    add = diff(XOR, edits.add_node(XOR, Node(id="b", block="relu")))
    assert add == Changes(added=frozenset({"b"}))
    assert diff(XOR, edits.move_nodes(XOR, {"x": (9, 9)})) == Changes(moved=frozenset({"x"}))
    changed = diff(XOR, edits.set_param(XOR, "hidden", "out_features", 5))
    assert changed == Changes(changed=frozenset({"hidden"}))
    removed = diff(XOR, edits.remove_nodes(XOR, ["act"]))
    assert removed == Changes(removed=frozenset({"act"}), wires_removed=XOR.wires[1:])
    assert diff(XOR, edits.set_data(XOR, "circle")) == Changes(data=True)
    assert diff(XOR, edits.set_train_param(XOR, "lr", 0.5)) == Changes(train=True)
    assert diff(XOR, edits.set_lenses(XOR, [])) == Changes(view=True)
    assert diff(XOR, edits.set_title(XOR, "")) == Changes(text=True)
    assert diff(XOR, XOR.with_(groups=(Group(id="g"),))) == Changes(groups=True)
    assert diff(XOR, XOR.with_(notes=(Note(id="n"),))) == Changes(notes=True)


def test_only_blocks_and_wires_make_another_network():
    assert diff(XOR, edits.set_muted(XOR, ["act"])).network
    assert diff(XOR, edits.disconnect(XOR, XOR.wires[0])).network
    assert not diff(XOR, edits.move_nodes(XOR, {"x": (9, 9)})).network
    assert not diff(XOR, edits.set_title(XOR, "")).network


def test_values_that_python_calls_equal_are_told_apart():
    on = edits.set_param(XOR, "hidden", "p", True)
    one = edits.set_param(XOR, "hidden", "p", 1)
    assert diff(on, one).changed == {"hidden"}


def test_one_wire_more_or_less_is_one_change():
    a, b, c = (Wire(source=id, target="out") for id in ("x", "hidden", "act"))
    doc = XOR.with_(wires=(a, b, c))
    assert diff(doc, doc.with_(wires=(a, c))) == Changes(wires_removed=(b,))
    assert diff(doc.with_(wires=(a, c)), doc) == Changes(wires_added=(b,))
    assert diff(doc, doc.with_(wires=(a, b, c, a))) == Changes(wires_added=(a,))


def test_another_order_of_wires_is_a_change():
    a, b, c = (Wire(source=id, target="out") for id in ("x", "hidden", "act"))
    changes = diff(XOR.with_(wires=(a, b, c)), XOR.with_(wires=(a, c, b)))
    assert changes == Changes(wires_removed=(b, c), wires_added=(c, b))
    # the order of wires into different blocks means nothing
    elsewhere = Wire(source="x", target="act")
    assert not diff(XOR.with_(wires=(a, elsewhere)), XOR.with_(wires=(elsewhere, a)))


@given(documents(), documents())
@settings(max_examples=40, deadline=None)
def test_the_changes_lead_from_the_old_to_the_new(old: Document, new: Document):
    changes = diff(old, new)
    ids = set(old.by_id) - changes.removed | changes.added
    assert ids == set(new.by_id)
    wires = Counter(old.wires) - Counter(changes.wires_removed) + Counter(changes.wires_added)
    assert wires == Counter(new.wires)
    back = diff(new, old)
    assert (back.added, back.removed) == (changes.removed, changes.added)
    assert (back.wires_added, back.wires_removed) == (changes.wires_removed, changes.wires_added)
    assert (back.changed, back.moved) == (changes.changed, changes.moved)
