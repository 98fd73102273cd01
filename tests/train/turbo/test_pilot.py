"""When a session flies, when it comes down again, and what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from playground.document import edits
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import StepCadence
from playground.train.turbo import helper, pilot
from playground.train.turbo.helper import Compiled, Refused, cache_folder, prune, reason_words
from playground.train.turbo.plan import network_of
from playground.train.turbo.program import Program
from playground.train.turbo.session import TurboSession

STEPS, WAIT = 4, 60.0
GAIN = pilot.GAIN
ROOT = Path(__file__).resolve().parents[3]


class Eager:
    """The function as it is before it is compiled; it may claim any speed."""

    def __init__(self, plan):
        self.program = Program(plan, network_of(plan), STEPS)
        self.calls = 0

    def run(self, inputs):
        self.calls += 1
        return [self.program(*inputs).detach()]


@pytest.fixture
def answers(monkeypatch):
    """Answers every request at once; with "refused", by a refusal."""
    found = []

    class Instantly:
        def __init__(self, plan, on_done):
            found.append(plan)
            refused = Refused("There is no compiler.")
            on_done(refused if "refused" in found else Compiled(Eager(plan), STEPS))

        def close(self):
            pass

    monkeypatch.setattr(pilot, "Helper", Instantly)
    monkeypatch.setattr(pilot, "GAIN", 0.0)  # the function of these tests is no faster
    return found


class Driver:
    """Pulls a session as the worker does."""

    def __init__(self, document, every=1000):
        self.session = TurboSession(document, cadence=StepCadence(every))
        self.steps, self.snapshots, self.bursts = self.session.steps(), [], 0
        next(self.steps)

    @property
    def texts(self):
        found = [event.text for snapshot in self.snapshots for event in snapshot.events]
        return [*found, *(event.text for event in self.session.run.looks.events)]

    def train(self, count, room=True):
        """Up to a step; whether any were made several at a time."""
        before, run = self.bursts, self.session.run
        while run.step < count:
            came = self.steps.send(count - run.step if room else None)
            if isinstance(came, Snapshot):
                self.snapshots.append(came)
            elif came is not None:
                self.bursts += 1
                assert came > 1
        assert run.step == count
        return self.bursts > before


def test_it_takes_off_when_nothing_changed_for_a_while(answers, make_document):
    driver = Driver(make_document(steps=10**6))
    assert not driver.train(pilot.SETTLED)
    assert driver.train(400)
    assert any("Turbo" in text for text in driver.texts)


def test_a_driver_that_wants_single_steps_gets_them(answers, make_document):
    driver = Driver(make_document(steps=10**6))
    driver.train(200)
    assert not driver.train(260, room=False)
    assert driver.train(300)


def test_every_snapshot_that_is_due_comes(answers, make_document):
    driver = Driver(make_document(steps=10**6), every=25)
    assert driver.train(500)
    assert [snapshot.step for snapshot in driver.snapshots] == [1, *range(25, 501, 25)]


def test_a_live_learning_rate_does_not_land_it_and_a_new_batch_size_does(answers, make_document):
    driver = Driver(make_document(steps=10**6))
    driver.train(200)
    driver.session.steering.change(lr=0.5)
    assert driver.train(220)
    assert driver.session.run.meters.numbers["lr"] == 0.5
    driver.session.steering.change(batch_size=16)
    assert not driver.train(220 + pilot.SETTLED)
    assert driver.train(500)  # compiled anew
    assert [plan.batch_size for plan in answers] == [32, 16]
    driver.session.steering.change(batch_size=None)
    driver.train(900)
    assert len(answers) == 2  # that one is known


def test_a_block_frozen_in_flight_does_not_move_any_more(answers, make_document):
    driver = Driver(make_document(steps=10**6))
    driver.train(200)
    weight = driver.session.models["main"].get_parameter("hidden.weight")
    driver.session.steering.change(frozen=frozenset({"hidden"}))
    driver.train(201)
    kept = weight.detach().clone()
    assert driver.train(600)
    assert (weight == kept).all()


def test_an_edit_of_the_document_lands_it_until_the_new_one_is_compiled(answers, make_document):
    document = make_document(steps=10**6)
    driver = Driver(document)
    driver.train(200)
    driver.session.steering.go_on_with(edits.set_param(document, "hidden", "out_features", 12))
    assert not driver.train(260)
    assert driver.train(600)
    assert driver.session.models["main"].get_parameter("hidden.weight").shape == (12, 2)


def test_a_refusal_is_told_once_and_training_goes_on(answers, make_document):
    answers.append("refused")
    driver = Driver(make_document(steps=10**6))
    assert not driver.train(500)
    assert driver.texts.count("There is no compiler.") == 1
    assert driver.session.pilot.grounded


def test_where_it_is_not_faster_it_stays_on_the_ground(answers, make_document, monkeypatch):
    class Slow(Eager):
        def run(self, inputs):
            for _ in range(2):  # twice the work of the ordinary steps, and not even compiled
                losses = super().run(inputs)
            return losses

    monkeypatch.setattr(pilot, "GAIN", GAIN)
    monkeypatch.setattr(f"{__name__}.Eager", Slow)
    driver = Driver(make_document(steps=10**6))
    assert not driver.train(500)
    assert driver.session.pilot.grounded
    assert any("not be faster" in text for text in driver.texts)


def test_a_cache_that_cannot_be_written_is_replaced_or_refused(tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setattr(helper.platformdirs, "user_cache_path", lambda *_, **__: blocked)
    monkeypatch.setattr(helper.tempfile, "gettempdir", lambda: str(tmp_path))
    assert cache_folder().is_relative_to(tmp_path)
    monkeypatch.setattr(helper.tempfile, "gettempdir", lambda: str(blocked))
    with pytest.raises(Refused, match="cannot write"):
        cache_folder()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_code_is_not_loaded_from_a_folder_that_others_may_write_to(tmp_path, monkeypatch):
    shared = tmp_path / "turbo"
    shared.mkdir(mode=0o777)
    shared.chmod(0o777)
    monkeypatch.setattr(helper.platformdirs, "user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(helper.tempfile, "gettempdir", lambda: str(tmp_path / "none" / "file"))
    (tmp_path / "none").write_text("")
    with pytest.raises(Refused):
        cache_folder()


def test_the_oldest_functions_leave_the_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(helper, "KEPT", 2)
    for age in range(4):
        for suffix in (".so", ".json"):
            path = tmp_path / f"{age}{suffix}"
            path.write_text("")
            os.utime(path, (1000 - age, 1000 - age))
    prune(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"0.so", "0.json", "1.so", "1.json"}


@pytest.mark.parametrize("reason", ["no_compiler", "random", "differs", "killed", "failed"])
def test_every_reason_has_words(reason):
    words = reason_words({"reason": reason, "detail": "some detail"})
    assert words
    assert "\n" not in words


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_the_helper_ends_with_its_parent():
    process = subprocess.Popen(
        [sys.executable, "-m", "playground.train.turbo"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    child = psutil.Process(process.pid)
    process.stdin.close()
    process.wait(WAIT)
    assert not child.is_running()
