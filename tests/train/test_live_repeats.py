"""Repeats of a composite, with weights of their own or shared, are edited while they train."""

from __future__ import annotations

import pytest
import torch
from live_run import Live

from playground.document import edits
from playground.document.composites import edit_at, group, set_repeat


def repeated(document, share):
    """The document with its hidden layer three times, in one composite."""
    document = edits.set_param(document, "hidden", "out_features", 2)
    document, id = group(document, ["hidden", "act"], "layer")
    return set_repeat(document, id, 3, share_weights=share), id


@pytest.mark.parametrize("share", [True, False])
def test_repeats_keep_what_they_learned_when_there_are_more_or_fewer(make_document, share):
    document, id = repeated(make_document(), share)
    run = Live(document)
    before = run.weights
    event = run.edit(set_repeat(document, id, 2, share_weights=share))
    assert event.kind == "edited"
    assert before.keys() >= run.weights.keys()
    assert all(torch.equal(run.weights[name], before[name]) for name in run.weights)
    event = run.edit(set_repeat(document, id, 5, share_weights=share))
    assert event.kind == "edited"
    assert torch.equal(run.weights[f"{id}.0.hidden.weight"], before[f"{id}.0.hidden.weight"])
    at = run.session.run.step
    run.go(5)
    assert run.session.run.step > at
    run.generator.close()


@pytest.mark.parametrize("share", [True, False])
def test_sharing_can_be_switched_while_it_trains(make_document, share):
    document, id = repeated(make_document(), share)
    run = Live(document)
    first = f"{id}.0.hidden.weight"
    before = run.weights
    assert run.edit(set_repeat(document, id, 3, share_weights=not share)).kind == "edited"
    assert torch.equal(run.weights[first], before[first])
    second = f"{id}.1.hidden.weight"
    if share:  # each starts from what they learned together: the network does what it did
        assert torch.equal(run.weights[second], before[first])
    else:
        assert second not in run.weights
    run.go(5)
    assert not torch.equal(run.weights[first], before[first])
    run.generator.close()


def test_what_shared_repeats_learned_is_resized_once(make_document):
    document, id = repeated(make_document(), share=True)
    run = Live(document)
    wider = edit_at(document, id, lambda d: edits.set_param(d, "hidden", "bias", False))
    assert run.edit(wider).kind == "edited"
    assert run.edit(document, back=True).kind == "edited"
    run.go(5)
    run.generator.close()
