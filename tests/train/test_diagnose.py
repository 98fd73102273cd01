"""Where numbers stopped being numbers."""

from __future__ import annotations

import copy

import ill
import pytest
import torch

from playground.train.cadence import StepCadence
from playground.train.diagnose import Fault, NonFiniteError, first_non_finite
from playground.train.session import Session


def session(document):
    return Session(document, device="cpu", cadence=StepCadence(1))


@pytest.fixture
def plain():
    return session(ill.chain(ill.linear(4), "relu", ill.linear(4), "relu", ill.linear(1)))


def test_weights_that_are_no_numbers_are_told_from_an_output_that_overflows(plain):
    with torch.no_grad():
        plain.models["main"].linear3.weight[0, 0] = torch.nan
    assert first_non_finite(plain.run) == Fault("linear3", "weights")
    other = session(plain.document)
    with torch.no_grad():
        other.models["main"].linear1.weight[:] = 1e30
        other.models["main"].linear3.weight[:] = 1e30
    assert first_non_finite(other.run) == Fault("linear3", "output")


def test_while_all_blocks_are_well_it_is_the_last_one(plain):
    assert first_non_finite(plain.run) == Fault("out", "")


def test_networks_that_read_noise_are_asked_too():
    game = session(ill.gan(10))
    with torch.no_grad():
        game.models["generator"].gen2.bias[:] = torch.inf
    assert first_non_finite(game.run) == Fault("gen2", "weights")


def test_a_step_down_a_loss_that_is_no_number_is_not_made():
    run = session(ill.overflowing())
    before = {}

    def drive():
        for _ in run.steps():
            before.update({n: t.clone() for n, t in run.models["main"].state_dict().items()})

    with pytest.raises(NonFiniteError) as caught:
        drive()
    after = run.models["main"].state_dict()
    assert all(torch.equal(before[name], after[name]) for name in after)
    assert caught.value.step == run.run.step + 1
    assert (caught.value.node, caught.value.part) == ("out", "")


def test_the_error_survives_the_way_out_of_another_process():
    error = NonFiniteError("It broke.", "Mend it.", "out", step=7, part="output")
    again = copy.copy(error)  # in the way in which it is sent, too: class, message, attributes
    assert (again.message, again.hint, again.node) == ("It broke.", "Mend it.", "out")
    assert (again.step, again.part) == (7, "output")
