"""The probe of forecasts: rolling is feeding on its own predictions, and errors are by horizon."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.build.modules import build
from playground.check.check import check
from playground.data.prepare import prepare
from playground.document.model import Document
from playground.registry import datasets
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.forecast import Column, Forecast, column_of, follows, roll


def bench_of(dataset, output=1, **params):
    document = Document.model_validate(
        {
            "data": {"dataset": dataset, "params": params},
            "nodes": [
                {"id": "x", "block": "input"},
                {"id": "memory", "block": "gru", "params": {"hidden_size": 5, "output": "last"}},
                {"id": "out", "block": "linear", "params": {"out_features": output}},
            ],
            "wires": [["x.out", "memory.in"], ["memory.out", "out.in"]],
            "train": {
                "models": {"main": {"input": "x", "output": "out"}},
                "params": {"loss": "mse"},
                "seed": 2,
            },
        }
    )
    report = check(document)
    made = prepare(datasets.get(dataset).make(params), 2)
    parts = [
        {name: torch.from_numpy(array) for name, array in part.arrays.items()}
        for part in (made.train, made.test)
    ]
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train=parts[0],
        test=parts[1],
        step=9,
        seed=2,
    )


@pytest.fixture
def bench():
    return bench_of("sine", num_samples=300, length=12)


def test_a_roll_is_what_a_loop_by_hand_gives(bench):
    arrays = Forecast(start=7, horizon=20).measure(bench)
    model = bench.models["main"].eval()
    window, said = bench.test["x"][7].flatten().tolist(), []
    with torch.no_grad():
        for _ in range(20):
            said.append(float(model(torch.tensor(window)[None, :, None])))
            window = [*window[1:], said[-1]]
    assert arrays["forecast/rolled"] == pytest.approx(said, abs=1e-5)
    assert arrays["forecast/at"].tolist()[:3] == [9, 7, 0]
    with torch.no_grad():
        wanted = model(bench.test["x"])[:, 0].numpy()
    assert arrays["forecast/one_step"] == pytest.approx(wanted, abs=1e-6)
    assert np.array_equal(arrays["forecast/true"], bench.test["y"][:, 0].numpy())


def test_errors_by_horizon_are_means_over_rolls(bench):
    arrays = Forecast(horizon=10).measure(bench)
    count = int(arrays["forecast/at"][3])
    y = bench.test["y"][:, 0].numpy()
    starts = np.linspace(0, len(y) - 10, count).astype(int)
    rolls = [Forecast(start=int(s), horizon=10).measure(bench)["forecast/rolled"] for s in starts]
    true = np.stack([y[s : s + 10] for s in starts])
    wanted = np.sqrt(((np.stack(rolls) - true) ** 2).mean(0))
    assert arrays["forecast/rmse"] == pytest.approx(wanted, abs=1e-5)
    last = bench.test["x"][starts, -1, 0].numpy()
    naive = np.sqrt(((last[:, None] - true) ** 2).mean(0))
    assert arrays["forecast/naive"] == pytest.approx(naive, abs=1e-5)


def test_a_rule_that_is_right_stays_right_however_far_it_rolls():
    class Rule(nn.Module):
        def forward(self, x):  # of a wave: twice the cosine of its step, minus the one before
            return 2 * np.cos(0.3) * x[:, -1] - x[:, -2]

    series = torch.sin(0.3 * torch.arange(200, dtype=torch.float64))
    x = series[:-1].unfold(0, 10, 1)[:, :, None]
    said = roll(Rule(), x, torch.tensor([0, 40]), 60, Column(0))
    assert torch.allclose(said[1], series[50:110], atol=1e-9)


def test_the_horizon_ends_with_the_series(bench):
    count = len(bench.test["x"])
    arrays = Forecast(start=count - 3, horizon=50).measure(bench)
    assert len(arrays["forecast/rolled"]) == 3
    assert len(Forecast(start=10**6).measure(bench)["forecast/rolled"]) == 1


def test_windows_that_do_not_follow_each_other_begin_a_series_of_their_own():
    x = torch.arange(40.0).reshape(2, 20, 1).unfold(1, 5, 1).transpose(2, 3).reshape(32, 5, 1)
    assert np.flatnonzero(follows(x) == 0).tolist() == [0, 16]


def test_the_column_is_found_by_its_values_also_when_scaled_otherwise():
    table = torch.randn(60, 3)
    x = table[:-1].unfold(0, 4, 1).transpose(1, 2)
    y = table[4:, 1:2]
    assert column_of(x, y, (), ()).index == 1
    found = column_of(x, 2 * y + 1, ("a", "b", "c"), ("b",))
    assert (found.scale, found.shift) == pytest.approx((0.5, -0.5), abs=1e-5)
    assert column_of(x, y, ("a", "b", "c"), ("c",)) is None
    later = y[2:]  # what lies three steps ahead is the next value of no column
    assert column_of(x[: len(later)], later, (), ()) is None


def test_a_table_over_time_keeps_the_true_values_of_its_other_columns(tmp_path):
    rng = np.random.default_rng(0)
    path = tmp_path / "table.csv"
    rows = [f"{a:.5f},{b:.5f}" for a, b in rng.normal(size=(80, 2))]
    path.write_text("\n".join(["other,level", *rows]), encoding="utf-8")
    bench = bench_of("csv_series", path=str(path), length=6, target="level")
    arrays = Forecast(start=2, horizon=4).measure(bench)
    model, window, said = bench.models["main"].eval(), bench.test["x"][2].clone(), []
    column = column_of(bench.test["x"], bench.test["y"], ("other", "level"), ("level",))
    assert column.index == 1
    with torch.no_grad():
        for ahead in range(4):
            said.append(float(model(window[None])))
            newest = bench.test["x"][3 + ahead, -1].clone()
            newest[1] = column.scale * said[-1] + column.shift
            window = torch.cat([window[1:], newest[None]])
    assert arrays["forecast/rolled"] == pytest.approx(said, abs=1e-5)


def test_what_is_no_forecast_says_so():
    assert Forecast().measure(bench_of("adding_problem", num_samples=60))["forecast/fits"] == 0
