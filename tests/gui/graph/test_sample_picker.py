"""The choice of the sample that the cards follow."""

from __future__ import annotations

import pytest

from playground.document import edits
from playground.gui.graph.sample_picker import count_samples
from playground.gui.graph.view import GraphView
from playground.gui.selection import Sample
from playground.telemetry.probes.activations import Activations


@pytest.fixture
def view(qtbot, context):
    view = GraphView(context)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_another_number_is_another_sample_for_the_cards(view, context):
    picker = view.header.sample
    picker.number.setValue(7)
    assert context.selection.sample == Sample("train", 7)
    assert Activations(sample=7) in context.run.steering.probes
    assert Activations(sample=0) not in context.run.steering.probes


def test_a_sample_chosen_elsewhere_is_shown(view, context):
    context.selection.follow(Sample("test", 3))
    picker = view.header.sample
    assert (picker.split.currentData(), picker.number.value()) == ("test", 3)
    assert Activations(sample=3, split="test") in context.run.steering.probes


def test_no_number_beyond_the_data(view, context):
    picker, dataset = view.header.sample, context.document.report.dataset
    picker.number.setValue(10**6)
    assert context.selection.sample.number == count_samples(dataset, "train") - 1
    context.document.push("less", lambda d: edits.set_data_param(d, "num_samples", 40))
    fewer = count_samples(context.document.report.dataset, "train")
    assert fewer < 40
    assert context.selection.sample.number == fewer - 1
    assert picker.number.value() == fewer - 1


def test_another_document_begins_with_the_first_sample(view, context):
    context.selection.follow(Sample("test", 3))
    context.document.load(context.document.document)
    assert context.selection.sample == Sample()
    assert view.header.sample.number.value() == 0


def test_without_a_block_that_reads_data_there_is_no_choice(view, context):
    assert view.header.sample.isVisible()
    context.document.push("cut", lambda d: edits.remove_nodes(d, ["x"]))
    assert not view.header.sample.isVisible()


def test_the_header_stays_within_the_canvas(view, context):
    context.document.push("long", lambda d: edits.set_title(d, "A very long title " * 30))
    for width in (900, 420, 300):
        view.resize(width, 600)
        assert view.header.geometry().right() < width
        assert view.header.sample.geometry().right() <= view.header.width()
    assert view.header.title.text().endswith("…")
    assert view.header.title.toolTip().startswith("A very long title")
