"""Blocks that work in steps: each step is the tensor it claims to be, cells light up together."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from shown_depth import network, show

from playground.document import edits
from playground.document.model import Node, Wire
from playground.explain import stages
from playground.explain.base import Ref
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Cells
from playground.gui.depth._staged import cell_of
from playground.gui.depth_model import Level, Place, view_for


def joined(key, **params):
    """A block that two convolutions lead to, wide images."""
    conv = ("conv2d", {"out_channels": 2})
    document = network(conv, conv, (key, params), ("flatten", {}), shape=(1, 4, 16))
    nodes = (*document.nodes, Node(id="side", block="conv2d", params={"out_channels": 2}))
    ids = [n.id for n in document.nodes]
    wires = [Wire(source=a, target=b) for a, b in pairwise(ids)]
    wires += [Wire(source="n0", target="side"), Wire(source="side", target="n2")]
    return document.model_copy(update={"nodes": nodes, "wires": tuple(wires)})


def product(second, **params):
    """A matrix product of what a convolution puts out with the same numbers as other matrices."""
    document = network(("conv2d", {"out_channels": 2}), ("matmul", params), shape=(1, 4, 16))
    turned = Node(id="turned", block="reshape", params={"shape": second})
    wires = (
        *document.wires,
        Wire(source="n0", target="turned"),
        Wire(source="turned", target="n1", target_port="other"),
    )
    return document.model_copy(update={"nodes": (*document.nodes, turned), "wires": wires})


CONV = ("conv2d", {"out_channels": 3})
WIDE = (1, 4, 16)
NETWORKS = {
    "softmax of a row": network(("flatten", {}), ("softmax", {})),
    "softmax over channels": network(CONV, ("softmax", {"dim": 1}), shape=WIDE),
    "softmax over columns": network(CONV, ("softmax", {}), shape=WIDE),
    "layer norm": network(CONV, ("layer_norm", {}), shape=WIDE),
    "layer norm of rows": network(CONV, ("layer_norm", {"num_axes": 1}), shape=WIDE),
    "plain layer norm": network(CONV, ("layer_norm", {"elementwise_affine": False}), shape=WIDE),
    "batch norm of maps": network(CONV, ("batch_norm2d", {}), shape=WIDE),
    "batch norm of numbers": network(("flatten", {}), ("batch_norm1d", {})),
    "dropout": network(CONV, ("dropout", {"p": 0.3}), shape=WIDE),
    "flatten": network(CONV, ("flatten", {}), shape=WIDE),
    "reshape": network(CONV, ("reshape", {"shape": [4, 6, 8]}), shape=WIDE),
    "add": joined("add"),
    "concat maps": joined("concat"),
    "concat columns": joined("concat", dim=-1),
    "muted": edits.set_muted(network(CONV, ("softmax", {})), ["n1"]),
}
PRODUCTS = {
    "rows with rows": product([2, 4, 16], transpose_other=True, scale=True),
    "rows with columns": product([2, 16, 4]),
}
MASKED = network(CONV, ("causal_mask", {}), ("softmax", {}), shape=(1, 8, 8))
LEVELS = (Level.LAYER, Level.NEURON, Level.ARITHMETIC)
OWN = ("steps-layer", "steps-neuron", "steps-arithmetic")


def open_(qtbot, make_context, name, level=Level.LAYER, cell=None, **options):
    document = {**NETWORKS, **PRODUCTS}[name]
    context = make_context(document)
    node = "n2" if document.by_id.get("side") else "n1"
    found = context.document.report.blocks[node]
    cls = view_for(found, level)
    assert cls.key in OWN
    cell = cell or tuple(n // 2 for n in found.output)
    return show(qtbot, context, cls.key, Place(node, level, cell[:1], cell), **options).feed()


@pytest.mark.parametrize("size", [(900, 560), (400, 260)])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", NETWORKS)
def test_every_step_is_what_it_claims(qtbot, make_context, name, level, size):
    shown = open_(qtbot, make_context, name, level, size=size)
    assert shown.check() > 2
    assert shown.view.words()
    shown.feed(step=7).check()


@pytest.mark.parametrize("size", [(900, 560), (400, 260)])
@pytest.mark.parametrize("level", [Level.LAYER, Level.ARITHMETIC])
@pytest.mark.parametrize("name", PRODUCTS)
def test_a_matrix_product_lights_up_its_row_and_its_column(qtbot, make_context, name, level, size):
    shown = open_(qtbot, make_context, name, level, size=size, cell=(1, 2, 3))
    assert shown.check() > 2
    view = shown.view
    t, refs = view.values, stages.origins(view.kind, view.params, view.values, (1, 2, 3))
    half = len(refs) // 2
    whole = sum(
        float(t[a.tensor][a.index]) * float(t[b.tensor][b.index])
        for a, b in zip(refs[:half], refs[half:], strict=True)
    )
    if view.params["scale"]:
        whole /= half**0.5
    assert whole == pytest.approx(float(t["out"][1, 2, 3]), abs=1e-5)
    assert all(stages.targets(view.kind, view.params, t, ref)[0] == 1 for ref in refs)


@pytest.mark.parametrize("level", [Level.LAYER, Level.ARITHMETIC])
def test_beside_hidden_scores_the_others_keep_their_colours(qtbot, make_context, level):
    context = make_context(MASKED)
    key = view_for(context.document.report.blocks["n2"], level).key
    shown = show(qtbot, context, key, Place("n2", level, (1,), (1, 4, 2))).feed()
    assert shown.check() > 2
    arrives = [
        m for m in shown.view.sheet.marks if isinstance(m, Cells) and m.tensor.endswith("in/0")
    ]
    seen = shown.view.values["in/0"]
    assert arrives
    assert all(m.scale.high == np.abs(seen[seen > -1e8]).max() for m in arrives)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["softmax of a row", "layer norm", "batch norm of maps"])
def test_nan_is_hatched_in_every_step(qtbot, make_context, name, level):
    def spoil(shown):
        shown.x[:] = float("nan")

    shown = open_(qtbot, make_context, name, level, spoil=spoil)
    shown.check()
    assert any(r.colour == () or r.text == "NaN" for r in shown.view.readings())


@pytest.mark.parametrize("name", ["flatten", "reshape", "concat maps", "concat columns", "add"])
def test_the_last_step_is_the_output(qtbot, make_context, name):
    """Where each number comes from is what the network itself has done."""
    shown = open_(qtbot, make_context, name)
    view = shown.view
    for cell in np.ndindex(view.values["out"].shape):
        refs = stages.origins(view.kind, view.params, view.values, cell)
        whole = sum(float(view.values[ref.tensor][ref.index]) for ref in refs)
        assert whole == pytest.approx(float(view.values["out"][cell]), abs=1e-5)
        for ref in refs:
            assert stages.targets(view.kind, view.params, view.values, ref) == cell


@pytest.mark.parametrize("name", ["softmax over channels", "layer norm of rows", "layer norm"])
def test_the_line_that_is_summed_up_is_the_one_of_the_network(qtbot, make_context, name):
    view = open_(qtbot, make_context, name).view
    cell = view.place.cell or (1, 2, 3)
    values = view.values
    group = stages.line(view.kind, view.params, values, cell)
    assert cell in group
    numbers = np.array([values["in/0"][index] for index in group], dtype=float)
    if view.kind == "softmax":
        wanted = np.exp(values["in/0"][cell]) / np.exp(numbers).sum()
    else:
        wanted = (values["in/0"][cell] - numbers.mean()) / np.sqrt(numbers.var() + 1e-5)
    assert wanted == pytest.approx(values["out"][cell], abs=1e-4)


def test_pointing_at_a_number_lights_up_where_it_comes_from_and_where_it_goes(qtbot, make_context):
    shown = open_(qtbot, make_context, "concat maps")
    view, cursor = shown.view, shown.context.cursor
    picture = {m.tensor: m for m in view.sheet.marks if isinstance(m, Cells) and m.unit}
    assert set(picture) == {view.full(n) for n in ("in/0", "in/1", "out")}
    maps = [m for m in view.sheet.marks if isinstance(m, Cells) and m.tensor == view.full("out")]
    last = maps[3]  # the second map of the second wire
    point(view.sheet, last.cell(1, 2))
    assert cursor.unit == Unit("n2", (3, 1, 2))
    assert len(view.sheet.ringed) == 2
    (source,) = stages.origins("concat", view.params, view.values, (3, 1, 2))
    assert source == Ref("in/1", (1, 1, 2))
    cells = next(
        c for c in view.sheet.marks if isinstance(c, Cells) and cell_of_ref(view, c, source)
    )
    point(view.sheet, cell_of(cells, source.index))
    assert cursor.unit == Unit(view.source("in/1"), (1, 1, 2))
    assert len(view.sheet.ringed) == 2
    cursor.set_unit(Unit("n2", (0, 0, 0)))  # from another view
    assert len(view.sheet.ringed) == 2


def cell_of_ref(view, cells, ref):
    return cells.tensor == view.full(ref.tensor) and cell_of(cells, ref.index) is not None


def point(sheet, cell):
    QTest.mouseMove(sheet, QPoint(1, 1))
    QTest.mouseMove(sheet, cell.center().toPoint())
