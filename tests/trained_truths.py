"""What autoencoders, diffusion and language models make, worked out with torch alone.

The names are those of the arrays of their probes. The networks are read as they are; how noise is
taken away and how tokens are drawn is written down again here.
"""

from __future__ import annotations

import copy

import numpy as np
import torch
from writer_truths import drawn

from playground.telemetry.diffusion import Denoiser

TRAINED = ("reconstructions/", "latent/", "denoising/", "writing/")  # all of these are known here
SAMPLES, CODES, SIDE = 16, 400, 15  # as many as the lenses ask for
POINTS, SHOWN, GRID = 256, 1000, 13
TEMPERATURE = 0.8


def of_training(session):
    """Name -> array (numpy) of what the networks of a session make now, by its experiment."""
    make = {
        "autoencoder": _pictures,
        "vae": _pictures,
        "diffusion": _points,
        "language_model": _text,
    }.get(session.document.train.experiment)
    if make is None:
        return {}
    models = {role: copy.deepcopy(model).eval() for role, model in session.models.items()}
    with torch.no_grad():
        found = make(session.run, models)
    return {name: np.asarray(value) for name, value in found.items()}


def _pictures(run, models):
    x = run.test["x"]
    logits = run.document.train.params["loss"] == "bce_with_logits"
    shown = torch.sigmoid if logits else torch.Tensor.clone
    if "main" in models:
        back = models["main"](x[:SAMPLES])
        return {"reconstructions/input": x[:SAMPLES], "reconstructions/output": shown(back)}
    codes = models["encoder"](x[:CODES])[:, :2]
    back = models["decoder"](codes[:SAMPLES])
    along = np.linspace(-3, 3, SIDE, dtype=np.float32)
    rows = [models["decoder"](torch.tensor([[right, up] for right in along])) for up in along[::-1]]
    return {
        "reconstructions/input": x[:SAMPLES],
        "reconstructions/output": shown(back),
        "latent/codes": codes,
        "latent/pictures": shown(torch.stack(rows)),
    }


def _points(run, models):
    """From noise to points, by the cosine schedule and the posterior of Ho et al. 2020."""
    x, total = run.train["x"], run.flat.train.params["timesteps"]
    noise_in = Denoiser(run.flat, models["main"], run.train).noise_in
    middle, spread = float(x.mean()), float(x.std(correction=0))
    low, high = float((x.min() - middle) / spread), float((x.max() - middle) / spread)
    kept = _kept(total)
    luck = torch.Generator().manual_seed(run.document.train.seed)
    now = torch.randn(POINTS, 2, generator=luck)
    seen = [now]
    for t in range(total, 0, -1):  # steps of noise that are left
        alpha = kept[t] / kept[t - 1]
        clean = (now - (1 - kept[t]) ** 0.5 * noise_in(now, t - 1)) / kept[t] ** 0.5
        clean = clean.clamp(low, high)
        share = kept[t - 1] ** 0.5 * (1 - alpha) / (1 - kept[t])
        now = share * clean + alpha**0.5 * (1 - kept[t - 1]) / (1 - kept[t]) * now
        if t > 1:
            variance = (1 - kept[t - 1]) / (1 - kept[t]) * (1 - alpha)
            now = now + variance**0.5 * torch.randn(POINTS, 2, generator=luck)
        seen.append(now)
    edge = 1.25 * float(x.abs().max())
    along = torch.linspace(-edge, edge, GRID)
    grid = torch.stack([along.repeat_interleave(GRID), along.repeat(GRID)], 1)
    arrows = [-noise_in((grid - middle) / spread, t - 1) for t in range(total, 0, -1)]
    return {
        "denoising/samples": torch.stack(seen) * spread + middle,
        "denoising/real": x[:SHOWN],
        "denoising/grid": grid,
        "denoising/arrows": torch.stack([*arrows, torch.zeros_like(grid)]),
    }


def _kept(total):
    """Share of the variance that is kept after 0, 1, ..., T steps of noise (Nichol & Dhariwal)."""
    kept = [1.0]
    for t in range(1, total + 1):
        now, before = (
            np.cos((step / total + 0.008) / 1.008 * np.pi / 2) ** 2 for step in (t, t - 1)
        )
        kept.append(kept[-1] * max(now / before, 0.001))
    return kept


def _text(run, models):
    """The answer to the first question of the test, each token by a pass over all before it."""
    names, first = run.fields["x"].vocabulary, run.test["x"][0]
    tokens = first[: int(run.test["counts"][0].nonzero()[0, 0]) + 1].tolist()
    asked, luck = len(tokens), np.random.default_rng(run.document.train.seed)
    logits = None
    for _ in range(len(first) + 1 - asked):
        scores = models["main"](torch.tensor([tokens]))[0, -1].numpy()
        logits = scores if logits is None else logits
        heaped = np.cumsum(drawn(scores, TEMPERATURE, 0, 1.0))
        tokens.append(int((heaped <= luck.random() * heaped[-1]).sum()))
    return {
        "writing/prompt": _bytes(names[token] for token in tokens[:asked]),
        "writing/text": _bytes(names[token] for token in tokens[asked:]),
        "writing/logits": logits,
        "writing/vocabulary": _bytes(f"{name}\0" for name in names),
    }


def _bytes(texts):
    return np.frombuffer("".join(texts).encode("utf-8"), dtype=np.uint8)
