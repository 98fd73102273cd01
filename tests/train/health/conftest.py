"""One core, as for all small networks."""

from __future__ import annotations

import pytest
import torch


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


@pytest.fixture(scope="session")
def rare_csv(tmp_path_factory):
    """Two thousand points, of which one in fifty belongs to the class "rare" amid the others."""
    import numpy as np

    rng = np.random.default_rng(3)
    rows = [(*rng.normal(0.0, 1.0, 2), "usual") for _ in range(1960)]
    rows += [(*rng.normal(1.2, 0.6, 2), "rare") for _ in range(40)]
    path = tmp_path_factory.mktemp("data") / "rare.csv"
    lines = ["a,b,kind", *(f"{a:.4f},{b:.4f},{kind}" for a, b, kind in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)
