"""How the doctor makes up its mind: not at once, not to and fro, causes before consequences."""

from __future__ import annotations

import dataclasses
import math

import ill
import numpy as np
import pytest
import torch

from playground import i18n
from playground.document import edits
from playground.telemetry.probes.vitals import BlockVitals, Vitals
from playground.telemetry.snapshot import Snapshot
from playground.train.diagnose import NonFiniteError
from playground.train.health import PROBES, Doctor
from playground.train.health.chart import Trend
from playground.train.result import train

DOCUMENT = ill.chain(ill.linear(8), "relu", ill.linear(8), "relu", ill.linear(1), data="circle")
LAYERS = ("linear1", "linear3", "out")


def reading(step, dead=0.0, **gradients):
    """A snapshot of a network that is well but for what is said."""
    blocks = {
        id: BlockVitals(step, 1.0, -1.0, 0.5, gradient=gradients.get(id, 0.01), weight=0.3)
        for id in LAYERS
    }
    blocks = {id: dataclasses.replace(v, update=1e-3, parameters=64) for id, v in blocks.items()}
    blocks["relu2"] = BlockVitals(step, 1.0, 0.0, 0.5, dead=dead)
    arrays = {f"vitals/{id}": vitals.to_array() for id, vitals in blocks.items()}
    arrays["targets/baseline"] = np.array([math.log(2)])
    return Snapshot(1, step, 0.0, {"loss/train": 0.5}, arrays)


def kinds(doctor):
    return [(finding.kind, finding.node) for finding in doctor.findings]


def test_one_bad_reading_is_no_illness():
    doctor = Doctor(DOCUMENT)
    for step, dead in enumerate((0.9, 0.0, 0.9, 0.0, 0.9, 0.0)):
        assert doctor.see(reading(100 * step, dead)) == ()
    assert not doctor.findings


def test_an_illness_near_its_limit_does_not_come_and_go():
    doctor = Doctor(DOCUMENT)
    new = [doctor.see(reading(100 * n, 0.52 if n % 2 else 0.46)) for n in range(1, 4)]
    assert not any(new)
    for n in range(4, 6):
        doctor.see(reading(100 * n, 0.52))
    assert kinds(doctor) == [("dead_units", "relu2")]
    for n in range(6, 30):
        assert doctor.see(reading(100 * n, 0.52 if n % 2 else 0.46)) == ()
        assert kinds(doctor) == [("dead_units", "relu2")]


def test_an_illness_is_over_after_some_good_readings_and_may_come_again():
    doctor = Doctor(DOCUMENT)
    for n in range(3):
        doctor.see(reading(100 * n, 0.8))
    assert kinds(doctor)
    for n in range(3, 5):
        doctor.see(reading(100 * n, 0.0))
        assert kinds(doctor)
    doctor.see(reading(500, 0.0))
    assert not kinds(doctor)
    doctor.see(reading(600, 0.8))
    assert [f.step for f in doctor.see(reading(700, 0.8))] == [600]


def test_a_finding_tells_since_when_and_up_to_when_all_was_well():
    doctor = Doctor(DOCUMENT)
    doctor.see(reading(100))
    doctor.see(reading(200, 0.8))
    (found,) = doctor.see(reading(300, 0.9))
    assert (found.step, found.rewind_step) == (200, 100)
    assert "90 %" in found.message
    assert "relu2" in found.message


def test_the_same_snapshot_twice_is_one_reading():
    doctor = Doctor(DOCUMENT)
    snapshot = reading(100, 0.8)
    for _ in range(5):
        assert doctor.see(snapshot) == ()


def test_an_edit_while_it_trains_is_a_new_start():
    doctor = Doctor(DOCUMENT)
    for n in range(3):
        doctor.see(reading(100 * n, 0.8))
    leaky = edits.replace_node(DOCUMENT, DOCUMENT.node("relu2").with_(block="leaky_relu"))
    doctor.edited(leaky)
    assert not doctor.findings
    assert doctor.chart().age == 0
    assert doctor.see(reading(100, 0.8)) == ()  # a late reading of the old network
    assert len(doctor.readings) == 0


def test_the_end_of_a_run_by_nan_is_told_with_block_step_and_way_back():
    doctor = Doctor(DOCUMENT)
    doctor.see(reading(100))
    (found,) = doctor.failed(NonFiniteError("NaN", node="linear3", step=120, part="output"))
    assert (found.kind, found.node, found.step, found.rewind_step) == (
        "not_finite",
        "linear3",
        120,
        100,
    )
    assert doctor.failed(RuntimeError("something else")) == ()


def test_findings_follow_the_language():
    doctor = Doctor(DOCUMENT)
    for n in range(3):
        doctor.see(reading(100 * n, 0.8))
    (english,) = doctor.findings
    titles = [fix.title for fix in english.fixes]
    assert not doctor.reworded()
    before = i18n.language()
    try:
        i18n.set_language("zh")
        doctor.reworded()
        (chinese,) = doctor.findings
        assert (chinese.kind, chinese.node, chinese.step) == (
            english.kind,
            english.node,
            english.step,
        )
        assert len(chinese.fixes) == len(titles)
    finally:
        i18n.set_language(before)


def test_a_repair_that_does_not_fit_the_document_is_not_offered():
    """Behind a layer on which a second model ends, nothing can be inserted without harm."""
    doctor = Doctor(DOCUMENT)
    for n in range(3):
        doctor.see(reading(100 * n, 0.8))
    (found,) = doctor.findings
    assert 1 <= len(found.fixes) <= 3
    results = [fix.edit(DOCUMENT) for fix in found.fixes]
    assert all(result != DOCUMENT for result in results)
    assert len({result.model_dump_json() for result in results}) == len(results)


def test_training_is_the_same_with_and_without_the_doctor():
    from playground.train.cadence import StepCadence
    from playground.train.session import Session

    document = ill.chain(ill.linear(8), ("dropout", {"p": 0.5}), "relu", ill.linear(1), steps=150)
    watched = train(document, cadence=StepCadence(10)).models["main"].state_dict()
    session = Session(document, cadence=StepCadence(10_000))
    for snapshot in session.steps():
        if session.run.step == 150:
            del snapshot
            break
    alone = session.models["main"].state_dict()
    assert all(torch.equal(watched[name], alone[name]) for name in alone)


def test_a_trend_keeps_means_in_constant_room():
    trend = Trend()
    for step in range(1, 10_001):
        trend.append(step, float(step % 2))
    series = trend.series()
    assert len(series) <= Trend.CAPACITY
    assert series.steps[-1] == 10_000
    assert series.values[:-1] == pytest.approx(0.5)


def test_the_probes_are_sparing():
    assert all(probe.sparing for probe in PROBES)
    assert Vitals() in PROBES
