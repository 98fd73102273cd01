"""The header says what the network, or the selected blocks, cost."""

from __future__ import annotations

from playground.check.cost import summarise
from playground.document import edits
from playground.gui.graph import sums
from playground.gui.widgets.numbers import short


def test_the_sums_are_those_of_the_selected_blocks(context, view):
    whole = view.header.sums.text()
    context.selection.set(("hidden", "act"))
    # linear 2 -> 4 has 2*4+4 parameters; both outputs have 4 numbers of 4 bytes
    words = view.header.sums.text()
    assert words.startswith("2 blocks selected: 12 parameters · ")
    assert words.endswith(" · activations 1.0 kB for a batch of 32")
    context.selection.set(("hidden",))
    assert view.header.sums.text().startswith("1 block selected: 12 parameters")
    context.selection.set()
    assert view.header.sums.text() == whole


def test_every_number_is_that_of_the_check(context, view):
    report = context.document.report
    cost, batch = summarise(report), report.experiment.batch_size
    words = view.header.sums.text()
    assert f"{cost.parameters:,} parameters ({short(cost.parameter_bytes, 'B')})" in words
    assert f"{short(cost.flops, 'FLOP')} per sample" in words
    memory = short(cost.activation_bytes * batch, "B")
    assert words.endswith(f"activations {memory} for a batch of {batch}")
    for id, card in view.canvas.cards.items():
        of_one = summarise(report, (id,))
        line = sums.of_one(of_one.parameters, of_one.flops, of_one.activations)
        assert line in card.toolTip().splitlines()
        assert short(of_one.activation_bytes, "B") in line


def test_sums_follow_an_edit_of_the_selected_block(context, view):
    context.selection.set(("hidden",))
    context.document.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 8))
    assert "24 parameters" in view.header.sums.text()


def test_a_sum_with_an_unknown_part_is_a_lower_bound(context, view):
    wire = context.document.document.wires[1]
    context.document.push("cut", lambda d: edits.disconnect(d, wire))
    context.selection.set(("hidden", "act"))
    assert "≥ 12 parameters" in view.header.sums.text()
