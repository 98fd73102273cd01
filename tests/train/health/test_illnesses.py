"""Networks built to have an illness, really trained: found in time, at the right layer, cured."""

from __future__ import annotations

from dataclasses import dataclass

import ill
import pytest

import playground
from playground.check.check import check
from playground.resources import preset_paths
from playground.train.health import Finding
from playground.train.result import BrokenRun, Result, train


@dataclass(frozen=True)
class Case:
    make: str  # function of tests/ill.py
    kind: str
    node: str
    within: int  # steps until it is told
    steps: int  # until a repaired network must have shown that it is well
    repairs: int  # how many are offered at least

    def __str__(self) -> str:
        return f"{self.make}-{self.kind}"


CASES = (
    Case("overflowing", "not_finite", "out", 10, 600, 1),
    Case("exploding", "exploding", "out", 50, 400, 2),
    Case("vanishing", "vanishing", "linear1", 50, 400, 2),
    Case("dead", "dead_units", "relu4", 50, 400, 1),
    Case("narrow", "dead_units", "relu4", 50, 400, 2),
    Case("saturated", "saturated", "tanh2", 50, 400, 3),
    Case("straight", "plateau", "out", 600, 1500, 1),
    Case("hasty", "rate_high", "out", 200, 600, 1),
    Case("slow", "rate_low", "out", 500, 1500, 1),
    Case("rare", "imbalance", "out", 500, 1500, 1),
    Case("softmax_twice", "pairing", "out", 50, 400, 1),
    Case("hidden_sigmoid", "pairing", "out", 50, 400, 1),
    Case("out_of_reach", "pairing", "out", 50, 400, 1),
    Case("overfitting", "overfitting", "", 1000, 2500, 3),
    Case("outplayed", "discriminator_wins", "verdict", 1200, 1500, 1),
    Case("collapsed", "mode_collapse", "fake", 1600, 2400, 2),
)
SLOW = {"outplayed", "collapsed"}  # two networks that take their time
MARKED = [
    pytest.param(c, id=str(c), marks=pytest.mark.slow if c.make in SLOW else ()) for c in CASES
]


@pytest.fixture
def document_of(rare_csv):
    return lambda case: ill.rare(rare_csv) if case.make == "rare" else getattr(ill, case.make)()


def run(document, steps, **options) -> Result:
    try:
        return train(document, steps=steps, **options)
    except BrokenRun as error:
        return error.result


def first(document, kind, node, steps) -> tuple[Finding | None, int]:
    """The finding, and the step at which it was told."""
    seen, told = [0], []

    def on_finding(finding):
        if (finding.kind, finding.node) == (kind, node):
            told.append((finding, seen[0]))

    run(
        document,
        steps,
        on_row=lambda row: seen.__setitem__(0, row.step),
        on_finding=on_finding,
        should_stop=lambda: bool(told),
    )
    return told[0] if told else (None, 0)


@pytest.mark.parametrize("case", MARKED)
def test_an_illness_is_found_in_time_at_its_layer(case, document_of):
    document = document_of(case)
    found, step = first(document, case.kind, case.node, document.train.steps)
    assert found is not None
    assert step <= case.within
    assert found.step <= case.within
    assert len(found.fixes) >= case.repairs
    for sentence in (found.message, found.hint):
        assert sentence.endswith((".", "。"))
        assert "{" not in sentence
    assert any(letter.isdigit() for letter in found.message)


@pytest.mark.parametrize("case", MARKED)
def test_every_repair_that_is_offered_cures(case, document_of):
    document = document_of(case)
    found, _ = first(document, case.kind, case.node, document.train.steps)
    for fix in found.fixes:
        mended = fix.edit(document)
        assert check(mended).ok, fix.title
        result = run(mended, case.steps)
        kinds = {finding.kind for finding in result.findings}
        assert case.kind not in kinds, (fix.title, result.metrics)
        assert result.steps > 0


def healthy() -> list[str]:
    ill = {"overfit-demo", "adding-rnn", "vanishing-gradients", "mode-collapse"}  # on purpose
    ill |= {"gan-grid"}  # until it has found half of its 25 clouds; its text says so
    return [name for name in preset_paths() if name not in ill]


QUICK = {  # steps of the beginning; the slow proof below goes to the end
    "adding-lstm": 60,
    "forecast-lstm": 60,
    "digits-resnet": 60,
    "dcgan-digits": 60,
    "gan-digits": 60,
    "gan-ring": 150,
    "wgan-gp-ring": 100,
    "digits-cnn": 200,
    "gpt-char": 20,
    "gpt-sort": 30,
    "gpt-addition": 30,
    "induction-heads": 60,
    "char-lstm": 40,
    "bert-char": 40,
    "vit-digits": 60,
    "diffusion-digits": 40,
    "digits-vae": 200,
    "digits-autoencoder": 200,
    "digits-repeat": 150,
    "diffusion-swiss-roll": 60,
    "attention-step-by-step": 200,
}


@pytest.mark.parametrize("name", healthy())
def test_the_doctor_says_nothing_about_a_healthy_preset_that_begins(name):
    told = []
    train(playground.load(name), steps=QUICK.get(name, 600), on_finding=told.append)
    assert told == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", healthy())
def test_the_doctor_says_nothing_about_a_healthy_preset_to_the_end(name):
    told = []
    train(playground.load(name), on_finding=told.append)
    assert told == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_generator_that_makes_one_thing_only_is_found():
    result = train(playground.load("mode-collapse"))
    (finding,) = (f for f in result.findings if f.kind == "mode_collapse")
    assert finding.node == "fake"
    assert finding.fixes


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_plain_recurrent_network_that_learns_nothing_is_told_of_the_lstm():
    result = train(playground.load("adding-rnn"))
    (finding,) = result.findings
    assert (finding.kind, finding.node) == ("plateau", "out")
    mended = finding.fixes[0].edit(result.document)
    assert mended.node("memory").block == "lstm"
    assert mended.node("memory").params == {"hidden_size": 64, "output": "last"}


@pytest.mark.slow
def test_the_demo_of_overfitting_is_found_with_the_step_of_its_best_test_loss():
    result = train(playground.load("overfit-demo"))
    assert [finding.kind for finding in result.findings] == ["overfitting"]
    steps, losses = result.history["loss/test"]
    best = int(steps[losses.argmin()])
    assert abs(result.findings[0].rewind_step - best) <= 100
