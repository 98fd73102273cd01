"""Racers are torch's optimisers; the numbers of an update are theirs."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.explain.race.surfaces import SURFACES
from playground.explain.race.track import RACERS, Racer
from playground.explain.race.update import lines, values
from playground.train.race import race

ODD = (*RACERS, Racer("rmsprop", 0.01, momentum=0.8, alpha=0.9), Racer("nesterov", 0.01))


def alone(surface, racer, start, steps):
    """The same with torch's own class and autograd, written down once more."""
    weight = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    betas = (racer.beta1, racer.beta2)
    make = {
        "sgd": lambda p: torch.optim.SGD(p, lr=racer.lr),
        "momentum": lambda p: torch.optim.SGD(p, lr=racer.lr, momentum=racer.momentum),
        "nesterov": lambda p: torch.optim.SGD(
            p, lr=racer.lr, momentum=racer.momentum, nesterov=bool(racer.momentum)
        ),
        "rmsprop": lambda p: torch.optim.RMSprop(
            p, lr=racer.lr, alpha=racer.alpha, momentum=racer.momentum
        ),
        "adam": lambda p: torch.optim.Adam(p, lr=racer.lr, betas=betas),
        "adamw": lambda p: torch.optim.AdamW(
            p, lr=racer.lr, betas=betas, weight_decay=racer.weight_decay
        ),
    }
    optimizer, points = make[racer.kind]([weight]), [weight.detach().numpy().copy()]
    for _ in range(steps):
        optimizer.zero_grad()
        surface.loss(weight[0], weight[1]).backward()
        optimizer.step()
        points.append(weight.detach().numpy().copy())
    return np.array(points)


@pytest.mark.parametrize("key", SURFACES)
@pytest.mark.parametrize("racer", ODD, ids=lambda r: f"{r.kind}-{r.momentum}")
def test_a_racer_goes_where_torch_goes(key, racer):
    surface = SURFACES[key]
    racer = Racer(racer.kind, 0.001, racer.momentum, alpha=racer.alpha, weight_decay=0.1)
    *_, (track,) = race(surface, [racer], surface.start, 60)
    assert track.steps == 60
    assert np.allclose(track.points, alone(surface, racer, surface.start, 60), rtol=1e-9)
    assert np.allclose(track.losses, surface.loss(*track.points.T))


@pytest.mark.parametrize("racer", ODD, ids=lambda r: f"{r.kind}-{r.momentum}")
def test_the_numbers_of_an_update_lead_to_where_torch_went(racer):
    *_, (track,) = race(SURFACES["ravine"], [racer], (-3.0, 0.7), 30)
    names = {"v": "momentum_buffer", "m": "exp_avg"}
    names["s"] = "square_avg" if racer.kind == "rmsprop" else "exp_avg_sq"
    for step in (1, 2, 17, 30):
        for axis in (0, 1):
            found = values(track, step, axis)
            assert found["x"] == pytest.approx(track.points[step, axis], rel=1e-9, abs=1e-12)
            for symbol, slot in names.items():
                if symbol in found and slot in track.slots:
                    wanted = track.slots[slot][step, axis]
                    assert found[symbol] == pytest.approx(wanted, rel=1e-9)
            for line in lines(track):
                assert line.result in found
                line.numbers.format(**found)  # every name is there


def test_what_stands_in_a_line_really_gives_its_result():
    """The text itself is calculated: signs, brackets and order."""
    for racer in ODD:
        *_, (track,) = race(SURFACES["rosenbrock"], [racer], (-1.2, 1.0), 5)
        if track.diverged is not None:
            continue
        found = values(track, 5, 1)
        for line in lines(track):
            text = line.numbers.format(**{name: f"({v!r})" for name, v in found.items()})
            text = text.replace("−", "-").replace("·", "*").replace("²", "**2")
            assert eval(text) == pytest.approx(found[line.result], rel=1e-9), (racer.kind, text)


def test_who_diverges_stops_and_the_others_go_on():
    racers = [Racer("sgd", 1.5), Racer("sgd", 0.1), Racer("adam", 0.1, on=False)]
    *_, (wild, calm) = race(SURFACES["bowl"], racers, (1.0, 1.0), 100)
    assert wild.diverged == wild.steps == 20  # |w| doubles with each step
    assert calm.diverged is None
    assert calm.steps == 100
    assert calm.reached() == 23  # 2 * 0.8^(2k) <= 1e-4


def test_all_racers_of_the_default_take_every_surface_without_a_fault():
    for surface in SURFACES.values():
        *_, tracks = race(surface, RACERS, surface.start, 100)
        assert len(tracks) == len(RACERS)
        for track in tracks:
            assert np.isfinite(track.points[: track.diverged]).all()
